"""Regular expressions as another run has compiled them, kept as Python keeps compiled modules.

A build after an edit uses some 450, those of the libraries too: to compile them takes a tenth of its time, and Python
forgets them with the process (measured on 30 November 2026 with Python 3.11). Here they are put where `re` looks before
it compiles one. There is no public way to that place: where a Python keeps it elsewhere, nothing is kept, and nothing
but time is lost. A code is checked by Python before it is taken, and belongs to the build of Python that made it.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportgen.folders import user_cache
from reportgen.outcome import digest_of
from reportgen.problems import ReportError
from reportgen.writing import write_all

_UNLIKE = (ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What comes of a file that can't be read, of a damaged one, and of a Python with other inner parts."""
_MOST = 1000
"""Expressions that are kept, and that `re` remembers: by itself it forgets the first ones after 512."""
_FEW = 10
"""Expressions that are not worth a file: some are others in each run, made of sets or of names of temporary files."""

_RE: Any = re


def take() -> None:
    """Let `re` know what another run has compiled."""
    with suppress(*_UNLIKE):
        _RE._MAXCACHE = _MOST
        for text, flags, own_flags, code, named in marshal.loads(_place().read_bytes()):
            names = {name: number for number, name in enumerate(named) if name}
            made = _RE._compiler._sre.compile(
                text, own_flags, array("I", code).tolist(), len(named) - 1, names, tuple(named)
            )
            _RE._cache.setdefault((str, text, flags), made)


def keep() -> None:
    """Keep for later runs what this one has compiled, where that is much more than it took."""
    with suppress(*_UNLIKE, ReportError):
        place = _place()
        known = {(text, flags): entry for entry in _kept(place) for text, flags in [entry[:2]]}
        used = [(text, flags) for kind, text, flags in _RE._cache if kind is str][-_MOST:]
        if len({*used} - known.keys()) > _FEW:
            write_all({place: marshal.dumps([known.get(one) or _entry(*one) for one in used])})


def _kept(place: Path) -> list[Any]:
    """What the file holds; nothing where it is damaged."""
    with suppress(*_UNLIKE):
        return list(marshal.loads(place.read_bytes()))
    return []


def _entry(text: str, flags: int) -> tuple[object, ...]:
    """An expression by its text and flags, and what `re` makes of them: all flags, the code, the groups' names."""
    parsed = _RE._parser.parse(text, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = array("I", _RE._compiler._code(parsed, flags)).tobytes()
    return text, flags, flags | parsed.state.flags, code, names


def _place() -> Path:
    folder = user_cache("expressions")
    if folder is None:
        raise OSError("no home")
    return folder / digest_of(sys.version.encode())
