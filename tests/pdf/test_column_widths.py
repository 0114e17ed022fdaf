"""The widths of a table's columns: how much of the measure they take."""

from __future__ import annotations

import pytest

from reportgen.pdf.column_widths import column_widths
from reportgen.pdf.runs import make_runs
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.theme import Theme
from tests.pdf.papers import said

GAP = 10.0


def columns(theme: Theme, *words: str) -> list[list[TextPart]]:
    """Columns with a heading and one cell each, both of the same words."""
    body = theme.body
    runs = [make_runs(said(each), StructElem("TD"), body.look, theme.inline_style) for each in words]
    return [[TextPart(each, body.form, theme.lettering) for _ in range(2)] for each in runs]


def taken(theme: Theme, available: float) -> float:
    widths = column_widths(columns(theme, "North", "South", "East"), GAP, available)
    assert widths is not None
    return sum(widths) + 2 * GAP


def most(theme: Theme) -> float:
    """What the columns take where there is more room than they want."""
    return taken(theme, 1000)


@pytest.mark.parametrize("share", [0.93, 0.97, 0.99])
def test_a_table_that_nearly_fills_the_measure_fills_it(theme: Theme, share: float) -> None:
    available = most(theme) / share
    assert taken(theme, available) == pytest.approx(available)


def test_a_narrow_table_keeps_its_columns_together(theme: Theme) -> None:
    assert taken(theme, most(theme) / 0.85) == pytest.approx(most(theme))


def test_a_short_column_takes_what_it_lacks_from_long_texts(theme: Theme) -> None:
    made = columns(theme, "December 2024", "Formally joined", "A long text that goes on. " * 12)
    widths = column_widths(made, GAP, 400)
    assert widths is not None and sum(widths) + 2 * GAP <= 400.01
    assert all(len(column[1].breaker.lines(width)) == 1 for column, width in zip(made[:2], widths[:2], strict=True))


def test_columns_of_long_texts_take_nothing_from_each_other(theme: Theme) -> None:
    made = columns(theme, "A long text that goes on. " * 12, "A long text that goes on. " * 12)
    widths = column_widths(made, GAP, 400)
    assert widths is not None and widths[0] == pytest.approx(widths[1])


@pytest.mark.parametrize(
    "header", ["Long text three", "Extraordinarily long", "A b", "One", "Area by end of year (km²)"]
)
def test_a_header_has_room_on_two_lines(theme: Theme, header: str) -> None:
    made = columns(theme, header, "Fifty words or so about the sea and its ferries. " * 9)
    made[0][1] = columns(theme, "1")[0][1]
    widths = column_widths(made, GAP, 400)
    assert widths is not None and len(made[0][0].breaker.lines(widths[0])) <= 2


def test_headings_take_more_lines_before_a_name_wraps(theme: Theme) -> None:
    names = columns(theme, "England and Wales")[0]
    heading = columns(theme, "Open more than a year in September 2025")[0][0]
    number = columns(theme, "22.4")[0][1]
    made = [names, *[[heading, number] for _ in range(4)]]
    widths = column_widths(made, GAP, 440)
    assert widths is not None
    assert len(names[1].breaker.lines(widths[0])) == 1
