from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from matplotlib.figure import Figure

from reportgen.dates import PartialDate
from reportgen.figures import kit
from reportgen.figures.contract import ColumnInfo, Value
from reportgen.figures.kit import KeyEntry, Margins, Ruler, axes_in, draw_key, key_height
from reportgen.figures.picture import Label
from reportgen.house import House
from reportgen.language import words_for
from tests.figures.fidelity import Setting, recorded

HOUSE, RULER = House(), Ruler(House())


def defined(idea: str) -> list[str]:
    """The public names that a module of the kit defines itself."""
    path = find_spec(idea)
    assert path is not None and path.origin is not None
    found = []
    for node in ast.parse(Path(path.origin).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.append(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.append(name)
    return [name for name in found if not name.startswith("_")]


def test_each_name_is_defined_once_and_can_be_had_from_the_kit() -> None:
    names = {idea: defined(idea) for idea in kit.ideas() if idea != "reportgen.figures.kit.plain"}
    every = [name for found in names.values() for name in found]
    assert len(every) == len(set(every)) > 100
    plain = defined("reportgen.figures.kit.plain")
    for idea, found in names.items():
        module = import_module(idea)
        assert all(getattr(kit, name) is getattr(module, name) for name in found if name not in plain)


def test_a_name_that_no_module_has_is_none_of_the_kits() -> None:
    with pytest.raises(ImportError, match="nothing_of_the_kind"):
        exec("from reportgen.figures.kit import nothing_of_the_kind")


@pytest.mark.parametrize(
    ("value", "info", "words"),
    [
        (None, ColumnInfo("a", ""), "–"),
        ("For", ColumnInfo("a", ""), "For"),
        (1234.0, ColumnInfo("a", "", "integer"), "1,234"),
        (2014.0, ColumnInfo("a", "", "year"), "2014"),
        (62.0, ColumnInfo("a", "", "number", "%", 1), "62.0%"),
        (-0.5, ColumnInfo("a", "", "number"), "\u22120.5"),
        (PartialDate(2022, 3, 31), ColumnInfo("a", "", "date"), "31\u00a0Mar 2022"),
        (True, ColumnInfo("a", "", "boolean"), "Yes"),
    ],
)
def test_values_are_labelled_in_the_papers_language(value: Value, info: ColumnInfo, words: str) -> None:
    assert kit.label(value, info, words_for("en-GB")) == words


def test_axes_stand_where_the_margins_say() -> None:
    figure = Figure(figsize=(4, 2), dpi=72)
    axes = axes_in(figure, Margins(30, 20, 10, 15))
    assert [round(edge, 6) for edge in axes.get_window_extent().extents] == [30, 15, 268, 134]


def test_a_long_key_breaks_into_rows() -> None:
    entries = [KeyEntry(f"series number {number}", "#0b5c55") for number in range(6)]
    one, several = key_height(entries, HOUSE, RULER, 1000), key_height(entries, HOUSE, RULER, 200)
    assert several > one

    def build(figure: Figure) -> None:
        draw_key(figure, entries, HOUSE, RULER)

    picture = recorded(build, Setting(200, 150))
    assert all(
        0 <= label.x <= 200 - RULER.width(label.text) for label in picture.operations if isinstance(label, Label)
    )


def test_a_long_sign_in_a_key_has_its_own_width() -> None:
    def build(figure: Figure) -> None:
        draw_key(figure, [KeyEntry("rounded to zero", "#434a54", sign="[low]")], HOUSE, RULER)

    operations = recorded(build, Setting(200, 150)).operations
    sign, words = sorted((one for one in operations if isinstance(one, Label)), key=lambda label: label.x)
    assert sign.text == "[low]" and sign.x >= 0 and sign.x + RULER.width(sign.text) + 4 <= words.x
