"""Facts and terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.document.data.forms import fact_form
from reportgen.language import words_for
from reportgen.problems import Place, ReportError
from reportgen.source.fact_values import fact_value
from reportgen.source.model import Briefing, Scalar, Term
from reportgen.source.scalars import ScalarError

Read = Callable[[Mapping[str, str | bytes]], Briefing]


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("3770", "number", Decimal(3770)),
        ("1770", "year", Decimal(1770)),
        ("{value: 1770, unit: boats}", "number", Decimal(1770)),
        ("1.10", "number", Decimal("1.10")),
        ("2022-03", "date", PartialDate(2022, 3)),
        ("Ny", "string", "Ny"),
        ("no", "string", "no"),
        ("{value: 2022, type: year}", "year", Decimal(2022)),
        ("{value: no, type: boolean}", "boolean", False),
        ("{value: 12, type: string}", "string", "12"),
    ],
)
def test_a_fact_is_of_its_type_or_of_the_type_that_it_reads_as(
    read: Read, written: str, kind: str, value: Scalar
) -> None:
    text = written if written.startswith("{") else f"{{value: {written}}}"
    fact = read({"data/facts.yaml": f"boats: {text}\n"}).facts["boats"]
    assert (fact.type, fact.cell.value) == (kind, value)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{value: 1893}", "1893"),
        ("{value: 007}", "007"),
        ("{value: 2010-11}", "2010-11"),
        ("{value: 1999-00}", "1999-00"),
        ("{value: 2023/24}", "2023/24"),
        ("{value: 1e5}", "1e5"),
        ("{value: +44}", "+44"),
        ("{value: 12.50}", "12.50"),
        ("{value: 1893, unit: people}", "1,893 people"),
        ("{value: 1893, type: number}", "1,893"),
        ("{value: 2010-11, type: period}", "2010/11"),
        ("{value: 13770}", "13,770"),
    ],
)
def test_a_guessed_type_does_not_change_what_is_printed(read: Read, written: str, printed: str) -> None:
    fact = read({"data/facts.yaml": f"boats: {written}\n"}).facts["boats"]
    assert fact_form(fact, words_for("en-GB")).show(fact.cell.value).replace("\u00a0", " ") == printed


def test_a_fact_that_is_declared_a_date_and_looks_like_years_is_asked_about(read: Read) -> None:
    told = read({"data/facts.yaml": "boats: {value: 2010-11, type: date}\n"}).told
    assert [one.rule for one in told] == ["date-odd"]


def test_a_fact_has_its_source_dates_and_place(read: Read) -> None:
    facts = "\nboats: {value: 3, source: office, as_of: 2021-12, review_after: 2022-12, unit: boats, note: N}\n"
    fact = read({"data/facts.yaml": facts, "references.yaml": "- {id: office, title: Office}\n"}).facts["boats"]
    assert fact.sources == ("office",) and fact.as_of == PartialDate(2021, 12) and fact.unit == "boats"
    assert fact.place == Place("sources/paper/data/facts.yaml", 2, 1) and fact.cell.place.column == 16


def test_terms_are_shared_by_all_briefings(read: Read) -> None:
    terms = read({"../terms.yaml": "- {text: quai, lang: fr}\n- {text: IMO, expansion: Organization}\n"}).terms
    assert terms[0] == Term("quai", lang="fr", place=Place("sources/terms.yaml", 1, 3)) and len(terms) == 2


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("value: 1893", "year"),
        ("value: 1893, unit: people", "number"),
        ("value: 1893, decimals: 0", "number"),
        ("value: 3770", "number"),
        ("value: '007'", "string"),
        ("value: 2010-11", "period"),
        ("value: 2010-12", "date"),
        ("value: 0.5", "number"),
    ],
)
def test_a_guessed_type_changes_nothing_that_is_printed(
    written: str, kind: str, read: Callable[[Mapping[str, str | bytes]], Briefing]
) -> None:
    assert read({"data/facts.yaml": f"x: {{{written}}}\n"}).facts["x"].type == kind


@pytest.mark.parametrize("value", ["2025-00", "2025-01-00", "2025-00-00"])
def test_a_month_or_a_day_of_zero_does_not_exist(
    value: str, faults: Callable[[Mapping[str, str | bytes]], list[str]]
) -> None:
    fact = f"x: {{value: {value}, type: date}}\n"
    assert len(faults({"data/facts.yaml": fact, "briefing.yaml": f"title: A\npublished: {value}\n"})) == 2


@pytest.mark.parametrize(
    ("written", "value", "unit", "printed"),
    [
        ("£2.02m", "2.02", "£m", "£2.02m"),
        ("3.4 million", "3.4", "million", "3.4 million"),
        ("£1.6 billion", "1.6", "£ billion", "£1.6 billion"),
        ("12.5 per cent", "12.5", "per cent", "12.5 per cent"),
        ("4.7%", "4.7", "%", "4.7%"),
        ("62 %", "62", "%", "62%"),
        ("US$5bn", "5", "US$bn", "US$5bn"),
        ("24,399,000", "24399000", "", "24,399,000"),
        ("-3.2e-2", "-0.032", "", "\u22120.032"),
        ("12 km", "12", "km", "12 km"),
        ("-0.4 percentage points", "-0.4", "percentage points", "\u22120.4 percentage points"),
        ("{value: 2.5bn, unit: £}", "2.5", "£bn", "£2.5bn"),
        ("{value: £2.5bn, unit: £}", "2.5", "£bn", "£2.5bn"),
        ("{value: £2.5bn, unit: £ million}", "2500", "£ million", "£2,500 million"),
        ("{value: 3.4 million, unit: pupils}", "3.4", "million pupils", "3.4 million pupils"),
        ('{value: "12.5%", unit: "%"}', "12.5", "%", "12.5%"),
        ('{value: "1,234", type: integer}', "1234", "", "1,234"),
        ('{value: "£1,234", type: number}', "1234", "£", "£1,234"),
        ('{value: "0.123%"}', "0.123", "%", "0.123%"),
    ],
)
def test_a_figure_is_read_with_the_unit_that_stands_in_it(
    read: Read, written: str, value: str, unit: str, printed: str
) -> None:
    text = written if written.startswith("{") else f'{{value: "{written}"}}'
    fact = read({"data/facts.yaml": f"boats: {text}\n"}).facts["boats"]
    assert (fact.cell.value, fact.unit) == (Decimal(value), unit)
    assert fact_form(fact, words_for("en-GB")).show(fact.cell.value).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    "written",
    [
        "5 to 16",
        "2.4 (1.9-2.9)",
        "1/4",
        "1 in 5",
        "3rd",
        "13 August",
        "10 Downing Street",
        "(5)",
        "1.234.567",
        "007 m",
    ],
)
def test_words_with_figures_in_them_stay_as_they_are_written(read: Read, written: str) -> None:
    fact = read({"data/facts.yaml": f'boats: {{value: "{written}"}}\n'}).facts["boats"]
    assert (fact.type, fact.cell.value, fact.unit) == ("string", written, "")


@pytest.mark.parametrize(
    ("written", "told", "hint"),
    [
        ("{value: 5 to 16, unit: years}", "'boats' must be a number, not '5 to 16'", "write the figure alone, or"),
        ("{value: £5, unit: km}", "'boats' is written with £ ('£5'), and its unit is km", 'write unit: "£"'),
        ('{value: 0.123, unit: "%"}', "'boats' is 0.123 in %", "write value: 12.3, or value: 0.123%"),
        ("{value: .., type: number}", "'boats' must be a number, not '..'", "leave the value out"),
    ],
)
def test_a_unit_of_what_is_no_number_is_told(read: Read, written: str, told: str, hint: str) -> None:
    with pytest.raises(ReportError) as caught:
        read({"data/facts.yaml": f"boats: {written}\n"})
    (problem,) = caught.value.problems
    assert told in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(("written", "value"), [("-7,25", "-7.25"), ("2 310,5", "2310.5"), ("2.310,5", "2310.5")])
def test_a_decimal_comma_is_read_where_the_language_has_one(written: str, value: str) -> None:
    assert str(fact_value(written, None, "", counted=False, language="fr-FR").value) == value
    assert fact_value(written, None, "", counted=False, language="en-GB").value == written


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [("2'750.80 CHF", "2750.80", "CHF"), ("€ 2.750,80", "2750.80", "€"), ("1 002 750.5 kr", "1002750.5", "kr")],
)
@pytest.mark.parametrize("language", ["fr", "en-GB"])
def test_an_amount_that_means_one_thing_everywhere_is_read(written: str, value: str, unit: str, language: str) -> None:
    found = fact_value(written, None, "", counted=False, language=language)
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_a_day_in_figures_is_a_date_or_asked_about() -> None:
    found = fact_value("25.03.2021", None, "", counted=False, language="fr")
    assert (found.value, found.type) == (PartialDate(2021, 3, 25), "date")
    assert fact_value("3.4.5", None, "", counted=False, language="fr").value == "3.4.5"
    assert fact_value("25.03.2021", "string", "", counted=False, language="fr").value == "25.03.2021"
    with pytest.raises(ScalarError) as told:
        fact_value("5/3/2021", None, "", counted=False, language="en-GB")
    assert told.value.hint == "write it as 2021-03-05 or 2021-05-03, whichever is meant"
