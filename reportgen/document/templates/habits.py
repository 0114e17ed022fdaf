"""What people write in templates from the habits of a spreadsheet, of R or of Python: the hint that shows our way."""

from __future__ import annotations

from collections.abc import Mapping

_MEAN = '(t | sum("column")) / (t | length), with the table for t'
_SUM = 't | sum("column"), with the table for t'
_LARGEST = '(t | max("column")).column, with the table for t'
_GROUPED = "numbers are grouped by themselves; | number(1) prints one decimal"
_CHOICE = "{% if a > b %}…{% else %}…{% endif %}"

_SAID: Mapping[str, str] = {
    **dict.fromkeys(("mean", "average", "avg", "mw", "mittelwert", "moyenne"), f"write {_MEAN}"),
    **dict.fromkeys(("sum", "total", "sums", "colsums", "summe", "somme", "sumif"), f"write {_SUM}"),
    **dict.fromkeys(("max", "largest"), f"write {_LARGEST}"),
    **dict.fromkeys(("min", "smallest"), f"write {_LARGEST.replace('max', 'min')}"),
    **dict.fromkeys(("len", "nrow", "n", "counta", "rows"), "write t | length, with the table for t"),
    **dict.fromkeys(("round", "roundup", "rounddown", "runden", "arrondi"), "write (what is rounded) | round(1)"),
    **dict.fromkeys(("format", "comma", "commas", "intcomma", "prettynum", "formatc", "sprintf", "text"), _GROUPED),
    **dict.fromkeys(("thousands", "separator", "format_number", "number_format", "numberformat"), _GROUPED),
    **dict.fromkeys(("currency", "dollar", "pounds", "money", "gbp"), "give its column unit: £, and leave this out"),
    **dict.fromkeys(("percentage", "pct", "percent_format", "prozent"), "write | percent(1); a share of one times 100"),
    **dict.fromkeys(("int", "float", "numeric", "as_numeric", "as_integer", "value"), "leave it out, or write | round"),
    **dict.fromkeys(("filter", "subset"), 'write t | selectattr("column", "equalto", "value")'),
    **dict.fromkeys(("vlookup", "xlookup", "hlookup", "index", "match"), 'write t["key"].column'),
    **dict.fromkeys(("if", "ifelse", "iif", "wenn", "si"), f"write {_CHOICE}"),
    **dict.fromkeys(("median", "sd", "stdev", "var"), "compute it where the data come from, and bring it as a fact"),
    **dict.fromkeys(("concat", "concatenate", "paste", "paste0"), "to put texts together, write ~"),
    **dict.fromkeys(("today", "now", "sys"), "a paper knows no today: write {{ published }} or {{ facts_as_of }}"),
    **dict.fromkeys(("abs", "upper", "lower"), "it is a filter: write it behind the value, after |"),
}
SIGNS: Mapping[str, str] = {
    "^": "for a power write **, as in 2 ** 3",
    "$": 'write a dot: t.Avon.Trips, or t["East Holm"].Trips',
    "&": "to put texts together, write ~",
    "!": "for not, write not; for not the same, !=",
    ";": "write a value alone, or a list with commas",
    "?": f"write {_CHOICE}",
}
"""By a sign that no template knows."""


def hint_for(name: str) -> str:
    """What is written here for a function or a filter that others have; "" for other names."""
    return _SAID.get(name.casefold().replace(".", "_"), "")
