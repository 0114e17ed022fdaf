"""Marks within a line that Pandoc, Quarto, R Markdown, GitHub or LaTeX read and we don't: each is found as a whole.

A rule here pushes a token `unread` with the name of its form; what is said of it is `text.unread`'s. What of other
programs is read as if it were ours is `borrowed`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from markdown_it.rules_inline import StateInline

from reportgen.document.data.marks import SHORTCODE_CLOSE, SHORTCODE_OPEN
from reportgen.document.markdown.inline_rules import ATTRIBUTES
from reportgen.document.markdown.lightweight import INLINE, MACRO, MACRO_NAME
from reportgen.document.markdown.places import push_unread, tokenize

SHORTCODE = re.compile(f"{SHORTCODE_OPEN}{{3}}(.*?){SHORTCODE_CLOSE}{{3}}")
"""`{{< pagebreak >}}`, as the templates hand it on; group 1 is what stands in it."""
_ARGUMENTS = r"(?:\[[^\[\]\n]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})*"
_EDITED = r"(?:\+\+|--|~~|>>|==)"
_LABEL = r"[\w-]+"
_PICTURES = r"(?i:png|jpe?g|gif|svg|webp|pdf|tiff?|bmp|[ew]mf|eps|heic)"
"""Endings of pictures, also of such as are not read."""
_OWN: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    SHORTCODE_OPEN: (("shortcode", SHORTCODE),),
    "`": (
        ("raw", re.compile(r"(`+)(?!`)(?:(?!(?<!`)\1(?!`)).)+(?<!`)\1(?!`)\{=\w+\}")),
        ("inline-code", re.compile(r"`(?:r|\{(?:r|python|julia|ojs)\})[ \t]+[^`\n]+`(?!`)")),
    ),
    "~": (("struck", re.compile(r"~~(?=\S)(?:[^~\\]|\\.|~(?!~))+?(?<=\S)~~")),),
    "=": (("highlighted", re.compile(r"==(?=[^\s=])([^=\n]+)(?<=\S)==(?!=)")),),
    ":": (("emoji-code", re.compile(r":(?=[\w+-]*[a-z])[a-z0-9_+-]{2,}:(?![\w:/])")),),
    "[": (
        ("wiki-link", re.compile(r"\[\[(?![\^@\[])[^\[\]\n]+\]\](?![(\[:])")),
        ("spaced-note", re.compile(rf"\[(?:[ \t]+\^[ \t]*{_LABEL}[ \t]*|\^[ \t]+{_LABEL}[ \t]*|\^{_LABEL}[ \t]+)\]")),
        ("colon-reference", re.compile(r"\[@(?:fig|tbl|sec|eq|lst):[\w-]+\]", re.IGNORECASE)),
    ),
    "!": (
        ("wiki-link", re.compile(r"!\[\[(?![\^@\[])[^\[\]\n]+\]\]")),
        (
            "picture-in-line",
            re.compile(rf"!\[[^\[\]\n]*\]\((?:[^()<>\n]*[ \t])?[^()<>\s]*\.{_PICTURES}(?:[ \t][^()\n]*)?\)"),
        ),
    ),
    "%": (("percent-comment", re.compile(r"%%(?!%)(?:(?!%%).)*%%(?!%)")),),
    "@": (("colon-reference", re.compile(r"@(?:fig|tbl|sec|eq|lst):[\w-]+", re.IGNORECASE)),),
    "{": (
        ("editing", re.compile(rf"\{{{_EDITED}(?=\S)(?:(?!\{{{_EDITED}).)*?(?:\+\+|--|~~|<<|==)\}}")),
        ("attributes", ATTRIBUTES),
        ("attributes", re.compile(r"\{:[^{}\n]*\}")),
    ),
    "\\": (
        ("bookdown", re.compile(r"\\@ref\([\w:-]+\)")),
        ("latex-brackets", re.compile(r"\\\[(?=[^\[\]]*(?:[=^]|\\[a-z]))[^\[\]]+\\\]")),
        ("latex-brackets", re.compile(r"\\\((?=(?:(?!\\[()]).)*[=^_+<>\\])(?:(?!\\[()]).)+\\\)")),
        ("latex", re.compile(rf"\\(?:[A-Za-z]{{2,}}\*?{_ARGUMENTS}|[\"'`^~=.cvuHkrbd]\{{\\?[A-Za-z]\}})")),
        ("latex-letter", re.compile(r"\\(?:[\"^][AEIOUaeiou]|~[nNaoAO]|['`][aeiou](?!\w))")),
    ),
}
"""By the character that it begins with: the name of a form, and the form. Each ends, at the latest, where another of
its kind begins: what is opened again and again is looked through once."""
_FORMS = {first: (*INLINE.get(first, ()), *_OWN.get(first, ())) for first in (*_OWN, *(INLINE.keys() - _OWN.keys()))}
_WORDS_STAY = frozenset({"highlighted"})
"""Forms of which only the signs are left out: the words are their group 1."""
_BARE_BRACES = re.compile(r"\{-\}")
"""What stands for "no number" behind a heading is too short to be sure of elsewhere."""
_JOINS = {
    ":": re.compile(r"[\w:]"),
    "\\": re.compile(r"[\w:\\/]"),
    "~": re.compile(r"[~\w)\]}*^]"),
    "`": re.compile("`"),
    "@": re.compile(r"\w"),
}
"""What may not stand before a form that begins so: a time, an address, a path of Windows."""


_CLOSE: Mapping[str, re.Pattern[str]] = {
    "latex": re.compile(
        r"\\[A-Za-z]+\*?(?:\[[^\[\]\n]*\])?\{|\\\W|\\(?:times|cdot|pm|mp|div|degree|text\w+|circ|to|rightarrow|leq?|geq?|neq?"
        r"|approx|sim|infty|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|chi|omega|Delta|Sigma|Omega"
        r"|l?dots|q?quad|newline|linebreak|noindent|hfill|La[Tt]e[Xx]|Te[Xx])(?![A-Za-z])"
    ),
    "latex-letter": re.compile(r"\\"),
}
"""What is such a form right behind a letter or a digit as well: a command with its arguments, or one of a sign."""
_PATH = re.compile(r"(?:\\\\|[A-Za-z]:)\S*\Z")
"""How a path of Windows begins, of which the sign is a part."""


def _is_close(name: str, state: StateInline) -> bool:
    """Whether a form right behind a word is meant as one."""
    form, word = _CLOSE.get(name), state.src[: state.pos].rpartition(" ")[2]
    return bool(form and form.match(state.src, state.pos)) and not _PATH.search(word)


def _unread(first: str, state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != first:
        return False
    before = state.src[at - 1 : at]
    joins = _JOINS[first].match(before) is not None if before and first in _JOINS else False
    if joins and (first != "\\" or before in "\\/:"):
        return False
    for name, form in _FORMS[first]:
        found = form.match(state.src, at, state.posMax)
        if found and name == "latex-letter" and not joins:
            continue
        if found and joins and not _is_close(name, state):
            continue
        if found and not _BARE_BRACES.fullmatch(found[0]):
            if not silent:
                push_unread(state, name, found[0])
                if name in _WORDS_STAY:
                    tokenize(state, found.span(1))
            state.pos = found.end()
            return True
    return False


def macro(state: StateInline, silent: bool) -> bool:
    """`link:address[words]` and the like of AsciiDoc, found at the colon: its name is among the words before it."""
    found = MACRO.match(state.src, state.pos, state.posMax) if state.src[state.pos] == ":" else None
    name = MACRO_NAME.search(state.src, 0, state.pos) if found else None
    if found is None or name is None or not state.pending.endswith(name[0]):
        return False
    if not silent:
        state.pending = state.pending[: -len(name[0])]
        push_unread(state, "macro", name[0] + found[0])
    state.pos = found.end()
    return True


UNREAD = {f"unread_{number}": partial(_unread, first) for number, first in enumerate(_FORMS)}
"""A rule for each character that such a form begins with."""
