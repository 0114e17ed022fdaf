"""`@chart-accession` in words: "chart 1", linked; with a capital "Chart 1". Other words with an @ are judged."""

from __future__ import annotations

from reportgen.document.inlines import Inlines, Link, Text
from reportgen.document.markdown.block_keys import KEYS
from reportgen.document.markdown.inline_rules import KINDS
from reportgen.document.text.desk import Desk
from reportgen.document.text.outline import NUMBERED, Target, has_target
from reportgen.language import Words
from reportgen.problems import Place, did_you_mean

_WHOLE = {"fig": "chart", "tbl": "table", "sec": "section"}


def crossref(desk: Desk, word: str, name: str, place: Place) -> Inlines:
    """The link to what `@word-name` names; nothing, and a problem, where there is none or it has no number."""
    target = desk.outline.find(word.lower(), name)
    if target is None:
        _unknown(desk, word.lower(), name, place)
        return ()
    if not target.number and target.kind != "section":
        message = f"the {target.kind} '{name}' has no number to refer to"
        desk.problem("crossref-unknown", place, message, f"give the {target.kind} a title:")
        return ()
    return (Link((Text(named(target, desk.words, capital=word[0].isupper())),), f"#{target.anchor}", place),)


def _unknown(desk: Desk, word: str, name: str, place: Place) -> None:
    kind = _WHOLE.get(word, word)
    message = f"there is no {kind} '{name}' in this paper"
    hint = desk.outline.hint(word, name) or f"give the {kind} this id"
    if left_out := next((text for text in desk.briefing.unlisted if has_target(text.text, word, name)), None):
        message += f": it stands in {left_out.path}, which contents: does not list"
        hint = f"add {left_out.name} to contents: in briefing.yaml"
    desk.problem("crossref-unknown", place, message, hint)


def check_at_word(desk: Desk, written: str, place: Place) -> None:
    """Report an `@word` that was meant as a citation or a cross-reference; a handle such as `@parliament` is none."""
    name = desk.spelling.words(written).removeprefix("@")
    kind, _, rest = name.partition("-")
    if name in desk.briefing.references:
        message = f"a citation stands in square brackets: '@{name}' is not read here"
        desk.problem("markup", place, message, f"write [@{name}] ({_ESCAPED})")
    elif kind.lower() in KEYS.keys() - set(NUMBERED):
        message = f"a {kind.lower()} has no number to refer to: '@{name}'"
        desk.problem("crossref-unknown", place, message, f"name it in words ({_ESCAPED})")
    elif rest or kind.lower() in KINDS:
        known = {*desk.outline.names, *(f"[@{reference}]" for reference in desk.briefing.references)}
        message = f"nothing in this paper can be referred to by '@{name}'"
        desk.problem("crossref-unknown", place, message, f"{did_you_mean(f'@{name}', known)} ({_ESCAPED})".lstrip())


_ESCAPED = r"an @ that is meant is written \@"


def named(target: Target, words: Words, *, capital: bool = False) -> str:
    """ "chart 1", or the title of a section that has no number."""
    if not target.number:
        return words.quoted(target.title)
    name = words.say(f"refs.{target.kind}", number=target.number)
    return name[0].upper() + name[1:] if capital else name
