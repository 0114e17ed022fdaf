"""Inlines as they are set: every kind, at any depth."""

from __future__ import annotations

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import (
    Code,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    PageNumber,
    Span,
    Strong,
    Superscript,
    Text,
    plain,
)
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import runs
from reportgen.pdf.runs import make_runs
from reportgen.pdf.structure import StructElem
from reportgen.pdf.theme import Theme
from tests.pdf.papers import pages_of, paper_of

NUMBER = PageNumber("section-ferries")
EU = Span((Text("EU"),), expansion="European Union")


@pytest.mark.parametrize(
    "around",
    [
        lambda inside: inside,
        lambda inside: (Strong(inside),),
        lambda inside: (Emphasis((Strong(inside),)),),
        lambda inside: (Span((Link(inside, "#section-ferries"),), lang="en"),),
    ],
)
def test_a_page_number_is_printed_at_any_depth(around: object) -> None:
    assert callable(around)
    content: Inlines = around((Text("on page "), NUMBER))
    assert "The ferries are on page 3." in pages_of(
        paper_of(doc.Paragraph((Text("The ferries are "), *content, Text("."))))
    )[2].replace("\r\n", " ")


@pytest.mark.parametrize("inline", [NUMBER, Strong((NUMBER,))])
def test_a_page_number_that_is_not_known_yet_says_whose_it_is(inline: Inline, theme: Theme) -> None:
    (run,) = make_runs((inline,), StructElem("P"), theme.body.look, theme.inline_style)
    assert run.page == "section-ferries"


@pytest.mark.parametrize(
    "inline, raised",
    [
        (Text("le 27e, la 3e"), ["e", "e"]),
        (Text("le 27e de f27e, data/27e.csv, sha256:127e27e9"), ["e"]),
        (Link((Text("https://x.example/27e"),), "https://x.example/27e"), []),
        (Code("27e"), []),
    ],
)
def test_letters_are_raised_after_numbers_and_not_in_identifiers(inline: Inline, raised: list[str]) -> None:
    theme = Theme(House(), words_for("fr-FR"))
    runs = make_runs((inline,), StructElem("P"), theme.body.look, theme.inline_style)
    assert [run.text for run in runs if run.look.rise] == raised


def test_no_letter_is_raised_in_a_line_of_code() -> None:
    theme = Theme(House(), words_for("fr-FR"))
    (run,) = make_runs((Text("a = 27e"),), StructElem("Code"), theme.code.look, theme.inline_style)
    assert run.text == "a = 27e"


@pytest.mark.parametrize(
    "mark", [NoteMark(Note(19, ((Text("A report"),),), "note-19")), Link((Superscript((Text("19"),)),), "#note-19")]
)
def test_the_mark_of_a_note_stands_apart_from_the_number_before_it(mark: Inline, theme: Theme) -> None:
    year, number = make_runs((Text("2025."), mark), StructElem("P"), theme.body.look, theme.inline_style)
    assert (year.text, number.text, number.anchor) == ("2025.", "\u202f19", "note-19-call")


@pytest.mark.parametrize(
    "content, said",
    [
        ((Text("The European Union ("), EU, Text(") grew.")), []),
        ((Text("The "), EU, Text(" (European Union) grew.")), []),
        ((Text("The "), EU, Text(" grew.")), ["European Union"]),
    ],
)
def test_an_abbreviation_is_not_expanded_where_its_words_stand_beside_it(
    content: Inlines, said: list[str], theme: Theme
) -> None:
    node = StructElem("P")
    runs = make_runs(content, node, theme.body.look, theme.inline_style)
    assert [one.expansion for one in node.walk() if one.expansion] == said
    assert "".join(run.text for run in runs) == "".join(getattr(one, "text", "EU") for one in content)


def test_emphasis_is_heard_as_well_as_seen(theme: Theme) -> None:
    node = StructElem("P")
    make_runs((Emphasis((Text("one"),)), Strong((Text("two"),))), node, theme.body.look, theme.inline_style)
    assert [one.role for one in node.walk()] == ["P", "Em", "Strong"]


def test_words_beside_an_abbreviation_are_looked_for_close_by(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Inline] = []

    def watched(content: Inlines) -> str:
        read.extend(content)
        return plain(content)

    monkeypatch.setattr(runs, "plain", watched)
    theme = Theme(House(), words_for("en-GB"))
    content = (Text("the long word of the "), EU) * 200
    made = make_runs(content, StructElem("P"), theme.body.look, theme.inline_style)
    assert len(made) == 400
    assert len(read) <= 4 * 200
