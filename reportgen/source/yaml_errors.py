"""The YAML parser's errors in words for people who write briefings, the same for PyYAML's two parsers."""

from __future__ import annotations

import re

import yaml

from reportgen.patterns import Pattern

_MISFIT = (
    "this line does not fit the lines above it",
    "keys of one group begin in the same column, each with a colon after it",
)
QUOTES = "put quotes round the value"
_VALUE = Pattern(r"\s*(?:- )*[^:#]+?:\s+(?P<value>.*)|\s*-\s+(?P<item>.*)")

_HASH = Pattern(r"(?:[\[{,:]\s+|[\[{]|^\s*(?=#[0-9a-fA-F]{3,8}\b))(?P<value>#\w[^\s,}\]]*)")
"""A # where a value of a list or a group begins: YAML takes it and the rest of the line for a note."""

_SAYINGS: tuple[tuple[tuple[str, ...], bool, str, str], ...] = (
    (
        ("mapping values are not allowed",),
        False,
        "a colon stands in this value",
        'put quotes round it, as in title: "A: B"',
    ),
    (("quoted scalar",), True, "a quotation mark opens here and never closes", "close it at the end of the value"),
    (("block scalar",), False, "nothing may stand after | or >", "begin the text on the next line, indented"),
    (("alias",), True, "a value that begins with * is taken for a reference", QUOTES),
    (("anchor",), True, "a value that begins with & is taken for an anchor", QUOTES),
    (("tag",), True, "a value that begins with ! is taken for a tag", QUOTES),
    (
        ("flow sequence", "flow node"),
        True,
        "a bracket [ opens here and does not close rightly",
        "close it with ]; text that begins with [ needs quotes",
    ),
    (
        ("flow mapping",),
        True,
        "a brace { opens here and does not close rightly",
        "close it with }; text that begins with { needs quotes",
    ),
    (("expected ':'", "simple key"), True, "a key with no colon after it", "write key: value"),
    (
        ("sequence entries are not allowed",),
        False,
        "a list can't begin on the line of its key",
        "begin it on the next line",
    ),
)
"""Words of the parser (either of the two), whether the place is where the faulty thing began, and what we say."""


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """A parser's error as line and column (from 0), message and hint."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 0, 0, "this is not YAML", ""
    line, column = mark.line, mark.column
    text = lines[line] if line < len(lines) else ""
    special = _special(text, column)
    if special:
        return line, column, *special
    words = f"{error.context or ''} {error.problem or ''}"
    begin = error.context_mark or mark
    hashed = _hashed(lines, begin.line, line) if "flow" in words else None
    if hashed:
        return hashed
    if "mapping values" in words and not re.search(r":\s", text[:column]):
        return _misfit(lines, line, column)
    for needles, at_context, message, hint in _SAYINGS:
        if any(needle in words for needle in needles):
            at = begin if at_context else mark
            return at.line, at.column, message, hint
    return line, column, *_MISFIT


def _hashed(lines: list[str], begin: int, line: int) -> tuple[int, int, str, str] | None:
    """The # for which a list or a group does not close; None where that is not why.

    Something in it begins on line `begin`, and on `line` the parser saw that it can't go on.
    """
    for number in range(min(line, len(lines) - 1), -1, -1):
        found = _HASH.search(lines[number])
        if found:
            value = found["value"]
            message = f"what follows # is a note: {value} is not read, nor what closes the bracket"
            return number, found.start("value"), message, f'put quotes round it: "{value}"'
        if number < line and number <= begin and lines[number][:1].strip():
            return None
    return None


def _misfit(lines: list[str], line: int, column: int) -> tuple[int, int, str, str]:
    """A line with a key where none can be: for its indentation, or because the line above has no colon."""
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    if above is not None:
        indents = [len(text) - len(text.lstrip()) for text in (lines[above], lines[line])]
        if indents[0] == indents[1] and not re.search(r":(\s|$)|^\s*[-#]", lines[above]):
            return above, indents[0], "a key with no colon after it", "write key: value"
    return line, column, *_MISFIT


def _special(text: str, column: int) -> tuple[str, str] | None:
    """Faults that the line itself shows better than the parser's words."""
    before, after = text[:column], text[column:]
    if text.startswith("%"):
        return "a line can't begin with %", QUOTES
    if "\t" in text[: column + 1] and not before.strip():
        return "a tab stands before this line's text", "indent with spaces"
    if after[:1] in ("@", "`", "%"):
        return f"a value can't begin with {after[0]}", QUOTES
    match = _VALUE.match(text)
    value = (match["value"] or match["item"] or "") if match else ""
    inside = bool(after.strip()) and column > text.find(value)
    if inside and value[:1] in ("'", '"') and value.count(value[0]) > 1:
        return "text follows the closing quotation mark", "put the whole value in quotes of the other kind"
    if inside and value[:1] in ("{", "[") and value.count("{") == value.count("}"):
        hint = "put single quotes round the value: '…'" if '"' in value and "'" not in value else QUOTES
        return f"a value that begins with {value[0]} is taken for a list or a group", hint
    return None
