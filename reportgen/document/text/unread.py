"""What is said of the marks of other programs: which they are, and what to write here.

A form of which nothing can be made is an error (`markup-unread`), for the paper would lack it; where only a look is
lost the words stay, and it is a warning (`markup-plain`).
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.document.markdown import html
from reportgen.document.markdown.comparisons import has_words
from reportgen.document.markdown.parsing import Node
from reportgen.document.text.desk import Desk
from reportgen.document.text.unread_hints import CLOSER
from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place

_SHOWN = 40
"""Characters of the author's that a message quotes."""


@frozen
class Said:
    """A message, in which {} stands for what the author wrote, its hint, and whether only a look is lost."""

    message: str
    hint: str
    plain: bool = False


def tell(desk: Desk, form: str, place: Place, written: str) -> None:
    """Report a form at its place, once for each kind and file."""
    said = _SAID[form]
    shown = " ".join(written.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
    hint = CLOSER[form](written) if form in CLOSER else ""
    kind = f"{form} {hint}" if hint else form
    rule = "markup-plain" if said.plain else "markup-unread"
    desk.repeats.add(kind, rule, place, said.message.format(shown), hint or said.hint)


_RAW_CODE = Pattern(r"\{=\w+\}")
_CHUNK = Pattern(r"\{\s*[A-Za-z]")
_DIAGRAM = Pattern(r"\{?\s*(?:mermaid|dot|graphviz|plantuml|d2)\b")


def foreign_code(info: str) -> str:
    """The form of a block of code that another program runs, draws or hands on; "" for one that is to be shown."""
    forms = (("raw", _RAW_CODE), ("diagram", _DIAGRAM), ("chunk", _CHUNK))
    return next((form for form, pattern in forms if pattern.match(info.strip())), "")


def first_words(node: Node) -> str:
    """The first line of what stands in an item or a quotation, as its author wrote it."""
    first = node.children[0] if node.children else None
    return first.children[0].content.split("\n")[0] if first and first.type == "paragraph" else ""


_BOOKDOWN = r"write @fig-id for \@ref(fig:id), @tbl-id for \@ref(tab:id), @sec-id for \@ref(id)"
_SAID: Mapping[str, Said] = {
    "front-matter": Said(
        "the lines between --- are settings of another program",
        "delete them: title, authors and dates stand in briefing.yaml",
    ),
    "chunk": Said(
        "{} begins a piece of code, and code is not run here",
        "delete it, and bring its result: a table in data/, a picture in images/, a chart as ::: chart",
    ),
    "diagram": Said("a diagram is not drawn from {} here", "save it as SVG in images/, and write ::: figure"),
    "inline-code": Said(
        "{} is code, and code is not run here",
        "write {{ … }} with a value of the data; code that is meant stands between double ``",
    ),
    "raw": Said("{} is meant for another form of output", "write it in Markdown, or delete it"),
    "struck": Said(
        "struck-out words are not set, for who hears them takes them for valid: {}",
        "leave them out, or say in words what no longer holds",
    ),
    "highlighted": Said("words are not highlighted here: {} is set plain", "write **bold**", plain=True),
    "emoji-code": Said("{} is no sign here", r"write it in words, or \: for a colon that is meant"),
    "wiki-link": Said("{} is no link here", "write [text](address), or @section-id for a part of this paper"),
    "attributes": Said("{} has no effect here", "delete it, with its braces", plain=True),
    "percent-comment": Said("{} is no note to yourself here", "write <!-- … -->, or delete it"),
    "editing": Said("a marked change is not read here: {}", "accept it or reject it"),
    "colon-reference": Said(
        "{} is no cross-reference here",
        "write a hyphen for the colon: @fig-id, @tbl-id, @sec-id; or \\@ if it is meant",
    ),
    "bookdown": Said("{} is no cross-reference here", _BOOKDOWN),
    "latex": Said(
        "LaTeX is not read here: {}", "write it in Markdown, or without it; a backslash that is meant is written \\\\"
    ),
    "latex-block": Said("LaTeX is not read here: {}", "write it in Markdown"),
    "spaced-note": Said("{} calls no note", "write it without a space: [^name]"),
    "open-note": Said("a note is opened and not ended: {}…", "write ] where it ends"),
    "link-name": Said("{} is no link: no line says where it goes", "write [words](address), or a line [name]: address"),
    "link-unused": Said("nothing in the text names this address: {}", "delete it, or write [words][name]", plain=True),
    "latex-brackets": Said("a formula does not stand between such brackets: {}", "write $…$"),
    "shortcode": Said("{{{{<{}>}}}} is not read here", "delete it, or write what it stands for"),
    "grid-table": Said(
        "a table drawn with + and - is not read: {}",
        "write | between the cells, and |---|---| under the names of the columns",
    ),
    "spaced-table": Said(
        "a table whose cells are apart by spaces is not read: {}",
        "write | between the cells, and |---|---| under the names of the columns",
    ),
    "pasted-table": Said(
        "lines with tabs, or with signs between cells, are no table here: {}",
        "write | between the cells, and |---|---| under the names of the columns; or bring the file to data/, and write"
        " ::: table",
    ),
    "line-block": Said("lines that begin with | are no table and no verse here: {}", "end each line with a backslash"),
    "uneven": Said("this is no table yet: {}", "write as many cells in the header as in the line below"),
    "no-ruler": Said("this is no table yet: {}", "write |---|---| under the names of the columns"),
    "alert": Said("{} makes no note in a frame here", "write ::: box above it, and ::: below, without the >"),
    "admonition": Said("{} makes no note in a frame here", "write ::: box above its text, and ::: below"),
    "task": Said("a list of tasks has no boxes to tick here: {}", "say in words what is done and what is not"),
    "contents": Said("{} is not read here", "delete it: the contents are made by themselves"),
    "book-part": Said("{} begins no part of a book here", "delete the line: the chapters below it need none"),
    "abbreviation": Said("{} explains no abbreviation here", "add it to sources/terms.yaml, with expansion:"),
    "example-list": Said("{} numbers no example here", "write 1. and so on"),
    "div": Said("{} makes no block here", "delete its two lines; for a note in a frame write ::: box"),
    "picture-address": Said("a picture can't be fetched from {}", "save it in images/, and write the name of the file"),
    "picture-in-line": Said(
        "{} can't stand within a line",
        "give it a paragraph of its own, or use a block: ::: figure, with file: and alt:",
    ),
    "caption": Said("{} stands beside no table", "write it right under the table, with an empty line between"),
    "wiki-heading": Said("{} begins no heading here", "begin the line with #, ## or ###"),
    "dot-list": Said("{} begins no point of a list here", "write a dash before each point, or 1."),
    "star-list": Said(
        "{} begins no point and no heading here",
        "write ## for a heading, two spaces and a dash for a point of a point, ^[the note] at its sign for a note",
    ),
    "directive": Said("{} is not read here", "write it in Markdown, or delete it"),
    "org-line": Said("{} is not read here", "write it in Markdown, or delete it"),
    "attribute-line": Said(
        "{} is a setting of another program", "delete it: title, authors and dates stand in briefing.yaml"
    ),
    "asciidoc-block": Said("{} makes no block here", "write ::: box above the text, and ::: below"),
    "asciidoc-table": Said(
        "a table between |=== is not read: {}",
        "write | between the cells, and |---|---| under the names of the columns",
    ),
    "macro": Said("{} is not read here", "write it in Markdown, or delete it"),
    "underlined": Said("{} makes no heading of the line above it here", "begin that line with #, ## or ###"),
    "role": Said("{} is not read here", "write it in Markdown"),
    "rest-link": Said("{} is no link here", "write [text](address)"),
    "rest-note": Said("{} calls no note here", "write [^1] and, on a line of its own, [^1]: the note"),
    "org-code": Said("{} stands behind no word that it could be lowered at", "write `…` for code; H~2~O lowers the 2"),
    "indented": Said(
        "four spaces or a tab before a line make code of it: {}",
        "delete them; code that is meant stands between lines of ```",
        plain=True,
    ),
    "equation-number": Said("formulas have no numbers here: {} is left out", "refer to it in words", plain=True),
}

_HTML = {
    "b": "write **bold**",
    "strong": "write **bold**",
    "i": "write *italic*",
    "em": "write *italic*",
    "sub": "write ~lowered~",
    "sup": "write ^raised^",
    "a": "write [text](address)",
    "img": "use a block: ::: figure",
    "figure": "use a block: ::: figure, with file: and alt:",
    "svg": "save it in images/, and use a block: ::: figure",
    "math": "write $…$",
    **dict.fromkeys(("video", "audio", "iframe", "embed", "object"), "write [text](address): a paper shows no film"),
    **dict.fromkeys(("script", "style", "link", "meta", "input", "button", "form"), "delete it"),
    **dict.fromkeys(("tr", "td", "th", "thead", "tbody", "caption"), "write a table with | between the cells"),
    **dict.fromkeys(("li", "dl", "dt", "dd"), "write a list: a dash before each item"),
    "table": "write a table with | between the cells",
    "ul": "write a list: a dash before each item",
    "ol": "write a list: 1. before each item",
    "hr": "begin a part with a heading",
    "blockquote": "begin the lines with >",
    "s": "leave the words out, or say that they no longer hold",
    "del": "leave the words out, or say that they no longer hold",
    **{f"h{level}": f"begin the line with {'#' * level}" for level in range(1, 4)},
}
"""What to write instead of a tag."""


def tell_html(desk: Desk, tag: str, place: Place, *, read: bool = False) -> None:
    """Report a tag: as a warning where it is `read`, or where only a look is lost; once for its name and file."""
    name = html.name_of(tag)
    if tag.startswith("</") and name in html.LOOKS and (place.file, f"<{name}") in desk.repeats.found:
        return
    tag = tag.partition(">")[0] + ">"
    if has_words(tag):
        name = ""
    shown = tag if len(tag) <= _SHOWN else f"{tag[: _SHOWN - 1]}…"
    hint = _HTML.get(name, "")
    if read:
        desk.repeats.add(
            f"<{name}", "markup-plain", place, f"HTML is for browsers: {shown} is taken for Markdown", hint
        )
    elif name in html.LOOKS or name in html.PAIRS:
        message = f"HTML is for browsers: {shown} is left out, and its words stay"
        desk.repeats.add(f"<{name}", "markup-plain", place, message, hint or "delete the tag and its end")
    else:
        hint = hint or r"write \< for a < that is meant"
        desk.repeats.add(f"<{name}", "markup-unread", place, f"HTML is not read here: {shown}", hint)
