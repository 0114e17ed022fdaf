"""Marks of values in a chart: in step with the rows, told of every kind, part of what a picture depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document.data.select import Selector
from reportgen.figures.cache import fingerprint
from reportgen.figures.contract import ChartData, ChartSpec, Value
from reportgen.figures.kit.wording import label, shared_meaning, sign_of
from reportgen.figures.markings import marks_note, tell_marks
from reportgen.figures.studio import draw
from reportgen.house import House
from reportgen.language import words_for
from reportgen.marks import Mark
from reportgen.problems import Problems
from reportgen.source.model import Phrase, Table
from tests.document.sample import RIVERS
from tests.figures.making import DATA, TYPED, kind, spec

P, R, C = Mark.PROVISIONAL, Mark.REVISED, Mark.SUPPRESSED
WORDS, FRENCH = words_for("en-GB"), words_for("fr")


def _marked_spec(*marks: Mark | None) -> ChartSpec:
    rows = tuple({"tonnes": mark} if mark else {} for mark in marks)
    return replace(spec("typed", value="tonnes"), data=replace(DATA, marks=rows))


def _rivers(*marks: Mark | None) -> Table:
    """The rivers with marks on their lengths."""
    rows = [
        replace(row, cells={**row.cells, "length": replace(row.cells["length"], mark=mark)})
        for row, mark in zip(RIVERS.rows, marks, strict=True)
    ]
    return replace(RIVERS, rows=tuple(rows))


def _selected(table: Table, *sort: str) -> ChartData:
    return Selector(table, Problems()).select(sort=[Phrase(name) for name in sort]).chart_data()


def test_marks_stay_with_their_rows() -> None:
    data = _selected(_rivers(P, None, C), "-name")
    assert [(row["name"], data.mark(at, "length")) for at, row in enumerate(data)] == [
        ("Rhine", None),
        ("North Esk", C),
        ("Elbe", P),
    ]
    assert data.mark(0, "fall") is None


def test_a_chart_knows_nothing_of_what_is_revised() -> None:
    assert _selected(_rivers(R, None, None)).marks == ()


def test_the_description_of_any_kind_says_how_many_values_are_marked(folder: Path) -> None:
    kind(folder, "typed", TYPED)
    drawn = draw([_marked_spec(P, C)], House(), WORDS, [folder])["crop"]
    assert drawn.plan.description == (
        "2 bars of tonnes in green. 1 value is provisional. 1 value is suppressed as confidential."
    )


def test_only_the_columns_that_are_drawn_count() -> None:
    data = _marked_spec(P, P).data
    assert tell_marks(data, ("tonnes",), WORDS) == "2 values are provisional."
    assert tell_marks(data, ("fruit",), WORDS) == marks_note(data, ("fruit",), ("fruit",), WORDS) == ""
    assert tell_marks(data, (), FRENCH) == "2 valeurs portent la mention «\u202fprovisoire\u202f»."


def test_of_many_marked_values_the_note_names_a_few() -> None:
    rows: tuple[Mapping[str, Value], ...] = tuple({"fruit": f"Sort {number}", "tonnes": 1.0} for number in range(30))
    data = replace(DATA, rows=rows, marks=tuple({"tonnes": P} for _ in rows))
    assert marks_note(data, (), ("fruit",), WORDS) == "Provisional [p]: Sort 0, Sort 1, Sort 2 and 27 more"


def test_a_picture_depends_on_its_marks() -> None:
    assert fingerprint(_marked_spec(P, None), b"", "") != fingerprint(_marked_spec(None, P), b"", "")


@pytest.mark.parametrize(
    ("value", "mark", "said"),
    [(5.0, P, "5\u00a0[p]"), (None, C, "suppressed as confidential"), (None, None, "–"), (5.0, None, "5")],
)
def test_a_label_has_its_mark(value: float | None, mark: Mark | None, said: str) -> None:
    assert label(value, DATA.info("tonnes"), WORDS, mark) == said


def test_values_that_are_gone_for_several_reasons_are_just_missing() -> None:
    assert shared_meaning([C, C], "not grown", WORDS) == "suppressed as confidential"
    assert shared_meaning([C, None], "not grown", WORDS) == shared_meaning([], "not grown", WORDS) == "not grown"
    assert (sign_of("suppressed as confidential", WORDS), sign_of("not grown", WORDS)) == ("[c]", "–")
