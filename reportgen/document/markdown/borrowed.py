"""Forms of Pandoc and Quarto that everybody types, read as blocks of ours: a picture in a paragraph of its own, the
caption beside a table, a callout.

They become the same tokens as `::: figure`, `::: table` and `::: box`, so that nothing after this knows of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from markdown_it.rules_core.state_core import StateCore
from markdown_it.token import Token

from reportgen.document.markdown.headers import Entry, Header
from reportgen.document.markdown.inline_rules import ATTRIBUTES, CALLOUTS, ONE, attributes
from reportgen.document.markdown.places import unread_token
from reportgen.document.templates.offsets import Where, at, cut, joined, stays
from reportgen.patterns import Pattern

_WORDS = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
_FILE = r"(?:[^\s()<>\"'=]|\([^()\s]*\))(?:[^\n()<>\"'=]|\([^()\n]*\))*?"
"""The name of a file, with spaces where its author left them in."""
_PICTURE = re.compile(
    rf"!\[(?P<caption>{_WORDS})\]\([ \t]*(?:<(?P<spaced>[^<>\n]*)>|(?P<file>{_FILE}))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|=(?P<size>\S+)))*[ \t]*\)[ \t]*(?:\{(?P<given>[^{}]*)\})?",
    re.DOTALL,
)
_CAPTION = re.compile(
    rf"(?:[Tt]able:[ \t]*|:(?![\w-]+:|[:)-])[ \t]*)(?P<title>.*?)[ \t]*(?:{ATTRIBUTES.pattern})?[ \t]*", re.DOTALL
)
_DEFINED = """dl_open dt_open inline dt_close dd_open paragraph_open inline paragraph_close dd_close dl_close""".split()
"""The tokens of one term with one paragraph."""
_LABEL = Pattern(r"\(\\#tab:([\w-]+)\)[ \t]*")
"""What bookdown has before the words of a caption."""
_CALLOUT = Pattern(r"\{[^{}]*?\.callout-(note|tip|important|warning|caution)\b[^{}]*\}")
_HEADING = Pattern(r"[ \t]*#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?$")
_LENGTH = Pattern(r"(\d+(?:\.\d+)?|\.\d+)(mm|cm|in|pt|px|)")
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96, "": 25.4 / 96}
"""A number alone is one of pixels, of which Pandoc has 96 to the inch."""
FIGURE_KEYS = {"fig-alt": "alt", "alt": "alt", "source": "source", "rights": "rights", "fig-cap": "title"}
"""Attributes of a picture that are keys of a figure."""


# --- pictures --------------------------------------------------------------------------------------------------------
def picture(content: str, line: int, where: Where = 0) -> tuple[Header, list[str]] | None:
    """The header of a figure for a paragraph that is one picture, and what of its attributes has no effect.

    `where` is where the characters of its content stand.
    """
    found = _PICTURE.fullmatch(content.strip())
    if found is None:
        return None
    # R has points in the names of its options.
    written = (found["given"] or "").replace("fig.alt=", "fig-alt=").replace("fig.cap=", "fig-cap=")
    given = attributes(written)
    width, unread = _width(given, found["size"] or "", ONE.sub(" ", written).replace(",", " ").split())
    name = given.pop("id", "").removeprefix("fig-")
    file = "spaced" if found["spaced"] else "file"
    quoted = unquote(found[file] or "").replace("'", "''")  # as YAML has it
    entries = {"file": _entry("file", f"'{quoted}'", stays(at(where, max(found.start(file), 0))))}
    braces = stays(at(where, max(found.start("given"), 0)))
    if width:
        entries["width"] = _entry("width", width, braces)
    if found["caption"].strip():
        entries["title"] = _entry("title", found["caption"], cut(where, *found.span("caption")))
    for key in [key for key in given if key in FIGURE_KEYS]:
        entries[FIGURE_KEYS[key]] = _entry(FIGURE_KEYS[key], given.pop(key), braces)
    classes = [f".{name}" for name in given.pop("class", "").split()]
    place, id_at = at(where, 0), at(braces, 0)
    header = Header("figure", name, line, place, place, id_at, entries)
    return header, [*classes, *(f"{key}={value}" for key, value in given.items()), *unread]


def _width(given: dict[str, str], size: str, others: Sequence[str]) -> tuple[str, list[str]]:
    """The width of a picture, `width=50%` or `=300x200`, as some programs have it; and what of this has no effect."""
    size = size or next((word[1:] for word in others if word.startswith("=")), "")
    wanted = given.pop("width", "") or size.partition("x")[0]
    width = width_of(wanted)
    lost = [f"width={wanted or size}"] if (wanted or size) and not width else []
    return width, [*lost, *(word for word in others if not word.startswith("="))]


def width_of(written: str) -> str:
    """A width as a figure's key has it: "50%", or in millimetres; "" where it is none."""
    if re.fullmatch(r"\d+(?:\.\d+)?%", written):
        return written
    found = _LENGTH.fullmatch(written)
    return f"{float(found[1]) * _MILLIMETRES[found[2]]:.1f}" if found else ""


