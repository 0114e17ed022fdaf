"""The one scanner of `{{ }}`, `{% %}`, `{# #}` and `<!-- -->`: where they stand in a text, and where code does.

`{#id}` is no comment: a comment has a space, a line end or `-` after `{#`. Code has no comments, but templates. Also
braces that an author forgot: a `{{` that is not closed, single ones round a name that a template knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from reportgen.document.data.arithmetic import Fault
from reportgen.frozen import frozen

Kind = Literal["fence", "span", "raw", "print", "tag", "comment", "open_comment", "open_print"]
"""Code of several lines, code in a line; what stands between `{% raw %}` and `{% endraw %}`, with these; `{{ }}`,
`{% %}`, a comment; the begin of a comment that does not end; a `{{` that does not, up to where its value may end."""

_STRING = r"""\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"""
"""A bracket in quotes ends nothing."""
_FORMS = rf"""
    (?P<raw> \{{%[-+]?\s*raw\s*[-+]?%\}} )
  | (?P<print> \{{\{{ (?>{_STRING}|(?!\{{[{{%]|\n[ \t]*\n).)*? \}}\}} )
  | (?P<tag> \{{% (?>{_STRING}|(?!\{{[{{%]).)*? %\}} )
  | (?P<comment> <!-- | \{{\#(?=[-\s]) )
  | (?P<open_print> \{{\{{[^{{}}\n]*\}}? )
"""
_CODE = r"""
    (?P<fence> ^[ \t>]* (?P<bars>`{3,}|~{3,}) [^\n]*\n (?:.*?^[ \t>]*(?P=bars)[`~]*[ \t]*$ | .*\Z) )
  | (?P<span> (?<!`)`+ )
"""
_TICKS, _EMPTY_LINE = re.compile("`+"), re.compile(r"\n[ \t]*\n")
_CLOSED_BY = {
    "raw": {"{%": re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")},
    "comment": {"<!": re.compile("-->"), "{#": re.compile(r"#\}")},
    "span": {},
}
_UNCLOSED = {"raw": "tag", "comment": "open_comment", "span": ""}
"""What it is that is never closed; a backtick is nothing then."""
_FLAGS = re.DOTALL | re.MULTILINE | re.VERBOSE
_TEMPLATES = re.compile(rf"(?=[{{<])(?:{_FORMS})", _FLAGS)
_TEXT = re.compile(rf"{_CODE} | (?=[{{<])(?:{_FORMS})", _FLAGS)


@frozen
class Found:
    """Something that is found; `start` is its offset."""

    kind: Kind
    text: str
    start: int


def pieces(text: str, *, code: bool = True) -> Iterator[Found]:
    """All that is found, in the order of the text; what stands in one is none. Without `code`, code is any text."""
    ends, start = _Ends(text), 0
    pattern = _TEXT if code else _TEMPLATES
    while found := pattern.search(text, start):
        kind, end = found.lastgroup or "", found.end()
        if kind in _CLOSED_BY:
            closed = ends.of(kind, found[0], end)
            kind, end = (kind, closed) if closed else (_UNCLOSED[kind], end)
        if kind:
            yield Found(kind, text[found.start() : end], found.start())  # type: ignore[arg-type]
        start = end


class _Ends:
    """Where what is opened in a text ends; each end is looked for once, however often it is not there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._none: set[str] = set()
        """The closing signs of which none follow any more."""
        self._blank = -1

    def of(self, kind: str, opening: str, begin: int) -> int:
        """The end of what opens before `begin`; 0 where there is none."""
        if kind == "span":
            return self._of_span(len(opening), begin)
        closing = _CLOSED_BY[kind][opening[:2]] if kind == "comment" else _CLOSED_BY[kind]["{%"]
        if closing.pattern in self._none:
            return 0
        found = closing.search(self._text, begin)
        if found is None:
            self._none.add(closing.pattern)
        return found.end() if found else 0

    def _of_span(self, ticks: int, begin: int) -> int:
        """After the next run of so many backticks, of those that stand before an empty line."""
        runs = self._runs.get(ticks, [])
        at = bisect_right(runs, begin)
        if at == len(runs):
            return 0
        if self._blank < begin:
            blank = _EMPTY_LINE.search(self._text, begin)
            self._blank = blank.start() if blank else len(self._text)
        return runs[at] + ticks if runs[at] < self._blank else 0

    @cached_property
    def _runs(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for run in _TICKS.finditer(self._text):
            found.setdefault(len(run[0]), []).append(run.start())
        return found


def replaced(text: str, change: Callable[[Found], str], *, code: bool = True) -> str:
    """`text` with something else, or the same, in the place of each."""
    parts, end = [], 0
    for piece in pieces(text, code=code):
        parts += [text[end : piece.start], change(piece)]
        end = piece.start + len(piece.text)
    return "".join((*parts, text[end:]))


def blank(text: str) -> str:
    """`text` as so many spaces; line ends stay."""
    return re.sub(r"[^\n]", " ", text)


def gone(text: str) -> str:
    """The same of what would have printed a word: it begins no indented line."""
    return "\u00a0" + blank(text[1:])


_SINGLE = re.compile(
    r"(?<![\\{\]\w])\{[ \t]*(?P<name>[A-Za-z_]\w*)(?P<rest>(?:[ \t]*[.\[|*/+-][^{}\n]*?)?)[ \t]*\}(?!\})"
)


def unclosed(text: str) -> Iterator[int]:
    """Where each `{{` stands that is not closed."""
    return (piece.start for piece in pieces(text, code=False) if piece.kind == "open_print")


def closed(text: str) -> str:
    """`text` with a blank in the place of each `{{` that is not closed; lines and columns stay where they are."""
    return replaced(text, lambda piece: blank(piece.text) if piece.kind == "open_print" else piece.text, code=False)


def single(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, Fault]]:
    """What stands in single braces outside of code, and begins with one of the `known` names, with its offset.

    `known` has for each name how a template writes it: "budget" may be `facts.budget`.
    """
    if not any(found["name"] in known for found in _SINGLE.finditer(text)):
        return
    for found in _SINGLE.finditer(replaced(text, lambda piece: blank(piece.text))):
        if found["name"] in known:
            message = f"single braces are no template: {found[0]} is printed as it stands"
            value = known[found["name"]] + found["rest"]
            yield found.start(), Fault("single-braces", message, rf"write {{{{ {value} }}}}, or \{{ if it is meant")
