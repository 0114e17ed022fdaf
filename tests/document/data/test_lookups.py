from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.document.data import shelf as shelves
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.dated import latest_rows
from reportgen.document.data.lookups import NamedView, RowView, TableView, fact_datum
from reportgen.document.data.records import record
from reportgen.document.data.shelf import Shelf
from reportgen.document.data.values import Datum
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import Column, Scalar, Table
from tests.document.sample import DAMS, FACTS, FLOW, RIVERS, TODAY, table

WORDS = words_for("en-GB")

FACTS_VIEW = NamedView("fact", {name: fact_datum(fact, WORDS) for name, fact in FACTS.items()})


def view(of: Table) -> TableView:
    return TableView(Shelf(of, WORDS, TODAY))


def value(found: object, column: str) -> Datum:
    assert isinstance(found, RowView)
    return found.item(column)


def test_a_key_finds_its_row_by_dot_and_by_brackets() -> None:
    assert value(view(RIVERS).attribute("Elbe"), "length") == 1094
    assert value(view(RIVERS).item("North Esk"), "length") == 64
    assert value(view(RIVERS).attribute("North_Esk"), "length") == 64


def test_a_value_knows_its_cell_its_sources_and_its_date() -> None:
    (origin,) = value(view(RIVERS).item("Rhine"), "fall").records
    assert (origin.name, origin.place) == ("rivers.Rhine.fall", Place("data/rivers.csv", 3, 3))
    assert (origin.sources, origin.as_of) == (("survey",), TODAY)


def test_a_column_has_the_decimals_declared_or_those_of_its_longest_value() -> None:
    assert [str(row.attribute("fall")) for row in view(RIVERS)] == ["12.5%", "7.3%", "–"]
    assert [str(row.attribute("rate")) for row in view(FLOW)] == ["870.0", "861.5", "1.0"]


def test_columns_may_be_called_like_methods_of_python() -> None:
    assert value(view(RIVERS).item("Elbe"), "items") == 1
    assert value(view(DAMS).item("Elbe"), "count") == 3


def test_the_latest_row_not_after_the_day_counts() -> None:
    assert value(view(DAMS).item("Elbe"), "count") == 3
    assert value(view(DAMS).at("Elbe", "2015"), "count") == 2
    assert value(view(DAMS).at("Elbe", value(view(DAMS).item("Elbe"), "date")), "count") == 3


def test_a_composite_key_is_given_whole_or_in_part() -> None:
    assert value(view(FLOW).item(("Elbe", 2021)), "rate") == Decimal("861.5")
    assert len(view(FLOW).item("Elbe")) == 2  # type: ignore[arg-type]
    narrower = view(FLOW).attribute("Elbe")
    assert isinstance(narrower, TableView)
    assert value(narrower.item("2020"), "rate") == 870


def test_a_part_of_a_key_may_be_empty() -> None:
    columns = [Column("river", "River"), Column("step", "Step"), Column("locks", "Locks", "integer")]
    made = table("steps", columns, [["Elbe", None, Decimal(1)], ["Elbe", "built", Decimal(2)]], ["river", "step"])
    steps = view(made)
    assert value(steps.item(("Elbe", "")), "locks") == 1
    assert value(steps.item(("Elbe", "")), "locks").records[0].name == "steps.Elbe.locks"
    assert steps.hint == 'name the row and the column: steps["Elbe", "built"].locks'


def test_a_key_called_at_is_found_in_brackets() -> None:
    assert value(view(FLOW).item(("at", 2021)), "rate") == 1


def test_a_table_can_be_counted_sliced_and_asked() -> None:
    rivers = view(RIVERS)
    assert (len(rivers), len(rivers[:2]), "Elbe" in rivers, "Oder" in rivers) == (3, 2, True, False)


