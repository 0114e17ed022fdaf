"""Fenced blocks (`::: kind id`): checks what all kinds share, then one small function a kind, in a table.

Charts and data tables are `data_blocks`'; what shows how a chart is made is `showing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportgen.document.blocks import (
    Block,
    ChangesPlace,
    Figure,
    KeyFacts,
    KeyFigure,
    PageBreak,
    Quotation,
    TextBox,
    Timeline,
    TimelineEvent,
)
from reportgen.document.fences.captions import check_ids, joined, labelled, source_line
from reportgen.document.fences.data_blocks import chart, check_named, data_timeline, table
from reportgen.document.fences.event_dates import in_one_form
from reportgen.document.fences.fence import Fenced, ReadBlocks
from reportgen.document.fences.images import Image, read_image
from reportgen.document.fences.pairs import pairs
from reportgen.document.fences.picture_files import picture_file
from reportgen.document.fences.quoting import in_quotation_marks
from reportgen.document.fences.showing import description, listing, options
from reportgen.document.fences.typed_numbers import without_number
from reportgen.document.inlines import Inline, Inlines, Text, Value, plain, values
from reportgen.document.markdown.block_keys import KEYS, BoxKeys, ChangesKeys, FigureKeys, QuoteKeys
from reportgen.document.markdown.headers import Header, check_header, read_keys
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.templates.doubled import told_once
from reportgen.document.text import joining
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import source_note
from reportgen.document.text.page import Page
from reportgen.document.text.unread import closer, tell
from reportgen.house import MM
from reportgen.problems import did_you_mean
from reportgen.source.fields import keys_of
from reportgen.source.files import Files
from reportgen.source.meta import MOST_KEY_FACTS

_FRAMES = {name: name for name in ("note", "tip", "important", "warning", "caution")}
_FRAMES |= {"info": "note", "callout": "note", "admonition": "note", "danger": "warning"}
"""What others call a note in a frame, and Quarto's name for it."""
_MOST_OF_A_PAGE = 0.75
"""How much of a page's height a picture may take, so that its title and source stay with it."""


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
    attribution: list[Inline] = []
    for part in parts:
        attribution += [Text(", "), *part] if attribution else part
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


def _timeline(block: Fenced) -> Block | None:
    if block.header.entries.get("data"):
        return data_timeline(block)
    title = block.text("title")
    events, found = [], pairs(block)
    dates = in_one_form(block.desk, [(plain(date).strip(), place) for date, _, place in found])
    for (date, content, place), said in zip(found, dates, strict=True):
        dated = tuple(values(date))
        ids = dict.fromkeys(name for value in dated for name in value.cites)
        content = tuple(joining.joined((*content, *source_note(block.desk, tuple(ids), place))))
        events.append(TimelineEvent(_dated(date, dated, said), content, place))
    return Timeline(tuple(events), title, block.place) if events else None


def _dated(date: Inlines, values: Sequence[Value], text: str | None) -> Inlines:
    """The date of an event as it is printed; it stays a value where it is one."""
    if text is None:
        return date
    records = tuple(dict.fromkeys(record for value in values for record in value.records))
    return (replace(values[0], text=text, records=records),) if values else (Text(text),)


def _figure(block: Fenced) -> Block | None:
    keys, desk = block.keys, block.desk
    assert isinstance(keys, FigureKeys)
    alt = block.words("alt")
    title, subtitle, note, source = block.text("title"), block.text("subtitle"), block.text("note"), _origin(block)
    if not alt:
        hint = 'write what the picture tells: alt: in a figure block, {fig-alt="…"} behind ![…](…)'
        desk.problem("alt-missing", block.place_of("file"), "this figure has no alt:", hint)
    name = desk.spelling.words(keys.file.text)
    files = Files(desk.briefing.workspace, desk.problems, desk.read)
    path = picture_file(desk, name, keys.file.place, files)
    data = files.bytes(path) if path else None
    if path is None or data is None:
        return None
    image = read_image(data, files.name(path), name, keys.file.place, desk.problems)
    if image is None:
        return None
    house, page = desk.briefing.house, desk.briefing.house.page
    wanted = (keys.width.length * MM or page.measure * min(keys.width.share, 1.0)) if keys.width else None
    width, height = image.size(wanted, page.measure, page.text_height * _MOST_OF_A_PAGE)
    data, picture = (
        (image.data, None) if isinstance(image, Image) else (b"", image.picture(width, house, desk.problems))
    )
    return Figure(
        alt, width, height, data, picture, block.label(), title, subtitle, note, source, block.anchor, block.place
    )


def _changes(block: Fenced) -> Block:
    assert isinstance(block.keys, ChangesKeys)
    for named in block.keys.first:
        check_named(block, named)
    return ChangesPlace(block.place, tuple(named.text.strip() for named in block.keys.first))


def _origin(block: Fenced) -> Inlines:
    """ "Source: …" and the rights, as the author writes them."""
    source, rights = block.text("source"), block.text("rights")
    line = labelled(block.desk.words, "labels.source-line", "sources", source) if source else ()
    return joined((*line, Text(". " if line and rights else ""), *rights))


_KINDS: Mapping[str, Callable[[Fenced], Block | None]] = {
    "chart": chart,
    "table": table,
    "figure": _figure,
    "box": _box,
    "quote": _quote,
    "keyfacts": _keyfacts,
    "timeline": _timeline,
    "listing": listing,
    "description": description,
    "options": options,
    "changes": _changes,
    "pagebreak": lambda block: PageBreak(block.place),
}
