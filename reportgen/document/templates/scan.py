"""The one scanner of `{{ }}`, `{% %}`, `{# #}` and `<!-- -->`: where they stand in a text, and where code does.

`{#id}` is no comment: a comment has a space, a line end or `-` after `{#`. Code has no comments, but templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from reportgen.frozen import frozen

Kind = Literal["fence", "span", "raw", "print", "tag", "comment", "open_comment", "open_print"]
"""Code of several lines, code in a line; what stands between `{% raw %}` and `{% endraw %}`, with these; `{{ }}`,
`{% %}`, a comment; the begin of a comment that does not end; a `{{` that does not, up to where its value may end."""

_STRING = r"""\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"""
"""A bracket in quotes ends nothing."""
_FORMS = rf"""
    (?P<raw> \{{%[-+]?\s*raw\s*[-+]?%\}} .*? \{{%[-+]?\s*endraw\s*[-+]?%\}} )
  | (?P<print> \{{\{{ (?>{_STRING}|(?!\{{[{{%]|\n[ \t]*\n).)*? \}}\}} )
  | (?P<tag> \{{% (?>{_STRING}|(?!\{{[{{%]).)*? %\}} )
  | (?P<comment> <!--.*?--> | \{{\#(?=[-\s]).*?\#\}} )
  | (?P<open_comment> <!-- | \{{\#(?=[-\s]) )
  | (?P<open_print> \{{\{{[^{{}}\n]*\}}? )
"""
_CODE = r"""
    (?P<fence> ^[ \t>]* (?P<bars>`{3,}|~{3,}) [^\n]*\n (?:.*?^[ \t>]*(?P=bars)[`~]*[ \t]*$ | .*\Z) )
  | (?P<span> (?<!`)(?P<ticks>`+)(?!`) (?:(?!\n[ \t]*\n).)+? (?<!`)(?P=ticks)(?!`) )
"""
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
    for found in (_TEXT if code else _TEMPLATES).finditer(text):
        yield Found(found.lastgroup, found[0], found.start())  # type: ignore[arg-type]


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
