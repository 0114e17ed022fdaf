"""Every sentence that the engine can print as a problem, read from its source: a call that names a rule, then says it.

Where a sentence is put together by other means (handed from one function to another) it is not found here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.rules import RULES
from tests.guides import ROOT

HOLE = "\0"
"""What stands in a sentence for what only a run knows."""


def sentences() -> dict[str, str]:
    """Each sentence with … for its holes, and the expression that finds it among what was printed."""
    files = sorted([*(ROOT / "reportgen").rglob("*.py"), *(ROOT / "charts").rglob("*.py")])
    found = sorted({text for file in files for text in _said(file)})
    return {text.replace(HOLE, "…"): ".*".join(map(re.escape, text.split(HOLE))) for text in found}


def _said(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            named = _named(function)
            for call in ast.walk(function):
                if isinstance(call, ast.Call):
                    yield from _of_call(call, named)


def _of_call(call: ast.Call, named: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    """The sentences behind the rule in the arguments of a call, or in what its variable was set to last before."""
    at = next((at for at, one in enumerate(call.args) if isinstance(one, ast.Constant) and one.value in RULES), None)
    for argument in call.args[at + 1 : at + 3] if at is not None else ():
        texts = list(_texts(argument))
        if isinstance(argument, ast.Name):
            before = [(line, text) for line, text in named.get(argument.id, ()) if line <= call.lineno]
            last = max((line for line, _ in before), default=0)
            texts = [text for line, text in before if line == last]
        if texts:
            yield from texts
            return


def _named(function: ast.FunctionDef) -> dict[str, list[tuple[int, str]]]:
    """The texts that the names of a function are set to, each with its line."""
    found: dict[str, list[tuple[int, str]]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=False))
            for name, text in pairs:
                if isinstance(name, ast.Name):
                    found.setdefault(name.id, []).extend((node.lineno, one) for one in _texts(text))
    return found


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be."""
    match node:
        case ast.Constant(value=str(text)) if text not in RULES:
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from (a + b for a in list(_texts(left)) or [HOLE] for b in list(_texts(right)) or [HOLE])
        case ast.IfExp(body=body, orelse=otherwise):
            yield from _texts(body)
            yield from _texts(otherwise)
        case ast.BoolOp(op=ast.Or(), values=values):
            for value in values:
                yield from _texts(value)
