from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from reportgen.figures import cache as caching
from reportgen.figures.cache import Cache, fingerprint, surroundings
from reportgen.figures.contract import CrossTable
from reportgen.figures.drawn import CODEC, Drawn, Plan
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.picture import Artist, Fill, Hatch, Label, Motif, Outline, Pen, Picture, Raster
from reportgen.figures.picture import Path as Stroked
from reportgen.geometry import Matrix
from reportgen.house import Colours, House, Sizes
from reportgen.problems import Place
from tests.figures.making import TYPED, kind, spec
from tests.test_imports import ROOT, imported

CLIP = (Outline("MLLLZ", (0.0, 0.0, 9.0, 0.0, 9.0, 9.0, 0.0, 9.0)), Outline("MCZ", (0.5, 1.0, *range(6)), True))
ARTIST = Artist("patch", 1)
MOTIF = Motif(Outline("ML", (0.0, 0.0, 7.25, 7.25)), (1.0, 2.0, 3.0, 4.01))
HATCH = Hatch("/", (0.1, 0.2, 0.3), 0.5, 0.4, Outline("ML", (1.0, 2.0, 9.0, 10.0)), (MOTIF,))
DASHED = Pen((0.1, 0.2, 0.3), 0.5, 1.2, (3.0, 1.0), 0.5, "round", "bevel", 4.0, Matrix(2.0, 0.0, 0.0, 0.5))

DRAWN = Drawn(
    Plan(
        10.5,
        20.0,
        "What it shows",
        ("fruit", "tonnes"),
        CrossTable("fruit", "tonnes", ("Early", "Late"), ((0, (0, None)), (1, (1, 2))), "not sold"),
    ),
    Picture(
        10.5,
        20.0,
        (
            Stroked(CLIP[0], Fill((1.0, 0.0, 0.0), 0.5), None, HATCH, CLIP, artist=ARTIST),
            Stroked(CLIP[1], None, DASHED, clip=CLIP[:1], marker=True, artist=ARTIST),
            Label("žito", 1.5, 2.0, 9.0, (0.1, 0.2, 0.3), "bold", italic=True, angle=45.0, alpha=0.5, whole=3),
            Raster(1, 1, bytes((1, 2, 3)), Matrix(9.0, 0.0, 0.0, 9.0, 1.5, 2.0), CLIP),
        ),
    ),
    (Finding("chart-contrast", "it is pale"),),
)

WARM = """
import sys
from pathlib import Path
from typing import Any
from reportgen.figures.studio import draw
from reportgen.house import House
from reportgen.language import words_for
from tests.figures.making import spec
drawn = draw([spec("typed", value="tonnes")], House(), words_for("en-GB"), [Path(sys.argv[1])])
print("matplotlib" in sys.modules, any(name.startswith("_reportgen_kind_") for name in sys.modules))
"""


