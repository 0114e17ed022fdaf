"""Lists as their authors number them: letters, Roman numbers, `#.`; bullets from word processors; what is none.

CommonMark knows lists of digits only. The markers of other lists are put into digits of the same length before it reads
them, so that lines and columns stay; what is printed is what the author typed, which `typed` finds again.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, paragraph

from reportgen.document.markdown.places import line_of
from reportgen.patterns import Pattern

_MARKER = re.compile(
    r"(?P<open>\(?)(?P<name>[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|#|\d{1,3})(?P<close>[.)])(?P<space>[ \t]+)(?=\S)"
)
_TYPED = Pattern(r"[ \t>]*(?:[*+-][ \t]+)*(\(?(?:\w+|#)[.)])[ \t\u00a0]")
_BULLET = re.compile("[•‣▪●◦∙·][ \t]+(?=\\S)")
"""What word processors put before the points of a list, and leave there when it is copied."""
_DASH = re.compile("[–—][ \t]+(?=\\S)")
_SYMBOL = re.compile("[oØüvqà§Ã➢✓►][ \t]*\t[ \t]*(?=\\S)")
"""Bullets of Word in its fonts of signs, which are letters elsewhere: a tab follows them."""
_SIGN = re.compile(rf"{_BULLET.pattern}|{_SYMBOL.pattern}")
_ANY_POINT = re.compile(
    rf"{_BULLET.pattern}|[-*+–—oØü§➢✓►][ \t]+(?=\S)|\(?(?:[A-Za-z]|[ivxIVX]{{1,4}}|\d{{1,2}})[.)][ \t]+(?=\S)"
)
_HELD_BULLET = re.compile(r"[•‣▪●◦∙·]([ \t]*\u00a0[ \t\u00a0]*)(?=\S)")
_HELD_POINT = re.compile(r"(?:[-*+–—]|\(?(?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,3})[.)])([ \t]*\u00a0[ \t\u00a0]*)(?=\S)")
"""A point and the space that holds its words, as Word and Outlook put it there."""
_DEEPER = 4
"""By how much a point stands further in than that which it belongs to: as far as a tab leads."""
_SECTION = re.compile("§[ \t]+(?=[^\\W\\d_])")
_LONG = re.compile(r"[1-9]\d{3,8}[.)](?:[ \t]|$)")
"""A year, say: a number of four digits is hardly ever that of an item."""
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+(?=\S)")
_POINT = Pattern(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_ROMAN = Pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number_of(name: str, *, roman: bool) -> int | None:
    """What a marker says: 3 for c, iii or 3; None where it says nothing as a letter, or as a Roman number."""
    if name.isdecimal():
        return int(name)
    if not roman:
        return ord(name.lower()) - ord("a") + 1 if len(name) == 1 else None
    if not _ROMAN.fullmatch(name.lower()):
        return None
    values = [_WORTH[letter] for letter in name.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def typed(line: str) -> str:
    """The marker at the head of an item's line, as "(iv)"; "" where there is none."""
    found = _TYPED.match(line)
    return found[1] if found else ""


def _items(state: StateBlock, start: int, end: int) -> list[tuple[int, re.Match[str]]]:
    """The lines that could be items of one list with that at `start`, each with its marker."""
    first = _MARKER.match(line_of(state, start))
    found: list[tuple[int, re.Match[str]]] = []
    for number in range(start, end):
        if state.isEmpty(number):
            continue
        marker = _MARKER.match(line_of(state, number))
        aside = state.sCount[number] - state.sCount[start]
        if first and marker and abs(aside) < 2 and _alike(first, marker):
            found.append((number, marker))
        elif aside < 2 and state.isEmpty(number - 1) and number > start:
            break
    return found


def _alike(one: re.Match[str], other: re.Match[str]) -> bool:
    name, second = one["name"], other["name"]
    kind = [(text.isdecimal(), text == "#", text.isupper()) for text in (name, second)]
    return one["open"] == other["open"] and one["close"] == other["close"] and kind[0] == kind[1]


def _numbers(markers: list[re.Match[str]]) -> list[int]:
    """The numbers of the items, as far as they follow each other; none where it is not certain that it is a list."""
    names = [marker["name"] for marker in markers]
    if names[0] == "#":
        return list(range(1, len(names) + 1))
    best: list[int] = []
    for roman in (False, True):
        found: list[int] = []
        for name in names:
            number = number_of(name, roman=roman)
            if number is None or (found and number != found[-1] + 1):
                break
            found.append(number)
        best = max(best, found, key=len)
    return best if len(best) > 1 else []


