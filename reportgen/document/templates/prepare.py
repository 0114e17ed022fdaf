"""The tree of a parsed template: what it asks for that there is not, and what we put in before it is carried out.

Every unknown name, filter and test is told, also where the text is never reached.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from math import isfinite

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from reportgen.document.data.arithmetic import Fault
from reportgen.document.templates.binding import misbound
from reportgen.document.templates.inserted import (
    ALONE,
    CHAIN,
    COUNTED,
    KEY,
    NOTHING,
    PRINTED,
    TIDY,
    TOGETHER,
    WORKED,
)
from reportgen.document.templates.missing import habit, unknown_name
from reportgen.document.templates.sandbox import Sandbox
from reportgen.document.templates.slips import slips
from reportgen.document.templates.tokens import Word
from reportgen.problems import did_you_mean

Report = Callable[[Fault, int], None]

_ALWAYS = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_ASKS = frozenset({"defined", "undefined", "default", "d"})
"""Tests and filters that may be asked of a name that there is not."""
_COMPARED = {"eq": "eq", "ne": "ne", "lt": "lt", "lteq": "le", "gt": "gt", "gteq": "ge", "in": "in", "notin": "in"}
"""Comparisons that become tests: a test that fails tells its fault and lets the rest be read."""
_IS = re.compile(r"is\s+(?:not\s+)?")
"""What stands before the name of a test: Jinja says where this is."""
_BARRED: dict[type[nodes.Node], str] = {
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.ScopedEvalContextModifier: "autoescape",
}


def prepared(tree: nodes.Template, known: frozenset[str], sandbox: Sandbox, report: Report) -> nodes.Template:
    """The tree ready to be compiled; what is wrong with it goes to `report`, with its offset."""
    everything = list(tree.find_all(nodes.Node))
    called = {id(node.node) for node in everything if isinstance(node, nodes.Call)}
    slipped = slips(everything, known | sandbox.globals.keys(), sandbox.source)
    for slip in slipped:
        report(slip.fault, slip.offset)
        everything = [node for node in everything if id(node) not in slip.names]
    for name in _unknown_names(everything, known | sandbox.globals.keys()):
        hint = habit(name.name) if id(name) in called else ""
        report(unknown_name(name.name, known, hint), name.lineno - 1)
    for node in everything:
        if word := _BARRED.get(type(node)):
            hint = "a text stands alone: contents: in briefing.yaml orders the texts"
            report(Fault("template-syntax", f"'{word}' can't be used in a text", hint), node.lineno - 1)
    shaped = _Shape(sandbox, report, {id(slip.node) for slip in slipped}).visit(tree)
    assert isinstance(shaped, nodes.Template)
    return shaped


def _unknown_names(everything: Sequence[nodes.Node], known: frozenset[str]) -> Iterator[nodes.Name]:
    names = [node for node in everything if isinstance(node, nodes.Name)]
    own = {name.name for name in names if name.ctx != "load"}
    own |= {node.name for node in everything if isinstance(node, nodes.Macro)}
    own |= {node.target for node in everything if isinstance(node, nodes.Import)}
    asking = [node for node in everything if isinstance(node, nodes.Test | nodes.Filter) and node.name in _ASKS]
    asked = {id(_root(node.node)) for node in asking}
    there = own | known | _ALWAYS
    for name in names:
        if name.ctx == "load" and name.name not in there and id(name) not in asked:
            yield name


def _root(node: nodes.Node | None) -> nodes.Node | None:
    """The name that a chain of dots and brackets begins with."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node


