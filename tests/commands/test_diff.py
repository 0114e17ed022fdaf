"""`reportgen diff`: what two sides have changed, whatever they are given as."""

from __future__ import annotations

import io
import json
import random
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from reportgen.cli import main
from reportgen.document.inlines import plain
from reportgen.editions.paper import marked
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record_file import to_json
from reportgen.editions.texts import ParagraphChange
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.pipeline import finished
from reportgen.validation import check_pdf
from tests.editions import editing
from tests.editions.making import FILES, edited, record, write

CHART = """
::: chart bars
kind: bars
data: opened
category: year
values: [montenegro, serbia]
title: Serbia opens more
subtitle: Chapters, 2021 and 2022
source: ec
:::
"""
WITH_CHART = {**FILES, "text/summary.md": FILES["text/summary.md"] + CHART}
EDITS = {
    "data/opened.csv": ("2022,33,22", "2022,33,24"),
    "data/facts.yaml": ("49", "51"),
    "text/summary.md": ("Another point", "Another good point"),
}
LINES = [
    "Votes for the motion: 49 to 51 [ec]",
    "2022: Serbia, 22 to 24 [ec]",
    "Text: “2 The talks” changed",
]

Run = pytest.CaptureFixture[str]


@pytest.fixture
def sides(workspace: Path) -> Path:
    """A workspace with the briefings `old` and `new`."""
    write(workspace / "sources/old", WITH_CHART)
    write(workspace / "sources/new", edited(EDITS, WITH_CHART))
    return workspace


def said(capsys: Run, *arguments: str) -> list[str]:
    assert main(["diff", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def paper(workspace: Path, name: str, files: Mapping[str, bytes] | None = None) -> str:
    """The path of a briefing's paper, with some files attached to it."""
    data = finished(workspace / "sources" / name, workspace).data
    path = workspace / f"{name}.pdf"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for entry, content in (files or {}).items():
            pdf.attachments[entry] = pikepdf.AttachedFileSpec(
                pdf,
                content,
                filename=entry,
                description="",
                mime_type="application/zip",
                creation_date="",
                mod_date="",
            )
        pdf.save(path)
    return path.name


def head(workspace: Path, name: str, line: str) -> None:
    """Add a line to a briefing.yaml."""
    path = workspace / "sources" / name / "briefing.yaml"
    path.write_text(f"{path.read_text()}{line}\n")


def test_two_briefings(sides: Path, capsys: Run) -> None:
    assert said(capsys, "old", "sources/new") == LINES
    assert said(capsys, str(sides / "sources/old"), "new") == LINES
    assert said(capsys, "old", "old") == ["no changes"]


def test_a_briefing_and_a_released_edition(sides: Path, capsys: Run) -> None:
    new = paper(sides, "new")
    edition = sides / "sources/new/editions/1"
    shutil.copytree(sides / "sources/old", edition / "sources/new")
    (edition / "record.json").write_text(to_json(record(sides / "sources/old")))
    for name in ("new/1", "sources/new/editions/1", "sources/new/editions/1/record.json"):
        assert said(capsys, name, "new") == LINES
        assert said(capsys, name, new) == LINES


def test_papers_are_compared_by_their_records(sides: Path, capsys: Run) -> None:
    old, new = paper(sides, "old"), paper(sides, "new")
    shutil.rmtree(sides / "sources")
    assert said(capsys, old, new) == LINES
    assert said(capsys, old, old) == ["no changes"]


def test_the_digest_in_a_paper_is_the_sum_of_its_record(sides: Path) -> None:
    with pikepdf.open(sides / paper(sides, "old")) as pdf:
        record = pdf.attachments["record.json"].get_file().read_bytes()
        assert str(pdf.open_metadata()["dc:source"]) == f"urn:sha-256:v3:{sha256(record).hexdigest()}"
        assert str(pdf.Root.AF[-1].AFRelationship) == "/Supplement"


def test_a_paper_is_compared_with_a_briefing(sides: Path, capsys: Run) -> None:
    head(sides, "old", "attach: all")
    old, new = paper(sides, "old"), paper(sides, "new")
    assert said(capsys, "old", new) == said(capsys, old, "new") == LINES
    assert said(capsys, old, "old") == ["no changes"]


def test_the_list_of_changes_in_a_paper_is_no_text_of_it(sides: Path, capsys: Run) -> None:
    head(sides, "new", "updated: 2026-05-01")
    path = sides / "sources/new/briefing.yaml"
    path.write_text(path.read_text().replace("edition: 1", "edition: 2"))
    edition = sides / "sources/new/editions/1"
    edition.mkdir(parents=True)
    (edition / "record.json").write_text(to_json(record(sides / "sources/old")))
    old, new = paper(sides, "old"), paper(sides, "new")
    assert "What has changed since edition 1" in tag_tree((sides / new).read_bytes()).replace("\u00a0", " ")
    assert said(capsys, old, new) == LINES


def test_a_paper_without_a_record_is_told(sides: Path, capsys: Run) -> None:
    head(sides, "new", "attach: none")
    assert main(["diff", paper(sides, "old"), paper(sides, "new")]) == 1
    assert "new.pdf:1:1: error: this PDF carries no record.json" in capsys.readouterr().err


def test_a_damaged_record_names_the_paper(sides: Path, capsys: Run) -> None:
    assert main(["diff", paper(sides, "old", {"record.json": b"{"}), "new"]) == 1
    assert "old.pdf/record.json:1:1: error: this record of an edition is damaged" in capsys.readouterr().err


def untagged() -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"words", "this file is no PDF that can be read"), (untagged(), "reportgen did not make this PDF")],
)
def test_a_file_that_is_no_paper_is_an_error(data: bytes, message: str, sides: Path, capsys: Run) -> None:
    (sides / "a.pdf").write_bytes(data)
    assert main(["diff", "a.pdf", "new"]) == 1
    assert message in capsys.readouterr().err


