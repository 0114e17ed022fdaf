"""Small papers for the tests of the layout, on the ferries to an island."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pypdfium2 as pdfium

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inlines, Text
from reportgen.figures.picture import Fill, Outline, Path, Picture
from reportgen.geometry import Box
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import lay_out, paint, write

PICTURES = {"sailings": Picture(470, 100, (Path(Outline.of_box(Box(0, 0, 9, 9)), Fill((0.0, 0.0, 1.0))),))}
"""That of the chart."""
LINE = "The ferry to the island sails twice a day and is full on most days of the summer. "


def said(words: str) -> Inlines:
    """`words` without markup."""
    return (Text(words),)


def lines(count: int) -> doc.Paragraph:
    """A paragraph of about `count` lines of the body."""
    return doc.Paragraph(said(LINE * count))


def chart_of(height: float) -> doc.Chart:
    """Chart 1, as wide as the page and `height` points high."""
    return doc.Chart("sailings", 470, height, said("One bar."), "Chart 1", said("Ferries"), anchor="chart-1")


def table_of(columns: int, rows: int, word: str = "word") -> doc.TableBlock:
    """Table 1, with `word` in every cell."""
    heads = tuple(doc.ColumnHead(said(f"Head {index}")) for index in range(columns))
    cells = tuple(doc.TableCell(said(word), header=index == 0) for index in range(columns))
    return doc.TableBlock(heads, (doc.TableRow(cells),) * rows, "Table 1", said("Sailings"), anchor="table-1")


def paper_of(*blocks: doc.Block | doc.Section, **changes: object) -> doc.Document:
    """A briefing with a cover, contents that take half a page, and one chapter, "1 Ferries", from page 3 on."""
    section = doc.Section(1, said("Ferries"), "section-ferries", blocks, "1", new_page=True)
    contents = doc.ContentsList("Contents", (doc.ContentsEntry("1", section.title, section.anchor),) * 16)
    cover = doc.Cover("Institute", "", said("Islands"), "No. 1")
    paper = doc.Document(doc.Properties("Islands", "en-GB", (), ""), cover, (contents,), (section,), ("No. 1",))
    return replace(paper, **changes)  # type: ignore[arg-type]


def laid_out(document: doc.Document, pictures: Mapping[str, Picture] = PICTURES) -> tuple[bytes, Mapping[str, int]]:
    """The paper in the default house, and the page of each of its anchors."""
    laid = lay_out(document, House(), words_for("en-GB"))
    return paint(laid, pictures), laid.page_index.anchors


def pages_of(document: doc.Document, house: House | None = None) -> list[str]:
    """The text of each page, in the default house if no other is given."""
    paper = pdfium.PdfDocument(write(document, house or House(), words_for("en-GB"), PICTURES))
    texts = [page.get_textpage().get_text_bounded() for page in paper]
    paper.close()
    return texts


def second_chapter(*blocks: doc.Block) -> doc.Section:
    """A chapter that runs on, "2 Bridges"."""
    return doc.Section(1, said("Bridges"), "section-bridges", blocks, "2")


def section_of(title: str, *blocks: doc.Block) -> doc.Section:
    """A section of the second level."""
    return doc.Section(2, said(title), f"section-{title.lower()}", blocks, "1.1")
