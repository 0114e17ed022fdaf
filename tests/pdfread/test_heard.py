"""What is said of each kind of element."""

from __future__ import annotations

from reportgen.pdfread.heard import Heard, heard
from reportgen.pdfread.paper import opened
from tests.corpus import TINY, paper

PAPERS = {source.name: source for source in TINY}


def lines(name: str) -> list[str]:
    with opened(paper(PAPERS[name])) as read:
        return [str(one) for one in heard(read)]


def test_a_cell_stands_behind_the_name_of_its_column() -> None:
    said = lines("tables")
    assert (
        "  row: Orchard: Northbank; Planted: 12 Mar 1978; Registered: 1980; Trees: 1,240 [Table note a]; "
        in "\n".join(said)
    )
    assert "table: Table 1: Four orchards. As of September 2024 (4 rows, 9 columns)" in said


def test_a_note_is_said_behind_what_calls_it() -> None:
    said = lines("footnotes")
    called = next(number for number, line in enumerate(said) if "[Footnote 1]" in line)
    assert said[called + 1].startswith("note 1: ")


def test_a_note_in_a_cell_a_caption_or_a_quotation_is_said_behind_it() -> None:
    said = lines("footnotes")
    for line, note in (
        ("quotation: A quotation with a note. [Footnote 8]", "note 8: The note of a quotation."),
        ("table: Table 1: A table with a note [Footnote 11] (3 rows, 2 columns)", "note 11: The note of a caption."),
        ("  row: Lock: Upper [Footnote 13]; Depth: 1.9", "  note 13: The note of a cell."),
    ):
        assert said[said.index(line) + 1] == note


def test_an_abbreviation_and_a_link_say_so() -> None:
    assert "Counted by the RSB [River Safety Board]. Data: table A1 [link]." in lines("languages")


def test_a_line_of_a_row_without_heads() -> None:
    assert str(Heard(3, 1, "row", "a", (("", "a"), ("b", "c")))) == "  row: a; b: c"
