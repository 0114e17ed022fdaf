"""The paper around the text: cover, contents, appendix, sources, standing texts, files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.document import compose, read
from reportgen.document.blocks import Chart, Document, Section, TableBlock
from reportgen.document.composing.appendix import csv_bytes
from reportgen.document.revision import Extras, Making
from reportgen.figures.contract import CrossTable
from reportgen.figures.drawn import Plan
from reportgen.house import House, PaperSeries, Standard, StandingTexts
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.meta import Attached, KeyFact
from reportgen.source.model import Phrase, Reference
from tests.document.making import document, draft, dump, inline, paper, plans, spaced

CHART = "# A\n\n::: chart fall\nkind: k\ndata: rivers\ntitle: Falls[@law] of the Labe\ncolumns: [name, fall]\n:::\n"


def _phrase(text: str) -> Phrase:
    return Phrase(text, Place("briefing.yaml", 1, 1))


def _in_house(text: str, **standing: str) -> Document:
    texts = StandingTexts(**{key: Phrase(text) for key, text in standing.items()})
    house = House(name="Office", contact="ask@example.org", series={"b": PaperSeries("Briefing")}, standing=texts)
    made = read(replace(paper(text, series="b", number="7"), house=house), words_for("en-GB"))
    return compose(made, plans(made))


def _section(made: Document, anchor: str) -> Section:
    return next(section for section in made.sections if section.anchor == anchor)


def test_a_planned_chart_has_its_size_and_a_marked_description() -> None:
    made = draft(CHART)
    plan = Plan(10, 5, "The Labe falls.")
    chart = compose(made, {"fall": plan}).sections[0].blocks[0]
    assert isinstance(chart, Chart) and (chart.id, chart.width, chart.height) == ("fall", 10, 5)
    assert inline(chart.description) == "The [Labe|cs] falls."


def test_the_data_behind_a_chart_is_linked_both_ways() -> None:
    made = document(CHART)
    chart = made.sections[0].blocks[0]
    assert isinstance(chart, Chart) and inline(chart.data) == "*Data:* <table A1|#data-fall>"
    assert (
        "\n".join(dump(_section(made, "back-data")))
        == """# Data behind the charts [back-data]
  table Table A1: Falls of the [Labe|cs] [data-fall]
    <Name | >Fall (%)
    !{Elbe} | {12.5}
    !{Rhine} | {7.3}
    !{North Esk} | {–}
    note: –: not measured. <Back to chart 1|#chart-fall>
    source: *Source:* Water Office, River survey"""
    )


def test_a_paper_may_leave_the_data_out() -> None:
    made = document(CHART, data_tables="none", attach="none")
    chart = made.sections[0].blocks[0]
    assert isinstance(chart, Chart) and not chart.data and not made.attachments
    assert [section.anchor for section in made.sections] == ["section-a", "back-sources"]


def test_the_data_of_a_chart_are_attached_as_csv() -> None:
    (file,) = document(CHART).attachments
    assert (file.name, file.mime, file.relationship) == ("chart-1-fall.csv", "text/csv", "Data")
    assert (file.anchors, file.description) == (("chart-fall", "data-fall"), "Data of Chart\u00a01")
    assert file.data == b"Name,Fall (%)\nElbe,12.5\nRhine,7.25\nNorth Esk,\n"


def test_dates_in_csv_are_iso() -> None:
    (chart,) = draft("::: chart\nkind: k\ndata: dams\ntitle: T\nwhere: {river: Elbe}\n:::\n").chart_drafts
    assert csv_bytes(chart.selected).decode() == "River,Date,Dams\nElbe,2010,2\nElbe,2021-05,3\nElbe,2022-06-01,4\n"


def test_the_sources_are_those_cited_in_order() -> None:
    made = document("# A\n\nx[@survey] y[@law; @survey]\n", sources="both")
    assert dump(_section(made, "back-sources"))[1:] == [
        "  Parliament, Water law, note <2|#note-2> [reference-law]",
        "  Water Office, River survey, notes <1|#note-1>, <2|#note-2> [reference-survey]",
    ]
    assert document("# A\n").sections[-1].anchor == "section-a"


def test_what_stands_in_full_in_a_note_is_not_listed() -> None:
    assert document("# A\n\nx[@survey] y[@law; @survey]\n").sections[-1].anchor == "section-a"


def test_what_is_named_elsewhere_is_listed_with_where_it_stands_in_full() -> None:
    chart = CHART.replace("columns:", "source: law\ncolumns:")
    made = document(f"{chart}\nx[@law] y[@survey]\n")
    assert dump(_section(made, "back-sources"))[1:] == [
        "  Sources cited only in notes are given in full in those notes.",
        "  Parliament, Water law, notes <1|#note-1>, <2|#note-2> [reference-law]",
    ]
    chart = chart.replace("[@law]", "")
    assert dump(_section(document(chart), "back-sources"))[1:] == ["  Parliament, Water law [reference-law]"]


def test_with_a_list_alone_the_notes_are_short_and_lead_there() -> None:
    made = document("# A\n\nx[@survey, p 2] y[@survey]\n", sources="list")
    listed = "<Water Office, River survey|#reference-survey>"
    assert dump(made.sections[0])[1:] == [f"  x(note 1: {listed}, p 2) y(note 2: {listed})"]
    assert dump(_section(made, "back-sources"))[1:] == [
        "  Water Office, River survey, notes <1|#note-1>, <2|#note-2> [reference-survey]"
    ]


def test_the_cover() -> None:
    made = document(
        "# A\n",
        authors=("Ann Sand", "Bo Lee"),
        contact="a@example.org",
        published=PartialDate(2022, 3, 31),
        updated=PartialDate(2022, 5),
        next_review=PartialDate(2023),
        attached_to=Attached(_phrase("Debate on *dams*"), PartialDate(2022, 4, 5)),
        in_brief=_phrase("The Labe.[@law]\n\nIt flows."),
        key_facts=(KeyFact(_phrase("{{ facts.locks }}"), _phrase("locks")),),
    )
    cover = made.cover
    assert spaced(cover.imprint) == "Edition 1 · Published 31 March 2022 · Updated May 2022"
    assert [f"{detail.label}: {inline(detail.content)}" for detail in cover.details] == [
        "Prepared for: Debate on _dams_, 5 April 2022",
        "Authors: Ann Sand and Bo Lee",
        "Contact: <a@example.org|mailto:a@example.org>",
        "Facts as of: 31 March 2022",
        "Next review: 2023",
    ]
    assert [line for block in cover.brief for line in dump(block)] == [
        "The [Labe|cs].(note 1: Parliament, Water law)",
        "It flows.",
    ]
    assert cover.brief_title == "In brief" and inline(cover.key_figures[0].value) == "{3,770}" and cover.full
    assert (made.properties.published, made.properties.updated) == ("2022-03-31", "2022-05-01")
    assert (made.stamp, spaced(made.footer[0])) == ("Draft", "Edition 1 · updated May 2022 · facts as of 31 March 2022")


@pytest.mark.parametrize(("kind", "limit"), [("briefing", None), ("note", 4), ("focus", 2)])
def test_the_type_of_a_paper(kind: str, limit: int | None) -> None:
    made = document("# A\n", type=kind, status="published")
    assert made.page_limit == limit and not made.stamp
    assert made.cover.full is bool(made.contents) is (limit is None)


def test_contents_list_two_levels_and_what_has_a_caption() -> None:
    tables = "".join(f"::: box\n\n::: table t{n}\ntitle: Tab[@law]\ndata: dams\n:::\n:::\n\n" for n in range(5))
    made = _in_house(f"{CHART}\n## B [c](#fall)\n\n### C\n\n{tables}", licence="Free.", citation="Cite {{ title }}.")
    listed = [
        [f"{entry.level} {spaced(entry.label)} {inline(entry.title)}" for entry in part.entries]
        for part in made.contents
    ]
    assert [part.title for part in made.contents] == ["Contents", "Charts and tables"]
    assert listed[0] == ["1 1 A", "2 1.1 B c", "1  Data behind the charts", "1  Sources", "1  About this paper"]
    assert listed[1] == ["1 Chart 1 Falls of the [Labe|cs]", *(f"1 Table {n} Tab" for n in range(1, 6))]


def test_a_few_charts_and_tables_have_no_list() -> None:
    assert [part.title for part in _in_house(CHART).contents] == ["Contents"]


def test_standing_texts_are_set_small_at_the_end() -> None:
    made = _in_house("# A\n", impartiality="We *take* no side.", citation="{{ title }}, {{ facts.locks }}")
    about = made.sections[-1]
    assert (
        "\n".join(dump(about))
        == """# About this paper [back-about]
  We _take_ no side.
  ## How to cite this paper [back-about-cite]
    {Rivers}, {3,770}"""
    )
    assert all(getattr(block, "style", "small") == "small" for block in about.blocks)
    assert spaced(made.footer[0]) == "Briefing 7 · Edition 1 · facts as of 31 March 2022"


def test_the_footer_has_ever_shorter_forms() -> None:
    house = House(series={"b": PaperSeries("Briefing")})
    briefing = replace(paper("# A\n", series="b", number="7", updated=PartialDate(2022, 12, 1)), house=house)
    made = read(briefing, words_for("en-GB"))
    assert [spaced(form) for form in compose(made, {}).footer] == [
        "Briefing 7 · Edition 1 · updated 1 December 2022 · facts as of 31 March 2022",
        "Briefing 7 · Edition 1 · updated 1 Dec 2022 · facts as of 31 Mar 2022",
        "7 · Edition 1 · updated 1 Dec 2022 · facts as of 31 Mar 2022",
        "Edition 1 · updated 1 Dec 2022 · facts as of 31 Mar 2022",
    ]


MAKING = Making("reportgen 1.0", ("ReportLab 5.1", "pikepdf 10"), "0123456789abcdef" * 4)


def test_a_paper_says_how_it_was_made() -> None:
    made = read(paper("# A\n"), words_for("en-GB"))
    composed = compose(made, {}, Extras(making=MAKING))
    assert "\n".join(map(spaced, dump(composed.sections[-1]))) == (
        """# About this paper [back-about]
  *How this paper was made: *Made with reportgen 1.0, ReportLab 5.1 and pikepdf 10 from sources with the digest \
