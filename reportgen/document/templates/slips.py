"""What Jinja reads as something else than its author means: a decimal comma, which makes a list, and a hyphen in a
name, which takes one name from another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import nodes

from reportgen.document.data.arithmetic import Fault
from reportgen.frozen import frozen

_COMMA = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\w.]|,\d)")
_HYPHENED = re.compile(r"(?P<table>[^\W\d]\w*)\.(?P<row>[^\W\d]\w*(?:-\w+)+)(?P<rest>(?:\.\w+)*)")


@frozen
class Slip:
    """A node that is not what is meant, with what to say of it and where (from 0); `names` are those inside it."""

    node: nodes.Node
    fault: Fault
    offset: int
    names: frozenset[int] = frozenset()


def slips(everything: Sequence[nodes.Node], known: frozenset[str], source: str) -> list[Slip]:
    """All that stand in a template; `known` are its names."""
    listed = {id(node.arg) for node in everything if isinstance(node, nodes.Getitem)}
    listed |= {id(node.iter) for node in everything if isinstance(node, nodes.For)}
    commas = [node for node in everything if isinstance(node, nodes.Tuple) and node.ctx == "load"]
    found = [_comma(node, source) for node in commas if id(node) not in listed]
    found += [_hyphen(node, known, source) for node in everything if isinstance(node, nodes.Sub)]
    return [slip for slip in found if slip]


def _comma(node: nodes.Tuple, source: str) -> Slip | None:
    """A list whose first comma stands between two digits."""
    if len(node.items) < 2:
        return None
    last = min(one.lineno for one in (node.items[1], *node.items[1].find_all(nodes.Expr))) - 1
    begin = last - 1
    while begin > 0 and source[begin - 1].isdigit():
        begin -= 1
    found = _COMMA.match(source, begin)
    if found is None or found.start(2) != last:
        return None
    written = f"write {found[1]}.{found[2]}"
    if len(found[2]) == len("000"):
        written += f", or {found[1]}{found[2]} for thousands"
    hint = f"{written}; for a list of two, put a space behind the comma"
    return Slip(node, Fault("template-value", f"in a template {found[0]} is no number but a list of two", hint), begin)


def _hyphen(node: nodes.Sub, known: frozenset[str], source: str) -> Slip | None:
    """One name less another that there is not, without spaces, behind the dot of a table: a name with hyphens."""
    begin = min(one.lineno for one in (node, *node.find_all(nodes.Expr))) - 1
    found, names = _HYPHENED.match(source, begin), [*node.find_all(nodes.Name)]
    if found is None or all(name.name in known for name in names):
        return None
    written = f'{found["table"]}["{found["row"]}"]{found["rest"]}'
    message = f"'{found['row']}' is no name in a template: its hyphen is read as minus"
    return Slip(node, Fault("template-name", message, f"write {written}"), begin, frozenset(map(id, names)))
