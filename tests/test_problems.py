"""Names that an author meant: slips are recognised, other names are not."""

from __future__ import annotations

import pytest

from reportgen import problems
from reportgen.problems import did_you_mean, nearest


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("vists", "visits", "visits"),
        ("Northmrak", "northmark", "northmark"),
        ("catagory", "category", "category"),
        ("bar", "bars", "bars"),
        ("Macedonia", "North Macedonia", "North Macedonia"),
        ("highl", "highlight", "highlight"),
        ("center", "note", ""),
        ("Germania", "Romania", ""),
        ("Deutschland", "Netherlands", ""),
        ("pie", "line", ""),
        ("date", "name", ""),
        ("no", "note", ""),
        ("mine", "lines", ""),
        ("", "note", ""),
    ],
)
def test_only_a_slip_or_a_part_is_near(written: str, known: str, meant: str) -> None:
    assert nearest(written, [known]) == meant


def test_of_several_the_one_with_the_fewest_slips_is_meant() -> None:
    assert nearest("tow", ["towns", "town", "tower"]) == "town"
    assert did_you_mean("tonws", ["towns", "tone"]) == "did you mean 'towns'?"


def test_where_none_is_near_the_names_are_listed() -> None:
    assert did_you_mean("pie", ["lines", "area"]) == "known here: area, lines"
    many = [f"kind-{number:02}" for number in range(21)]
    assert did_you_mean("pie", many) == f"known here: {', '.join(many[:20])}, …"
    assert not did_you_mean("pie", [])


def test_of_very_many_names_few_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    usual = problems._slips_if_near

    def watched(one: str, other: str) -> int | None:
        looked.append(other)
        return usual(one, other)

    monkeypatch.setattr(problems, "_slips_if_near", watched)
    names = [f"{letter}station-{number}" for letter in "abcdef" for number in range(1_000)]
    for slip, meant in (("cstation-55x", "cstation-55"), ("station-999", "astation-999"), ("Dstation-7", "dstation-7")):
        looked.clear()
        assert nearest(slip, names) == meant
        assert len(looked) <= 4 * problems._BESIDE
