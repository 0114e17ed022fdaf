"""What is kept of a font is what ReportLab reads in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from reportgen import contents
from reportgen.fonts import Chain, Style
from reportgen.house import Fonts
from reportgen.pdf import font_faces
from reportgen.pdf.embedded_fonts import EmbeddedFont
from reportgen.pdf.font_faces import KeptFace

PATH = Chain(Fonts()).files(Style())[0].path


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the kept measures."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    contents._kept.cache_clear()
    yield tmp_path / "reportgen/faces"
    contents._kept.cache_clear()


def same(one: TTFontFace, other: TTFontFace) -> bool:
    """Whether two faces know the same, and embed the same."""
    first, second = ({**vars(face), "glyphToChar": None, "_pdfScale": None, "_pos": None} for face in (one, other))
    return first == second and one.makeSubset([*range(32, 90)]) == other.makeSubset([*range(32, 90)])


def test_what_is_kept_is_what_reportlab_reads(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, first = TTFontFace(PATH), KeptFace(PATH)
    assert same(plain, first)
    (place,) = kept.iterdir()
    whole = place.read_bytes()
    read = font_faces._kept(place)
    assert read and set(read) == set(font_faces._MEASURES)
    assert same(plain, KeptFace(PATH))
    for damage in (b"", whole[:100], b"N", b"[\x00\x00\x00\x00"):
        place.write_bytes(damage)
        assert font_faces._kept(place) is None
        assert same(plain, KeptFace(PATH))


def test_a_kept_face_is_not_parsed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeptFace(PATH)
    asked: list[object] = []
    inner = TTFontFace.extractInfo

    def told(face: TTFontFace, what: Any = 1) -> None:
        asked.append(what)
        inner(face, what)

    monkeypatch.setattr(TTFontFace, "extractInfo", told)
    KeptFace(PATH)
    assert asked == [0]


def test_an_embedded_font_is_made_as_reportlab_makes_one() -> None:
    theirs, ours = TTFont("theirs", PATH, asciiReadable=False, shapable=False), EmbeddedFont("ours", PATH)
    assert vars(theirs).keys() == vars(ours).keys()
    same_but_for = {"fontName", "face", "encoding", "state"}
    assert {name: value for name, value in vars(theirs).items() if name not in same_but_for} == {
        name: value for name, value in vars(ours).items() if name not in same_but_for
    }
    assert (type(theirs.encoding), type(theirs.state)) == (type(ours.encoding), type(ours.state))
