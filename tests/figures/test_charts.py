from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen.document import blocks as doc
from reportgen.figures import running
from reportgen.figures.cache import Cache
from reportgen.figures.picture import Label
from reportgen.figures.studio import draw, warnings_of
from reportgen.house import MM, House, PageGrid
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.problems import Place, Problem, ReportError, Severity
from tests.figures.making import PLAIN, TYPED, kind, spec
from tests.pdf.papers import paper_of, said

HOUSE, WORDS = House(), words_for("en-GB")


def problem_of(folder: Path, source: str, **given: Any) -> Problem:
    kind(folder, "mine", source)
    with pytest.raises(ReportError) as caught:
        draw([spec("mine", **given)], HOUSE, WORDS, [folder])
    (problem,) = caught.value.problems
    return problem


def test_charts_are_drawn_at_the_full_measure_and_described(folder: Path) -> None:
    kind(folder, "typed", TYPED)
    drawn = draw([spec("typed", value="tonnes")], HOUSE, WORDS, [folder])["crop"]
    assert drawn.plan.description == "2 bars of tonnes in green"
    assert (drawn.picture.width, drawn.picture.height) == (round(HOUSE.page.measure, 2), 40.0)
    assert (drawn.plan.columns, drawn.plan.table) == (("tonnes",), None)
    assert {"Apple", "Pear"} <= {label.text for label in drawn.picture.operations if isinstance(label, Label)}


def test_the_authors_alt_stands_before_the_description_or_alone_and_the_height_wins(folder: Path) -> None:
    kind(folder, "typed", TYPED)
    own = draw([spec("typed", value="tonnes")], HOUSE, WORDS, [folder])["crop"].plan.description
    drawn = draw([spec("typed", value="tonnes", alt="Pears lead", height=50.0)], HOUSE, WORDS, [folder])["crop"]
    assert drawn.plan.description == f"Pears lead. {own}"
    alone = draw([spec("typed", value="tonnes", alt="Pears lead", alt_only=True)], HOUSE, WORDS, [folder])["crop"]
    assert alone.plan.description == "Pears lead"
    assert drawn.picture.height == round(50 * MM, 2)


def test_a_kind_that_cannot_describe_itself_needs_alt(folder: Path) -> None:
    assert problem_of(folder, PLAIN).rule == "alt-missing"
    assert draw([spec("mine", alt="Pears lead.")], HOUSE, WORDS, [folder])["crop"].plan.description == "Pears lead."


def test_a_kinds_own_complaint_is_the_authors_to_mend(folder: Path) -> None:
    source = (
        "from reportgen.figures.kit import ChartError\n"
        "def draw(figure, data, options, house, words):\n    raise ChartError('too few rows', 'add some')\n"
    )
    problem = problem_of(folder, source, alt="x")
    assert (problem.rule, problem.message, problem.hint) == ("chart-data", "chart 'crop': too few rows", "add some")
    assert (problem.place.file, problem.place.line) == ("text/a.md", 3)


@pytest.mark.parametrize(("option", "line"), [("most", 6), ("absent", 3)])
def test_a_kinds_complaint_of_an_option_points_to_its_line(folder: Path, option: str, line: int) -> None:
    source = (
        "from reportgen.figures.kit import ChartError\n"
        "def draw(figure, data, options, house, words):\n"
        f"    raise ChartError('too many', 'write fewer', option='{option}')\n"
    )
    problem = problem_of(folder, source, alt="x", least=1, most=9)
    assert problem.place.line == line


def test_a_fault_in_a_kind_is_told_with_file_and_line(folder: Path) -> None:
    source = "def draw(figure, data, options, house, words):\n    helper()\ndef helper():\n    1 / 0\n"
    problem = problem_of(folder, source, alt="x")
    assert problem.rule == "chart-failed"
    assert problem.message == "chart 'crop': kind 'mine' failed: ZeroDivisionError: division by zero"
    assert problem.hint == "look at charts/mine.py, line 4"


