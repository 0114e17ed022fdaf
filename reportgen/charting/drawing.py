"""The charts of a text while they are drawn: what is asked of the studio, and what is waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportgen.frozen import frozen
from reportgen.problems import Problem, ReportError, held

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.figures import ChartOrder, Drawn, Plan, Studio
    from reportgen.figures.contract import ChartSpec
    from reportgen.figures.picture import Picture


@frozen
class Charts:
    """Charts of a text while they are drawn; what is wrong with the text is told with what is wrong with them."""

    text: Draft
    specs: Sequence[ChartSpec]
    order: ChartOrder

    def plans(self) -> Mapping[str, Plan]:
        """What is known of them before they are drawn."""
        with adding_problems(lambda: self.text.problems):
            return self.order.plans()

    def drawn(self) -> Mapping[str, Drawn]:
        """The charts themselves."""
        with adding_problems(lambda: self.text.problems):
            return self.order.drawn()

    def warnings(self) -> tuple[Problem, ...]:
        """The warnings of the text and of them, when they are drawn."""
        from reportgen.figures import warnings_of

        found = warnings_of(self.specs, self.drawn())
        return (*self.text.problems, *held(found, self.text.briefing.off))


@frozen
class Pictures(Mapping[str, "Picture"]):
    """The pictures of charts by their ids, each waited for when it is asked for; ReportError if it can't be drawn."""

    order: ChartOrder
    names: Sequence[str]

    def __getitem__(self, name: str) -> Picture:
        return self.order.picture(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def ordered_charts(text: Draft, specs: Sequence[ChartSpec], studio: Studio | None = None) -> Charts:
    """Those of the text's charts, to be drawn in `studio`, by this process if that is None."""
    from reportgen.figures import Studio

    briefing = text.briefing
    order = (studio or Studio()).order(specs, briefing.house, text.words, briefing.charts)
    return Charts(text, specs, order)


def drawn_charts(text: Draft, specs: Sequence[ChartSpec]) -> tuple[Mapping[str, Drawn], tuple[Problem, ...]]:
    """Those of the text's charts, drawn by this process, and the warnings of the text and of them."""
    charts = ordered_charts(text, specs)
    return charts.drawn(), tuple(charts.warnings())


@contextmanager
def adding_problems(problems: Callable[[], Iterable[Problem]]) -> Iterator[None]:
    """A later phase that fails tells these as well; where they can't be had for a fault of their own, it tells that."""
    try:
        yield
    except ReportError as error:
        try:
            others = tuple(problems())
        except ReportError as worse:
            others = worse.problems
        raise ReportError(tuple(dict.fromkeys((*others, *error.problems)))) from error
