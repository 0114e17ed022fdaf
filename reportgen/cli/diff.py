"""`diff`."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.usage import DONE, UsageError, folder_here, near
from reportgen.problems import ReportError

if TYPE_CHECKING:
    from reportgen.commands.pictures import ChangedPage


def _check_file(path: Path, operands: tuple[str, str]) -> None:
    """UsageError where `path` is no file for a PDF, or one that the PDF must not take the place of."""
    if path.is_dir():
        raise UsageError(
            f"--pdf: '{path}' is a folder\n  hint: write the name of a file, such as {path / 'changes.pdf'}"
        )
    if path.suffix.lower() != ".pdf":
        raise UsageError(f"--pdf: '{path}' does not end in .pdf\n  hint: write a name such as {_named(path)}")
    if not path.exists():
        above = next(folder for folder in path.absolute().parents if folder.exists())
        if not above.is_dir():
            raise UsageError(f"--pdf: '{near(above)}' is no folder\n  hint: write the name of a file in a folder")
    elif any(Path(name).exists() and path.samefile(name) for name in operands):
        raise UsageError(f"--pdf: '{path}' is one of the two that are compared\n  hint: write another name")
    elif not _is_pdf(path):
        raise UsageError(f"--pdf: '{path}' is there already and is no PDF\n  hint: write another name")


def _named(path: Path) -> Path:
    return path.with_suffix(".pdf") if path.name else Path("changes.pdf")


def _is_pdf(path: Path) -> bool:
    """Whether a file begins as a PDF does."""
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"


def _write(path: Path, data: bytes) -> None:
    from reportgen.writing import write_all

    try:
        write_all({path: data})
    except ReportError as error:
        hint = "close it in other programs, or write another name behind --pdf"
        raise ReportError(replace(problem, hint=hint) for problem in error.problems) from error


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.diff import as_data, as_lines, as_pdf, diff
    from reportgen.commands.operands import NoSuchOperandError

    _check_options(options)
    try:
        found = diff(options.old, options.new, folder_here())
        if options.pdf:
            _write(options.pdf, as_pdf(found))
        pictures = _pictures(options) if options.pictures else []
    except NoSuchOperandError as error:
        raise UsageError(error) from None
    if options.json:
        print(json.dumps(as_data(found), indent=2, ensure_ascii=False))
        return DONE
    print("\n".join(as_lines(found)) or "no changes")
    for line in (*([near(options.pdf)] if options.pdf else []), *pictures):
        print(line)
    return DONE


def _check_options(options: argparse.Namespace) -> None:
    """UsageError where what is to be written can't be."""
    if options.pdf:
        try:
            _check_file(options.pdf, (options.old, options.new))
        except OSError as error:  # the system takes no name that is so long, or lets nobody look there
            reason = (error.strerror or str(error)).lower()
            raise UsageError(f"--pdf: '{options.pdf}' can't be written: {reason}") from None
    if options.pictures:
        _check_pictures(options)


def _check_pictures(options: argparse.Namespace) -> None:
    """UsageError where one of the two is no file, or the folder is none."""
    if not (Path(options.old).is_file() and Path(options.new).is_file()):
        raise UsageError("--pictures compares two PDFs\n  hint: build both papers, and name their files")
    if options.pictures.exists() and not options.pictures.is_dir():
        raise UsageError(f"--pictures: '{near(options.pictures)}' is no folder\n  hint: write the name of a new one")


def _pictures(options: argparse.Namespace) -> list[str]:
    """A line for each page that looks different."""
    from reportgen.commands.pictures import compare_pictures

    pages = compare_pictures(Path(options.old), Path(options.new), options.pictures)
    return [f"{near(page.file)}: {_looks(page)}" for page in pages] or ["no page looks different"]


def _looks(page: ChangedPage) -> str:
    if not page.old:
        return f"page {page.new} is new"
    if not page.new:
        return f"page {page.old} is gone"
    before = "" if page.old == page.new else f" (page {page.old} before)"
    return f"page {page.new}{before}, {page.share:.0%} of it looks different"
