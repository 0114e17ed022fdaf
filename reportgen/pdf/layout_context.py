"""What every maker of parts works with: the theme, the notes made so far, the texts that print page numbers.

A context serves one paper. Making a text makes its element, its inline elements and, after it, the elements
of the footnotes that it is the first to call: so the structure tree is in reading order before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from reportgen.document.inlines import Inline, Inlines, Note, Text, Value, plain
from reportgen.frozen import mutable
from reportgen.house import MM
from reportgen.pdf.linebreaking import LineBreaker
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.runs import CharacterStyle, Run, call_anchor, link_runs, make_runs, notes_in
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import Bookmark, Hanging, Margin, ParagraphStyle, TextPart
from reportgen.pdf.theme import TextStyle, Theme
from reportgen.problems import NOWHERE, Place


@mutable
class LayoutContext:
    """Makes texts and, with them, the structure tree."""

    theme: Theme
    notes: dict[str, Part] = field(default_factory=dict)
    """How each footnote is shown, by its anchor."""
    numbered: list[LineBreaker] = field(default_factory=list)
    """The texts that print the number of a page."""
    explained: set[str] = field(default_factory=set)
    """The abbreviations that a side note has explained."""
    _named: int = 0
    """How many headings have an anchor of the layout's own."""

    def text(
        self,
        content: Sequence[Inline],
        parent: StructElem,
        setting: TextStyle,
        *,
        role: str = "P",
        hanging: Hanging | None = None,
        anchor: str = "",
        bookmark: Bookmark | None = None,
        place: Place = NOWHERE,
        change: str = "",
    ) -> TextPart:
        """A text with an element of its own below `parent`, and the notes that it calls after it.

        `change` ("new", "changed") is said before it, and marked in the margin.
        """
        node = parent.add(role)
        margin = self._margin(change, node) if change else None
        part = self.text_in(content, node, setting, hanging=hanging, anchor=anchor, bookmark=bookmark, place=place)
        part.node, part.margin = node, margin
        self.call_notes(part.runs, parent)
        return part

    def heading(
        self,
        content: Sequence[Inline],
        parent: StructElem,
        setting: TextStyle,
        *,
        anchor: str = "",
        place: Place = NOWHERE,
    ) -> TextPart:
        """The heading of what is set apart in a section, such as a box, one level deeper; it has a bookmark."""
        level = parent.heading_level()
        if not anchor:
            self._named += 1
            anchor = f"heading-{self._named}"
        bookmark = Bookmark(plain(content), level - 1, is_chapter=False)
        return self.text(content, parent, setting, role=f"H{level}", anchor=anchor, bookmark=bookmark, place=place)

    def text_in(
        self,
        content: Sequence[Inline],
        node: StructElem,
        setting: TextStyle,
        *,
        hanging: Hanging | None = None,
        anchor: str = "",
        bookmark: Bookmark | None = None,
        place: Place = NOWHERE,
    ) -> TextPart:
        """A text as the content of `node` itself; who calls sees to its notes."""
        return self.set(
            make_runs(content, node, setting.look, self.theme.inline_style),
            setting.form,
            place,
            hanging,
            anchor,
            bookmark,
        )

    def set(
        self,
        runs: Sequence[Run],
        form: ParagraphStyle,
        place: Place = NOWHERE,
        hanging: Hanging | None = None,
        anchor: str = "",
        bookmark: Bookmark | None = None,
    ) -> TextPart:
        """Runs as a text, whose page numbers are printed when they are known."""
        part = TextPart(runs, form, self.theme.lettering, hanging, anchor, bookmark)
        part.place = place
        if any(run.page for run in runs):
            self.numbered.append(part.breaker)
        return part

    def label(
        self, text: str, node: StructElem, look: CharacterStyle, x: float = 0.0, printed: Iterable[Value] = ()
    ) -> Hanging:
        """Words that hang beside a text, as the content of `node`; `printed` are the values that they say."""
        runs = make_runs([Text(text)], node, look, self.theme.inline_style)
        return Hanging(tuple(replace(run, values=tuple(printed)) for run in runs), x)

    def _margin(self, change: str, node: StructElem) -> Margin:
        """The mark of a changed text: a bar left of the body's edge, its word where labels hang."""
        theme, page = self.theme, self.theme.house.grid
        bar = page.text * MM - theme.unit
        word = theme.words.say(f"changes.mark-{change}")
        # Heard with a pause before the text that it stands beside.
        span = node.add("Span", actual=theme.words.say("labels.titled", label=word, title=""))
        runs = make_runs([Text(f"{word} ")], span, theme.change, theme.inline_style)
        width = sum(theme.lettering.width(run.text, run.look.style, run.look.size) for run in runs)
        return Margin(runs, min(page.outer * MM, bar - width), bar, theme.house.colours.grey)

    def call_notes(self, runs: Sequence[Run], parent: StructElem) -> None:
        """Make the notes that `runs` are the first to call, below `parent`."""
        for note in notes_in(runs):
            if note.anchor not in self.notes:
                self.notes[note.anchor] = self._note(note, parent)

    def titled(self, label: str, title: Inlines) -> Inlines:
        """A title behind its label, such as "Chart 1: Two countries negotiate"."""
        if not (label and title):
            return (Text(label), *title) if label else title
        return Text(self.theme.words.say("labels.titled", label=label, title="")), *title

    def _note(self, note: Note, parent: StructElem) -> Part:
        setting = self.theme.footnote
        node = parent.add("Note", id=note.anchor)
        look = setting.look.weighing("semibold")
        parts: list[Part] = []
        for index, paragraph in enumerate(note.paragraphs):
            hanging = self._number(note, node, look) if index == 0 else None
            anchor = note.anchor if index == 0 else ""
            parts.append(self.text(paragraph, node, setting, hanging=hanging, anchor=anchor, place=note.place))
        return parts[0] if len(parts) == 1 else VerticalList(parts)

    def _number(self, note: Note, node: StructElem, look: CharacterStyle) -> Hanging:
        """The number of a note, a link back to where it is first called."""
        said = self.theme.words.say("links.back", number=note.number)
        inline_style = self.theme.inline_style
        return Hanging(
            link_runs(str(note.number), node.add("Lbl"), look, inline_style, f"#{call_anchor(note.anchor)}", said)
        )
