"""Footnotes: from the text (`[^note]`), within the line (`^[…]`) and from citations (`[@source]`).

A note gets its number when its mark is met in reading order; two marks of one label share the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from itertools import pairwise
from typing import Protocol

from reportgen.document.inlines import Inline, Inlines, Note, NoteMark, Text, plain
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.markdown.typography import dashes
from reportgen.document.text import citations
from reportgen.document.text import source_names as who
from reportgen.document.text.desk import Desk, Manner
from reportgen.document.text.locators import Locator, after_locator, placed, with_page
from reportgen.document.text.page import Page
from reportgen.document.text.source_parts import joined
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Place, did_you_mean
from reportgen.source.model import Reference

_PART = re.compile(r"(?P<prefix>[^@]*?)(?P<minus>-?)@(?P<rest>\S.*)", re.DOTALL)
_EXPLICIT = Pattern(r"[\s,]*\{([^{}]*)\}")
"""A place in a source as Pandoc has it where it must not be taken for words: `@source {p. 5}`."""
_BRACED = re.compile(r"\{\s*([^{}]+?)\s*\}")
_ID = Pattern(r"[^\s,{]+?(?=[.:;]*(?:[\s,{]|\Z))")
_AFTER_ID = re.compile(r"[\s,]+|\Z")
_MARKS = re.compile(r"[*_`^~$\\\[<&\"']")
"""What makes more than plain words of what stands before a name."""
_MARKED = re.compile(rf"{_MARKS.pattern}|(?<!\w)@\w")
"""And of what stands behind it, where `@chart-use` may be named."""
_NAME = re.compile(r"(?<![\w@])-?@(?=[\w{])")
_LAWS = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})
"""Of which a number alone may be a section."""


@frozen
class Cited:
    """A part of a citation as its author wrote it; `place` finds where one of its characters stands."""

    text: str
    place: Callable[[int], Place]
    read: Callable[[int, int], Inlines]
    """Reads what stands from one of its characters to another, with its marks."""


class ReadInline(Protocol):
    """`inline_reader.read_inline`, handed in because it calls this module."""

    def __call__(self, desk: Desk, page: Page, node: Node, inside: Sequence[str] = ()) -> Inlines:
        """The inlines of a node."""


def marked(note: Note) -> Inlines:
    """The mark that calls a note."""
    return (NoteMark(note),)


def made(number: int, paragraphs: tuple[Inlines, ...], place: Place, *, own: bool = False) -> Note:
    """A note with its anchor; `own`: with words of the author's, who did not only cite."""
    return Note(number, paragraphs, citations.note_anchor(number), place, own)


# --- citations -------------------------------------------------------------------------------------------------------
def citation(desk: Desk, parts: Sequence[Cited], place: Place, manner: Manner, inside: int) -> Inlines:
    """`[@a, p 3; @b]` in the manner of the text in which it stands, which is that of the note `inside` (0: of none)."""
    if manner != "called":
        return _cited(desk, parts, inside, short=manner == "short")
    number = desk.next_note()
    return marked(made(number, (desk.mark(_capital(_cited(desk, parts, number), parts)),), place))


def _capital(inlines: Inlines, parts: Sequence[Cited]) -> Inlines:
    """A note with a capital at its beginning, where words of the author's lead to its source: "See …"."""
    first = inlines[0] if inlines and not parts[0].text.lstrip().startswith(("@", "-@")) else None
    if not isinstance(first, Text) or not first.text[:1].islower():
        return inlines
    return (Text(first.text[0].upper() + first.text[1:]), *inlines[1:])


def source_note(desk: Desk, ids: Sequence[str], place: Place) -> Inlines:
    """The mark of a note that cites `ids`; none without ids."""
    if not ids:
        return ()
    number = desk.next_note()
    return marked(made(number, (desk.mark(in_words(desk, ids, place, number)),), place))


def in_words(desk: Desk, ids: Sequence[str], place: Place, inside: int) -> Inlines:
    """The sources `ids` as the note `inside` says them, or as where no note can be called (0)."""
    return _cited(desk, [Cited(f"@{name}", lambda _: place, lambda *_: ()) for name in ids], inside)


def _cited(desk: Desk, parts: Sequence[Cited], inside: int, *, short: bool = False) -> Inlines:
    found: list[Inline] = []
    for part in _apart(parts, desk):
        inlines = _one(desk, part, inside, short=short)
        if found and inlines:
            found.append(Text(desk.words.parted(("", ""))))
        found.extend(inlines)
    return tuple(found)