def test_a_kind_that_does_not_load_is_a_problem(folder: Path) -> None:
    problem = problem_of(folder, "import there_is_no_such_module\n", alt="x")
    assert (problem.rule, problem.hint) == ("chart-failed", "look at charts/mine.py, line 1")


def test_a_character_that_no_font_has_is_a_problem(folder: Path) -> None:
    source = "def draw(figure, data, options, house, words):\n    figure.text(0, 0, 'a \\U0001f34e')\n"
    problem = problem_of(folder, source, alt="x")
    assert problem.rule == "glyph-missing"
    assert "U+1F34E" in problem.message


def test_all_faulty_charts_are_told_at_once(folder: Path) -> None:
    kind(folder, "typed", TYPED)
    with pytest.raises(ReportError) as caught:
        draw([spec("typd", "a"), spec("typed", "b"), spec("typed", "c", value="x")], HOUSE, WORDS, [folder])
    assert [problem.rule for problem in caught.value.problems] == ["chart-kind", "missing-key", "table-column"]


def test_plain_subplots_get_the_room_that_their_labels_need(folder: Path) -> None:
    source = """
def draw(figure, data, options, house, words):
    axes = figure.add_subplot()
    axes.barh(["A name that is much longer than the margin would be"], [1])
    axes.set_xlabel("below")
"""
    kind(folder, "long", source)
    picture = draw([spec("long", alt="x")], HOUSE, WORDS, [folder])["crop"].picture
    assert all(label.x >= 0 and label.y >= 0 for label in picture.operations if isinstance(label, Label))


def test_without_a_cache_nothing_is_kept(folder: Path, own_cache: Path) -> None:
    kind(folder, "typed", TYPED)
    draw([spec("typed", value="tonnes")], HOUSE, WORDS, [folder], Cache(None))
    assert not own_cache.exists()


def test_a_table_of_cells_that_are_not_there_is_the_kinds_fault(folder: Path) -> None:
    table = """

def table(data, options, words):
    from reportgen.figures.kit import CrossTable

    return CrossTable("fruit", "tonnes", ("Weight",), ((0, (7,)),))
"""
    kind(folder, "typed", TYPED + table)
    with pytest.raises(ReportError, match="its table has cells that the data or its headings don't have"):
        draw([spec("typed", value="tonnes")], HOUSE, WORDS, [folder])


def test_columns_are_known_in_whatever_form_an_option_names_them(folder: Path) -> None:
    named = TYPED.replace("least: float = 0.0", "least: tuple[Column, ...] | None = None")
    kind(folder, "typed", named)
    drawn = draw([spec("typed", value="tonnes", least=["fruit"])], HOUSE, WORDS, [folder])["crop"]
    assert drawn.plan.columns == ("fruit", "tonnes")


def test_a_character_without_a_glyph_is_told_at_the_option_that_has_it(folder: Path) -> None:
    kind(folder, "typed", TYPED.replace("axes.bar(", 'axes.set_title(" ".join(options.order))\n    axes.bar('))
    with pytest.raises(ReportError) as caught:
        draw([spec("typed", value="tonnes", order=["\u7121"])], HOUSE, WORDS, [folder])
    (problem,) = caught.value.problems
    assert (problem.rule, problem.place.line) == ("glyph-missing", 6)


PYPLOT = """
def draw(figure, data, options, house, words):
    import matplotlib.pyplot as plt

    plt.figure()
    plt.bar(data["fruit"], data["tonnes"])
"""


def test_what_is_drawn_with_pyplot_is_told_and_closed(folder: Path) -> None:
    from matplotlib import pyplot

    problem = problem_of(folder, PYPLOT, alt="x")
    assert (problem.rule, problem.place.line) == ("chart-pyplot", 3)
    assert problem.message == "chart 'crop': it is drawn with pyplot, on a figure that nobody sees"
    assert not pyplot.get_fignums()


def test_an_empty_picture_is_an_error_at_its_block(folder: Path) -> None:
    problem = problem_of(folder, "def draw(figure, data, options, house, words):\n    figure.add_subplot()\n", alt="x")
    assert (problem.rule, problem.place.line) == ("chart-empty", 3)


