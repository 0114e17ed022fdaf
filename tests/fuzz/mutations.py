"""Damage to one file, as a text edit that can be done again: what authors, programs and strangers do to files."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OPENERS = "**a* {{ {%if {# ^[ [^ [ ![ <!-- ` $ ::: > - | ( ~~".split()
"""What is opened and never closed."""
_TEMPLATES = """
    {{ 1/0 }}|{{ nothing }}|{{ range(10**9) }}|{% for i in range(99000) %}x{% endfor %}|{{ title.__class__ }}
    {{ facts }}|    {{ 'x' * 10**8 }}|{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}|{{ [[1]]|sum }}|{{ 9|{{ facts.x }}
    {{ trips[2024] }}
"""
_MARKUP = """
    [@nobody]|@chart-none|[^1]|^[note]|# A|#### B|---|$x^2$|\\newpage|~~x~~|![a](b.png){#fig-a}|<script>|&amp;
    {lang=en--GB}|> [!NOTE]|{#id}|alt:
    ::: chart x|::: table t|::: figure f|::: box|:::|kind: bars|data: none|file: ../../x.png
"""
_YAML = "&a [*a]|*x|!!python/object:os.system|? :|key: [|- - -|'|\"|; ;|null|~|0x1F|\t|\r|@x|=1+1|{a: b}|- |: "
_VALUES = "1e999|-0.0|1,234|12%|£1.2bn|2023/24|2024 Q1|..|[c]|NaN|00|12/03/2024|Mar-24|<5|>=65|x, y"
_SIGNS = "你好|😀|Ọ̀ṣun|\u202e|\u200b|\x00|\x1b[31m|\ufffe|\ue013|\u2028|שלום"
_LONG = ("9" * 400, "a" * 3000, "word " * 800, "http://x/" + "y" * 2000, "{abbr=" + "x" * 40_000 + "}")
_LISTS = (_TEMPLATES.replace("\n", "|"), _MARKUP.replace("\n", "|"), _YAML, _VALUES, _SIGNS)
WORDS = (*(word.strip(" ") for words in _LISTS for word in words.split("|")), *_LONG)
"""What is put in anywhere."""


@dataclass(frozen=True)
class Mutation:
    """One change of the file `file`, decided by `seed`: the same one each time."""

    file: str
    kind: str
    seed: int

    def apply(self, folder: Path) -> None:
        """Change the file in the workspace `folder`; one that is not there stays so."""
        path = folder / self.file
        if path.is_file():
            path.write_bytes(KINDS[self.kind](path.read_bytes(), random.Random(self.seed)))

    def __str__(self) -> str:
        return f"{self.file}: {self.kind} ({self.seed})"


def _at(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _insert(data: bytes, chance: random.Random) -> bytes:
    at, word = _at(data, chance), chance.choice(WORDS).encode("utf-8", "surrogatepass")
    return data[:at] + word + data[at:]


def _line(data: bytes, chance: random.Random) -> bytes:
    """A line of its own in some place."""
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(WORDS).encode())
    return b"\n".join(lines)


def _cell(data: bytes, chance: random.Random) -> bytes:
    """What stands between two commas, or behind a colon, becomes something else."""
    marks = [at for at, byte in enumerate(data) if byte in b",:"]
    if not marks:
        return _insert(data, chance)
    begin = chance.choice(marks) + 1
    ends = [found for sign in b",\n" if (found := data.find(sign, begin)) >= 0]
    return data[:begin] + b" " + chance.choice(WORDS).encode() + data[min(ends, default=len(data)) :]


def _lines_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    moved = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), moved)
    return b"\n".join(lines)


def _line_gone(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _line_again(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *[lines[at]] * chance.choice((2, 3, 40, 400)), *lines[at + 1 :]])


def _bytes_wrong(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if found:
            found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _at(data, chance)]


def _opened(data: bytes, chance: random.Random) -> bytes:
    at = _at(data, chance)
    return data[:at] + chance.choice(OPENERS).encode() * chance.choice((2, 50, 3000)) + data[at:]


def _other_encoding(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "cp1252", "utf-8-sig", "utf-16-le", "utf-32")), "replace")


def _other_ends(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x85")))


def _empty(data: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"\n", b" ", b"\x00", b"[]", b"{}"))


KINDS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "word": _insert,
    "line": _line,
    "cell": _cell,
    "line moved": _lines_moved,
    "line gone": _line_gone,
    "line again": _line_again,
    "bytes": _bytes_wrong,
    "cut": _cut,
    "opened": _opened,
    "encoding": _other_encoding,
    "line ends": _other_ends,
    "empty": _empty,
}


def some(files: list[str], chance: random.Random) -> tuple[Mutation, ...]:
    """One to six changes of files among `files`."""
    kinds = list(KINDS)
    return tuple(
        Mutation(chance.choice(files), chance.choice(kinds), chance.randrange(1 << 32))
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 6)))
    )
