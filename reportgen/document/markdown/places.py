"""Markdown's tokens with the places that they lack: `meta["at"]` is where a token stands in the text that is parsed.

For words it is where each of their characters stands (`offsets.Where`); an `inline` token has it for its content. Of a
text that stands somewhere in another one, `env["where"]` says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core.state_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import EnvType

from reportgen.document.templates.offsets import Where, at, cut, joined
from reportgen.patterns import Pattern


def where(node: SyntaxTreeNode | Token) -> Where:
    """Where the characters of a token stand, or where a pair of them begins."""
    token = node if isinstance(node, Token) else node.token or (node.nester_tokens and node.nester_tokens.opening)
    found: Where = token.meta.get("at", 0) if token else 0
    return found


def place(node: SyntaxTreeNode | Token, offset: int = 0) -> int:
    """Where one of the characters of a token stands."""
    return at(where(node), offset)


# --- within a line ---------------------------------------------------------------------------------------------------
class Inline(StateInline):
    """What the rules of a line work on: notes for each token where it stands."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.where: Where = env["where"]
        """Where the characters of `src` stand."""
        self._begun = -1
        self._last = (-1, -1)

    def append_pending(self, text: str) -> None:
        """Go on with plain words."""
        if self._begun < 0:
            self._begun = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        """The token of the plain words."""
        token = super().pushPending()
        token.meta["at"] = self.cut(self._begun, self._begun + len(token.content))
        self._begun = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Another token. Signs of emphasis are pushed one by one from one place, a bare address from its bracket."""
        before = self.tokens[-1] if self.tokens else None
        here = self.pos
        if before and before.info == "auto":
            here += 1
        elif before and before.type == ttype == "text" and self._last[0] == self.pos:
            here = self._last[1] + 1
        self._last = (self.pos, here)
        token = super().push(ttype, tag, nesting)
        self._begun = -1
        token.meta["at"] = at(self.where, here)
        return token

    def cut(self, start: int, end: int) -> Where:
        """Where what is between two offsets of `src` stands."""
        return cut(self.where, start, end)

    def inside(self, start: int, end: int) -> list[Token]:
        """The tokens of a part of `src`."""
        found: list[Token] = []
        env = {**self.env, "where": self.cut(start, end)}
        self.md.inline.parse(self.src[start:end], self.md, env, found)
        return found


class InlineParser(ParserInline):
    """Reads lines with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Push the tokens of `src`."""
        state = Inline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def lines(state: StateCore) -> None:
    """The core rule that has every line read."""
    outer = state.env.get("where", 0)
    for token in state.tokens:
        if token.type == "inline":
            token.meta.setdefault("at", outer)
            token.children = token.children or []
            state.env["where"] = token.meta["at"]
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def fragments(state: StateInline) -> None:
    """The rule for what signs of emphasis leave: levels are counted anew, and words that were parted are one again."""
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
    state.tokens[:] = _joined(state.tokens)


def join_words(state: StateCore) -> None:
    """The core rule that makes one token of words with a backslash or an entity among them."""
    for token in state.tokens:
        if token.children:
            token.children = _whole(token.children)


def _whole(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        token.type = "text" if token.type == "text_special" else token.type
        token.children = _whole(token.children) if token.children else token.children
    return _joined(tokens)


def _joined(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with neighbouring words as one."""
    found: list[Token] = []
    for is_text, run in groupby(tokens, key=lambda token: token.type == "text"):
        group = list(run)
        if is_text and len(group) > 1:
            first = group[0]
            first.content, first.meta["at"] = joined((token.content, token.meta["at"]) for token in group)
            group = [first]
        found += group
    return found


# --- whole lines -----------------------------------------------------------------------------------------------------
_SPACE = " \t\n\r\f\v"
_BAR = Pattern(r"(?<!\\)\|")


