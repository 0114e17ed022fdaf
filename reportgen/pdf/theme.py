"""The house style as looks and forms: how each kind of text is set in the PDF.

All sizes derive from the base size and all left edges from the page's grid; no other module of this room names either.
White is told in units, half a line of the body each.

The ratios are this engine's own taste, tried at 12 points on its demonstration papers: leading of 1.3 and more for what
is read on and 1.15 to 1.2 for large type; more white above a heading than below it, so that it belongs to what follows;
small type no smaller than three quarters of the body, but for running heads.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from reportgen.fonts import Chain, Style
from reportgen.frozen import frozen
from reportgen.house import MM, House
from reportgen.language import Words
from reportgen.pdf.lettering import Lettering
from reportgen.pdf.notes import NoteLook
from reportgen.pdf.runs import CharacterStyle, InlineStyle
from reportgen.pdf.textpart import ParagraphStyle

_REGULAR = Style()
_SEMIBOLD = Style("semibold")
_BOLD = Style("bold")

_AROUND = {1: (4.0, 1.4), 2: (2.2, 0.7), 3: (1.7, 0.4), 4: (1.5, 0.2)}
"""The white above and below the headings of each level, in units. Our taste: at least twice as much above as below, and
no more of it than tells the levels apart."""


_LONG_TABLE = 12
"""Rows from which a table stands closely: in wider ones it would take more than a third of a page."""


@frozen
class TextStyle:
    """How a kind of text is set."""

    look: CharacterStyle
    form: ParagraphStyle

    def indented(self, left: float) -> TextStyle:
        """The same, `left` points further in."""
        return TextStyle(self.look, replace(self.form, left=self.form.left + left))

    def spaced(self, before: float, after: float) -> TextStyle:
        """The same with other white around."""
        return TextStyle(self.look, replace(self.form, before=before, after=after))


@frozen
class CaptionLook:
    """How what stands above a chart or a table is set."""

    title: TextStyle
    subtitle: TextStyle


@frozen
class CellLook:
    """How cells are set; `padding` is the white above and below each, in points."""

    head: TextStyle
    body: TextStyle
    padding: float


@frozen
class Space:
    """Where blocks stand, in points: running text from `left` on, in a column of `width` from 0 on."""

    left: float
    width: float

    def inside(self, step: float) -> Space:
        """The same column, with text `step` further in."""
        return replace(self, left=self.left + step)


@frozen
class Theme:
    """The settings of a house, in the words of a language."""

    house: House
    words: Words

    @cached_property
    def lettering(self) -> Lettering:
        """What measures and sets text in the house's fonts."""
        return Lettering(Chain(self.house.fonts))

    @cached_property
    def inline_style(self) -> InlineStyle:
        """The colour of links and the words of a footnote's link."""
        return InlineStyle(self.house.colours.link, self.words.say("links.note", number="{number}"), self.words.raised)

    @cached_property
    def unit(self) -> float:
        """The base of all white: half a line of the body."""
        return self.house.sizes.leading / 2

    @cached_property
    def indent(self) -> float:
        """From the outer edge to the body's."""
        return self.house.grid.indent

    @cached_property
    def space(self) -> Space:
        """The text area of an upright page."""
        return Space(self.indent, self.house.page.measure)

    @cached_property
    def unbreakable_up_to(self) -> float:
        """The height up to which a box, a quotation or a table is never split: three tenths of a page, our taste."""
        return self.house.page.text_height * 0.3

    @cached_property
    def half_page(self) -> float:
        """Half the height of a page of text."""
        return self.house.page.text_height / 2

    @cached_property
    def chapter_needed_space(self) -> float:
        """The height that a chapter needs to begin on a page not its own: a heading and seven lines, our taste."""
        return self.heading(1).form.before + self.house.sizes.leading * 7

    @cached_property
    def landscape_measure(self) -> float:
        """The full measure of a page on its side."""
        page = self.house.page
        return (page.height - 2 * page.outer) * MM

    @cached_property
    def body(self) -> TextStyle:
        """Running text."""
        sizes = self.house.sizes
        return TextStyle(
            CharacterStyle(sizes.base, self._ink),
            ParagraphStyle(sizes.leading, before=self.unit * 0.55, after=self.unit * 0.85),
        )

    @cached_property
    def small(self) -> TextStyle:
        """Standing texts."""
        return self._setting(self.house.sizes.scaled(0.85), 1.35, after=self.unit * 0.8)

    def heading(self, level: int) -> TextStyle:
        """A heading of level 1, 2 or 3; one of level 4 is a bold line."""
        sizes, unit = self.house.sizes, self.unit
        size = {1: sizes.chapter, 2: sizes.section, 3: sizes.subsection, 4: sizes.base}[level]
        style = _BOLD if level == 1 else _SEMIBOLD
        before, after = _AROUND[level]
        form = ParagraphStyle(
            round(size * 1.2, 1), before=unit * before, after=unit * after, balanced=True, keep_together=True
        )
        return TextStyle(CharacterStyle(size, self._ink, style), form)

    def standing_heading(self, level: int) -> TextStyle:
        """A heading over standing texts: of all of them, or of one."""
        size = self.house.sizes.subsection if level == 1 else self.house.sizes.table
        setting = self._setting(size, 1.3, _SEMIBOLD)
        return TextStyle(
            setting.look, replace(setting.form, before=self.unit * 1.2, after=self.unit * 0.1, keep_together=True)
        )

    @cached_property
    def box_title(self) -> TextStyle:
        """The title of a box."""
        return self._setting(self.house.sizes.base, 1.3, _SEMIBOLD, after=self.unit * 0.5)

    @cached_property
    def code(self) -> TextStyle:
        """A line of code; what doesn't fit goes on further in."""
        setting, hanging_indent = self._setting(self.house.sizes.scaled(0.8), 1.32), self.unit * 2
        return TextStyle(setting.look, replace(setting.form, left=hanging_indent, hanging_indent=hanging_indent))

    @cached_property
    def quotation(self) -> TextStyle:
        """The words of a person."""
        return self._setting(self.house.sizes.scaled(1.13), 1.35, after=self.unit * 0.5)

    @cached_property
    def attribution(self) -> TextStyle:
        """Whose words they are."""
        return self._setting(self.house.sizes.subtitle, 1.3, colour=self._grey)

    def captions(self, *, dense: bool = False) -> CaptionLook:
        """Title and subtitle of a chart or a table, or of a dense table."""
        sizes = self.house.sizes
        title, subtitle = (sizes.table, sizes.small) if dense else (sizes.caption, sizes.subtitle)
        return CaptionLook(
            self._setting(title, 1.25, _SEMIBOLD, balanced=not dense),
            self._setting(subtitle, 1.3, colour=self._grey),
        )

    @cached_property
    def source(self) -> TextStyle:
        """Note and source under a chart or a table."""
        return self._setting(self.house.sizes.small, 1.3, colour=self._grey)

    @cached_property
    def bibliography(self) -> TextStyle:
        """An entry of the list of sources."""
        setting = self._setting(self.house.sizes.note, 1.3, after=self.unit * 0.3)
        hanging_indent = self.unit * 2
        return TextStyle(setting.look, replace(setting.form, left=hanging_indent, hanging_indent=hanging_indent))

    @cached_property
    def footnote(self) -> TextStyle:
        """A footnote."""
        setting = self._setting(self.house.sizes.note, 1.3)
        return setting.indented(self.house.sizes.scaled(1.5))

    def cells(self, *, dense: bool = False, rows: int = 0) -> CellLook:
        """The cells of a table of so many rows, or of a dense one.

        Our taste: what is read row by row has room, and a table of a third of a page or more stands as closely as
        print allows, in rows of 5.5 mm.
        """
        size, share = (self.house.sizes.small, 0.18) if dense else (self.house.sizes.table, 0.42)
        share = 0.16 if rows >= _LONG_TABLE and not dense else share
        return CellLook(self._setting(size, 1.28, _SEMIBOLD), self._setting(size, 1.28), self.unit * share)

    def figure(self, scale: float) -> TextStyle:
        """A key figure, at `scale` of its usual size."""
        return self._setting(self.house.sizes.scaled(2.1 * scale), 1.15, _BOLD, colour=self.house.colours.accent)

    @cached_property
    def figure_label(self) -> TextStyle:
        """What a key figure is."""
        return self._setting(self.house.sizes.subtitle, 1.3)

    @cached_property
    def hanging(self) -> CharacterStyle:
        """Dates and labels in the margin."""
        return CharacterStyle(self.house.sizes.scaled(0.9), self.house.colours.accent, _SEMIBOLD)

    @cached_property
    def change(self) -> CharacterStyle:
        """The word beside a changed paragraph."""
        return CharacterStyle(self.house.sizes.small, self.house.colours.accent, _SEMIBOLD)

    @cached_property
    def running_head(self) -> CharacterStyle:
        """Header and footer."""
        return CharacterStyle(self.house.sizes.scaled(0.71), self._grey)

    @cached_property
    def notes(self) -> NoteLook:
        """Where footnotes stand."""
        page = self.house.grid
        return NoteLook(
            left=page.indent,
            width=page.text_measure,
            leading=self.footnote.form.leading,
            gap=1.5,
            above_rule=self.unit * 0.75,
            below_rule=self.unit * 0.7,
            rule_width=34 * MM,
            rule_thickness=0.5,
            rule_colour=self._ink,
        )

    def _setting(
        self,
        size: float,
        leading: float,
        style: Style = _REGULAR,
        *,
        colour: str = "",
        after: float = 0.0,
        balanced: bool = False,
    ) -> TextStyle:
        look = CharacterStyle(size, colour or self._ink, style)
        return TextStyle(look, ParagraphStyle(round(size * leading, 1), after=after, balanced=balanced))

    @property
    def _ink(self) -> str:
        return self.house.colours.ink

    @property
    def _grey(self) -> str:
        return self.house.colours.grey
