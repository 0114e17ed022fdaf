"""A chart kind's file is run as it stands, and asked for what the engine needs of it. Nothing is drawn here.

Each file runs under a module name of its own, so that two kinds of the same name never meet. Whatever its code does
wrong is a KindError, and what it prints goes to the error stream: standard output belongs to the commands.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import sys
from contextlib import redirect_stdout
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from textwrap import dedent
from types import ModuleType, SimpleNamespace
from typing import Any, TextIO, get_type_hints

from reportgen.figures.forms import Functions, functions_of
from reportgen.frozen import frozen
from reportgen.source.fields import key_of, keys_of
from reportgen.source.kind_files import kind_source
from reportgen.source.scalars import READERS
from reportgen.source.typed import readable

FAILURES = (Exception, SystemExit)
"""What somebody's code may raise without ending the build."""

_PLAIN = ("Column", "str", "int", "float", "bool", "Literal[…]")
"""The types that an option may have, as a programmer writes them."""


@frozen
class Kind:
    """A chart kind, loaded. `options` None: it takes a mapping."""

    name: str
    path: Path
    doc: str
    does: Functions
    options: type | None = None


class KindError(Exception):
    """A kind's file that can't be loaded: `message`, and the line that is at fault (0: none)."""

    def __init__(self, message: str, line: int = 0) -> None:
        self.message, self.line = message, line
        super().__init__(message)


def aside() -> redirect_stdout[TextIO]:
    """A context in which what a kind prints goes to the error stream."""
    return redirect_stdout(sys.stderr)


def source_of(path: Path) -> bytes:
    """What a kind's file holds; KindError where it can't be read."""
    try:
        return kind_source(path)
    except OSError as fault:
        raise KindError(f"the file can't be read: {fault.strerror or fault}") from fault


def load(name: str, path: Path, source: bytes | None = None) -> Kind:
    """The kind in the file `path`, which holds `source` if it has been read.

    Raises KindError if it can't be read, if its code fails, if it has no `draw`, or if its Options are faulty.
    """
    from reportgen.figures.fontlist import look_for_no_fonts  # loads what a build with kept charts never needs

    look_for_no_fonts()
    with aside():
        module = _module(path, source_of(path) if source is None else source)
        does = functions_of(module)
        if does is None:
            raise KindError("it has no function draw(figure, data, options, house, words)")
        return Kind(name, path, inspect.getdoc(module) or "", does, _options(module, path))


@cache
def _module(path: Path, source: bytes) -> ModuleType:
    """Run a kind's file. Its bytes decide, not its date, and no compiled copy is left beside it."""
    name = f"_reportgen_kind_{blake2b(bytes(path) + source, digest_size=6).hexdigest()}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # a dataclass looks its own module up
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), module.__dict__)
    except FAILURES as fault:
        del sys.modules[name]
        raise KindError(f"{type(fault).__name__}: {fault}", line_of(fault, path)) from fault
    return module


def line_of(fault: BaseException, path: Path) -> int:
    """The last line of the file `path` that an exception came through; 0 for none."""
    if isinstance(fault, SyntaxError) and fault.filename == str(path):
        return fault.lineno or 0
    line, step = 0, fault.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == str(path):
            line = step.tb_lineno
        step = step.tb_next
    return line


# --- its Options ------------------------------------------------------------------------------------------------------


def _options(module: ModuleType, path: Path) -> type | None:
    """The kind's Options, None where it has none; KindError where no author could write them."""
    options = getattr(module, "Options", None)
    if options is None:
        return None
    if not (isinstance(options, type) and is_dataclass(options)):
        raise KindError("its Options is no dataclass: write @dataclass(frozen=True) in the line above it")
    try:
        hints = keys_of(options)
    except FAILURES as fault:
        told = f"the types of its Options can't be read: {fault}"
        raise KindError(told, _line_of_field(options, _unreadable(options, module))) from fault
    for item in fields(options):
        _check_field(item, hints.get(key_of(item)), options, path)
    return options


def _check_field(item: Any, hint: Any, options: type, path: Path) -> None:
    """Raise KindError for a field of a type that no author can write, and for one whose default can't be made.

    `hint` is None for a field that is no key.
    """
    key = key_of(item)
    if hint is not None and not readable(hint, READERS):
        told = f"no author can write its option '{key}': make it a {', '.join(_PLAIN)} or a tuple of these"
        raise KindError(told, _line_of_field(options, item.name))
    if item.default_factory is MISSING:
        return
    try:
        item.default_factory()
    except FAILURES as fault:
        told = f"the default of its option '{key}' can't be made: {type(fault).__name__}: {fault}"
        raise KindError(told, line_of(fault, path) or _line_of_field(options, item.name)) from fault


def _unreadable(options: type, module: ModuleType) -> str:
    """The first field whose type can't be read; "" if it is none of the class's own."""
    for name, hint in inspect.get_annotations(options).items():
        try:
            get_type_hints(SimpleNamespace(__annotations__={name: hint}), vars(module))
        except FAILURES:
            return name
    return ""


def _line_of_field(options: type, name: str) -> int:
    """The line of a field, else that of the class; 0 where its source isn't found."""
    try:
        lines, start = inspect.getsourcelines(options)
    except (OSError, TypeError):
        return 0
    (body,) = ast.parse(dedent("".join(lines))).body
    assert isinstance(body, ast.ClassDef)
    for item in body.body:
        match item:
            case ast.AnnAssign(target=ast.Name(id=found)) if found == name:
                return start + item.lineno - 1
    return start + body.lineno - 1