def _entry(key: str, text: str, where: Where) -> Entry:
    return Entry(key, text, at(where, 0), where)


_NO_TABLES = frozenset({"uneven", "no-ruler", "grid-table", "spaced-table", "pasted-table"})
"""The forms of tables that are not read, and told: their captions name them all the same."""


# --- captions --------------------------------------------------------------------------------------------------------
def caption(content: str, line: int, where: Where = 0) -> Header | None:
    """The header of a table for a paragraph that is its caption; `where` is where its characters stand."""
    found = _CAPTION.fullmatch(content.strip())
    if found is None or not (found["title"] or found[2]):
        return None
    given = attributes(found[2]) if found[2] else {}
    labelled = _LABEL.match(found["title"])
    start = found.start("title") + (labelled.end() if labelled else 0)
    title = _entry("title", content.strip()[start : found.end("title")], cut(where, start, found.end("title")))
    if labelled:
        given.setdefault("id", labelled[1])
    place = at(where, 0)
    id_at = at(where, found.start(2)) if found[2] else place
    return Header("table", given.get("id", "").removeprefix("tbl-"), line, place, place, id_at, {"title": title})


def borrow(state: StateCore) -> None:
    """The core rule: pictures that are paragraphs, and captions beside tables, become blocks."""
    state.tokens = list(_with_captions(_with_pictures(_undefined(state.tokens))))


_TABLE_ID = Pattern(r"\{#(?:tbl|tab)-[\w-]+\}\s*\Z")


