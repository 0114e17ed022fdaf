"""Chart kinds: files found by name, their options read and listed. Nothing is drawn here.

The workspace's `charts/` wins over the kinds that come with the engine.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args, get_origin

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartSpec, Column, File
from reportgen.figures.loading import Kind, KindError, aside, load
from reportgen.folders import FROM_PDF, built_in
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.fields import docs_of, fields_of, key_of, keys_of
from reportgen.source.scalars import READERS, Count, Positive, Reader, ScalarError, short
from reportgen.source.schema import read_options

BLOCK_KEYS = ("title", "subtitle", "note", "source", "alt", "height", "where", "sort", "latest", "columns")
"""The keys that every chart has; a slip in one of them is told by its nearest name."""

FILES = (".geojson", ".hexjson", ".json")
"""The endings of the files that an option may name; the text of one that ends so is the name of a file."""


@frozen
class OptionInfo:
    """An option as `reportgen charts` lists it; `default` is "" where the key must be given.

    `usual`: an example has it, though it may be left out. A kind says so by a field's `metadata={"usual": True}`.
    """

    name: str
    type: str
    default: str
    doc: str
    usual: bool = False

    @property
    def needed(self) -> bool:
        """Whether the author must give it."""
        return not self.default

    @property
    def form(self) -> str:
        """What an author writes for it, and what it is without: "true or false (default: false)"."""
        return f"{self.type}, needed" if self.needed else f"{self.type} (default: {self.default})"


def found(folders: Sequence[Path]) -> dict[str, Path]:
    """Every kind's file by the kind's name, sorted; `folders` win over the built-in kinds, earlier over later ones."""
    paths: dict[str, Path] = {}
    for folder in (*folders, built_in()):
        for path in sorted(folder.glob("[!_]*.py")):
            if path.is_file():
                paths.setdefault(path.stem.replace("_", "-"), path)
    return dict(sorted(paths.items()))


def withheld(folders: Sequence[Path]) -> dict[str, Path]:
    """The kinds' files that came out of a PDF and are not to run, by the kinds' names: nobody has put them in
    `folders`, not even under the folder that they stand in."""
    waiting = [folder / FROM_PDF for folder in folders if folder / FROM_PDF not in folders]
    paths = {path.stem.replace("_", "-"): path for folder in waiting for path in sorted(folder.glob("[!_]*.py"))}
    return {name: path for name, path in paths.items() if not any((one / path.name).is_file() for one in folders)}


def opened(name: str, path: Path, problems: Problems) -> Kind | None:
    """The same as `load`; None, with a problem in the kind's file, if it can't be loaded."""
    try:
        return load(name, path)
    except KindError as error:
        place = Place(f"{path.parent.name}/{path.name}", error.line)
        problems.add("chart-failed", place, f"chart kind '{name}' can't be loaded: {error.message}")
        return None


def resolved(
    spec: ChartSpec, paths: Mapping[str, Path], problems: Problems, folders: Sequence[Path] = ()
) -> Path | None:
    """The file of the kind that a chart asks for; None, with a problem, if there is none."""
    return named(spec.kind, spec.option_places.get("kind", spec.place), paths, problems, folders)


def file_of(kind: str, paths: Mapping[str, Path]) -> Path | None:
    """The file of the kind of this name, which authors write with - or _; None if there is none."""
    return paths.get(kind) or paths.get(kind.replace("_", "-"))


def named(
    kind: str, place: Place, paths: Mapping[str, Path], problems: Problems, folders: Sequence[Path] = ()
) -> Path | None:
    """The file of the kind that an author names at `place`; None, with a problem, if there is none.

    `paths` are those of the kinds `found` in `folders`. A built-in kind does not stand in for one from a PDF.
    """
    path = file_of(kind, paths)
    if waiting := withheld(folders).get(kind.replace("_", "-")):
        file = f"charts/{FROM_PDF}/{waiting.name}"
        message = f"the chart kind {short(kind)} came out of a PDF, and what is in its file has not been allowed to run"
        problems.add("chart-kind", place, message, f"read {file}, then build with --allow-charts or move it to charts/")
        return None
    if path is None:
        hint = f"{did_you_mean(kind, paths)} (reportgen charts shows them all)"
        problems.add("chart-kind", place, f"there is no chart kind {short(kind)}", hint)
    return path


def options_of(kind: Kind, spec: ChartSpec, problems: Problems) -> Any:
    """The kind's Options filled in from what the author wrote; None, with problems, if something is wrong.

    A kind without Options gets the plain mapping.
    """
    if kind.options is None:
        return dict(spec.options)
    columns = [info.name for info in spec.data.columns]
    readers: Mapping[Any, Reader] = {**READERS, Column: _column_reader(columns), File: _file_reader(spec.data.files)}
    return read_options(
        kind.options, spec.options, spec.option_places, spec.place, problems, readers=readers, also=BLOCK_KEYS
    )


def _column_reader(names: Sequence[str]) -> Reader:
    def read(text: str) -> Column:
        if text not in names:
            raise ScalarError(
                "table-column", f"names no column of the chart's table: {short(text)}", did_you_mean(text, names)
            )
        return Column(text)

    return read


def _file_reader(names: Iterable[str]) -> Reader:
    def read(text: str) -> File:
        if text not in names:
            hint = f"write the name of a file of the paper's folder that ends in {' or '.join(FILES)}"
            raise ScalarError("chart-data", f"names no file that a chart can read: {short(text)}", hint)
        return File(text)

    return read


def columns_of(kind: Kind, options: Any, data: ChartData) -> tuple[str, ...]:
    """The columns that the options name, in the order of the data; none for a kind whose options don't tell."""
    if kind.options is None:
        return ()
    values = [getattr(options, field.name) for field, hint in fields_of(kind.options) if _names_columns(hint)]
    named = {text for value in values for text in _texts(value)}
    return tuple(info.name for info in data.columns if info.name in named)