@pytest.mark.parametrize(("told", "what"), [("None", "nothing"), ("' '", "nothing"), ("3", "a number or the like")])
def test_a_description_must_have_words(folder: Path, told: str, what: str) -> None:
    problem = problem_of(folder, f"{PLAIN}\ndef describe(data, options, words):\n    return {told}\n")
    assert problem.message == f"chart 'crop': kind 'mine' describes it with {what}"
    assert "describe() in charts/mine.py" in problem.hint
    assert draw([spec("mine", alt="Pears lead.")], HOUSE, WORDS, [folder])["crop"].plan.description == "Pears lead."


def test_a_description_that_is_the_title_is_none(folder: Path) -> None:
    kind(folder, "mine", PLAIN)
    with pytest.raises(ReportError, match="its description says no more than its title"):
        draw([replace(spec("mine", alt="Pears  lead."), title="Pears lead")], HOUSE, WORDS, [folder])


SMALL = """
def draw(figure, data, options, house, words):
    axes = figure.add_subplot()
    axes.bar(data["fruit"], data["tonnes"])
    axes.set_title("small", fontsize=6)
"""


def test_a_warning_lets_the_chart_be_drawn_and_the_cache_tells_it_again(folder: Path) -> None:
    kind(folder, "mine", SMALL)
    chart = spec("mine", alt="Pears lead.")
    first, again = (draw([chart], HOUSE, WORDS, [folder]) for _ in range(2))
    (problem,) = warnings_of([chart], first)
    assert (problem.rule, problem.severity, problem.place.line) == ("chart-text-small", Severity.WARNING, 3)
    assert problem.message == "chart 'crop': text of 6 pt is too small to read: 'small'"
    assert warnings_of([chart], again) == (problem,)
    assert warnings_of([replace(chart, place=Place("text/b.md", 9))], again)[0].place.line == 9


def test_a_description_of_half_a_character_is_told(folder: Path) -> None:
    source = "def describe(data, options, words):\n    return 'A bar of \\ud800.'\n"
    problem = problem_of(folder, PLAIN + source)
    assert (problem.rule, problem.message) == (
        "chart-data",
        "chart 'crop': kind 'mine' describes it with half a character",
    )


def test_what_ends_the_program_is_a_problem_of_its_chart(folder: Path) -> None:
    assert problem_of(folder, "import sys\nsys.exit(0)\n", alt="x").hint == "look at charts/mine.py, line 2"
    source = (
        "from dataclasses import dataclass\n@dataclass\nclass Options:\n    name: str = ''\n"
        "    def __post_init__(self):\n        raise SystemExit(0)\n"
    )
    problem = problem_of(folder, source + PLAIN, alt="x")
    assert problem.message == "chart 'crop': kind 'mine' failed: SystemExit: 0"
    assert problem.hint == "look at charts/mine.py, line 6"


def test_a_file_that_goes_while_charts_are_drawn_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.figures.studio.found", lambda folders: {"mine": folder / "mine.py"})
    with pytest.raises(ReportError) as caught:
        draw([spec("mine", alt="x")], HOUSE, WORDS, [folder])
    (problem,) = caught.value.problems
    told = "chart kind 'mine' can't be loaded: the file can't be read: No such file or directory"
    assert (problem.message, problem.hint) == (told, "look at charts/mine.py")


@pytest.mark.parametrize("height", ["0", "-3", "float('nan')", "float('inf')"])
def test_a_height_must_be_one(folder: Path, height: str) -> None:
    source = f"def height(data, options, house, words):\n    return {height}\n"
    problem = problem_of(folder, PLAIN + source, alt="x")
    assert problem.rule == "chart-failed"
    assert "which must be more than 0 points" in problem.message


