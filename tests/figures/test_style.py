from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from reportgen.colours import best_on, hexadecimal, luminance, mix, ratio, rgb
from reportgen.figures.kit.colouring import ink_on, shades
from reportgen.figures.picture import Label
from reportgen.figures.style import drawing, settings
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Style
from reportgen.house import Colours, House
from tests.figures.fidelity import HOUSE, recorded

ELSEWHERE = """
import hashlib, sys
sys.path.insert(0, ".")
from tests.figures.fidelity import recorded
from tests.figures.gallery import GALLERY
for name in sys.argv[1].split(","):
    print(hashlib.sha256(repr(recorded(GALLERY[name])).encode()).hexdigest())
"""
NAMES = ["text_in_all_ways", "hatched_bars", "log_axes", "scatter_with_edges"]


def elsewhere(names: list[str], folder: Path, seed: str, **environment: str) -> dict[str, str]:
    """Digests of pictures drawn in another process."""
    import os

    env = {**os.environ, "PYTHONHASHSEED": seed, "MPLCONFIGDIR": str(folder), **environment}
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, ",".join(names)], env=env, check=True, capture_output=True, text=True
    )
    return dict(zip(names, done.stdout.split(), strict=True))


def test_neither_order_nor_process_nor_settings_nor_fonts_matter(tmp_path: Path) -> None:
    plain, odd = tmp_path / "plain", tmp_path / "odd"
    plain.mkdir()
    odd.mkdir()
    settings_ = "font.size: 30\nlines.linewidth: 9\nfont.family: serif\ntext.parse_math: False\ntimezone: Asia/Tokyo\n"
    (odd / "matplotlibrc").write_text(settings_, encoding="utf-8")
    one = elsewhere(NAMES, plain, "1", MPL_IGNORE_SYSTEM_FONTS="1", LC_ALL="C")
    other = elsewhere(NAMES[::-1], odd, "2", LC_ALL="C.UTF-8")
    assert one == other


def test_matplotlib_is_left_as_it_was() -> None:
    before, fonts = dict(matplotlib.rcParams), list(fontManager.ttflist)
    with pytest.raises(RuntimeError), drawing(House()):
        assert matplotlib.rcParams["font.size"] == House().sizes.chart
        assert all("house" in e.name or "matplotlib" in e.fname for e in fontManager.ttflist)
        raise RuntimeError
    assert dict(matplotlib.rcParams) == before
    assert fontManager.ttflist == fonts


def test_a_changed_house_changes_the_settings() -> None:
    assert settings(House(colours=Colours(ink="#111111")))["text.color"] == "#111111"


def test_contrast_is_wcags() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ff0000") == pytest.approx(0.2126)


def test_colours_are_read_mixed_and_written() -> None:
    assert rgb("#fff") == (1, 1, 1)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert hexadecimal(rgb("#12436d")) == "#12436d"
    assert best_on("#000000", ("#222222", "#eeeeee")) == "#eeeeee"
    with pytest.raises(ValueError, match="#rrggbb"):
        rgb("red")


def test_text_on_a_fill_can_be_read() -> None:
    house = House()
    fills = [*house.colours.categories, house.colours.tint, *shades(house, 5)]
    assert all(ratio(ink_on(fill, house), fill) >= 4.5 for fill in fills)


def test_a_label_of_the_upright_axis_stands_at_the_height_of_its_tick() -> None:
    def build(figure: Figure) -> None:
        axes = figure.add_axes((0.2, 0.1, 0.7, 0.8))
        axes.set_ylim(0, 10)
        axes.set_yticks([5])
        axes.set_xticks([])

    picture = recorded(build)
    (label,) = (one for one in picture.operations if isinstance(one, Label))
    middle = label.y + Ruler(HOUSE).extent("5", label.size, Style()).ascent / 2
    assert middle == pytest.approx(picture.height / 2, abs=0.06 * label.size)
