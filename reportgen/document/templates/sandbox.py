"""The Jinja2 environment of our templates: strict, sandboxed and bounded.

It knows what a name, an attribute or an operation gives. A thing that is not there becomes a `Missing`, which reports
itself when it is used and prints nothing, so that the rest of a text is read as well. `rendering` drives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial, wraps
from itertools import pairwise
from typing import Any

from jinja2 import pass_context
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJA_TESTS
from markupsafe import Markup

from reportgen.document.data import marks
from reportgen.document.data.arithmetic import OPERATORS, Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.lookups import View
from reportgen.document.data.parts import part
from reportgen.document.data.scalars import described, number, scalar, whole
from reportgen.document.data.values import Datum, alone, any_meant, asked, lift
from reportgen.document.templates.budget import MOST_TURNS, Budget, Endless
from reportgen.document.templates.filters import FILTERS, JINJAS_FILTERS, TESTS
from reportgen.document.templates.missing import Missing, current_offset, missing_value, offset_of, placed
from reportgen.document.templates.tokens import MarkingLexer, Sites, Word
from reportgen.language import Words

TOGETHER, COUNTED, TIDY, PRINTED, NOTHING = "(together)", "(counted)", "(tidy)", "(printed)", "(nothing)"
"""Filters that `prepare` puts in: what `~` joins, a loop runs over, a set-block makes, a filter-block prints; and
one in place of those that are unknown."""
WORKED, KEY, CHAIN = "(worked)", "(key)", "(chain)"
"""The same: what the words of a loop's or a macro's body cost, a key of `{}`, comparisons such as `a < b < c`."""
ALONE = "(alone)"
"""The same: behind a filter that takes a part of what is computed."""

_NOT = "not "
_FARTHEST = 10**15
"""The largest number of a range, either way."""
_SHORT = 1_000
"""A text that a filter makes, in characters, which is not worth counting."""
_METHODS = frozenset({"startswith", "endswith", "upper", "lower", "strip", "split"})
"""What a text of the template can do by a method; filters do the rest."""
_ORDINARY = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, AssertionError)


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
        self.budget = Budget()
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
        self.globals = {key: self.globals[key] for key in ("cycler", "dict", "joiner", "namespace")}
        self.globals["range"] = self._range
        filters: dict[str, Callable[..., Any]] = {name: JINJA_FILTERS[name] for name in JINJAS_FILTERS}
        filters |= {name: partial(function, words) for name, function in FILTERS.items()}
        filters |= {TOGETHER: self._together, COUNTED: self._counted, CHAIN: self._chain, ALONE: self._alone}
        tests: dict[str, Any] = {**JINJA_TESTS, **TESTS}
        self.filters = {name: self._guarded(name, function) for name, function in filters.items()}
        self.filters |= {TIDY: self._tidy, PRINTED: self._printed_block, NOTHING: lambda _: Markup()}
        self.filters |= {WORKED: self.budget.work, KEY: self._key}
        self.tests = {name: self._tested(name, test) for name, test in tests.items()}
        self.begin("")

    def begin(self, source: str) -> None:
        """Start with another text."""
        self.budget.begin()
        self.source = source
        self.names: list[Word] = []
        self.sites.clear()

    @cached_property
    def sites(self) -> Sites:
        """The parts of the text."""
        return Sites()

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
            args = tuple(map(self._counted, args))
        elif not isinstance(obj, Macro):
            self.budget.weigh([getattr(obj, "__self__", None), *args, *kwargs.values()])
        self.budget.call()
        try:
            return super().call(context, obj, *args, **kwargs)
        except RecursionError:
            raise
        except (TypeError, RuntimeError) as error:
            raise Fault("template-value", str(error)) from error
        finally:
            self.budget.ended()

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic; what stands in the template is computed as exactly as the data."""
        for side in (left, right):
            if isinstance(side, Missing):
                return side.report()
        if operator == "+" and (isinstance(left, Markup) or isinstance(right, Markup)):
            return self._together([left, right])
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

    # --- filters and tests ---

    def _guarded(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        @wraps(function)
        def guarded(*args: object, **kwargs: object) -> object:
            if args and isinstance(word := args[-1], Word):
                return placed(args[0], guarded(*args[:-1], **kwargs), word)
            for arg in (*args, *kwargs.values()):
                self.budget.weigh(arg)
            if name not in {"default", "d"}:
                for arg in (*args, *kwargs.values()):
                    if isinstance(arg, Missing):
                        return arg.report()
            try:
                return self._paid(function(*map(self._plain, args), **kwargs))
            except Endless:
                raise
            except Fault as fault:
                return self.missing(fault)
            except _ORDINARY:
                return self.missing(Fault("template-value", f"the filter '{name}' can't be used here in this way"))

        return guarded

    def _paid(self, made: object) -> object:
        """What a filter has made: its characters count, and each item of what it makes when it is asked."""
        if isinstance(made, str | Datum) and len(text := made if isinstance(made, str) else str(made)) > _SHORT:
            self.budget.write(len(text))
        return self.budget.steady(made) if isinstance(made, Iterator) else made

    def _tested(self, name: str, test: Callable[..., Any]) -> Callable[..., bool]:
        @wraps(test)
        def tested(*args: object) -> bool:
            if name in {"defined", "undefined"}:
                return bool(test(*args))
            for arg in args:
                if isinstance(arg, Missing):
                    return arg.no()
                self.budget.weigh(arg)
            try:
                return bool(test(*map(self._plain, args)))
            except Endless:
                raise
            except Fault as fault:
                return self.missing(fault).no()
            except _ORDINARY:
                asked = f"the test '{name}' can't be asked of {described(args[0])}"
                return self.missing(Fault("template-value", asked)).no()

        return tested

    def _plain(self, value: object) -> object:
        """The value itself where a set-block printed nothing else."""
        only = marks.VALUE.fullmatch(value) if isinstance(value, Markup) else None
        return self._found(only[0]) if only else value

    def _together(self, parts: Sequence[object]) -> object:
        """What `~` makes: a text with the records of its parts."""
        kept = [part for part in parts if not isinstance(part, Missing) or not str(part.report())]
        if any(isinstance(part, Markup) for part in kept):
            return Markup("".join(self._mark(part) for part in kept))
        data = [lift(part, self.words) for part in kept if not isinstance(part, Missing)]
        self.budget.write(sum(len(str(datum)) for datum in data))
        for datum in data:
            if datum.value is None:
                self.report(missing_value(datum), self.sites.begin_of(current_offset()))
        text = "".join(map(str, data))
        records = (record for datum in data for record in datum.records)
        return Datum(text, Form(self.words, "string"), records, cites=asked(data), meant=any_meant(data))

    def _counted(self, value: Any) -> Iterator[object]:
        """What a loop runs over; the loops of a text can't turn for ever."""
        if isinstance(value, View | Mapping) and not hasattr(value, "__iter__"):
            raise Fault("template-value", f"{described(value)} can't be looped over")
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

    def _chain(self, values: Sequence[object], *signs: str) -> bool:
        """What comparisons such as `a < b < c` say together."""
        told = zip(signs, pairwise(values), strict=True)
        tests: Mapping[str, Callable[..., bool]] = self.tests  # type: ignore[assignment]
        return all(tests[sign.removeprefix(_NOT)](*pair) != sign.startswith(_NOT) for sign, pair in told)

    def _key(self, value: object) -> object:
        """A key of `{}`, which Python goes through."""
        self.budget.weigh(value)
        return value

    def _tidy(self, made: object) -> Markup:
        """What a set-block within a line made: a text that can be compared and looked up."""
        text = self._mark(made)
        return Markup(text if "\n" in text else marks.clean(text))

    def _printed_block(self, made: object) -> Markup:
        """What a filter-block made."""
        return Markup(self._mark(made))

    def _range(self, *bounds: object) -> range:
        ends = [whole(bound) for bound in bounds]
        if ends[2:] == [0]:
            raise Fault("template-value", "a range can't go by steps of 0", "leave the third number out")
        if any(abs(end) > _FARTHEST for end in ends) or len(range(*ends)) > MOST_TURNS:
            hint = "loop over the rows of a table, or over fewer numbers"
            raise Fault("template-value", f"a range has {MOST_TURNS} numbers at most", hint)
        return range(*ends)

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
            datum = lift(value, self.words)
            self.budget.write(len(str(datum)))
        except Endless:
            raise
        except Fault as fault:
            self.report(fault, current_offset())
            return ""
        return self._printed(datum)
