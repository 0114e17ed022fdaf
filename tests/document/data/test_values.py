from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.values import Datum, lift
from reportgen.document.inlines import Record, Value
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import ColumnType, Scalar

WORDS = words_for("en-GB")
A, B = Record("t.a", Place("t.csv", 2, 1)), Record("t.b", Place("t.csv", 3, 1))


def datum(
    value: Scalar, kind: ColumnType = "number", unit: str = "", decimals: int | None = None, record: Record = A
) -> Datum:
    return Datum(value, Form(WORDS, kind, unit, decimals), (record,))


SHARE = datum(Decimal(62), unit="%")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (datum(Decimal("1234.5")), "1,234.5"),
        (datum(Decimal("1234.5"), decimals=0), "1,235"),
        (datum(Decimal(62), unit="%"), "62%"),
        (datum(Decimal(3), unit="€bn"), "€3bn"),
        (datum(Decimal(2021), "year"), "2021"),
        (datum(PartialDate(2022, 3), "date"), "March 2022"),
        (datum(True, "boolean"), "Yes"),
        (datum(None), "–"),
        (datum("*as it is*", "string"), "*as it is*"),
    ],
)
def test_type_and_unit_decide_the_words(made: Datum, text: str) -> None:
    assert str(made) == text


def test_the_node_carries_words_records_and_place() -> None:
    place = Place("text/a.md", 3, 4)
    assert datum(Decimal(5)).node(place) == Value("5", (A,), place)


def test_arithmetic_is_exact_and_keeps_the_records_of_both() -> None:
    result = datum(Decimal("0.3")) - datum(Decimal("0.1"), record=B)
    assert (result == Decimal("0.2"), result.records) == (True, (A, B))
    assert (datum(Decimal(1)) + datum(Decimal(2))).records == (A,)


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (datum(Decimal("62.5"), unit="%", decimals=1) + 1, "63.5%"),
        (datum(Decimal(62), unit="%") - datum(Decimal(60), unit="%"), "2"),
        (datum(Decimal(62), unit="%") + datum(Decimal(60), unit="%"), "122%"),
        (datum(Decimal("62.5"), unit="%", decimals=1) - Decimal("0.25"), "62.25%"),
        (SHARE + (SHARE - datum(Decimal(60), unit="%")), "64%"),
        ((SHARE - SHARE) + (SHARE - datum(Decimal(60), unit="%")) + SHARE, "64%"),
        (datum(Decimal(9), unit="€", decimals=2) - datum(Decimal(6), unit="€", decimals=2), "€3.00"),
        (datum(Decimal(9), "integer", "€") + lift(1, WORDS), "€10"),
        (datum(Decimal(9), "integer", "€") - datum(Decimal("1.25"), unit="€", decimals=1), "€7.8"),
        (datum(Decimal(6), unit="€") / 4, "€1.5"),
        (datum(Decimal(6), unit="€") / datum(Decimal(4)), "€1.5"),
        (datum(Decimal(6)) / datum(Decimal(4), unit="€"), "1.5"),
        (datum(Decimal(6), unit="€") * lift(2, WORDS), "€12"),
        (datum(Decimal(6), unit="€") * datum(Decimal(50), unit="%"), "300"),
        (datum(Decimal(6), unit="€") / datum(Decimal(9), unit="€"), "0.67"),
        (datum(Decimal(2021), "year") + 1, "2022"),
        (datum(Decimal(2021), "year") - datum(Decimal(1989), "year"), "32"),
        (-datum(Decimal(3)), "−3"),
        (abs(datum(Decimal(-3))), "3"),
        (10 - datum(Decimal(3)), "7"),
        (datum(None) + 1, "–"),
        (datum("a", "string") + "b", "ab"),
    ],
)
def test_units_stay_where_they_hold(result: Datum, text: str) -> None:
    assert str(result) == text


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (datum(Decimal(100)) / 7, "14.29"),
        (datum(Decimal(1)) / 3 * 100, "33.33"),
        ((datum(Decimal(103)) - 100) / 100 * 100, "3.00"),
        (datum(Decimal(1)) / 300, "0.0033"),
        (datum(Decimal(2)) / 3_000_000, "0.00000067"),
        (-datum(Decimal(1)) / 80, "−0.013"),
        ((datum(Decimal("1.1")) + datum(Decimal("2.25"))) / 2, "1.68"),
        (datum(Decimal("14.2857142857143")) + datum(Decimal("0.5")), "14.79"),
        (datum(Decimal("14.2857142857143"), decimals=1) + datum(Decimal("0.5"), decimals=1), "14.8"),
        (datum(Decimal("1.1234")) + 1, "2.1234"),
        (datum(Decimal(2)) ** Decimal("0.5"), "1.41"),
    ],
)
def test_what_is_computed_has_sane_decimals(result: Datum, text: str) -> None:
    assert str(result) == text


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (lambda: datum(Decimal(1)) / 0, "divides by zero"),
        (lambda: datum("x", "string") * 2, "'x' is not a number"),
        (lambda: datum(Decimal(1), unit="€") + datum(Decimal(1), unit="€m"), "one is in €, the other in €m"),
        (lambda: datum(Decimal(1), unit="£") - datum(Decimal(1), unit="%"), "- needs values of one unit"),
        (lambda: datum(Decimal(1), "integer") + datum(Decimal(1), unit="£m"), "one is in £m, the other has none"),
        (lambda: datum(Decimal(1), unit="%") - datum(Decimal(1)), "one is in %, the other has none"),
        (lambda: (SHARE - SHARE) + datum(Decimal(1), unit="£"), "one is in £, the other has none"),
        (lambda: datum(Decimal(10)) ** 100, "too large"),
        (lambda: datum(Decimal(1)) < "x", "can't be compared"),
        (lambda: datum(PartialDate(2022), "date") < "soon", "'soon' is not a date"),
        (lambda: iter(datum(Decimal(1))), "single value"),
        (lambda: lift(object(), WORDS), "can't be printed"),
        (lambda: lift(float("inf"), WORDS), "can't be printed"),
    ],
)
def test_what_can_not_be_is_a_fault_in_plain_words(compute: Callable[[], object], message: str) -> None:
    with pytest.raises(Fault, match=message):
        compute()


