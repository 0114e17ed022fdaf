"""Names of terms.yaml are marked where they are words, not within an address or a file name."""

from __future__ import annotations

from reportgen.document.inlines import Span, Text, flat, plain
from reportgen.document.text.terms import Marker
from reportgen.source.model import Term

MARKER = Marker((Term("WO", expansion="Water Office"), Term("Labe", lang="cs")), "en-GB", lambda text: text)


def test_a_term_is_no_part_of_an_address() -> None:
    text = "The WO on the Labe: wo.example/WO/Labe, WO.csv and boats@WO.example."
    marked = MARKER.mark((Text(text),))
    assert plain(marked) == text
    assert [plain(span.children) for span in flat(marked) if isinstance(span, Span)] == ["WO", "Labe"]


def _marked(text: str, *terms: Term) -> list[str]:
    marked = Marker(terms, "en-GB", lambda text: text).mark((Text(text),))
    assert plain(marked) == text
    return [plain(span.children) for span in flat(marked) if isinstance(span, Span)]


def test_the_longest_term_is_marked_whatever_it_begins_with() -> None:
    terms = [Term(text, lang="cs") for text in ("Labe", "Labe II", "l’eau", "'t Hooft", "C++", "Řeka-Labe", ".cz")]
    text = "Labe, Labe  II, l'eau, ’t Hooft, C++ and Labes, Řeka-Labe; река Лабе, .cz."
    assert _marked(text, *terms) == ["Labe", "Labe  II", "l'eau", "’t Hooft", "C++", "Řeka-Labe", "река Лабе", ".cz"]


def test_of_thousands_of_terms_those_are_tried_whose_word_is_there() -> None:
    terms = tuple(Term(f"word{number}", lang="cs") for number in range(3_000))
    marker = Marker(terms, "en-GB", lambda text: text)
    marked = marker.mark((Text("None but word7 and word9, word7 and words."),))
    assert [plain(span.children) for span in flat(marked) if isinstance(span, Span)] == ["word7", "word9", "word7"]
    assert set(marker._forms) == {"word7", "word9"}
