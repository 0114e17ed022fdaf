"""Alternative texts name the language of their foreign parts."""

from reportgen.document.inlines import Span, Text
from reportgen.pdf.spoken import spoken


def test_a_foreign_part_stands_between_escapes() -> None:
    content = (Text("The line "), Span((Text("Љубљана"),), lang="sr-Cyrl-RS"), Text(" rises."))
    assert spoken(content, "en-GB") == "The line \x1bsrRS\x1bЉубљана\x1benGB\x1b rises."


def test_without_foreign_parts_there_are_no_escapes() -> None:
    assert spoken((Text("Plain "), Span((Text("WHO"),), expansion="…")), "en-GB") == "Plain WHO"


def test_a_language_without_two_letters_stays_unmarked() -> None:
    assert spoken((Span((Text("Αθήνα"),), lang="und-Grek"),), "en") == "Αθήνα"
