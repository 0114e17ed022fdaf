"""What stands in the place of a value where texts are compared."""

from __future__ import annotations

from reportgen.document.templates.filters import FILTERS
from reportgen.editions.paragraphs import LOOKUPS

GATHER = {"count", "join", "latest", "length", "list", "max", "min", "sort", "sum"}
MAKE_TEXT = {"lower", "replace", "round", "string", "title", "trim", "truncate", "upper"}


def test_of_each_filter_it_is_known_whether_a_record_stands_behind_it() -> None:
    assert set(FILTERS) == LOOKUPS | GATHER | MAKE_TEXT
