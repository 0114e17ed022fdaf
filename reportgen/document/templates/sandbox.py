"""The Jinja2 environment of our templates: strict, sandboxed and bounded.

It knows what a name, an attribute or an operation gives. A thing that is not there becomes a `Missing`, which reports
itself when it is used and prints nothing, so that the rest of a text is read as well. `rendering` drives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJA_TESTS
from markupsafe import Markup

from reportgen.dates import PartialDate
from reportgen.document.data import marks
from reportgen.document.data.arithmetic import OPERATORS, Fault
from reportgen.document.data.lookups import View
from reportgen.document.data.parts import part
from reportgen.document.data.scalars import described, number, scalar, whole
from reportgen.document.data.values import Datum, lift
from reportgen.document.templates.budget import MOST_TURNS, Budget, Endless
from reportgen.document.templates.filters import FILTERS, JINJAS_FILTERS, TESTS
from reportgen.document.templates.guards import Guards
from reportgen.document.templates.inserted import Inserted
from reportgen.document.templates.missing import Missing, current_offset, offset_of, placed
from reportgen.document.templates.tokens import MarkingLexer, Sites, Word
from reportgen.language import Words
from reportgen.problems import did_you_mean

_FARTHEST = 10**15
"""The largest number of a range, either way."""
_METHODS = frozenset({"startswith", "endswith", "upper", "lower", "strip", "split"})
"""What a text of the template can do by a method; filters do the rest."""


def _unsuitable(obj: object) -> Fault:
    """What is told where something is called with what it can't take."""
    hint = "look at what stands in the brackets ( )"
    if not isinstance(obj, Macro):
        return Fault("template-value", "this can't be called with what stands in its brackets ( )", hint)
    hint = f"it takes {', '.join(obj.arguments) or 'nothing'} in its brackets ( )"
    return Fault("template-value", f"the macro '{obj.name}' can't be called with what stands here", hint)


