"""Imports go one way down the pipeline, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reportgen.writing import write_all

ROOT = Path(__file__).parent.parent
ROOMS = """
    environment frozen codec patterns word_tables dates choices marks geometry rules problems writing folders installed
    outcome contents compiled worker_start unchanged phrases colours house fonts language sheets source figures document
    pdf charting pdfread editions validation pipeline commands new public cli __main__ __init__
""".split()
"""A room may import itself and those before it; the face, `__init__`, names what is public, and loads none of it."""
DOCUMENT = """
    inlines captioned listings blocks tree revision data templates markdown text fences style reading composing __init__
""".split()
"""The same within `reportgen/document/`, whose face, `__init__`, names what stands in any of them."""
HEAVY = {"matplotlib", "reportlab", "pikepdf", "openpyxl", "unicode_rbnf", "bibtexparser", "numpy", "PIL", "pypdfium2"}
HEAVY |= {"odfdo", "lxml", "xlfmt"}
MODULES = sorted((ROOT / "reportgen").rglob("*.py"))
KINDS = sorted(path for path in (ROOT / "charts").glob("*.py") if path.name != "__init__.py")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The modules that a file imports anywhere, also inside functions."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{name.name}" for name in names)


def rooms_of(path: Path) -> set[str]:
    names = [name.split(".") for name in imported(path)]
    return {name[1] for name in names if name[0] == "reportgen" and len(name) > 1} - {"__version__"}


def room_of(path: Path, home: Path) -> str:
    return path.relative_to(home).parts[0].removesuffix(".py")


def test_a_module_imports_only_what_stands_before_it() -> None:
    wrong = []
    for path in MODULES:
        room = room_of(path, ROOT / "reportgen")
        before = set(ROOMS[: ROOMS.index(room) + 1])
        wrong += [f"{path.relative_to(ROOT)} imports {later}" for later in sorted(rooms_of(path) - before)]
    assert wrong == []


def test_a_module_of_the_document_imports_only_what_stands_before_it() -> None:
    home, wrong = ROOT / "reportgen/document", []
    for path in (path for path in MODULES if path.is_relative_to(home)):
        names = [name.split(".") for name in imported(path)]
        rooms = {name[2] for name in names if name[:2] == ["reportgen", "document"] and len(name) > 2}
        before = DOCUMENT[: DOCUMENT.index(room_of(path, home)) + 1]
        wrong += [f"{path.relative_to(ROOT)} imports {later}" for later in sorted(rooms - {*before})]
    assert wrong == []


def test_a_chart_kind_knows_the_kit_and_the_words_only() -> None:
    wrong = []
    for path in KINDS:
        ours = {".".join(name.split(".")[:3]) for name in imported(path) if name.startswith("reportgen")}
        known = {"reportgen.figures.kit", "reportgen.language.Words"}
        wrong += [f"{path.relative_to(ROOT)} imports {other}" for other in sorted(ours - known)]
    assert wrong == []


def modules(code: str, folder: Path) -> set[str]:
    """The modules that a fresh process has loaded after `code`."""
    report = "import sys; print('\\n' + '\\n'.join(sys.modules))"
    run = [sys.executable, "-c", f"{code}\n{report}"]
    done = subprocess.run(
        run, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def loaded(code: str, folder: Path) -> set[str]:
    """The heavy packages among them."""
    return HEAVY & {name.partition(".")[0] for name in modules(code, folder)}


@pytest.mark.parametrize("line", ["--help", "build --help", "--version"])
def test_help_imports_nothing_heavy(line: str, tmp_path: Path) -> None:
    code = f"from reportgen.cli import main\ntry: main({line.split()})\nexcept SystemExit: pass"
    assert loaded(code, tmp_path) == set()


def test_the_package_itself_loads_none_of_its_rooms(tmp_path: Path) -> None:
    found = modules("import reportgen\nassert 'build' in dir(reportgen)", tmp_path)
    assert {name for name in found if name.startswith("reportgen.")} == set()
    assert loaded("import reportgen\nreportgen.ReportError, reportgen.build, reportgen.Facts", tmp_path) == set()


def test_matplotlib_stays_with_the_worker_and_kept_charts_need_none(tmp_path: Path) -> None:
    keys = b"kind: bars\ndata: trips\ncategory: town\nvalues: trips\ntitle: Zill leads"
    text = b"# Summary\n\nText.\n\n::: chart trips\n" + keys + b"\n:::\n"
    tables = b"trips: {title: Trips, key: town, columns: {town: {title: Town}, trips: {title: Trips, type: integer}}}\n"
    folder, cells = tmp_path / "sources/bus", b"town,trips\nZill,31\nBrill,12\n"
    files = {"text/summary.md": text, "data/tables.yaml": tables, "data/trips.csv": cells}
    write_all({folder / name: data for name, data in (files | {"briefing.yaml": b"title: A paper\n"}).items()})
    code = (
        "import os\nfrom reportgen.cli import main\nfrom reportgen.figures import process\n"
        f"os.environ['XDG_CACHE_HOME'] = {str(tmp_path / 'cache')!r}\n"
        "process.cores = lambda: {cores}\nassert main(['build']) == 0"
    )
    assert not loaded(code.format(cores=2), tmp_path) & {"matplotlib", "numpy"}
    (folder / "text/summary.md").write_bytes(text.replace(b"Text.", b"Another text."))
    assert not loaded(code.format(cores=1), tmp_path) & {"matplotlib", "numpy"}


def test_a_first_edition_needs_its_record_only(tmp_path: Path) -> None:
    folder = tmp_path / "sources/note"
    write_all({folder / "briefing.yaml": b"title: A paper\n", folder / "text/summary.md": b"# Summary\n\nOnly text.\n"})
    found = modules("from reportgen.cli import main\nassert main(['build']) == 0", tmp_path)
    ours = {name.removeprefix("reportgen.editions.") for name in found if name.startswith("reportgen.editions.")}
    assert ours == {"canonical", "digest", "extras", "own_kinds", "paragraphs", "record", "record_file", "versions"}
    assert not {
        name
        for name in found
        if name.startswith(
            ("reportgen.figures.svg", "reportgen.figures.export", "reportgen.pdfread", "reportgen.validation")
        )
    }


def test_a_paper_without_charts_never_imports_matplotlib(tmp_path: Path) -> None:
    text = b"# Summary\n\nOnly text, and a table.\n\n|a|b|\n|-|-|\n|1|2|\n"
    folder = tmp_path / "sources/note"
    head = b'title: A paper\nkey_facts: [{value: "{{ facts.a }}", label: one}]\n'
    facts = b"a: {value: 1}\n"
    write_all({folder / "briefing.yaml": head, folder / "text/summary.md": text, folder / "data/facts.yaml": facts})
    code = "from reportgen.cli import main\nassert main(['confirm', 'note']) == 0\nassert main(['build']) == 0"
    found = modules(code, tmp_path)
    assert not found & {"matplotlib", "numpy", "openpyxl", "unicode_rbnf", "bibtexparser"}
    assert "importlib.metadata" not in found, "reportgen.installed tells versions"
    assert not found & {"urllib.request", "ssl"}, "xml.sax.saxutils loads them: html.escape does as well"
