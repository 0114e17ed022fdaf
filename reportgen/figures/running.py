"""Running a chart kind: its code plans and draws one chart, and whatever it does wrong becomes a problem.

matplotlib is imported only here and below, and not before a chart is drawn (unless a kind does). In which process this
happens is not known here.
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.figures.contract import ChartError, ChartSpec, CrossTable
from reportgen.figures.drawn import Drawn, Faults, Plan
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.kinds import columns_of, options_of
from reportgen.figures.lettering import lettered
from reportgen.figures.loading import FAILURES, Kind, KindError, aside, line_of, load
from reportgen.figures.picture import MOST_COORDINATES, Label, Picture
from reportgen.fonts import Chain, Style
from reportgen.house import MM, House
from reportgen.problems import Place, Problems

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.figures.kit.sheet import Sheet
    from reportgen.language import Words

RATIO = 0.5
"""Height to width of a chart whose author and whose kind say nothing."""

_MOST_TEXTS = 2_000
"""Of a picture: each is held against all others, whether they lie over each other."""
_LONGEST_ERROR = 500
"""Characters that are told of what a kind raised."""


class Attempt:
    """One chart through its kind, whose file `path` holds `source`: first `plan`, then `draw`.

    Whatever the kind's code raises becomes a problem, never a traceback.
    """

    def __init__(self, spec: ChartSpec, path: Path, source: bytes, house: House, words: Words) -> None:
        self._path, self._source, self._house, self._words = path, source, house, words
        self._spec = lettered(spec, words)
        self._kind: Kind
        self._chart: Any = None
        self._height = 0.0
        self._plan: Plan | None = None

    def plan(self) -> Plan | Faults:
        """The chart before it is drawn; its problems if it has any."""
        problems = Problems()
        try:
            self._kind = load(self._spec.kind, self._path, self._source)
        except KindError as error:
            return not_loaded(self._spec, self._path, error)
        with self._guarded(problems):
            options = _options(self._kind, self._spec, problems)
            if not problems.errors:
                self._plan = self._planned(options)
        return self._plan or tuple(problems.found)

    def _planned(self, options: Any) -> Plan:
        """The plan; what the kind has read of its table is kept for drawing."""
        kind, spec, words = self._kind, self._spec, self._words
        self._chart = kind.does.read(spec.data, options, words.compact)
        columns = columns_of(kind, options, spec.data)
        description = _description(kind, self._chart, spec, columns, words)
        self._height = _height(kind, self._chart, spec, self._sheet())
        size = _as_drawn(self._house.page.measure), _as_drawn(self._height)
        empty = _empty(kind, self._chart, spec, words)
        return Plan(*size, description, columns, _table(kind, self._chart, spec, words), empty)

    def _sheet(self) -> Sheet:
        from reportgen.figures.kit.sheet import Sheet
        from reportgen.figures.typeset import Ruler

        return Sheet(self._house, self._words.compact, Ruler(self._house))

    def draw(self) -> Drawn | Faults:
        """The chart that has been planned; its problems if it has any."""
        assert self._plan is not None
        problems = Problems()
        with self._guarded(problems):
            picture, findings = self._drawn()
            _require_glyphs(picture, self._spec, self._house, problems)
            if not problems.errors:
                return Drawn(replace(self._plan, width=picture.width, height=picture.height), picture, findings)
        return tuple(problems.found)

    def _drawn(self) -> tuple[Picture, tuple[Finding, ...]]:
        from reportgen.figures.canvas import new_figure, record
        from reportgen.figures.inspection.inspect import inspect
        from reportgen.figures.style import drawing

        house, sheet = self._house, self._sheet()
        with drawing(house):
            figure = new_figure(house.page.measure, self._height, sheet.ruler)
            with _strays() as strays:
                self._kind.does.draw(self._chart, replace(sheet, paper=figure))
            _fit(figure)
            picture = record(figure)
            if picture.coordinates > MOST_COORDINATES:
                message = f"it draws more than {MOST_COORDINATES // 2:,} points, the most that a picture holds"
                raise ChartError(message, "draw fewer rows, or simplify the file of a map")
            if sum(isinstance(one, Label) for one in picture.operations) > _MOST_TEXTS:
                message = f"it has more than {_MOST_TEXTS:,} texts, the most that a picture holds"
                raise ChartError(message, "draw fewer rows, or name fewer of them")
            return picture, tuple(strays) or inspect(figure, picture, house)

    @contextmanager
    def _guarded(self, problems: Problems) -> Iterator[None]:
        spec, kind = self._spec, self._kind
        try:
            with warnings.catch_warnings(), aside():
                warnings.simplefilter("ignore")  # an author can't do anything about matplotlib's advice to programmers
                yield
        except ChartError as error:
            place = spec.option_places.get(error.option, spec.place)
            problems.add("chart-data", place, f"{spec.called}: {error.message}", str(error.hint))
        except FAILURES as error:
            told = f"{spec.called}: kind '{kind.name}' failed: {type(error).__name__}: {str(error)[:_LONGEST_ERROR]}"
            problems.add("chart-failed", spec.place, told, look_at(kind.path, line_of(error, kind.path)))


def _as_drawn(length: float) -> float:
    """A length in points as a picture has it."""
    return round(length / 72 * 72, 2)  # matplotlib takes inches


def not_loaded(spec: ChartSpec, path: Path, error: KindError) -> Faults:
    """The problem of a chart whose kind can't be loaded."""
    problems = Problems()
    told = f"chart kind '{spec.kind}' can't be loaded: {error.message}"
    problems.add("chart-failed", spec.place, told, look_at(path, error.line))
    return tuple(problems.found)


