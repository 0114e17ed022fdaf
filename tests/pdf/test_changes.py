"""Changes as they are set: the table of the box and the page, the marks in the margin, page numbers in words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inlines, Link, PageNumber, Text
from reportgen.house import MM, House, PageGrid, Sizes
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from reportgen.validation.conformance import conformance
from tests.pdf.papers import LINE, lines, pages_of, paper_of, said, section_of

LONG = "The council of the united islands and of the communes on their northern and western shores"

LONG_WORD = "Donaudampfschifffahrtsgesellschaft"


def entry(words: str) -> Inlines:
    return said(f"{words} – Harbour Office")


def group(subject: str, count: int) -> doc.ChangeGroup:
    return doc.ChangeGroup(said(subject), tuple(entry(f"Sailings {index}, 3 to 4") for index in range(count)))


def table(*groups: doc.ChangeGroup) -> doc.ChangeTable:
    return doc.ChangeTable(groups)


def box(*blocks: doc.Block) -> doc.TextBox:
    return doc.TextBox(said("What has changed"), blocks, whole=True)


def written(document: doc.Document, house: House | None = None) -> bytes:
    data = write(document, house or House(), words_for("en-GB"))
    assert [str(problem) for problem in check_pdf(data, "paper.pdf")] == []
    return data


def test_a_subject_labels_the_list_of_its_changes() -> None:
    tree = tag_tree(written(paper_of(box(table(group("Isle", 2), group("Skerry", 1))))))
    assert "\n".join(line.strip() for line in tree.splitlines()).endswith(
        """L (ListNumbering: None)
LI
Lbl "Isle"
LBody
L (ListNumbering: None)
LI
LBody
P "Sailings 0, 3 to 4 – Harbour Office"
LI
LBody
P "Sailings 1, 3 to 4 – Harbour Office"
LI
Lbl "Skerry"
LBody
P "Sailings 0, 3 to 4 – Harbour Office\""""
    )


@pytest.mark.parametrize("subject", ["Isle", LONG, LONG_WORD])
@pytest.mark.parametrize("boxed", [True, False])
def test_many_changes_run_over_pages_and_none_is_lost(subject: str, boxed: bool) -> None:
    changes = table(group(subject, 40), group("Skerry", 3))
    data = written(paper_of(box(changes) if boxed else changes))
    paper = pdfium.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in paper]
    paper.close()
    assert sum(page.count("3 to 4") for page in pages) == 43
    assert ["(continued)" in " ".join(page.split()) for page in pages[2:]] == [False] + [True] * (len(pages) - 3)
    assert "(continued)" not in tag_tree(data)


def test_the_box_stays_on_one_page() -> None:
    changes = box(table(*(group(f"Isle {index}", 1) for index in range(6))))
    for count in range(18, 40):
        assert max(page.count("3 to 4") for page in pages_of(paper_of(lines(count), changes))) == 6, count


def test_a_page_number_is_that_of_what_it_names() -> None:
    section = section_of("Late", lines(3))
    link = Link((Text("page "), PageNumber(section.anchor)), f"#{section.anchor}")
    paper = paper_of(doc.Paragraph((Text("All: "), link, Text("."))), lines(90), section)
    pages = pages_of(paper)
    (found,) = (number for number, page in enumerate(pages, 1) if "Late" in page and number > 2)
    assert f"All: page {found}." in pages[2] and found > 3
    with opened(written(paper)) as read:
        (annotation,) = (item for item in read.pdf.pages[2].Annots if str(item.get("/Contents")) == f"page {found}")
        assert annotation.Dest[0].objgen == read.pdf.pages[found - 1].objgen


def test_page_numbers_that_take_another_line_once_they_are_known_push_what_follows_down() -> None:
    section = section_of("Late", *[lines(90)] * 5)
    late = doc.Section(2, said("Later"), "section-later", (lines(3),), "1.2")
    numbers = [one for _ in range(10) for one in (PageNumber("section-later"), Text(" yonder "))]
    first = doc.ChangeGroup(said("Isle"), (tuple(numbers),))
    data = written(paper_of(table(first, group("Skerry", 1)), section, late))
    paper = pdfium.PdfDocument(data)
    page = paper[2].get_textpage()
    text = page.get_text_range()
    last, next_one = text.rindex("yonder"), text.index("Skerry")
    bottom, top = page.get_charbox(last + 1)[1], page.get_charbox(next_one)[3]
    paper.close()
    assert top < bottom