class _Shape(NodeTransformer):
    """Puts in the filters that join, count and tidy; what can't be used is told and taken out."""

    def __init__(self, sandbox: Sandbox, report: Report, slipped: Set[int]) -> None:
        self._sandbox, self._report, self._slipped = sandbox, report, slipped
        self._misbound = misbound(sandbox.source)

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node | None:
        """The node as it is to be; None for what is barred, nothing for what is a slip."""
        if id(node) in self._slipped:
            return self._filtered(nodes.Const("", lineno=node.lineno), NOTHING, node.lineno)
        made: nodes.Node | None = None if type(node) in _BARRED else super().visit(node, *args, **kwargs)
        return made

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802
        """A number that Python can't hold is told."""
        if isinstance(node.value, float) and not isfinite(node.value):
            self._report(
                Fault("template-value", "the number is too large", "write it as a text in quotes"), node.lineno - 1
            )
            return nodes.Const(0, lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """What can't be printed is told at the word that gives it; of what is computed, at the first word."""
        places = [_words(child)[-1] if _is_lookup(child) else _first(child) for child in node.nodes]
        self.generic_visit(node)
        for child, place in zip(node.nodes, places, strict=True):
            child.lineno = place
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """`a ~ b` keeps the records of both."""
        self.generic_visit(node)
        return self._filtered(nodes.List(node.nodes, lineno=node.lineno), TOGETHER, node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """`a < b` becomes a test."""
        self.generic_visit(node)
        if len(node.ops) > 1:
            values = nodes.List([node.expr, *(operand.expr for operand in node.ops)], lineno=node.lineno)
            signs = [
                nodes.Const("not " * (one.op == "notin") + _COMPARED[one.op], lineno=node.lineno) for one in node.ops
            ]
            return self._filtered(values, CHAIN, node.lineno, signs)
        (operand,) = node.ops
        test = nodes.Test(node.expr, _COMPARED[operand.op], [operand.expr], [], None, None, lineno=node.lineno)
        test.set_environment(self._sandbox)
        return nodes.Not(test, lineno=node.lineno) if operand.op == "notin" else test

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """What a call leaves out is told where the parameters stand."""
        self.generic_visit(node)
        self._weighed(node)
        node.lineno = node.args[0].lineno if node.args else node.lineno
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """What stands in it is carried out as often as the macro asks."""
        self.generic_visit(node)
        self._weighed(node)
        return node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        """A key is gone through."""
        self.generic_visit(node)
        for pair in node.items:
            if not isinstance(pair.key, nodes.Const):
                pair.key = self._filtered(pair.key, KEY, pair.lineno)
        return node

    def _weighed(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> None:
        """Each time that a body is carried out it costs what it has of words."""
        steps = sum(1 for part in node.body for _ in part.find_all(nodes.Node))
        price = self._filtered(nodes.Const(steps, lineno=node.lineno), WORKED, node.lineno)
        node.body.insert(0, nodes.ExprStmt(price, lineno=node.lineno))

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        """What a filter makes of a block is printed like any value."""
        self.generic_visit(node)
        node.filter = self._filtered(node.filter, PRINTED, node.lineno)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop counts its turns."""
        self.generic_visit(node)
        node.iter = self._filtered(node.iter, COUNTED, node.lineno)
        self._weighed(node)
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """What a set-block makes can be compared and looked up."""
        self.generic_visit(node)
        node.filter = self._filtered(node.filter, TIDY, node.lineno)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        """What stands behind a dot is told there."""
        node.attr = self._word(node.attr, node)
        return self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """What stands in brackets is told there, if it stands there in words."""
        for part in node.arg.items if isinstance(node.arg, nodes.Tuple) else [node.arg]:
            if isinstance(part, nodes.Const) and isinstance(part.value, str):
                part.value = self._word(part.value, node)
        return self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        """An unknown filter is told, and gives nothing."""
        self.generic_visit(node)
        known = self._sandbox.filters
        if node.name not in known:
            self._unknown(node, "filter", known)
            return self._filtered(node.node, NOTHING, node.lineno)
        word = self._word(node.name, node)
        node.args.append(nodes.Const(word, lineno=node.lineno))
        if alone := self._misbound.get(word.parts[-1]):
            said = [nodes.Const(part, lineno=node.lineno) for part in (alone.sign, alone.hint)]
            return self._filtered(node, ALONE, node.lineno, said)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        """An unknown test is told, and fails."""
        self.generic_visit(node)
        known = self._sandbox.tests
        if node.name not in known:
            before = _IS.match(self._sandbox.source, node.lineno - 1)
            node.lineno = before.end() + 1 if before else node.lineno
            self._unknown(node, "test", known)
            return nodes.Const(False, lineno=node.lineno)
        return node

    def _unknown(self, node: nodes.Filter | nodes.Test, what: str, known: Iterable[str]) -> None:
        names = [name for name in known if name.isidentifier()]
        hint = habit(node.name) or did_you_mean(node.name, names)
        fault = Fault("template-name", f"there is no {what} called '{node.name}'", hint)
        self._report(fault, node.lineno - 1)

    def _word(self, text: str, node: nodes.Getattr | nodes.Getitem | nodes.Filter) -> Word:
        """A word that asks something of what stands before it."""
        before, parts = _words(node.node or node)[-1] - 1, tuple(place - 1 for place in _words(node))
        return self._sandbox.word(text, before, parts)

    def _filtered(
        self, node: nodes.Node | None, name: str, line: int, arguments: Sequence[nodes.Expr] = ()
    ) -> nodes.Filter:
        made = nodes.Filter(node, name, [*arguments], [], None, None, lineno=line)
        made.set_environment(self._sandbox)
        return made


def _words(node: nodes.Node) -> tuple[int, ...]:
    """Where the last word of an expression stands, by its parts."""
    match node:
        case nodes.Getattr():
            return (node.lineno + 1,)
        case nodes.Getitem():
            parts = node.arg.items if isinstance(node.arg, nodes.Tuple) else [node.arg]
            return tuple(_words(part)[-1] + _is_text(part) for part in parts) or (node.lineno,)
        case nodes.Call():
            return _words(node.node)
    return (node.lineno,)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _is_lookup(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Call | nodes.Name)


def _first(node: nodes.Node) -> int:
    """Where an expression begins, wherever Jinja places its operators."""
    while isinstance(node, nodes.Filter | nodes.Getattr | nodes.Getitem | nodes.Call) and node.node:
        node = node.node
    if isinstance(node, nodes.TemplateData | nodes.Name | nodes.Const):
        return node.lineno
    return min(one.lineno for one in (node, *node.find_all(nodes.Expr)))
