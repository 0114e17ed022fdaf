"""The walk through what stands in a line: everything once, in reading order."""

from __future__ import annotations

from reportgen.document.inlines import (
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    PageNumber,
    Span,
    Strong,
    Subscript,
    Text,
    Value,
    bare,
    children,
    flat,
    leaves,
    links,
    mapped,
    notes,
    plain,
    unbound,
    values,
)

NOTE = Note(1, ((Text("of "), Value("9")), (Strong((Value("8"),)),)), "note-1")
LINE: Inlines = (
    Text("a "),
    Emphasis((Strong((Value("1"), Subscript((Text("b"),)))), NoteMark(NOTE))),
    Link((Span((Value("2"),), lang="fr"),), "#there"),
    LineBreak(),
    Code("c"),
    PageNumber("there"),
)


def upper(inline: Inline) -> Inlines | None:
    """Capitals; a link is left out, and a strong part is followed by a copy of itself that stays as it was."""
    if isinstance(inline, Link):
        return ()
    if isinstance(inline, Strong):
        return (inline, inline)
    return (Text(inline.text.upper()),) if isinstance(inline, Text) else None


def test_each_comes_before_what_is_in_it() -> None:
    kinds = [type(inline).__name__ for inline in flat(LINE)]
    assert kinds[:7] == ["Text", "Emphasis", "Strong", "Value", "Subscript", "Text", "NoteMark"]
    assert [type(inline).__name__ for inline in leaves(LINE)] == (
        "Text Value Text NoteMark Value LineBreak Code PageNumber".split()
    )
    assert all(children(inline) == () for inline in leaves(LINE)) and children(LINE[1]) == LINE[1].children  # type: ignore[union-attr]


def test_what_a_note_says_follows_its_mark_where_it_is_asked_for() -> None:
    assert [value.text for value in values(LINE)] == ["1", "9", "8", "2"]
    assert [leaf.text for leaf in leaves(LINE) if isinstance(leaf, Value)] == ["1", "2"]
    assert list(notes(LINE)) == [NOTE] and list(links(LINE)) == ["#there"]


def test_what_stands_in_the_place_of_an_inline_is_not_changed_again() -> None:
    line = (Emphasis((Text("a"), Strong((Text("b"),)))), *LINE[2:4])
    assert mapped(line, upper) == (Emphasis((Text("A"), Strong((Text("b"),)), Strong((Text("b"),)))), LineBreak())
    assert mapped(LINE, lambda _: None) == LINE


def test_the_words_and_the_same_without_notes_links_and_values() -> None:
    assert plain(LINE) == "a 1b2 c"
    assert bare(LINE)[1:3] == (
        Emphasis((Strong((Value("1"), Subscript((Text("b"),)))),)),
        Span((Value("2"),), lang="fr"),
    )
    assert not list(values(unbound(LINE))) and plain(unbound(LINE)) == plain(LINE)