`0123 4567 89ab cdef` …"""
    )
    assert composed.properties.digest == MAKING.digest
    assert compose(made, {}).sections[-1].anchor == "section-a" and not compose(made, {}).properties.digest


def test_a_focus_says_it_in_a_paragraph() -> None:
    made = read(paper("# A\n", type="focus", language="fr"), words_for("fr"))
    (line,) = dump(compose(made, {}, Extras(making=MAKING)).sections[-1])[1:]
    assert line.startswith("  *Comment ce document a été produit\u202f: *Produit avec reportgen 1.0, ReportLab 5.1 et")


def test_the_title_is_a_value_of_plain_words() -> None:
    title = Phrase('The *"{{ facts.owner }}"* rivers^[Of late.]', Place("briefing.yaml", 1, 8))
    made = draft("# A\n\n{{ title }}\n", title=title)
    assert dump(made.sections[0])[1] == "  {The “the *state*” rivers}"


def test_a_french_paper_speaks_french() -> None:
    made = document(CHART, language="fr")
    chart, table = made.sections[0].blocks[0], _section(made, "back-data").blocks[0]
    assert isinstance(chart, Chart) and isinstance(table, TableBlock)
    assert (chart.label, table.label) == ("Graphique\u00a01", "Tableau\u00a0A1")
    assert inline(chart.source).startswith("*Source\u202f:* ") and inline(table.rows[0].cells[1].content) == "{12,5}"


def _dated(name: str, day: str) -> Reference:
    read_on = PartialDate.parse(day)
    return Reference(name, {"type": "webpage", "title": name, "URL": f"https://{name}.example", "accessed": read_on})


@pytest.mark.parametrize(
    ("days", "above", "each"),
    [
        (("2022-04-03", "2022-04-03"), "All addresses were opened on 3 April 2022.", False),
        (("2022-04-03", "2022-04-04"), "", True),
        (("2022-04", "2022-04"), "", True),
        (("2022-04-03",), "", True),
    ],
)
def test_one_day_of_reading_is_said_once(days: tuple[str, ...], above: str, each: bool) -> None:
    known = {f"r{at}": _dated(f"r{at}", day) for at, day in enumerate(days)}
    cited = " ".join(f"x[@{name}]" for name in known)
    made = read(replace(paper(f"# A\n\n{cited}\n", sources="both"), references=known), words_for("en-GB"))
    lines = dump(_section(compose(made, {}), "back-sources"))[1:]
    assert [line.strip() for line in lines[: -len(days)]] == ([above] if above else [])
    assert all(("accessed" in line) is each for line in lines[-len(days) :])


def test_another_day_than_most_stands_with_its_entry() -> None:
    known = {f"r{at}": _dated(f"r{at}", f"2022-04-0{3 + (at == 2)}") for at in range(4)}
    cited = " ".join(f"x[@{name}]" for name in known)
    made = read(replace(paper(f"# A\n\n{cited}\n", sources="both"), references=known), words_for("en-GB"))
    above, *lines = dump(_section(compose(made, {}), "back-sources"))[1:]
    assert above.strip() == "Addresses were opened on 3 April 2022, unless an entry says otherwise."
    assert ["accessed 4 April 2022" in line for line in lines] == [False, False, True, False]


def test_without_a_list_the_day_is_said_at_the_end() -> None:
    known = {f"r{at}": _dated(f"r{at}", "2022-04-03") for at in range(2)}
    made = read(replace(paper("# A\n\nx[@r0] y[@r1]\n"), references=known), words_for("en-GB"))
    about = _section(compose(made, {}), "back-about")
    assert dump(about)[1:] == ["  All addresses were opened on 3 April 2022."]


def test_the_sources_under_a_chart_take_a_line_and_its_data_name_them_all() -> None:
    known = {f"r{at}": _dated(f"r{at}", "2022-04-03") for at in range(40)}
    briefing = paper(CHART.replace("columns:", f"source: [{', '.join(known)}]\ncolumns:"))
    made = read(replace(briefing, references={**briefing.references, **known}), words_for("en-GB"))
    composed = compose(made, plans(made))
    said = inline(composed.sections[0].blocks[0].source)  # type: ignore[union-attr]
    shown = said.count(";")
    assert len(said) < 115
    assert said.endswith(f"; {40 - shown} more, see Sources")
    (table,) = _section(composed, "back-data").blocks
    assert isinstance(table, TableBlock)
    assert inline(table.source).count(";") == 39
    assert len(_section(composed, "back-sources").blocks[-1].entries) == 40  # type: ignore[union-attr]


def test_a_charts_data_name_the_sources_of_their_rows() -> None:
    briefing = paper(CHART.replace("columns:", "source: law\ncolumns:"))
    rivers = briefing.tables["rivers"]
    briefing = replace(briefing, tables={"rivers": replace(rivers, sources=("law",))})
    made = read(briefing, words_for("en-GB"))
    assert inline(compose(made, plans(made)).sections[0].blocks[0].source) == "*Source:* Parliament, Water law"  # type: ignore[union-attr]
    (table,) = _section(compose(made, plans(made)), "back-data").blocks
    assert isinstance(table, TableBlock)
    assert inline(table.source) == "*Source:* Parliament, Water law; Water Office, River survey"
    assert tuple(made.cited) == ("law", "survey")


FLOW = "# A\n\n::: chart flow\nkind: k\ndata: flow\ntitle: Less\n:::\n"


def _data_table(text: str, **drawing: Any) -> tuple[list[str], Document]:
    made = draft(text)
    (spec,) = made.charts
    composed = compose(made, {spec.id: Plan(10, 5, "It falls.", **drawing)})
    return [line.strip() for line in dump(_section(composed, "back-data"))[2:]], composed


def test_data_tables_show_the_key_and_what_is_drawn() -> None:
    text = CHART.replace("columns: [name, fall]\n", "")
    lines, made = _data_table(text, columns=("items", "fall"))
    assert lines[:2] == ["<Name | >Fall (%) | >Items", "!{Elbe} | {12.5} | {1}"]
    assert made.attachments[0].data.startswith(b"Name,Fall (%),Items\n")
    assert _data_table(text)[0][0] == "<Name | >Length (km) | >Fall (%) | >Items"


def test_columns_that_the_author_chose_stay() -> None:
    assert _data_table(CHART, columns=("items",))[0][0] == "<Name | >Fall (%)"


def test_a_data_table_may_be_in_two_directions_while_the_file_stays_long() -> None:
    cross = CrossTable("river", "rate", ("2020", "2021"), ((0, (0, 1)), (2, (None, 2))), "not yet measured")
    lines, made = _data_table(FLOW, table=cross, columns=("river", "year", "rate"))
    assert lines == [
        "<River | >2020 | >2021",
        "!{Elbe} | {870.0} | {861.5}",
        "!{at} | – | {1.0}",
        "note: –: not yet measured. <Back to chart 1|#chart-flow>",
        "source: *Source:* Water Office, River survey",
    ]
    assert made.attachments[0].data == b"River,Year,Rate\nElbe,2020,870\nElbe,2021,861.5\nat,2021,1\n"
    (table,) = _section(made, "back-data").blocks
    assert isinstance(table, TableBlock) and table.rows[0].cells[2].place.line == 3


def test_a_data_table_in_two_directions_has_further_columns_and_words_beside_values() -> None:
    cross = CrossTable("river", "rate", ("2020",), ((0, (0,)), (2, (None,))), "", ("year",), ((0, "if wet"),))
    lines, _ = _data_table(FLOW, table=cross, columns=("river", "year", "rate"))
    assert lines[:3] == ["<River | >2020 | >Year", "!{Elbe} | {870.0} (if wet) | {2020}", "!{at} | – | {2021}"]


def test_a_table_of_too_many_columns_is_set_row_by_row() -> None:
    heads = tuple(map(str, range(11)))
    assert len(_data_table(FLOW, table=CrossTable("river", "rate", heads, ((0, (None,) * 11),)))[0]) == 6


def test_contacts_stand_on_lines_of_their_own() -> None:
    written = ("Jo Bloggs, a@example.org", "Siân Evans")
    for contact in (written, "Jo Bloggs, a@example.org\nSiân Evans\n", "Jo Bloggs, a@example.org\\\nSiân Evans"):
        cover = document("# A\n\nText.", contact=contact).cover
        (said,) = [inline(detail.content) for detail in cover.details if detail.label == "Contact"]
        assert said == "Jo Bloggs, <a@example.org|mailto:a@example.org>/Siân Evans"


@pytest.mark.parametrize(
    "of_paper, of_house, standard", [(None, "ua2", "ua2"), ("ua1", "ua2", "ua1"), (None, "ua1", "ua1")]
)
def test_a_paper_conforms_to_what_it_says_else_to_what_its_house_says(
    of_paper: Standard | None, of_house: Standard, standard: Standard
) -> None:
    made = read(replace(paper("A.", standard=of_paper), house=House(standard=of_house)), words_for("en-GB"))
    assert compose(made, {}).properties.standard == standard


def test_a_paper_says_who_publishes_it_what_is_allowed_and_which_it_is() -> None:
    properties = _in_house("A.", licence="Copy *it*.").properties
    assert (properties.publisher, properties.rights) == ("Office", "Copy it.")
    assert properties.identifier == "Office, Briefing 7, Edition 1"
    assert document("A.").properties.identifier == ""
