"""Every kind over the whole matrix of tables: nothing overlaps, is cut off, small or pale; descriptions are true."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartError, ColumnInfo, Value
from reportgen.figures.maps import map_of
from reportgen.figures.wording import label
from reportgen.language import Words
from tests.charts.cases import MATRIX, NAMES, VALUES, values
from tests.charts.support import ENGLISH, FRENCH, day, drawn, faults, kind, options_of, table

Case = tuple[str, ChartData, dict[str, Any]]
Given = Sequence[float | None]

NUMBER = {"type": "number", "decimals": None}


def _wide(names: Any, given: Given, missing: str = "not counted") -> ChartData:
    count = len(names)
    rows = zip(names, values(given, count), values(given, count, 1), strict=True)
    return table({"name": "string", "first": NUMBER, "second": NUMBER}, *rows, missing=missing)


def bars(names: Any, given: Given) -> list[Case]:
    data = _wide(names, given)
    one: dict[str, Any] = {"category": "name", "values": ("first",)}
    two: dict[str, Any] = {"category": "name", "values": ("first", "second")}
    found = [("bars", data, one), ("bars", data, {**one, "labels": False}), ("bars", data, two)]
    found.append(("bars", data, {**two, "layout": "stacked"}))
    if all(value is None or value >= 0 for value in given):
        found.append(("bars", data, {**two, "layout": "stacked", "shares": True}))
    if len(names) <= 12:
        found += [("bars", data, {**options, "direction": "vertical"}) for options in (one, two)]
    return found


def dots(names: Any, given: Given) -> list[Case]:
    data = _wide(names, given)
    return [("dots", data, {"category": "name", "values": (*chosen,)}) for chosen in (["first"], ["first", "second"])]


def gantt(names: Any, given: Given) -> list[Case]:
    sorts = ("Sea", "Land", "Air")
    rows = [
        (name, *_period(value, at + 5 * turn), f"{name} {turn}", sorts[(at + turn) % 3])
        for turn in range(2 if len(names) <= 12 else 1)
        for at, (name, value) in enumerate(zip(names, values(given, len(names)), strict=True))
    ]
    columns = {"name": "string", "start": "date", "end": "date", "label": "string", "sort": "string"}
    data, keys = table(columns, *rows, missing="not begun"), {"name": "name", "start": "start", "end": "end"}
    found: list[Case] = [("gantt", data, keys), ("gantt", data, {**keys, "group": "sort", "until": day("2011-02-03")})]
    return [*found, ("gantt", data, {**keys, "label": "label"})] if len(names) <= 6 else found


def _period(value: float | None, at: int) -> tuple[Value, Value]:
    """A start and an end of any precision; none for a missing value, no end now and then."""
    if value is None:
        return None, None
    start = 1990 + int(abs(value)) % 20
    form = ("{}", "{}-06", "{}-06-17")[at % 3]
    end = ("{}-11", "{}-11-02", "{}")[at % 3].format(start + at % 3)
    return day(form.format(start)), None if at % 4 == 3 else day(end)


def lines(names: Any, given: Given) -> list[Case]:
    found: list[Case] = []
    for steps in (False, True):
        data = table(
            {"year": "year", "line": "string", "value": NUMBER},
            *[
                (2000.0 + index, name, value)
                for shift, name in enumerate(names[:4])
                for index, value in enumerate(values(given, len(names), shift))
            ],
        )
        options = {"date": "year", "values": ("value",), "series": "line", "steps": steps}
        found.append(("lines", data, options))
        found.append(("lines", data, {**options, "highlight": (names[0],), "until": day("2040-03-04")}))
    return found


def _around(names: Any, given: Given) -> ChartData:
    """Values between a lower and an upper one; where the value is missing or odd, an end may be too."""
    rows = [(name, value, *_ends(value)) for name, value in zip(names, values(given, len(names)), strict=True)]
    return table({"name": "string", "value": NUMBER, "low": NUMBER, "high": NUMBER}, *rows, missing="not asked")


def _ends(value: float | None) -> tuple[float | None, float | None]:
    if not value:
        return value, value
    return round(value - 2.5, 6), None if value == 31 else round(value + abs(value) / 4, 6)


def interval(names: Any, given: Given) -> list[Case]:
    data = _around(names, given)
    keys: dict[str, Any] = {"category": "name", "value": "value", "low": "low", "high": "high"}
    keys["interval"] = "95% confidence interval"
    reference = {"reference": 12.0, "reference_text": "Average of all the harbours of the country"}
    return [("interval", data, keys), ("interval", data, {**keys, **reference, "highlight": (names[0],)})]


def range_(names: Any, given: Given) -> list[Case]:
    data = _around(names, given)
    keys: dict[str, Any] = {"category": "name", "low": "low", "high": "high"}
    return [("range", data, keys), ("range", data, {**keys, "middle": "value", "order": "width"})]


def diverging(names: Any, given: Given) -> list[Case]:
    count, answers = len(names), ("Never", "Rarely", "At times", "Often", "Always", "Don’t know")
    columns = [[None if one is None else abs(one) for one in values(given, count, shift)] for shift in range(6)]
    rows = zip(names, *columns, strict=True)
    titled = {f"a{index}": {**NUMBER, "title": answer} for index, answer in enumerate(answers)}
    data = table({"name": "string", **titled}, *rows, missing="not asked")
    five: dict[str, Any] = {"category": "name", "values": tuple(titled)[:5], "sides": ("Seldom enough", "Often enough")}
    two = {**five, "values": ("a0", "a1")}
    apart = {**five, "values": tuple(titled), "apart": "Don’t know", "shares": True}
    return [
        ("diverging", data, five),
        ("diverging", data, apart),
        ("diverging", data, two),
    ]


def slope(names: Any, given: Given) -> list[Case]:
    count = len(names)
    rows = zip(names, *(values(given, count, shift) for shift in range(3)), strict=True)
    data = table({"name": "string", "1999": NUMBER, "2009": NUMBER, "2019": NUMBER}, *rows, missing="not counted")
    two: dict[str, Any] = {"category": "name", "values": ("1999", "2019")}
    return [
        ("slope", data, two),
        ("slope", data, {**two, "values": ("1999", "2009", "2019"), "highlight": (names[0],)}),
    ]


def area(names: Any, given: Given) -> list[Case]:
    rows = [
        (2000.0 + at, name, value)
        for shift, name in enumerate(names[:4])
        for at, value in enumerate(values(given, max(len(names), 2), shift))
    ]
    data = table({"year": "year", "band": "string", "value": NUMBER}, *rows, missing="not counted")
    keys = {"date": "year", "values": ("value",), "series": "band"}
    return [("area", data, keys), ("area", data, {**keys, "total": True}), ("area", data, {**keys, "shares": True})]


def small_multiples(names: Any, given: Given) -> list[Case]:
    rows = [
        (name, 2001.0 + at, f"Quay {at}", value)
        for shift, name in enumerate(names)
        for at, value in enumerate(values(given, 4, shift))
    ]
    columns = {"name": "string", "year": "year", "quay": "string", "value": NUMBER}
    data = table(columns, *rows, missing="not counted")
    keys: dict[str, Any] = {"values": ("value",), "panel": "name"}
    lines_: dict[str, Any] = {**keys, "date": "year"}
    found = [lines_, {**lines_, "highlight": (names[0],), "context": "true"}, {**keys, "category": "quay"}]
    if len(names) <= 12:
        found.append({**keys, "panel": "quay", "category": "name"})
    return [("small_multiples", data, options) for options in found]


def histogram(names: Any, given: Given) -> list[Case]:
    data = table({"value": NUMBER}, *((value,) for value in values(given, 3 * len(names))), missing="not counted")
    counts = [abs(value or 0.0) for value in values(given, len(names))]
    rows = [(10.0 * at, 10.0 * at + 9, count) for at, count in enumerate(counts)]
    counted = table({"low": "integer", "high": "integer", "count": NUMBER}, *rows)
    options = {"from_": "low", "to": "high", "count": "count"}
    return [("histogram", data, {"value": "value"}), ("histogram", counted, options)]


def scatter(names: Any, given: Given) -> list[Case]:
    pairs = zip(names, values(given, len(names)), values(given, len(names), 1), strict=True)
    rows = [(*pair, "AB"[at % 2]) for at, pair in enumerate(pairs)]
    data = table({"name": "string", "one": NUMBER, "other": NUMBER, "side": "string"}, *rows, missing="not counted")
    keys: dict[str, Any] = {"x": "one", "y": "other", "name": "name"}
    return [("scatter", data, keys), ("scatter", data, {**keys, "group": "side"})]


def stages(names: Any, given: Given) -> list[Case]:
    steps = ("Feasibility study", "Environmental assessment", "Funded", "Works begun", "Inauguration")
    taken = [
        (name, step, day(f"{2000 + at}-0{1 + at}-11"))
        for row, name in enumerate(names)
        for at, step in enumerate(steps)
        if at <= abs(values(given, len(names))[row] or 0) % 6 and (at + row) % 5
    ]
    rows = [*taken, *((name, None, None) for name in names)]
    data = table({"name": "string", "step": {"values": steps}, "date": "date"}, *rows)
    keys = {"name": "name", "stage": "step", "date": "date"}
    return [("stages", data, keys), ("stages", data, {**keys, "rows": "natural", "order": steps[:1]})]


def grid(names: Any, given: Given) -> list[Case]:
    votes = ("For", "Against", "Abstained", "Present, not voting")
    rows = [
        (name, f"Motion {at}", None if value is None else votes[int(abs(value) + at) % 4], day("2022-03-02"))
        for at in range(5)
        for name, value in zip(names, values(given, len(names)), strict=True)
    ]
    data = table({"name": "string", "motion": "string", "vote": "string", "date": "date"}, *rows, missing="no vote")
    keys = {"row": "name", "column": "motion", "value": "vote", "label": "date"}
    turned = {**keys, "row": "motion", "column": "name", "label": None}
    found: list[Case] = [("grid", data, keys), ("grid", data, {**keys, "ordered": True})]
    return [*found, ("grid", data, turned)] if len(names) <= 6 else found


def tilemap(names: Any, given: Given) -> list[Case]:
    tiles = map_of("europe" if len(names) > 6 else "western-balkans").tiles
    count = len(names)
    rows = [
        (tiles[at % len(tiles)].name("en"), value, None if value is None else f"Sort {int(abs(value)) % 6}")
        for at, value in enumerate(values(given, count))
    ]
    data = table({"place": "string", "value": NUMBER, "sort": "string"}, *rows, missing="not counted")
    keys = {"map": "europe", "place": "place"}
    found: list[Case] = [("tilemap", data, {**keys, "value": value}) for value in ("value", "sort")]
    return [*found, ("tilemap", data, {**found[0][2], "map": "western-balkans"})] if count <= 6 else found


def timeline(names: Any, given: Given) -> list[Case]:
    rows = [
        (day(f"{2000 + int(abs(value or 0)) % 24}-{1 + at % 12:02}-03"), name, "AB"[at % 2])
        for at, (name, value) in enumerate(zip(names, values(given, len(names)), strict=True))
    ]
    data = table({"date": "date", "text": "string", "side": "string"}, *rows)
    keys: dict[str, Any] = {"date": "date", "text": "text"}
    found: list[Case] = [
        ("timeline", data, {**keys, "layout": "list"}),
        ("timeline", data, {**keys, "group": "side"}),
    ]
    return [*found, ("timeline", data, {**keys, "layout": "axis"})] if len(names) <= 6 else found


KINDS: dict[str, Callable[[Any, Given], list[Case]]] = {
    "area": area,
    "bars": bars,
    "diverging": diverging,
    "dots": dots,
    "gantt": gantt,
    "grid": grid,
    "histogram": histogram,
    "interval": interval,
    "lines": lines,
    "range": range_,
    "scatter": scatter,
    "slope": slope,
    "small-multiples": small_multiples,
    "stages": stages,
    "tilemap": tilemap,
    "timeline": timeline,
}


@pytest.mark.parametrize(("names", "case"), MATRIX)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_overlaps_is_cut_off_or_pale(name: str, names: str, case: str) -> None:
    for chosen, data, options in KINDS[name](NAMES[names], VALUES[case]):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
            assert _is_refused(options, names, case, error), error
            continue
        assert faults(figure) == [], options


REFUSED = (
    "no values",
    "can't be stacked",
    "no date has a value for every band",
    "30 panels don't fit on a page",
    "all values are the same",
    "too few points",
    "too few values",
    "a histogram has 2 to 40 classes, not 1",
    "nothing is counted",
)
"""What the kinds of change over time and of spread may say of the tables that they can't show."""


