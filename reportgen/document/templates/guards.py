"""Filters and tests as templates call them: what they cost is paid before, and what they raise is a fault with a place.

What they do is in `filters`, and in `inserted` those that no author writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.scalars import described
from reportgen.document.data.values import Datum
from reportgen.document.templates.budget import Budget, Endless
from reportgen.document.templates.missing import Missing, placed
from reportgen.document.templates.tokens import Word
from reportgen.frozen import frozen

_LOOK = "look at what stands before it, and in its brackets ( )"
_SHORT = 1_000
"""A text that a filter makes, in characters, which is not worth counting."""
_ORDINARY = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, AssertionError)


@frozen
class Guards:
    """`plain` gives the value that a set-block printed alone, `missing` what stands for a value that can't be had."""

    budget: Budget
    plain: Callable[[object], object]
    missing: Callable[[Fault], Missing]

    def filter(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """The filter, which a value that is missing passes by: it reports itself."""

        @wraps(function)
        def guarded(*args: object, **kwargs: object) -> object:
            if args and isinstance(word := args[-1], Word):
                return placed(args[0], guarded(*args[:-1], **kwargs), word)
            given = (*args, *kwargs.values())
            for arg in given:
                self.budget.weigh(arg)
            for arg in given if name not in {"default", "d"} else ():
                if isinstance(arg, Missing):
                    return arg.report()
            try:
                return self._paid(function(*map(self.plain, args), **kwargs))
            except Endless:
                raise
            except Fault as fault:
                return self.missing(fault)
            except _ORDINARY:
                return self.missing(
                    Fault("template-value", f"the filter '{name}' can't be used here in this way", _LOOK)
                )

        return guarded

    def _paid(self, made: object) -> object:
        """What a filter has made: its characters count, and each item of what it makes when it is asked."""
        if isinstance(made, str | Datum) and len(text := made if isinstance(made, str) else str(made)) > _SHORT:
            self.budget.write(len(text))
        return self.budget.steady(made) if isinstance(made, Iterator) else made

    def test(self, name: str, test: Callable[..., Any]) -> Callable[..., bool]:
        """The test, which says no of a value that is missing."""

        @wraps(test)
        def tested(*args: object) -> bool:
            if name in {"defined", "undefined"}:
                return bool(test(*args))
            for arg in args:
                if isinstance(arg, Missing):
                    return arg.no()
                self.budget.weigh(arg)
            try:
                return bool(test(*map(self.plain, args)))
            except Endless:
                raise
            except Fault as fault:
                return self.missing(fault).no()
            except _ORDINARY:
                asked = f"the test '{name}' can't be asked of {described(args[0])}"
                return self.missing(Fault("template-value", asked, _LOOK)).no()

        return tested