def test_a_name_of_nothing_is_wrong_usage(sides: Path, capsys: Run) -> None:
    assert main(["diff", "old", "newer"]) == 2
    assert "'newer' is no briefing, no released edition and no PDF" in capsys.readouterr().err
    (sides / "sources/new/data/opened.csv").write_text("year\n")
    assert main(["diff", "old", "new"]) == 1
    assert "[table-column]" in capsys.readouterr().err


def test_a_name_that_no_file_can_have_is_wrong_usage(sides: Path, capsys: Run) -> None:
    assert main(["diff", "old", "n" * 300]) == 2
    assert "is no briefing, no released edition and no PDF" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "n" * 300 + ".pdf"])
def test_a_paper_without_a_right_name_is_wrong_usage(name: str, sides: Path, capsys: Run) -> None:
    assert main(["diff", "old", "new", "--pdf", name]) == 2
    assert "--pdf" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("olds", "did you mean 'old'?"),
        ("news/1", "did you mean 'new'?"),
        ("new/2", "released are new/1; 'new' alone is the briefing as it stands"),
        ("sources/new/editions/2", "released are new/1;"),
        ("old/1", "no edition of 'old' has been released"),
        ("old.pdf", "or the path of a PDF"),
    ],
)
def test_a_name_of_nothing_is_told_what_it_may_be(named: str, hint: str, sides: Path, capsys: Run) -> None:
    edition = sides / "sources/new/editions/1"
    edition.mkdir(parents=True)
    (edition / "record.json").write_text(to_json(record(sides / "sources/old")))
    assert main(["diff", named, "new"]) == 2
    assert hint in capsys.readouterr().err


def test_a_paper_that_is_cut_off_is_said_to_be(sides: Path, capsys: Run) -> None:
    path = sides / paper(sides, "old")
    path.write_bytes(path.read_bytes()[:-3000])
    assert main(["diff", "old.pdf", "new"]) == 1
    assert "this PDF is cut off" in capsys.readouterr().err


def test_only_a_pdf_is_written_over(sides: Path, capsys: Run) -> None:
    (sides / "notes.pdf").write_text("my notes")
    (sides / "folder.pdf").mkdir()
    old = paper(sides, "old")
    for name, said_of_it in (
        ("changes", "does not end in .pdf"),
        ("notes.txt", "does not end in .pdf"),
        ("sources", "is a folder"),
        ("folder.pdf", "is a folder"),
        ("notes.pdf", "is there already and is no PDF"),
        ("notes.pdf/a.pdf", "is no folder"),
        (old, "is one of the two that are compared"),
    ):
        before = sorted(sides.rglob("*"))
        assert main(["diff", old, "new", "--pdf", name]) == 2
        message = capsys.readouterr().err
        assert (said_of_it in message, "-o DIR" in message) == (True, False), message
        assert sorted(sides.rglob("*")) == before
    assert (sides / "notes.pdf").read_text() == "my notes"