def _is_refused(options: dict[str, Any], names: str, case: str, error: ChartError) -> bool:
    """What may be refused: no values at all, sixty rows of bars, thirty slopes, numbers too long for a tile."""
    sixty = names == "thirty" and len(options.get("values", ())) == 2 and "layout" not in options
    wide = "map" in options and case == "huge" and "too long for a tile" in error.message
    none = case == "none" and "no values" in error.message
    slopes = names == "thirty" and "too many for slopes" in error.message
    if any(part in error.message for part in REFUSED):
        return True
    return wide or none or slopes or (sixty and "don't fit on a page" in error.message)


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize("case", VALUES)
@pytest.mark.parametrize("name", KINDS)
def test_a_description_has_only_numbers_of_the_table(name: str, case: str, words: Any) -> None:
    for chosen, data, options in KINDS[name](NAMES["six"], VALUES[case]):
        try:
            text = kind(chosen).describe(data, options_of(chosen, **options), words)
        except ChartError:
            continue
        assert text.endswith(".")
        assert "{" not in text
        shares = {str(share) for share in range(101)} if options.get("shares") else set()
        until = _numbers(words.date(options["until"])) if "until" in options else set()
        known = _known(data, words) | shares | until | _own(options, words) | _derived(chosen, data, options, words)
        assert _numbers(text) <= known, text


