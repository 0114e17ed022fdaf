"""How high charts may be on pages of any size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.rows import Rows, fit, most_height, require_height
from reportgen.figures.kit.sheet import Ruler
from reportgen.house import MM, House, PageGrid, Sizes
from tests.charts.support import drawn, faults, table

A5 = House(page=PageGrid(148, 210, 15, 30, 18, 16))


def test_charts_leave_room_for_their_words_on_a_page() -> None:
    assert most_height(House()) == pytest.approx(255 * MM - 105.6)
    assert most_height(A5) == pytest.approx(176 * MM - 105.6)
    assert most_height(replace(A5, sizes=Sizes(60.0))) == pytest.approx(88 * MM)


def test_rows_are_tighter_before_they_are_too_many() -> None:
    def rows(count: int) -> Rows:
        return Rows(A5, (15.0,) * count, (25.0,) * count)

    assert rows(10).height == 250
    assert rows(5).height == pytest.approx(45 * MM)
    assert rows(2).height == 52, "no row is so high that it stands alone"
    assert rows(20).height == pytest.approx(most_height(A5))
    assert rows(30).height == 450
    with pytest.raises(ChartError, match="30 rows don't fit on a page, about 26 do"):
        require_height(A5, 450, 450, 30)


def test_twenty_bars_fit_a_small_page() -> None:
    data = table({"port": "text", "ships": "number"}, *((f"Port {n}", float(40 - n)) for n in range(20)))
    figure = drawn("bars", data, house=A5, category="port", values=("ships",))
    assert figure.bbox.height <= A5.page.text_height - 8 * A5.sizes.base
    assert faults(figure) == []


class _Counting(Ruler):
    """A ruler that counts the letters that it measures."""

    measured = 0

    def width(self, text: str, *args: object, **more: object) -> float:
        self.measured += len(text)
        return super().width(text, *args, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("letter", ["x", "**a"])
def test_a_word_of_any_length_is_measured_piece_by_piece(letter: str) -> None:
    def work(count: int) -> int:
        ruler = _Counting(House())
        text = fit(letter * count, 150.0, ruler)
        assert "".join(text.replace("-\n", "").split()) == letter * count
        return ruler.measured

    assert work(4000) < 3 * work(2000)
