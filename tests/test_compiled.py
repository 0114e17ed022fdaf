"""Regular expressions that another run has compiled: the same as if this one had, or a loss of time."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen import compiled
from reportgen.outcome import digest_of

TRIED = {
    (r"(?P<day>\d{1,2})\s(?P<month>[^\W\d_]+)(?:\s(\d{4}))?", 0): "on 12 March 2024",
    (r"(?<![\w.])[€£$]?\d+(?:\.\d+)?(?!\w)", 0): "£1,213.7m and 5.5",
    ("[^\t\n -~\x85\xa0-\ud7ff\ue000-\ufffd]", 0): "a\x00b",
    (r"^ends.*?$", re.IGNORECASE | re.MULTILINE): "it\nENDS so\n",
    **{(f"word{number}+(?i:S)", 0): f"word{number}s" for number in range(30)},
}
"""Expressions, with a text in which each finds something."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a run that compiled those expressions; this run has compiled none of them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    re.purge()
    for text, flags in TRIED:
        re.compile(text, flags)
    compiled.keep()
    re.purge()
    monkeypatch.setattr(compiled._RE, "_MAXCACHE", 512)
    yield tmp_path / "reportgen/expressions" / digest_of(sys.version.encode())
    re.purge()


def test_what_another_run_compiled_finds_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_re = {one: re.compile(*one).search(text) for one, text in TRIED.items()}
    re.purge()
    compiled.take()
    monkeypatch.setattr(compiled._RE._compiler, "compile", lambda text, flags: pytest.fail(f"compiled: {text}"))
    for one, text in TRIED.items():
        mine, other = re.compile(*one), by_re[one]
        found = mine.search(text)
        assert found and other
        assert (found.span(), found.groups(), found.groupdict()) == (other.span(), other.groups(), other.groupdict())
        assert (mine.flags, mine.groups, mine.groupindex) == (other.re.flags, other.re.groups, other.re.groupindex)


def test_a_run_that_compiled_little_more_writes_nothing(place: Path) -> None:
    before = place.read_bytes()
    compiled.take()
    re.compile("of this run alone")
    compiled.keep()
    assert place.read_bytes() == before
    for number in range(30):
        re.compile(f"of this run too {number}")
    compiled.keep()
    re.purge()
    compiled.take()
    assert (str, "of this run too 29", 0) in compiled._RE._cache
    assert (str, "word29+(?i:S)", 0) in compiled._RE._cache


def test_none_of_many_is_forgotten(place: Path) -> None:
    compiled.take()
    for number in range(600):
        re.compile(f"one of many {number}")
    compiled.keep()
    assert len(compiled._kept(place)) >= 600 + len(TRIED)


@pytest.mark.parametrize("damage", [b"", b"\xff", b"i\x05\x00\x00\x00", b"[\x01\x00\x00\x00(\x00\x00\x00\x00", b"N"])
def test_a_damaged_file_is_as_good_as_none(place: Path, damage: bytes) -> None:
    whole = place.read_bytes()
    for data in (damage, whole[: len(whole) // 2]):
        place.write_bytes(data)
        re.purge()
        compiled.take()
    for (text, flags), said in TRIED.items():
        assert re.compile(text, flags).search(said)
    compiled.keep()
    assert len(compiled._kept(place)) >= len(TRIED)


def test_a_code_that_is_none_is_refused(place: Path) -> None:
    """Python itself looks at a code before it takes it."""
    entries = compiled._kept(place)
    text, flags, own, code, names = next(entry for entry in entries if entry[0] == "word7+(?i:S)")
    place.write_bytes(marshal.dumps([(text, flags, own, code[:-8] + b"\xff" * 8, names)]))
    compiled.take()
    assert re.search("word7+(?i:S)", "word7s")


def test_a_python_with_other_inner_parts_compiles_as_ever(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_RE", object())
    compiled.take()
    compiled.keep()
    assert re.search("word7+(?i:S)", "word7s")