class Blocks(StateBlock):
    """What the rules of whole lines work on: notes for each run of words where it stands."""

    _row: Token | None = None
    _cell = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Another token; what came before it is whole now."""
        if self.tokens and self.tokens[-1].type == "inline":
            self._note(self.tokens[-1], self.tokens[-2])
        token = super().push(ttype, tag, nesting)
        if ttype == "tr_open":
            self._row, self._cell = token, 0
        return token

    def begin(self, line: int) -> int:
        """Where the first word of a line stands, behind the signs of the lists and quotations around it."""
        return self.bMarks[line] + self.tShift[line]

    def _note(self, token: Token, opening: Token) -> None:
        assert token.map is not None
        first = token.map[0]
        opening.meta["at"] = self.begin(first)
        if opening.type in ("th_open", "td_open"):
            token.meta["at"] = self._cell_at(first)
        elif opening.type == "heading_open" and opening.markup.startswith("#"):
            begin = self.begin(first) + len(opening.markup)
            rest = self.src[begin : self.eMarks[first]]
            token.meta["at"] = begin + len(rest) - len(rest.lstrip(_SPACE))
        else:
            token.meta["at"] = self._lines_at(token.content.split("\n"), first)

    def _lines_at(self, lines: Sequence[str], first: int) -> Where:
        """Where lines stand without their indents: each is the end of a line of the text."""
        ends = [self.eMarks[first + number] for number in range(len(lines))]
        last = self.src[self.bMarks[first + len(lines) - 1] : ends[-1]]
        ends[-1] -= len(last) - len(last.rstrip(_SPACE))
        starts = [end - len(line) for line, end in zip(lines, ends, strict=True)]
        return joined((f"{line}\n", start) for line, start in zip(lines, starts, strict=True))[1]

    def _cell_at(self, line: int) -> Where:
        """Where the next cell of a row stands; the row knows those too for which the table has no column."""
        assert self._row is not None
        begin = self.begin(line)
        found = self._row.meta.setdefault("cells", cells(self.src[begin : self.eMarks[line]], begin))
        self._cell += 1
        return found[self._cell - 1][1] if self._cell <= len(found) else self.eMarks[line]


def cells(line: str, begin: int) -> list[tuple[str, Where]]:
    """The cells of the row of a table with their places; `begin` is where the row stands."""
    ends = [*(bar.start() for bar in _BAR.finditer(line)), len(line)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    if line.startswith("|"):
        starts, ends = starts[1:], ends[1:]
    found = [_cell(line[start:end], begin + start) for start, end in zip(starts, ends, strict=True)]
    return found[:-1] if found and not line[starts[-1] :].strip(_SPACE) else found


def _cell(text: str, begin: int) -> tuple[str, Where]:
    """A cell without the spaces round it; a bar of its own has a backslash."""
    begin += len(text) - len(text.lstrip(_SPACE))
    first, *others = text.strip(_SPACE).split("\\|")
    parts: list[tuple[str, Where]] = [(first, begin)]
    for other in others:
        begin += len(parts[-1][0]) + 1
        parts.append((f"|{other}", begin))
    return joined(parts)


def tokenize(state: StateInline, span: tuple[int, int]) -> None:
    """Read what stands between two offsets of a line as the rest of it is read."""
    limit, (state.pos, state.posMax) = state.posMax, span
    state.md.inline.tokenize(state)
    state.posMax = limit


def push_around(state: StateInline, name: str, span: tuple[int, int], tag: str = "") -> Token:
    """The tokens of a part of a line between two of a name, of which the first is given back."""
    state.pos = span[0]
    token = state.push(f"{name}_open", tag, 1)
    tokenize(state, span)
    state.push(f"{name}_close", tag, -1)
    return token


def push_unread(state: StateInline, form: str, text: str) -> None:
    """A token for what another program reads there; `text.unread` has what is said of the form."""
    token = state.push("unread", "", 0)
    token.content, token.meta["form"] = text, form


def unread_token(form: str, first: Token, content: str) -> Token:
    """The same in the place of whole lines, of which the first token is given."""
    meta = {"form": form, "at": first.meta.get("at", 0)}
    return Token("unread", "", 0, map=first.map, level=first.level, block=True, content=content, meta=meta)


def begin(state: StateBlock, line: int) -> int:
    """Where the first word of a line stands."""
    return state.bMarks[line] + state.tShift[line]


def line_of(state: StateBlock, number: int) -> str:
    """The words of a line, without its indent."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


class BlockParser(ParserBlock):
    """Reads whole lines with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, out: list[Token]) -> list[Token] | None:
        """Push the tokens of `src`."""
        if not src:
            return None
        state = Blocks(src, md, env, out)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens
