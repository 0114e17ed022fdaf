"""Rules on the paper as a whole: what its catalog and properties say, bookmarks, fonts, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.pdfread.bounds import TooMuch
from reportgen.pdfread.fault import PdfFault, shorten
from reportgen.pdfread.paper import Element, Paper

_SUBSET = re.compile(r"/[A-Z]{6}\+.+")

_EQUAL = {
    "Title": "dc:title",
    "Author": "dc:creator",
    "Subject": "dc:description",
    "Keywords": "pdf:Keywords",
    "Creator": "xmp:CreatorTool",
    "Producer": "pdf:Producer",
    "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate",
}
"""What Info and the XMP packet both say (ISO 19005-1, table 1)."""

_CLAIMS = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
_CLAIMS_OF_PDF_2 = {"pdfaid:part": "4", "pdfaid:rev": "2020", "pdfuaid:part": "2", "pdfuaid:rev": "2024"}


def title(paper: Paper) -> Iterator[PdfFault]:
    """The paper has a title, and its window shows it."""
    if not paper.title:
        yield PdfFault("pdf-title", "the paper has no title")
    if paper.catalog.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle") is not True:
        yield PdfFault("pdf-title", "the window shows the file's name, not the title")


def marked(paper: Paper) -> Iterator[PdfFault]:
    """The file says that it is tagged."""
    if paper.catalog.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked") is not True:
        yield PdfFault("pdf-tree", "the paper does not say that it is tagged")


def metadata(paper: Paper) -> Iterator[PdfFault]:
    """Info and XMP are equal, and XMP claims both standards; PDF 2.0 has no Info."""
    xmp = _xmp(paper)
    info = pikepdf.Dictionary() if paper.is_pdf_2 else paper.pdf.docinfo
    if paper.is_pdf_2 and "/Info" in paper.pdf.trailer:
        yield PdfFault("pdf-metadata", "properties stand outside XMP")
    for key, name in () if paper.is_pdf_2 else _EQUAL.items():
        is_date = name.endswith("Date")
        one, other = _of_info(info.get(f"/{key}"), is_date=is_date), _of_xmp(xmp.get(name), is_date=is_date)
        if one != other:
            yield PdfFault("pdf-metadata", f"{key} is {shorten(one)} in the properties and {shorten(other)} in XMP")
    for name, value in (_CLAIMS_OF_PDF_2 if paper.is_pdf_2 else _CLAIMS).items():
        if xmp.get(name) != value:
            yield PdfFault("pdf-claims", f"the XMP packet does not claim {name} {value}")


def _xmp(paper: Paper) -> dict[str, Any]:
    if "/Metadata" not in paper.catalog:
        return {}
    with paper.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        return {name: packet.get(name) for name in (*_EQUAL.values(), *_CLAIMS, *_CLAIMS_OF_PDF_2)}


def _of_info(value: Any, *, is_date: bool) -> str:
    text = "" if value is None else str(value)
    return re.sub(r"\D", "", text) if is_date else text


def _of_xmp(value: Any, *, is_date: bool) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    text = str(value or "")
    return text.replace("-", "") if is_date else text


def page_labels(paper: Paper) -> Iterator[PdfFault]:
    """Pages have labels, from the first on."""
    numbers = paper.catalog.get("/PageLabels", pikepdf.Dictionary()).get("/Nums", pikepdf.Array())
    if len(numbers) == 0 or numbers[0] != 0:
        yield PdfFault("pdf-page-labels", "the pages have no labels")


def bookmarks(paper: Paper) -> Iterator[PdfFault]:
    """Bookmarks have the texts and levels of the headings, in their order."""
    headings = [(int(item.kind[1]), _one_line(_titled(item))) for item in paper.of("H1", "H2", "H3", "H4")]
    outline = list(_outline(paper))
    in_outline, in_text = set(outline), set(headings)
    for heading in headings:
        if heading not in in_outline:
            yield PdfFault("pdf-bookmarks", f"the heading {shorten(heading[1])} has no bookmark of its level")
    for entry in outline:
        if entry not in in_text:
            yield PdfFault("pdf-bookmarks", f"the bookmark {shorten(entry[1])} is no heading of its level")
    if sorted(headings) == sorted(outline) and headings != outline:
        yield PdfFault("pdf-bookmarks", "the bookmarks stand in another order than the headings")


def _titled(element: Element) -> str:
    """The words of a heading as they are set, without the marks of notes: what a bookmark says."""
    if element.kind == "Reference" or "/Ref" in element.object:
        return ""
    parts = (_titled(kid) if isinstance(kid, Element) else getattr(kid, "text", "") for kid in element.kids)
    return element.says("Alt") or "".join(parts)


_DEEPEST = 100
"""Levels of bookmarks."""


def _outline(paper: Paper) -> Iterator[tuple[int, str]]:
    """The bookmarks with their levels, in their order; TooMuch for more than a paper has, or for a loop of them."""
    top = paper.catalog.get("/Outlines")
    waiting = [] if top is None else [(1, top.get("/First"))]
    while waiting:
        level, entry = waiting.pop()
        if entry is None:
            continue
        paper.budget.spend("bookmarks")
        if level > _DEEPEST:
            raise TooMuch(f"the file has bookmarks of more than {_DEEPEST} levels")
        yield level, _one_line(str(entry.get("/Title", "")))
        waiting += [(level, entry.get("/Next")), (level + 1, entry.get("/First"))]


def _one_line(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def fonts(paper: Paper) -> Iterator[PdfFault]:
    """Every font is embedded, as a subset, with a map to Unicode."""
    for font in _dictionaries(paper, "/Font"):
        name = str(font.get("/BaseFont", "/without name"))
        descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield PdfFault("pdf-fonts", f"the font {name[1:]} is not embedded")
        elif not _SUBSET.fullmatch(name):
            yield PdfFault("pdf-fonts", f"the font {name[1:]} is embedded whole")
        if "/ToUnicode" not in font:
            yield PdfFault("pdf-unicode", f"the font {name[1:]} does not map to Unicode")


def attachments(paper: Paper) -> Iterator[PdfFault]:
    """An attachment has a description and a relationship, and belongs to the paper."""
    associated = {item.objgen for item in paper.catalog.get("/AF", pikepdf.Array())}
    specifications = _dictionaries(paper, "/Filespec")
    for item in specifications:
        name = str(item.get("/UF", ""))
        if "/AFRelationship" not in item or not str(item.get("/Desc", "")):
            yield PdfFault("pdf-attachment", f"the attachment {name} does not say what it is")
        if item.objgen not in associated:
            yield PdfFault("pdf-attachment", f"the attachment {name} belongs to nothing")


def _dictionaries(paper: Paper, kind: str) -> list[Any]:
    found = [item for item in paper.pdf.objects if isinstance(item, pikepdf.Dictionary)]
    return [item for item in found if item.get("/Type") == kind]


CHECKS = (title, marked, metadata, page_labels, bookmarks, fonts, attachments)
