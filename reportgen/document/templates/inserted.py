"""Filters that no author writes: `prepare` puts them in, so that what Jinja does by itself is counted and placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.lookups import View
from reportgen.document.data.scalars import described
from reportgen.document.data.values import Datum, alone, any_meant, asked, lift
from reportgen.document.templates.budget import Budget
from reportgen.document.templates.missing import Missing, current_offset, missing_value, silent
from reportgen.document.templates.tokens import Sites
from reportgen.frozen import frozen
from reportgen.language import Words

TOGETHER, COUNTED, TIDY, PRINTED, NOTHING = "(together)", "(counted)", "(tidy)", "(printed)", "(nothing)"
"""What `~` joins, a loop runs over, a set-block makes, a filter-block prints; and one in place of those that are
unknown."""
WORKED, KEY, CHAIN = "(worked)", "(key)", "(chain)"
"""What the words of a loop's or a macro's body cost, a key of `{}`, comparisons such as `a < b < c`."""
ALONE = "(alone)"
"""Behind a filter that takes a part of what is computed."""

_NOT = "not "


@frozen
class Inserted:
    """`mark` prints a value, `report` is told of faults with their offset in the text."""

    words: Words
    budget: Budget
    sites: Sites
    report: Callable[[Fault, int], None]
    mark: Callable[[object], str]

    def guarded(self, tests: Mapping[str, Callable[..., bool]]) -> dict[str, Callable[..., Any]]:
        """Those that are guarded as an author's own are; `tests` are all that there are."""
        return {TOGETHER: self.together, COUNTED: self.counted, CHAIN: partial(_chain, tests), ALONE: self._alone}

    def plain(self) -> dict[str, Callable[..., Any]]:
        """The others."""
        printed = {TIDY: self._tidy, PRINTED: self._printed, NOTHING: lambda _: silent()}
        return printed | {WORKED: self.budget.work, KEY: self._key}

    def together(self, parts: Sequence[object]) -> object:
        """What `~` makes: a text with the records of its parts."""
        kept = [part for part in parts if not isinstance(part, Missing) or not str(part.report())]
        if any(isinstance(part, Markup) for part in kept):
            return Markup("".join(self.mark(part) for part in kept))
        data = [lift(part, self.words) for part in kept if not isinstance(part, Missing)]
        self.budget.write(sum(len(str(datum)) for datum in data))
        for datum in data:
            if datum.value is None:
                self.report(missing_value(datum), self.sites.begin_of(current_offset()))
        text = "".join(map(str, data))
        records = (record for datum in data for record in datum.records)
        return Datum(text, Form(self.words, "string"), records, cites=asked(data), meant=any_meant(data))

    def counted(self, value: Any) -> Iterator[object]:
        """What a loop runs over; the loops of a text can't turn for ever."""
        if isinstance(value, View | Mapping) and not hasattr(value, "__iter__"):
            raise Fault("template-value", f"{described(value)} can't be looped over", "loop over a table")
        try:
            items = iter(value)
        except TypeError:
            raise Fault("template-value", f"{described(value)} can't be looped over", "loop over a table") from None
        return self._turning(items)

    def _turning(self, items: Iterator[object]) -> Iterator[object]:
        for item in items:
            self.budget.turn()
            yield item

    def _alone(self, value: object, sign: object, hint: object) -> object:
        """What a filter took that was meant for all that is computed."""
        raise alone(lift(value, self.words), str(sign), str(hint))

    def _key(self, value: object) -> object:
        """A key of `{}`, which Python goes through."""
        self.budget.weigh(value)
        return value

    def _tidy(self, made: object) -> Markup:
        """What a set-block within a line made: a text that can be compared and looked up."""
        text = self.mark(made)
        return Markup(text if "\n" in text else marks.clean(text))

    def _printed(self, made: object) -> Markup:
        """What a filter-block made."""
        return Markup(self.mark(made))


def _chain(tests: Mapping[str, Callable[..., bool]], values: Sequence[object], *signs: str) -> bool:
    """What comparisons such as `a < b < c` say together."""
    told = zip(signs, pairwise(values), strict=True)
    return all(tests[sign.removeprefix(_NOT)](*pair) != sign.startswith(_NOT) for sign, pair in told)
