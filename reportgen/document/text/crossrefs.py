"""`@chart-accession` in words: "chart 1", linked; with a capital "Chart 1"."""

from __future__ import annotations

from reportgen.document.inlines import Inlines, Link, Text
from reportgen.document.text.desk import Desk
from reportgen.document.text.outline import Target
from reportgen.language import Words
from reportgen.problems import Place

_WHOLE = {"fig": "chart", "tbl": "table", "sec": "section"}


def crossref(desk: Desk, word: str, name: str, place: Place) -> Inlines:
    """The link to what `@word-name` names; nothing, and a problem, where there is none or it has no number."""
    target = desk.outline.find(word.lower(), name)
    if target is None:
        kind = _WHOLE.get(word.lower(), word.lower())
        desk.problem(
            "crossref-unknown",
            place,
            f"there is no {kind} '{name}' in this paper",
            desk.outline.hint(word.lower(), name) or f"give the {kind} this id",
        )
        return ()
    if not target.number and target.kind != "section":
        message = f"the {target.kind} '{name}' has no number to refer to"
        desk.problem("crossref-unknown", place, message, f"give the {target.kind} a title:")
        return ()
    return (Link((Text(named(target, desk.words, capital=word[0].isupper())),), f"#{target.anchor}", place),)


def named(target: Target, words: Words, *, capital: bool = False) -> str:
    """ "chart 1", or the title of a section that has no number."""
    if not target.number:
        return words.quoted(target.title)
    name = words.say(f"refs.{target.kind}", number=target.number)
    return name[0].upper() + name[1:] if capital else name
