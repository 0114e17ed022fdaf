"""Tokens of a line to inlines: one small function for each type of token, in a table.

Citations and notes are made by `notes`, addresses judged by `links`. What comes out is final: numbered, resolved and
marked with languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportgen.document.inlines import (
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    plain,
)
from reportgen.document.markdown import html
from reportgen.document.markdown.addresses import BARE
from reportgen.document.markdown.headers import Entry
from reportgen.document.markdown.parsing import Node, meta, parse_inline
from reportgen.document.markdown.places import place
from reportgen.document.templates.offsets import Where, at, cut, stays
from reportgen.document.templates.whereabouts import SourceMap
from reportgen.document.text import links, notes
from reportgen.document.text.citing import settled
from reportgen.document.text.crossrefs import bracketed, check_at_word, crossref, is_crossref, once
from reportgen.document.text.desk import Cursor, Desk
from reportgen.document.text.formulas import read_formula
from reportgen.document.text.joining import apart, joined, settled_calls, stripped, with_source
from reportgen.document.text.page import Page, unmarked
from reportgen.document.text.plain_words import read_words, shown
from reportgen.document.text.spans import span_keys
from reportgen.document.text.unread import tell, tell_html
from reportgen.patterns import Pattern
from reportgen.problems import Place

Reader = Callable[[Node, Cursor], Sequence[Inline]]
"""Makes inlines of one token."""


def read_inline(desk: Desk, page: Page, node: Node, inside: Iterable[str] = ()) -> Inlines:
    """The inlines of an `inline` node."""
    cursor = Cursor(desk, page, frozenset(inside))
    # A cell begins no sentence.
    cursor.tail = "," if "cell" in cursor.inside else ""
    return desk.mark(_run(node, cursor))


def read_text(desk: Desk, page: Page, entry: Entry | None, inside: Iterable[str] = ()) -> Inlines:
    """The inlines of a text key; none for a key that is not there."""
    if entry is None or not entry.phrase:
        return ()
    return read_inline(desk, page, parse_inline(desk.md, *entry.run), inside)


def read_plain(desk: Desk, entry: Entry | None) -> str:
    """A text key as plain words."""
    return desk.spelling.words(" ".join(entry.phrase.split()), entry.key) if entry else ""


def _run(node: Node, cursor: Cursor) -> list[Inline]:
    """What a node holds, as a whole run of text."""
    run = stripped(joined(settled(_children(node, cursor), cursor.holders, cursor.desk.words)))
    return settled_calls(run, cursor.desk.words)


_ONLY_CITED = Pattern(r"-?@(\w[^\s,;]*)(?:,.*)?", re.DOTALL)
"""A note that is meant to be a citation."""
_BEFORE_NAMES = ("", " ", "\n", "\u00a0", "(")
"""What stands before a name; behind a word or a full stop there is room for the number of a note alone."""
_TAIL = 40
"""Characters of a run that tell whether a sentence begins."""


_BEHIND = 4
"""Inlines that tell what a cross-reference goes on with: "charts 2, 3 and"."""


def _children(node: Node, cursor: Cursor) -> list[Inline]:
    found: list[Inline] = []
    settled_to = 0
    for number, child in enumerate(node.children, 1):
        if child.type == "citation" and cursor.manner == "called" and cursor.tail[-1:] in _BEFORE_NAMES:
            from reportgen.document.text.narrative import check_number

            check_number(cursor, child, "".join(map(unmarked, node.children[number:])))
        inlines = _READERS[child.type](child, cursor)
        if not child.children or child.type == "note_inline":  # others have told it themselves
            cursor.tail = (cursor.tail + plain(inlines))[-_TAIL:]
        if child.type == "crossref":
            begin = max(settled_to - _BEHIND, 0)  # what stands before it is settled
            found[begin:] = once(joined(found[begin:]), inlines, cursor.desk.words)
            settled_to = len(found)
        elif child.type == "citation" and cursor.manner == "whole":
            after = "".join(map(unmarked, node.children[number:]))
            found = with_source(found, tuple(inlines), after, cursor.desk.words)
        else:
            # In a cell of sources, too, a name does not touch the one before it.
            found += [apart(found), *inlines] if child.type == "citation" and cursor.manner == "short" else inlines
    return found


# --- one function a type of token ------------------------------------------------------------------------------------
def _fixed(inline: Inline) -> Reader:
    """The same for each such token."""
    return lambda node, cursor: (inline,)


def _around(kind: Callable[[Inlines], Inline]) -> Reader:
    """An inline with what stands in it."""
    return lambda node, cursor: (kind(tuple(joined(_children(node, cursor)))),)


def _code(node: Node, cursor: Cursor) -> Sequence[Inline]:
    begin, text = place(node, len(node.markup)), cursor.page.origin.text
    begin += text[begin] in " \n" and text[begin : begin + len(node.content)].replace("\n", " ") != node.content
    shown(node, lambda offset: cursor.page.origin.place(begin + offset), cursor)
    return (Code(cursor.desk.spelling.words(node.content, "code")),)


def _link(node: Node, cursor: Cursor) -> Sequence[Inline]:
    written = str(node.attrs.get("href", ""))
    place, text_place = cursor.page.origin.place(_address(node, cursor)), cursor.place(node, node.markup == "autolink")
    outer, cursor.inside = cursor.inside, cursor.inside | {"link"}
    children = tuple(joined(_children(node, cursor)))
    cursor.inside = outer
    url = cursor.desk.spelling.words(written)
    if node.markup in (BARE, "autolink"):
        return (links.bare(url, children, text_place, cursor.desk, cursor.inside),)
    url = links.address(url, place, children, text_place, cursor.desk)
    return (Link(children, url, place),)


_BEFORE_ADDRESS = re.compile(r"\]\([ \t\n]*<?")


def _address(node: Node, cursor: Cursor) -> int:
    """Where the address of a link stands: in its brackets; of one that is named elsewhere, where its words begin."""
    assert node.nester_tokens is not None
    opening, closing = node.nester_tokens
    if opening.info == "auto":
        return place(opening, opening.markup == "autolink")
    found = _BEFORE_ADDRESS.match(cursor.page.origin.text, place(closing))
    return found.end() if found else place(opening)


def _image(node: Node, cursor: Cursor) -> Sequence[Inline]:
    tell(cursor.desk, "picture-in-line", cursor.place(node), f"![{unmarked(node)}]({node.attrs.get('src', '')})")
    return ()


def _html(node: Node, cursor: Cursor) -> Sequence[Inline]:
    name = html.name_of(node.content)
    if name in html.BREAKS:
        return (LineBreak(),)
    if not node.content.startswith("<!--"):
        tell_html(cursor.desk, node.content, cursor.place(node), read="read" in meta(node))
    return (Text(" "),) if name in html.APART and not cursor.tail.endswith(" ") else ()


def _formula(node: Node, cursor: Cursor) -> Sequence[Inline]:
    formula = read_formula(cursor.desk, node.content, cursor.place(node))
    return (formula,) if formula else ()


def _unread(node: Node, cursor: Cursor) -> Sequence[Inline]:
    tell(cursor.desk, str(meta(node)["form"]), cursor.place(node), node.content)
    return ()


def _span(node: Node, cursor: Cursor) -> Sequence[Inline]:
    lang, expansion = span_keys(node, cursor)
    return (Span(tuple(joined(_children(node, cursor))), lang, expansion),)


def _crossref(node: Node, cursor: Cursor) -> Sequence[Inline]:
    named = meta(node)
    word, name = str(named["kind"]), cursor.desk.spelling.words(str(named["id"]))
    place = cursor.place(node)
    if "link" in cursor.inside:
        cursor.desk.problem(
            "markup", place, "a cross-reference can't stand in the text of a link", "put it after the link"
        )
        return ()
    return crossref(cursor.desk, word, name, place, cursor.tail)


def _at_word(node: Node, cursor: Cursor) -> Sequence[Inline]:
    desk, noted, beside = cursor.desk, meta(node), stays(place(node))
    told_at = cursor.place(node)
    name, owning, further = desk.spelling.words(node.content).removeprefix("@"), noted["owning"], noted["further"]
    if name in desk.briefing.references and _not_in_link(cursor, node, "citation"):
        from reportgen.document.text.narrative import Beside, narrative  # few papers name a source so

        assert isinstance(owning, str) and isinstance(further, list)
        if (outside := noted.get("outside")) and cursor.manner == "called":
            where = str(outside).lstrip(", ")
            message = f"the place in the source stands outside its note: @{name}{outside}"
            desk.problem("citation-form", told_at, message, f"write @{name} [{where}]")
        here = Beside(told_at, lambda text: _set(cursor, text, beside, 0, len(text)), cursor.manner, cursor.note)
        return narrative(desk, name, owning, further, here)
    check_at_word(desk, node.content, told_at)
    rest = desk.spelling.words(str(noted["rest"])).replace("'", "’")
    return (*shown(node, partial(cursor.place, node), cursor), *((Text(rest),) if rest else ()))


def _citation(node: Node, cursor: Cursor) -> Sequence[Inline]:
    parts, origin = meta(node)["parts"], cursor.page.origin
    assert isinstance(parts, list)
    cited = [
        notes.Cited(text, partial(_found, origin, where), partial(_set, cursor, text, where)) for text, where in parts
    ]
    if not _not_in_link(cursor, node, "citation"):
        return ()
    named = [part for part in cited if is_crossref(cursor.desk, part)]
    found: list[Inline] = []
    for part in named:
        found += [Text(", ")] if found else []
        found += bracketed(cursor.desk, part, cursor.tail + plain(found))
    if others := [part for part in cited if part not in named]:
        found += notes.citation(cursor.desk, others, cursor.place(node), cursor.manner, cursor.note)
    return found


def _set(cursor: Cursor, text: str, where: Where, start: int, end: int) -> Inlines:
    """A part of a citation with its marks, as a note has it."""
    node = parse_inline(cursor.desk.md, text[start:end], cut(where, start, end))
    return tuple(stripped(_children(node, replace(cursor, inside=cursor.inside | {"note"}, tail=","))))


def _found(origin: SourceMap, where: Where, offset: int) -> Place:
    return origin.place(at(where, offset))


def _note_mark(node: Node, cursor: Cursor) -> Sequence[Inline]:
    label = str(meta(node)["label"])
    place = cursor.place(node)
    if not _not_in_link(cursor, node, "note") or not _not_in_note(cursor, place):
        return ()
    made = cursor.page.made.get(label)
    if made is None:
        made = notes.called(cursor.desk, cursor.page, label, place, read_inline)
    return notes.marked(made)


def _note_inline(node: Node, cursor: Cursor) -> Sequence[Inline]:
    place = cursor.place(node)
    if not _not_in_link(cursor, node, "note") or not _not_in_note(cursor, place):
        return ()
    if cited := _ONLY_CITED.fullmatch(node.content.strip()):
        key = cited[1]
        hint = f"write [@{key}], which makes a footnote by itself; in a note of more words it stands as ^[… [@{key}]]"
        cursor.desk.problem("markup", place, f"a citation stands in square brackets of its own: ^[@{key}]", hint)
        return ()
    number = cursor.desk.next_note()
    inner = replace(cursor, inside=cursor.inside | {"note"}, sourced=set(), holders=set(), tail="")
    content = cursor.desk.mark(_run(node, inner))
    return notes.marked(notes.made(number, (content,), place, own=True))


def _not_in_note(cursor: Cursor, place: Place) -> bool:
    if "note" in cursor.inside:
        cursor.desk.problem("markup", place, "a note can't call another note", "write in brackets here what it says")
        return False
    return True


def _not_in_link(cursor: Cursor, node: Node, what: str) -> bool:
    if "link" in cursor.inside:
        cursor.problem("markup", node, f"a {what} can't stand in the text of a link", "put it after the link")
        return False
    return True


_READERS: Mapping[str, Reader] = {
    "text": read_words,
    "text_special": read_words,
    "softbreak": _fixed(Text(" ")),
    "hardbreak": _fixed(LineBreak()),
    "em": _around(Emphasis),
    "strong": _around(Strong),
    "sup": _around(Superscript),
    "sub": _around(Subscript),
    "code_inline": _code,
    "link": _link,
    "image": _image,
    "html_inline": _html,
    "unread": _unread,
    "formula": _formula,
    "span": _span,
    "crossref": _crossref,
    "at_word": _at_word,
    "citation": _citation,
    "note_mark": _note_mark,
    "note_inline": _note_inline,
}
