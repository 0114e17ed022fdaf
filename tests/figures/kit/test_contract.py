"""The options that many kinds share: declared once, and settled before a kind reads its table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from inspect import get_annotations
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, Column, ColumnInfo
from reportgen.figures.kit.contract import CategoryOrder, MissingText, Order, Series, settled
from tests.built_in import KINDS

NAME, YEAR, KIND = Column("name"), Column("year"), Column("kind")
DATA = ChartData(
    (ColumnInfo("name", "Name"), ColumnInfo("year", "Year", "year"), ColumnInfo("kind", "Kind", values=("a", "b"))),
    ({"name": "Zill", "year": PartialDate(2024), "kind": "a"},),
)


@dataclass(frozen=True, kw_only=True)
class Options(Series, Order, MissingText):
    category: Column


@pytest.mark.parametrize(("category", "order"), [(NAME, "value"), (YEAR, "natural"), (KIND, "natural")])
def test_auto_is_settled_by_the_column_of_the_names(category: Column, order: str) -> None:
    _, options = settled(DATA, Options(category=category, values=(NAME,)))
    assert options.order == order


def test_an_order_that_the_author_asked_for_stands() -> None:
    asked = Options(category=YEAR, values=(NAME,), order="value")
    assert settled(DATA, asked) == (DATA, asked)
    assert settled(replace(DATA, sorted=True), Options(category=NAME, values=(NAME,)))[1].order == "natural"


def test_columns_side_by_side_have_an_order_of_their_own() -> None:
    class Bands(Options):
        arranges = "series"

    assert settled(DATA, Bands(category=YEAR, values=(NAME,)))[1].order == "natural"
    assert settled(DATA, Bands(category=YEAR, values=(YEAR,), series=NAME))[1].order == "value"


def test_categories_are_declared_in_the_order_asked_for() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Cells(CategoryOrder):
        value: Column

    data, _ = settled(DATA, Cells(value=KIND, order=("b", "a")))
    assert data.info("kind").values == ("b", "a")
    assert data.info("name") == DATA.info("name")


def test_missing_values_are_called_what_the_author_calls_them() -> None:
    data, _ = settled(DATA, Options(category=NAME, values=(NAME,), missing_text="not asked"))
    assert data.missing == "not asked"


def test_several_series_come_from_several_columns_or_one_in_long_form() -> None:
    asked = Options(category=NAME, values=(NAME,))
    assert not asked.has_several
    assert replace(asked, series=KIND).has_several
    assert replace(asked, values=(NAME, YEAR)).has_several


@pytest.mark.parametrize("name", ["series", "zero"])
def test_no_kind_declares_for_itself_what_is_shared(name: str) -> None:
    options: list[Any] = [kind.options for kind in KINDS.values() if kind.options]
    assert any(hasattr(one, name) for one in options)
    assert not [one.__module__ for one in options if name in get_annotations(one)]
