"""PDFs that are meant to harm: each is refused before it costs anything."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reportgen.pdfread import bounds, content, gate
from reportgen.pdfread.bounds import Budget
from reportgen.pdfread.decoding import read_cmap
from reportgen.pdfread.gate import BROKEN, check_sizes, open_pdf, pdf_bytes
from reportgen.pdfread.paper import opened
from reportgen.problems import ReportError
from reportgen.validation import check_pdf
from tests.pdf.handmade import paper
from tests.validation.breaking import broken

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    return paper()


def _painted(data: bytes) -> Change:
    def change(pdf: Any) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(data)

    return change


def _tags_in_tags(pdf: Any) -> None:
    tree = pdf.Root.StructTreeRoot
    inner = pdf.make_indirect(Dictionary(S=Name.P, P=tree))
    for _ in range(200):
        inner = pdf.make_indirect(Dictionary(S=Name.Div, P=tree, K=inner))
    tree.K = inner


def _tags_are_words(pdf: Any) -> None:
    pdf.Root.StructTreeRoot.K = String("tags")


def _tree_is_a_word(pdf: Any) -> None:
    pdf.Root.StructTreeRoot = String("tree")


def _bookmarks_go_round(pdf: Any) -> None:
    entry = pdf.make_indirect(Dictionary(Title=String("Bees")))
    entry.Next = entry
    pdf.Root.Outlines.First = entry


def _widths_are_words(pdf: Any) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.Widths = Array([String("wide")])


def _no_box(pdf: Any) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0])


_HARMFUL = (
    _painted(b"/P BMC " * 200),
    _painted(b"(a) Tf /x Td BDC EMC Tj 1 re (x) cm"),
    _tags_in_tags,
    _tags_are_words,
    _tree_is_a_word,
    _bookmarks_go_round,
    _widths_are_words,
    _no_box,
)


@pytest.mark.parametrize("change", _HARMFUL)
def test_a_paper_that_somebody_damaged_is_told_and_nothing_is_raised(good: bytes, change: Change) -> None:
    assert check_pdf(broken(good, change), "bees.pdf")


def test_a_stream_that_swells_is_refused(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_OF_STREAM", 100_000)
    swollen = broken(good, _painted(b" " * 200_000))
    with pytest.raises(BROKEN), opened(swollen):
        pass
    gate_again = broken(good, _painted(b" " * 90_000))
    with opened(gate_again) as found:
        assert found.pages


def test_a_stream_packed_twice_is_refused(good: bytes) -> None:
    def twice(pdf: Any) -> None:
        stream = pdf.make_stream(b"")
        stream.write(zlib.compress(zlib.compress(b" " * 1000)), filter=Array([Name.FlateDecode] * 2))
        pdf.pages[0].obj.Contents = stream

    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        twice(pdf)
        pdf.save(out, recompress_flate=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    with pytest.raises(BROKEN), opened(out.getvalue()):
        pass


def test_a_locked_paper_is_refused_also_where_its_password_is_empty(good: bytes) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="bee", user=""))
    with pytest.raises(pikepdf.PasswordError), open_pdf(out.getvalue()):
        pass


def test_more_pages_than_a_paper_has_are_refused(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_PAGES", 1)
    with pytest.raises(BROKEN), open_pdf(good):
        pass


@pytest.mark.parametrize("box", [(0, 0, 100_000, 100), (0, 0, 0, 100), (0, 0, -5, 100)])
def test_a_page_of_no_sane_size_is_not_drawn(good: bytes, box: tuple[int, ...]) -> None:
    def change(pdf: Any) -> None:
        pdf.pages[0].obj.MediaBox = Array(box)

    with open_pdf(broken(good, change)) as pdf, pytest.raises(BROKEN):
        check_sizes(pdf)


def test_all_that_is_drawn_is_weighed_before(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(pdf: Any) -> None:
        pdf.pages[0].Resources.XObject = Dictionary(A=pdf.make_stream(b" " * 90_000), B=pdf.make_stream(b" " * 90_001))

    swollen = broken(good, change)
    monkeypatch.setattr(gate, "MOST_OF_STREAM", 100_000)
    with open_pdf(swollen) as pdf, pytest.raises(BROKEN):
        check_sizes(pdf)
    monkeypatch.setattr(gate, "MOST_OF_STREAM", 1_000_000)
    with open_pdf(swollen) as pdf:
        check_sizes(pdf)


def test_a_form_that_holds_itself_is_not_drawn(good: bytes) -> None:
    def change(pdf: Any) -> None:
        form = pdf.make_stream(b"/X Do")
        form.stream_dict.Subtype = Name.Form
        form.stream_dict.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].Resources.XObject = Dictionary(X=form)

    with open_pdf(broken(good, change)) as pdf, pytest.raises(BROKEN):
        check_sizes(pdf)


def test_bookmarks_without_end_are_no_paper(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bounds._MOST, "bookmarks", 0)
    [problem] = check_pdf(good, "bees.pdf")
    assert problem.rule == "pdf-unreadable" and "more than 0 bookmarks" in problem.message


def test_a_file_that_is_no_file_or_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "large.pdf").write_bytes(b"%PDF-" + b" " * 100)
    monkeypatch.setattr(gate, "MOST_BYTES", 50)
    for name, told in (("pipe.pdf", "no plain file"), ("large.pdf", "larger than")):
        with pytest.raises(ReportError, match=told):
            pdf_bytes(tmp_path / name)


def test_a_map_of_characters_is_read_in_one_walk_and_to_the_last_code_of_a_font() -> None:
    assert len(read_cmap(b"1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange")) == 256
    assert read_cmap(b"beginbfchar " * 20_000 + b"<01> <0041> endbfchar") == {1: "A"}


def test_numbers_of_marks_are_looked_up(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Watched(content.MarkedContent):
        """Marked content that counts how often its number is asked for."""

        __slots__ = ()

        def __getattribute__(self, name: str) -> Any:
            if name == "mcid":
                asked.append(1)
            return super().__getattribute__(name)

    monkeypatch.setattr(content, "MarkedContent", Watched)
    many = broken(good, _painted(b"".join(b"/P <</MCID %d>> BDC EMC " % number for number in range(500))))
    with open_pdf(many) as pdf:
        assert len(content.ContentReader(Budget()).read(pdf.pages[0], 0).sequences) == 500
    assert len(asked) < 1_000
