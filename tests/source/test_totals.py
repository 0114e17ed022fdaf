"""Rows that hold the sums of others: told, and never summed twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import pytest

from reportgen.problems import ReportError
from reportgen.source.model import Briefing, Scalar
from reportgen.source.sums import in_units
from reportgen.source.totals import apart

Read = Callable[[Mapping[str, str | bytes]], Briefing]

ENTRY = "t:\n  file: t.csv\n  key: {key}\n{more}  columns:\n{columns}"


def read_table(read: Read, csv: str, types: Mapping[str, str], *, key: str = "", more: str = "") -> Briefing:
    names = csv.splitlines()[0].split(",")
    columns = "".join(f"    {name}: {{type: {types.get(name, 'integer')}}}\n" for name in names)
    entry = ENTRY.format(key=key or names[0], columns=columns, more=more)
    return read({"data/tables.yaml": entry, "data/t.csv": csv})


def summed(briefing: Briefing, column: str) -> Decimal:
    table = briefing.tables["t"]
    return sum(
        (value for row in apart(table, table.rows) if isinstance(value := row.value(column), Decimal)), Decimal(0)
    )


TEXT = {"area": "string", "sex": "string", "year": "year"}


@pytest.mark.parametrize(
    "name", ["Total", "TOTAL", "Grand total", "UK total", "Total (UK)", "All", "All regions", "Overall", "Ensemble"]
)
def test_a_row_called_a_total_counts_in_no_sum(read: Read, name: str) -> None:
    briefing = read_table(read, f"area,boats\nNy,3\nOy,5\n{name},8\n", TEXT)
    assert summed(briefing, "boats") == 8
    (told,) = briefing.told
    assert (told.rule, told.place.line) == ("table-total", 4)
    assert told.message == f"the row '{name}' of the table 't' holds the sum of others: sums of the column leave it out"


@pytest.mark.parametrize(
    ("heading", "names", "total"),
    [
        ("canton", "Uri Zug Suisse", "Suisse"),
        ("region", "London Kent England", "England"),
        ("country", "Kenya Togo France", ""),  # one among others
        ("region", "Italy Spain Togo", ""),
        ("region", "London Kent Wales", ""),  # no part of it stands here
    ],
)
def test_a_country_below_its_parts_counts_in_no_sum(read: Read, heading: str, names: str, total: str) -> None:
    rows = "".join(f"{name},{at}\n" for at, name in enumerate(names.split(), 4))
    briefing = read_table(read, f"{heading},boats\n{rows}", {heading: "string"})
    assert [total in one.message for one in briefing.told] == [True] * bool(total)
    assert summed(briefing, "boats") == (9 if total else 15)


@pytest.mark.parametrize("name", ["Total fertility rate", "All Saints", "Other", "Isles and Borders", "Totnes"])
def test_a_row_that_may_be_a_part_counts(read: Read, name: str) -> None:
    briefing = read_table(read, f"area,boats\nNy,3\nOy,5\n{name},7\n", TEXT)
    assert summed(briefing, "boats") == 15 and briefing.told == ()


def test_a_table_of_words_has_no_totals(read: Read) -> None:
    words = {**TEXT, "fr": "string"}
    assert read_table(read, "area,fr\nAll regions,Toutes\nNorth,Nord\n", words).told == ()


def test_aggregates_are_known_by_their_values(read: Read) -> None:
    csv = (
        "area,people\nUnited Kingdom,67026\nGreat Britain,65121\nEngland and Wales,59642\n"
        "England,56536\nWales,3106\nScotland,5479\nNorthern Ireland,1905\n"
    )
    briefing = read_table(read, csv, TEXT)
    assert summed(briefing, "people") == 67026
    (told,) = briefing.told
    assert told.message.startswith("the rows 'United Kingdom', 'Great Britain', 'England and Wales' of")
    assert told.hint == "write totals: [United Kingdom, Great Britain, England and Wales] to say so, or totals: none"


def test_a_row_without_a_name_of_a_total_is_one_where_five_digits_agree(read: Read) -> None:
    rows = "North,301243\nSouth,205117\nWest,94170\n"
    for whole in (600530, 600531):  # exact, and as rounded
        assert summed(read_table(read, f"area,people\nMidshire,{whole}\n{rows}", TEXT), "people") == 600530
    other = read_table(read, f"area,people\nMidshire,600610\n{rows}", TEXT)
    assert summed(other, "people") == 1201140 and other.told == ()


def test_few_digits_may_agree_by_chance(read: Read) -> None:
    briefing = read_table(read, "area,boats\nNy,3\nOy,5\nBy,8\n", TEXT)
    assert summed(briefing, "boats") == 16 and briefing.told == ()


def test_rows_of_several_years_have_totals_in_each(read: Read) -> None:
    csv = "area,year,boats\nNy,2023,3\nOy,2023,5\nTotal,2023,8\nNy,2024,4\nOy,2024,5\nTotal,2024,9\n"
    briefing = read_table(read, csv, TEXT, key="[area, year]")
    assert summed(briefing, "boats") == 17


def test_a_total_alone_is_what_is_summed(read: Read) -> None:
    csv = "sex,area,boats\nAll,Ny,3\nMen,Ny,1\nWomen,Ny,2\nAll,Oy,5\nMen,Oy,4\nWomen,Oy,1\n"
    table = read_table(read, csv, TEXT, key="[sex, area]").tables["t"]
    rows = [row for row in table.rows if row.value("sex") == "All"]
    assert [*apart(table, rows)] == rows


def test_a_declared_total_is_not_told(read: Read) -> None:
    briefing = read_table(read, "area,boats\nNy,3\nOy,5\nBoth,8\n", TEXT, more="  totals: Both\n")
    assert summed(briefing, "boats") == 8 and briefing.told == ()
    none = read_table(read, "area,boats\nNy,3\nOy,5\nTotal,8\n", TEXT, more="  totals: none\n")
    assert summed(none, "boats") == 16 and none.told == ()


def test_a_total_that_no_row_has_is_told(read: Read) -> None:
    with pytest.raises(ReportError) as caught:
        read_table(read, "area,boats\nNy,3\nOy,5\nBoth,8\n", TEXT, more="  totals: Boht\n")
    assert str(caught.value.problems[0]).splitlines() == [
        "sources/paper/data/tables.yaml:4:11: error: no row is called 'Boht' [table-key]",
        "  hint: did you mean 'Both'?",
    ]


@pytest.mark.parametrize(
    "name",
    ["of which: rafts", "Of which rafts", "– of which rafts", "Ny (of which rafts)", "dont voiliers", "davon Boote"],
)
def test_a_part_of_another_row_counts_in_no_sum(read: Read, name: str) -> None:
    csv = f"area,boats\nNy,10\n{name},4\nOy,20\nAll,30\n"
    briefing = read_table(read, csv, TEXT)
    assert summed(briefing, "boats") == 30
    told = [one.message for one in briefing.told]
    assert f"the row '{name}' of the table 't' is a part of another: sums of the column leave it out" in told
    declared = read_table(read, csv, TEXT, more="  totals: All\n")
    (part,) = declared.told
    assert summed(declared, "boats") == 30 and part.hint.startswith("write totals: [All, ")
    named = read_table(read, csv, TEXT, more=f'  totals: [All, "{name}"]\n')
    assert summed(named, "boats") == 30 and named.told == ()
    every = read_table(read, csv, TEXT, more="  totals: none\n")
    assert summed(every, "boats") == 64 and every.told == ()


@pytest.mark.parametrize("name", ["Of which", "Dont know", "Donton", "Tower of Whichham"])
def test_other_names_are_no_parts(read: Read, name: str) -> None:
    assert summed(read_table(read, f"area,boats\nNy,10\n{name},4\nOy,21\n", TEXT), "boats") == 35


def test_a_total_is_known_beside_parts(read: Read) -> None:
    csv = "area,boats\nNy,40123\nof which: rafts,4123\nOy,20321\nIsles,60444\n"
    assert read_table(read, csv, TEXT).tables["t"].totals == {"area": ("Isles", "of which: rafts")}


def test_rows_below_of_which_alone_are_parts_as_far_as_the_numbers_go(read: Read) -> None:
    csv = "area,boats\nNy,10\nOf which:,\nrafts,4\nyawls,5\nOy,20\nof which:,\nrafts,20\nUy,7\nAll,37\n"
    briefing = read_table(read, csv, TEXT)
    assert summed(briefing, "boats") == 37
    names = [row.value("area") for row in briefing.tables["t"].rows]
    parts = ["Ny, of which: rafts", "Ny, of which: yawls", "Oy, of which: rafts"]
    assert names == ["Ny", *parts[:2], "Oy", parts[2], "Uy", "All"]
    assert [one.rule for one in briefing.told] == ["table-total"] * 2
    listed = ", ".join(f'"{one}"' for one in parts)
    assert read_table(read, csv, TEXT, more=f"  totals: [All, {listed}]\n").told == ()


def test_of_which_below_a_single_row_says_no_more(read: Read) -> None:
    csv = "area,boats\nNy,10\nOf which:,\nrafts,4\nOy,20\n"
    table = read_table(read, csv, TEXT).tables["t"]
    assert table.totals == {"area": ("Of which: rafts",)}
    plain = read_table(read, csv, TEXT, more="  groups: none\n").tables["t"]
    assert [row.value("area") for row in plain.rows] == ["Ny", "Of which:", "rafts", "Oy"]


@pytest.mark.parametrize("name", ["Sub-total councils", "Subtotal: councils", "Sub-total, councils", "Sub total (all)"])
def test_a_row_called_a_subtotal_counts_in_no_sum(read: Read, name: str) -> None:
    csv = f'area,grants\nAvon,7\nBrack,2\n"{name}",9\nCarers,5\nSubtotal charities,5\nGrand total,14\n'
    briefing = read_table(read, csv, TEXT)
    assert summed(briefing, "grants") == 14
    assert briefing.tables["t"].totals == {"area": tuple(sorted([name, "Subtotal charities", "Grand total"]))}


BELOW = "Avon,120\nBrack,20\nCouncils,140\nCarers,50\nScouts,25\nCharities,75\n"
ABOVE = "Councils,140\nAvon,120\nBrack,20\nCharities,75\nCarers,50\nScouts,25\n"


@pytest.mark.parametrize(
    "rows", [f"{BELOW}Total,215\n", f"{BELOW}Bodies,215\n", f"Total,215\n{ABOVE}", f"{ABOVE}Total,215\n"]
)
def test_sums_without_a_name_are_known_where_the_whole_says_so_too(read: Read, rows: str) -> None:
    briefing = read_table(read, f"area,grants\n{rows}", TEXT)
    assert summed(briefing, "grants") == 215
    (told,) = briefing.told
    assert "'Councils'" in told.message and "'Charities'" in told.message


def test_a_sum_of_some_rows_counts_where_the_whole_needs_it(read: Read) -> None:
    csv = "area,grants\nAvon,120\nBrack,20\nCounty,140\nCarers,50\nTotal,330\n"
    assert summed(read_table(read, csv, TEXT), "grants") == 330


def test_a_column_of_averages_hides_no_sums(read: Read) -> None:
    csv = "area,grants,size\nAvon,120,3\nBrack,20,4\nCouncils,140,3\nCarers,50,8\nTotal,190,5\n"
    assert summed(read_table(read, csv, TEXT), "grants") == 190


def test_what_is_net_is_a_sum_where_its_values_say_so(read: Read) -> None:
    csv = "area,first,second,change\nPay,10.5,11.2,0.7\nOther,4.5,4.3,-0.2\nOf which: grants,1.5,1.1,-0.4\n{last}\n"
    types = {**dict.fromkeys(("first", "second", "change"), "number"), "area": "string"}
    net = read_table(read, csv.format(last="Net spending,15.0,15.5,0.5"), types)
    assert (summed(net, "first"), summed(net, "change")) == (Decimal(15), Decimal("0.5"))
    other = read_table(read, csv.format(last="Net lending,16.2,15.7,0.6"), types)
    assert summed(other, "first") == Decimal("31.2")


def test_sums_are_known_below_zero(read: Read) -> None:
    csv = "area,value\nGoods,-45.2\nServices,39.1\nNet trade,-6.1\n"
    assert summed(read_table(read, csv, {"area": "string", "value": "number"}), "value") == Decimal("-6.1")


@pytest.mark.parametrize("parts", [("Q1", "Q2"), ("H1", "H2"), ("Quarter 1", "Quarter 2"), ("Apr-Jun", "Jul to Sep")])
@pytest.mark.parametrize("years", [("2023/24", "2024/25"), ("2023", "2024 (p)"), ("2023-24", "2024-25")])
def test_years_above_their_parts_in_one_column_are_not_summed_with_them(
    read: Read, parts: tuple[str, str], years: tuple[str, str]
) -> None:
    (one, two), (first, second) = years, parts
    rows = f"{one},100\n{first},40\n{second},60\n{two},120\n{first},50\n{second},70\n"
    entry = "t:\n  file: t.csv\n  columns:\n    when: {}\n    boats: {type: integer}\n"
    briefing = read({"data/tables.yaml": entry, "data/t.csv": f"when,boats\n{rows}"})
    assert summed(briefing, "boats") == 220
    assert any(f"'{one}', '{two}' of the table 't' hold sums of others" in each.message for each in briefing.told)
    rows = f"{first},40\n{second},60\n{one},100\n{first},50\n{second},70\n{two},120\n"
    briefing = read({"data/tables.yaml": entry, "data/t.csv": f"when,boats\n{rows}"})
    assert summed(briefing, "boats") == 220


def test_a_year_without_parts_below_it_counts(read: Read) -> None:
    csv = "when,boats\n2023/24,100\nQ1,40\nQ2,60\n2024/25,120\n"
    assert summed(read_table(read, csv, {"when": "string"}), "boats") == 220


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ("Ny,320\nOy,120\nUl,130\nAl,70\nVe,20\nNy and Ve,340\n", 340),
        ("Ny,320\nOy,120\nUl,130\nAl,70\nVe,20\nTotal,340\n", 340),
        ("Oy,120\nUl,130\nAl,70\nNy,320\nVe,20\nTotal,340\n", 340),
        ("United Kingdom,676\nNy,571\nOy,152\nUl,419\nAl,31\nVe,55\nEl,19\n", 676),
        ("Ny,320\nOy,120\nUl,130\nAl,70\nVe,20\nEl,7\nIl,13\nTotal,340\n", 340),
        ("Ny,3\nOy,1\nUl,2\nTotal,6\n", 6),  # by chance the sum of two others
        ("Ny,3\nOy,1\nUl,2\nAl,6\nVe,5\nEl,9\n", 26),
        ("Ny,30\nOy,12\nUl,18\nAl,25\nTotal,85\n", 85),
    ],
)
def test_sums_above_their_parts_are_found_where_a_total_says_so(read: Read, rows: str, whole: int) -> None:
    assert summed(read_table(read, f"area,boats\n{rows}", TEXT), "boats") == whole


def test_a_part_of_a_part_is_counted_in_neither(read: Read) -> None:
    rows = "All boats,1000\nof which:,\nPay,612\nof which: crews,400\nOther,388\nIncome,-120\nNet,880\n"
    briefing = read_table(read, f"area,boats\n{rows}", TEXT)
    assert summed(briefing, "boats") == 880
    assert briefing.tables["t"].totals == {"area": ("Net", "of which: Other", "of which: Pay", "of which: crews")}


@pytest.mark.parametrize(
    "name",
    ["Average", "Wessex average", "Median age", "Mean", "Mean salary (£)", "% change", "Change since 2019", "Base",
     "All (=100%)", "Unweighted base (000s)", "Moyenne", "Évolution 2019-2024", "Durchschnitt"],
)  # fmt: skip
def test_what_measures_the_others_counts_in_no_sum(read: Read, name: str) -> None:
    briefing = read_table(read, f"area,boats\nNy,3\nOy,5\n{name},4\n", TEXT)
    assert summed(briefing, "boats") == 8
    (told,) = briefing.told
    says = "measures the others (an average, a change, a base): sums of the column leave it out"
    assert (told.rule, told.message) == ("table-total", f"the row '{name}' of the table 't' {says}")


@pytest.mark.parametrize(
    "rows", [("Above average", "About average", "Below average"), ("Meanwood", "Mean Street"), ("Change of use", "New")]
)
def test_names_that_only_begin_as_those_of_measures_count(read: Read, rows: tuple[str, ...]) -> None:
    briefing = read_table(read, "area,boats\n" + "".join(f"{row},3\n" for row in rows), TEXT)
    assert summed(briefing, "boats") == 3 * len(rows) and briefing.told == ()


def test_a_row_that_is_included_above_is_a_part(read: Read) -> None:
    briefing = read_table(read, "cause,deaths\nFalls,30\nFire,70\nGas (included above),12\n", {"cause": "string"})
    assert summed(briefing, "deaths") == 100


def test_a_sum_of_all_rows_above_but_one_is_known_by_its_name(read: Read) -> None:
    csv = (
        "area,people\nEngland,57112500\nWales,3131600\nScotland,5447700\nNorthern Ireland,1910500\n"
        "Great Britain,65691800\nUnited Kingdom,67602300\n"
    )
    briefing = read_table(read, csv, TEXT)
    assert summed(briefing, "people") == 67602300
    assert {one.message.split("'")[1] for one in briefing.told} == {"Great Britain"}


def test_rows_of_a_wider_level_count_in_no_sum(read: Read) -> None:
    csv = (
        "year,level,area,pupils,schools\n2023,Nation,All,4210,31\n2023,Region,Ny,2105,17\n2023,Region,Oy,1205,9\n"
        "2023,Region,Ul,900,5\n2024,Nation,All,4101,30\n2024,Region,Ny,2001,16\n2024,Region,Oy,1150,9\n"
        "2024,Region,Ul,950,5\n"
    )
    types = {"level": "string", "area": "string", "year": "year"}
    briefing = read_table(read, csv.replace(",All,", ",Westland,"), types, key="[year, area]")
    assert summed(briefing, "pupils") == 4210 + 4101
    assert any("'Nation' of the table 't' holds the sum of others" in one.message for one in briefing.told)
    other = csv.replace("Nation", "Port").replace(",4210,", ",4310,").replace(",31\n", ",44\n").replace("All", "Al")
    assert summed(read_table(read, other, types, key="[year, area]"), "pupils") == 4310 + 4210 + 4101 + 4101


@pytest.mark.parametrize("kind", ["period", "string"])
def test_years_among_their_quarters_count_in_no_sum(read: Read, kind: str) -> None:
    """Also in a column of periods, whose values are no texts."""
    csv = "when,boats\n2023,9\n2023 Q1,4\n2023 Q2,5\n2024 Q1,1\n"
    briefing = read_table(read, csv, {"when": kind})
    assert summed(briefing, "boats") == 10
    assert [problem.rule for problem in briefing.told] == ["table-total"]
    named = read_table(read, csv, {"when": kind}, more='  totals: ["2023"]\n')
    assert summed(named, "boats") == 10 and named.told == ()


def test_of_a_wide_table_some_columns_are_held_against_the_names_once(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def counted(values: Sequence[Scalar]) -> Sequence[int | None]:
        seen.append(len(values))
        return in_units(values)

    monkeypatch.setattr("reportgen.source.totals.in_units", counted)
    names = [f"n{at}" for at in range(80)]
    rows = [[f"P{at}", f"Kind {at % 2}", *(str(at * one) for one in range(1, 81))] for at in range(1, 4)]
    text = "\n".join(",".join(row) for row in [["port", "kind", *names], *rows])
    read_table(read, text + "\n", {"port": "string", "kind": "string"} | dict.fromkeys(names, "integer"), key="port")
    assert 0 < len(seen) <= 50


@pytest.mark.parametrize(
    "part", ["o/w rafts", "Boats, o/w rafts", "incl. rafts", "including rafts", "of this: rafts", "thereof rafts"]
)
def test_a_part_by_any_of_its_usual_words_is_not_counted_again(read: Read, part: str) -> None:
    briefing = read_table(read, f'area,boats\nBoats,30\n"{part}",7\nBarges,11\n', TEXT)
    assert summed(briefing, "boats") == 41


@pytest.mark.parametrize("name", ["Avge.", "Avg", "% of E&W", "Percentage of all boats"])
def test_a_row_of_averages_or_shares_is_no_part(read: Read, name: str) -> None:
    briefing = read_table(read, f"area,boats\nNy,30\nOy,11\n{name},20\n", TEXT)
    assert summed(briefing, "boats") == 41


def test_a_band_over_the_others_and_a_quarter_over_its_months_count_once(read: Read) -> None:
    bands = "area,boats\n5-9,23150\n10-14,11020\n5-14,34170\n15+,940\n"
    assert summed(read_table(read, bands, TEXT), "boats") == 35_110
    months = "area,boats\nJul 2025,310\nAug 2025,420\nSep 2025,530\nJul-Sep 2025,1260\n"
    assert summed(read_table(read, months, TEXT), "boats") == 1_260


def test_a_subtotal_is_one_where_a_value_is_missing_in_another_year(read: Read) -> None:
    rows = {"Norge": (90_541, 97_112), "Sor": (50_217, 52_041), "Nord": (40_324, 45_071)}
    rows |= {"Troms": (15_113, 17_040), "Finnmark": (25_211, 28_031)}
    lines = [f"{area},{year},{values[at]}" for at, year in enumerate((2024, 2025)) for area, values in rows.items()]
    csv = "\n".join(["area,year,boats", *lines])
    more = "  date: year\n"
    full = read_table(read, csv, TEXT, key="[area, year]", more=more).tables["t"].totals["area"]
    gap = read_table(read, csv.replace("17040", ""), TEXT, key="[area, year]", more=more).tables["t"].totals["area"]
    assert full == gap == ("Nord", "Norge")
