"""What is a name in CSL JSON."""

from __future__ import annotations

import pytest

from reportgen.problems import Problems
from reportgen.source.bibliography.csl_json import items


@pytest.mark.parametrize("name", ["null", "true", '""', '" "', "[]", '["a"]', "{}"])
def test_what_is_no_text_and_no_number_names_no_source(name: str) -> None:
    (found,) = items(f'[{{"id": {name}, "type": "book"}}]', "references.json", Problems())
    assert (found.id, found.broken) == ("of line 1, without an id", True)


@pytest.mark.parametrize(("name", "known"), [('"a"', "a"), ("5", "5"), ('" b "', "b")])
def test_texts_and_numbers_do(name: str, known: str) -> None:
    (found,) = items(f'[{{"id": {name}, "type": "book"}}]', "references.json", Problems())
    assert found.id == known
