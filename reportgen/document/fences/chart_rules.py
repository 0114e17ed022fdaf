"""What a chart shows and what stands round it, held against the rules: a title that says the finding, a subtitle, a
source, rows of one unit and of one level."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from reportgen.document.data.row_units import listed, of_one, units_among
from reportgen.document.data.select import Selected
from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Inlines, plain
from reportgen.language import Words
from reportgen.language.units import CURRENCIES
from reportgen.source.model import Column
from reportgen.source.odd_cells import is_time
from reportgen.source.totals import apart, listed_names
from reportgen.source.yaml_nodes import Node

MOST_TITLE_WORDS = 15
_LEAST_CAPITALS = 3
"""Capitalised words in a row that may still be names."""
_SHOWN = 3
_SQUEEZED, _FEWEST_PARTS = 3, 3
"""How many times the largest part a total is that leaves the parts a third of the scale, and how many parts there are
then that differ. Ours."""
_SIGN = re.compile(rf"[%‰°²³{CURRENCIES}]|\(.+\)|=\s?1|\b[A-Z]{{3}}\b|\d+\s?[–-]\s?\d+\s?$")
"""Signs of units, what stands in brackets, "2015 = 100", codes of currencies."""
_SHORT = re.compile(
    r"(?<![\w'’])(?:[kMGTmµ]?(?:m|g|W|Wh|V|J|Hz|bit|B|t|l|s|Pa|bar)|ha|h|min|kt|Mt|Gt|pp|pts?|bn|mn|tn|km/h)(?![\w'’])"
)
"""Short forms of units, as words of their own."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def check_chart_wording(block: Fenced, title: Inlines, subtitle: Inlines, source: Inlines) -> None:
    """Report a title that is long or in title case, and a subtitle and a source that there are not."""
    words = plain(title).split()
    if len(words) > MOST_TITLE_WORDS:
        message = f"the chart's title has {len(words)} words; {MOST_TITLE_WORDS} can be read at a glance"
        block.desk.problem("chart-title", block.place_of("title"), message)
    if is_title_case(plain(title)):
        message = "the chart's title has a capital at every word: it reads as a name, not as a sentence"
        block.desk.problem("chart-title", block.place_of("title"), message)
    if not subtitle:
        message = "the chart has no subtitle: what is measured, where and when?"
        block.desk.problem("chart-subtitle", block.place, message)
    if not source:
        block.desk.problem("chart-source", block.place, "the chart names no source")


def check_units(block: Fenced, selected: Selected, drawn: Collection[str], texts: Sequence[Inlines]) -> None:
    """Report the first drawn column whose unit nobody says: neither it, nor its title, nor the chart's own `texts`.

    Only measured numbers are asked for: whole ones count what their title names.
    """
    words, said = block.desk.words, [plain(text) for text in texts]
    measured = (column for column in selected.columns if column.name in drawn and _is_measured(column, selected))
    for column in measured:
        if not any(_says_unit(text, words) for text in (*said, column.title, selected.table.title)):
            message = f"nothing says in what '{column.title}' is measured"
            place = block.place_of("subtitle") if "subtitle" in block.header.entries else block.place
            block.desk.problem("chart-unit", place, message)
            return


def check_rows(block: Fenced, selected: Selected, drawn: Collection[str]) -> None:
    """Report a drawn column whose rows are in several units, which no scale has; and one in which a total is so large
    beside its parts that these can't be told apart."""
    numbers = [one for one in selected.columns if one.name in drawn and one.type in ("number", "integer")]
    for column in numbers:
        if units := units_among(column, selected.rows):
            message = f"the chart draws '{column.name}' in several units: {listed(column, units)}"
            by, texts = of_one(column, units, selected.rows)
            more = ", …" * (len(texts) > _SHOWN)
            hint = f"take the rows of one unit: where: {{{listed_names([by])}: {listed_names(texts[:_SHOWN])}{more}}}"
            block.desk.problem("chart-data", block.place_of("data"), message, hint)
            return
    for column in numbers:
        if found := _squeezing(column, selected):
            by, name, share = found
            message = (
                f"the chart draws '{name}' beside its parts: of all others the largest takes {share}% of its scale"
            )
            hint = f'leave it out: where: {{{listed_names([by])}: "!={name}"}}'
            block.desk.problem("chart-total", block.place_of("data"), message, hint)
            return


def check_dates(block: Fenced, selected: Selected, options: Mapping[str, Node]) -> None:
    """Report the cell of a date column that keeps the others from being dates: "Change 2024/2019" below years."""
    name = getattr(options.get("date"), "text", "")
    column = next((one for one in selected.columns if one.name == name and one.type == "string"), None)
    texts = [str(value) for row in selected.rows if (value := row.value(name)) is not None] if column else []
    odd = [text for text in dict.fromkeys(texts) if not is_time(text)]
    if column is None or not odd or 2 * len(odd) >= len(texts):
        return
    message = f"'{odd[0]}' in the date column '{name}' is neither a date nor a period, as the others are"
    hint = f'leave its row out: where: {{{listed_names([name])}: "!={odd[0]}"}}; or write end: for the table'
    block.desk.problem("chart-data", block.place_of("date"), message, hint)


def _squeezing(column: Column, selected: Selected) -> tuple[str, str, int] | None:
    """The column and the name of a total among its parts, and how many per cent of it the largest of these is, if they
    are small beside it."""
    parts = apart(selected.table, selected.rows)
    kept = {id(row) for row in parts}
    others = [abs(value) for row in parts if isinstance(value := row.value(column.name), Decimal)]
    largest = max(others, default=Decimal(0))
    if len(others) < _FEWEST_PARTS or "%" in column.unit or not largest:
        return None
    for row in selected.rows:
        whole = row.value(column.name)
        if id(row) not in kept and isinstance(whole, Decimal) and abs(whole) >= _SQUEEZED * largest:
            found = ((by, str(row.value(by))) for by, texts in selected.table.totals.items() if row.value(by) in texts)
            by, name = next(found, ("", ""))
            return (by, name, int(100 * largest / abs(whole))) if name else None
    return None


def _is_measured(column: Column, selected: Selected) -> bool:
    """Whether a column has a number with decimals, and neither it nor its rows have a unit."""
    if column.type != "number" or column.unit or column.unit_column:
        return False
    values = (row.value(column.name) for row in selected.rows)
    return any(isinstance(value, Decimal) and value % 1 for value in values)


def _says_unit(text: str, words: Words) -> bool:
    """Whether there is a word of measure, a unit's short form or sign, or something in brackets in a text."""
    return any(form.search(text) for form in (_SIGN, _SHORT, words.form(r"(?<!\w)«measured»(?!\w)")))


def is_title_case(text: str) -> bool:
    """Whether every longer word after the first has a capital, and there are too many of them for names.

    >>> is_title_case("Harbours Open More Often"), is_title_case("Harbours of the North Sea open more often")
    (True, False)
    """
    longer = [word for word in _WORD.findall(text)[1:] if len(word) > 3]
    return len(longer) >= _LEAST_CAPITALS and all(word[0].isupper() and not word.isupper() for word in longer)
