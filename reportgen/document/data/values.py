"""A value of the data as templates and tables see it: what it is, its words, and where it comes from.

Nothing here knows of Jinja or of Markdown: `lookups` finds the values of cells, `filters` changes their words, and
`scalars` says what anything is that a template meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import isfinite

from reportgen.dates import PartialDate
from reportgen.document import inlines
from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault, before, calculate, same
from reportgen.document.data.forms import ANY, Form, between, check_comparable, result_form, step
from reportgen.document.data.scalars import Printable, described, hint_for, is_scalar, number, scalar, whole
from reportgen.document.inlines import Record
from reportgen.language import Words
from reportgen.language.values import places
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Scalar

_LONGEST_BARE = 9999
"""A whole number of the template itself, such as a year in a loop, is grouped only above it."""


class Datum(Printable):
    """A value with its words and its records; frozen. Arithmetic keeps the records of both sides.

    `value` is a Scalar, or a tuple of Datum for a list. `literal` is what stands in the file. `text` are the words that
    a filter chose; without it the form puts the value in words. `cites` are the records whose sources are to be printed
    with it; None where nobody asked for them. `meant`: see `inlines.Value`.
    """

    __slots__ = ("_text", "cites", "form", "literal", "meant", "records")

    def __init__(
        self,
        value: Scalar | tuple[Datum, ...],
        form: Form,
        records: Iterable[Record] = (),
        literal: str | None = None,
        text: str | None = None,
        cites: tuple[Record, ...] | None = None,
        *,
        meant: bool = False,
    ) -> None:
        self.value: Scalar | tuple[Datum, ...] = value
        self.form, self.cites, self.meant = form, cites, meant
        self.records = tuple(dict.fromkeys(records))
        self.literal = literal
        self._text = text

    def __str__(self) -> str:
        if self._text is not None:
            return self._text
        if isinstance(self.value, tuple):
            return self.form.words.listing([str(item) for item in self.value])
        return self.form.show(self.value)

    def __repr__(self) -> str:
        return f"<{self}>"

    def said(self, text: str) -> Datum:
        """The same value in other words."""
        return Datum(self.value, self.form, self.records, self.literal, text, self.cites, meant=self.meant)

    def known(self) -> Datum:
        """The same value as one that needs no record."""
        return Datum(self.value, self.form, self.records, self.literal, self._text, self.cites, meant=True)

    def cited(self) -> Datum:
        """The same value, printed with the sources of its records."""
        return Datum(self.value, self.form, self.records, self.literal, self._text, self.records, meant=self.meant)

    def becoming(self, value: Scalar, form: Form) -> Datum:
        """What is made of this value alone: it is answered for as this one is."""
        return Datum(value, form, self.records, cites=self.cites, meant=self.meant)

    @property
    def worded(self) -> bool:
        """Whether its words were chosen, and are not just those of its form."""
        return self._text is not None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources to print with it, each once."""
        return tuple(dict.fromkeys(name for record in self.cites or () for name in record.sources))

    def check_unsaid(self, sign: str) -> None:
        """Fault where a filter chose the words already: it took this value alone, and its words would be lost."""
        if self._text is not None and self.records:
            raise alone(self, sign, f"put what is computed in brackets, then the filter: (a {sign} b) | …")

    def node(self, place: Place = NOWHERE) -> inlines.Value:
        """What stands in the text."""
        return inlines.Value(str(self), self.records, place, self.sources, self.meant)

    def __eq__(self, other: object) -> bool:
        if isinstance(self.value, tuple) or isinstance(other, list | tuple):
            return self.value == other
        return same(self.value, scalar(other)) if is_scalar(other) else False

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: object) -> bool:
        check_comparable(self.form, other.form if isinstance(other, Datum) else None)
        return before(scalar(self), scalar(other))

    def __gt__(self, other: object) -> bool:
        check_comparable(self.form, other.form if isinstance(other, Datum) else None)
        return before(scalar(other), scalar(self))

    def __le__(self, other: object) -> bool:
        return self < other or self == other

    def __ge__(self, other: object) -> bool:
        return self > other or self == other

    def __add__(self, other: object) -> Datum:
        return _computed("+", self, other)

    def __radd__(self, other: object) -> Datum:
        return _computed("+", other, self)

    def __sub__(self, other: object) -> Datum:
        return _computed("-", self, other)

    def __rsub__(self, other: object) -> Datum:
        return _computed("-", other, self)

    def __mul__(self, other: object) -> Datum:
        return _computed("*", self, other)

    def __rmul__(self, other: object) -> Datum:
        return _computed("*", other, self)

    def __truediv__(self, other: object) -> Datum:
        return _computed("/", self, other)

    def __rtruediv__(self, other: object) -> Datum:
        return _computed("/", other, self)

    def __floordiv__(self, other: object) -> Datum:
        return _computed("//", self, other)

    def __rfloordiv__(self, other: object) -> Datum:
        return _computed("//", other, self)

    def __mod__(self, other: object) -> Datum:
        return _computed("%", self, other)

    def __rmod__(self, other: object) -> Datum:
        return _computed("%", other, self)

    def __pow__(self, other: object) -> Datum:
        return _computed("**", self, other)

    def __rpow__(self, other: object) -> Datum:
        return _computed("**", other, self)

    def __neg__(self) -> Datum:
        return self.becoming(-number(self), self.form)

    def __pos__(self) -> Datum:
        return self

    def __abs__(self) -> Datum:
        return self.becoming(abs(number(self)), self.form)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __len__(self) -> int:
        return len(self._parts())

    def __iter__(self) -> Iterator[object]:
        return iter(self._parts())

    def __getitem__(self, index: int | slice) -> object:
        return self._parts()[index]

    def __contains__(self, item: object) -> bool:
        return str(item) in self.value if isinstance(self.value, str) else item in self._parts()

    def _parts(self) -> Sequence[object]:
        if isinstance(self.value, str | tuple):
            return self.value
        raise Fault("template-value", f"'{self}' is a single value: it has no parts", "use it by itself")

    def __index__(self) -> int:
        return whole(self)

    def __int__(self) -> int:
        return int(number(self))

    def __float__(self) -> float:
        return float(number(self))

    def __format__(self, spec: str) -> str:
        return format(number(self), spec) if spec else str(self)


