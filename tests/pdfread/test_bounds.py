"""What is read of a paper is counted, so that a file that is made to harm is refused with a sentence, early."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from reportgen.geometry import Box
from reportgen.pdfread import bounds, content
from reportgen.pdfread.bounds import Budget, TooMuch, leaves
from reportgen.pdfread.decoding import Decoder, decoder
from reportgen.pdfread.paper import Element, opened
from reportgen.validation import check_pdf, reading_order, spoken_text
from tests.pdf.handmade import paper
from tests.validation.breaking import broken

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    return paper()


def _painted(data: bytes, *, often: int = 1) -> Change:
    def change(pdf: Any) -> None:
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(data)] * often)

    return change


def _tagged(make: Callable[[Any, Any], list[Any]]) -> Change:
    """A tree of one Document with the kids that `make` gives for an open paper and the tree's root."""

    def change(pdf: Any) -> None:
        tree = pdf.Root.StructTreeRoot
        kids = Array([pdf.make_indirect(kid) for kid in make(pdf, tree)])
        tree.K = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=kids))

    return change


def _shared_kids(pdf: Any, tree: Any) -> list[Any]:
    shared = pdf.make_indirect(Array([0] * 300))
    return [Dictionary(S=Name.P, P=tree, K=shared) for _ in range(300)]


def _shared_words(pdf: Any, tree: Any) -> list[Any]:
    shared = pdf.make_indirect(String("bees " * 200))
    return [Dictionary(S=Name.P, P=tree, Alt=shared) for _ in range(300)]


def _wide_cell(pdf: Any, tree: Any) -> list[Any]:
    cell = Dictionary(S=Name.TD, P=tree, A=Dictionary(O=Name.Table, RowSpan=9, ColSpan=1_000_000_000))
    row = Dictionary(S=Name.TR, P=tree, K=pdf.make_indirect(cell))
    return [Dictionary(S=Name.Table, P=tree, K=pdf.make_indirect(row))]


def _bookmarks_twice(pdf: Any) -> None:
    """Each of 60 levels holds the level below it twice: read one by one they never end."""
    inner: Any = None
    for _ in range(60):
        second = Dictionary(Title=String("Bees")) if inner is None else Dictionary(Title=String("Bees"), First=inner)
        first = Dictionary(Title=String("Bees"), Next=pdf.make_indirect(second))
        if inner is not None:
            first.First = inner
        inner = pdf.make_indirect(first)
    pdf.Root.Outlines.First = inner


def _large_map(pdf: Any) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.ToUnicode = pdf.make_stream(b"1 beginbfrange " + b"<00> <FF> <0041> " * 5_000 + b"endbfrange")


def _many_widths(pdf: Any) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.Widths = Array([500] * 300)


def _annotations(pdf: Any) -> None:
    pdf.pages[0].obj.Annots = Array(
        [
            pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1])))
            for _ in range(300)
        ]
    )


_LOW = {
    "operators on its pages": 500,
    "things in its structure tree": 1_000,
    "characters in its structure tree": 10_000,
    "annotations": 200,
    "bookmarks": 200,
}
"""Bounds for the tests, above what the good paper has, so that what is over them is made soon."""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_painted(b"q Q " * 1_000), "500 operators on its pages"),
        (_painted(b" " * 100_000, often=50), "4,000,000 bytes of content on a page"),
        (_painted(b"/P BMC " * 200), "100 marks in each other"),
        (_tagged(_shared_kids), "1,000 things in its structure tree"),
        (_tagged(_shared_words), "10,000 characters in its structure tree"),
        (_tagged(_wide_cell), "1,000,000 columns in the rows of its tables"),
        (_bookmarks_twice, "200 bookmarks"),
        (_large_map, "64,000 bytes in a font's map to Unicode"),
        (_many_widths, "256 widths in a font"),
        (_annotations, "200 annotations"),
    ],
)
def test_a_file_with_more_than_a_paper_has_is_refused_with_a_sentence(
    good: bytes, monkeypatch: pytest.MonkeyPatch, change: Change, told: str
) -> None:
    for what, most in _LOW.items():
        monkeypatch.setitem(bounds._MOST, what, most)
    assert [problem for problem in check_pdf(good, "bees.pdf") if problem.rule == "pdf-unreadable"] == []
    problem = next(one for one in check_pdf(broken(good, change), "bees.pdf") if one.rule == "pdf-unreadable")
    assert f"more than {told}" in problem.message


class _Node(dict[str, Any]):
    """A node of a tree of names that counts how often it is read."""

    read = 0
    is_indirect = True

    def __init__(self, number: int, **entries: Any) -> None:
        super().__init__({f"/{key}": value for key, value in entries.items()})
        self.objgen = (number, 0)

    def get(self, key: str, default: Any = None) -> Any:
        _Node.read += 1
        return super().get(key, default)


def test_a_node_of_a_tree_is_read_once_however_often_it_is_named() -> None:
    node = _Node(1, Names=["bees", 1])
    for number in range(2, 60):
        node = _Node(number, Kids=[node, node])
    _Node.read = 0
    assert list(leaves(node, "/Names")) == [("bees", 1)]
    assert _Node.read == 2 * 59
    loop = _Node(1, Nums=[0, "bees"])
    loop["/Kids"] = [loop, loop]
    assert list(leaves(loop, "/Nums")) == [(0, "bees")]


def test_a_tree_of_names_has_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bounds._MOST, "entries in a tree of names or numbers", 10)
    with pytest.raises(TooMuch, match="10 entries"):
        list(leaves(_Node(1, Names=["bees", 1] * 10), "/Names"))


def test_a_font_that_several_pages_use_is_read_once(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def counted(font: Any) -> Decoder:
        read.append(font)
        return decoder(font)

    monkeypatch.setattr(content, "decoder", counted)
    with opened(good) as found:
        fonts = {font.objgen for page in found.pdf.pages for font in page.resources.Font.values()}
        assert len(found.pages) > 1 and len(read) <= len(fonts)


def test_the_page_of_an_element_is_known_when_the_tree_is_read(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def wide(_: Any, tree: Any) -> list[Any]:
        return [Dictionary(S=Name.P, P=tree) for _ in range(500)]

    with opened(broken(good, _tagged(wide))) as found:
        monkeypatch.delattr(Element, "content")
        assert [element.page for element in found.elements] == [None] * 501


def test_where_a_part_ends_is_measured_once(good: bytes) -> None:
    asked = []

    class Watched(Element):
        def content(self) -> Any:
            asked.append(1)
            return super().content()

    with opened(good) as found:
        assert found.root is not None
        root = Watched(found.root.role, found.root.kind, found.root.object, None, found.root.kids)
        ends = reading_order._RightEnds()
        widest = max(box.right for page in found.pages for one in page.sequences if (box := one.box))
        assert max(ends.of(root).values()) == widest and ends.of(root) is ends.of(root)
    assert asked == [1]


@pytest.mark.parametrize(("one", "word"), [("a " + "b" * 9, "bbbbbbbbbc"), ("b1", ""), ("", ""), ("1b", "bc")])
def test_the_letters_at_an_end_are_found_from_there(one: str, word: str) -> None:
    assert spoken_text._one_word(one, "c d") == word


def test_pairs_of_texts_are_counted_over_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bounds._MOST, "pairs of texts that may lie over each other", 50)
    pieces = [content.ShownText("bees", (), Box(9 * at, 0, 9 * at + 8, 9), 2, 9, 0) for at in range(8)]
    budget = Budget()
    assert list(reading_order._overlapping(pieces, budget)) == []
    with pytest.raises(TooMuch):
        list(reading_order._overlapping(pieces, budget))
