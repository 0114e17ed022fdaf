"""Digests of files that hardly ever change: asked for without reading them, and never out of date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen import contents
from reportgen.outcome import digest_of

LONG_AGO = 1_000_000_000


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that another run has read, and whose digest it has kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    contents._kept.cache_clear()
    path = tmp_path / "font.otf"
    path.write_bytes(b"glyphs")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert contents.digest(str(path)) == digest_of(b"glyphs")
    contents.keep()
    yield path
    contents._kept.cache_clear()


def later_run(tmp_path: Path, seconds: float) -> None:
    """What a run finds that begins so long after the one before has ended."""
    memo = tmp_path / "cache/reportgen/files/digests.json"
    after = memo.stat().st_mtime + seconds
    os.utime(memo, (after, after))
    contents._kept.cache_clear()


def test_a_file_that_is_as_it_was_is_not_read(font: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later_run(tmp_path, 10)
    monkeypatch.setattr(contents, "digest_of", lambda data: pytest.fail("read again"))
    assert contents.digest(str(font)) == digest_of(b"glyphs")


def test_a_file_that_changed_and_kept_its_size_and_date_is_read(font: Path, tmp_path: Path) -> None:
    font.write_bytes(b"others")
    os.utime(font, (LONG_AGO, LONG_AGO))
    later_run(tmp_path, 10)
    assert contents.digest(str(font)) == digest_of(b"others")


def test_a_file_that_changed_just_before_its_digest_was_kept_is_read_again(
    font: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_run(tmp_path, 0)
    monkeypatch.setattr(contents, "digest_of", lambda data: "read again")
    assert contents.digest(str(font)) == "read again"


@pytest.mark.parametrize("damage", [b"", b"[1]", b'{"', b"\xff", b"[" * 100_000, b'{"FONT": 5}', b'{"FONT": []}'])
def test_a_memory_that_cannot_be_read_is_as_good_as_none(font: Path, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "cache/reportgen/files/digests.json").write_bytes(damage.replace(b"FONT", str(font).encode()))
    later_run(tmp_path, 10)
    assert contents.digest(str(font)) == digest_of(b"glyphs")


def test_a_file_that_is_not_there_has_no_digest(font: Path) -> None:
    assert contents.digest(f"{font}.gone") == ""


def test_the_memory_does_not_grow_for_ever(font: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_MOST", 1)
    later_run(tmp_path, 10)
    other = tmp_path / "other.otf"
    other.write_bytes(b"more")
    contents.digest(str(other))
    contents.keep()
    later_run(tmp_path, 10)
    assert [*contents._kept().known] == [str(other)]


def test_without_a_cache_folder_everything_is_read(font: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "user_cache", lambda name: None)
    contents._kept.cache_clear()
    assert contents.digest(str(font)) == digest_of(b"glyphs")
    contents.keep()