def _one(desk: Desk, part: Cited, inside: int, *, short: bool) -> Inlines:
    spelled = " ".join(desk.spelling.words(part.text).split())
    match = _PART.fullmatch(spelled)
    name, written = _id(match["rest"], desk.briefing.references) if match else ("", "")
    if match is None or not name:
        hint = "write [@source, p 3; @other]"
        place = part.place(len(part.text) - len(part.text.lstrip()))
        desk.problem("markup", place, f"this part of a citation names no reference: '{spelled}'", hint)
        return ()
    before = desk.cited[name].notes if name in desk.cited else ()
    reference = known(desk, name, part.place(part.text.index("@")), inside)
    if reference is None:
        return ()
    desk.glyphs.check_run(desk.spelling.parts(part.text), part.place)
    prefix, locator = _around(part, match["prefix"], written, match["rest"][len(written) :])
    if match["minus"] and isinstance(prefix, str):
        prefix = _without_names(prefix, reference, desk.words)
    if isinstance(locator, str) and reference.csl.get("type") not in _LAWS:
        locator = with_page(locator)
    prefixed = (*((Text(prefix),) if isinstance(prefix, str) else prefix), Text(" ")) if prefix else ()
    if short:
        said = (Text(citations.short(reference, desk.words)),)
        return (*prefixed, *joined((said, placed(locator, desk.words))))
    return (*prefixed, *_in_note(desk, reference, locator, inside, before))


def _without_names(prefix: str, reference: Reference, words: Words) -> str:
    """What stands before `-@source`, without the names of who answers for it: the note has them."""
    families = who.answering(reference).families(words)
    for names in filter(None, (families, plain(citations.brief(reference, words)))):
        if prefix.rstrip(" ,").casefold().endswith(names.casefold()):
            return prefix.rstrip(" ,")[: -len(names)].rstrip(" ,")
    return prefix


def _apart(parts: Sequence[Cited], desk: Desk) -> list[Cited]:
    """The parts, a source in each: "see @a, p 3, and @b" is two of them, and the second begins with "and".

    What stands between two sources belongs to the first, but for what follows the last comma or conjunction.
    """
    found: list[Cited] = []
    for part in parts:
        edges = [0]
        names = [at for at in _NAME.finditer(part.text) if _id(part.text[at.end() :], desk.briefing.references)[0]]
        for last, name in pairwise(names):
            if _id(part.text[name.end() :], desk.briefing.references)[0] in desk.briefing.references:
                first = last.end() + len(_id(part.text[last.end() :], desk.briefing.references)[1])
                edges.append(_edge(part.text, first, name.start(), desk.words))
        found += [_cut(part, *pair) for pair in pairwise([*edges, len(part.text)])] if edges[1:] else [part]
    return found


def _edge(text: str, begin: int, name: int, words: Words) -> int:
    """Where what leads to the source named at `name` begins, behind one that is named at `begin`."""
    end = after_locator(text, begin)
    found = [*words.form(r"[,;]\s*|(?<!\w)(?=(?:«joined»|&)(?!\w))", re.NOFLAG).finditer(text, end, name)]
    leads = words.form(r"\s*«lead-in»\b").match(text[end:name])
    return found[-1].end() if found else end if end > begin or leads else name


def _cut(part: Cited, begin: int, end: int) -> Cited:
    """What stands from one character of a part to another, without the comma that parts it from the next."""
    text = part.text[begin:end].rstrip(" ,;\n")
    return Cited(text, lambda at: part.place(begin + at), lambda start, stop: part.read(begin + start, begin + stop))


def _around(part: Cited, before: str, name: str, after: str) -> tuple[Locator, Locator]:
    """What stands before a name and behind it: words, or as it is set where it has marks."""
    at = part.text.index("@")
    end = at + 1 + len(name)
    if explicit := _EXPLICIT.match(after):
        after = f" {explicit[1]}{after[explicit.end() :]}"
    prefix: Locator = dashes(before.strip())
    if _MARKS.search(part.text[:at]):
        prefix = part.read(0, at - (part.text[at - 1] == "-"))
    said = dashes(after.lstrip(" ,:").strip())
    behind: Locator = said.removesuffix(".") if said[-2:-1].isdigit() or not said.strip(".!?;") else said
    if _MARKED.search(part.text[end:]) and part.text.startswith(name, at + 1):
        rest = part.text[end:]
        behind = part.read(end + len(rest) - len(rest.lstrip(" ,:\n")), len(part.text))
    return prefix, behind


