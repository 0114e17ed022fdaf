"""Charts and figures: what has no place is a problem; alternative texts name the language of their foreign parts."""

from __future__ import annotations

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Emphasis, Span, Text
from reportgen.pdf.figures import spoken
from reportgen.problems import ReportError
from tests.pdf.papers import chart_of, pages_of, paper_of, said


def test_a_chart_taller_than_a_page_is_a_problem() -> None:
    with pytest.raises(ReportError, match="too-tall"):
        pages_of(paper_of(chart_of(900)))


def test_a_chart_in_a_box_is_a_problem() -> None:
    with pytest.raises(ReportError, match="chart-place"):
        pages_of(paper_of(doc.TextBox(said("Inside"), (chart_of(80),), "Box 1", "box-1")))


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
