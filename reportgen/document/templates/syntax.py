"""Jinja's syntax errors in words for authors, who don't program."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import TemplateSyntaxError

from reportgen.document.data.arithmetic import Fault
from reportgen.document.templates.habits import SIGNS
from reportgen.document.templates.tokens import Sites
from reportgen.problems import did_you_mean

_TAGS = ("for", "if", "set", "macro", "call", "filter", "raw", "with", "else", "elif", "endfor", "endif", "endset")
_SPACED = 'a name with a space needs brackets and quotes: chapters["North Island"].opened'

Explain = Callable[[re.Match[str]], tuple[str, str]]

_UNENDED = re.compile(r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", re.DOTALL)

_BEFORE = "look at what stands before it: something is missing there, or too much"
_SHORTER = "put parts of it in names before: {% set total = … %}"
_FLATTER = "write the inner part as a macro of its own, or choose rows with a filter"

_EXPLAINED: tuple[tuple[str, Explain], ...] = (
    (r"unexpected char '([“”„«»‘’])'", lambda m: (f"{m[1]} can't stand in a template", 'use straight quotes: "…"')),
    (
        r"unexpected char '\\?[\"']'",
        lambda _: ("the quotation mark is not closed", "write it after the text too"),
    ),
    (r"unexpected char '\\?(.)'", lambda m: (f"'{m[1]}' can't stand here in a template", SIGNS.get(m[1], ""))),
    (
        _UNENDED.pattern,
        lambda m: (f"{{% {m[1]} %}} is not closed", f"write {{% end{m[1]} %}} where it ends"),
    ),
    (
        r"unknown tag '(\w+)'.*innermost block that needs to be closed is '(\w+)'",
        lambda m: (f"{{% {m[1]} %}} does not fit here", f"first comes {{% end{m[2]} %}}"),
    ),
    (r"unknown tag '(end\w+|else|elif)'", lambda m: (f"{{% {m[1]} %}} closes nothing", "take it out")),
    (r"unknown tag '(\w+)'", lambda m: (f"there is no tag {{% {m[1]} %}}", did_you_mean(m[1], _TAGS))),
    (
        r"Tag name expected|nexpected end of template|end of template'",
        lambda _: ("the template that begins here does not end", "write }} or %}"),
    ),
    (
        r"expected token 'end of (?:print statement|statement block)', got '?([^']+)'?",
        lambda m: (f"'{_written(m[1])}' does not fit here", _SPACED),
    ),
    (
        r"expected token '([^']+)', got '([^']+)'",
        lambda m: (f"'{_written(m[2])}' stands where '{_written(m[1])}' should", _BEFORE),
    ),
    (r"unexpected '(.)', expected '(.)'", lambda m: (f"'{m[1]}' stands where '{m[2]}' should", _BEFORE)),
    (r"unexpected '(.+)'", lambda m: (f"'{_written(m[1])}' does not fit here", _BEFORE)),
    (r"xpected an expression, got 'end of", lambda _: ("something is missing at the end of this tag", _BEFORE)),
    (r"(a number has more than .*)", lambda m: (m[1], "write it shorter, or as a text in quotes")),
    (r"(a value has more than .*)", lambda m: (m[1], _SHORTER)),
    (r"(more than \d+ tags .*|an if has more .*)", lambda m: (m[1], _FLATTER)),
    (r"nested too deeply", lambda _: ("it is nested too deeply", _SHORTER)),
    (
        r"[Mm]issing end of (\w+)",
        lambda m: (f"{{% {m[1]} %}} is not closed", f"write {{% end{m[1]} %}} where it ends"),
    ),
    (r"can't assign to", lambda _: ("what stands here is no name of its own", "write {% set name = … %}")),
    (
        r"invalid syntax for function call",
        lambda _: ("what stands in these brackets is in no order", "write what has a name and = behind the rest"),
    ),
    (r"expected name or number", lambda _: ("a name must follow the dot", _BEFORE)),
)

_SIGNS = {"end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{"}


def place_of(error: TemplateSyntaxError, sites: Sites) -> int:
    """Where the fault is: where the tag begins that is not closed or does not fit, else at the word itself."""
    unended = _UNENDED.search(str(error.message))
    opened = sites.opened(unended[1]) if unended else None
    if opened is not None:
        return opened
    offset = error.lineno - 1
    return sites.begin_of(offset) if "unknown tag" in str(error.message) else offset


def plainly(error: TemplateSyntaxError | RecursionError) -> Fault:
    """The fault in plain words."""
    said = str(error.message) if isinstance(error, TemplateSyntaxError) else "it is nested too deeply"
    for pattern, explain in _EXPLAINED:
        if found := re.search(pattern, said, re.DOTALL):
            return Fault("template-syntax", *explain(found))
    said = said[:1].lower() + said[1:].rstrip(".")
    return Fault("template-syntax", f"the template can't be read: {said}", "write it in a simpler way")


def _written(token: str) -> str:
    """A token as the author sees it."""
    return _SIGNS.get(token, token)