def test_what_is_kept_comes_back_equal(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get("key") is None
    cache.put("key", DRAWN)
    assert cache.get("key") == DRAWN
    assert CODEC.read(Drawn, CODEC.plain(DRAWN)) == DRAWN


def test_an_unchanged_chart_imports_neither_matplotlib_nor_its_kind(folder: Path) -> None:
    kind(folder, "typed", TYPED)
    runs = [
        subprocess.run([sys.executable, "-c", WARM, str(folder)], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert runs == ["True True\n", "False False\n"]


def test_what_no_file_can_hold_is_kept_all_the_same(tmp_path: Path) -> None:
    half = replace(DRAWN, plan=replace(DRAWN.plan, description="half \ud800"))
    Cache(tmp_path).put("key", half)
    assert Cache(tmp_path).get("key") == half


CHANGES: list[dict[str, Any]] = [
    {"parts": []},
    {"parts": [["Outline", "ML"]]},
    {"operations": 1},
    {"coordinates": ""},
    {"coordinates": "AAA="},
    {"coordinates": None},
    {"operations": [["Path"]]},
    {"operations": [["Code", "0 0 m"]]},
    {"operations": [["Path", 99, 0, 0, 0, [], False, 0]]},
]
BROKEN = [
    json.dumps({**CODEC.plain(DRAWN), "picture": {**CODEC.plain(DRAWN)["picture"], **change}}).encode()
    for change in CHANGES
]


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"picture": 1}', b"\xff\xfe", *BROKEN])
def test_a_broken_entry_is_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "key.json").write_bytes(broken)
    assert Cache(tmp_path).get("key") is None


def test_a_broken_entry_is_mended(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_bytes(b"{")
    Cache(tmp_path).put("key", DRAWN)
    assert Cache(tmp_path).get("key") == DRAWN


def test_a_folder_that_cannot_be_made_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "charts")
    cache.put("key", DRAWN)
    assert cache.get("key") is None


def test_what_was_used_longest_ago_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_ENTRIES", 2)
    cache = Cache(tmp_path)
    for age, key in ((30, "old"), (20, "older-but-used"), (10, "young")):
        cache.put(key, DRAWN)
        os.utime(tmp_path / f"{key}.json", ns=(0, 10**18 - age))
    cache.get("older-but-used")
    cache.put("new", DRAWN)
    assert {path.stem for path in tmp_path.iterdir()} == {"older-but-used", "new"}


def test_the_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Cache.of_user().folder == tmp_path / "reportgen" / "charts"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/anna")
    assert Cache.of_user().folder == Path("/home/anna/.cache/reportgen/charts")


def test_the_key_holds_all_that_a_picture_depends_on() -> None:
    house, chart = House(), spec("bars", value="tonnes")
    around = surroundings(house, "en-GB")
    keys = {
        fingerprint(chart, b"kind", around),
        fingerprint(chart, b"other kind", around),
        fingerprint(spec("bars", value="fruit"), b"kind", around),
        fingerprint(replace(chart, alt="x"), b"kind", around),
        fingerprint(replace(chart, data=replace(chart.data, rows=chart.data.rows[:1])), b"kind", around),
        fingerprint(replace(chart, data=replace(chart.data, files={"a": b"1"})), b"kind", around),
        fingerprint(replace(chart, data=replace(chart.data, files={"a": b"2"})), b"kind", around),
        fingerprint(chart, b"kind", surroundings(house, "fr")),
        fingerprint(chart, b"kind", surroundings(House(colours=Colours(accent="#000000")), "en-GB")),
        fingerprint(chart, b"kind", surroundings(House(sizes=Sizes(18.0)), "en-GB")),
    }
    assert len(keys) == 10


def test_the_key_holds_all_code_that_figures_import() -> None:
    reached, packages = _imports_of(*(ROOT / "reportgen" / "figures").rglob("*.py"))
    rooms = {path.relative_to(ROOT / "reportgen").parts[0] for path in reached} - {"__init__.py"}
    by_module = metadata.packages_distributions()
    assert rooms == set(caching.ENGINE)
    assert {by_module[name][0].lower() for name in packages} == {name.lower() for name in caching.PACKAGES}


def _imports_of(*paths: Path) -> tuple[set[Path], set[str]]:
    """The engine's files that `paths` import, and those that these import, and so on; and the packages of others."""
    reached: set[Path] = set()
    packages: set[str] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        names = set(imported(path))
        packages |= {name.partition(".")[0] for name in names}
        waiting += [file for name in names for file in _files_of(name)]
    return reached, packages - sys.stdlib_module_names - {"reportgen"}


def _files_of(name: str) -> list[Path]:
    """The files of one of the engine's modules, or of the module that a name stands in; none for others."""
    path = ROOT.joinpath(*name.split("."))
    files = (path.with_suffix(".py"), path / "__init__.py", path.parent.with_suffix(".py"), path.parent / "__init__.py")
    return [file for file in files if name.startswith("reportgen.") and file.is_file()]


def test_where_a_chart_stands_does_not_count() -> None:
    chart = spec("bars", value="tonnes")
    moved = replace(chart, place=Place("text/b.md", 99), option_places={})
    assert fingerprint(moved, b"", "") == fingerprint(chart, b"", "")
