"""The house style as data: colours, fonts, sizes from one base size, the page, series and standing texts.

Both matplotlib and ReportLab read it; nothing here draws. `sources/house.yaml` changes any of it, key by key
(`reportgen.source` reads that file against these dataclasses). Lengths of the page are millimetres, sizes of type
points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from reportgen.colours import mix
from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.phrases import NO_TEXT, Phrase

MM = 72 / 25.4
"""Points in a millimetre."""

_EXAMPLE = Pattern(r"(?:@|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)>?$")


def is_example(address: str) -> bool:
    """Whether an e-mail address is one of an example, which nobody can have (RFC 2606)."""
    return _EXAMPLE.search(address.strip()) is not None


@frozen
class Colours:
    """sRGB colours as #rrggbb, in small letters.

    Text colours reach 7:1 on white, `link` and `accent` 4.5:1 (a test computes them).
    """

    ink: str = "#1d1d25"
    grey: str = "#434a54"
    rule: str = "#b9c0c9"
    accent: str = "#0b5c55"
    tint: str = "#eaf2f1"
    link: str = "#0b4f86"
    warm: str = "#b4500b"
    blue: str = "#12436d"
    paper: str = "#ffffff"
    categories: tuple[str, ...] = ("#0b5c55", "#b4500b", "#12436d", "#3f948b", "#801650", "#3d3d3d")
    """For series of a chart, in order; each reaches 3:1 on paper and on the tint. A kind adds dashes, marks or hatches,
    which tell neighbours of one grey apart."""

    @property
    def grid(self) -> str:
        """The lines of a chart's grid: a pale rule."""
        return mix(self.rule, self.paper, 0.35)


@frozen
class Face:
    """Three weights of a font family, upright and italic, as font files; "" takes the nearest style that there is.

    A path is relative to the workspace's `sources/` folder; `source-sans` and `dejavu-sans` are built in.
    """

    regular: str
    bold: str = ""
    italic: str = ""
    bold_italic: str = ""
    semibold: str = ""
    semibold_italic: str = ""


@frozen
class Fonts:
    """The chain of families: a character is set in the first that has it."""

    chain: tuple[str, ...] = ("source-sans", "dejavu-sans")
    """Names of built-in families or of `families`."""
    families: Mapping[str, Face] = field(default_factory=dict)


@frozen
class Sizes:
    """Sizes of type in points, all derived from `base`."""

    base: float = 12.0

    def scaled(self, ratio: float) -> float:
        """`ratio` times the base size, to a tenth of a point."""
        return round(self.base * ratio, 1)

    @property
    def leading(self) -> float:
        """The line distance of the body."""
        return self.scaled(1.34)

    @property
    def chapter(self) -> float:
        """Headings of the first level."""
        return self.scaled(2.0)

    @property
    def section(self) -> float:
        """Headings of the second level."""
        return self.scaled(1.29)

    @property
    def subsection(self) -> float:
        """Headings of the third level."""
        return self.scaled(1.04)

    @property
    def caption(self) -> float:
        """Titles of charts and tables."""
        return self.scaled(1.04)

    @property
    def subtitle(self) -> float:
        """Subtitles of charts and tables."""
        return self.scaled(0.833)

    @property
    def table(self) -> float:
        """Table cells."""
        return self.scaled(0.85)

    @property
    def note(self) -> float:
        """Footnotes."""
        return self.scaled(0.775)

    @property
    def small(self) -> float:
        """Sources, notes of charts and tables, running heads and footers."""
        return self.scaled(0.75)

    @property
    def chart(self) -> float:
        """Labels in a chart."""
        return self.scaled(0.75)

    @property
    def chart_small(self) -> float:
        """The smallest text in a chart: never under 8 pt."""
        return max(8.4, self.scaled(0.7))


@frozen
class PageGrid:
    """The page and its one grid, in millimetres from the left and top edge of the sheet."""

    width: float = 210.0
    height: float = 297.0
    outer: float = 22.0
    """The left edge of charts, wide tables and hanging numbers; the right margin is the same."""
    text: float = 40.0
    """The left edge of body, headings, boxes, quotations and notes."""
    top: float = 22.0
    """From the top edge to the first line."""
    bottom: float = 20.0
    """From the last line, or note, to the bottom edge."""
    run_on: float = 0.34
    """The share of a page that a chapter fills at least on its last one; under a shorter tail the next chapter goes on,
    which else begins a page. 0: it always begins one."""

    @property
    def measure(self) -> float:
        """The full measure in points: charts and wide tables."""
        return (self.width - 2 * self.outer) * MM

    @property
    def text_height(self) -> float:
        """From the first line to the last, in points."""
        return (self.height - self.top - self.bottom) * MM

    @property
    def text_measure(self) -> float:
        """The measure of the body in points."""
        return (self.width - self.outer - self.text) * MM

    @property
    def indent(self) -> float:
        """How far the body's edge stands from the outer edge, in points."""
        return (self.text - self.outer) * MM


@frozen
class PaperSeries:
    """A series of papers: its name as printed before the number, such as "Research briefing"."""

    name: str


@frozen
class StandingTexts:
    """Texts that stand in every paper (Markdown with templates); an empty one is left out."""

    impartiality: Phrase = NO_TEXT
    licence: Phrase = NO_TEXT
    formats: Phrase = NO_TEXT
    citation: Phrase = NO_TEXT


def contact_lines(contact: str | tuple[str, ...]) -> list[str]:
    """A contact as its lines: a list of them, or a text of several."""
    parts = (contact,) if isinstance(contact, str) else contact
    lines = (line.strip(" \\") for part in parts for line in part.split("\n"))
    return [line for line in lines if line]


Sources = Literal["notes", "list", "both"]
CoverLook = Literal["light", "full"]
Standard = Literal["ua1", "ua2"]
"""PDF/UA-1 with PDF/A-3a, or PDF/UA-2 with PDF/A-4."""
Side = Literal["numbers", "notes", "none"]
_SIDE_NOTES = 40.0
"""Millimetres that the column of side notes is wide at least. Our taste: some twenty characters a line."""


@frozen
class House:
    """The institution and its style."""

    name: str = ""
    tagline: str = ""
    """Printed after the name, such as "demonstration paper"."""
    contact: str | tuple[str, ...] = ""
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    sizes: Sizes = Sizes()
    page: PageGrid = PageGrid()
    side: Side = "numbers"
    """What stands left of the text: the numbers of headings, notes (with a wider column), or nothing, so that the text
    begins where charts do."""
    standard: Standard = "ua1"
    """What its papers conform to."""
    cover: CoverLook = "light"
    """Titles on paper, for office printers, or on a band of the accent colour."""
    sources: Sources = "notes"
    """Where sources stand in full: in the notes that cite them first, and in a list what else is named; in a list, the
    notes being short; or in both."""
    series: Mapping[str, PaperSeries] = field(default_factory=dict)
    standing: StandingTexts = StandingTexts()
    off: Mapping[Phrase, str] = field(default_factory=dict)
    """Rules that the house must break, each with its reason."""
    numbers: tuple[str, ...] = ()
    """Texts whose numbers are meant as they stand, such as "24/7"."""
    abbreviations: tuple[str, ...] = ()
    """Abbreviations that the house's readers know, beside those that everybody does, such as "EU"."""

    @property
    def grid(self) -> PageGrid:
        """The page with the left edge of its text where `side` asks for it."""
        page = self.page
        if self.side == "numbers":
            return page
        return replace(page, text=page.outer if self.side == "none" else max(page.text, page.outer + _SIDE_NOTES))