def test_a_pdf_that_cannot_be_written_has_a_hint_of_its_own(
    sides: Path, capsys: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert main(["diff", "old", "new", "--pdf", "a.pdf"]) == 1
    message = capsys.readouterr().err
    assert "write another name behind --pdf" in message
    assert "-o DIR" not in message
    assert not list(sides.glob("*a.pdf*"))


def test_for_programs(sides: Path, capsys: Run) -> None:
    found = json.loads("\n".join(said(capsys, "old", "new", "--json")))
    assert found["changes"][1] == {
        "kind": "changed",
        "table": "opened",
        "key": ["2022"],
        "column": "serbia",
        "old": "22",
        "new": "24",
        "unit": "",
        "sources": ["ec"],
        "as_of": None,
        "sentence": "2022: Serbia, 22 to 24",
    }
    assert found["sections"] == [
        {
            "kind": "changed",
            "anchor": "section-talks",
            "title": "2 The talks",
            "paragraphs": [{"old": "Another point, of a member", "new": "Another good point, of a member"}],
        }
    ]


def test_what_is_suppressed_now_is_not_told(sides: Path, capsys: Run) -> None:
    path = sides / "sources/new/data/opened.csv"
    path.write_text(path.read_text().replace("2021,33,18", "2021,[c],18"))
    found = json.loads("\n".join(said(capsys, "old", "new", "--json")))["changes"]
    change = next(one for one in found if one["column"] == "montenegro")
    assert (change["old"], change["new"]) == (None, "[c]")
    assert change["sentence"] == "2021: Montenegro, now suppressed as confidential"
    assert change["sentence"] in said(capsys, paper(sides, "old"), paper(sides, "new"))[1]


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_are_told_to_programs(seed: int, workspace: Path, capsys: Run) -> None:
    chance = random.Random(seed)
    old = editing.random_paper(chance)
    new = editing.edited(old, chance)
    write(workspace / "sources/old", editing.files(old, chance, noisy=False))
    write(workspace / "sources/new", editing.files(new, chance, noisy=True))
    found = json.loads("\n".join(said(capsys, "old", "new", "--json")))
    wanted = [(kind, table, sorted(key), column) for kind, table, key, column, *_ in editing.expected(old, new)]
    told = [(one["kind"], one["table"], sorted(one["key"]), one["column"]) for one in found["changes"]]
    assert [one[:2] + one[3:] for one in sorted(told)] == [one[:2] + one[3:] for one in sorted(wanted)]
    assert all(one["sentence"] for one in found["changes"])


@pytest.mark.parametrize("language", ["en-GB", "fr-FR"])
def test_the_paper_of_a_comparison_passes_every_check(language: str, sides: Path, capsys: Run) -> None:
    for name in ("old", "new"):
        head(sides, name, f"language: {language}")
    (sides / "sources/new/text/z.md").write_text("# A new part\n\nWith words.\n")
    assert said(capsys, "old", "new", "--pdf", "what.pdf")[-1] == "what.pdf"
    assert check_pdf((sides / "what.pdf").read_bytes(), "what.pdf") == []
    main(["diff", "old", "new", "--pdf", "again.pdf"])
    assert (sides / "again.pdf").read_bytes() == (sides / "what.pdf").read_bytes()


def test_a_paper_says_that_nothing_has_changed(sides: Path, capsys: Run) -> None:
    assert said(capsys, "old", "old", "--pdf", "none.pdf") == ["no changes", "none.pdf"]
    assert check_pdf((sides / "none.pdf").read_bytes(), "none.pdf") == []


def test_words_are_marked_one_run_at_a_time() -> None:
    old, new = (ParagraphRecord(text, text) for text in ("It talks and buys gas.", "It negotiates and still buys gas."))
    words = "It [−~talks~−] [+~negotiates~+] and [+~still~+] buys gas."
    assert plain(marked(ParagraphChange(old, new))).replace("\u00a0", "~") == words
    assert plain(marked(ParagraphChange(None, new))).replace("\u00a0", "~") == "[+~It negotiates and still buys gas.~+]"
    assert plain(marked(ParagraphChange(old, None))).replace("\u00a0", "~") == "[−~It talks and buys gas.~−]"


def test_a_date_in_marked_words_stays_on_one_line() -> None:
    old, new = (ParagraphRecord(f"On {day}\u00a0May\u00a02026 it ended.", "") for day in (3, 4))
    words = "On [−~3~May~2026~−] [+~4~May~2026~+] it ended."
    assert plain(marked(ParagraphChange(old, new))).replace("\u00a0", "~") == words


def test_the_paper_of_a_comparison_of_papers(sides: Path, capsys: Run) -> None:
    path = sides / "sources/new/data/opened.csv"
    path.write_text(path.read_text().replace("2021,33,18", "2021,35,19") + "2023,36,23\n")
    lines = said(capsys, paper(sides, "old"), paper(sides, "new"), "--pdf", "what.pdf")
    assert lines[4] == "Chapters opened: 2023 added: Montenegro 36, Serbia 23 [ec]"
    tree = tag_tree((sides / "what.pdf").read_bytes()).replace("\u00a0", " ")
    assert tree.count('Lbl "2021"') == 1
    assert check_pdf((sides / "what.pdf").read_bytes(), "what.pdf") == []


def test_the_paper_of_a_comparison_of_papers_says_whose_it_is(sides: Path, capsys: Run) -> None:
    (sides / "sources/house.yaml").write_text("name: The Library\ntagline: for all\n")
    said(capsys, paper(sides, "old"), paper(sides, "new"), "--pdf", "what.pdf")
    assert "The Library" in tag_tree((sides / "what.pdf").read_bytes())


def test_a_list_of_changes_is_none_to_compare(sides: Path, capsys: Run) -> None:
    assert main(["diff", "old", "new", "--pdf", "changes.pdf"]) == 0
    capsys.readouterr()
    assert main(["diff", "changes.pdf", "new"]) == 1
    assert "changes.pdf:1:1: error: this PDF is a list of changes, which diff --pdf wrote" in capsys.readouterr().err
