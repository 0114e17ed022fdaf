"""`diff --pictures`: pages that look different are found and drawn; those that only moved are not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from reportgen.cli import main
from reportgen.commands.pictures import compare_pictures
from reportgen.problems import ReportError
from tests.corpus import TINY, paper


def pdf(folder: Path, name: str, *pages: str) -> Path:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 200), pageCompression=0)  # packed once at most, as ours are
    for words in pages:
        canvas.drawString(20, 100, words)
        canvas.showPage()
    canvas.save()
    path = folder / name
    path.write_bytes(file.getvalue())
    return path


def test_a_changed_page_is_drawn_beside_its_older_self(tmp_path: Path) -> None:
    old, new = pdf(tmp_path, "a.pdf", "One", "Two"), pdf(tmp_path, "b.pdf", "One", "Ten")
    (page,) = compare_pictures(old, new, tmp_path / "seen")
    assert (page.old, page.new, page.file.name) == (2, 2, "page-002.png")
    assert 0 < page.share < 0.1
    with Image.open(page.file) as picture:
        assert picture.width > 2 * picture.height * 0.9


def test_a_page_that_came_between_changes_no_other(tmp_path: Path) -> None:
    old, new = pdf(tmp_path, "a.pdf", "One", "Two"), pdf(tmp_path, "b.pdf", "One", "Between", "Two")
    assert [(page.old, page.new) for page in compare_pictures(old, new, tmp_path / "seen")] == [(0, 2)]
    assert [(page.old, page.new) for page in compare_pictures(new, old, tmp_path / "back")] == [(2, 0)]


def test_the_same_paper_writes_nothing(tmp_path: Path) -> None:
    one = pdf(tmp_path, "a.pdf", "One")
    assert compare_pictures(one, one, tmp_path / "seen") == []
    assert not (tmp_path / "seen").exists()


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_text("words")
    with pytest.raises(ReportError, match="no PDF that can be read"):
        compare_pictures(pdf(tmp_path, "a.pdf", "One"), tmp_path / "b.pdf", tmp_path / "seen")


def test_the_command_says_where_to_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("footnotes", "lists"):
        Path(f"{name}.pdf").write_bytes(paper(next(source for source in TINY if source.name == name)))
    assert main(["diff", "footnotes.pdf", "lists.pdf", "--pictures", "seen"]) == 0
    assert "seen/page-001.png: page 1, " in capsys.readouterr().out
    assert main(["diff", "lists.pdf", "lists.pdf", "--pictures", "none"]) == 0
    assert capsys.readouterr().out.endswith("no page looks different\n")
    assert main(["diff", "lists.pdf", "lists", "--pictures", "none"]) == 2


def test_marks_without_end_do_not_reach_the_library_that_draws(tmp_path: Path) -> None:
    one = pdf(tmp_path, "a.pdf", "One")
    with Pdf.open(one) as paper:
        paper.pages[0].Contents = paper.make_stream(b"/P BMC " * 500)
        paper.save(tmp_path / "b.pdf")
    with pytest.raises(ReportError, match="more than 100 marks in each other"):
        compare_pictures(one, tmp_path / "b.pdf", tmp_path / "seen")