class Unset(Datum):
    """A date of briefing.yaml that is not written there: `name` is its key, `place` the file's."""

    __slots__ = ("name", "place")

    def __init__(self, name: str, place: Place, form: Form) -> None:
        super().__init__(None, form, meant=True)
        self.name, self.place = name, place


def lift(value: object, words: Words) -> Datum:
    """Anything that a template may print, as a Datum; Fault for what is no value."""
    match value:
        case Datum():
            return value
        case str():
            return Datum(marks.clean(str(value)), Form(words, "string"))
        case bool():
            return Datum(value, Form(words, "boolean"))
        case int():
            return Datum(
                Decimal(value), Form(words, joins=ANY), text=str(value) if 0 <= value <= _LONGEST_BARE else None
            )
        case float() if isfinite(value):
            return Datum(Decimal(repr(value)), Form(words, joins=ANY))
        case Decimal() | None:
            return Datum(value, Form(words, joins=ANY))
        case PartialDate():
            return Datum(value, Form(words, "date"))
        case list() | tuple():
            return together([lift(item, words) for item in value], words)
    raise Fault("template-value", f"{described(value)} can't be printed", hint_for(value))


def together(items: Sequence[Datum], words: Words) -> Datum:
    """A list of values, with the records of all."""
    records = (record for item in items for record in item.records)
    return Datum(tuple(items), Form(words, "string"), records, cites=asked(items), meant=any_meant(items))


def any_meant(parts: Iterable[Datum]) -> bool:
    """Whether what is made of `parts` needs no record, as one of them needs none."""
    return any(part.meant for part in parts)


def asked(parts: Iterable[Datum]) -> tuple[Record, ...] | None:
    """The records whose sources are to be printed with what is made of `parts`."""
    cites = [part.cites for part in parts if part.cites is not None]
    return tuple(dict.fromkeys(record for records in cites for record in records)) if cites else None


def alone(datum: Datum, sign: str, hint: str) -> Fault:
    """The fault of a filter that took one side of what is computed."""
    return Fault("template-value", f"a filter takes '{datum}' alone, and then {sign} is computed", hint)


def _computed(sign: str, left: object, right: object) -> Datum:
    words = next(side.form.words for side in (left, right) if isinstance(side, Datum))
    sides = [lift(side, words) for side in (left, right)]
    for side in sides:
        side.check_unsaid(sign)
    if sign in {"/", "//", "%"}:
        sides[1] = _aligned(*sides)
    value = calculate(sign, *map(scalar, sides))
    form = result_form(sign, *map(_exact_form, sides), value=value)
    form = replace(form, step=step(sign, *((side.form, scalar(side)) for side in sides)))
    if value is None:
        # What is told of it is which of its parts are missing.
        sides = [side for side in sides if side.value is None]
    records = (record for side in sides for record in side.records)
    return Datum(value, form, records, cites=asked(sides), meant=any_meant(sides))


def _aligned(left: Datum, right: Datum) -> Datum:
    """The right side in the unit of the left one, where both are sizes of one thing: £m in £bn."""
    times = between(right.form, left.form) if left.form.unit and right.form.unit else None
    if times is None or times == 1 or not isinstance(right.value, Decimal):
        return right
    return right.becoming(right.value * times, replace(right.form, unit=left.form.unit, decimals=None))


def _exact_form(datum: Datum) -> Form:
    """The form with as many decimals as are printed."""
    form = datum.form
    return form if form.decimals is not None else replace(form, decimals=places(datum.value))