def test_what_a_kind_prints_leaves_standard_output_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = (
        "from dataclasses import dataclass, field\nprint('read')\n"
        "def made():\n    print('made')\n    return 1\n"
        "@dataclass\nclass Options:\n    one: int = field(default_factory=made)\n"
        "def describe(data, options, words):\n    print('told')\n    return 'Two bars.'\n"
    )
    kind(folder, "loud", source + PLAIN + "    print('drawn')\n")
    draw([spec("loud")], HOUSE, WORDS, [folder])
    out, err = capsys.readouterr()
    assert out == ""
    assert {"read", "made", "told", "drawn"} == set(err.split())


@pytest.mark.parametrize("outer", [18.0, 20.0, 20.3, 21.7, 22.0, 25.1, 26.43])
def test_a_chart_fits_the_page_that_it_is_drawn_for(folder: Path, outer: float) -> None:
    kind(folder, "narrow", PLAIN)
    house = House(page=PageGrid(outer=outer))
    drawn = draw([spec("narrow", alt="x")], house, WORDS, [folder])["crop"]
    size = drawn.plan.width, drawn.plan.height
    chart = doc.Chart("crop", *size, said("Two bars."), "Chart 1", said("Fruit"), anchor="chart-1")
    assert write(paper_of(chart), house, WORDS, {"crop": drawn.picture}).startswith(b"%PDF")


MONEY = """\
from dataclasses import dataclass
from reportgen.figures.kit import Column, label, put

@dataclass(frozen=True, kw_only=True)
class Options:
    value: Column

def _said(data, options, words):
    return label(data[options.value][0], data.info(options.value), words)

def draw(figure, data, options, house, words):
    put(figure, 10, 10, _said(data, options, words))

def describe(data, options, words):
    return _said(data, options, words)
"""


def test_what_is_drawn_has_short_sizes_and_what_is_heard_the_words(folder: Path) -> None:
    kind(folder, "money", MONEY)
    asked = spec("money", value="tonnes")
    columns = tuple(replace(one, unit="£ million") if one.name == "tonnes" else one for one in asked.data.columns)
    drawn = draw([replace(asked, data=replace(asked.data, columns=columns))], HOUSE, WORDS, [folder])["crop"]
    (shown,) = (label.text for label in drawn.picture.operations if isinstance(label, Label))
    assert shown.startswith("£") and shown.endswith("m")
    assert drawn.plan.description == shown.replace("m", "\u00a0million")


def test_a_picture_of_too_many_points_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_COORDINATES", 2_000)
    source = (
        "def draw(figure, data, options, house, words):\n"
        "    figure.add_subplot().fill([at % 7 for at in range(2_000)], [at % 11 for at in range(2_000)])\n"
    )
    problem = problem_of(folder, source, alt="x")
    assert (problem.rule, problem.hint) == ("chart-data", "draw fewer rows, or simplify the file of a map")
    assert "more than 1,000 points" in problem.message


def test_of_a_long_error_the_beginning_is_told(folder: Path) -> None:
    source = "def draw(figure, data, options, house, words):\n    raise ValueError('x' * 100_000)\n"
    assert len(problem_of(folder, source).message) < 1_000


def test_a_picture_of_too_many_texts_is_told(folder: Path) -> None:
    source = (
        "def draw(figure, data, options, house, words):\n"
        "    for at in range(2_001):\n"
        "        figure.text(at % 40 / 40, at // 40 / 60, 'x', fontsize=4)\n"
    )
    problem = problem_of(folder, source, alt="x")
    assert problem.rule == "chart-data"
    assert "more than 2,000 texts" in problem.message


@pytest.mark.parametrize("told", ["{5: 'x'}", "{'tonnes': 5}", "{'gone': 'x'}"])
def test_what_is_said_of_empty_cells_is_words_for_columns(folder: Path, told: str) -> None:
    kind(folder, "typed", f"{TYPED}\n\ndef empty(data, options, words):\n    return {told}\n")
    with pytest.raises(ReportError, match="its empty\\(\\) names what is no column of the data"):
        draw([spec("typed", value="tonnes")], HOUSE, WORDS, [folder])
