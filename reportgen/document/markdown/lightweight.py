"""Markup of AsciiDoc, Org, reStructuredText and wikis: forms that none of Markdown's programs has.

What is said of them is `text.unread`'s; `foreign` and `foreign_blocks` find them with their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.places import line_of

Ends = Callable[[StateBlock, int, int], int | None]
"""The line after the last one of a form that begins at the first given line, at most the second; None: it does not."""

INLINE: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    ":": (("role", re.compile(r":[a-z][\w+-]*(?::[\w+-]+)*:`[^`\n]+`")),),
    "`": (("rest-link", re.compile(r"`(?!`)[^`<\n]*<[^<>`\n]+>`__?(?!\w)")),),
    "[": (
        ("wiki-link", re.compile(r"\[\[[^\[\]\n]+\]\[[^\[\]\n]+\]\]")),
        ("rest-note", re.compile(r"\[(?:\d+|#\w*|\*)\]_(?!\w)|\[fn:[^\[\]\n]*\]")),
    ),
    "~": (("org-code", re.compile(r"~[^\s~\\](?:[^~\n]*[^\s~\\])?~(?![\w~])")),),
    "<": (("macro", re.compile(r"<<[\w#.-]+(?:,[^<>\n]*)?>>")),),
}
"""By the character that it begins with: the name of a form, and the form."""
MACRO = re.compile(r"::?[^\s\[\]]*\[(?![\^@])[^\[\]\n]*\]")
MACRO_NAME = re.compile(
    r"(?<![\w\\])(?:https?|link|xref|mailto|footnote|footnoteref|image|kbd|btn|stem|pass|indexterm2?)\Z", re.IGNORECASE
)
"""A macro of AsciiDoc from its colon on, and its name before that."""
_SETTING = (
    "toc|author|authors|date|version|doctype|icons|sectnums|numbered|revdate|revnumber|revremark|imagesdir|email|"
    "source-highlighter|experimental|toclevels|status|organization|abstract|keywords|description|lang|stem|"
    "bibtex-file|bibliography|orphan|properties|end|drawer|logbook"
)
_LINES: Mapping[str, re.Pattern[str]] = {
    "wiki-heading": re.compile(r"(?:={1,6}[ \t]+\S.*|={2,6}[^\s=].*[^\s=]={2,6}|h[1-6]\.[ \t]+\S.*)[ \t]*$"),
    "star-list": re.compile(r"\*{2,6}[ \t]+\S(?!.*\*\*)"),
    "attribute-line": re.compile(rf":!?(?:{_SETTING})!?:(?:[ \t].*)?$", re.IGNORECASE),
    "macro": re.compile(r"(?:image|include|video|toc)::[^\s\[\]]*\[[^\[\]]*\][ \t]*$"),
}
"""Forms of one line."""
_DOTTED = re.compile(r"\.{1,5}[ \t]+[^\s.]")
_DIRECTIVE = re.compile(r"\.\. (?:[\w:-]+::|_[^:\n]+:|\|[^|\n]+\||\[(?:#?\w*|\*)\] )")
_ORG = re.compile(r"#\+(\w+)")
_NAMED = re.compile(
    r"\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|abstract|appendix|sidebar|example|source|listing|quote|verse|cols?|options?|"
    r"%\w+|horizontal|discrete|\.\w+|#\w+)(?:[,=%.#][^\[\]\n]*)?\][ \t]*$"
)
_DELIMITER = re.compile(r"(={4,}|-{4,}|\*{4,}|\.{4,}|_{4,}|--)[ \t]*$")
_RULE = re.compile(r"(\^{3,}|~{3,}|\"{3,}|\+{3,}|'{3,}|`{4,}|\*{4,}|#{4,}|={3,})[ \t]*$")
_UNEVEN = 3
"""By how many signs the line below a heading may be shorter or longer than it. Ours."""


def _dot_list(state: StateBlock, start: int, end: int) -> int | None:
    at = start
    while at < end and _DOTTED.match(line_of(state, at)):
        at += 1
    return at if at - start > 1 else None


def _directive(state: StateBlock, start: int, end: int) -> int | None:
    if not _DIRECTIVE.match(line_of(state, start)):
        return None
    at = last = start + 1
    while at < end and (state.isEmpty(at) or state.sCount[at] > state.sCount[start]):
        at += 1
        last = last if state.isEmpty(at - 1) else at
    return last


def _org_line(state: StateBlock, start: int, end: int) -> int | None:
    found = _ORG.match(line_of(state, start))
    if found is None:
        return None
    if not found[1].casefold().startswith("begin_"):
        return start + 1
    closing = f"#+end_{found[1][6:]}".casefold()
    ends = (at for at in range(start, end) if line_of(state, at).strip().casefold() == closing)
    return next(ends, start) + 1


def _to(state: StateBlock, closing: str, start: int, end: int) -> int | None:
    """The line after the next one that is `closing`."""
    return next((at + 1 for at in range(start, end) if line_of(state, at).rstrip() == closing), None)


def _asciidoc_block(state: StateBlock, start: int, end: int) -> int | None:
    if not _NAMED.match(line_of(state, start)):
        return None
    below = _DELIMITER.match(line_of(state, start + 1)) if start + 1 < end else None
    return (_to(state, below[1], start + 2, end) if below else None) or start + 1


def _asciidoc_table(state: StateBlock, start: int, end: int) -> int | None:
    return _to(state, "|===", start + 1, end) if line_of(state, start).rstrip() == "|===" else None


def _underlined(state: StateBlock, start: int, end: int) -> int | None:
    """A line of signs below a heading, as reStructuredText has them beside those that Markdown knows."""
    found = _RULE.match(line_of(state, start))
    if found is None or not start or state.isEmpty(start - 1):
        return None
    if found[1][0] == "=":  # below words that make a heading Markdown has read it: these are a list's or a quotation's
        return start + 1
    alone = start < 2 or state.isEmpty(start - 2) or line_of(state, start - 2).rstrip() == found[1]
    length = len(line_of(state, start - 1).rstrip())
    return start + 1 if alone and abs(length - len(found[1])) <= _UNEVEN else None


def from_line(form: re.Pattern[str], end_of: Callable[[StateBlock, int, int], int]) -> Ends:
    """What begins with a line of a form; `end_of` gives the line after its last one."""
    return lambda state, at, end: end_of(state, at, end) if form.match(line_of(state, at)) else None


def of_lines(forms: Mapping[str, re.Pattern[str]]) -> dict[str, Ends]:
    """Forms of one line as all others: what tells where they end."""
    return {name: from_line(form, lambda _state, at, _end: at + 1) for name, form in forms.items()}


BLOCKS: Mapping[str, Ends] = {
    "directive": _directive,
    "dot-list": _dot_list,
    "org-line": _org_line,
    "asciidoc-block": _asciidoc_block,
    "asciidoc-table": _asciidoc_table,
    "underlined": _underlined,
    **of_lines(_LINES),
}
