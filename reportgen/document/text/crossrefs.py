"""`@chart-accession` in words: "chart 1", linked; with a capital "Chart 1". Other words with an @ are judged.

An author who writes "section @section-use", or "tables @table-a and @table-b", reads the word once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.inlines import Inline, Inlines, Link, Text, plain
from reportgen.document.markdown.block_keys import KEYS
from reportgen.document.markdown.inline_rules import CALLOUTS, KINDS
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import Cited
from reportgen.document.text.outline import NUMBERED, Target, has_target
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Place, did_you_mean, nearest

_KINDS = (*NUMBERED, "section")
_OPENING = " \u00a0\u202f\n“‘«„([\"'"
"""What may stand before the first word of a sentence."""
_ENDED = re.compile(rf"([.!?…])[”’»\")\]]*[\s\u00a0]+[{re.escape(_OPENING)}]*$")
_NAMED = re.compile(
    rf"(?P<own>\b[A-Z]\w*\.?)?[\s\u00a0]*(?P<minus>-?)@(?P<name>(?P<word>{'|'.join(KINDS)})-(?P<id>[\w\ue010\ue011-]+))",
    re.IGNORECASE,
)
_SEVERAL = Pattern(r"[^\W\d_]+s\.?\u00a0")
"""A word for several things before the number of the first, such as "Figs. 1"."""
_KEY = Pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""The year that the keys of most reference managers have in them."""
_WHOLE = {"fig": "chart", "tbl": "table", "tab": "table", "sec": "section", **dict.fromkeys(CALLOUTS, "box")}


def crossref(desk: Desk, word: str, name: str, place: Place, tail: str) -> Inlines:
    """The link to what `@word-name` names; nothing, and a problem, where there is none or it has no number.

    `tail` is what stands before it in its run of text: at the start of a sentence it is written with a capital.
    """
    target = desk.outline.find(word.lower(), name)
    if target is None:
        _unknown(desk, word.lower(), name, place)
        return ()
    if not target.number and target.kind != "section":
        message = f"the {target.kind} '{name}' has no number to refer to"
        desk.problem("crossref-unknown", place, message, f"give the {target.kind} a title:")
        return ()
    capital = word[0].isupper() or begins_sentence(tail, desk.words)
    return (Link((Text(named(target, desk.words, capital=capital)),), f"#{target.anchor}", place),)


def begins_sentence(tail: str, words: Words) -> bool:
    """Whether what follows on `tail` begins a run of text or a sentence; "e.g. " ends none."""
    if not tail.strip(_OPENING):
        return True
    found = _ENDED.search(tail)
    return found is not None and not words.form(r"(?:^|[\s(])«shortened»\.\s*$").search(tail[: found.end(1)])


def is_crossref(desk: Desk, part: Cited) -> bool:
    """Whether a part of `[Section @sec-use; @fig-room; @source]`, which Quarto has, names something of this paper."""
    first = _NAMED.search(desk.spelling.words(part.text))
    return first is not None and "@" not in part.text[: first.start()] and first["name"] not in desk.briefing.references


def bracketed(desk: Desk, part: Cited, tail: str) -> Inlines:
    """Such a part in words: "Section 2", "see figure 1 and figure 2"; `[-@fig-room]` is the number alone.

    `tail` is what stands before it.
    """
    text = desk.spelling.words(part.text).strip()
    made: list[Inline] = []
    end = 0
    for match in _NAMED.finditer(text):
        where = part.place(max(part.text.find(f"@{match['name']}"), 0))
        target = desk.outline.find(match["word"].lower(), match["id"])
        own = match["own"] if match["own"] and match["own"][0].isupper() else ""
        before = text[end : match.start()] + ("" if own else text[match.start() : match.start("minus")])
        link = crossref(desk, match["word"], match["id"], where, f"{tail}{text[: match.start('minus')]}")
        if target and target.number and (own or match["minus"]):
            words = f"{own}\u00a0{target.number}" if own else target.number
            if own and target.kind == "box":
                # What is called a box above it is not called a note or a warning in the text.
                words = named(target, desk.words, capital=True)
            link = (Link((Text(words),), f"#{target.anchor}", where),)
        made = once([*made, Text(before)] if before else made, link, desk.words)
        end = match.end()
    return (*made, Text(text[end:])) if text[end:] else tuple(made)


