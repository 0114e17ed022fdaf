"""The paper with ReportLab as its user guide shows it: an untagged PDF, charts as pictures, notes at the end.

Run in the environment of the benchmark. Fonts are the DejaVu family that comes with matplotlib.
"""

from __future__ import annotations

import json
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from tests.benchmarks.tools.arguments import arguments

WIDTH = 166 * mm
FONTS = {"Serif": ("", "-Bold", "-Italic", "-BoldItalic"), "Sans": ("", "-Bold", "-Oblique", "-BoldOblique")}
BODY = ParagraphStyle("Body", fontName="Serif", fontSize=10, leading=12.5, alignment=TA_JUSTIFY, spaceAfter=6)
CELL = ParagraphStyle("Cell", fontName="Serif", fontSize=9, leading=11)
HEAD = ParagraphStyle("Head", parent=CELL, fontName="Serif-Bold")
TITLE = ParagraphStyle("Title", fontName="Sans-Bold", fontSize=24, leading=30)
CAPTION = ParagraphStyle("Caption", fontName="Sans-Oblique", fontSize=9, leading=11, spaceAfter=8)
HEADINGS = {
    level: ParagraphStyle(
        f"Heading{level}",
        fontName="Sans-Bold",
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=10,
        spaceAfter=5,
        keepWithNext=1,
    )
    for level, size in ((1, 16), (2, 13), (3, 11))
}
GRID: list[tuple[Any, ...]] = [
    ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
]


class Numbered(Canvas):
    """Keeps the pages until their number is known, for "Page 2 of 9"."""

    def __init__(self, *arguments: Any, number: str, title: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.heads = number, title
        self.pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self.pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        pages = self.pages
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            if number > 1:
                self.setFont("Sans", 8)
                self.drawString(22 * mm, 280 * mm, self.heads[0])
                self.drawRightString(188 * mm, 280 * mm, self.heads[1])
                self.drawRightString(188 * mm, 14 * mm, f"Page {number} of {len(pages)}")
            super().showPage()
        super().save()


class Outlined(BaseDocTemplate):
    """Tells the contents and the bookmarks of each heading."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        level, key = getattr(flowable, "level", 0), getattr(flowable, "key", "")
        if level and isinstance(flowable, Paragraph):
            text = flowable.getPlainText()
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level - 1, False)
            self.notify("TOCEntry", (level - 1, text, self.page, key))


def main() -> None:
    source, output, charts = arguments("png")
    paper = json.loads((source / "story.json").read_text())
    register_fonts()
    story = [*cover(paper), *contents()]
    for part in paper["parts"]:
        story += flowables(part, charts)
    document = Outlined(str(output), pagesize=A4, title=paper["title"], author=paper["authors"], lang="en")
    frame = Frame(22 * mm, 25 * mm, WIDTH, 247 * mm, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.multiBuild(story, canvasmaker=partial(Numbered, number=paper["number"], title=paper["title"]))


def register_fonts() -> None:
    found = find_spec("matplotlib")
    assert found and found.origin
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    for family, faces in FONTS.items():
        names = [f"{family}{face}" for face in faces]
        for name in names:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"DejaVu{name}.ttf")))
        pdfmetrics.registerFontFamily(family, *names)


def cover(paper: dict[str, Any]) -> list[Flowable]:
    summary = [Paragraph("<b>Summary</b>", BODY), *(Paragraph(item, BODY, bulletText="•") for item in paper["summary"])]
    return [
        Spacer(1, 40 * mm),
        Paragraph(paper["number"], BODY),
        Spacer(1, 10 * mm),
        Paragraph(paper["title"], TITLE),
        Paragraph(paper["subtitle"], BODY),
        Paragraph(f"{paper['authors']}<br/>{paper['date']}", BODY),
        Spacer(1, 20 * mm),
        Table([[summary]], colWidths=[WIDTH], style=[("BACKGROUND", (0, 0), (-1, -1), colors.HexColor("#eeeeee"))]),
        PageBreak(),
    ]


def contents() -> list[Flowable]:
    table = TableOfContents()
    table.levelStyles = [
        ParagraphStyle(f"Contents{level}", fontName="Serif", fontSize=10, leftIndent=5 * mm * level, leading=12.5)
        for level in range(3)
    ]
    table.dotsMinLevel = 0
    return [Paragraph("Contents", ParagraphStyle("Contents", parent=HEADINGS[1])), table, PageBreak()]


def flowables(part: dict[str, Any], charts: Path) -> list[Flowable]:
    match part["kind"]:
        case "heading":
            head: Any = Paragraph(part["text"], HEADINGS[part["level"]])
            head.level, head.key = part["level"], part["id"]
            return [head]
        case "bullet":
            return [Paragraph(part["text"], BODY, bulletText="•")]
        case "chart":
            image = Image(str(charts / f"{part['id']}.png"))
            scale = 141 * mm / image.drawWidth
            image.drawWidth, image.drawHeight = image.drawWidth * scale, image.drawHeight * scale
            return [KeepTogether([image, Paragraph(part["caption"], CAPTION)])]
        case "table":
            return [Paragraph(part["caption"], CAPTION), table(part["rows"]), Spacer(1, 8)]
        case "note":
            return [Paragraph(part["text"], CELL)]
        case _:
            return [Paragraph(part["text"], BODY)]


def table(rows: list[list[str]]) -> Table:
    columns = len(rows[0])
    widths = [10 * mm, 86 * mm, *[11.6 * mm] * 6] if columns == 8 else [WIDTH / columns] * columns
    head, *body = rows
    cells = [[Paragraph(cell, HEAD) for cell in head], *([Paragraph(cell, CELL) for cell in row] for row in body)]
    return Table(cells, colWidths=widths, repeatRows=1, style=GRID)


if __name__ == "__main__":
    main()
