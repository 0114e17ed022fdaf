from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from reportgen.dates import PartialDate
from reportgen.figures import kit
from reportgen.figures.contract import ColumnInfo, Value
from reportgen.figures.kit import KeyEntry, Margins, Ruler, axes_in, draw_key, key_height
from reportgen.figures.picture import Label
from reportgen.house import House
from reportgen.language import words_for
from tests.figures.fidelity import Sheet, recorded

HOUSE, RULER = House(), Ruler(House())


def test_the_face_is_what_it_says() -> None:
    public = {name for name, value in vars(kit).items() if not name.startswith("_") and name != "annotations"}
    assert set(kit.__all__) == public


@pytest.mark.parametrize(
    ("value", "info", "words"),
    [
        (None, ColumnInfo("a", ""), "–"),
        ("For", ColumnInfo("a", ""), "For"),
        (1234.0, ColumnInfo("a", "", "integer"), "1,234"),
        (2014.0, ColumnInfo("a", "", "year"), "2014"),
        (62.0, ColumnInfo("a", "", "number", "%", 1), "62.0%"),
        (-0.5, ColumnInfo("a", "", "number"), "\u22120.5"),
        (PartialDate(2022, 3, 31), ColumnInfo("a", "", "date"), "31\u00a0Mar 2022"),
        (True, ColumnInfo("a", "", "boolean"), "Yes"),
    ],
)
def test_values_are_labelled_in_the_papers_language(value: Value, info: ColumnInfo, words: str) -> None:
    assert kit.label(value, info, words_for("en-GB")) == words


def test_axes_stand_where_the_margins_say() -> None:
    figure = Figure(figsize=(4, 2), dpi=72)
    axes = axes_in(figure, Margins(30, 20, 10, 15))
    assert [round(edge, 6) for edge in axes.get_window_extent().extents] == [30, 15, 268, 134]


def test_a_long_key_breaks_into_rows() -> None:
    entries = [KeyEntry(f"series number {number}", "#0b5c55") for number in range(6)]
    one, several = key_height(entries, HOUSE, RULER, 1000), key_height(entries, HOUSE, RULER, 200)
    assert several > one

    def build(figure: Figure) -> None:
        draw_key(figure, entries, HOUSE, RULER)

    picture = recorded(build, Sheet(200, 150))
    assert all(
        0 <= label.x <= 200 - RULER.width(label.text) for label in picture.operations if isinstance(label, Label)
    )
