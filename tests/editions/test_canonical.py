"""What of a draft and of a briefing counts for the digest: each field is either in the form or left out on purpose."""

from __future__ import annotations

from dataclasses import fields

import pytest

from reportgen.dates import PartialDate
from reportgen.document import blocks as doc
from reportgen.document import inlines as run
from reportgen.document.inlines import Text
from reportgen.document.text.desk import ChartDraft
from reportgen.editions.canonical import SHAPES, form
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo
from reportgen.house import Colours, House
from reportgen.problems import Place
from reportgen.source import meta, model

MADE_BY_THE_ENGINE = {"label", "number", "data", "picture", "image", "description", "dense", "change"}
PLACES = {"place", "review_place"}
LEFT_OUT: dict[type, set[str]] = {
    run.Value: {"meant", "written"},  # which words of the template looked it up
    run.Link: {"said"},  # where it leads says it
    run.Note: {"anchor", "own"},  # its paragraphs say it
    run.Formula: {"outline", "width", "height", "depth"},  # how it looks follows from what it says
    doc.Chart: {"id", "width", "height"},  # its anchor names it; how large it is, its kind says
    doc.TableBlock: {"signs"},  # said by the note
    doc.TableRow: {"role"},  # said by the table's totals
    doc.TableCell: {"sign", "meaning"},  # likewise
    ChartDraft: {"title", "subtitle", "source", "selected", "places"},  # said by the block, and by the data
    ChartSpec: {"id", "options", "option_places", "alt", "title"},  # options count apart
    ColumnInfo: {"plus"},  # said by the column of the table
    ChartData: {"rows", "marks", "files"},  # apart, and files with the pictures
    meta.Meta: {
        "title",
        "subtitle",
        "in_brief",
        "key_facts",
        "contents",
        "status",
    },  # read as texts; the status counts apart
    meta.Attached: {"title"},  # a text
    model.Table: {"rows", "file", "sheet"},  # rows count apart
    model.Fact: {"note", "cell"},
    model.Reference: {"broken", "lenders"},  # a paper that needs it is not made; what they lend is in csl
    House: {"standing", "fonts", "abbreviations"},  # texts; files; what decides only what is told
}


@pytest.mark.parametrize("kind", SHAPES, ids=lambda kind: kind.__name__)
def test_every_field_counts_or_is_left_out(kind: type) -> None:
    counting = {name.partition(".")[0] for name in SHAPES[kind][1].split()}
    named = {field.name for field in fields(kind)} - counting
    assert named <= MADE_BY_THE_ENGINE | PLACES | LEFT_OUT.get(kind, set())


def test_every_kind_of_block_and_of_inline_has_a_form() -> None:
    made_when_composing = {doc.ChangeTable, doc.SourceList}
    kinds = {*run.Inline.__args__, *doc.Block.__args__} - made_when_composing
    assert kinds - {Text} <= SHAPES.keys()


def test_words_are_one_text_wherever_their_lines_end() -> None:
    one, other = ((Text("a  b"), Text(" c")), (Text("a\nb "), Text("c")))
    assert form(one) == form(other) == ["a b c"]


def test_where_it_stands_does_not_count() -> None:
    assert form(doc.Paragraph((Text("a"),), place=Place("a.md", 1))) == ["paragraph", ["a"], "body"]


def test_what_is_empty_at_the_end_is_left_out() -> None:
    assert form(model.Term("PLA")) == ["term", "PLA"]
    assert form(model.Column("a", "A", sum=False)) == ["column", "a", "A", "string", "", None, [], "", False]
    assert form(model.Column("a", "A")) == ["column", "a", "A", "string"]


def test_values_are_plain() -> None:
    assert form(PartialDate(2022, 3)) == "2022-03"
    assert form({"b": 1, "a": (True, None)}) == [["a", [True, None]], ["b", 1]]
    assert form(Colours(ink="#000000")) == ["colours", ["ink", "#000000"]]  # the engine's own look is left out


def test_of_what_is_not_known_nothing_is_guessed() -> None:
    with pytest.raises(TypeError, match="object"):
        form(object())
