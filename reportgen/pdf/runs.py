"""Inlines to runs: characters of one look that belong to one slot of the structure tree.

Making the runs of a paragraph makes its inline elements too (Link, Span, Reference), in reading order. Breaking runs
into lines is `linebreaking`'s work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from typing import assert_never

from reportgen.document import inlines as doc
from reportgen.document.inlines import plain
from reportgen.fonts import Style, Weight
from reportgen.frozen import frozen
from reportgen.language.verbatim import verbatim, within
from reportgen.pdf.structure import Slot, StructElem

_SMALL = 0.68
"""The size of raised and lowered characters, of that of the text; but no less than `_LEAST` points, as in charts."""
_LEAST = 8.0
_RISE = {doc.Superscript: 0.34, doc.Subscript: -0.14}
"""How far they stand above the baseline, of the size of the text: our taste, within the leading of their line."""


WORD_JOINER = "\u2060"
_HAIR = "\u202f"
"""Before the mark of a note, so that nobody takes "2025" and "19" for one number: a narrow no-break space, which fonts
have and no program drops."""
_TALLEST = 1300.0
"""Thousandths of the type size that a line has room for."""
_GUESS = "1"
"""A page number before the pages are filled."""

_SIGNS = "0123456789+-−"
_DIGITS = {
    doc.Superscript: str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    doc.Subscript: str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
"""Raised and lowered digits as characters of their own, for who hears them."""


@frozen
class CharacterStyle:
    """How characters look: `size` and `rise` in points, `colour` as #rrggbb."""

    size: float
    colour: str
    style: Style = field(default_factory=Style)
    rise: float = 0.0
    underline: bool = False

    def weighing(self, weight: Weight) -> CharacterStyle:
        """The same in another weight."""
        return replace(self, style=replace(self.style, weight=weight))

    def italic(self) -> CharacterStyle:
        """The same, slanted the other way: emphasis within emphasis is upright."""
        return replace(self, style=replace(self.style, italic=not self.style.italic))


@frozen
class LinkTarget:
    """Where a link goes (absolute, or `#anchor`), where its annotation belongs, what is said of it ("": its words)."""

    slot: Slot
    url: str
    contents: str


@frozen
class Run:
    """Characters of one look. `ends_line` asks for a new line after it."""

    text: str
    look: CharacterStyle
    slot: Slot
    target: LinkTarget | None = None
    note: doc.Note | None = None
    ends_line: bool = False
    values: tuple[doc.Value, ...] = ()
    """What of the data it prints."""
    page: str = ""
    """The anchor whose page number it prints, which is known when all pages are filled; until then it is a guess."""
    anchor: str = ""
    """What leads to where it is drawn first: the way back from a note."""
    formula: doc.Formula | None = None
    """What it shows instead of characters; its text is one that nobody sees."""

    @property
    def scale(self) -> float:
        """Points for each unit of the formula: one that is taller than a line is set smaller."""
        assert self.formula is not None
        return self.look.size / 1000 * min(1.0, _TALLEST / (self.formula.height + self.formula.depth))


@frozen
class InlineStyle:
    """What a paper adds to the look of its text: the colour of links, and how a footnote's link is called."""

    link_colour: str
    note_words: str
    """With `{number}` in it, such as "Footnote {number}"."""
    raised: re.Pattern[str] = re.compile("(?!)")
    """A number with the `letters` after it that the language raises, as in the French "1er"."""