def _names_columns(hint: Any) -> bool:
    return hint is Column or any(map(_names_columns, get_args(hint)))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from (text for pair in value.items() for part in pair for text in _texts(part))
        case Iterable():
            yield from (text for part in value for text in _texts(part))


def options_info(kind: Kind) -> list[OptionInfo]:
    """The options of a kind: those that must be given, then its own, then those that it shares.

    None for a kind that takes a mapping.
    """
    if kind.options is None:
        return []
    types, found = keys_of(kind.options), dict[str, OptionInfo]()
    named = {key_of(field): field for field in fields(kind.options)}
    for owner in kind.options.__mro__[:-1]:
        for key, doc in {
            **dict.fromkeys((name.rstrip("_") for name in inspect.get_annotations(owner)), ""),
            **docs_of(owner),
        }.items():
            if key in types and key not in found:
                usual = bool(named[key].metadata.get("usual"))
                found[key] = OptionInfo(key, type_name(types[key]), _default(named[key]), doc, usual)
    return sorted(found.values(), key=lambda option: not option.needed)


def _default(field: Any) -> str:
    if field.default_factory is not MISSING:
        with aside():
            return _written(field.default_factory())
    return "" if field.default is MISSING else _written(field.default)


def _written(value: object) -> str:
    """A value as an author would write it."""
    match value:
        case _ if value is None or (isinstance(value, Sized) and not value):
            return "none"
        case bool():
            return "true" if value else "false"
        case tuple() | list():
            return f"[{', '.join(map(_written, value))}]"
        case Mapping():
            return "{" + ", ".join(f"{key}: {_written(part)}" for key, part in value.items()) + "}"
    return str(value)


_TYPE_NAMES: Mapping[Any, str] = {
    Column: "column",
    File: "file",
    str: "text",
    int: "whole number",
    float: "number",
    Positive: "number over 0",
    Count: "whole number",
    bool: "true or false",
    PartialDate: "date",
    type(None): "none",
}


def type_name(hint: Any) -> str:
    """A field's type in an author's words, such as "column" or "list of text"."""
    if hint in _TYPE_NAMES:
        return _TYPE_NAMES[hint]
    parts = [part for part in get_args(hint) if part is not Ellipsis]
    match getattr(get_origin(hint), "__name__", ""):
        case "Literal":
            return " or ".join(map(str, parts))
        case "tuple" | "list" | "Sequence":
            return f"list of {type_name(parts[0])}" if parts else "list"
        case "Mapping" | "dict":
            return "keys with values"
        case "Union" | "UnionType":
            return " or ".join(type_name(part) for part in parts if part is not type(None))
    return getattr(hint, "__name__", str(hint))
