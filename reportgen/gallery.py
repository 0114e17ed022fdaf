"""The chart kinds in words, for `reportgen charts`: a list with every option, and a block to paste."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.figures.kinds import OptionInfo, found, opened, options_info
from reportgen.figures.loading import Kind
from reportgen.problems import Problem, Problems

WIDTH = 100

_BLOCK = """\
::: chart ID
kind: {kind}
data: TABLE
{options}title: What the chart shows, in a few words
subtitle: What is measured, where and when
:::
"""


def usable_kinds(folders: Sequence[Path]) -> tuple[Mapping[str, Kind], Mapping[str, Problem]]:
    """Every chart kind by its name, sorted, and what is wrong with those that can't be loaded, by theirs."""
    kinds: dict[str, Kind] = {}
    faults: dict[str, Problem] = {}
    for name, path in found(folders).items():
        problems = Problems()
        kind = opened(name, path, problems)
        if kind is not None:
            kinds[name] = kind
        else:
            (faults[name],) = problems.found
    return kinds, faults


def described(kind: Kind) -> str:
    """A kind with its options, as lines of plain text."""
    lines = [kind.name, *_indented(kind.doc, 2)]
    for option in options_info(kind):
        lines += ["", f"  {option.name}: {option.form}", *_indented(option.doc, 6)]
    return "\n".join(lines)


def block(kind: Kind) -> str:
    """A chart block of this kind to paste into a text: what stands in capitals is to be filled in."""
    shown = [option for option in options_info(kind) if option.needed or option.usual]
    return _BLOCK.format(kind=kind.name, options="".join(f"{option.name}: {_blank(option)}\n" for option in shown))


def _blank(option: OptionInfo) -> str:
    return "COLUMN" if "column" in option.type else "VALUE"


def _indented(text: str, by: int) -> list[str]:
    """The paragraphs of `text`, wrapped and moved to the right."""
    margin = " " * by
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += textwrap.wrap(
            " ".join(paragraph.replace("`", "").split()), WIDTH, initial_indent=margin, subsequent_indent=margin
        )
    return lines
