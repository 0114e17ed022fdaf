"""Files: encodings, line ends, and paths that stay in their folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.problems import Place, Problems
from reportgen.source.files import Files, names_below, names_in

PLACE = Place("a.yaml", 1, 1)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path, Problems())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        (b"\xef\xbb\xbfa", "a"),
        ("a\u2028b\x85c".encode(), "a b c"),
        (b"", ""),
    ],
)
def test_text_has_lf_ends_and_no_bom(files: Files, data: bytes, text: str) -> None:
    path = files.workspace / "a.md"
    path.write_bytes(data)
    assert files.text(path) == text and not files.problems.found


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a\nb\xe9", (2, 2)),
        (b"a\r\n\xc3\xa9\xff", (2, 2)),
        ("a".encode("utf-16"), (1, 1)),
        (b"a\n\x00", (2, 1)),
    ],
)
def test_what_is_no_text_is_a_problem_at_its_place(files: Files, data: bytes, place: tuple[int, int]) -> None:
    path = files.workspace / "text" / "a.md"
    path.parent.mkdir()
    path.write_bytes(data)
    assert files.text(path) is None
    (problem,) = files.problems.found
    assert problem.rule == "file-encoding" and problem.place == Place("text/a.md", *place)


def test_a_file_that_cannot_be_read_is_a_problem(files: Files) -> None:
    assert files.text(files.workspace) is None
    assert files.problems.found[0].rule == "file-missing"


def test_a_file_is_a_plain_one(files: Files) -> None:
    os.mkfifo(files.workspace / "references.bib")
    assert files.bytes(files.workspace / "references.bib") is None
    assert files.problems.found[0].message == "this is no plain file"


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/urandom", "/etc/hostname"])
def test_a_link_stays_in_the_workspace(files: Files, target: str) -> None:
    (files.workspace / "a.yaml").symlink_to(target)
    assert files.bytes(files.workspace / "a.yaml") is None
    assert files.problems.found[0].rule == "path-outside"


def test_a_link_in_the_workspace_and_one_to_it_are_followed(files: Files, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "a.md").write_text("words")
    (tmp_path / "text").symlink_to(tmp_path / "shared")
    assert files.text(tmp_path / "text" / "a.md") == "words"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "way").symlink_to(tmp_path)
    assert Files(tmp_path / "other" / "way", Problems()).text(tmp_path / "other" / "way" / "text" / "a.md") == "words"


def test_a_file_has_a_size_that_its_kind_may_have(files: Files) -> None:
    for name, most in (("a.md", 2), ("a.yaml", 20), ("a.csv", 200)):
        with (files.workspace / name).open("wb") as file:
            file.truncate(most * 1_000_000 + 1)
        assert files.bytes(files.workspace / name) is None
    told = [problem.message for problem in files.problems.found]
    assert told == [
        f"this file is larger than {most} MB, the most that one of its kind may have" for most in (2, 20, 200)
    ]


def inside(files: Files, written: str) -> str:
    path = files.inside(files.workspace / "home", files.workspace / "home" / "data", written, PLACE)
    return "found" if path else files.problems.found[-1].rule


@pytest.fixture
def home(files: Files) -> Path:
    home = files.workspace / "home"
    (home / "data").mkdir(parents=True)
    for path in (home / "data" / "boats.csv", home / "other.csv", files.workspace / "secret.csv"):
        path.write_text("x")
    return home


@pytest.mark.parametrize(
    ("written", "result"),
    [
        ("boats.csv", "found"),
        ("./boats.csv", "found"),
        ("../other.csv", "found"),
        ("../../secret.csv", "path-outside"),
        ("../../home/other.csv", "found"),
        ("/etc/hostname", "path-outside"),
        ("Boats.csv", "file-missing"),
        ("none.csv", "file-missing"),
        ("..\\other.csv", "file-missing"),
        ("", "file-missing"),
        (".", "file-missing"),
        ("a\0b", "file-missing"),
        ("x" * 5000, "file-missing"),
    ],
)
def test_a_path_stays_in_its_folder(files: Files, home: Path, written: str, result: str) -> None:
    assert inside(files, written) == result


def test_a_link_that_leads_out_is_outside(files: Files, home: Path) -> None:
    (home / "data" / "link.csv").symlink_to(files.workspace / "secret.csv")
    (home / "data" / "loop.csv").symlink_to("loop.csv")
    assert inside(files, "link.csv") == "path-outside"
    assert inside(files, "loop.csv") == "file-missing"


def test_a_missing_file_has_the_nearest_name_as_hint(files: Files, home: Path) -> None:
    inside(files, "boat.csv")
    assert files.problems.found[0].hint == "did you mean 'boats.csv'?"
    assert files.problems.found[0].message == "there is no file home/data/boat.csv"


def test_names_are_sorted_and_hidden_ones_left_out(home: Path) -> None:
    for name in ("z", "a", ".hidden"):
        (home / name).write_text("")
    assert names_in(home) == ["a", "other.csv", "z"] and names_in(home / "none") == []


def test_names_below_a_folder_have_their_own_folders(home: Path) -> None:
    for name in ("z.md", "part/b.md", "part/notes.txt", ".old/a.md", "part/.b.md"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text("")
    assert names_below(home, ".md") == ["part/b.md", "z.md"] and names_below(home / "none", ".md") == []


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.bib"])
def test_a_line_has_a_length_that_somebody_may_write(files: Files, name: str) -> None:
    path = files.workspace / name
    path.write_text("a\n" + "b" * 100_000 + "\nc\n")
    assert files.text(path) is not None
    files.read.clear()
    path.write_text("a\n" + "b" * 100_001 + "\nc\n")
    assert files.text(path) is None
    (told,) = files.problems.found
    assert (told.rule, told.place.line) == ("file-size", 2)
    assert told.message == "this line is longer than 100000 characters, the most that one may have"


def test_programs_write_long_lines(files: Files) -> None:
    for name in ("a.csv", "a.json"):
        (files.workspace / name).write_text("b" * 200_000)
        assert files.text(files.workspace / name) is not None
