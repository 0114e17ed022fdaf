"""A small tagged paper drawn by hand, without layout: what `finish` gets from the layout, at its simplest.

Two pages on bees: title, headings, a list, a link, a footnote, a table, a figure with its data, a quotation in Greek,
and a paragraph that runs over the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Pdf
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen import canvas

from reportgen.document.blocks import Attachment
from reportgen.fonts import Chain, Style
from reportgen.house import Fonts
from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.embedded_fonts import EmbeddedFont
from reportgen.pdf.finish import finish
from reportgen.pdf.structure import Content, LinkAnnotation, StructElem

PROPERTIES = DocumentInfo(
    title="Bees & their keepers",
    language="en-GB",
    created=date(2024, 5, 1),
    modified=date(2024, 6, 30),
    authors=("Ada Hive", "Ben Comb"),
    subject="How many bees there are",
    keywords=("bees", "honey"),
)
HIVES = Attachment("hives.csv", b"year,hives\n2023,12\n", "text/csv", "Data", "The data of chart 1", ("chart-hives",))
LEFT = 72
_CANVAS: Any = canvas.Canvas
"""Its published types lack most of what is used here."""


def font() -> str:
    """The name of the upright face, registered."""
    file = Chain(Fonts()).files(Style())[0]
    if file.path not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(EmbeddedFont(file.path, file.path))
    return file.path


@dataclass
class Sheet:
    """Draws text and marks it with its node."""

    tree: StructElem
    out: BytesIO = field(default_factory=BytesIO)
    marks: list[list[StructElem]] = field(default_factory=lambda: [[]])
    annotations: int = 0
    y: float = 780

    def __post_init__(self) -> None:
        self.canvas: Any = _CANVAS(self.out, invariant=1, initialFontName=font(), pageCompression=0)
        self.canvas.showOutline()

    @contextmanager
    def marked(self, node: StructElem) -> Iterator[None]:
        page = len(self.marks) - 1
        mcid = len(self.marks[page])
        self.marks[page].append(node)
        node.kids.append(Content(page, mcid))
        self.canvas._code.append(f"/{node.role} <</MCID {mcid}>> BDC")
        yield
        self.canvas._code.append("EMC")

    def text(self, node: StructElem, text: str, size: float = 12, x: float = LEFT, step: float = 20) -> None:
        with self.marked(node):
            self.show(text, size, x)
        self.y -= step

    def show(self, text: str, size: float = 12, x: float = LEFT) -> None:
        face: Any = pdfmetrics.getFont(font())
        pieces = face.splitString(text, self.canvas._doc)
        self.canvas._code.append(f"BT {x} {self.y:.1f} Td")
        for subset, codes in pieces:
            name = face.getSubsetInternalName(subset, self.canvas._doc)
            self.canvas._code.append(f"{name} {size} Tf <{codes.hex()}> Tj")
        self.canvas._code.append("ET")

    def heading(self, parent: StructElem, level: int, text: str) -> None:
        key = f"heading-{text}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(text, key, level - 1)
        self.text(parent.add(f"H{level}"), text, 18 - 2 * level, step=30)

    def link(self, node: StructElem, text: str, contents: str, address: str, x: float = LEFT) -> None:
        with self.marked(node):
            self.show(text, x=x)
        rectangle = pdfdoc.PDFArray([x, self.y, x + 80, self.y + 12])
        action = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)})
        entries = {"Type": pdfdoc.PDFName("Annot"), "Subtype": pdfdoc.PDFName("Link"), "Rect": rectangle}
        entries |= {"Contents": pdfdoc.PDFString(contents), "A": action, "Border": "[0 0 0]"}
        self.canvas._addAnnotation(pdfdoc.PDFDictionary(entries))
        node.kids.append(LinkAnnotation(len(self.marks) - 1, self.annotations))
        self.annotations += 1

    def artifact(self, text: str) -> None:
        keep, self.y = self.y, 30
        self.canvas._code.append("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
        self.show(text, 9)
        self.canvas._code.append("EMC")
        self.y = keep

    def next_page(self) -> None:
        self.artifact(f"Page {len(self.marks)}")
        self.canvas.showPage()
        self.marks.append([])
        self.annotations, self.y = 0, 780

    def close(self) -> bytes:
        self.artifact(f"Page {len(self.marks)}")
        self.canvas.save()
        return self.out.getvalue()


def paper(info: DocumentInfo = PROPERTIES, attachments: Sequence[Attachment] = (HIVES,)) -> bytes:
    """The finished paper."""
    tree = StructElem("Document")
    sheet = Sheet(tree)
    sheet.text(tree.add("Title"), "Bees & their keepers", 24, step=40)
    first = tree.add("Sect")
    _first_page(sheet, first)
    _second_page(sheet, first, tree.add("Sect"))
    return finish(sheet.close(), tree, sheet.marks, info, attachments)


def _first_page(sheet: Sheet, section: StructElem) -> None:
    sheet.heading(section, 1, "Why bees matter")
    sheet.text(section.add("P"), "Bees pollinate. ")
    _note(sheet, section)
    sheet.heading(section, 2, "What they do")
    points = section.add("L")
    points.attributes.append(("List", "ListNumbering", "Disc"))
    for point in ("They fly.", "They dance."):
        item = points.add("LI")
        with sheet.marked(item.add("Lbl")):
            sheet.show("• ")
        sheet.text(item.add("LBody"), point, x=LEFT + 20)
    linked = section.add("P")
    sheet.link(linked.add("Link"), "The hive book", "The hive book, on the web", "https://example.org/hive")
    sheet.y -= 20
    quoted = section.add("BlockQuote")
    sheet.text(quoted.add("P", lang="el"), "Η μέλισσα")
    _figure(sheet, section)
    running = section.add("P")
    sheet.text(running, "A paragraph that runs ")
    sheet.next_page()
    sheet.text(running, "over the page.")


def _note(sheet: Sheet, section: StructElem) -> None:
    paragraph = section.add("P")
    sheet.text(paragraph, "Honey keeps", step=0)
    link = paragraph.add("Reference").add("Link")
    sheet.text(link, "1 ", 8, x=LEFT + 65)
    link.kids.append(_footnote_link(sheet))
    note = section.add("Note", id="note-1")
    keep, sheet.y = sheet.y, 60
    sheet.text(note.add("P"), "1 Hive book, page 3.", 9)
    sheet.y = keep


def _footnote_link(sheet: Sheet) -> LinkAnnotation:
    sheet.canvas.bookmarkHorizontal("note-1", 0, 70)
    rectangle = f"[{LEFT + 65} {sheet.y} {LEFT + 70} {sheet.y + 10}]"
    target = sheet.canvas._bookmarkReference("note-1")
    sheet.canvas._addAnnotation(pdfdoc.LinkAnnotation(rectangle, "Footnote 1", target, Border="[0 0 0]"))
    sheet.annotations += 1
    return LinkAnnotation(len(sheet.marks) - 1, sheet.annotations - 1)


def _figure(sheet: Sheet, section: StructElem) -> None:
    sheet.text(section.add("Caption"), "Chart 1: Twelve hives, more than ever")
    figure = section.add("Figure", alt="A single bar: 12 hives in 2023.")
    figure.attributes += [
        ("Layout", "BBox", (LEFT, sheet.y - 40, LEFT + 100, sheet.y)),
        ("Layout", "Placement", "Block"),
    ]
    figure.files.extend(HIVES.anchors)
    with sheet.marked(figure):
        sheet.canvas.setFillColorRGB(0.1, 0.3, 0.4)
        sheet.canvas.rect(LEFT, sheet.y - 40, 100, 40, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(0, 0, 0)
    sheet.y -= 70


def _second_page(sheet: Sheet, first: StructElem, second: StructElem) -> None:
    sheet.text(first.add("P"), "Varroa destructor\u00a0is a mite.")
    sheet.heading(second, 1, "The numbers")
    sheet.text(second.add("Caption"), "Table 1: Hives by year")
    table = second.add("Table")
    _row(sheet, table.add("THead"), ["Year ", "Hives "], "TH")
    body = table.add("TBody")
    _row(sheet, body, ["2022 ", "10 "])
    _row(sheet, body, ["2023 ", ""])
    second.add("P")  # nothing is drawn for it: it is left out


def _row(sheet: Sheet, part: StructElem, cells: list[str], role: str = "TD") -> None:
    row = part.add("TR")
    for column, cell in enumerate(cells):
        heads_row = column == 0 and role == "TD"
        node = row.add("TH" if heads_row else role)
        if node.role == "TH":
            node.attributes.append(("Table", "Scope", "Row" if heads_row else "Column"))
        if cell:
            sheet.text(node.add("P"), cell, x=LEFT + 100 * column, step=0)
    sheet.y -= 20


def one_line(tree: StructElem, **options: Any) -> bytes:
    """A paper of one page that says "Buzz."."""
    sheet = Sheet(tree)
    sheet.text(tree.add("P"), "Buzz.")
    return finish(sheet.close(), tree, sheet.marks, PROPERTIES, **options)


def elements(pdf: Pdf, role: str) -> list[Any]:
    return [item for item in dictionaries(pdf, "StructElem") if f"/{role}" == item.S]


def dictionaries(pdf: Pdf, kind: str) -> list[Any]:
    found = [item for item in pdf.objects if isinstance(item, Dictionary)]
    return [item for item in found if item.get("/Type") == f"/{kind}"]
