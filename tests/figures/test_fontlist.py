"""Charts are drawn without a look at the machine's fonts, and the user's list of them stays as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import matplotlib
import pytest

from reportgen.fonts import Chain, Style
from reportgen.house import House
from tests.figures.making import kind

DRAWING = """
import sys
from pathlib import Path
from reportgen.figures import Studio, process
from reportgen.figures.cache import Cache
from reportgen.house import House
from reportgen.language import words_for
from tests.figures.making import spec
process.cores = lambda: 2
with Studio(beside=sys.argv[2] == "beside") as studio:
    folders = [Path(sys.argv[1])]
    studio.order([spec("mine", alt="x")], House(), words_for("en-GB"), folders, Cache(None)).drawn()
"""
LOOKING = "import sys; from matplotlib.font_manager import fontManager; print(*(e.fname for e in fontManager.ttflist))"
SEEN = """
import json, os, pathlib
from matplotlib.font_manager import findfont, fontManager

LISTED = [entry.fname for entry in fontManager.ttflist]

def draw(figure, data, options, house, words):
    from matplotlib import get_data_path
    title = figure.add_subplot().set_title("Pears")
    found = findfont(title.get_fontproperties())
    only = os.environ.get("MPL_IGNORE_SYSTEM_FONTS")
    seen = {"listed": LISTED, "title": found, "data": get_data_path(), "only": only}
    pathlib.Path(FILE).write_text(json.dumps(seen))
"""
OWN = Path(matplotlib.get_data_path(), "fonts", "ttf", "cmr10.ttf")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a font of its own, and no cache."""
    fonts = tmp_path / "home" / "share" / "fonts"
    fonts.mkdir(parents=True)
    shutil.copy(OWN, fonts / "mine.ttf")
    return tmp_path / "home"


def run(home: Path, *command: str) -> str:
    places = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "XDG_DATA_HOME": home / "share"}
    elsewhere = {name: str(place) for name, place in places.items()}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MPL")} | elsewhere
    command = (sys.executable, "-c", *command)
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def seen(home: Path, folder: Path, where: str) -> dict[str, Any]:
    """What a chart kind sees that imports matplotlib like any other program."""
    file = folder / "seen.json"
    kind(folder, "mine", f"FILE = {str(file)!r}\n{SEEN}")
    run(home, DRAWING, str(folder), where)
    found: dict[str, Any] = json.loads(file.read_text())
    return found


@pytest.mark.parametrize("where", ["here", "beside"])
def test_no_font_of_the_machine_is_looked_for_and_none_listed(home: Path, folder: Path, where: str) -> None:
    found = seen(home, folder, where)
    ours = sorted(str(path) for path in OWN.parent.glob("*.ttf"))
    assert sorted(set(found["listed"])) == ours
    assert not list(home.rglob("fontlist*"))


def test_the_fonts_of_a_chart_are_the_houses_and_the_rest_is_as_it_was(home: Path, folder: Path) -> None:
    found = seen(home, folder, "here")
    (semibold, _) = Chain(House().fonts).files(Style("semibold"))
    assert found["title"] == semibold.path
    assert (found["data"], found["only"]) == (matplotlib.get_data_path(), None)


def test_another_program_has_all_fonts_and_keeps_its_list(home: Path, folder: Path) -> None:
    seen(home, folder, "here")
    assert "mine.ttf" in run(home, LOOKING)
    (kept,) = home.rglob("fontlist*.json")
    before = kept.read_bytes()
    seen(home, folder, "here")
    assert kept.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="nowhere that can't be written")
def test_a_chart_is_drawn_where_no_cache_can_be(folder: Path) -> None:
    assert seen(Path("/dev/null"), folder, "here")["title"].endswith("SourceSans3-Semibold.ttf")
