"""A kind of inline or of block that somebody forgot: whatever must know it fails, and nothing passes over it.

The type checker finds the places; here a toy of each shows that they are all there are, and that none is silent.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from reportgen.document import blocks, inlines, tree
from reportgen.document.blocks import Block, Paragraph, Section, Stopgap
from reportgen.document.composing import statements, uses
from reportgen.document.fences import kinds, quoting
from reportgen.document.inlines import Emphasis, Inline, Strong, Text
from reportgen.document.markdown import block_keys
from reportgen.document.style import facts, prose, tentative, wording
from reportgen.editions import paragraphs
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import runs, story, write
from reportgen.pdf.structure import StructElem
from reportgen.problems import NOWHERE, Place, Problems
from tests.document.making import draft, plans
from tests.pdf.papers import paper_of

ROOT = Path(__file__).parent.parent.parent
WORDS = words_for("en-GB")
LOUD = (AssertionError, KeyError)
"""What `assert_never` raises, and a table without the kind."""


@dataclass(frozen=True, slots=True)
class Toy:
    """An inline or a block that no room has heard of."""

    children: tuple[Inline, ...] = (Text("unheard"),)
    content: tuple[Inline, ...] = (Text("unheard"),)
    blocks: tuple[Block, ...] = (Paragraph((Text("unheard"),)),)
    title: tuple[Inline, ...] = (Text("unheard"),)
    subtitle: tuple[Inline, ...] = ()
    place: Place = NOWHERE


TOY: Any = Toy()
WHOLE = draft("# A\n\nWords.\n")


def stays(_: object) -> None:
    return None


def around(*parts: Any) -> tuple[Section, ...]:
    return (Section(1, (Text("A"),), "section-a", parts),)


def runner() -> Any:
    return runs.RunMaker(StructElem("P"), runs.InlineStyle("#000000", "{number}"))


def checked(parts: tuple[Section, ...], check: Callable[[prose.Prose, Problems], None]) -> None:
    check(prose.Prose(WHOLE.briefing, (), parts, frozenset()), Problems())


def used(parts: tuple[Section, ...]) -> object:
    return uses.uses(WHOLE, {}, replace(laid_out(*parts), cover=WHOLE.cover))


def laid_out(*parts: Any) -> blocks.Document:
    return paper_of(*parts)


def told(parts: tuple[Section, ...]) -> object:
    text = replace(WHOLE, sections=tuple(replace(part, key_messages=True) for part in parts))
    return statements.statements(text, plans(text))


def recorded(*parts: Any) -> object:
    return paragraphs.Paragraphs.of(WHOLE.briefing).of_blocks(parts)


LOOK: Any = runs.CharacterStyle(10, "#000000")
EXHAUSTIVE: Mapping[str, Callable[[], object]] = {
    "document.inlines.children": lambda: inlines.children(TOY),
    "document.inlines._mapped": lambda: inlines.mapped((TOY,), stays),
    "document.inlines._words": lambda: inlines._words(TOY),
    "document.style.wording._abbreviations.own": lambda: wording._abbreviations((TOY,), "en", set()),
    "document.tree.content": lambda: tree.content(TOY),
    "document.tree._running": lambda: list(tree._running(TOY)),
    "document.tree._captioned": lambda: list(tree._captioned(TOY)),
    "document.tree._listed": lambda: list(tree._listed(TOY)),
    "document.tree._with_changed": lambda: tree.changed_blocks((TOY,), lambda block: block),
    "pdf.runs._leaf": lambda: runner()._leaf(TOY, LOOK),
    "pdf.runs._around": lambda: runner()._around(TOY, LOOK),
}
"""Every function that says something of each kind, by its name."""


ASKED: Mapping[str, Callable[[Any], object]] = {
    "plain": inlines.plain,
    "bare": inlines.bare,
    "unbound": inlines.unbound,
    "values": lambda content: list(inlines.values(content)),
    "notes": lambda content: list(inlines.notes(content)),
    "links": lambda content: list(inlines.links(content)),
    "marked": WHOLE.marker.mark,
    "quoted": lambda content: quoting.in_quotation_marks((Paragraph(content),), WORDS),
    "used": lambda content: used(around(Paragraph(content))),
    "stated": lambda content: told(around(Paragraph(content))),
    "recorded": lambda content: recorded(Paragraph(content)),
    "style": lambda content: checked(around(Paragraph(content)), wording.check_abbreviations),
    "set": lambda content: runner().add(content, LOOK),
    "written": lambda content: write(laid_out(Paragraph(content)), House(), WORDS),
}
"""What is asked of a text."""

OF_BLOCKS: Mapping[str, Callable[[Any], object]] = {
    "texts": lambda block: list(tree.texts((block,))),
    "blocks": lambda block: list(tree.blocks((block,))),
    "changed": lambda block: tree.changed(around(block)[0], lambda inner: inner),
    "used": lambda block: used(around(block)),
    "stated": lambda block: told(around(block)),
    "recorded": recorded,
    "style": lambda block: checked(around(block), wording.check_terms),
    "tentative": lambda block: checked(
        around(block), lambda text, problems: tentative.check_tentative(text, WHOLE.cover, WORDS, problems)
    ),
    "shown": lambda block: list(facts.PrintedData((), around(block), ())._places()),
    "written": lambda block: write(laid_out(block), House(), WORDS),
}
"""What is asked of a block."""


@pytest.mark.parametrize("name", EXHAUSTIVE)
def test_who_says_something_of_each_kind_knows_when_one_is_new(name: str) -> None:
    with pytest.raises(LOUD):
        EXHAUSTIVE[name]()


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("content", [(TOY,), (Text("a "), Emphasis((Strong((TOY,)),)))], ids=["bare", "within"])
def test_no_text_passes_over_a_new_kind_of_inline(name: str, content: Any) -> None:
    ASKED[name]((Text("known"),))
    with pytest.raises(LOUD):
        ASKED[name](content)


@pytest.mark.parametrize("name", OF_BLOCKS)
@pytest.mark.parametrize("block", [TOY, blocks.TextBox((), (TOY,))], ids=["bare", "within"])
def test_nothing_passes_over_a_new_kind_of_block(name: str, block: Any) -> None:
    OF_BLOCKS[name](Paragraph((Text("known"),)))
    with pytest.raises(LOUD):
        OF_BLOCKS[name](block)


def test_tables_of_kinds_have_them_all() -> None:
    # A page break makes no part: a section begins a page there (`pdf.sections`), and it stands in nothing else.
    assert set(story._MAKERS) == set(get_args(Block)) - set(get_args(Stopgap)) - {blocks.PageBreak}
    assert set(kinds._KINDS) == set(block_keys.KINDS)
    assert set(uses._KINDS) == set(get_args(tree.Role))


# --- the list itself ------------------------------------------------------------------------------------------------
KINDS = {kind.__name__ for union in (Inline, Block) for kind in get_args(union)} | {"Section"}
MODULES = [
    path
    for path in sorted((ROOT / "reportgen").rglob("*.py"))
    if {"inlines", "blocks"} & set(path.read_text().replace(".", " ").replace(",", " ").split())
]


def functions(node: ast.AST, name: str) -> Iterator[tuple[str, ast.AST]]:
    """Every function below a node with its dotted name; a class is left out of it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield f"{name}.{child.name}", child
            yield from functions(child, f"{name}.{child.name}")
        else:
            yield from functions(child, name)


def own(function: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function but not in one within it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from own(child)


def is_assert_never(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "assert_never"


def classes(pattern: ast.AST) -> Iterator[str]:
    """The classes that a pattern asks for, not those in it."""
    match pattern:
        case ast.MatchClass(cls=ast.Attribute(attr=name) | ast.Name(id=name)):
            yield name
        case ast.MatchOr(patterns=patterns):
            for one in patterns:
                yield from classes(one)
        case ast.MatchAs(pattern=ast.AST() as one):
            yield from classes(one)


def test_the_list_of_who_must_know_all_kinds_is_whole() -> None:
    found = set()
    for path in MODULES:
        module = ".".join(path.relative_to(ROOT / "reportgen").with_suffix("").parts)
        for name, function in functions(ast.parse(path.read_text()), module):
            if any(map(is_assert_never, own(function))):
                found.add(name)
    assert found == set(EXHAUSTIVE)


def test_every_match_over_inlines_or_blocks_is_exhaustive() -> None:
    loose = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Match) and any(KINDS & set(classes(case.pattern)) for case in node.cases):
                last = node.cases[-1]
                if last.guard or not any(map(is_assert_never, ast.walk(last))):
                    loose.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not loose
