"""Charts and figures: what has no place is a problem; alternative texts are words; data belong to what shows them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Emphasis, Span, Text
from reportgen.pdfread.paper import opened
from reportgen.problems import ReportError
from tests.pdf.papers import chart_of, laid_out, pages_of, paper_of, said, table_of


def test_a_chart_taller_than_a_page_is_a_problem() -> None:
    with pytest.raises(ReportError, match="too-tall"):
        pages_of(paper_of(chart_of(900)))


def test_a_chart_in_a_box_is_a_problem() -> None:
    with pytest.raises(ReportError, match="chart-place"):
        pages_of(paper_of(doc.TextBox(said("Inside"), (chart_of(80),), "Box 1", "box-1")))


def test_an_alternative_text_has_words_alone() -> None:
    foreign = (Text("The line "), Emphasis((Span((Text("Љубљана"),), lang="sr-Cyrl-RS"),)), Text(" rises."))
    data, _ = laid_out(paper_of(replace(chart_of(90), description=foreign)))
    with opened(data) as paper:
        assert [figure.says("Alt") for figure in paper.of("Figure")] == ["The line Љубљана rises."]


def test_the_data_belong_to_their_chart_and_to_their_table() -> None:
    table = replace(table_of(2, 2), label="Table A1", anchor="data-1", dense=True)
    file = doc.Attachment("chart-1.csv", b"x", "text/csv", "Data", "Data of Chart 1", ("chart-1", "data-1"))
    data, _ = laid_out(paper_of(chart_of(90), table, table_of(2, 2), attachments=(file,)))
    with opened(data) as paper:
        named = {
            element.kind: element.object.AF[0].UF for element in paper.of("Figure", "Table") if "/AF" in element.object
        }
        assert {kind: str(name) for kind, name in named.items()} == {"Figure": "chart-1.csv", "Table": "chart-1.csv"}
        assert sum("/AF" in element.object for element in paper.elements) == 2
