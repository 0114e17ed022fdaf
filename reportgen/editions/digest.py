"""A digest of what a reader gets of a paper's sources: the same however the files are laid out.

Comments, notes of the authors, the order of keys, quotation marks, where lines end, CRLF, and whether a table is CSV or
XLSX make no difference. What is compared is a canonical form, plain lists and texts, of each file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from posixpath import dirname, normpath
from typing import Any

from reportgen.editions.canonical import Markdown, tree
from reportgen.editions.stripping import is_note, is_text, sheets_of
from reportgen.problems import NOWHERE, Place, Problems
from reportgen.source.confirmed import NAME as CONFIRMED
from reportgen.source.csv_cells import rows_of
from reportgen.source.files import decoded
from reportgen.source.yaml_editing import Edit
from reportgen.source.yaml_nodes import Entries, Node, find, parse, plain

_TABLES = "tables.yaml"
_WHERE = ("file", "sheet")
"""Keys of a table that say where its cells stand, not what they are."""


def digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 of the files of a paper, as `bundle` gives them, in 64 hexadecimal digits."""
    form = dict(_canonical(files))
    return sha256(json.dumps(form, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _canonical(files: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """The form of each file by its path; the cells of a table by its name, whatever its file is called.

    Nothing of confirmed.yaml reaches a reader.
    """
    for path, data in files.items():
        name = PurePosixPath(path)
        if name.name == _TABLES:
            yield from _tables(path, data, files)
        elif name.name != CONFIRMED and name.suffix.lower() not in (".csv", ".xlsx"):
            reader = _READERS.get(name.suffix.lower())
            yield path, reader(path, data) if reader else sha256(data).hexdigest()


def _tables(path: str, data: bytes, files: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    root = parse(decoded(data), NOWHERE, Problems())
    yield path, _tree(path, Edit(lambda keys: len(keys) == 2 and keys[1] in _WHERE).tree(root)) if root else None
    for key, entry in root.entries if isinstance(root, Entries) else ():
        yield f"{path}#{key.text}", _cells(key.text, entry, dirname(path), files)


def _cells(name: str, entry: Node, folder: str, files: Mapping[str, bytes]) -> list[list[str]]:
    """The trimmed cells of a table, without those that are empty at the end of a row."""
    asked = {key: plain(found) for key in _WHERE if (found := find(entry, key))}
    paths = [normpath(f"{folder}/{file}") for file in (asked.get("file") or f"{name}.csv", f"{name}.xlsx")]
    path = next(path for path in paths if path in files)
    if path.lower().endswith(".xlsx"):
        (rows,) = sheets_of(files[path], {asked.get("sheet") or ""}).values()
    else:
        rows = [[cell.text for cell in row] for row in rows_of(decoded(files[path]), path, Problems())]
    return [_shorn(row) for row in rows if any(row)]


def _shorn(row: list[str]) -> list[str]:
    texts = [text.strip() for text in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _yaml(path: str, data: bytes) -> Any:
    return _tree(path, parse(decoded(data), Place(path), Problems()))


def _tree(path: str, root: Node | None) -> Any:
    def form(keys: tuple[str, ...], text: str) -> Any:
        return _MARKDOWN.form(text) if is_text(path, keys) else None

    return None if root is None else tree(Edit(lambda keys: is_note(path, keys)).tree(root), form)


def _markdown(_: str, data: bytes) -> Any:
    return _MARKDOWN.form(decoded(data))


def _bibtex(_: str, data: bytes) -> Any:
    from reportgen.editions.bibliography import references

    return [[one.id, one.background, repr(sorted(one.csl.items()))] for one in references(decoded(data))]


def _json(_: str, data: bytes) -> Any:
    return json.loads(data)


_MARKDOWN = Markdown()
_READERS: Mapping[str, Callable[[str, bytes], Any]] = {
    ".yaml": _yaml,
    ".md": _markdown,
    ".bib": _bibtex,
    ".json": _json,
}
