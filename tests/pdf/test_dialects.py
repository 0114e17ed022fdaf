"""The tree in the dialect of PDF 2.0: PDF/UA-2 and PDF/A-4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Emphasis, Link, Note, NoteMark, Strong, Superscript, Text
from reportgen.pdf.dialects import DIALECTS
from reportgen.pdf.structure import StructElem
from reportgen.pdfread.heard import heard
from reportgen.pdfread.paper import Paper, opened
from reportgen.validation import check_pdf
from tests.pdf.papers import chart_of, laid_out, lines, paper_of, said, table_of

NAMESPACE = "http://iso.org/pdf2/ssn"
NOTE = Note(1, (said("Counted by hand."),), "note-1")
FILE = doc.Attachment("chart-1.csv", b"x", "text/csv", "Data", "Data of Chart 1", ("chart-1",))


def document(**changes: Any) -> doc.Document:
    """A paper with one of each that the dialects write otherwise."""
    marked = doc.TableCell((Text("9"), Superscript(said("a"))))
    table = table_of(2, 1)
    row = doc.TableRow((table.rows[0].cells[0], marked))
    words = (Strong(said("Twice")), Text(" a "), Emphasis(said("day")), NoteMark(NOTE), Link(said("see"), "#chart-1"))
    paper = paper_of(
        doc.Paragraph(words),
        doc.TextBox(said("Inside"), (lines(1),), "Box 1", "box-1"),
        chart_of(90),
        replace(table, rows=(row,), notes=(("a", said("Twice.")),)),
        doc.DefinitionList((doc.Definition(said("Pier"), ((lines(1),),)),)),
        **changes,
    )
    return replace(paper, properties=replace(paper.properties, standard="ua2"))


@pytest.fixture(scope="module")
def data() -> bytes:
    return laid_out(document())[0]


@pytest.fixture
def paper(data: bytes) -> Iterator[Paper]:
    with opened(data) as read:
        yield read


def roles(paper: Paper) -> set[str]:
    return {element.role for element in paper.elements}


def test_our_own_rules_and_what_the_standards_share_find_nothing(data: bytes) -> None:
    assert [str(problem) for problem in check_pdf(data, "paper.pdf")] == []


def test_roles_of_pdf_2_are_real_and_in_its_namespace(paper: Paper) -> None:
    assert {"Title", "Aside", "FENote", "Strong", "Em"} <= roles(paper)
    assert not {"Reference", "Note"} & roles(paper)
    assert "/RoleMap" not in paper.tree
    named = {element.role for element in paper.elements if "/NS" in element.object}
    assert roles(paper) - named == {"TOC", "TOCI"}
    assert {str(element.object.NS.NS) for element in paper.elements if "/NS" in element.object} == {NAMESPACE}


def test_a_note_and_its_mark_refer_to_each_other(paper: Paper) -> None:
    notes = paper.of("Note")
    assert [note.attributes["NoteType"] for note in notes] == ["/Footnote", "/Footnote"]
    for note in notes:
        (mark,) = (link for link in paper.of("Link") if "/Ref" in link.object and link.object.Ref[0] == note.object)
        assert note.object.Ref[0].objgen == mark.object.objgen


def test_links_and_bookmarks_lead_to_elements_and_to_places(paper: Paper) -> None:
    elements = {element.object.objgen: element for element in paper.elements}
    links = [one for page in paper.pdf.pages for one in page.obj.get("/Annots", [])]
    entries = _entries(paper.catalog.Outlines)
    for one in (*links, *entries):
        assert one.A.S == "/GoTo" and "/Dest" not in one
        assert one.A.SD[0].objgen in elements and list(one.A.SD)[1:] == list(one.A.D)[1:]
    headings = [elements[entry.A.SD[0].objgen].kind for entry in entries]
    assert headings == ["H1", "H1", "H2"]


def _entries(outline: Any) -> list[Any]:
    found, entry = [], outline.get("/First")
    while entry is not None:
        found += [entry, *_entries(entry)]
        entry = entry.get("/Next")
    return found


def test_an_entry_of_the_contents_refers_to_its_heading(paper: Paper) -> None:
    entry = next(iter(paper.of("TOCI")))
    heading = next(one for one in paper.of("H1") if one.object.objgen == entry.object.Ref[0].objgen)
    assert [kid.kind for kid in entry.elements] == ["P"]
    assert heading.kind == "H1"


def test_captions_stand_in_what_may_have_one(paper: Paper) -> None:
    assert {caption.parent.role for caption in paper.of("Caption") if caption.parent} == {"Aside", "Table"}


def test_a_list_of_terms_says_so(paper: Paper) -> None:
    terms = next(one for one in paper.of("L") if one.elements[0].elements[0].kind == "Lbl")
    assert terms.attributes["ListNumbering"] == "/Description"


@pytest.mark.parametrize("files, conformance", [((), None), ((FILE,), "F")])
def test_the_packet_claims_what_it_is_and_nothing_else_tells(
    files: tuple[doc.Attachment, ...], conformance: str | None
) -> None:
    written, _ = laid_out(document(attachments=files))
    assert written.startswith(b"%PDF-2.0")
    with pikepdf.Pdf.open(BytesIO(written)) as pdf:
        assert "/Info" not in pdf.trailer
        packet = pdf.Root.Metadata.read_bytes().decode()
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            claims = [xmp.get(f"{name}") for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert claims == ["4", conformance, "2"]
    assert "wtpdf#accessibility1.0" in packet and "pdfaExtension:schemas>" not in packet


def test_it_sounds_as_the_older_standard_does(paper: Paper) -> None:
    new = document()
    old, _ = laid_out(replace(new, properties=replace(new.properties, standard="ua1")))
    with opened(old) as other:
        assert [str(one) for one in heard(paper)] == [str(one) for one in heard(other)]


def test_in_the_older_dialect_newer_roles_are_mapped() -> None:
    dialect = DIALECTS["ua1"]
    assert {dialect.role(StructElem(role)) for role in ("Title", "Note", "Reference")} == {"Title", "Note", "Reference"}
    assert dialect.role_map["Title"] == "P"
