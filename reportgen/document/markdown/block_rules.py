"""Markdown of whole lines that CommonMark lacks: fenced blocks (`::: kind id`) and the attributes of headings.

A block is found by pairing its colons with the closing ones, so that nested blocks may have more colons outside (as
Pandoc's have) or the same number. Its header lines are read here, because they are no Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.rules_core.state_core import StateCore
from mdit_py_plugins.footnote.index import footnote_def

from reportgen.document.markdown.block_keys import KEYS
from reportgen.document.markdown.borrowed import callout, in_braces
from reportgen.document.markdown.headers import Header, header_lines, read_header
from reportgen.document.markdown.inline_rules import ATTRIBUTES, attributes
from reportgen.document.markdown.places import Blocks, line_of, place
from reportgen.patterns import Pattern
from reportgen.problems import nearest

_FENCE = re.compile(r"(:{3,})[ \t]*((?:.*[^ \t])?)[ \t]*$")
_SLIP = re.compile(r"(?!:{3})[:;]{2,}[ \t]*(?P<kind>[\w-]*)[^:;]*$")
_COLONS = Pattern(r"[:;]{2,}[ \t]*(.*)")
_CODE_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING_ATTRIBUTES = re.compile(rf"[ \t]*{ATTRIBUTES.pattern}[ \t]*$")


def fenced_block(state: Blocks, start: int, end: int, silent: bool) -> bool:
    """The block rule: pushes `block_open` with the header, the tokens of the body, and `block_close`."""
    match = _FENCE.match(line_of(state, start))
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    never = state.env.setdefault("never closed", set())
    closing = _closing(state, start, end, never) if match[2] and (start, end) not in never else None
    if closing is None:
        fault = "unclosed" if match[2] else "stray"
        _push_fault(state, start, fault)
        return True
    _push_block(state, match, start, closing)
    return True


def slipped_fence(state: Blocks, start: int, end: int, silent: bool) -> bool:
    """The block rule for `:: kind id` and the like: a fault instead of a block that would be printed as prose."""
    match = _SLIP.match(line_of(state, start))
    kind = match["kind"].lower() if match else ""
    if match is None or state.is_code_block(start) or (kind and not nearest(kind, KEYS)):
        return False
    if not silent:
        closing = _end_of_slip(state, start, end) if kind else None
        _push_fault(state, start, "slip")
        state.line = (closing or start) + 1
    return True


def _end_of_slip(state: Blocks, start: int, end: int) -> int | None:
    """The line that ends the block that was meant, with colons of any number; None where another begins first."""
    for number in range(start + 1, end):
        match = _COLONS.match(line_of(state, number))
        if match:
            return None if match[1] else number
    return None


def _push_fault(state: Blocks, line: int, fault: str) -> None:
    token = state.push("block_fault", "", 0)
    token.map = [line, line + 1]
    token.meta = {"fault": fault, "text": line_of(state, line).strip(), "at": state.begin(line)}
    state.line = line + 1


def _push_block(state: Blocks, fence: re.Match[str], start: int, closing: int) -> None:
    at, numbers = state.begin(start), range(start + 1, closing)
    lines = [state.getLines(number, number + 1, state.blkIndent, False) for number in numbers]
    inner = [(line, state.eMarks[number] - len(line)) for number, line in zip(numbers, lines, strict=True)]
    header, extra, count = _header(fence, inner, start, at)
    token = state.push("block_open", "", 1)
    token.map = [start, closing + 1]
    token.meta = {"header": header, "extra": extra, "at": at}
    limit, parent = state.lineMax, state.parentType
    # Otherwise a lazy paragraph or list of the body would run on past the closing colons.
    state.lineMax, state.parentType = closing, "container"
    state.md.block.tokenize(state, start + 1 + count, closing)
    state.lineMax, state.parentType = limit, parent
    state.push("block_close", "", -1)
    state.line = closing + 1


def _header(
    fence: re.Match[str], inner: Sequence[tuple[str, int]], line: int, at: int
) -> tuple[Header, list[tuple[str, int]], int]:
    """What stands behind the colons and in the first lines of a block; words too many; how many lines that are."""
    begin = at + fence.start(2)
    opening = fence[2] if fence[2].startswith("{") else in_braces(fence[2])
    if opening:
        found = callout(opening, inner, line, begin)
        header, count = found or (Header(fence[2], "", line, at, begin, begin), 0)
        return header, [], count
    kind, *others = ((word[0], begin + word.start()) for word in re.finditer(r"\S+", fence[2]))
    count = header_lines(kind[0], [text for text, _ in inner])
    return read_header(kind, others[:1], line, at, inner[:count]), others[1:], count


def _closing(state: Blocks, start: int, end: int, never: set[tuple[int, int]]) -> int | None:
    """The line that closes the block opened at `start`, or None: then `never` gets the blocks within that are not
    closed either, so that their lines are not gone through again for each."""
    opened: list[_Fence] = []
    code = ""
    for number in range(start, end):
        if state.bMarks[number] + state.tShift[number] >= state.eMarks[number]:
            continue
        if state.sCount[number] < state.blkIndent:
            break
        line = line_of(state, number)
        code, was_code = _code_after(code, line), code
        match = None if code or was_code else _FENCE.match(line)
        if match is None:
            continue
        if match[2]:
            opened.append(_Fence(number, len(match[1])))
            continue
        _close(opened, len(match[1]))
        if not opened:
            return number
    never.update((fence.line, end) for fence in opened)
    return None


class _Fence(NamedTuple):
    """Where a block is opened, and with how many colons."""

    line: int
    colons: int


def _close(opened: list[_Fence], colons: int) -> None:
    """Take the block that a fence closes off those that are open; one with the colons of an outer block shows that the
    inner ones were never closed."""
    same = (depth for depth in range(len(opened) - 1, -1, -1) if opened[depth].colons == colons)
    del opened[next(same, -1) :]


def _code_after(code: str, line: str) -> str:
    match = _CODE_FENCE.match(line)
    if match is None:
        return code
    if not code:
        return match[1]
    closes = match[1].startswith(code) and not line.strip(match[1][0]).strip()
    return "" if closes else code


def note_definition(state: Blocks, start: int, end: int, silent: bool) -> bool:
    """The block rule for `[^note]: …`: the library's, and where the note begins."""
    count, begin = len(state.tokens), state.begin(start)
    made = footnote_def(state, start, end, silent)
    for token in state.tokens[count : count + 1]:
        token.meta["at"] = begin
    return made


def heading_attributes(state: StateCore) -> None:
    """The core rule: takes `{#id .unnumbered}` from the end of a heading before its line is read."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        match = _HEADING_ATTRIBUTES.search(inline.content)
        opening.meta["attributes"] = attributes(match[1]) if match else {}
        if match and (found := re.search(r"(?<!\S)#", match[1])):
            opening.meta["id_at"] = place(inline, match.start(1) + found.start())
        if match:
            inline.content = inline.content[: match.start()]