def _undefined(tokens: list[Token]) -> Sequence[Token]:
    """A caption that Markdown takes for the definition of the words or the picture above it, as a paragraph."""
    if not any(token.type == "dl_open" for token in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        kinds = [one.type for one in found[-len(_DEFINED) :]]
        if token.type != "dl_close" or kinds != _DEFINED:
            continue
        _, term, words, _, _, opening, said, closing, _, _ = found[-len(_DEFINED) :]
        if _TABLE_ID.search(said.content) or _PICTURE.fullmatch(words.content.strip()):
            said.content, said.meta["at"] = joined(((": ", stays(at(_where(said), 0))), (said.content, _where(said))))
            level = found[-len(_DEFINED)].level
            first = Token("paragraph_open", "p", 1, map=term.map, level=level, block=True, meta=term.meta)
            last = Token("paragraph_close", "p", -1, level=level, block=True)
            opening.level = closing.level = level
            opening.hidden = closing.hidden = False
            found[-len(_DEFINED) :] = [first, words, last, opening, said, closing]
    return found


def _with_pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    here = 0
    while here < len(tokens):
        made = _paragraph(tokens, here) and picture(
            tokens[here + 1].content, _line(tokens[here]), _where(tokens[here + 1])
        )
        if made and "://" in (address := made[0].entries["file"].text):
            yield unread_token("picture-address", tokens[here], address.strip("'"))
            here += 3
        elif made:
            header, unused = made
            yield from _block(header, tokens[here], (), unused)
            here += 3
        else:
            yield tokens[here]
            here += 1


def _with_captions(given: Iterator[Token]) -> Iterator[Token]:
    tokens, here = list(given), 0
    while here < len(tokens):
        made, here = _captioned(tokens, here)
        yield from made


def _captioned(tokens: list[Token], here: int) -> tuple[Iterable[Token], int]:
    """What stands from a token on, with its caption, and where it goes on behind it."""
    before = _caption_at(tokens, here) if _paragraph(tokens, here) else None
    begin = here + 3 if before else here
    if begin < len(tokens) and tokens[begin].type == "table_open" and (before is None or _is_free(tokens, begin)):
        end = _end_of(tokens, begin)
        header = before or _after(tokens, begin)
        below = header and not before and _paragraph(tokens, end) and _caption_at(tokens, end)
        if not header:
            return tokens[begin:end], end
        return _block(header, tokens[here], _without_caption(tokens[begin:end], header)), end + 3 if below else end
    if before and begin < len(tokens) and tokens[begin].meta.get("form") in _NO_TABLES:
        # The caption of what is no table yet, which is told.
        tokens[begin].meta["header"] = before
        return (), begin
    if tokens[here].meta.get("form") in _NO_TABLES and (named := _below(tokens, here)):
        tokens[here].meta.setdefault("header", named[0])
        return (tokens[here],), named[1]
    if before and tokens[here + 1].content.startswith(":"):
        return (unread_token("caption", tokens[here], tokens[here + 1].content),), here + 3
    return (tokens[here],), here + 1


def _is_free(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a table has no caption below it, or one that stands above the next table."""
    below = _end_of(tokens, begin)
    return not _after(tokens, begin) or (below + 3 < len(tokens) and tokens[below + 3].type == "table_open")


def _below(tokens: Sequence[Token], at: int) -> tuple[Header, int] | None:
    """The caption in the last line of what is no table yet, or in the paragraph after it, and what comes then."""
    one, last = tokens[at], tokens[at].content.rpartition("\n")[2]
    if last.startswith((":", "Table:", "table:")) and (found := caption(last, _line(one), one.meta.get("at", 0))):
        return found, at + 1
    found = _caption_at(tokens, at + 1) if _paragraph(tokens, at + 1) else None
    return (found, at + 4) if found else None


def _caption_at(tokens: Sequence[Token], at: int) -> Header | None:
    return caption(tokens[at + 1].content, _line(tokens[at]), _where(tokens[at + 1]))


def _after(tokens: Sequence[Token], begin: int) -> Header | None:
    """The caption that follows a table: a paragraph, or what Markdown takes for its last row."""
    end = _end_of(tokens, begin)
    if _paragraph(tokens, end) and (found := _caption_at(tokens, end)):
        return found
    row = max((at for at in range(begin, end) if tokens[at].type == "tr_open"), default=begin)
    cells = [token for token in tokens[row:end] if token.type == "inline"]
    last = cells and cells[0].content.startswith((": ", "Table: ")) and not any(cell.content for cell in cells[1:])
    return caption(cells[0].content, _line(tokens[row]), _where(cells[0])) if last else None


def _without_caption(tokens: Sequence[Token], header: Header) -> list[Token]:
    """A table without the row that is its caption."""
    row = next((at for at, one in enumerate(tokens) if one.type == "tr_open" and _line(one) == header.line), None)
    if row is None:
        return list(tokens)
    end = next(at for at in range(row, len(tokens)) if tokens[at].type == "tr_close") + 1
    return [*tokens[:row], *tokens[end:]]


def _end_of(tokens: Sequence[Token], begin: int) -> int:
    level = tokens[begin].level
    return (
        next(at for at in range(begin, len(tokens)) if tokens[at].type == "table_close" and tokens[at].level == level)
        + 1
    )


def _paragraph(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) + 0 and tokens[at].type == "paragraph_open" and not tokens[at].hidden


def _where(inline: Token) -> Where:
    found: Where = inline.meta.get("at", 0)
    return found


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _block(header: Header, first: Token, inside: Sequence[Token], unused: Sequence[str] = ()) -> Iterator[Token]:
    opening = Token("block_open", "", 1, map=first.map, level=first.level, block=True)
    opening.meta = {"header": header, "extra": [], "unused": list(unused), "at": first.meta.get("at", 0)}
    yield opening
    yield from inside
    yield Token("block_close", "", -1, level=first.level, block=True)


# --- callouts --------------------------------------------------------------------------------------------------------
def in_braces(opening: str) -> str:
    """What stands behind the colons of a callout that lacks its braces, "callout-note Title", with them; else ""."""
    word, _, rest = opening.partition(" ")
    if not _CALLOUT.fullmatch(f"{{.{word}}}") or '"' in rest:
        return ""
    more = f" {rest.strip()}" if rest.strip().startswith("#") else f' title="{rest.strip()}"' if rest.strip() else ""
    return f"{{.{word}{more}}}"


def callout(opening: str, inner: Sequence[tuple[str, int]], line: int, begin: int) -> tuple[Header, int] | None:
    """The header of a box for `{.callout-note title="…"}`, and how many of the inner lines belong to it.

    The lines come with their places, and `begin` is that of the opening. Its title may be a heading on the first line.
    """
    kind = _CALLOUT.fullmatch(opening)
    if not kind:
        return None
    found = ATTRIBUTES.fullmatch(opening)
    given = attributes(found[1]) if found else {}
    title, count, where = given.get("title", ""), 0, stays(begin)
    start = next((number for number, (text, _) in enumerate(inner) if text.strip()), len(inner))
    text, place = inner[start] if start < len(inner) else ("", begin)
    heading = _HEADING.match(text)
    entries = {"title": _entry("title", title, where)} if title else {}
    if not title and heading:
        count = start + 1
        entries = {"title": _entry("title", heading["title"], place + heading.start("title"))}
    prefix, _, rest = given.get("id", "").partition("-")
    name = rest if prefix in CALLOUTS else given.get("id", "")
    id_at = begin + max(opening.find("#"), 0) + 1
    return Header("box", name, line, begin, begin, id_at, entries, callout=kind[1]), count
