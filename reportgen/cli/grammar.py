"""The grammar of the command line: a row for each command, with what it takes. What a command does is in its module."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from reportgen import __version__
from reportgen.frozen import frozen


@frozen
class Argument:
    """An argument of a command, as argparse takes it; of those that are `apart`, only one may be given."""

    names: tuple[str, ...]
    options: Mapping[str, Any]
    apart: bool = False


def _path(text: str) -> Path:
    """A path; a text without a sign in it names nothing, and not the folder where we are."""
    if not text.strip():
        raise argparse.ArgumentTypeError("needs a name, not an empty text")
    return Path(text)


def _takes(*names: str, apart: bool = False, **options: Any) -> Argument:
    return Argument(names, options, apart)


def _flag(name: str, about: str, *, apart: bool = False) -> Argument:
    return _takes(name, action="store_true", help=about, apart=apart)


def _file(name: str, shown: str, about: str) -> Argument:
    return _takes(name, metavar=shown, type=Path, help=about)


def _command(about: str, *arguments: Argument) -> tuple[str, tuple[Argument, ...]]:
    return about, arguments


def _edition(text: str) -> int:
    """The number that `--edition` names."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"needs the number of an edition, such as 1, not '{text}'")
    return int(text)


_NAME = _takes("name", metavar="NAME", help="a folder in sources/")
_NAMES = _takes("names", metavar="NAME", nargs="*", help="a folder in sources/")
_ALL = _flag("--all", "list each problem, also where there are many of one kind")
_ALLOW_CHARTS = _flag("--allow-charts", "run chart kinds that came out of a PDF")

COMMANDS: Mapping[str, tuple[str, tuple[Argument, ...]]] = {
    "build": _command(
        "Write the papers of the briefings named, of all by default.",
        _NAMES,
        _takes("-o", "--output", metavar="DIR", type=_path, help="where the papers go (default: output/)"),
        _flag("--draft", "stamp the papers as drafts, whatever their status"),
        _flag("--fresh", "build also what is up to date"),
        _flag("--strict", "a warning counts as an error"),
        _flag("--proof", "also write NAME-proof.pdf: the charts as others see them"),
        _flag("--charts", "also write each chart as SVG, PNG and CSV"),
        _flag("--changes", "also write NAME-changes.pdf: changed paragraphs marked"),
        _takes("--standard", choices=("ua1", "ua2"), help="what the papers conform to, whatever they say"),
        _takes("--edition", metavar="N", type=_edition, help="write that released edition alone"),
        _flag("--mark-superseded", "with --edition: a copy stamped as superseded"),
        _flag("--with-notes", "keep comments in the sources that a paper carries"),
        _ALL,
        _ALLOW_CHARTS,
    ),
    "check": _command(
        "Print every problem of the sources and the finished papers; write nothing.",
        _NAMES,
        _flag("--json", "print the problems as JSON", apart=True),
        _flag("--sarif", "print the problems as SARIF, for services that review", apart=True),
        _ALL,
        _takes("--today", metavar="DATE", help="when facts must not be stale: 2026-03-31, 2026-03, 2026"),
        _ALLOW_CHARTS,
    ),
    "new": _command(
        "Write a small, complete briefing to start from.",
        _takes("name", metavar="NAME", help="the folder to make in sources/"),
    ),
    "table": _command(
        "Look at a CSV, XLSX or ODS file, and write its entry of tables.yaml.",
        _takes("file", metavar="FILE", help="the file, in sources/NAME/data/ if its entry is to be written"),
        _takes("--sheet", default="", metavar="NAME", help="a sheet of a workbook; else the first with a table"),
        _flag("--write", "add the entry to the tables.yaml beside the file"),
    ),
    "facts": _command(
        "List each value of the data in a paper: where it comes from, where it is used.",
        _NAME,
        _flag("--csv", "print a table with a row for each use, as CSV", apart=True),
        _flag("--json", "print the same as JSON", apart=True),
        _ALLOW_CHARTS,
    ),
    "confirm": _command(
        "Record that what a paper says of its data holds: titles, descriptions, key facts and key messages.",
        _NAME,
        _takes("statements", metavar="STATEMENT", nargs="*", default=(), help="only these, such as chart-hours"),
        _ALLOW_CHARTS,
    ),
    "release": _command(
        "Freeze the current edition of a briefing, to build it again at any time.",
        _NAME,
        _flag("--with-notes", "keep comments in the sources that the paper carries"),
        _flag("--undo", "take the newest edition back, unless it is published"),
        _ALLOW_CHARTS,
    ),
    "diff": _command(
        "Tell what has changed from one edition, briefing or paper to another.",
        _takes("old", metavar="OLD", help="a briefing, a released edition (NAME/1), or a PDF made by reportgen"),
        _takes("new", metavar="NEW", help="the same, for what is newer"),
        _flag("--json", "print the changes as JSON"),
        _file("--pictures", "DIR", "of two PDFs: also draw the pages that look different"),
        _file("--pdf", "FILE", "also write them as a paper, with the changed words marked"),
    ),
    "extract": _command(
        "Write the sources or the data that a paper carries to a new folder.",
        _file("pdf", "PDF", "a paper of ours"),
        _takes("-o", "--output", metavar="DIR", type=_path, required=True, help="the folder for its files"),
    ),
    "hear": _command(
        "Print a paper as a screen reader says it, each line with its page.",
        _file("pdf", "PDF", "a finished paper"),
        _flag("--json", "print the same as JSON"),
    ),
    "charts": _command(
        "List the chart kinds and their options; of one kind, print a block to paste.",
        _takes("kind", metavar="KIND", nargs="?", help="a chart kind"),
        _takes("--draw", metavar="NAME/CHART", help="draw one chart of a briefing as a picture, at once"),
        _ALLOW_CHARTS,
    ),
}
"""Each command, in the order of `--help`: what it is for, and its arguments. Its module has its name, and a `run`."""


def parser() -> argparse.ArgumentParser:
    """The command line's grammar; what runs a command stands in `run`."""
    top = argparse.ArgumentParser(prog="reportgen", description="Turns briefing data in sources/ into briefing papers.")
    top.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (about, arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=partial(_run, name))
        for one, to in _placed(command, arguments):
            to.add_argument(*one.names, **one.options)
    return top


def _run(name: str, options: argparse.Namespace) -> int:
    """Run the command, whose module is imported for it alone."""
    status: int = import_module(f"reportgen.cli.{name}").run(options)
    return status


def _placed(
    command: argparse.ArgumentParser, arguments: tuple[Argument, ...]
) -> Iterator[tuple[Argument, argparse._ActionsContainer]]:
    """Each argument with what it is added to: the command, or the one group of those that are apart."""
    group = command.add_mutually_exclusive_group() if any(one.apart for one in arguments) else command
    return ((one, group if one.apart else command) for one in arguments)
