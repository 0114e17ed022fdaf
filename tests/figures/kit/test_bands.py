"""Names that are steps of one scale come in its order, whatever the order of their values."""

from __future__ import annotations

import pytest

from reportgen.figures.kit.bands import in_steps


@pytest.mark.parametrize(
    "steps",
    [
        ["under 18", "18-29", "30-39", "50+", "Total"],
        ["0 to 15", "16 to 64", "65 and over", "All ages"],
        ["Aged 16–24", "Aged 25–34", "Aged 35 or over"],
        ["16 to 24 years", "25 to 84 years", "85 years and over", "Not stated"],
        ["£0–£10k", "£10k–£20k", "over £20k"],
        ["up to £9,999", "£10,000 to £19,999", "£20,000+"],
        ["less than 1 hour", "1 to under 2 hours", "2 hours or more", "Don't know", "Total"],
        ["0–9%", "10–19%", "20% or more"],
        ["under 0.5", "0.5–1.5", "1.5 and above"],
        ["1-9 employees", "10-49 employees", "250 or more employees"],
        ["Quintile 1 (most deprived)", "Quintile 2", "Quintile 10 (least deprived)"],
        ["moins de 18 ans", "18 à 29 ans", "30 ans et plus", "Ensemble"],
    ],
)
def test_steps_are_put_in_order(steps: list[str]) -> None:
    assert in_steps([steps[1], steps[0], *steps[2:]]) == tuple(steps)


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["50 and over", "30 to 49", "under 30"], "they run down the table"),
        (["30 minutes to 1 hour", "less than 30 minutes", "over 1 hour"], "they count different things"),
        (["25-34", "16+", "16-24"], "they overlap"),
    ],
)
def test_other_steps_stay_as_they_are(names: list[str], why: str) -> None:
    assert in_steps(names) == tuple(names), why


@pytest.mark.parametrize(
    "names",
    [
        ["small", "medium", "large"],
        ["Ward 1", "Ward 2"],
        ["10 Park Road", "12 Park Road"],
        ["5–4", "6–3"],
        ["2019-20", "2020-21"],
        ["1", "2", "3"],
        ["North", "under 18", "18+"],
        ["65+", "Total"],
        [],
    ],
)
def test_other_names_are_no_steps(names: list[str]) -> None:
    assert in_steps(names) == ()


def test_a_name_of_what_is_not_known_stands_last() -> None:
    names = ("60 ans et plus", "Moins de 20 ans", "Âge indéterminé", "20-59 ans", "Non renseigné")
    assert in_steps(names) == ("Moins de 20 ans", "20-59 ans", "60 ans et plus", "Âge indéterminé", "Non renseigné")
    assert in_steps(("[30 ; 40[", "[10 ; 20[", "[20 ; 30[")) == ("[10 ; 20[", "[20 ; 30[", "[30 ; 40[")
    assert in_steps(("De 2 000 à 3 000 hab.", "Moins de 1 000 hab.", "De 1 000 à 2 000 hab.")) == (
        "Moins de 1 000 hab.",
        "De 1 000 à 2 000 hab.",
        "De 2 000 à 3 000 hab.",
    )
