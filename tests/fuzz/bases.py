"""What is damaged: the demonstration, the tiny briefings, a page of the gallery for each chart kind, and workbooks."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from openpyxl import Workbook

from reportgen.new import create
from tests.guides import ROOT

_GALLERY = ROOT / "sources" / "gallery"


def bases(folder: Path) -> list[Path]:
    """Workspaces of one briefing each, written below `folder`."""
    folder.mkdir(parents=True)
    create(folder / "demo", "demo")
    found = [folder / "demo"]
    for briefing in sorted((ROOT / "tests" / "briefings").iterdir()):
        if (briefing / "briefing.yaml").is_file():
            workspace = folder / briefing.name
            shutil.copytree(briefing, workspace / "sources" / briefing.name, ignore=shutil.ignore_patterns("*.txt"))
            found.append(workspace)
    found += [_of_kind(page, folder) for page in sorted((_GALLERY / "text").glob("*.md")) if page.stem != "choosing"]
    return [*found, _of_workbooks(folder / "workbooks")]


def _of_kind(page: Path, folder: Path) -> Path:
    """A workspace with one page of the gallery, and the data of all."""
    workspace = folder / f"kind-{page.stem}"
    home = workspace / "sources" / page.stem
    shutil.copytree(_GALLERY, home, ignore=shutil.ignore_patterns("text"))
    (home / "text").mkdir()
    shutil.copy(page, home / "text")
    (home / "briefing.yaml").write_text(f"title: The kind {page.stem}\nfacts_as_of: 2024-12-31\n", encoding="utf-8")
    return workspace


_TEXT = """# Ferries

{{ sheet.Oban.sailings }} ferries sail from Oban, {{ open.Oban.sailings }} of them by day.

::: table sailings
data: sheet
title: Sailings by port
:::

::: figure pier
file: pier.svg
title: The pier
alt: A pier with two bridges.
:::
"""
_TABLE = """{name}:
  file: ferries.{ending}
  title: Ferries
  key: port
  columns:
    port: {{title: Port}}
    sailings: {{title: Sailings, type: integer}}
"""
_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><style>.a {fill: #1f4e79}</style>
<g transform="translate(5 5)"><rect class="a" width="90" height="20"/><path d="M0 30 l50 10 a5 5 0 0 1 9 9"/></g>
<text x="5" y="55" font-size="12">The pier</text></svg>
"""
_CELL = '<table:table-cell office:value-type="{}" office:value="{}"><text:p>{}</text:p></table:table-cell>'
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


def _of_workbooks(workspace: Path) -> Path:
    """A workspace with an XLSX file, an ODS file and a drawing."""
    home = workspace / "sources" / "workbooks"
    (home / "text").mkdir(parents=True)
    (home / "data").mkdir()
    rows: list[tuple[str, str | int]] = [("port", "sailings"), ("Oban", 12), ("Mallaig", 8)]
    book = Workbook()
    for row in rows:
        book.worksheets[0].append([*row])
    book.save(home / "data" / "ferries.xlsx")
    _write_ods(home / "data" / "ferries.ods", rows)
    tables = "".join(_TABLE.format(name=name, ending=end) for name, end in (("sheet", "xlsx"), ("open", "ods")))
    (home / "data" / "tables.yaml").write_text(tables, encoding="utf-8")
    (home / "briefing.yaml").write_text("title: Ferries\n", encoding="utf-8")
    (home / "text" / "text.md").write_text(_TEXT, encoding="utf-8")
    (home / "pier.svg").write_text(_DRAWING, encoding="utf-8")
    return workspace


def _write_ods(path: Path, rows: list[tuple[str, str | int]]) -> None:
    kind = {True: "string", False: "float"}
    cells = ("".join(_CELL.format(kind[isinstance(one, str)], one, one) for one in row) for row in rows)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    names = " ".join(f'xmlns:{name}="{_NAMES.format(name)}"' for name in ("office", "table", "text"))
    body = f'<office:spreadsheet><table:table table:name="S">{table}</table:table></office:spreadsheet>'
    with zipfile.ZipFile(path, "w") as parts:  # not packed, so that damage to its XML is damage to its XML
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>",
        )


def files_of(workspace: Path) -> list[str]:
    """The files that may be damaged, by their paths in the workspace; texts come often."""
    found = [path.relative_to(workspace).as_posix() for path in sorted(workspace.rglob("*")) if path.is_file()]
    shown = [name for name in found if "/." not in name]
    return [*shown, *(name for name in shown if name.endswith((".md", ".yaml")))]
