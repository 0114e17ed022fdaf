"""What a reader hears of the hand-made paper, as one readable text."""

from __future__ import annotations

from reportgen.pdf.finish import finish
from reportgen.pdf.structure import StructElem
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree, text_of
from tests.pdf.handmade import PROPERTIES, Sheet, paper

TREE = """\
Document
  Title "Bees & their keepers"
  Sect
    H1 "Why bees matter"
    P "Bees pollinate. "
    P
      "Honey keeps"
      Reference
        Link (to: #; said: Footnote 1) "1 "
    Note (id: note-1)
      P "1 Hive book, page 3."
    H2 "What they do"
    L (ListNumbering: Disc)
      LI
        Lbl "• "
        LBody "They fly."
      LI
        Lbl "• "
        LBody "They dance."
    P
      Link (to: https://example.org/hive; said: The hive book, on the web) "The hive book"
    BlockQuote
      P (lang: el) "Η μέλισσα"
    Caption "Chart 1: Twelve hives, more than ever"
    Figure (alt: A single bar: 12 hives in 2023.; files: hives.csv)
    P "A paragraph that runs over the page."
    P "Varroa destructor\u00a0is a mite."
  Sect
    H1 "The numbers"
    Caption "Table 1: Hives by year"
    Table
      THead
        TR
          TH (Scope: Column)
            P "Year "
          TH (Scope: Column)
            P "Hives "
      TBody
        TR
          TH (Scope: Row)
            P "2022 "
          TD
            P "10 "
        TR
          TH (Scope: Row)
            P "2023 "
          TD
"""


def text(code: str) -> str:
    """What is read of a paragraph whose content has `code` round its word."""
    sheet = Sheet(StructElem("Document"))
    with sheet.marked(sheet.tree.add("P")):
        sheet.canvas._code.append(code)
        sheet.show("Bee")
        sheet.canvas._code.append("EMC")
    with opened(finish(sheet.close(), sheet.tree, sheet.marks, PROPERTIES)) as found:
        return text_of(found.of("P")[0])


def test_the_tag_tree() -> None:
    assert tag_tree(paper()) == TREE


def test_an_actual_text_is_read_instead() -> None:
    assert text("/Span <</ActualText (Wasp)>> BDC") == "Wasp"


def test_a_soft_hyphen_is_not_read() -> None:
    assert text("/Span <</ActualText <FEFF00AD>>> BDC") == ""


def test_a_figure_is_read_by_its_alternative() -> None:
    with opened(paper()) as found:
        assert text_of(found.of("Figure")[0]) == "A single bar: 12 hives in 2023."