def _own(options: dict[str, Any], words: Words) -> set[str]:
    """The numbers that the author gives in the block itself."""
    if "interval" not in options:
        return set()
    reference = _written(options.get("reference"), ColumnInfo("", "", "number"), words)
    return _numbers(" | ".join([options["interval"], *reference]))


def _derived(chosen: str, data: ChartData, options: dict[str, Any], words: Words) -> set[str]:
    """Numbers that follow from those of the table: totals by date, and the edges, counts and median of classes."""
    if chosen == "area":
        info = ColumnInfo("", "", "number")
        by_date: dict[Value, list[float]] = {}
        for row in data:
            by_date.setdefault(row["year"], []).append(row["value"])  # type: ignore[arg-type]
        sums = [round(sum(row), 9) for row in by_date.values() if None not in row]
        return _numbers(" | ".join(text for one in sums for text in _written(one, info, words))) | {"100"}
    if chosen == "diverging" and not options.get("shares"):
        chart = kind(chosen).chart_of(data, options_of(chosen, **options), words)
        sums = [value for row in chart.cells.values for value in chart.sides.sums(row)]
        return _numbers(" | ".join(label(value, chart.cells.info, words) for value in sums))
    if chosen == "histogram":
        chart = kind(chosen).chart_of(data, options_of(chosen, **options), words)
        names = [chart.name(index, words) for index in range(len(chart.counts))]
        total = label(sum(chart.counts), ColumnInfo("", "", "number"), words)
        return _numbers(" | ".join([*names, chart.median(words), total]))
    return set()


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,\u202f\u00a0]*\d|\d", text))