def _unknown(desk: Desk, word: str, name: str, place: Place) -> None:
    kind = _WHOLE.get(word, word)
    message = f"there is no {kind} '{name}' in this paper"
    hint = desk.outline.hint(word, name) or f"give the {kind} this id"
    if left_out := next((text for text in desk.briefing.unlisted if has_target(text.text, word, name)), None):
        message += f": it stands in {left_out.path}, which contents: does not list"
        hint = f"add {left_out.name} to contents: in briefing.yaml"
    elif chunk := _chunk(desk, f"{word}-{name}"):
        hint = (
            f"it is the label of the code at {chunk}: give it to the block that comes in its place, ::: {kind} {name}"
        )
    desk.problem("crossref-unknown", place, message, hint)


def _chunk(desk: Desk, label: str) -> str:
    """Where a piece of code of Quarto's or R Markdown's has a label; "" where none has."""
    form = re.compile(
        rf"^(?:```\{{\w+[ ,]+{re.escape(label)}\b|#\|[ \t]*label:[ \t]*{re.escape(label)}[ \t]*$)", re.MULTILINE
    )
    for text in desk.briefing.texts:
        if found := form.search(text.text):
            return f"{text.path}:{text.text.count(chr(10), 0, found.start()) + 1}"
    return ""


def check_at_word(desk: Desk, written: str, place: Place) -> None:
    """Report an `@word` that seems to be meant as a name and names nothing; a handle such as `@parliament` is none."""
    name = desk.spelling.words(written).removeprefix("@")
    kind, _, rest = name.partition("-")
    known_key = nearest(name, desk.briefing.references)
    if kind == "eq":
        desk.problem(
            "crossref-unknown", place, f"formulas have no numbers here: '@{name}'", f"refer to it in words ({_ESCAPED})"
        )
    elif (known_key and kind not in KINDS) or (_KEY.search(name) and not rest):
        message = f"there is no reference '{name}'"
        near = f"did you mean @{known_key}?" if known_key else "add it to references.yaml"
        desk.problem("citation-unknown", place, message, f"{near} ({_ESCAPED})")
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


def once(before: Sequence[Inline], linked: Sequence[Inline], words: Words) -> list[Inline]:
    """`before` with a cross-reference behind it; a word for what it names that stands there already is a part of it."""
    number = _number(linked[0], words) if linked else ""
    link = linked[0] if number else None
    if not isinstance(link, Link):
        return [*before, *linked]
    kind = link.url[1:].partition("-")[0]
    if _goes_on(before, kind, words):
        return [*before, replace(link, children=(Text(number),))]
    last = before[-1] if before else None
    said = _said(last.text, kind, words) if isinstance(last, Text) else None
    if said is None or not isinstance(last, Text):
        return [*before, link]
    name = f"{said['word']}\u00a0{number}"
    if said["other"] and kind != "section":
        # What is called a chart above it is not called a figure in the text.
        many = said["word"].rstrip(".").endswith("s")
        name = words.say(f"refs-many.{kind}", number=number) if many else plain(link.children)
        first = name[0].upper() if said["word"][0].isupper() else name[0].lower()
        name = first + name[1:]
    return [*before[:-1], Text(last.text[: said.start()]), replace(link, children=(Text(name),))]


def _number(inline: Inline, words: Words) -> str:
    """The number that the link of a cross-reference ends in; "" for one without."""
    if not isinstance(inline, Link):
        return ""
    word, _, number = plain(inline.children).rpartition("\u00a0")
    kind = inline.url[1:].partition("-")[0]
    return number if kind in _KINDS and word.lower() == _word(f"refs.{kind}", words) else ""


def _word(key: str, words: Words) -> str:
    return words.say(key, number="").rstrip("\u00a0 ").lower()


def _said(text: str, kind: str, words: Words) -> re.Match[str] | None:
    """The word at the end of a text for what a cross-reference of this kind names: its own, in the plural, another."""
    own = "|".join(re.escape(_word(key, words)) for key in (f"refs.{kind}", f"refs-many.{kind}"))
    return words.form(rf"(?<!\w)(?P<word>{own}|(?P<other>«refs-also.{kind}»))[\s\u00a0]*\Z").search(text)


def _goes_on(before: Sequence[Inline], kind: str, words: Words) -> bool:
    """Whether another one follows on "tables 2 and ", or on "tables 2, 3, "."""
    if len(before) < 2 or not isinstance(before[-1], Text) or not isinstance(link := before[-2], Link):
        return False
    form = words.form(r"\s*(?:[,;&–-]|(?:,\s*(?!(?:«spanned»)\b))?«joined»)\s*", re.NOFLAG)
    said = plain(link.children)
    many = said.isdecimal() or _SEVERAL.match(said) or said.lower().startswith(_word(f"refs-many.{kind}", words))
    return link.url.startswith(f"#{kind}-") and bool(many) and form.fullmatch(before[-1].text) is not None