# --- marks in the margin ---------------------------------------------------------------------------------------------
def _marked(*, change: Any) -> doc.Document:
    text = doc.Paragraph(said(LINE * 4), change=change)
    return paper_of(
        *[text] * 5,
        doc.List((((text,)), (text, text))),
        doc.TextBox(said("Title"), (text,), "Box 1"),
        doc.Quotation((text,), said("Somebody")),
        doc.DefinitionList((doc.Definition(said("Ferry"), ((text,),)),)),
        section_of("Late", replace(text, content=said(LINE * 60))),
        footer=("No. 1",),
    )


def _lines(document: doc.Document, left: float = 39 * MM) -> list[list[tuple[str, float, float]]]:
    """The text of each page that begins right of `left`, with the left end of its baseline."""
    with opened(write(document, House(), words_for("en-GB"))) as paper:
        return [
            [
                (piece.text, round(piece.box[0], 1), round(piece.baseline, 1))
                for piece in page.pieces
                if piece.box[0] > left
            ]
            for page in paper.pages
        ]


@pytest.mark.parametrize("change", ["new", "changed"])
def test_marks_move_no_line(change: str) -> None:
    assert _lines(_marked(change=change)) == _lines(_marked(change=""))


def test_a_mark_is_heard_before_its_paragraph() -> None:
    tree = tag_tree(written(_marked(change="new")))
    assert tree.count("(actual text: new: )") == 12
    assert 'Span (actual text: new: ) "new "\n' in tree


def test_the_word_hangs_at_the_outer_edge_once_and_the_bar_goes_along() -> None:
    with opened(write(_marked(change="changed"), House(), words_for("en-GB"))) as paper:
        hung = [piece for page in paper.pages for piece in page.pieces if piece.text == "changed "]
    assert {round(piece.box[0], 1) for piece in hung} == {round(22 * MM, 1)} and len(hung) == 12
    with_bars, without = (_streams(_marked(change=change)) for change in ("changed", ""))
    more = [one.count(" re") - other.count(" re") for one, other in zip(with_bars, without, strict=True)]
    assert more[:2] == [0, 0] and min(more[2:]) >= 1 and sum(more) > 12


def _streams(document: doc.Document) -> list[str]:
    with pikepdf.Pdf.open(BytesIO(write(document, House(), words_for("en-GB")))) as pdf:
        return [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]


def test_in_a_narrow_margin_the_word_stands_left_of_the_bar() -> None:
    house = House(page=PageGrid(text=40), sizes=Sizes(18))
    with opened(written(_marked(change="changed"), house)) as paper:
        hung = [piece for page in paper.pages for piece in page.pieces if piece.text == "changed "]
    assert all(piece.box[0] > 0 and piece.box[2] < 40 * MM for piece in hung) and hung


# --- footer and properties -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("forms", "printed"),
    [
        (("Long", "Short"), "Long"),
        ((LONG * 3, "Short"), "Short"),
        ((LONG * 3, LONG * 2), "The council of the united islands"),
    ],
)
def test_the_footer_takes_the_first_form_that_there_is_room_for(forms: tuple[str, ...], printed: str) -> None:
    with opened(written(paper_of(lines(3), footer=forms))) as paper:
        (text,) = (piece for piece in paper.pages[2].artifacts if piece.text.startswith(printed))
        (count,) = (piece for piece in paper.pages[2].artifacts if piece.text.startswith("3 of "))
    assert text.box[2] < count.box[0] - 10


def test_the_digest_is_in_the_properties() -> None:
    document = paper_of(lines(3))
    data = written(replace(document, properties=replace(document.properties, digest="0f" * 32)))
    assert list(conformance(data)) == []
    with pikepdf.Pdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as packet:
        assert packet["dc:source"] == f"urn:sha-256:{'0f' * 32}"
