"""Names of places: spellings meet, the property that has most of them is taken, and what has no place is told."""

from __future__ import annotations

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.maps.names import joined, shown_name

PLACES = (
    {"id": "1", "NAME": "Île d’Arn", "land": "North"},
    {"id": "2", "NAME": "Zill", "land": "North"},
    {"id": "3", "NAME": "Zill", "land": "South"},
    {"id": "4", "land": "South"},
)


def test_names_meet_in_any_spelling_and_areas_of_one_name_go_together() -> None:
    assert joined(PLACES, ["ile d'arn", "Zill"], "", "a") == {"ile d'arn": [0], "Zill": [1, 2]}


def test_the_property_that_has_most_of_the_names_is_taken() -> None:
    assert joined(PLACES, ["4", "1"], "", "a") == {"4": [3], "1": [0]}
    assert joined(PLACES, ["North"], "land", "a") == {"North": [0, 1]}


@pytest.mark.parametrize(
    ("wanted", "by", "message", "hint", "option"),
    [
        (["Zill", "Ile d Arm"], "", "'a' has no area 'Ile d Arm'", "did you mean 'Île d’Arn'?", "place"),
        (["Zill", "Atlantis"], "", "'a' has no area 'Atlantis'", "leave the row out", "place"),
        (["Zill", *"abcd"], "", "no area 'a', 'b', 'c', 'd'", "leave the row out", "place"),
        (["Atlantis"], "", "no row of the table has an area in 'a'", "place: names the column", "place"),
        (["Zill"], "nam", "no area of 'a' has a property 'nam'", "did you mean 'NAME'?", "join"),
        (["Zill"], "code", "no area of 'a' has a property 'code'", "known here: NAME, id, land", "join"),
    ],
)
def test_what_has_no_area_is_told(wanted: list[str], by: str, message: str, hint: str, option: str) -> None:
    with pytest.raises(ChartError) as raised:
        joined(PLACES, wanted, by, "a")
    assert message in raised.value.message
    assert raised.value.hint.startswith(hint)
    assert raised.value.option == option


def test_a_place_is_called_what_it_is_called_in_the_language_of_the_paper() -> None:
    place = {"n": "Zill", "name:fr": "Zille", "id": "Z"}
    assert [shown_name(place, tag) for tag in ("fr", "fr-BE", "en-GB")] == ["Zille", "Zille", "Zill"]
    assert shown_name({"id": "Z"}, "en") == ""


def test_names_of_other_offices() -> None:
    assert shown_name({"code": "35", "nom": "Ille"}, "fr") == "Ille"
    assert shown_name({"INSEE_REG": "53", "NOM_REG": "Bretagne"}, "fr") == "Bretagne"
    assert shown_name({"NAME_0": "Land", "NAME_2": "Kreis", "NAME_1": "Teil"}, "de") == "Kreis"
    assert shown_name({"LAD21CD": "E07", "LAD21NM": "Adur"}, "en") == "Adur"
    assert shown_name({"code": "35"}, "fr") == ""


def test_areas_without_any_property_have_no_names() -> None:
    with pytest.raises(ChartError, match="no area of 'a' has a name"):
        joined([{}, {}], ["Zill"], "", "a")