@pytest.mark.parametrize(
    ("find", "rule", "message", "hint"),
    [
        (lambda: view(RIVERS).item("elbe"), "lookup-missing", "no row whose name is 'elbe'", "'Elbe'"),
        (lambda: value(view(RIVERS).item("Elbe"), "lenght"), "template-name", "no column 'lenght'", "'length'"),
        (
            lambda: view(DAMS).item("Oder"),
            "lookup-ambiguous",
            "more than one row of 'dams' for 'Oder': lines 6 and 7",
            "",
        ),
        (
            lambda: view(DAMS).item("Rhine"),
            "lookup-missing",
            "on or before 31 March 2022",
            "the first is of 1 June 2022",
        ),
        (lambda: view(FLOW).item(("Elbe", 2021, 1)), "lookup-missing", "one key too many", "river and year"),
        (lambda: view(FLOW).item("Elbe").attribute("rate"), "lookup-missing", "", 'flow["Elbe", 2020].rate'),
        (lambda: view(RIVERS).at("Elbe", "2020"), "lookup-missing", "has no dates", "date: …"),
        (lambda: view(DAMS).at("Elbe", "soon"), "template-value", "'soon' is not a date", "2017-06-20"),
        (lambda: view(table("bare", [Column("a", "A")], [["x"]])).item("x"), "lookup-missing", "no key", "key: …"),
        (lambda: FACTS_VIEW.item("lock"), "template-name", "no fact 'lock'", "'locks'"),
    ],
)
def test_what_is_not_found_is_a_fault_with_a_remedy(
    find: Callable[[], object], rule: str, message: str, hint: str
) -> None:
    with pytest.raises(Fault) as caught:
        find()
    assert (caught.value.rule, message in caught.value.message, hint in caught.value.hint) == (rule, True, True)


def test_facts_are_values_with_their_own_record() -> None:
    found = FACTS_VIEW.attribute("locks")
    assert (str(found), found.records[0].name, found.records[0].as_of) == ("3,770", "facts.locks", TODAY)


def test_rows_of_a_table_without_key_are_named_by_their_number() -> None:
    bare = table("bare", [Column("a", "A")], [["x"], ["y"]])
    assert record(bare, bare.rows[1], "a").name == "bare.2.a"


def test_latest_rows_keep_the_order_of_the_file() -> None:
    assert [str(row.value("count")) for row in latest_rows(DAMS, TODAY)] == ["3", "1", "2"]
    assert [str(row.value("count")) for row in latest_rows(DAMS, None)] == ["4", "9", "1", "2"]
    assert latest_rows(RIVERS, TODAY) == RIVERS.rows


def test_a_table_is_gone_through_once_for_all_lookups(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Scalar] = []

    def canonical(value: Scalar) -> str:
        compared.append(value)
        return str(value)

    monkeypatch.setattr(shelves, "canonical", canonical)
    columns = (Column("port", "Port"), Column("boats", "Boats", "integer"))
    rows: list[list[Scalar]] = [[f"p{number}", Decimal(1)] for number in range(200)]
    shelf = Shelf(table("many", columns, rows, ("port",)), WORDS, None)
    for number in range(200):
        (row,) = shelf.matching(shelf.table.rows, "port", f"p{number}")
        assert row.cells["port"].text == f"p{number}"
    assert len(compared) == 200


def test_a_large_table_is_gone_through_once_for_many_lookups(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    usual = shelves.canonical
    monkeypatch.setattr(shelves, "canonical", lambda key: asked.append(key) or usual(key))  # type: ignore[func-returns-value]
    columns = [Column("port", "Port"), Column("boats", "Boats", "integer")]
    ports = view(table("ports", columns, [[f"p{n}", Decimal(n)] for n in range(500)], ["port"]))
    for number in range(100):
        assert value(ports.attribute(f"p{number}"), "boats") == number
        with pytest.raises(Fault, match=f"'pp{number}'"):
            ports.attribute(f"pp{number}")
    assert len(asked) < 500 + 100 * 5
