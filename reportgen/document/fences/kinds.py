"""Fenced blocks (`::: kind id`): checks what all kinds share, then one small function a kind, in a table.

Charts and data tables are `data_blocks`', timelines `timelines`', figures `pictures`'; what shows how a chart is made
is `showing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportgen.document.blocks import (
    Block,
    ChangesPlace,
    KeyFacts,
    KeyFigure,
    PageBreak,
    Quotation,
    TextBox,
)
from reportgen.document.fences.captions import check_ids, joined, source_line
from reportgen.document.fences.data_blocks import chart, check_named, table
from reportgen.document.fences.fence import Fenced, ReadBlocks
from reportgen.document.fences.pairs import pairs
from reportgen.document.fences.quoting import in_quotation_marks
from reportgen.document.fences.timelines import timeline
from reportgen.document.fences.typed_numbers import without_number
from reportgen.document.inlines import Text
from reportgen.document.markdown.block_keys import KEYS, BoxKeys, ChangesKeys, QuoteKeys
from reportgen.document.markdown.headers import Header, check_header, read_keys
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.templates.doubled import told_once
from reportgen.document.text import source_parts
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import source_note
from reportgen.document.text.page import Page
from reportgen.document.text.unread import closer, tell
from reportgen.problems import did_you_mean
from reportgen.source.fields import keys_of
from reportgen.source.meta import MOST_KEY_FACTS

_FRAMES = {name: name for name in ("note", "tip", "important", "warning", "caution")}
_FRAMES |= {"info": "note", "callout": "note", "admonition": "note", "danger": "warning"}
"""What others call a note in a frame, and Quarto's name for it."""


def read_fenced(desk: Desk, page: Page, node: Node, read_blocks: ReadBlocks) -> Block | None:
    """The block of a fence; None, with problems, where it can't be made."""
    noted = meta(node)
    header, extra = noted["header"], noted["extra"]
    assert isinstance(header, Header) and isinstance(extra, list)
    if header.kind not in KEYS:
        _unknown(desk, page, header)
        # Its headings are none of a block's once its lines of colons are mended.
        read_blocks(desk, page, [child for child in node.children if child.type != "heading"])
        return None
    if extra:
        more, place = " ".join(word for word, _ in extra), page.origin.place(extra[0][1])
        hint = "a title stands on a line of its own: title: …" if "title" in keys_of(KEYS[header.kind]) else ""
        desk.problem("block-syntax", place, f"'{more}' can't stand here", hint or "write ::: kind id, each one word")
    unused_keys = noted.get("unused", [])
    assert isinstance(unused_keys, list)
    for unused in unused_keys:
        tell(desk, "attributes", page.origin.place(header.at), unused)
    header = without_number(desk, page, header)
    check_header(header, page.origin, desk.problems)
    keys = read_keys(header, page.origin, desk.problems, desk.spelling.words)
    block = Fenced(desk, page, node, header, keys, desk.outline.at(page, header.line), read_blocks)
    if keys is None:
        block.texts()
        block.body()
        return None
    return _KINDS[header.kind](block)


def _unknown(desk: Desk, page: Page, header: Header) -> None:
    if header.kind.startswith("{") and header.kind.strip("{}.#").lower() not in KEYS:
        tell(desk, "div", page.origin.place(header.kind_at), header.kind)
        return
    kind = header.kind.strip("{}.").lower()
    if frame := _FRAMES.get(kind.removeprefix("callout-")):
        hint = f"write ::: {{.callout-{frame}}}, in which a first heading is the title, or ::: box"
    else:
        hint = f"write ::: {kind}" if kind in KEYS else closer("div", kind) or did_you_mean(kind, KEYS)
    message = f"there is no kind of block '{header.kind}'"
    desk.problem("block-syntax", page.origin.place(header.kind_at), message, hint)


def _box(block: Fenced) -> Block:
    assert isinstance(block.keys, BoxKeys)
    title = block.text("title")
    if not title and block.header.callout:  # a reader has to know what it is, who can't see a sign of it as well
        title = (Text(block.desk.words.say(f"callouts.{block.header.callout}")),)
    blocks = block.body()
    if not blocks:
        block.empty("write its text after an empty line")
    return TextBox(title, blocks, block.label(), block.anchor, block.place)


def _quote(block: Fenced) -> Block:
    keys = block.keys
    assert isinstance(keys, QuoteKeys)
    blocks = block.body()
    if not blocks:
        block.empty("write the words of the quotation after an empty line")
    parts = [part for key in ("who", "role", "occasion") if (part := block.text(key))]
    if keys.date is not None:
        parts.append((Text(block.desk.words.date(keys.date)),))
    attribution = [*source_parts.joined(parts)]
    _check_origin(block, keys)
    ids = check_ids(block.desk, keys.source)
    # Without words before it the number of a note would stand alone.
    attribution += (source_note if attribution else source_line)(block.desk, ids, block.place)
    return Quotation(in_quotation_marks(blocks, block.desk.words), joined(attribution), block.place)


def _check_origin(block: Fenced, keys: QuoteKeys) -> None:
    """Report what a reader needs to look a quotation up; where the day is not known, the occasion does."""
    # An empty role: says that the speaker has none, as an institution.
    given = {
        "who": keys.who,
        "role": "role" in block.header.entries,
        "date or occasion": keys.date or keys.occasion,
        "source": keys.source,
    }
    missing = [name for name, value in given.items() if not value]
    if missing:
        hint = f"add {' and '.join(f'{name}:' for name in missing)}".replace(" or ", ": or ")
        block.desk.problem("quote-origin", block.place, f"what this quotation lacks: {', '.join(missing)}", hint)


def _keyfacts(block: Fenced) -> Block | None:
    items = tuple(KeyFigure(told_once(value, label), label, place) for value, label, place in pairs(block))
    if not items:
        return None
    if len(items) > MOST_KEY_FACTS:
        message = f"{len(items)} key figures are too many side by side: {MOST_KEY_FACTS} at most"
        block.desk.problem("block-syntax", block.place, message, "make two blocks")
    return KeyFacts(items, block.place)


def _changes(block: Fenced) -> Block:
    assert isinstance(block.keys, ChangesKeys)
    for named in block.keys.first:
        check_named(block, named)
    return ChangesPlace(block.place, tuple(named.text.strip() for named in block.keys.first))


def _figure(block: Fenced) -> Block | None:
    from reportgen.document.fences.pictures import figure  # few papers show one

    return figure(block)


def _shown(block: Fenced) -> Block | None:
    from reportgen.document.fences.showing import shown  # only papers on charts show how these are made

    return shown(block)


_KINDS: Mapping[str, Callable[[Fenced], Block | None]] = {
    "chart": chart,
    "table": table,
    "figure": _figure,
    "box": _box,
    "quote": _quote,
    "keyfacts": _keyfacts,
    "timeline": timeline,
    **dict.fromkeys(("listing", "description", "options"), _shown),
    "changes": _changes,
    "pagebreak": lambda block: PageBreak(block.place),
}