def markers_in_digits(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule of its own: it puts the markers of a list of letters into digits, which the rule after it reads.

    A single line that begins like an item ("c. 1900", "A. Smith said") is none: two must follow each other.
    """
    first = _MARKER.match(line_of(state, start))
    if first is None or state.is_code_block(start) or (first["name"].isdecimal() and not first["open"]):
        return False
    items = _items(state, start, end)
    numbers = _numbers([marker for _, marker in items])
    for (line, marker), number in zip(items, numbers, strict=False):
        begin = state.bMarks[line] + state.tShift[line]
        width = len(marker["open"]) + len(marker["name"])
        digits = str(number)[-width:].zfill(width)
        state.src = f"{state.src[:begin]}{digits}{state.src[begin + width :]}"
    return False


def held_points(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule of its own: it puts plain spaces behind points in place of those that hold, for the rules after it.

    A dash or a number may begin a sentence that its author holds together: two such lines must follow each other.
    """
    if "\u00a0" not in line_of(state, start) or state.is_code_block(start):
        return False
    found = {start: _HELD_BULLET.match(line_of(state, start))}
    if not found[start]:
        last = start
        while last < end and (state.isEmpty(last) or _HELD_POINT.match(line_of(state, last))):
            last += 1
        found = {
            line: _HELD_POINT.match(line_of(state, line)) for line in range(start, last) if not state.isEmpty(line)
        }
        if len(found) < 2:
            return False
    for line, point in found.items():
        if point:
            begin = state.bMarks[line] + state.tShift[line] + point.start(1)
            state.src = f"{state.src[:begin]}{' ' * len(point[1])}{state.src[begin + len(point[1]) :]}"
    return False


def bullets_as_dashes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule of its own: it puts the bullets of a word processor into the dashes that the rule after it reads.

    A long dash may begin any line, and a § too: they make points only where two lines that follow each other begin so.
    """
    if state.is_code_block(start):
        return False
    if _SIGN.match(line_of(state, start)):
        _levels(state, start, end)
        return False
    sign = _SECTION if _SECTION.match(line_of(state, start)) else _DASH
    last = start
    while last < end and sign.match(line_of(state, last)):
        last += 1
    for line in range(start, last if last - start > 1 else start):
        _put_dash(state, line)
    return False


def _levels(state: StateBlock, start: int, end: int) -> None:
    """The bullets from a line on as dashes; another sign at the same margin is that of a lower level, as in Word."""
    margin, signs = state.sCount[start], ""
    for line in range(start, end):
        text = line_of(state, line)
        if not text or not _SIGN.match(text):
            if text and state.isEmpty(line - 1):
                return
            continue
        signs = signs.partition(text[0])[0] + text[0]
        level = len(signs) - 1
        if level and state.sCount[line] == margin:
            state.sCount[line] += _DEEPER * level
        _put_dash(state, line)


def _put_dash(state: StateBlock, line: int) -> None:
    begin = state.bMarks[line] + state.tShift[line]
    state.src = f"{state.src[:begin]}-{state.src[begin + 1 :]}"


def points_below_words(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule of its own: points after a tab, right below the words that lead to them, stand at the margin.

    CommonMark takes them for more of these words; those below a point of a list it reads as that list's. Only where
    they are said to stand changes. Lines that were looked at from an earlier one, as each heading of a long run of
    lines would have it, are not looked at again.
    """
    looked = state.env.get("points looked for", (0, 0, ()))
    if looked[0] < start < looked[1] and looked[2] == (end, state.blkIndent):
        return False
    points, least = 0, 0
    for line in range(start + 1, end):
        aside = state.sCount[line] - state.blkIndent
        if state.isEmpty(line) or aside < 0 or (not points and aside < _DEEPER and _POINT.match(line_of(state, line))):
            break
        if not points and aside >= _DEEPER and _ANY_POINT.match(line_of(state, line)):
            points, least = line, aside
        elif points and aside < least:
            break
    else:
        line = end
    state.env["points looked for"] = (start, points or line, (end, state.blkIndent))
    lines = range(points, line) if points else range(0)
    leads = points and line_of(state, points - 1).rstrip().endswith(":")
    if leads or sum(1 for one in lines if _ANY_POINT.match(line_of(state, one))) > 1:
        for one in lines:
            _to_margin(state, one, least)
    return False


def _to_margin(state: StateBlock, line: int, columns: int) -> None:
    """Let a line begin as many columns further on, behind that much of its spaces and tabs."""
    begin, at = state.bMarks[line], state.bsCount[line]
    end = at + columns
    while at < end and state.src[begin] in " \t":
        at += _DEEPER - at % _DEEPER if state.src[begin] == "\t" else 1
        begin += 1
    state.tShift[line] -= begin - state.bMarks[line]
    state.bMarks[line], state.bsCount[line] = begin, at
    state.sCount[line] -= columns


def points_under_numbers(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Not a rule of its own: points that stand two spaces in below a numbered one belong to it, though it wants three.

    Only where they are said to stand changes: the text stays as it is.
    """
    first = _NUMBERED.match(line_of(state, start))
    if first is None or silent or state.is_code_block(start):
        return False
    own, inner, moved = state.sCount[start], state.sCount[start] + first.end(), 0
    for at in range(start + 1, end):
        if state.isEmpty(at):
            continue
        here = state.sCount[at]
        if here <= own:
            if not _NUMBERED.match(line_of(state, at)):
                break
            moved = 0
        elif own + 1 < here < inner and _POINT.match(line_of(state, at)):
            moved = inner - here
        state.sCount[at] += moved if here > own else 0
    return False


def long_number(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph that begins with a number of four digits and a full stop is none of a list's items."""
    if state.is_code_block(start) or not _LONG.match(line_of(state, start)):
        return False
    return True if silent else paragraph(state, start, end, silent)