class RunMaker:
    """Collects the runs of one element: `node` is the element that text without an element of its own belongs to."""

    def __init__(self, node: StructElem, inline_style: InlineStyle, target: LinkTarget | None = None) -> None:
        self._node, self._style, self._target = node, inline_style, target
        self._slot: Slot | None = None
        self.runs: list[Run] = []

    def add(self, content: Iterable[doc.Inline], look: CharacterStyle) -> None:
        """Append `content` in `look`."""
        content = tuple(content)
        for at, inline in enumerate(content):
            if isinstance(inline, doc.Span) and _is_said_beside(inline, content, at):
                inline = replace(inline, expansion="")
            if isinstance(inline, doc.Parent):
                self._around(inline, look)
            else:
                self._leaf(inline, look)

    def text(
        self,
        text: str,
        look: CharacterStyle,
        *,
        ends_line: bool = False,
        page: str = "",
        values: tuple[doc.Value, ...] = (),
    ) -> None:
        """Append characters that belong to the element itself."""
        if self._slot is None:
            self._slot = self._node.slot()
        self.runs.append(Run(text, look, self._slot, self._target, None, ends_line, values, page))

    def link(self, url: str, contents: str, children: Sequence[doc.Inline], look: CharacterStyle) -> None:
        """Append a link; `contents` is said of it, "" says its words."""
        self._take(self._linked(self._node.add("Link"), url, contents, children, look))

    def _leaf(self, inline: doc.Leaf, look: CharacterStyle) -> None:
        match inline:
            case doc.Text() | doc.Value():
                self._written(inline, look)
            case doc.Code(text=text):
                self.text(text, look.weighing("semibold"))
            case doc.Formula():
                slot = self._node.add("Formula", alt=inline.tex).slot()
                self._take([Run(WORD_JOINER, look, slot, self._target, formula=inline)])
            case doc.LineBreak():
                self.text(" ", look, ends_line=True)
            case doc.NoteMark(note=note):
                words = self._style.note_words.format(number=note.number)
                self._mark(note.anchor, words, (doc.Text(str(note.number)),), look, note)
            case doc.PageNumber(anchor=anchor):
                self.text(_GUESS, look, page=anchor)
            case _:
                assert_never(inline)

    def _around(self, inline: doc.Parent, look: CharacterStyle) -> None:
        match inline:
            case doc.Emphasis(children=children):
                self._inside(self._node.add("Em"), children, look.italic())
            case doc.Strong(children=children):
                self._inside(self._node.add("Strong"), children, look.weighing("semibold"))
            case doc.Superscript() | doc.Subscript():
                self._raised(inline, look)
            case doc.Span(children=children, lang="", expansion=""):
                self.add(children, look)
            case doc.Span(children=children, lang=lang, expansion=expansion):
                self._inside(self._node.add("Span", lang=lang, expansion=expansion), children, look)
            case doc.Link():
                self._link(inline, look)
            case _:
                assert_never(inline)

    def _written(self, inline: doc.Text | doc.Value, look: CharacterStyle) -> None:
        """Text, with the letters raised that the language raises; it is read as the one word that it is."""
        text, end = inline.text, 0
        values = (inline,) if isinstance(inline, doc.Value) else ()
        found = [] if self._node.role == "Code" else list(self._style.raised.finditer(text))
        kept = verbatim(text) if found else []
        for match in found:
            if within(kept, match.start()):
                continue
            self.text(text[end : match.start("letters")], look, values=values)
            self.text(match["letters"], _lifted(look), values=values)
            end = match.end()
        if text[end:] or not text:
            self.text(text[end:], look, values=values)

    def _raised(self, inline: doc.Superscript | doc.Subscript, look: CharacterStyle) -> None:
        """Raised or lowered digits are told from those on the line: 10² is not 102."""
        look = replace(look, size=_small(look.size), rise=look.rise + _RISE[type(inline)] * look.size)
        signs = plain(inline.children)
        if signs and all(sign in _SIGNS for sign in signs):
            spoken = signs.translate(_DIGITS[type(inline)])
            self._inside(self._node.add("Span", actual=spoken), inline.children, look)
        else:
            self.add(inline.children, look)

    def _link(self, link: doc.Link, look: CharacterStyle) -> None:
        match link.children:
            case (doc.Superscript(children=mark),) if link.url.startswith("#"):
                self._mark(link.url[1:], link.said or plain(mark), mark, look)
                return
        look = replace(look, colour=self._style.link_colour, underline=True)
        self.link(link.url, link.said, link.children, look)

    def _mark(
        self, anchor: str, words: str, mark: Sequence[doc.Inline], look: CharacterStyle, note: doc.Note | None = None
    ) -> None:
        """A raised mark that refers to the note at `anchor`; `words` are said of it."""
        raised = _lifted(look).weighing("semibold")
        first, *rest = mark
        # In one piece with the mark: alone a program takes it for a gap, and drops it.
        mark = (doc.Text(_HAIR + first.text), *rest) if isinstance(first, doc.Text) else (doc.Text(_HAIR), *mark)
        runs = self._linked(self._node.add("Reference").add("Link"), f"#{anchor}", words, mark, raised)
        self._take(replace(run, note=note, anchor=call_anchor(anchor)) for run in runs)

    def _linked(
        self, node: StructElem, url: str, contents: str, children: Sequence[doc.Inline], look: CharacterStyle
    ) -> list[Run]:
        annotation = Slot(node)
        inner = RunMaker(node, self._style, LinkTarget(annotation, url, contents))
        inner.add(children, look)
        node.kids.append(annotation)
        return inner.runs

    def _inside(self, node: StructElem, children: Iterable[doc.Inline], look: CharacterStyle) -> None:
        inner = RunMaker(node, self._style, self._target)
        inner.add(children, look)
        self._take(inner.runs)

    def _take(self, runs: Iterable[Run]) -> None:
        self.runs.extend(runs)
        self._slot = None


