"""A small briefing about rivers, made without files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from reportgen.dates import PartialDate
from reportgen.house import House
from reportgen.problems import Place
from reportgen.source.meta import Meta
from reportgen.source.model import Briefing, Cell, Column, Fact, Phrase, Row, Scalar, Table

TODAY = PartialDate(2022, 3, 31)


def cell(value: Scalar, line: int, column: int, file: str = "data/t.csv") -> Cell:
    text = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
    return Cell(value, text, Place(file, line, column))


def table(
    name: str, columns: Sequence[Column], rows: Sequence[Sequence[Scalar]], key: Sequence[str] = (), date: str = ""
) -> Table:
    """A table whose first row stands on line 2 of its file."""
    file = f"data/{name}.csv"
    made = [
        Row(
            {
                one.name: cell(value, line, at, file)
                for at, (one, value) in enumerate(zip(columns, row, strict=True), 1)
            },
            Place(file, line, 1),
            ("survey",),
            TODAY,
        )
        for line, row in enumerate(rows, 2)
    ]
    return Table(
        name,
        name.title(),
        tuple(columns),
        tuple(made),
        tuple(key),
        date,
        sources=("survey",),
        as_of=TODAY,
        missing="not measured",
    )


RIVERS = table(
    "rivers",
    [
        Column("name", "Name"),
        Column("length", "Length", "integer", "km"),
        Column("fall", "Fall", "number", "%", 1),
        Column("items", "Items", "integer"),
    ],
    [
        ["Elbe", Decimal(1094), Decimal("12.5"), Decimal(1)],
        ["Rhine", Decimal(1233), Decimal("7.25"), Decimal(2)],
        ["North Esk", Decimal(64), None, Decimal(3)],
    ],
    ["name"],
)
DAMS = table(
    "dams",
    [Column("river", "River"), Column("date", "Date", "date"), Column("count", "Dams", "integer")],
    [
        ["Elbe", PartialDate(2010), Decimal(2)],
        ["Elbe", PartialDate(2021, 5), Decimal(3)],
        ["Elbe", PartialDate(2022, 6, 1), Decimal(4)],
        ["Rhine", PartialDate(2022, 6, 1), Decimal(9)],
        ["Oder", PartialDate(2020, 1, 1), Decimal(1)],
        ["Oder", PartialDate(2020, 1, 1), Decimal(2)],
    ],
    ["river"],
    "date",
)
FLOW = table(
    "flow",
    [Column("river", "River"), Column("year", "Year", "year"), Column("rate", "Rate", "number")],
    [
        ["Elbe", Decimal(2020), Decimal(870)],
        ["Elbe", Decimal(2021), Decimal("861.5")],
        ["at", Decimal(2021), Decimal(1)],
    ],
    ["river", "year"],
)
FACTS = {
    "locks": Fact("locks", cell(Decimal(3770), 1, 8, "data/facts.yaml"), "integer", sources=("survey",), as_of=TODAY),
    "opened": Fact("opened", cell(PartialDate(1999, 12), 2, 9, "data/facts.yaml"), "date", sources=("survey",)),
    "owner": Fact("owner", cell("the *state*", 3, 8, "data/facts.yaml"), sources=("survey",)),
}


def briefing(tables: Sequence[Table] = (RIVERS, DAMS, FLOW), facts: Mapping[str, Fact] = FACTS) -> Briefing:
    meta = Meta(Phrase("Rivers of {{ facts.opened | month }}", Place("briefing.yaml", 1, 8)), facts_as_of=TODAY)
    return Briefing("rivers-2022", Path(), Path(), meta, House(), (), {one.name: one for one in tables}, facts, {}, ())
