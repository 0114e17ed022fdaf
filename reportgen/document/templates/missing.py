"""What stands in a template for a thing that is not there, and the place in the text that asked for it."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import CodeType, TracebackType
from typing import Any

from jinja2 import Template, Undefined
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.scalars import described
from reportgen.document.data.values import Datum, Unset
from reportgen.document.inlines import Record
from reportgen.document.templates.tokens import Word
from reportgen.folders import HEAD
from reportgen.language.values import MISSING
from reportgen.problems import did_you_mean


class Missing(Undefined):
    """What stands for a thing that is not there: any use of it tells its fault, and gives nothing.

    Each environment has a subclass of its own, which knows where to `tell` and which names are `known`.
    """

    __slots__ = ("_exact", "_fault", "_offset")
    tell: Callable[[Fault, int], None]
    known: frozenset[str]

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[Exception] = SecurityError,
        fault: Fault | None = None,
        offset: int | None = None,
    ) -> None:
        super().__init__(hint, obj, name)
        self._fault = fault or self._explained(hint, obj, name)
        self._offset = current_offset() if offset is None else offset
        self._exact = False

    def stands_at(self, before: int, parts: tuple[int, ...]) -> None:
        """Tell it at the word that asked first, by its parts, or at the one before it: that is more than a begin."""
        if not self._exact:
            self._exact, self._offset = True, (*parts, before)[min(self._fault.part, len(parts) - 1)]

    def _explained(self, hint: str | None, obj: object, name: object) -> Fault:
        if hint and "unsafe" not in hint:
            return Fault("template-value", hint[:1].lower() + hint[1:].rstrip("."))
        if obj is missing:
            return unknown_name(str(name), type(self).known)
        return Fault("template-name", f"{described(obj)} has nothing called '{name}'", habit(str(name)))

    def report(self, *_: object, **__: object) -> Missing:
        """Tell the fault; the result of any operation is this again."""
        type(self).tell(self._fault, self._offset)
        return self

    def no(self, *_: object) -> bool:
        """The same, where a truth is asked for."""
        self.report()
        return False

    def nought(self) -> int:
        """The same, where a number is asked for."""
        self.report()
        return 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.report()

    def __str__(self) -> str:
        self.report()
        return ""

    def __iter__(self) -> Iterator[object]:
        self.report()
        return iter(())

    def __len__(self) -> int:
        self.report()
        return 0

    __hash__ = Undefined.__hash__


class Silent(Missing):
    """Stands for what has been told already: nobody who asks for it is at fault."""

    __slots__ = ()
    tell = staticmethod(lambda *_: None)
    known = frozenset()


def silent() -> Missing:
    """What a template gets for a table or a fact that is lost for a fault of its own."""
    return Silent(fault=Fault("template-value", ""))


def _answering(names: str, answer: Callable[..., object]) -> None:
    for name in names.split():
        setattr(Missing, f"__{name}__", answer)


_answering("add radd sub rsub mul rmul truediv rtruediv floordiv rfloordiv mod rmod pow rpow pos neg", Missing.report)
_answering("call getitem", Missing.report)
_answering("bool eq ne lt le gt ge contains", Missing.no)
_answering("int index", Missing.nought)


def habit(name: str) -> str:
    """What is written here for a function or a filter that others have; "" for other names."""
    from reportgen.document.templates.habits import hint_for  # few texts have one

    return hint_for(name)


def unknown_name(name: str, known: Iterable[str], hint: str = "") -> Fault:
    """The fault of a name that neither the briefing nor the text has."""
    return Fault("template-name", f"there is nothing called '{name}'", hint or did_you_mean(name, known))


def lacks_value(datum: Datum) -> bool:
    """Whether it is printed as missing, or is a list with such a one."""
    return any(map(lacks_value, datum.value)) if isinstance(datum.value, tuple) else datum.value is None


def missing_value(datum: Datum) -> Fault:
    """The fault of a value that a sentence prints though its cell is empty."""
    if isinstance(datum, Unset):
        message = f"{datum.name} is not written in {HEAD}, and is printed as {MISSING}"
        return Fault("value-missing", message, f"write {datum.name}: in {HEAD}", place=datum.place)
    parts = [part for part in datum.value if lacks_value(part)] if isinstance(datum.value, tuple) else [datum]
    records = [record for part in parts for record in part.records]
    names = ", ".join(record.name for record in records)
    reasons = (record.mark.called for record in records if record.mark and record.mark.stands_alone)
    why = next(reasons, "")
    hint = 'say it in words: | default("not published")' if why else ""
    if datum.literal is None and not isinstance(datum.value, tuple) and records:
        hint = _left_out(records[0])
    told = f"a value is {why or 'missing'} and printed as {MISSING}{f': {names}' if names else ''}"
    return Fault("value-missing", told, hint)


def all_of_a_loop(faults: Sequence[Fault]) -> Fault:
    """The faults of the missing values that one expression prints, such as one in a loop, as one."""
    first = faults[0]
    more = f" (and {len(faults) - 1} more of its loop)" if len(faults) > 1 else ""
    return Fault(first.rule, f"{first.message}{more}", first.hint, first.part, place=first.place)


def _left_out(record: Record) -> str:
    """What to do about a value that is computed from others, of which this one is missing: words for it would stand in
    the place of all."""
    column = record.name.rpartition(".")[2]
    without = f'{record.table} | rejectattr("{column}", "missing") | sum("{column}")'
    return f"fill that cell; or let a sum leave its row out, {without}, and say in the text which it leaves out"


def unsourced(datum: Datum, described: Mapping[str, str]) -> Fault:
    """The fault of a value to cite that has no source; `described` are the files that describe the tables, by name."""
    if not datum.records:
        return Fault("cite-unsourced", f"'{datum}' comes from no fact and no table: there is no source to cite")
    names = ", ".join(record.name for record in datum.records)
    table, _, rest = datum.records[0].name.partition(".")
    file, whose = described.get(table, datum.records[0].place.file), table if table in described else rest
    return Fault("cite-unsourced", f"there is no source to cite: {names}", f"add source: to '{whose}' in {file}")


def placed(asked: object, made: object, word: Word) -> object:
    """What a word asked of something; what is not there is told at that word.

    Where it was not there before, because of a word without a place such as a key that is computed, at the one before.
    """
    if isinstance(made, Missing):
        made.stands_at(word.before, word.parts if made is not asked else (word.before,))
    return made


def current_offset() -> int:
    """Where the expression stands that is being carried out (0: not known)."""
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return _offset_at(template, _line_of(frame.f_code, frame.f_lasti))
        frame = frame.f_back  # type: ignore[assignment]
    return 0


_Steps = tuple[CodeType, list[int], list[int]]
_steps: dict[int, _Steps] = {}
"""Of each program that asked, where the steps of its lines begin, and the lines."""
_MANY_STEPS = 50


def _line_of(code: CodeType, step: int) -> int:
    """The line of a step of a program: Python itself counts from the program's begin each time."""
    known = _steps.get(id(code))
    if known is None:
        if len(_steps) >= _MANY_STEPS:
            _steps.clear()
        pairs = [(start, line or 0) for start, _, line in code.co_lines()]
        known = _steps[id(code)] = code, [start for start, _ in pairs], [line for _, line in pairs]
    _, starts, lines = known
    return lines[bisect_right(starts, step) - 1]


@lru_cache(4)
def _lines(template: Template) -> tuple[list[int], list[int]]:
    """The lines of a template's program, in order, and which of its own each is of: Jinja reads them anew each time."""
    pairs = [(0, 1), *((line, own) for own, line in template.debug_info)]
    return [line for line, _ in pairs], [own for _, own in pairs]


def _offset_at(template: Template, line: int) -> int:
    """Where what a line of a template's program carries out stands: the sandbox counts characters as lines."""
    lines, own = _lines(template)
    return own[bisect_right(lines, line) - 1] - 1


def offset_of(traceback: TracebackType | None) -> int | None:
    """Where the innermost expression stands that a traceback passes."""
    offset = None
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            offset = _offset_at(template, traceback.tb_lineno)
        traceback = traceback.tb_next
    return offset
