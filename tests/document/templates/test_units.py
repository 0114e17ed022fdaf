from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.document.templates.rendering import Templates
from reportgen.problems import Place
from reportgen.source.model import Cell, Fact
from tests.document.rendering import WORDS, Result, render
from tests.document.sample import briefing

FACTS = {
    "cost": ("10.1", "£bn"),
    "spent": ("12.5", "£m"),
    "words": ("10.1", "£ billion"),
    "share": ("12.5", "%"),
    "road": ("32", "km"),
    "pupils": ("2500", "pupils"),
    "towns": ("50", ""),
    "homes": ("3.2", "million"),
}


def _rendered(expression: str) -> Result:
    place = Place("facts.yaml", 1)
    facts = {
        name: Fact(name, Cell(Decimal(value), value, place), "number", unit, place=place)
        for name, (value, unit) in FACTS.items()
    }
    return render(f"{{{{ {expression} }}}}", templates=Templates(replace(briefing(), facts=facts), WORDS))


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("facts.cost | unit('£m')", "£10,100m"),
        ("facts.words | unit('£m')", "£10,100m"),
        ("facts.cost | unit('£ million')", "£10,100 million"),
        ("facts.spent | unit('£bn')", "£0.013bn"),
        ("facts.homes | unit('thousand')", "3,200 thousand"),
        ("facts.road | unit('m')", "32,000m"),
        ("facts.pupils | unit('thousand')", "2.5 thousand"),
        ("facts.pupils | unit('')", "2,500"),
        ("facts.towns | unit('km')", "50 km"),
        ("facts.cost + (facts.spent | unit('£bn'))", "£10.113bn"),
        ("facts.cost / facts.spent", "808"),
        # Converted by hand, it has its new unit already.
        ("(facts.cost * 1000) | unit('£m')", "£10,100.0m"),
        ("(facts.spent / 1000) | unit('£bn')", "£0.013bn"),
        ("(facts.cost / 4) | unit('£m')", "£2,525m"),
        # A computation leads to a unit that nothing here knows.
        ("(facts.road * 2) | unit('£m')", "£64m"),
        ("(facts.spent / facts.pupils) | unit('£ per pupil')", "£5,000 per pupil"),
        ("(facts.spent / facts.pupils * 1000000) | unit('£ per pupil')", "£5,000.00 per pupil"),
        ("(facts.spent / facts.road) | unit('£ per m')", "£391 per m"),
        ("(facts.spent / facts.towns) | unit('£ per town')", "£250,000 per town"),
        ("(facts.cost * facts.share) | unit('£m')", "£1,262.5m"),
        ("(facts.cost * facts.share / 100) | unit('£bn')", "£1.26bn"),
        ("(facts.spent / facts.pupils) | number(3)", "0.005"),
    ],
)
def test_a_value_is_converted_and_what_is_computed_gets_its_unit(expression: str, printed: str) -> None:
    made = _rendered(expression)
    assert (made.text.strip("⟨⟩").replace("\u00a0", " "), made.told) == (printed, [])


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ("facts.cost | unit('km')", "nothing is known that turns £10.1bn into km", "name its unit then"),
        ("facts.road | unit('miles')", "nothing is known that turns 32 km into miles", "(a / 12) | unit('miles')"),
        ("facts.share | unit('pp')", "turns 12.5% into pp", "{{ a | number }} percentage points"),
        ("facts.share | unit('proportion')", "turns 12.5% into proportion", "write (a / 100) | unit('')"),
        ("(facts.cost * 100) | unit('£m')", "not by the one from £bn to £m", "a | unit('£m') converts by itself"),
        ("facts.cost + facts.spent", "one is in £bn, the other in £m", "b | unit('£bn')"),
        ("facts.cost < facts.spent", "one is in £bn, the other in £m", "b | unit('£bn')"),
    ],
)
def test_what_is_in_doubt_is_refused_with_a_remedy(expression: str, message: str, hint: str) -> None:
    (problem,) = _rendered(expression).problems
    assert problem.rule == "template-value"
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("expression", "units", "hint"),
    [
        ("facts.spent / facts.pupils", "£m / pupils", '(facts.spent / facts.pupils) | unit("£ per pupil")'),
        ("(facts.spent / facts.pupils) | round(3)", "£m / pupils", 'unit("£ per pupil")'),
        ("facts.towns / facts.road", "a number / km", 'unit("per km")'),
        ("facts.road * facts.road", "km × km", 'unit("…")'),
        ("facts.cost * facts.share / 100", "£bn × %", 'unit("£bn")'),
    ],
)
def test_a_bare_number_of_two_units_is_told(expression: str, units: str, hint: str) -> None:
    (problem,) = _rendered(expression).problems
    assert problem.rule == "unit-lost"
    assert problem.message.endswith(f"is printed without a unit: it was computed from {units}")
    assert hint in problem.hint


def test_whole_numbers_keep_what_another_unit_makes_a_part() -> None:
    fact = Fact("grant", Cell(Decimal(1402500), "1402500", Place("facts.yaml", 1)), "integer", "£ thousand")
    templates = Templates(replace(briefing(), facts={"grant": fact}), WORDS)
    assert render('{{ facts.grant | unit("£m") }}', templates=templates).values[0].text == "£1,402.5m"
    assert render('{{ facts.grant | unit("£") }}', templates=templates).values[0].text == "£1,402,500,000"
