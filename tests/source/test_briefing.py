"""Finding briefings and loading them whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen import worker_start
from reportgen.dates import PartialDate
from reportgen.folders import TEXT_ENDINGS, find
from reportgen.problems import Place, ReportError
from reportgen.source import load, loaded
from reportgen.source.model import Briefing
from tests.source import fonts

Files = Mapping[str, str | bytes]
Read = Callable[[Files], Briefing]
Make = Callable[[Files], Path]


def test_a_briefing_with_nothing_but_a_title_and_a_text(read: Read) -> None:
    briefing = read({})
    assert briefing.name == "paper" and briefing.meta.title.text == "Ferries"
    assert briefing.texts[0].path == "sources/paper/text/summary.md"
    assert not (briefing.tables or briefing.facts or briefing.references or briefing.terms)


def test_texts_are_all_there_in_the_order_of_their_names(read: Read) -> None:
    texts = read({"text/b.md": b"\xef\xbb\xbfx\r\ny", "text/a.md": "", "text/notes.txt": "x"}).texts
    assert [(text.name, text.text) for text in texts] == [("a", ""), ("b", "x\ny"), ("summary", "Ferries sail.\n")]


def test_texts_may_stand_in_folders(read: Read) -> None:
    files: Files = {"text/a.md": "A", "text/annexes/law.md": "L"}
    assert [text.name for text in read(files).texts] == ["a", "annexes/law", "summary"]
    chosen = read({**files, "briefing.yaml": "title: T\ncontents: [annexes/law, a]\n"}).texts
    assert [text.path for text in chosen] == ["sources/paper/text/annexes/law.md", "sources/paper/text/a.md"]


def test_contents_chooses_and_orders_the_texts(read: Read) -> None:
    files: Files = {"briefing.yaml": "title: T\ncontents: [summary, b]\n", "text/a.md": b"\xff", "text/b.md": "B"}
    assert [text.name for text in read(files).texts] == ["summary", "b"]


def test_the_keys_of_a_briefing(read: Read) -> None:
    text = """title: Ferries
type: note
authors: Ann Sand
published: 2022-03-31
in_brief: |
  First line.

  Second.
key_facts:
  - {value: "{{ facts.boats }}", label: boats}
