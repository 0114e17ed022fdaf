"""Whether a chart's title says the opposite of its data: who has the highest, or more than half; what rose or fell.

Only what is certain is told: of a chart with one measure, a title that begins with the name of a row or of the measure,
then says what the language has a pattern for, and nothing that narrows it. Of all other titles nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.inlines import plain
from reportgen.document.text.desk import ChartDraft
from reportgen.frozen import frozen
from reportgen.language import Words

_KINDS = {"bars": "category", "dots": "category", "map": "place", "tilemap": "place", "lines": "date"}
"""Kinds of one value a row, and the option that names the column of the rows."""
_TIMES = ("year", "date")
_LEAST_DOUBLE, _MOST_HALF = 1.5, 0.75
"""Times the first value: below the one nothing has doubled, above the other nothing has halved, however rounded."""
_HALF = 50.0
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters that a word of the title and one of the measure must share, as "price" and "prices" do."""


@frozen
class _Measured:
    """The only measure of a chart: its rows by name in the order of the chart, and what it is called."""

    names: tuple[str, ...]
    values: tuple[float, ...]
    called: str
    percent: bool
    in_time: bool


def contradicted(chart: ChartDraft, words: Words) -> str:
    """What the title says and the data don't, as a sentence's end; "" where nothing is certain."""
    title, found = " ".join(plain(chart.title).split()), _measured(chart)
    if found is None:
        return ""
    return next(_moved(title, found, words) if found.in_time else _ranked(title, found, words), "")


def _measured(chart: ChartDraft) -> _Measured | None:
    """The measure of a chart that has one, without gaps; None for all others."""
    spec, options = chart.spec, chart.spec.options
    rows = options.get(_KINDS.get(spec.kind, ""))
    values = options.get("values", options.get("value"))
    column = values[0] if isinstance(values, list | tuple) and len(values) == 1 else values
    if not isinstance(rows, str) or not isinstance(column, str) or {"series", "of", "against"} & options.keys():
        return None
    infos = {info.name: info for info in spec.data.columns}
    if rows not in infos or column not in infos or len(spec.data) < 2:
        return None
    numbers = [value for value in spec.data[column] if isinstance(value, float)]
    names = [str(name) for name in spec.data[rows]]
    if len(numbers) != len(names) or len(set(names)) != len(names):
        return None
    called = f"{infos[column].title} {infos[column].unit}"
    in_time = infos[rows].type in _TIMES
    order = sorted(range(len(names)), key=lambda at: names[at]) if in_time else range(len(names))
    return _Measured(
        tuple(names[at] for at in order), tuple(numbers[at] for at in order), called, "%" in infos[column].unit, in_time
    )


def _moved(title: str, found: _Measured, words: Words) -> Iterator[str]:
    """What is said of the way from the first value to the last, and is not so."""
    first, last = found.values[0], found.values[-1]
    false = {
        "doubled": first > 0 and last < first * _LEAST_DOUBLE,
        "halved": first > 0 and last > first * _MOST_HALF,
        "rose": last < first,
        "fell": last > first,
    }
    for claim, is_false in false.items():
        said = _said(title, claim, words) if is_false and _is_sure(title, words) else None
        if said is None or not re.fullmatch(words.pattern("claim-amount"), title[said.end() :].strip(), re.IGNORECASE):
            continue
        if _stems(title[: said.start()]) and _is_of(title[: said.start()], found, words):
            ends = [words.number(value) for value in (first, last)]
            yield f"says '{said.group()}', and the data go from {ends[0]} to {ends[1]}"


def _ranked(title: str, found: _Measured, words: Words) -> Iterator[str]:
    """What is said of a row that the title begins with, and is not so."""
    name = max((one for one in found.names if title.startswith(f"{one} ")), key=len, default="")
    rest = title[len(name) + 1 :]
    if not name or not _is_sure(rest, words) or any(one in rest for one in found.names):
        return
    at = dict(zip(found.names, found.values, strict=True))
    for claim, end in (("highest", max(found.values)), ("lowest", min(found.values))):
        if at[name] != end and (said := _claimed(rest, claim, found, words)):
            other = next(one for one, value in at.items() if value == end)
            yield f"says '{name} {said}', and in the data that is '{other}'"
    if found.percent and at[name] < _HALF and (said := _claimed(rest, "most", found, words)):
        yield f"says '{name} {said}', and the data say {words.number(at[name])}%"


def _claimed(rest: str, claim: str, found: _Measured, words: Words) -> str:
    """The words of a claim that a text begins with, if all else in it names the measure; "" for none."""
    said = _said(rest, claim, words)
    if said is None or said.start():
        return ""
    about = f"{said.groupdict().get('of') or ''} {rest[said.end() :]}"
    return said.group() if _is_of(about, found, words) else ""


def _said(text: str, claim: str, words: Words) -> re.Match[str] | None:
    return re.search(rf"(?<!\w)(?:{words.pattern(f'claim-{claim}')})(?!\w)", text, re.IGNORECASE)


def _is_sure(text: str, words: Words) -> bool:
    """Whether no word and no sign narrows or turns what is said."""
    unsure = rf"(?<!\w)(?:{words.pattern('claim-unsure')})(?!\w)|[,;:?()–]|\d{{4}}"
    return not re.search(unsure, text, re.IGNORECASE)


def _is_of(text: str, found: _Measured, words: Words) -> bool:
    """Whether all long words of a text are the measure's, or say no more than "number of"."""
    plainly = re.sub(rf"(?<!\w)(?:{words.pattern('claim-neutral')})(?!\w)", "", text, flags=re.IGNORECASE)
    return _stems(plainly) <= _stems(found.called)


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text)}