def _is_said_beside(span: doc.Span, content: doc.Inlines, at: int) -> bool:
    """Whether the words that the abbreviation at `at` stands for are printed with it, as in "European Union (EU)"."""
    words = span.expansion.casefold()
    if not words:
        return False
    many = len(words) + 3
    told_before = _words_near((content[near] for near in range(at - 1, -1, -1)), many, backwards=True)
    told_after = _words_near((content[near] for near in range(at + 1, len(content))), many)
    return told_before.endswith(f"{words} (") or told_after.startswith(f" ({words})")


def _words_near(content: Iterable[doc.Inline], many: int, *, backwards: bool = False) -> str:
    """The words of what stands next, as many characters at least, in one case: a long text is not put together for each
    abbreviation in it."""
    said = ""
    for inline in content:
        said = plain((inline,)) + said if backwards else said + plain((inline,))
        if len(said) >= many:
            break
    return said.casefold()


def make_runs(
    content: Iterable[doc.Inline], node: StructElem, look: CharacterStyle, inline_style: InlineStyle
) -> tuple[Run, ...]:
    """The runs of `content` as the content of `node`."""
    maker = RunMaker(node, inline_style)
    maker.add(content, look)
    return tuple(maker.runs)


def link_runs(
    text: str, node: StructElem, look: CharacterStyle, inline_style: InlineStyle, url: str, contents: str
) -> tuple[Run, ...]:
    """`text` as a link in `node`, in the look of the text around it; `contents` is said of it."""
    maker = RunMaker(node, inline_style)
    maker.link(url, contents, (doc.Text(text),), look)
    return tuple(maker.runs)


def call_anchor(anchor: str) -> str:
    """Where the note at `anchor` is first called, for the way back."""
    return f"{anchor}-call"


def notes_in(runs: Iterable[Run]) -> list[doc.Note]:
    """The footnotes that the runs call, each once, in order."""
    return list({run.note.anchor: run.note for run in runs if run.note is not None}.values())


def _lifted(look: CharacterStyle) -> CharacterStyle:
    """Small and raised."""
    return replace(look, size=_small(look.size), rise=look.rise + _RISE[doc.Superscript] * look.size)


def _small(size: float) -> float:
    return min(size, max(_LEAST, size * _SMALL))