def _in_note(desk: Desk, reference: Reference, locator: Locator, inside: int, before: Sequence[int]) -> Inlines:
    """In full where it is cited first, `before` being the notes that did so; afterwards, or where the list of sources
    has it in full, in short."""
    words = desk.words
    if inside and desk.briefing.sources == "list":
        return citations.listed(reference, locator, desk.cited[reference.id].anchor, words)
    if inside and before:
        number, brief = before[0], citations.brief(reference, words)
        others = (name for name, one in desk.cited.items() if number in one.notes[:1] and name != reference.id)
        titled = any(citations.brief(desk.briefing.references[name], words) == brief for name in others)
        return citations.again(reference, number if number != inside else 0, locator, words, titled=titled)
    return citations.note(reference, locator, words, read_on=desk.read_on)


def _id(text: str, known: Container[str]) -> tuple[str, str]:
    """The id with which a text begins, and how it is written there; "" where it begins with none.

    In braces it may have any character. Without them it is the longest id of a source that ends before a space or a
    comma: libraries have ids such as "o'brien2019" and "10.1000/xyz(2019)5". Else it is all before one.
    """
    if braced := _BRACED.match(text):
        return braced[1], braced[0]
    for end in reversed([match.start() for match in _AFTER_ID.finditer(text)]):
        if text[:end] in known:
            return text[:end], text[:end]
    plain = _ID.match(text)
    return (plain[0], plain[0]) if plain else ("", "")


def known(desk: Desk, name: str, place: Place, inside: int = 0) -> Reference | None:
    """The reference called `name`, noted as cited in the note `inside` (0: elsewhere); None, and a problem, where there
    is none."""
    reference = desk.briefing.references.get(name)
    if reference is None:
        if name.startswith("eq-"):
            hint = "refer to it in words"
            desk.problem("crossref-unknown", place, f"formulas have no numbers here: '@{name}'", hint)
            return None
        whole = [name for name, one in desk.briefing.references.items() if not one.broken]
        hint = did_you_mean(name, whole) or "add it to references.yaml"
        desk.problem("citation-unknown", place, f"there is no reference '{name}'", hint)
        return None
    if name not in desk.cited:
        desk.problems.extend(reference.faults)
        printed = (plain(citations.entry(reference, desk.words)), citations.short(reference, desk.words))
        desk.glyphs.check(" ".join(printed), lambda _: reference.place)
    desk.cite(name, note=inside)
    return reference


# --- notes of the text -----------------------------------------------------------------------------------------------
def definitions(tree: Node) -> tuple[dict[str, Node], list[Node]]:
    """The notes that a text defines, by label, and those whose label was taken."""
    found: dict[str, Node] = {}
    notes = [node for node in tree.walk() if node.type == "footnote_reference"]
    doubles = [node for node in notes if found.setdefault(str(meta(node)["label"]), node) is not node]
    return found, doubles


def called(desk: Desk, page: Page, label: str, place: Place, read: ReadInline) -> Note:
    """The note of a label at its first call; an empty one, and a problem, where the page has none."""
    number = desk.next_note()
    node = page.notes.get(label)
    paragraphs: tuple[Inlines, ...] = ()
    if node is None:
        texts = (*desk.briefing.texts, *desk.briefing.unlisted)
        other = next((one.path for one in texts if f"\n[^{label}]:" in f"\n{one.text}"), "")
        hint = f"it is written in {other}: move it to this file" if other else did_you_mean(label, page.notes)
        hint = hint or f"add a line [^{label}]: … to this file"
        desk.problem("footnote-unknown", place, f"the note '{label}' is called but not written", hint)
    else:
        paragraphs = tuple(_paragraph(desk, page, child, read) for child in node.children)
        if not any(paragraphs):
            hint = "write what it says behind it, or delete it"
            desk.problem("markup", page.place(node), f"the note '{label}' is empty", hint)
    page.made[label] = made(number, paragraphs, place, own=True)
    return page.made[label]


def _paragraph(desk: Desk, page: Page, node: Node, read: ReadInline) -> Inlines:
    if node.type == "paragraph":
        return read(desk, page, node.children[0], inside=("note",))
    desk.problem("markup", page.begin(node), "a note holds paragraphs only", "put it into the text")
    return ()


def check_calls(desk: Desk, page: Page) -> None:
    """Report the notes that no mark of the page calls."""
    for label, node in page.notes.items():
        if label not in page.made:
            message = f"the note '{label}' is never called"
            desk.problem("footnote-unused", page.place(node), message, f"write [^{label}] in the text")


def check_doubles(desk: Desk, page: Page) -> None:
    """Report the notes whose label another note of the page has."""
    for node in page.doubles:
        label = str(meta(node)["label"])
        desk.problem("duplicate-id", page.place(node), f"two notes of this file are called '{label}'")
