"""Names that an author meant: slips are recognised, other names are not."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from reportgen import problems
from reportgen.problems import Names, did_you_mean, nearest


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
    usual = problems._Name.slips_from

    def watched(one: problems._Name, other: problems._Name) -> int | None:
        looked.append(other.text)
        return usual(one, other)

    monkeypatch.setattr(problems._Name, "slips_from", watched)
    names = [f"{letter}station-{number}" for letter in "abcdef" for number in range(1_000)]
    for slip, meant in (("cstation-55x", "cstation-55"), ("station-999", "astation-999"), ("Dstation-7", "dstation-7")):
        looked.clear()
        assert nearest(slip, names) == meant
        assert len(looked) <= 4 * problems._BESIDE


def test_many_slips_for_many_names_put_them_in_order_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ordered: list[int] = []
    usual = problems._Order.of

    def watched(names: Iterable[problems._Name], step: int) -> problems._Order:
        ordered.append(step)
        return usual(names, step)

    monkeypatch.setattr(problems._Order, "of", watched)
    names = Names(f"station-{number}" for number in range(2_000))
    assert [names.nearest(f"sttation-{number}") for number in range(300)] == [f"station-{n}" for n in range(300)]
    assert ordered == [1, -1]


def _by_table(left: str, right: str) -> int:
    """The distance as it is defined, by the table of all beginnings."""
    rows = [list(range(len(right) + 1))]
    for i, letter in enumerate(left, 1):
        rows.append([i])
        for j, other in enumerate(right, 1):
            least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, left[i - 2]) == (right[j - 2], other):
                least = min(least, rows[i - 2][j - 2] + 1)
            rows[i].append(least)
    return rows[-1][-1]


def test_slips_are_counted_as_they_are_defined() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choice("abc") for _ in range(chance.randrange(9))) for _ in range(60)]
    words += ["ab" * 40, "ba" * 40]
    assert [
        (one, other) for one in words for other in words if problems._slips(one, other) != _by_table(one, other)
    ] == []


def test_of_names_with_other_letters_no_slips_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    usual = problems._slips

    def watched(one: str, other: str) -> int:
        counted.append(other)
        return usual(one, other)

    monkeypatch.setattr(problems, "_slips", watched)
    words = [f"{a}{b}{c}mel" for a in "bcdfg" for b in "aeiou" for c in "hjkpqrs"]
    assert nearest("daqmle", words) == "daqmel"
    assert len(counted) < len(words) / 2


def test_texts_are_no_names_with_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problems, "_slips", None)
    assert nearest("ab" * 5_000, ["ba" * 5_000]) == ""
