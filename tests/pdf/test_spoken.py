"""Alternative texts name the language of their foreign parts."""

from reportgen.document.inlines import Emphasis, Span, Text
from reportgen.pdf.spoken import spoken


def test_a_foreign_part_stands_between_escapes() -> None:
    content = (Text("The line "), Span((Text("Љубљана"),), lang="sr-Cyrl-RS"), Text(" rises."))
    assert spoken(content, "en-GB") == "The line \x1bsrRS\x1bЉубљана\x1benGB\x1b rises."


def test_a_foreign_part_is_found_in_an_emphasis() -> None:
    content = (Emphasis((Text("See "), Span((Text("Le Monde"),), lang="fr"))),)
    assert spoken(content, "en") == "See \x1bfr\x1bLe Monde\x1ben\x1b"


def test_without_foreign_parts_there_are_no_escapes() -> None:
    assert spoken((Text("Plain "), Span((Text("WHO"),), expansion="…")), "en-GB") == "Plain WHO"


def test_a_language_without_two_letters_stays_unmarked() -> None:
    assert spoken((Span((Text("Αθήνα"),), lang="und-Grek"),), "en") == "Αθήνα"
