"""How high charts may be on pages of any size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.rows import Rows, fit, fit_headings, most_height, require_height
from reportgen.figures.kit.sheet import Ruler, Sheet
from reportgen.house import MM, House, PageGrid, Sizes
from tests.charts.support import ENGLISH, drawn, faults, table

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


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("Rule-of-law", 42.0, "Rule-of-\nlaw"),
        ("Rule-of-law", 27.0, "Rule-\nof-law"),
        ("Rule-of-law index", 42.0, "Rule-of-\nlaw index"),
        ("oil/gas pipelines", 30.0, "oil/gas\npipe-\nlines"),
        ("Benchmarks", 45.0, "Bench-\nmarks"),
        ("e-participation", 40.0, "e-partici-\npation"),
        ("Together", 30.0, "Toge-\nther"),
        ("Verfassung", 40.0, "Verfas-\nsung"),
        ("XXXXXXXX", 32.0, "XXXXX-\nXXX"),
    ],
)
def test_a_word_is_broken_after_its_hyphens_and_leaves_no_letter_alone(word: str, width: float, lines: str) -> None:
    assert fit(word, width, Ruler(House())) == lines


def test_headings_stick_out_where_their_neighbours_leave_room() -> None:
    sheet = Sheet(House(), ENGLISH, Ruler(House()))
    free = fit_headings(["Talks", "Benchmarks", "Vote"], [20.0, 60.0, 100.0], 34.0, sheet, 9.0, 120.0)
    assert free == ("Talks", "Benchmarks", "Vote")
    tight = fit_headings(["Chapters", "Benchmarks", "Enlargement"], [20.0, 60.0, 100.0], 34.0, sheet, 9.0, 120.0)
    assert "-\n" in tight[1]
    assert all(len(line.strip("-")) > 2 for text in tight for line in text.split("\n"))
