"""Whole lines that Pandoc, Quarto, R Markdown, GitHub or LaTeX read and we don't: each is recognised to its end.

A rule here pushes a token `unread` with the name of its form (what is said of it is `text.unread`'s), or `page_break`,
which any of them may have meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.foreign import SHORTCODE
from reportgen.document.markdown.headless_tables import RULER, cells_of
from reportgen.document.markdown.lightweight import BLOCKS, Ends, from_line, of_lines
from reportgen.document.markdown.places import begin, line_of
from reportgen.patterns import Pattern

_FRONT_KEY = Pattern(r"[\w-]+:(?:\s|$)|#|- ")
_FRONT_END = Pattern(r"(?:---|\.\.\.)[ \t]*$")
_TOML_KEY = Pattern(r"[\w.-]+[ \t]*=|\[|#")
_TOML_END = Pattern(r"\+\+\+[ \t]*$")
_TITLE_BLOCK = re.compile(r"%[ \t]+\S")
_PAGE_BREAK = re.compile(
    r"\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?[ \t]*$"
    r"|<div[^>]*page-break-(?:after|before)[^>]*>[ \t]*(?:</div>)?[ \t]*$",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"\\begin\{(\w+\*?)\}")
_COMMENT = re.compile(r"%+[ \t]*[^\W\d_]")
_LINES: Mapping[str, re.Pattern[str]] = {
    "contents": re.compile(r"(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\})[ \t]*$", re.IGNORECASE),
    "book-part": re.compile(r"#[ \t]+\((?:PART|APPENDIX)(?:\\?\*)?\)"),
    "abbreviation": re.compile(r"\*\[[^\]\n]+\]:"),
    "close-bullet": re.compile("[•‣▪●◦∙]+(?=[^\\s\u00a0\\d.,;:])"),
    "caption-apart": re.compile(r"\(ref:[\w-]+\)[ \t]+\S"),
    "example-list": re.compile(r"\(@[\w-]*\)[ \t]"),
}
"""Forms of one line."""


def _push(state: StateBlock, form: str, start: int, end: int) -> None:
    token = state.push("unread", "", 0)
    token.map, token.content = [start, end], "\n".join(line_of(state, number) for number in range(start, end))
    token.meta = {"form": form, "at": begin(state, start)}
    state.line = end


def _to_empty(state: StateBlock, start: int, end: int) -> int:
    """Up to the next empty line."""
    at = start + 1
    while at < end and not state.isEmpty(at):
        at += 1
    return at


# --- one function a form: the line after its last one, None where it does not begin here ---
def _front_matter(state: StateBlock, start: int, end: int) -> int | None:
    line = line_of(state, start)
    if start == 0 and _TITLE_BLOCK.match(line):
        return _to_empty(state, start, end)
    if (
        line.strip() not in ("---", "+++")
        or state.sCount[start]
        or start + 1 >= end
        or not (_TOML_KEY if line.startswith("+") else _FRONT_KEY).match(line_of(state, start + 1))
    ):
        return None
    at = start + 1
    closing = _TOML_END if line.startswith("+") else _FRONT_END
    while at < end and not (closing.match(line_of(state, at)) and not state.sCount[at]):
        if start and state.isEmpty(at):
            return None
        at += 1
    return at + 1 if at < end else None


def _latex(state: StateBlock, start: int, end: int) -> int | None:
    found = _BEGIN.match(line_of(state, start))
    if found is None or found[1].rstrip("*") in ("equation", "displaymath"):
        return None
    closing = f"\\end{{{found[1]}}}"
    at = next((number for number in range(start, end) if closing in line_of(state, number)), None)
    return _to_empty(state, start, end) if at is None else at + 1


def _comment(state: StateBlock, start: int, end: int) -> int | None:
    """Lines that begin with %, where no paragraph goes on: in one, "40" may stand at the end of the line before."""
    if not _COMMENT.match(line_of(state, start)) or (start and not state.isEmpty(start - 1)):
        return None
    return next((at for at in range(start, end) if not _COMMENT.match(line_of(state, at))), end)


def _while_bars(state: StateBlock, start: int, end: int) -> int:
    at = start
    while at < end and line_of(state, at).startswith("|") and state.sCount[at] >= state.blkIndent:
        at += 1
    return at


def _uneven(state: StateBlock, start: int, end: int) -> int | None:
    """A table whose header has more cells or fewer than the line below, as with a bar in a cell: `Pr(>|z|)`."""
    if start + 1 >= end or state.isEmpty(start + 1):
        return None
    head, ruler = line_of(state, start), line_of(state, start + 1)
    if "|" not in head or "|" not in ruler or not RULER.match(ruler) or state.sCount[start + 1] < state.blkIndent:
        return None
    return None if cells_of(head) == cells_of(ruler) else _to_empty(state, start, end)


def _while_further_in(state: StateBlock, start: int, end: int) -> int:
    at = start + 1
    while at < end and (state.isEmpty(at) or state.sCount[at] > state.sCount[start]):
        at += 1
    return at


_FORMS: Mapping[str, Callable[[StateBlock, int, int], int | None]] = {
    "front-matter": _front_matter,
    "latex-block": _latex,
    "comment": _comment,
    "grid-table": from_line(re.compile(r"\+(?:[-=:]+\+)+[ \t]*$"), _to_empty),
    "spaced-table": from_line(re.compile(r"-{2,}(?:[ \t]+-{2,})+[ \t]*$"), _to_empty),
    "admonition": from_line(re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[a-z]+"), _while_further_in),
    **BLOCKS,
    **of_lines(_LINES),
}
_BEGINS = re.compile(r"[-+•‣▪●◦∙%\\!?\[{(*.#|=:^~\"'`<]|h[1-6]\.|(?:image|include|video|toc)::")
"""How a line begins that may be one of these: most lines do not."""
_BARS: Mapping[str, Ends] = {
    "uneven": _uneven,
    "no-ruler": from_line(re.compile(r"\|.*\S.*\|"), _while_bars),
    "line-block": from_line(re.compile(r"\| "), _while_bars),
}
"""What is looked at only where it is no table."""


def _unread(forms: Mapping[str, Callable[[StateBlock, int, int], int | None]], *args: object) -> bool:
    state, start, end, silent = args
    assert isinstance(state, StateBlock) and isinstance(start, int) and isinstance(end, int)
    if state.is_code_block(start):
        return False
    if forms is _FORMS and not _BEGINS.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    for name, form in forms.items():
        last = form(state, start, end)
        if last is not None:
            if not silent:
                _push(state, name, start, last)
            return True
    return False


def page_break(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule for `\\newpage` and `{{< pagebreak >}}` on a line of their own."""
    line = line_of(state, start)
    shortcode = SHORTCODE.fullmatch(line.strip())
    if state.is_code_block(start) or not (
        _PAGE_BREAK.match(line) or (shortcode and shortcode[1].strip() == "pagebreak")
    ):
        return False
    if not silent:
        token = state.push("page_break", "", 0)
        token.map = [start, start + 1]
        token.meta["at"] = begin(state, start)
        state.line = start + 1
    return True


unread, unread_bars = partial(_unread, _FORMS), partial(_unread, _BARS)
"""The block rules of all forms, and of those that are looked at where nothing is a table."""
