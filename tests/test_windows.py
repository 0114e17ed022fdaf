"""What Windows does otherwise, as far as another system can show it: names, line ends, consoles, open files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen
from reportgen import writing
from reportgen.cli import main
from reportgen.new import create
from tests.conftest import Write
from tests.guides import ROOT, examples

BIB = "@book{zill, title = {Buses of Zill}, author = {Odile, Ana}, year = {2021}, publisher = {Zill Press}}\n"
CSL = '[\n{"id": "brill", "type": "book", "title": "Brill", "publisher": "B", "issued": {"date-parts": [[2020]]}}\n]\n'
FIGURE = (
    "\n::: figure plan\nfile: images/plan.svg\nalt: A square\nsource: zill\ntitle: A plan\n:::\n\nIt is old [@brill].\n"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"\nviewBox="0 0 9 9">\n<rect width="9" height="9"/>\n</svg>\n'
DIAMONDS = "\n::: chart gems\nkind: diamonds\ndata: trips\nname: year\nvalue: total\ntitle: Trips fall\n:::\n"
WITHOUT = """
import os, signal, sys
import matplotlib.figure, reportlab.pdfgen.canvas, pikepdf, openpyxl, odfdo, multiprocessing, subprocess
import importlib, pkgutil
import pypdfium2, PIL.Image, lxml.etree, bibtexparser, uharfbuzz, unicode_rbnf, babel, xlfmt, pylatexenc.latexwalker
for name in ("fork", "forkpty", "uname", "waitid", "sched_getaffinity", "getuid", "geteuid", "getpgid", "killpg",
             "setsid", "nice", "mkfifo", "fchmod", "fchown", "chown", "getloadavg", "sysconf"):
    vars(os).pop(name, None)
for name in ("SIGPIPE", "SIGHUP", "SIGALRM", "SIGKILL", "SIGUSR1", "SIGCHLD", "alarm", "setitimer", "pthread_sigmask"):
    vars(signal).pop(name, None)
for name in ("fcntl", "resource", "pwd", "grp", "termios", "posix", "tty", "pty", "syslog"):
    sys.modules[name] = None
sys.platform = "win32"
import reportgen
for one in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
    if not one.name.endswith("__main__"):
        importlib.import_module(one.name)
