"""Whatever can change a paper is seen, and what can't is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.outcome import Outcome, digest_of
from reportgen.problems import Place, Problem, Severity
from reportgen.unchanged import Since, since
from reportgen.unchanged.record import MOST_RECORDS
from reportgen.writing import write_all

ASKED = "as written"
FILES = {
    "sources/house.yaml": b"name: A house\n",
    "sources/terms.yaml": b"{}\n",
    "sources/references.yaml": b"[]\n",
    "sources/fonts/Own.ttf": b"a font",
    "sources/note/briefing.yaml": b"title: A note\n",
    "sources/note/text/summary.md": b"# Summary\n",
    "sources/note/text/parts/one.md": b"# One\n",
    "sources/note/data/fruit.csv": b"fruit\nPear\n",
    "sources/note/images/map.svg": b"<svg/>",
    "sources/note/editions/1/edition.yaml": b"edition: 1\n",
    "sources/other/briefing.yaml": b"title: Another\n",
    "sources/other/text/summary.md": b"# Summary\n",
    "sources/other/Theirs.ttf": b"a font of all papers that stands with one",
    "charts/crop.py": b"def draw(): ...\n",
    "charts/crop.txt": b"what the kind reads\n",
    "charts/from-pdf/old.py": b"def draw(): ...\n",
    "output/note.pdf": b"%PDF-1.7",
    "output/note/charts/crop.svg": b"<svg/>",
}
PROBLEM = Problem(Place("sources/note/text/summary.md", 1, 3), "markup", "“ä”\nis odd", "write it", Severity.WARNING)


def now(workspace: Path, asked: str = ASKED, name: str = "note") -> Since:
    return since(workspace / "sources" / name, workspace, workspace / "output", asked)


def built(workspace: Path) -> Outcome:
    output = workspace / "output"
    also, fonts = (output / "note/charts/crop.svg",), (workspace / "sources/other/Theirs.ttf",)
    digests = tuple(digest_of(path.read_bytes()) for path in (output / "note.pdf", *also))
    return Outcome("note", output / "note.pdf", (PROBLEM,), also, fonts, digests)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a paper that has been built."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    workspace = tmp_path / "workspace"
    write_all({workspace / name: data for name, data in FILES.items()})
    (workspace / "sources/note/data/link.csv").symlink_to("fruit.csv")
    now(workspace).remember([built(workspace)])
    return workspace


def append(name: str) -> Callable[[Path], object]:
    return lambda workspace: (workspace / name).write_bytes((workspace / name).read_bytes() + b" ")


def rename(workspace: Path) -> None:
    (workspace / "sources/note/text/parts/one.md").rename(workspace / "sources/note/text/parts/two.md")


def relink(workspace: Path) -> None:
    """To a file with the same content, outside."""
    link = workspace / "sources/note/data/link.csv"
    link.unlink()
    (workspace / "elsewhere.csv").write_bytes(FILES["sources/note/data/fruit.csv"])
    link.symlink_to(workspace / "elsewhere.csv")


def forget_dates(workspace: Path) -> None:
    for name in FILES:
        os.utime(workspace / name, (1, 1))


IDLE: dict[str, Callable[[Path], object]] = {
    "sources/other/text/summary.md": append("sources/other/text/summary.md"),
    "sources/other/briefing.yaml": append("sources/other/briefing.yaml"),
    "a new briefing": lambda workspace: write_all({workspace / "sources/third/briefing.yaml": b"title: A third\n"}),
    "a file of no paper's": lambda workspace: write_all({workspace / "README.md": b""}),
    "another paper": lambda workspace: write_all({workspace / "output/other.pdf": b""}),
    "dates of files": forget_dates,
    "compiled kinds": lambda workspace: write_all({workspace / "charts/__pycache__/crop.pyc": b""}),
}
CHANGES: dict[str, Callable[[Path], object]] = {
    **{
        f"{name} changed": append(name)
        for name in FILES
        if name != "sources/other/briefing.yaml" and "text" not in name
    },
    "a text changed": append("sources/note/text/summary.md"),
    "a text in a folder changed": append("sources/note/text/parts/one.md"),
    "a new text": lambda workspace: write_all({workspace / "sources/note/text/new.md": b""}),
    "a new file of notes": lambda workspace: write_all({workspace / "sources/note/confirmed.yaml": b"{}"}),
    "a new hidden file": lambda workspace: write_all({workspace / "sources/note/data/.fruit.csv": b""}),
    "a new shared file": lambda workspace: write_all({workspace / "sources/references.bib": b""}),
    "a new kind": lambda workspace: write_all({workspace / "charts/bars.py": b""}),
    "a new folder": lambda workspace: (workspace / "sources/note/editions/2").mkdir(),
    "a file removed": lambda workspace: (workspace / "sources/note/images/map.svg").unlink(),
    "all kinds removed": lambda workspace: shutil.rmtree(workspace / "charts"),
    "a file renamed": rename,
    "a link that leads elsewhere": relink,
    "two files that change places": lambda workspace: write_all(
        {
            workspace / "sources/note/text/summary.md": FILES["sources/note/text/parts/one.md"],
            workspace / "sources/note/text/parts/one.md": FILES["sources/note/text/summary.md"],
        }
    ),
    "the paper deleted": lambda workspace: (workspace / "output/note.pdf").unlink(),
    "the paper cut off": lambda workspace: (workspace / "output/note.pdf").write_bytes(b"%PDF"),
    "another paper in its place": lambda workspace: (workspace / "output/note.pdf").write_bytes(b"%PDF-1.4"),
    "a chart's file deleted": lambda workspace: (workspace / "output/note/charts/crop.svg").unlink(),
}


def test_nothing_has_changed(there: Path) -> None:
    (kept,) = now(there).outcomes()
    expected = built(there)
    assert (kept.name, kept.paper, kept.also) == (expected.name, expected.paper, expected.also)
    assert kept.problems == (PROBLEM,)
    assert kept.kept
    assert now(there).changed == set()


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_is_seen(change: Callable[[Path], object], there: Path) -> None:
    change(there)
    assert now(there).outcomes() == ()


@pytest.mark.parametrize("change", IDLE.values(), ids=list(IDLE))
def test_what_decides_nothing_is_not_looked_at(change: Callable[[Path], object], there: Path) -> None:
    change(there)
    assert now(there).outcomes()


def test_other_options_are_another_paper(there: Path) -> None:
    assert now(there, "as a draft").outcomes() == ()


def test_another_engine_makes_another_paper(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.unchanged.compare.of_engine", lambda: "another")
    assert now(there).outcomes() == ()
    assert now(there).more_than_texts


def test_another_folder_of_papers_has_a_record_of_its_own(there: Path) -> None:
    elsewhere = since(there / "sources/note", there, there / "papers", ASKED)
    assert elsewhere.outcomes() == ()
    assert elsewhere.place != now(there).place


def test_a_file_saved_while_the_paper_is_built_is_a_change(there: Path) -> None:
    append("sources/note/text/summary.md")(there)
    build = now(there)
    append("sources/note/text/summary.md")(there)
    build.remember([built(there)])
    assert now(there).outcomes() == ()
    assert now(there).changed == {"sources/note/text/summary.md"}


def test_a_paper_that_another_build_has_replaced_meanwhile_is_not_taken_for_ours(there: Path) -> None:
    append("sources/note/text/summary.md")(there)
    ours = built(there)
    (there / "output/note.pdf").write_bytes(b"of the other build")
    now(there).remember([ours])
    assert now(there).outcomes() == ()


def test_a_build_that_failed_is_not_kept(there: Path) -> None:
    append("sources/note/text/summary.md")(there)
    now(there).remember([built(there), Outcome("note", None, (PROBLEM,))])
    assert now(there).outcomes() == ()


def test_links_in_a_circle_come_to_an_end(there: Path) -> None:
    (there / "sources/note/data/all").symlink_to(there / "sources")
    (there / "sources/note/data/lost").symlink_to("nowhere")
    now(there).remember([built(there)])
    assert now(there).outcomes()


def test_what_has_changed_is_named(there: Path) -> None:
    append("sources/note/text/summary.md")(there)
    rename(there)
    (there / "sources/note/images/map.svg").unlink()
    named = {"images/map.svg", "text/parts/one.md", "text/parts/two.md", "text/summary.md"}
    assert now(there).changed == {f"sources/note/{name}" for name in named}


def test_whether_more_than_texts_has_changed(there: Path) -> None:
    assert not now(there).more_than_texts
    append("sources/note/text/summary.md")(there)
    assert not now(there).more_than_texts
    append("sources/note/data/fruit.csv")(there)
    assert now(there).more_than_texts
    assert now(there, name="other").more_than_texts, "it has never been built"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"{}", b'{"format": 1}', b'{"format": 2}', b"\xff", None],
)
def test_a_record_that_cannot_be_read_is_as_good_as_none(content: bytes | None, there: Path) -> None:
    place = now(there).place
    assert place
    place.write_bytes(place.read_bytes()[:-9] if content is None else content)
    assert now(there).before is None
    assert now(there).outcomes() == ()
    now(there).remember([built(there)])
    assert now(there).outcomes()


@pytest.mark.parametrize("old, new", [(b'"markup"', b"7, 8"), (b'"warning"', b'"awful"'), (b'"paper"', b'"papers"')])
def test_a_record_of_another_form_is_as_good_as_none(old: bytes, new: bytes, there: Path) -> None:
    place = now(there).place
    assert place
    written = place.read_bytes()
    assert old in written
    place.write_bytes(written.replace(old, new))
    assert now(there).outcomes() == ()


def test_a_cache_that_cannot_be_written_keeps_nothing(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(there / "README"))
    (there / "README").write_text("a file where the folder belongs")
    now(there).remember([built(there)])
    assert now(there).outcomes() == ()


def test_a_user_without_a_home_has_no_records(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    now(there).remember([built(there)])
    assert now(there).outcomes() == ()


def test_old_records_are_dropped(there: Path) -> None:
    place = now(there).place
    assert place
    old = [place.parent / f"{number}.json" for number in range(MOST_RECORDS + 5)]
    for path in old:
        path.write_bytes(b"{}")
        os.utime(path, (1, 1))
    now(there).remember([built(there)])
    assert len(list(place.parent.iterdir())) == MOST_RECORDS
    assert place.exists()
