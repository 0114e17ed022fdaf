"""`extract`: a workspace from a paper that carries its sources, its data from one that carries only these."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen import __version__
from reportgen.editions.opening import opened
from reportgen.folders import FROM_PDF
from reportgen.outcome import Extracted
from reportgen.pdfread.gate import pdf_bytes
from reportgen.problems import Place, failure
from reportgen.writing import write_all

_KINDS = "charts/"


def extract(pdf: Path, folder: Path) -> Extracted:
    """Write what `pdf` carries to `folder`, all or nothing; ReportError where that can't be done.

    No file is overwritten. Chart kinds go to a folder of their own, in which no build looks unless it is told to.
    """
    try:
        data = pdf_bytes(pdf)
    except OSError as error:
        raise failure("file-missing", Place(pdf.as_posix()), "this file can't be read", "check the name") from error
    carried = opened(data, pdf.as_posix())
    where = {_place(path) if carried.name else f"data/{path}": data for path, data in carried.files.items()}
    files = {folder / path: data for path, data in where.items()}
    try:
        _check_free(folder, files)
    except OSError as error:  # a name that is too long here, a folder that may not be read
        reason = (error.strerror or str(error)).lower()
        raise failure("file-unwritable", Place(folder.as_posix()), f"nothing can be written here: {reason}") from error
    write_all(files)
    kinds = tuple(folder / path for path in where if carried.name and path.startswith(_KINDS))
    options = (*carried.options, *(["--allow-charts"] if kinds else []))
    own = carried.engine in ("", f"reportgen {__version__}")
    return Extracted(tuple(files), carried.name, options, kinds, "" if own else carried.engine)


def _place(path: str) -> str:
    """Where a file of the archive goes."""
    return f"{_KINDS}{FROM_PDF}/{path.removeprefix(_KINDS)}" if path.startswith(_KINDS) else path


def _check_free(folder: Path, files: Iterable[Path]) -> None:
    """Nothing stands where a file is to go, and no link leads out of the folder."""
    if folder.exists() and not folder.is_dir():
        raise failure("extract-taken", Place(folder.as_posix()), "this is no folder")
    for path in files:
        if path.exists() or path.is_symlink():
            raise failure("extract-taken", Place(path.as_posix()), "this file is there already")
        for above in path.parents:
            if above == folder:
                break
            if above.is_symlink() or (above.exists() and not above.is_dir()):
                raise failure("extract-taken", Place(above.as_posix()), "this is no plain folder")
