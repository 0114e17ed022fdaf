"""A paper read back: who owns what, and what is broken in it is kept and stops nothing."""

from __future__ import annotations

from reportgen.pdfread.blocks import blocks
from reportgen.pdfread.paper import opened
from tests.pdf.handmade import paper
from tests.validation.breaking import broken, element


def test_every_content_has_its_owner() -> None:
    with opened(paper()) as found:
        assert found.faults == []
        assert all(sequence in found.owners for page in found.pages for sequence in page.sequences)
        (title,) = (one for one in found.elements if one.role == "Title")
        assert (title.kind, title.page) == ("P", 0)


def test_blocks_come_in_reading_order_with_their_own_content() -> None:
    with opened(paper()) as found:
        texts = [block.text for block in blocks(found) if not block.is_figure]
    assert texts[:4] == ["Bees & their keepers", "Why bees matter", "Bees pollinate. ", "Honey keeps1 "]


def test_a_language_holds_below_its_element() -> None:
    with opened(paper()) as found:
        (quoted,) = (one for one in found.of("P") if one.within("BlockQuote"))
    assert quoted.lang == "el"


def test_content_that_is_not_there_is_kept_as_a_fault() -> None:
    def break_it(pdf: object) -> None:
        element(pdf, "H1").K = 99

    with opened(broken(paper(), break_it)) as found:
        assert [(fault.rule, str(fault)) for fault in found.faults] == [
            ("pdf-mark-owner", "page 1: the H1 owns marked content 99, which is not there")
        ]
        assert found.of("P")
