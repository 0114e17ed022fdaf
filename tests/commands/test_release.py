"""An edition is frozen once, is built again to the byte, and tells when something about it or its follower is amiss."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from reportgen.cli import main
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from reportgen.writing import write_all

Printed = pytest.CaptureFixture[str]


FILES = {
    "briefing.yaml": "title: Buses\nedition: 1\nstatus: published\npublished: 2025-02-03\nfacts_as_of: 2024-10-31\n",
    "references.yaml": "- {id: survey, type: report, title: Bus survey, publisher: Bus Office}\n",
    "text/1-summary.md": "# Summary\n\nThere were {{ trips[2024].total }} million bus trips.[@survey]\n",
    "data/trips.csv": "year,total\n2014,9.6\n2024,6.4\n",
    "data/tables.yaml": """\
trips:
  title: Trips
  key: year
  source: survey
  columns:
    year: {title: Year, type: year}
    total: {title: Trips, type: number}
""",
}


@pytest.fixture
def demo(workspace: Path) -> Path:
    """The folder of a small briefing."""
    folder = workspace / "sources" / "demo"
    write_all({folder / name: text.encode() for name, text in FILES.items()})
    return folder


@pytest.fixture
def released(demo: Path, capsys: Printed) -> Path:
    """The same, with its edition 1 released."""
    assert main(["release", "demo"]) == 0
    capsys.readouterr()
    return demo


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def second(demo: Path, *, updated: str = "updated: 2025-06-02\n") -> None:
    """Make the sources those of a second edition, with one cell changed."""
    edit(demo / "briefing.yaml", "edition: 1\n", f"edition: 2\n{updated}")
    raise_a_cell(demo)


def raise_a_cell(demo: Path) -> str:
    """Raise the last number of the last row of the trips; gives the number as it was."""
    path = demo / "data" / "trips.csv"
    *lines, last = path.read_text().splitlines()
    *cells, number = last.split(",")
    path.write_text("\n".join([*lines, ",".join([*cells, str(round(float(number) + 1.5, 1))]), ""]))
    return number


def manifest(demo: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((demo / "editions" / "1" / "edition.yaml").read_text())
    return found


def output(demo: Path, name: str) -> Path:
    return demo.parent.parent / "output" / name


def heard(paper: Path) -> str:
    return tag_tree(paper.read_bytes()).replace("\u00a0", " ")


def test_a_release_is_built_again_to_the_byte(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo"]) == 0
    assert capsys.readouterr() == ("output/demo.pdf\noutput/demo-edition-1.pdf\n", "")
    latest, first = (output(released, name).read_bytes() for name in ("demo.pdf", "demo-edition-1.pdf"))
    assert latest == first
    assert sha256(first).hexdigest() == manifest(released)["paper"]


def test_an_edition_is_released_once(released: Path, capsys: Printed) -> None:
    before = {path: path.read_bytes() for path in released.rglob("editions/**/*") if path.is_file()}
    raise_a_cell(released)
    assert main(["release", "demo"]) == 1
    assert "edition 1 is released already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in released.rglob("editions/**/*") if path.is_file()} == before


def test_sources_with_an_error_are_not_released(demo: Path, capsys: Printed) -> None:
    edit(demo / "text" / "1-summary.md", "{{", "{{ nothing }} {{")
    assert main(["release", "demo"]) == 1
    assert not (demo / "editions").exists()


def test_a_released_edition_stays_while_the_next_is_made(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo"]) == 0
    before = output(released, "demo-edition-1.pdf").read_bytes()
    second(released)
    output(released, "demo-edition-1.pdf").unlink()
    assert main(["build", "demo"]) == 0
    assert capsys.readouterr().err == ""
    assert output(released, "demo-edition-1.pdf").read_bytes() == before
    assert "What has changed since edition 1" in heard(output(released, "demo.pdf"))


def test_changes_are_marked_in_a_paper_of_their_own(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo", "--changes"]) == 0
    assert not output(released, "demo-changes.pdf").exists()
    edit(released / "text" / "1-summary.md", "\n\n", "\n\nA paragraph that edition 1 lacks.\n\n")
    second(released)
    assert main(["build", "demo", "--changes"]) == 0
    marked = re.compile(r"Span \(actual text: new: \).*\n *.A paragraph that")
    assert marked.search(heard(output(released, "demo-changes.pdf")))
    assert not marked.search(heard(output(released, "demo.pdf")))


def test_only_the_edition_that_is_asked_for_is_built(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo", "--edition", "1"]) == 0
    assert capsys.readouterr().out == "output/demo-edition-1.pdf\n"
    assert not output(released, "demo.pdf").exists()


def test_a_copy_is_stamped_as_superseded(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo", "--edition", "1"]) == 0
    before = output(released, "demo-edition-1.pdf").read_bytes()
    assert main(["build", "demo", "--edition", "1", "--mark-superseded"]) == 0
    copy = output(released, "demo-edition-1-superseded.pdf").read_bytes()
    assert 'P "Superseded"' in tag_tree(copy)
    assert check_pdf(copy, "copy") == []
    assert output(released, "demo-edition-1.pdf").read_bytes() == before


def test_the_copy_says_which_edition_came_after(released: Path, capsys: Printed) -> None:
    second(released)
    assert main(["build", "demo", "--edition", "1", "--mark-superseded"]) == 0
    assert 'P "Superseded by edition 2"' in heard(output(released, "demo-edition-1-superseded.pdf"))


def test_a_draft_is_released_with_a_warning(demo: Path, capsys: Printed) -> None:
    edit(demo / "briefing.yaml", "status: published", "status: draft")
    assert main(["release", "demo"]) == 0
    assert "[edition-status]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["demo", "--edition", "7"], "released are: 1"),
        (["--edition", "1"], "the name of one briefing"),
        (["demo", "--mark-superseded"], "needs --edition"),
        (["demo", "--edition", "1", "--draft", "--with-notes"], "--draft and --with-notes can't go with --edition"),
    ],
)
def test_wrong_usage_is_told(line: list[str], told: str, released: Path, capsys: Printed) -> None:
    assert main(["build", *line]) == 2
    assert told in capsys.readouterr().err


# --- what is amiss ---------------------------------------------------------------------------------------------------
def problems(capsys: Printed) -> str:
    main(["check", "demo"])
    return capsys.readouterr().err


def test_a_release_without_changes_is_no_problem(released: Path, capsys: Printed) -> None:
    assert problems(capsys) == "no problems\n"


def test_a_change_needs_the_next_number(released: Path, capsys: Printed) -> None:
    raise_a_cell(released)
    assert re.search(r"briefing.yaml:\d+:\d+: warning: edition 1 is released, .*edition-number", problems(capsys))


def test_a_slip_that_is_mended_keeps_the_number(released: Path, capsys: Printed) -> None:
    edit(released / "briefing.yaml", "edition: 1\n", "edition: 1\nchange: minor\n")
    edit(released / "text" / "1-summary.md", "bus", "motor bus")
    assert problems(capsys) == "no problems\n"


def test_a_minor_change_of_data_is_objected_to(released: Path, capsys: Printed) -> None:
    edit(released / "briefing.yaml", "edition: 1\n", "edition: 1\nchange: minor\n")
    was = raise_a_cell(released)
    told = problems(capsys)
    assert "data have changed since edition 1, but change: is minor" in told
    assert was in told


@pytest.mark.parametrize("updated", ["", "updated: 2025-02-03\n"])
def test_a_new_edition_is_updated_later(updated: str, released: Path, capsys: Printed) -> None:
    second(released, updated=updated)
    assert "edition-date" in problems(capsys)


def test_a_minor_change_moves_neither_number_nor_date(released: Path, capsys: Printed) -> None:
    edit(released / "briefing.yaml", "edition: 1\n", "edition: 2\nchange: minor\nupdated: 2025-06-02\n")
    told = problems(capsys)
    assert "edition-number" in told
    assert "edition-date" in told


def test_an_edition_before_the_last_is_told(released: Path, capsys: Printed) -> None:
    second(released)
    assert main(["release", "demo"]) == 0
    edit(released / "briefing.yaml", "edition: 2", "edition: 1")
    assert "edition 2 is released already" in problems(capsys)


def test_a_damaged_edition_is_not_built(released: Path, capsys: Printed) -> None:
    assert main(["build", "demo", "--edition", "1"]) == 0
    paper = output(released, "demo-edition-1.pdf")
    paper.write_bytes(b"older")
    raise_a_cell(released / "editions" / "1" / "sources" / "demo")
    assert main(["build", "demo", "--edition", "1"]) == 1
    assert "edition-damaged" in capsys.readouterr().err
    assert paper.read_bytes() == b"older"


@pytest.mark.parametrize("name", ["edition.yaml", "record.json"])
def test_a_damaged_file_of_an_edition_is_told(name: str, released: Path, capsys: Printed) -> None:
    (released / "editions" / "1" / name).write_text("{ broken")
    second(released)
    assert main(["build", "demo"]) == 1
    assert re.search(rf"demo/editions/1/{name}:\d+:\d+: error: .*edition-(damaged|record)", capsys.readouterr().err)


@pytest.mark.parametrize("name", ["sources/demo/data/trips.csv", "sources/demo/text/1-summary.md", "record.json"])
def test_check_looks_at_the_files_of_released_editions(name: str, released: Path, capsys: Printed) -> None:
    assert main(["build", "demo"]) == 0
    path = released / "editions" / "1" / name
    path.write_text(path.read_text().replace("2", "3", 1))
    assert "demo/editions/1/edition.yaml:1:1: error: the files of edition 1 are not those" in problems(capsys)
    path.unlink()
    assert "edition-damaged" in problems(capsys)


def test_a_release_without_its_manifest_is_told(released: Path, capsys: Printed) -> None:
    (released / "editions" / "1" / "edition.yaml").unlink()
    assert main(["release", "demo"]) == 1
    assert "edition 1 has no edition.yaml" in capsys.readouterr().err


def test_an_edition_that_is_left_out_is_told(released: Path, capsys: Printed) -> None:
    edit(released / "briefing.yaml", "edition: 1\n", "edition: 3\nupdated: 2025-06-02\n")
    assert "edition 3 follows edition 1" in problems(capsys)


def test_the_day_of_publication_stays(released: Path, capsys: Printed) -> None:
    second(released)
    edit(released / "briefing.yaml", "published: 2025-02-03", "published: 2025-06-02")
    assert "published: is the day of the first edition, 2025-02-03" in problems(capsys)


def test_other_versions_are_told(released: Path, capsys: Printed) -> None:
    path = released / "editions" / "1" / "edition.yaml"
    text = re.sub(r"^paper: .*$", f"paper: {'0' * 64}", path.read_text(), flags=re.MULTILINE)
    path.write_text(text.replace('  reportlab: "', '  reportlab: "4'))
    assert main(["build", "demo", "--edition", "1"]) == 0
    told = capsys.readouterr().err
    assert "note: edition 1 is not the same to the byte" in told
    assert "its text, its data and its tags are the same" in told
    assert "reportlab 4" in told


def test_other_content_is_a_warning(released: Path, capsys: Printed) -> None:
    path = released / "editions" / "1" / "edition.yaml"
    path.write_text(re.sub(r"^(paper|content): .*$", rf"\1: {'0' * 64}", path.read_text(), flags=re.MULTILINE))
    assert main(["build", "demo", "--edition", "1"]) == 0
    assert "edition-differs" in capsys.readouterr().err


# --- undone ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def draft(demo: Path, capsys: Printed) -> Path:
    """The briefing, with its edition 1 released as a draft and built."""
    edit(demo / "briefing.yaml", "status: published", "status: draft")
    assert main(["release", "demo"]) == 0
    assert main(["build", "demo"]) == 0
    capsys.readouterr()
    return demo


def test_a_draft_that_was_released_is_taken_back(draft: Path, capsys: Printed) -> None:
    assert output(draft, "demo-edition-1.pdf").is_file()
    assert main(["release", "demo", "--undo"]) == 0
    assert capsys.readouterr().out == "sources/demo/editions/1 is gone: edition 1 is no longer released\n"
    assert not (draft / "editions").exists() and not output(draft, "demo-edition-1.pdf").exists()
    assert main(["release", "demo"]) == 0


def test_the_newest_only_is_taken_back(draft: Path, capsys: Printed) -> None:
    second(draft)
    assert main(["release", "demo"]) == 0
    assert main(["release", "demo", "--undo"]) == 0
    assert [path.name for path in (draft / "editions").iterdir()] == ["1"]


def test_what_is_published_stays(released: Path, capsys: Printed) -> None:
    assert main(["release", "demo", "--undo"]) == 1
    assert "edition 1 is published: it can't be taken back [edition-released]" in capsys.readouterr().err
    assert (released / "editions" / "1" / "edition.yaml").is_file()


def test_nothing_is_taken_back_where_nothing_is_released(demo: Path, capsys: Printed) -> None:
    assert main(["release", "demo", "--undo"]) == 1
    assert "no edition is released" in capsys.readouterr().err


def test_an_edition_that_somebody_has_changed_stays(draft: Path, capsys: Printed) -> None:
    edit(draft / "editions" / "1" / "sources" / "demo" / "briefing.yaml", "title: Buses", "title: Trams")
    assert main(["release", "demo", "--undo"]) == 1
    assert "edition-damaged" in capsys.readouterr().err


def test_a_draft_that_was_released_and_published_later_is_told(draft: Path, capsys: Printed) -> None:
    edit(draft / "briefing.yaml", "status: draft", "status: published")
    told = problems(capsys)
    assert "edition 1 is published, but was released with the status draft" in told
    assert "reportgen release demo --undo, and release it again" in told
