"""The file of a picture as authors name it: from the folder of the text, with backslashes, from their computer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from reportgen.document.text.desk import Desk
from reportgen.patterns import Pattern
from reportgen.problems import Place
from reportgen.source.files import Files, names_in

IMAGES = "images"
"""The folder that the guide names for pictures."""
_PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg"})
_DRAWN = "save it as SVG, or as PNG with 150 pixels an inch or more"
_PAINTED = "save it as PNG, a photograph as JPEG"
_EXPORTED = "export the picture from it as SVG or PNG"
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys((".pdf", ".eps", ".ai", ".emf", ".wmf"), _DRAWN),
    **dict.fromkeys((".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".avif"), _PAINTED),
    **dict.fromkeys((".ppt", ".pptx", ".vsdx", ".drawio"), _EXPORTED),
}
"""What to do with files of other kinds."""
_HOME = "the briefing's folder"
_ON_A_COMPUTER = Pattern(r"(?:file:|[A-Za-z]:|/|~)")


def picture_file(desk: Desk, written: str, place: Place, files: Files) -> Path | None:
    """The file in the briefing's folder that `written` names; None, and a problem, where there is none to be read."""
    folder = desk.briefing.folder
    # The texts stand in a folder of their own, from which other programs look for it.
    inside = written.replace("\\", "/").removeprefix("../")
    ending = PurePosixPath(inside).suffix.lower()
    if _ON_A_COMPUTER.match(inside) or inside.startswith("../"):
        home = "" if folder == desk.briefing.workspace else f"{files.name(folder)}/"
        plain = PurePosixPath(inside).name
        there = (folder / IMAGES / plain).is_file()
        hint = f"{'' if there else f'copy the file to {home}{IMAGES}/, and '}write {IMAGES}/{plain}"
        message = f"'{written}' leads out of {home or _HOME}"
        desk.problem("path-outside", place, message, hint)
    elif ending not in _PICTURES:
        hint = _OTHERS.get(ending, "save it as SVG (drawings, maps), PNG or JPEG (photographs)")
        desk.problem("figure-file", place, f"{written} is no picture that a paper can carry", hint)
    elif meant := _meant(folder, inside):
        desk.problem("file-missing", place, f"there is no file {files.name(folder)}/{inside}", f"write {meant}")
    else:
        return files.inside(folder, folder, inside, place)
    return None


def _meant(folder: Path, written: str) -> str:
    """The file that is there in other letters, or in the folder for pictures; "" where `written` is, or none."""
    asked = PurePosixPath(written)
    for home in (asked.parent, PurePosixPath(IMAGES)):
        names = names_in(folder / home)
        if home == asked.parent and asked.name in names:
            return ""
        if found := next((name for name in names if name.casefold() == asked.name.casefold()), ""):
            return str(home / found)
    return ""