assert reportgen.build("demo").problems == ()
print("built")
"""


@pytest.fixture
def everything(workspace: Path) -> Path:
    """A workspace with every kind of file that lines can end in, whose paper carries its sources."""
    create(workspace, "demo")
    folder = workspace / "sources/demo"
    (folder / "images").mkdir()
    (workspace / "charts").mkdir()
    (kind,) = [one.text for one in examples(ROOT / "docs/charts.md") if one.path == "charts/diamonds.py"]
    files = {"references.bib": BIB, "references.json": CSL, "images/plan.svg": SVG, "../../charts/diamonds.py": kind}
    for name, text in files.items():
        (folder / name).write_text(text)
    for name, text in (("briefing.yaml", "attach: all\n"), ("text/3-money.md", FIGURE + DIAMONDS)):
        (folder / name).write_text((folder / name).read_text() + text)
    return workspace


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_the_ends_of_lines_make_no_difference_in_any_file(end: bytes, everything: Path) -> None:
    before = reportgen.build("demo")
    data = before.paper.read_bytes()
    assert {problem.rule for problem in before.problems} <= {"source-unused", "chart-subtitle", "chart-source"}
    written = [path for folder in ("sources", "charts") for path in (everything / folder).rglob("*") if path.is_file()]
    assert {path.suffix for path in written} == {".yaml", ".md", ".csv", ".bib", ".json", ".svg", ".py"}
    for path in written:
        path.write_bytes(path.read_bytes().replace(b"\n", end))
    after = reportgen.build("demo")
    assert after.problems == before.problems
    assert after.paper.read_bytes() == data


@pytest.mark.parametrize("named", ["sources\\one", ".\\sources\\one\\", "one\\", "sources/one/"])
def test_a_briefing_is_named_with_backslashes(named: str, briefing: Write, capsys: pytest.CaptureFixture[str]) -> None:
    briefing("one")
    assert main(["check", named]) == 0
    assert main(["release", named]) == 0
    assert main(["diff", "one\\1", "one"]) == 0
    assert capsys.readouterr().out.endswith("no changes\n")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("aux.md", "Windows keeps the name aux for itself"),
        ("COM1.md", "Windows keeps the name COM1 for itself"),
        ("what?.md", "no file on Windows may have ? in its name"),
        ("a:b.md", "no file on Windows may have : in its name"),
        ("part. /b.md", "no name on Windows may end in a full stop or a space"),
        ("Summary.md", "on Windows and macOS this is the same file as sources/one/text/Summary.md"),
    ],
)
def test_a_name_that_another_system_lacks_is_told_and_not_carried(name: str, why: str, briefing: Write) -> None:
    folder = briefing("one")
    path = folder / "text" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# More\n\nAll goes on.\n")
    told = [problem.message for problem in reportgen.build("one").problems if problem.rule == "file-name"]
    assert told == [why]
    (folder / "briefing.yaml").write_text("title: A paper\nattach: all\n")
    with pytest.raises(reportgen.ReportError) as error:
        reportgen.build("one")
    assert [one.rule for one in error.value.problems if one.severity is reportgen.Severity.ERROR] == ["attach-name"]


def test_names_that_every_system_has_are_no_problem(briefing: Write) -> None:
    folder = briefing("one")
    for name in ("auxiliary.md", "console.md", "ča va – 2.md", "a.b.md", "com10.md"):
        (folder / "text" / name).write_text(f"# {name.removesuffix('.md').title()}\n\nAll goes on.\n")
    assert "file-name" not in {problem.rule for problem in reportgen.check("one")}


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_no_briefing_is_called_as_a_device(name: str, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", name]) == 2
    assert "Windows keeps it for itself" in capsys.readouterr().err


def test_a_paper_that_is_open_elsewhere_is_told(
    briefing: Write, workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing("one")

    def replace(self: Path, target: Path) -> None:
        raise PermissionError(13, "Access is denied", str(self))

    monkeypatch.setattr(Path, "replace", replace)
    assert main(["build"]) == 1
    told = capsys.readouterr().err
    assert "could not be written: access is denied [file-unwritable]\n  hint: close it in other programs" in told
    assert [path.name for path in workspace.rglob("*one.pdf*")] == []


def test_an_older_chart_that_is_open_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.png").touch()

    def unlink(self: Path) -> None:
        raise PermissionError(13, "Access is denied", str(self))

    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(reportgen.ReportError, match=r"could not be removed: access is denied \[file-unwritable\]"):
        writing.remove_others(tmp_path, set(), {".png"})


@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"},
        {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "LANG": "C"},
    ],
    ids=lambda around: "-".join(around.values()),
)
def test_a_console_that_lacks_characters_shows_their_numbers(
    around: dict[str, str], briefing: Write, workspace: Path
) -> None:
    folder = briefing("one", text="# Summary\n\nChișinău – “čaj” costs {{ nothing }}: 你.\n", head="title: Čaj\n")
    (folder / "text/čaj.md").write_text("# Čaj\n\n{{ čaj }}\n", encoding="utf-8")
    run = [sys.executable, "-X", "warn_default_encoding", "-m", "reportgen"]
    environment = os.environ | around | {"PYTHONWARNINGS": "always::EncodingWarning"}
    for line in ("build", "check --json", "new two", "--help", "charts bars"):
        done = subprocess.run([*run, *line.split()], cwd=workspace, env=environment, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr and b"EncodingWarning" not in done.stderr, done.stderr.decode()
        assert done.returncode == (1 if line in ("build", "check --json") else 0)
        assert b"\\u010d" in done.stdout + done.stderr or line not in ("build", "check --json")


def test_nothing_that_only_unix_has_is_needed(workspace: Path) -> None:
    create(workspace, "demo")
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=workspace, capture_output=True, text=True, check=False)
    assert done.stdout == "built\n", done.stderr
