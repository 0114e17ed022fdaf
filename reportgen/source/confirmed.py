"""confirmed.yaml: what each statement of a paper was confirmed for. It is read here and written here.

`reportgen confirm` is its only author. A file that can't be read whole, as after a merge, keeps no paper from being
made: what is wrong with it is told as warnings, and it is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.source.files import Files
from reportgen.source.model import Confirmation, Confirmed
from reportgen.source.schema import read_each
from reportgen.source.yaml_nodes import parse

NAME = "confirmed.yaml"

_HEADER = """\
# What each statement of this paper about data was confirmed for: its words, and the values that it rests on.
# Written by "reportgen confirm {name}". Don't edit it: read the statements again, and confirm them.
"""
_BARE = Pattern(r"[^\W_](?:[\w .,()/%+'’–\u00a0\u202f-]*[\w)%])?")
"""What needs no quotation marks in YAML, as key and as value."""
_PRINTED_SPACES = "\u00a0\u202f"
"""Spaces that may stand in the file as they are."""


def read_confirmed(home: Path, files: Files) -> Confirmed | None:
    """What is confirmed in the briefing folder `home`; None where it has no such file.

    It is read apart from the others: no paper is made from it, so that confirming changes no paper.
    """
    path = home / NAME
    if not path.exists():
        return None
    found = Problems()
    own = Files(files.workspace, found)
    text = own.text(path)
    node = parse(text, files.start(path), found) if text is not None else None
    statements = read_each(Confirmation, node, found)
    told = Problems()
    for fault in found.found:
        told.add("confirmed-file", fault.place, fault.message, f"reportgen confirm {home.name} writes the file anew")
    made = {name.text: statement for name, statement in statements.items()}
    return Confirmed(made, tuple(told.found), own.read.get(files.name(path)))


def written(name: str, statements: Mapping[str, tuple[str, Mapping[str, str]]]) -> bytes:
    """The file of the briefing `name`: words and data of each statement, sorted by id and record, a line a value."""
    lines = [_HEADER.format(name=name)]
    for statement, (words, data) in sorted(statements.items()):
        lines.append(f"\n{_scalar(statement)}:\n  words: {_scalar(words)}\n  data:\n")
        lines += [f"    {_scalar(record)}: {_scalar(value)}\n" for record, value in sorted(data.items())]
    return "".join(lines).encode("utf-8")


def _scalar(text: str) -> str:
    """A text as a YAML scalar on one line."""
    if _BARE.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() or one in _PRINTED_SPACES else f"\\U{ord(one):08x}" for one in quoted)
