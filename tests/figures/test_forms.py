from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from reportgen.figures import draw
from reportgen.figures.cache import Cache
from reportgen.figures.canvas import new_figure, record
from reportgen.figures.kinds import found, options_info, options_of
from reportgen.figures.kit.sheet import Ruler, Sheet
from reportgen.figures.loading import load
from reportgen.figures.picture import Label
from reportgen.figures.style import drawing
from reportgen.house import House
from reportgen.language import words_for
from reportgen.problems import Problems, ReportError
from tests.figures.making import DATA, PLAIN, kind, spec
from tests.figures.samples import SAMPLES, sample
from tests.guides import CHART_GUIDE, write_workspace

READS = '''
"""Columns with names."""

from dataclasses import dataclass

from reportgen.figures.kit.contract import Column, Highlight, MissingText

CALLS = []


@dataclass(frozen=True, kw_only=True)
class Options(Highlight, MissingText):
    value: Column
    """How high the bars are."""


class Chart:
    def __init__(self, data, options):
        self.names, self.values, self.missing = data["fruit"], data[options.value], data.missing


def read(data, options, words):
    with open(FILE, "a") as log:
        log.write("read\\n")
    return Chart(data, options)


def height(chart, sheet):
    return 30.0 * len(chart.names)


def draw(chart, sheet):
    axes = sheet.figure.add_subplot()
    axes.bar(chart.names, chart.values)


def describe(chart, words):
    return f"{len(chart.names)} bars; missing: {chart.missing}"
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kind(tmp_path / "charts", "reads", f"FILE = {str(tmp_path / 'log')!r}\n{READS}")
    return tmp_path / "charts"


def test_a_table_is_read_once_for_its_height_description_and_picture(folder: Path, tmp_path: Path) -> None:
    made = draw([spec("reads", value="tonnes")], House(), words_for("en-GB"), [folder], Cache(None))
    assert made["crop"].plan.height == 60
    assert made["crop"].picture.operations
    assert (tmp_path / "log").read_text() == "read\n"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_built_in_kind_needs_its_table_no_more_once_it_is_read(name: str) -> None:
    given, problems, words, house = sample(name), Problems(), words_for("en-GB"), House()
    loaded = load(name, found([])[name])
    does, data = loaded.does, replace(given.data)
    chart = does.read(data, options_of(loaded, given, problems), words)
    for field in fields(data):
        object.__setattr__(data, field.name, None)
    assert does.height is not None
    assert does.describe is not None
    sheet = Sheet(house, words, Ruler(house))
    with drawing(house):
        figure = new_figure(house.page.measure, does.height(chart, sheet), sheet.ruler)
        does.draw(chart, replace(sheet, paper=figure))
        assert record(figure).operations
    assert does.describe(chart, words)
    assert does.table is None or does.table(chart, words).rows


def test_what_is_missing_is_said_as_the_block_says(folder: Path) -> None:
    given = spec("reads", value="tonnes", missing_text="not weighed")
    made = draw([given], House(), words_for("en-GB"), [folder], Cache(None))
    assert made["crop"].plan.description == "2 bars; missing: not weighed"


def test_a_name_to_highlight_that_is_not_read_is_refused_at_its_line(folder: Path) -> None:
    given = spec("reads", value="tonnes", highlight=["Pears"])
    with pytest.raises(ReportError) as caught:
        draw([given], House(), words_for("en-GB"), [folder], Cache(None))
    (problem,) = caught.value.problems
    assert "highlight: names 'Pears', which the chart doesn't have" in problem.message
    assert problem.hint == "did you mean 'Pear'?"
    assert problem.place == given.option_places["highlight"]


def test_the_guides_kind_that_reads_its_table_once_makes_a_good_chart(tmp_path: Path) -> None:
    write_workspace(CHART_GUIDE, tmp_path, "harbours")
    rows = (*DATA.rows, {"fruit": "Quince", "tonnes": None})
    chart = replace(
        spec("diamonds", name="fruit", value="tonnes"), data=replace(DATA, rows=rows, missing="not weighed")
    )
    made = draw([chart], House(), words_for("en-GB"), [tmp_path / "charts"], Cache(None))["crop"]
    assert not made.findings
    assert "not weighed" in {one.text for one in made.picture.operations if isinstance(one, Label)}
    assert made.plan.description.endswith("There is no value for Quince.")


def test_shared_options_are_listed_after_a_kinds_own_and_have_help(folder: Path) -> None:
    listed = options_info(load("reads", folder / "reads.py"))
    assert [option.name for option in listed] == ["value", "highlight", "missing_text"]
    assert all(option.doc for option in listed)


def test_a_plain_kind_may_have_a_helper_named_read(folder: Path) -> None:
    kind(folder, "mine", PLAIN + "\n\ndef read(text):\n    raise ValueError(text)\n")
    made = draw([spec("mine", alt="Two bars.")], House(), words_for("en-GB"), [folder], Cache(None))
    assert made["crop"].picture.operations


def test_a_plain_kind_calls_the_kit_as_ever(folder: Path) -> None:
    source = """
from dataclasses import dataclass

from reportgen.figures.kit import (
    AxisValues, Column, Ruler, absent_text, draw_key, fit_note, ordered, plain_rows, put_names, read_cells,
    row_names, row_plot, tell_one
)


@dataclass(frozen=True)
class Options:
    name: Column
    value: Column
    missing_text: str = ""


def plan(data, options, house, words):
    cells, ruler = ordered(read_cells(data, options.name, (options.value,), None, words), "value"), Ruler(house)
    names = row_names(cells.names, house, ruler, house.page.measure)
    notes = [fit_note(absent_text(options.missing_text, data, words), ruler) for _ in cells.names]
    return cells, names, plain_rows(names, house, ruler, 0.0, notes)


def height(data, options, house, words):
    return plan(data, options, house, words)[2].height


def draw(figure, data, options, house, words):
    cells, names, rows = plan(data, options, house, words)
    plot = row_plot(figure, house, names, rows, (4, 30), AxisValues(cells.known, "auto", cells.info), words)
    for y, (value,) in zip(plot.centres, cells.values):
        plot.axes.plot([value], [y], "o", color=house.colours.accent)


def describe(data, options, words):
    return tell_one(plan(data, options, HOUSE, words)[0], words)
"""
    kind(folder, "mine", "from reportgen.house import House\nHOUSE = House()\n" + source)
    made = draw([spec("mine", name="fruit", value="tonnes")], House(), words_for("en-GB"), [folder], Cache(None))
    assert "Pear" in made["crop"].plan.description
    assert not made["crop"].findings
