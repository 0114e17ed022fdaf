"""The walk through blocks: what each says, as it is read, and the same tree with other blocks."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document.blocks import (
    Block,
    ChangesPlace,
    CodeBlock,
    ColumnHead,
    Definition,
    DefinitionList,
    KeyFacts,
    KeyFigure,
    List,
    Paragraph,
    Quotation,
    Section,
    TableBlock,
    TableCell,
    TableRow,
    TextBox,
    Timeline,
    TimelineEvent,
)
from reportgen.document.inlines import Inlines, Text, plain
from reportgen.document.tree import Part, blocks, changed, lines, sections, texts


def say(words: str) -> Inlines:
    return (Text(words),)


def said(words: str) -> Paragraph:
    return Paragraph(say(words))


ROW = TableRow((TableCell(say("row"), header=True), TableCell(say("3"))))
TABLE = TableBlock(
    (ColumnHead(say("name")), ColumnHead(say("count"))),
    (ROW,),
    title=say("caption"),
    note=say("note"),
    source=say("source"),
    notes=(("a", say("cell note")),),
)
PARTS: tuple[Part, ...] = (
    Section(
        1,
        say("heading"),
        "section-a",
        (
            TextBox(say("box"), (List(((said("point"), said("more")),)), ChangesPlace())),
            Quotation((said("quoted"),), say("who")),
            DefinitionList(
                (Definition(say("term"), ((said("meaning"),),)), Definition(say("other"), ((said("too"),),)))
            ),
            Section(2, say("inner"), "section-b", (TABLE, CodeBlock("make"))),
        ),
    ),
    KeyFacts((KeyFigure(say("3"), say("ferries")),)),
    Timeline((TimelineEvent(say("2001"), say("begun")),), say("since")),
)


def test_texts_come_as_they_are_read_with_what_they_are() -> None:
    assert " ".join(f"{text.role}={plain(text.content)}" for text in texts(PARTS)) == (
        "heading=heading title=box body=point body=more body=quoted attribution=who term=term body=meaning term=other "
        "body=too heading=inner caption=caption head=name head=count cell=row cell=3 cell note=cell note note=note "
        "source=source code=make figure=3 label=ferries title=since date=2001 event=begun"
    )


def test_what_is_read_in_one_go_is_a_line() -> None:
    together = [[text.role for text in line] for line in lines(PARTS) if len(line) > 1]
    assert together == [["head", "head"], ["cell", "cell"], ["figure", "label"], ["date", "event"]]


def test_kinds_may_be_left_out_with_all_that_is_in_them() -> None:
    found = [plain(text.content) for text in texts(PARTS, without=(Section, KeyFacts))]
    assert found == ["since", "2001", "begun"]
    assert "quoted" not in [plain(text.content) for text in texts(PARTS, without=(Quotation,))]


def test_every_block_and_every_section_once() -> None:
    assert " ".join(type(block).__name__ for block in blocks(PARTS)) == (
        "TextBox List Paragraph Paragraph ChangesPlace Quotation Paragraph DefinitionList Paragraph Paragraph"
        " TableBlock CodeBlock KeyFacts Timeline"
    )
    assert [section.anchor for section in sections(PARTS)] == ["section-a", "section-b"]


def test_blocks_are_changed_at_any_depth_or_left_out() -> None:
    def change(block: Block) -> Block | None:
        if isinstance(block, Paragraph):
            return replace(block, content=say(plain(block.content).upper()))
        return None if isinstance(block, ChangesPlace | TableBlock) else block

    (section,) = (part for part in PARTS if isinstance(part, Section))
    made = changed(section, change)
    assert [plain(text.content) for text in texts((made,)) if text.role == "body"] == (
        ["POINT", "MORE", "QUOTED", "MEANING", "TOO"]
    )
    assert not [block for block in blocks((made,)) if isinstance(block, ChangesPlace | TableBlock)]
    assert changed(section, lambda block: block) == section