def test_comparison_takes_plain_values_and_their_texts() -> None:
    assert datum(Decimal(3)) == 3 == datum(Decimal("3.0"))
    assert datum(Decimal(3)) == "3"
    assert datum(PartialDate(2022, 3), "date") > "2021-12-31"
    assert datum("Elbe", "string") in ["Elbe", "Oder"]
    assert datum(Decimal(3)) != "three"


def test_missing_is_neither_more_nor_less_and_false() -> None:
    missing = datum(None)
    assert not (missing < 3 or missing > 3 or missing == 0 or missing)


def test_values_are_keys_like_what_they_hold() -> None:
    assert {Decimal(3): "x"}[datum(Decimal(3))] == "x"  # type: ignore[index]


def test_formats_of_programmers_work_on_the_number() -> None:
    assert f"{datum(Decimal('2.345')):.1f}" == "2.3"
    assert f"{datum(Decimal('2.345'))}" == "2.345"


@pytest.mark.parametrize(
    ("value", "text"), [(2021, "2021"), (12345, "12,345"), (0.5, "0.5"), (None, "–"), (["a", "b"], "a and b")]
)
def test_plain_values_of_a_template_are_printed_well(value: object, text: str) -> None:
    assert str(lift(value, WORDS)) == text


numbers = st.decimals(-(10**9), 10**9, places=3)


@given(
    numbers, numbers, st.sampled_from([operator.add, operator.sub, operator.mul, operator.lt, operator.ge, operator.eq])
)
def test_a_value_computes_and_compares_as_its_number_does(
    left: Decimal, right: Decimal, operate: Callable[[object, object], object]
) -> None:
    for other in (right, datum(right, record=B)):
        assert operate(datum(left), other) == operate(left, right)