class Sandbox(ImmutableSandboxedEnvironment):
    """`report` is told of faults with their offset in the text; `printed` keeps a value and gives its mark."""

    intercepted_binops = frozenset(OPERATORS)
    intercepted_unops = frozenset("+-")

    def __init__(
        self,
        words: Words,
        known: Iterable[str],
        report: Callable[[Fault, int], None],
        printed: Callable[[Datum], str],
        found: Callable[[str], object],
    ) -> None:
        self.words, self.report = words, report
        self._printed, self._found = printed, found
        self.budget, self.sites = Budget(), Sites()
        self._inserted = Inserted(words, self.budget, self.sites, report, self._mark)
        super().__init__(
            autoescape=True,
            finalize=self._print,
            undefined=type("Missing", (Missing,), {"__slots__": (), "tell": report, "known": frozenset(known)}),
            optimized=False,
            keep_trailing_newline=True,
            cache_size=0,
            # Comments are gone before (`comments`): `{#id}` is no comment here.
            comment_start_string=marks.GONE + "#",
            comment_end_string="#" + marks.GONE,
        )
        self._take_names()
        self.begin("")

    def _take_names(self) -> None:
        """All that an author can name without naming data: functions, filters and tests."""
        self.globals = {key: self.globals[key] for key in ("cycler", "dict", "joiner", "namespace")}
        self.globals["range"] = _range
        guards = Guards(self.budget, self._plain, self.missing)
        tests: dict[str, Any] = {**JINJA_TESTS, **TESTS}
        self.tests = {name: guards.test(name, test) for name, test in tests.items()}
        filters: dict[str, Callable[..., Any]] = {name: JINJA_FILTERS[name] for name in JINJAS_FILTERS}
        filters |= {name: partial(function, self.words) for name, function in FILTERS.items()}
        filters |= self._inserted.guarded(self.tests)  # type: ignore[arg-type]
        self.filters = {name: guards.filter(name, function) for name, function in filters.items()}
        self.filters |= self._inserted.plain()

    def begin(self, source: str) -> None:
        """Start with another text."""
        self.budget.begin()
        self.source = source
        self.names: list[Word] = []
        self.sites.clear()

    @cached_property
    def lexer(self) -> MarkingLexer:
        """Jinja's, with places."""
        return MarkingLexer(self, self.sites)

    def word(self, text: str, before: int, parts: tuple[int, ...]) -> Word:
        """One more word of the text, for the code that is made of it."""
        self.names.append(Word(text, len(self.names), before, parts))
        return self.names[-1]

    # --- what names, attributes and operations give ---

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands after a dot; columns and keys come before any method of Python."""
        if isinstance(attribute, Word):
            return placed(obj, self.getattr(obj, str(attribute)), attribute)
        match obj:
            case Missing():
                return obj
            case View():
                return self._looked_up(lambda: obj.attribute(attribute))
            case Datum():
                return self._looked_up(lambda: part(obj, attribute))
            case int() | float() | Decimal() | PartialDate():
                return self.undefined(obj=obj, name=attribute)
            case str() if attribute not in _METHODS:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands in brackets."""
        parts = argument if isinstance(argument, tuple) else (argument,)
        if word := next((part for part in parts if isinstance(part, Word)), None):
            plain = tuple(str(part) if isinstance(part, Word) else part for part in parts)
            return placed(obj, self.getitem(obj, plain if isinstance(argument, tuple) else plain[0]), word)
        if isinstance(argument, slice | tuple | list):
            self.budget.weigh(obj if isinstance(argument, slice) else argument)
        match obj:
            case Missing():
                return obj
            case View():
                return self._looked_up(lambda: obj.item(self._plain(argument)))
            case Datum():
                return self._looked_up(lambda: obj[whole(argument)])
            case list() | tuple() if isinstance(argument, Datum):
                return super().getitem(obj, whole(argument))
            case str() if isinstance(argument, str):
                return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, or the lookup `.at`."""
        made = self._looked_up(lambda: self._called(context, obj, *args, **kwargs))
        return Markup(self._mark(made)) if "caller" in kwargs else made

    def _called(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(obj, Missing):
            return obj.report()
        if not callable(obj):
            raise Fault("template-value", f"{described(obj)} is no macro", "leave the brackets ( ) out")
        if isinstance(obj, LoopContext):  # of a loop that is recursive
            args = tuple(map(self._inserted.counted, args))
        elif not isinstance(obj, Macro):
            self.budget.weigh([getattr(obj, "__self__", None), *args, *kwargs.values()])
        self.budget.call()
        try:
            return super().call(context, obj, *args, **kwargs)
        except RecursionError:
            raise
        except (TypeError, RuntimeError) as error:
            raise _unsuitable(obj) from error
        finally:
            self.budget.ended()

    def call_filter(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """A filter by its name, as `map` asks for it: one of an author's."""
        return super().call_filter(_known("filter", name, self.filters), *args, **kwargs)

    def call_test(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """The same of a test, as `select` does."""
        return super().call_test(_known("test", name, self.tests), *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic; what stands in the template is computed as exactly as the data."""
        for side in (left, right):
            if isinstance(side, Missing):
                return side.report()
        if operator == "+" and (isinstance(left, Markup) or isinstance(right, Markup)):
            return self._inserted.together([left, right])
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self.budget.write(len(left) + len(right))
            return [*left, *right]
        return self._looked_up(lambda: self._computed(operator, left, right))

    def _computed(self, operator: str, left: object, right: object) -> object:
        left, right = self._plain(left), self._plain(right)
        for side in (left, right):
            if isinstance(side, str | list | tuple | Datum):
                self.budget.weigh(side)
        sides: list[Any] = [lift(side, self.words) for side in (left, right)]
        result: Any = OPERATORS[operator](*sides)
        if isinstance(left, Datum) or isinstance(right, Datum):
            if isinstance(result.value, str):
                self.budget.write(len(result.value))
            return result
        plain = scalar(result)
        if isinstance(plain, str):
            self.budget.write(len(plain))
            return plain
        exact = number(plain)
        return int(exact) if exact == exact.to_integral_value() else exact

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """A sign before a value."""
        if isinstance(arg, Missing):
            return arg.report()
        sign = -1 if operator == "-" else 1
        return self._looked_up(lambda: self._computed("*", sign, arg) if sign < 0 else lift(arg, self.words))

    def _looked_up(self, find: Callable[[], object]) -> object:
        try:
            return find()
        except Endless:
            raise
        except Fault as fault:
            return self.missing(fault)

    def missing(self, fault: Fault) -> Missing:
        """What stands for a value that can't be had."""
        offset = offset_of(fault.__traceback__)
        found = current_offset() if offset is None else offset
        return self.undefined(fault=fault, offset=found)  # type: ignore[call-arg, return-value]

    def _plain(self, value: object) -> object:
        """The value itself where a set-block printed nothing else."""
        only = marks.VALUE.fullmatch(value) if isinstance(value, Markup) else None
        return self._found(only[0]) if only else value

    # --- printing ---

    @pass_context
    def _print(self, context: Context, value: object) -> Markup:
        return Markup(self._mark(value))

    def _mark(self, value: object) -> str:
        if isinstance(value, Missing | Markup):
            self.budget.write(len(value))
            return str(value) if isinstance(value, Missing) else value
        try:
            self.budget.weigh(value)
            datum = lift(_there(value), self.words)
            self.budget.write(len(str(datum)))
        except Endless:
            raise
        except Fault as fault:
            self.report(fault, current_offset())
            return ""
        return self._printed(datum)


def _range(*bounds: object) -> range:
    ends = [whole(bound) for bound in bounds]
    if ends[2:] == [0]:
        raise Fault("template-value", "a range can't go by steps of 0", "leave the third number out")
    if any(abs(end) > _FARTHEST for end in ends) or len(range(*ends)) > MOST_TURNS:
        hint = "loop over the rows of a table, or over fewer numbers"
        raise Fault("template-value", f"a range has {MOST_TURNS} numbers at most", hint)
    return range(*ends)


def _there(value: object) -> object:
    """The value without those of a list that are missing: they report themselves."""
    if not isinstance(value, list | tuple):
        return value
    return [_there(one) for one in value if not (isinstance(one, Missing) and one.report() is one)]


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    """The name of a filter or a test, which must be one that an author may write."""
    names = [one for one in known if one.isidentifier()]
    if name not in names:
        raise Fault("template-name", f"there is no {kind} called '{name}'", did_you_mean(str(name), names))
    return name