def _written(value: Value, info: ColumnInfo, words: Words) -> list[str]:
    """A value's label, and a number's with the zeros that a longer neighbour asks for."""
    if not isinstance(value, float) or info.type != "number":
        return [label(value, info, words)]
    exact = [places for places in range(7) if round(value, places) == value]
    return [label(value, replace(info, decimals=places), words) for places in exact]


def _known(data: ChartData, words: Words) -> set[str]:
    """The numbers in the table's labels, and counts of rows and cells."""
    said = " | ".join(
        text for row in data for name, value in row.items() for text in _written(value, data.info(name), words)
    )
    dates = [value for row in data for value in row.values() if isinstance(value, PartialDate)]
    said += " | ".join(words.date(date) for date in dates) + " | ".join(str(date.year) for date in dates)
    titles = " ".join(info.title for info in data.columns)
    return _numbers(said) | _numbers(titles) | {str(count) for count in range(len(data.rows) + 1)}


@pytest.mark.parametrize("name", KINDS)
def test_two_hundred_rows_are_an_error_with_a_remedy_or_a_good_chart(name: str) -> None:
    names = [f"Ward {number}" for number in range(200)]
    for chosen, data, options in KINDS[name](names, VALUES["plain"]):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
        else:
            assert figure.bbox.height <= 620
            assert chosen in ("area", "histogram", "lines", "scatter")
            assert faults(figure) == []


@pytest.mark.parametrize("name", KINDS)
def test_no_rows_is_an_error_with_a_remedy(name: str) -> None:
    chosen, data, options = KINDS[name](NAMES["two"], VALUES["plain"])[0]
    empty = ChartData(data.columns, ())
    with pytest.raises(ChartError) as raised:
        drawn(chosen, empty, **options)
    assert raised.value.hint


words_of_any_length = st.text("abcdefgh ГДЖабв Ωπρ-’", min_size=1, max_size=60).filter(str.strip)


@settings(derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(words_of_any_length, min_size=1, max_size=12, unique_by=str.strip),
    st.lists(st.none() | st.floats(-1e7, 1e7).map(lambda value: round(value, 2)), min_size=12, max_size=12),
    st.sampled_from(sorted(KINDS)),
)
def test_random_tables_give_good_charts(names: list[str], numbers: list[float | None], name: str) -> None:
    for chosen, data, options in KINDS[name](names, numbers):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
            continue
        assert faults(figure) == [], (names, numbers, options)