attached_to: {title: A debate, date: 2022-04}
off: {link-text: links are bare here}
"""
    meta = read({"briefing.yaml": text}).meta
    assert meta.authors == ("Ann Sand",) and meta.published == PartialDate(2022, 3, 31)
    assert meta.brief is not None and meta.brief.place == Place("sources/paper/briefing.yaml", 6, 3)
    assert meta.key_facts[0].value.text == "{{ facts.boats }}" and {
        rule.text: reason for rule, reason in meta.off.items()
    } == {"link-text": "links are bare here"}
    assert meta.attached_to is not None and meta.attached_to.date == PartialDate(2022, 4)


def test_a_briefing_without_a_text_is_told_to_write_one(make: Make) -> None:
    home = make({})
    (home / "text" / "summary.md").unlink()
    with pytest.raises(ReportError, match=r"sources/paper/text:1:1: error: this briefing has no text"):
        load(home, home.parent.parent)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"there is no briefing\.yaml"):
        load(tmp_path / "sources" / "x", tmp_path)


def test_paths_in_problems_do_not_depend_on_where_one_stands(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    home = make({"briefing.yaml": "title: T\ntype: x\n"})
    monkeypatch.chdir(home.parent.parent)
    found = []
    for folder, workspace in ((home, home.parent.parent), (Path("sources/paper"), Path()), (home, Path())):
        with pytest.raises(ReportError) as caught:
            load(folder, workspace)
        found.append(str(caught.value))
    assert len(set(found)) == 1 and found[0].startswith("sources/paper/briefing.yaml:2:7:")


# --- find --------------------------------------------------------------------------------------------------------
@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("zinc", "amber"):
        (tmp_path / "sources" / name).mkdir(parents=True)
        (tmp_path / "sources" / name / "briefing.yaml").write_text("title: T\n")
    (tmp_path / "sources" / "images").mkdir()
    return tmp_path


def names(workspace: Path, *asked: str) -> list[str]:
    return [path.name for path in find(workspace, asked)]


def test_all_briefings_or_the_ones_named_sorted_each_once(workspace: Path) -> None:
    assert names(workspace) == ["amber", "zinc"] and names(workspace, "zinc", "zinc") == ["zinc"]
    assert names(workspace, "./sources/zinc/", "amber") == ["amber", "zinc"]


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("zink", "there is no briefing 'zink'", "did you mean 'zinc'?"),
        ("images", "the folder has no briefing.yaml", "see another briefing's for the form"),
        ("../sources", "there is no briefing '../sources'", "known here: amber, zinc"),
        ("", "there is no briefing ''", "known here: amber, zinc"),
        ("z" * 300, f"there is no briefing '{'z' * 300}'", "known here: amber, zinc"),
    ],
)
def test_an_unknown_name(workspace: Path, asked: str, message: str, hint: str) -> None:
    with pytest.raises(ReportError) as caught:
        find(workspace, ["amber", asked])
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == (message, hint)


def test_a_workspace_without_sources_or_without_briefings(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="there is no folder sources/ here"):
        find(tmp_path, [])
    (tmp_path / "sources").mkdir()
    with pytest.raises(ReportError, match="there is no briefing in sources/"):
        find(tmp_path, ["x"])


# --- never a traceback, never slow to start ----------------------------------------------------------------------
DATA = ("data/tables.yaml", "data/boats.csv", "data/facts.yaml", "data/boats.xlsx")
FILES = (
    "briefing.yaml",
    "text/a.md",
    *DATA,
    "references.yaml",
    "references.bib",
    "house.yaml",
    "../house.yaml",
    "../terms.yaml",
)
GOOD = {
    "briefing.yaml": b"title: Ferries\ntype: note\nkey_facts: [{value: 1, label: x}]\n",
    "data/tables.yaml": b"boats: {key: a, source: s, columns: {a: , b: {type: number}}}\n",
    "data/boats.csv": b'a,b\nx,1\n"y",2\n',
    "data/facts.yaml": b"f: {value: 3, as_of: 2022-03}\n",
    "references.yaml": b"- {id: s, title: S, issued: {date-parts: [[2022]]}, author: [{family: A}]}\n",
    "references.bib": b"@book{b, title = {B}, author = {A and C}, year = 2021, month = mar}\n",
    "../house.yaml": b'name: H\ncolours: {ink: "#000000"}\nfonts: {families: {x: {regular: a.ttf}}}\n',
    "../a.ttf": fonts.GOOD,
    "house.yaml": b"tagline: T\ncolours: {link: '#003366'}\n",
    "../terms.yaml": b"- {text: a, lang: fr}\n",
}
PIECES = st.sampled_from(
    [b"'", b'"', b"{", b"}", b"[", b"]", b":", b"- ", b"&a ", b"*a", b"\n", b"\r", b"\t", b"\xff", b"\0"]
)


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """Good bytes with pieces cut out and others put in, or bytes of any kind."""
    data = bytearray(good)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 6))] = draw(
            PIECES | st.binary(max_size=6) | st.text(max_size=4).map(str.encode)
        )
    return bytes(data)


@given(data=st.data(), name=st.sampled_from(FILES))
@settings(
    max_examples=400, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_in_any_file_give_a_briefing_or_problems(make: Make, data: st.DataObject, name: str) -> None:
    content = data.draw(damaged(GOOD.get(name, b"")) | st.binary(max_size=60))
    home = make({**GOOD, name: content})
    if name == "data/boats.xlsx":
        (home / "data" / "boats.csv").unlink(missing_ok=True)
    try:
        load(home, home.parent.parent)
    except ReportError as error:
        assert error.problems
        for problem in error.problems:
            str(problem).encode()
            assert problem.place.file and "\n" not in problem.message


def test_the_briefing_that_is_damaged_above_is_good(read: Read) -> None:
    assert read(GOOD).tables["boats"].sources == ("s",)


def test_heavy_libraries_are_not_imported_for_a_plain_briefing(make: Make) -> None:
    home = make(
        {key: value for key, value in GOOD.items() if key not in ("references.bib", "house.yaml", "../house.yaml")}
    )
    program = (
        "import sys, pathlib; from reportgen.source import load; home = pathlib.Path(sys.argv[1]);"
        "load(home, home.parent.parent);"
        "heavy = ('openpyxl', 'bibtexparser', 'matplotlib', 'reportlab', 'jinja2');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(home)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_texts_stand_in_natural_order(make: Make) -> None:
    folder = make({f"text/{name}.md": "# A\n" for name in ("10-c", "2-b", "1-a", "2-a/12", "2-a/3")})
    names = [text.name for text in load(folder, folder.parent.parent).texts]
    assert names == ["1-a", "2-a/3", "2-a/12", "2-b", "10-c", "summary"]


def test_whatever_holds_markdown_is_read(make: Make) -> None:
    endings = ("md", "markdown", "MD", "qmd", "Rmd", "mkd")
    folder = make({f"text/{number}.{end}": f"# {end}\n" for number, end in enumerate(endings)})
    briefing = load(folder, folder.parent.parent)
    assert [text.text.strip("# \n") for text in briefing.texts[:-1]] == [*endings]
    assert [text.name for text in briefing.texts] == [*map(str, range(6)), "summary"]
    assert briefing.texts[3].path == "sources/paper/text/3.qmd" and briefing.told == ()


def test_a_text_that_is_left_out_for_its_ending_is_told(make: Make) -> None:
    endings = ("md", "qmd", "docx", "txt", "adoc", "png", "bak")
    folder = make({f"text/2.{end}": end for end in endings})
    briefing, problems = loaded(folder, folder.parent.parent)
    assert [text.text for text in briefing.texts] == ["md", "Ferries sail.\n"]
    told = {one.place.file.rpartition(".")[2]: one for one in problems.found if one.rule == "text-left-out"}
    assert told.keys() == {*endings} - {"md", "png", "bak"}
    assert told["qmd"].message == "this file is no part of the paper: 2.md beside it is read"
    assert [told[end].hint for end in ("qmd", "docx", "txt")] == [
        "keep one of the two in text/",
        "write its text in 2.md, or move it elsewhere",
        "rename it to 2.md, or move it elsewhere",
    ]


def test_what_other_files_take_in_is_told_and_an_index_comes_first(make: Make) -> None:
    folder = make({f"text/{name}": "# A\n" for name in ("10-z.qmd", "index.qmd", "_rents.qmd", "b/2.md", "b/index.md")})
    briefing, problems = loaded(folder, folder.parent.parent)
    assert [text.name for text in briefing.texts] == ["index", "10-z", "b/index", "b/2", "summary"]
    (told,) = [one for one in problems.found if one.rule == "text-left-out"]
    assert told.place.file.endswith("text/_rents.qmd") and told.hint == "rename it to rents.qmd, or move it elsewhere"


def test_contents_name_a_text_without_its_ending(make: Make) -> None:
    folder = make({"text/2.qmd": "# B\n", "briefing.yaml": "title: A\ncontents: [2, summary]\n"})
    assert [text.name for text in load(folder, folder.parent.parent).texts] == ["2", "summary"]


def test_a_list_in_brief_is_one_of_points(make: Make) -> None:
    folder = make({"briefing.yaml": "title: A\nin_brief:\n  - One.\n  - Two.\n"})
    brief = load(folder, folder.parent.parent).meta.brief
    assert brief is not None and (brief.text, brief.place.line, brief.place.column) == ("- One.\n- Two.", 3, 3)


def test_the_worker_starts_for_charts_in_any_text(make: Make) -> None:
    assert worker_start._TEXT_ENDINGS == TEXT_ENDINGS
    folder = make({"text/2.qmd": "# B\n\n::: chart a\n"})
    assert worker_start._may_have_charts(folder)
