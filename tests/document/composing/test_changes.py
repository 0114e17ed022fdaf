"""What a paper says of the edition before it: the box, the page of all changes, marked paragraphs, and sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.document import compose
from reportgen.document.blocks import Document, Paragraph, TextBox
from reportgen.document.inlines import plain
from reportgen.document.revision import ChangeLine, Extras, Revision, TextChange
from reportgen.document.tree import blocks
from tests.document.making import draft, dump, faults, plans

CHAPTERS = "# Summary\n\nShort.\n\n## Key messages {-}\n\n- One.\n\n# Rivers\n\nLong.\n"
DAY = PartialDate(2022, 3, 31)
ELBE = ChangeLine("Elbe", "dams, 3 to 4", ("survey",), PartialDate(2022, 6))
RHINE = ChangeLine("Rhine", "length, 1,233 to 1,232", ("law", "survey"))
LOCKS = ChangeLine("", "locks, 3,700 to 3,770", ("survey",))
REWRITTEN = TextChange("2 Rivers", "changed", "section-rivers")


def revised(text: str, *lines: ChangeLine, sections: tuple[TextChange, ...] = (), **meta: Any) -> Document:
    """The paper of edition 2, with these changes."""
    made = draft(text, **meta)
    return compose(made, plans(made), Extras(Revision(1, DAY, lines, sections)))


def box(made: Document) -> list[str]:
    """The box of the paper as lines; none where it has none."""
    return [line for block in blocks(made.sections) if isinstance(block, TextBox) for line in dump(block)]


def page(made: Document) -> str:
    """The page of all changes as text; "" where there is none."""
    return "\n".join(line for section in made.sections if section.anchor == "back-changes" for line in dump(section))


def test_the_box_has_each_change_with_its_source() -> None:
    assert box(revised(CHAPTERS, ELBE, RHINE)) == [
        "box What has changed since edition 1 (31 March 2022)",
        "  !Elbe",
        "    Dams, 3 to 4 – Water Office, River survey",
        "  !Rhine",
        "    Length, 1,233 to 1,232 – Parliament, Water law; 1 more",
    ]


def test_the_box_ends_the_first_chapter() -> None:
    summary, rivers, *_ = revised(CHAPTERS, ELBE).sections
    assert isinstance(summary.blocks[-1], TextBox) and not any(isinstance(block, TextBox) for block in rivers.blocks)


def test_the_author_may_put_the_box_elsewhere() -> None:
    summary, rivers, *_ = revised(CHAPTERS + "\n::: changes\n:::\n\nAfter.\n", ELBE).sections
    assert not any(isinstance(block, TextBox) for block in summary.blocks)
    assert [type(block) for block in rivers.blocks] == [Paragraph, TextBox, Paragraph]


@pytest.mark.parametrize("text", [CHAPTERS, CHAPTERS + "\n::: changes\n:::\n"])
def test_where_nothing_has_changed_nothing_is_said(text: str) -> None:
    first = draft(text)
    assert box(revised(text)) == [] and page(revised(text)) == ""
    assert revised(text) == compose(first, plans(first))
    assert revised(text).sections == draft(CHAPTERS).sections


def test_up_to_six_changes_stand_in_the_box_alone() -> None:
    made = revised(CHAPTERS, *[replace(ELBE, sources=(name,)) for name in ("survey", "law") * 3])
    assert len(box(made)) == 8 and page(made) == ""
    assert [entry.anchor for entry in made.contents[0].entries if entry.anchor.startswith("back")] == ["back-sources"]


def test_more_changes_have_a_page_of_their_own() -> None:
    made = revised(CHAPTERS, *[ELBE] * 3, *[RHINE] * 3, ELBE, sections=(REWRITTEN,))
    assert box(made)[-1] == "  All 8 changes: <page N(back-changes)|#back-changes>"
    assert len(box(made)) == 1 + 2 + 2 + 1, "what has one origin is one entry"
    assert [section.anchor for section in made.sections][2:] == ["back-changes", "back-sources"]
    assert "back-changes" in [entry.anchor for entry in made.contents[0].entries]
    assert made.sections[2].new_page and not made.sections[2].number


def test_the_page_has_all_of_a_subject_together_and_the_texts() -> None:
    gone = TextChange("2.4 The old locks", "removed")
    made = revised(CHAPTERS, LOCKS, ELBE, RHINE, replace(ELBE, text="eIDAS, none to 1"), sections=(gone, REWRITTEN))
    assert (
        page(made)
        == """# What has changed since edition 1 [back-changes]
  !Elbe
    Dams, 3 to 4; eIDAS, none to 1 – Water Office, River survey; as of Jun 2022
  !Rhine
    Length, 1,233 to 1,232 – Parliament, Water law; 1 more
  !Other
    Locks, 3,700 to 3,770 – Water Office, River survey
  !Changed sections
    <2 Rivers|#section-rivers>
  !No longer in the paper
    2.4 The old locks"""
    )


def test_the_box_has_the_short_form_and_the_page_the_whole() -> None:
    many = replace(ELBE, text="9 new rows – Saale, Havel …", short="9 new rows")
    made = revised(CHAPTERS, many, *[RHINE] * 6)
    assert "    9 new rows – Water Office, River survey" in box(made)
    assert "9 new rows – Saale, Havel …" in page(made)


def test_the_page_has_ten_changes_and_says_how_many_there_are_besides() -> None:
    lines = [replace(ELBE, text=f"dams, 3 to {number}") for number in range(4, 16)]
    worded = replace(ELBE, text="worded", kind="wording")
    said = page(revised(CHAPTERS, *lines, worded))
    assert "3 to 13 –" in said
    assert "3 to 14" not in said and "worded" not in said
    assert said.endswith("  !Smaller changes\n    3")
    made = draft(CHAPTERS)
    listed = compose(made, {}, Extras(Revision(1, DAY, (*lines, worded), listed=b"kind\n")))
    assert page(listed).endswith("  !Smaller changes\n    3, in the attached list changes.csv")
    assert [(one.name, one.data, one.relationship) for one in listed.attachments] == [
        ("changes.csv", b"kind\n", "Supplement")
    ]
    assert box(listed)[-1] == "  The most important of 13 changes: <page N(back-changes)|#back-changes>"


def test_where_much_is_new_the_tables_are_counted() -> None:
    tables = [
        ChangeLine(name, f"{count} new rows", kind="added") for count in (2, 3) for name in ("Locks", "Weirs", "Dams")
    ]
    new = replace(ELBE, kind="added")
    revision = Revision(1, DAY, (RHINE, new, new), added=tuple(tables), gone=("The old locks",))
    made = page(compose(draft(CHAPTERS), {}, Extras(revision)))
    assert "  !New figures\n    rows of 3 tables" in made
    few = replace(revision, added=tuple(tables[:2]))
    assert "    Locks: 2 new rows; Weirs: 2 new rows" in page(compose(draft(CHAPTERS), {}, Extras(few)))


def test_new_figures_are_told_by_section_and_what_is_gone_by_title() -> None:
    figures = ChangeLine("2 Rivers", "9 new figures", short="9", kind="added")
    table = ChangeLine("Locks", "28 new rows", kind="added")
    made = draft(CHAPTERS)
    new = replace(ELBE, kind="added")
    revision = Revision(1, DAY, (RHINE, new, new), added=(figures, table), gone=("The old locks",))
    assert page(compose(made, {}, Extras(revision))).splitlines()[1:] == [
        "  !Rhine",
        "    Length, 1,233 to 1,232 – Parliament, Water law; 1 more",
        "  !New figures",
        "    2 Rivers (9); Locks: 28 new rows",
        "  !No longer in the paper",
        "    “The old locks”",
    ]


def test_changes_of_one_origin_share_a_line_three_at_most() -> None:
    made = revised(CHAPTERS, *[replace(ELBE, text=f"{name}, 3 to 4") for name in ("dams", "locks", "weirs", "fords")])
    assert box(made)[2:] == [
        "    Dams, 3 to 4; locks, 3 to 4; weirs, 3 to 4 – Water Office, River survey",
        "    Fords, 3 to 4 – Water Office, River survey",
    ]


def test_sections_that_differ_alike_share_a_text() -> None:
    several = [replace(REWRITTEN, title=f"{number} Rivers", anchor="") for number in range(3)]
    assert page(revised(CHAPTERS, sections=tuple(several))).splitlines()[1:] == [
        "  !Changed sections",
        "    0 Rivers; 1 Rivers; 2 Rivers",
    ]


def test_many_sections_are_told_by_their_numbers() -> None:
    many = [replace(REWRITTEN, number=f"2.{number}") for number in range(1, 6)]
    opening = TextChange("", "changed", "section-opening")
    links = ", ".join(f"<2.{number}|#section-rivers>" for number in range(1, 6))
    assert page(revised(CHAPTERS, sections=(*many, opening))).splitlines()[1:] == [
        "  !Changed sections",
        f"    {links}; Opening text",
    ]


def test_a_chapter_that_is_new_or_gone_stands_for_its_sections() -> None:
    def told(manner: Any) -> str:
        numbers = ("2", "2.1", "3.1")
        changes = tuple(TextChange(f"{number} T", manner, number=number) for number in numbers)
        return page(revised(CHAPTERS, sections=changes)).splitlines()[-1].strip()

    assert [told(manner) for manner in ("new", "removed")] == ["2 T; 3.1 T"] * 2
    assert told("changed") == "2 T; 2.1 T; 3.1 T"


def test_a_chapter_with_mostly_old_sections_stands_for_none_of_them() -> None:
    text = "# Summary\n\nShort.\n\n# {top}\n\n{own}## Elbe\n\nLong.\n\n## Oder\n\nLong.\n"

    def told(own: str, *numbers: str) -> str:
        changes = tuple(TextChange(f"{number} T", "new", number=number) for number in numbers)
        return page(revised(text.format(top="Rivers", own=own), sections=changes)).splitlines()[-1].strip()

    assert told("", "2", "2.1") == "2.1 T", "a heading alone"
    assert told("Own.\n\n", "2", "2.1") == "2 T; 2.1 T"
    assert told("", "2", "2.1", "2.2") == "2 T"


def test_what_stands_under_a_subject_of_others_is_told_there() -> None:
    law = replace(ELBE, subject="Elbe, water law", names=("Elbe", "water law"), text="status, 1 to 2", short="2")
    alone = replace(law, subject="Oder, water law", names=("Oder", "water law"))
    lines = (ELBE, *[RHINE] * 5, law, alone)
    assert page(revised(CHAPTERS, *lines)).splitlines()[1:] == [
        "  !Elbe",
        "    Dams, 3 to 4; water law: status, 1 to 2 – Water Office, River survey; as of Jun 2022",
        "  !Rhine",
        *[
            "    "
            + "; ".join(["Length, 1,233 to 1,232", *["length, 1,233 to 1,232"] * more])
            + " – Parliament, Water law; 1 more"
            for more in (2, 1)
        ],
        "  !Oder, water law",
        "    Status, 1 to 2 – Water Office, River survey; as of Jun 2022",
    ]
    assert "    Dams, 3 to 4; water law: 2 – Water Office, River survey" in box(revised(CHAPTERS, ELBE, law))


def test_the_page_says_the_month_to_which_a_change_is_known() -> None:
    made = revised(CHAPTERS, *[replace(ELBE, as_of=PartialDate(2022, 6, 9))] * 7)
    assert "as of Jun 2022" in page(made)


def test_five_titles_that_are_gone_are_named_and_the_others_counted() -> None:
    gone = tuple(f"Title {number}" for number in range(7))
    made = page(compose(draft(CHAPTERS), {}, Extras(Revision(1, DAY, gone=gone, sections=(REWRITTEN,)))))
    assert made.endswith("“Title 4”; 2 more titles")
    listed = Revision(1, DAY, gone=gone, sections=(REWRITTEN,), listed=b"kind\n")
    assert page(compose(draft(CHAPTERS), {}, Extras(listed))).endswith("“Title 4”; 2 more titles, in changes.csv")


def test_a_source_that_only_the_older_edition_has_is_named() -> None:
    made = revised(CHAPTERS, replace(ELBE, sources=("forgotten",), former=("River Office",)))
    assert "    Dams, 3 to 4 – River Office" in box(made)


def test_changes_without_any_subject_are_a_list() -> None:
    assert box(revised(CHAPTERS, LOCKS))[1:] == ["  -", "    Locks, 3,700 to 3,770 – Water Office, River survey"]


def test_changed_text_alone_is_counted_and_listed() -> None:
    made = revised(CHAPTERS, sections=(REWRITTEN,))
    assert box(made)[1:] == ["  The text of 1 section has changed: <page N(back-changes)|#back-changes>"]
    assert page(made).splitlines()[1:] == ["  !Changed sections", "    <2 Rivers|#section-rivers>"]


def test_a_section_that_is_not_there_has_no_link() -> None:
    assert "    3 Lost" in page(revised(CHAPTERS, sections=(TextChange("3 Lost", "new", "section-lost"),))).splitlines()


def test_the_text_before_the_first_heading_has_a_name() -> None:
    made = revised("Before.\n\n" + CHAPTERS, sections=(TextChange("", "changed", "section-opening"),))
    assert "    Opening text" in page(made).splitlines(), "no heading that a link could lead to"


def test_sources_of_changes_are_in_the_list_of_sources() -> None:
    made = revised(CHAPTERS, replace(ELBE, sources=("law", "forgotten")))
    assert [line.strip() for line in dump(made.sections[-1])[1:]] == ["Parliament, Water law [reference-law]"]


def test_a_change_of_what_no_source_is_known_of_has_none() -> None:
    assert box(revised(CHAPTERS, replace(ELBE, sources=("forgotten",))))[-1] == "    Dams, 3 to 4"


def test_words_of_other_languages_are_marked() -> None:
    assert "  ![Labe|cs]" in box(revised(CHAPTERS, replace(ELBE, subject="Labe")))


def test_a_french_paper_says_it_in_french() -> None:
    made = revised(CHAPTERS, *[ELBE] * 7, sections=(REWRITTEN,), language="fr")
    assert box(made)[0] == "box Ce qui a changé depuis l’édition 1 (31 mars 2022)"
    assert box(made)[-1] == "  Les 8 changements\u202f: <page N(back-changes)|#back-changes>"
    assert "données\u202f: juin 2022" in page(made) and "!Sections modifiées" in page(made)


def test_an_edition_without_a_day_is_called_by_its_number() -> None:
    made = draft(CHAPTERS)
    composed = compose(made, {}, Extras(Revision(3, None, (ELBE,))))
    assert box(composed)[0] == "box What has changed since edition 3"


@pytest.mark.parametrize("marks", [True, False])
def test_changed_paragraphs_are_marked_when_asked(marks: bool) -> None:
    text = "# A\n\nOld.\n\n- New.\n\n::: box\n\nOther.\n:::\n\n> Said.\n"
    made = draft(text)
    places = {plain(p.content): p.place for p in blocks(made.sections) if isinstance(p, Paragraph)}
    paragraphs = {places["New."]: "new", places["Other."]: "changed", places["Said."]: "changed"}
    revision = Revision(1, DAY, paragraphs=paragraphs)  # type: ignore[arg-type]
    composed = compose(made, {}, Extras(revision, mark_changes=marks))
    found = {plain(p.content): p.change for p in blocks(composed.sections) if isinstance(p, Paragraph)}
    wanted = {"Old.": "", "New.": "new", "Other.": "changed", "Said.": "changed"}
    assert found == (wanted if marks else dict.fromkeys(wanted, ""))


@pytest.mark.parametrize("kind", ["note", "focus"])
def test_a_short_paper_has_the_page_only_where_the_box_does_not_suffice(kind: str) -> None:
    assert page(revised(CHAPTERS, *[ELBE] * 6, type=kind)) == ""
    (section,) = (one for one in revised(CHAPTERS, *[ELBE] * 7, type=kind).sections if one.anchor == "back-changes")
    assert not section.new_page


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# A\n\n::: changes\n:::\n\n::: changes\n:::\n", "text/t1.md:6:1: error: the changes stand already at"),
        ("# A\n\n:::: box\n\n::: changes\n:::\n::::\n", "text/t1.md:5:1: error: the changes can't stand here"),
        ("# A\n\n- x\n\n  ::: changes\n  :::\n", "text/t1.md:5:3: error: the changes can't stand here"),
    ],
)
def test_the_changes_stand_once_in_the_run_of_the_text(text: str, message: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(message) and fault.endswith("[block-syntax]")