def _options(kind: Kind, spec: ChartSpec, problems: Problems) -> Any:
    """What the author wrote; problems where it is wrong, or where nothing tells what the picture shows."""
    options = options_of(kind, spec, problems)
    if not (spec.alt or kind.does.describe):
        problems.add("alt-missing", spec.place, f"the chart has no alt:, and kind '{kind.name}' can't describe itself")
    return options


def _description(kind: Kind, chart: Any, spec: ChartSpec, columns: Sequence[str], words: Words) -> str:
    """What the author says, then what the kind says, unless the author's words are to stand alone; and the marks."""
    from reportgen.figures.markings import tell_marks

    if spec.alt and (spec.alt_only or kind.does.describe is None):
        return spec.alt
    assert kind.does.describe is not None
    told = kind.does.describe(chart, words)
    what = _amiss(told)
    if what and not spec.alt:
        raise ChartError(
            f"kind '{kind.name}' describes it with {what}",
            f"add alt: with what the picture tells, or let describe() in {_file(kind.path)} return it",
        )
    return _joined(spec.alt, "" if what else told, tell_marks(spec.data, columns, words))


def _joined(*parts: str) -> str:
    """Parts as sentences: each that another follows has an end."""
    *before, last = [part.strip() for part in parts if part.strip()]
    return " ".join([*(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in before), last])


def _amiss(told: object) -> str:
    """What a description is if it is none; "" for one."""
    if told is None or told == "":
        return "nothing"
    if not isinstance(told, str):
        return "a number or the like"
    halves = any("\ud800" <= sign <= "\udfff" for sign in told)  # lone surrogates, which no file can hold
    return "half a character" if halves else "" if told.strip() else "nothing"


def look_at(path: Path, line: int = 0) -> str:
    """Where the author of a kind finds what is wrong."""
    return f"look at {_file(path)}{f', line {line}' if line else ''}"


def _file(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@contextmanager
def _strays() -> Iterator[list[Finding]]:
    """What is drawn with pyplot, on figures of its own, is a finding; the figures are closed."""
    found: list[Finding] = []
    before = _pyplots()
    yield found
    for number in _pyplots() - before:
        sys.modules["matplotlib.pyplot"].close(number)
        found[:] = [Finding("chart-pyplot", "it is drawn with pyplot, on a figure that nobody sees")]


def _pyplots() -> set[int]:
    """The numbers of pyplot's figures."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()


def _table(kind: Kind, chart: Any, spec: ChartSpec, words: Words) -> CrossTable | None:
    table = kind.does.table(chart, words) if kind.does.table else None
    if table is not None and not table.fits(spec.data):
        raise ValueError("its table has cells that the data or its headings don't have")
    return table and _plain(table)


def _empty(kind: Kind, chart: Any, spec: ChartSpec, words: Words) -> tuple[tuple[str, str], ...]:
    """What empty cells of the columns mean."""
    told = tuple(kind.does.empty(chart, words).items()) if kind.does.empty else ()
    columns = {info.name for info in spec.data.columns}
    if not all(name in columns and isinstance(what, str) for name, what in told):
        raise ValueError("its empty() names what is no column of the data, or gives no words for one")
    return told


def _plain(table: CrossTable) -> CrossTable:
    """The table without numbers and words of a kind's libraries, which no file can hold."""
    rows = ((int(name), tuple(None if cell is None else int(cell) for cell in cells)) for name, cells in table.rows)
    heads, beside = (tuple(map(str, names)) for names in (table.heads, table.beside))
    asides = tuple((int(row), str(aside)) for row, aside in table.asides)
    return CrossTable(str(table.name), str(table.value), heads, tuple(rows), str(table.missing), beside, asides)


def _height(kind: Kind, chart: Any, spec: ChartSpec, sheet: Sheet) -> float:
    if spec.height is not None:
        return spec.height * MM
    if kind.does.height is not None:
        height = float(kind.does.height(chart, sheet))
        if not 0 < height < math.inf:
            raise ValueError(f"its height() is {height:g}, which must be more than 0 points")
        return height
    return sheet.measure * RATIO


def _fit(figure: Figure) -> None:
    """Give plain subplots the margins that their texts need; axes placed by hand stay where they are."""
    placed = [axes for axes in figure.axes if axes.get_subplotspec() is not None]
    if placed and figure.get_layout_engine() is None:
        figure.tight_layout(pad=0.4)


def _require_glyphs(picture: Picture, spec: ChartSpec, house: House, problems: Problems) -> None:
    chain = Chain(house.fonts)
    for label in picture.operations:
        if isinstance(label, Label) and (missing := chain.missing(label.text, Style(label.weight, label.italic))):
            message = f"no font has {', '.join(f'U+{ord(sign):04X} ({sign})' for sign in missing)} in '{label.text}'"
            problems.add("glyph-missing", _place_of(missing[0], spec), message)


def _place_of(character: str, spec: ChartSpec) -> Place:
    """Where the author may have written it: in the option that has it, else somewhere in the block."""
    keys = (key for key, value in spec.options.items() if character in str(value) and key in spec.option_places)
    return next((spec.option_places[key] for key in keys), spec.place)
