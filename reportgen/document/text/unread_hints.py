"""What is said of the marks of other programs, and what to write instead of each: a table of forms, one of hints.

It is read where such a mark is found, which is in few papers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reportgen.document.markdown.headless_tables import cells_of
from reportgen.document.text.unread_blocks import block_hint
from reportgen.frozen import frozen
from reportgen.word_tables import pairs


@frozen
class Said:
    """A message, in which {} stands for what the author wrote, its hint, and whether only a look is lost."""

    message: str
    hint: str
    plain: bool = False


_BOOKDOWN = r"write @fig-id for \@ref(fig:id), @tbl-id for \@ref(tab:id), @sec-id for \@ref(id)"
_CELLS = (
    "write | between the cells, and |---|---| under the names of the columns; with an empty line and then"
    " : Title {#tbl-id} below it, @tbl-id leads there"
)
SAID: Mapping[str, Said] = {
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
    "latex-letter": Said("LaTeX is not read here: {}", "type the letter with its accent"),
    "tie": Said("{} is printed as it is typed", r"write a space for the ~, or \~ if it is meant", plain=True),
    "latex-block": Said("LaTeX is not read here: {}", "write it in Markdown"),
    "spaced-note": Said("{} calls no note", "write it without a space: [^name]"),
    "open-note": Said("a note is opened and not ended: {}…", "write ] where it ends"),
    "link-name": Said("{} is no link: no line says where it goes", "write [words](address), or a line [name]: address"),
    "link-unused": Said("nothing in the text names this address: {}", "delete it, or write [words][name]", plain=True),
    "latex-brackets": Said("a formula does not stand between such brackets: {}", "write $…$"),
    "shortcode": Said("{{{{<{}>}}}} is not read here", "delete it, or write what it stands for"),
    "grid-table": Said("a table drawn with + and - is not read: {}", _CELLS),
    "spaced-table": Said("a table whose cells are apart by spaces is not read: {}", _CELLS),
    "pasted-table": Said(
        "lines with tabs, or with signs between cells, are no table here: {}",
        f"{_CELLS}; or bring the file to data/, and write ::: table",
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
    "caption-apart": Said(
        "{} is the caption of nothing here", "write it as title: of its block, in ![…](file), or under its table"
    ),
    "close-bullet": Said("{} begins no point of a list: no space follows its bullet", "write - and a space"),
    "comment": Said("{} is a comment for LaTeX alone", "delete it, or write {# and #} around it"),
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
    "attribute-line": Said(
        "{} is a setting of another program", "delete it: title, authors and dates stand in briefing.yaml"
    ),
    "asciidoc-block": Said("{} makes no block here", "write ::: box above the text, and ::: below"),
    "asciidoc-table": Said("a table between |=== is not read: {}", _CELLS),
    **dict.fromkeys(
        ("directive", "org-line", "macro"), Said("{} is not read here", "write it in Markdown, or delete it")
    ),
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

_ALONE = "give it a line of its own, with an empty line before and after"
_CONTENTS = "delete it: the contents are made by themselves"
_FIGURE = "use a block: ::: figure, with file: and alt:"
_HINTS: Mapping[str, Mapping[str, str]] = {
    "write **bold**": {"latex": "textbf", "named": "strong", "html": "b strong"},
    "write *italic*": {"latex": "emph textit", "named": "emphasis", "html": "i em"},
    "write ^raised^": {"latex": "textsuperscript", "named": "sup", "html": "sup"},
    "write ~lowered~": {"latex": "textsubscript", "named": "sub", "html": "sub"},
    "write ^[the note] behind the word": {"latex": "footnote", "named": "footnote"},
    "write [^name]: and the note on a line of its own": {"latex": "footnotetext"},
    "write [@source]": {"latex": "cite citep citet", "named": "cite"},
    "write @section-id, @chart-id, @table-id": {"latex": "ref autoref", "named": "xref ref numref"},
    "write {#id} behind the heading, or the id behind ::: chart": {"latex": "label"},
    "write [text](address)": {"latex": "url href", "named": "http https mailto link", "html": "a"},
    'write [words]{abbr="…"}, with what they stand for in the quotation marks': {"html": "abbr"},
    "write `…`, between backticks": {"html": "code samp tt kbd"},
    "type the quotation marks": {"html": "q"},
    "type the sign itself: ×, °, ±, –": {"latex": "times degree textdegree pm textendash textemdash cdot leq geq"},
    "write [text](address): a paper shows no film": {"html": "video audio iframe embed object"},
    "a paper shows no film: write [text](address)": {"shortcode": "video"},
    "begin the line with #": {"latex": "section chapter", "html": "h1"},
    "begin the line with ##": {"latex": "subsection", "html": "h2"},
    "begin the line with ###": {"latex": "subsubsection", "html": "h3"},
    "begin the line with a dash": {"latex": "item"},
    "begin the lines with >": {"named": "begin_quote", "html": "blockquote", "environment": "quote"},
    "begin a part with a heading": {"html": "hr"},
    "end the line with a backslash": {"latex": "newline"},
    _ALONE: {"latex": "newpage pagebreak clearpage", "shortcode": "pagebreak"},
    "write a list: a dash before each item": {"html": "li dl dt dd ul", "environment": "itemize"},
    "write a list: 1. before each item": {"html": "ol", "environment": "enumerate"},
    "write a table with | between the cells": {
        "named": "table list-table",
        "html": "tr td th thead tbody caption table",
        "environment": "table tabular longtable",
    },
    "bring the file to data/, and write ::: table": {"named": "csv-table"},
    "write title: in the block of the table or figure": {"latex": "caption"},
    "write : and the caption below the table, or title: in the block": {"named": "caption"},
    _FIGURE: {"latex": "includegraphics", "named": "image figure", "html": "figure", "environment": "figure"},
    "use a block: ::: figure": {"html": "img"},
    "save it in images/, and use a block: ::: figure": {"html": "svg"},
    "save the chart's data as a table, and write ::: chart": {"shortcode": "embed"},
    "write ::: box above its text, and ::: below": {"named": "note tip warning important admonition sidebar topic"},
    "write $…$": {"html": "math"},
    "write $$ before and after the formula": {"named": "math", "environment": "equation"},
    "write $$ before and after each formula": {"environment": "align"},
    "write ``` above and below the code": {"named": "code code-block"},
    "write ``` above and below the code; code is not run here": {"named": "begin_src"},
    "write ``` above and below": {"named": "begin_example"},
    "write the text here, or in a file of its own in text/": {"named": "include", "shortcode": "include"},
    "write {{ title }}, {{ published }} or {{ facts_as_of }}, or a value of the data": {"shortcode": "meta"},
    "write {{ facts.NAME }}, with the value in data/facts.yaml": {"shortcode": "var"},
    "leave the words out, or say that they no longer hold": {"html": "s del"},
    "delete it": {"latex": "noindent", "html": "script style link meta input button form"},
    _CONTENTS: {"latex": "tableofcontents", "named": "contents toctree", "shortcode": "contents"},
    "delete it: the cover is made from briefing.yaml": {"latex": "maketitle"},
    "delete it: house.yaml says how papers look": {"latex": "usepackage"},
    "delete it: title: stands in briefing.yaml": {"named": "title"},
    "delete it: authors: stand in briefing.yaml": {"named": "author"},
    "delete it: published: stands in briefing.yaml": {"named": "date"},
    "delete it: a table that needs it gets a page on its side by itself": {"environment": "landscape"},
    "delete it: text stands left": {"environment": "center"},
}
"""By what to write: commands of LaTeX; directives, keywords, macros and roles of reStructuredText and the like; tags of
HTML; environments of LaTeX; shortcodes of Quarto."""


def hint_for(name: str, kind: str) -> str:
    """What to write instead of a command of a kind; "" where nothing is known."""
    return next((hint for hint, kinds in _HINTS.items() if name in kinds.get(kind, "").split()), "")


def _latex(written: str) -> str:
    if "{eq:" in written:
        return "formulas have no numbers here: refer to it in words"
    name = written.lstrip("\\").split("{")[0].split("[")[0].strip().rstrip("*")
    return hint_for(name, "latex")


def _shortcode(written: str) -> str:
    return hint_for(written.strip("\ue014\ue015 ").split(" ")[0], "shortcode")


_CLASSES = {
    ".underline": "write *italic* or **bold**: underlined words are taken for links",
    ".smallcaps": "write it in ordinary letters",
    ".mark": "write **bold**",
    ".aside": "write it as a footnote, ^[…]",
    ".content-visible": "delete it: a paper has one form",
    ".unlisted": "delete it: every heading stands in the contents",
}


def _attributes(written: str) -> str:
    bare = "" if written.startswith(("{", ".", "[")) else "delete it"
    return next((hint for name, hint in _CLASSES.items() if name in written), bare)


def _directive(written: str) -> str:
    if re.match(r"\.\. (?:_|\[[#\d]|\|)", written):
        if written.startswith(".. ["):
            return "write [^1]: and the note on a line of its own"
        return "delete it; {#id} behind a heading names it"
    return hint_for(written[3:].partition("::")[0].strip().casefold(), "named")


def _asciidoc_block(written: str) -> str:
    name = re.split(r"[^\w]", written.strip("[]% "), maxsplit=1)[0].casefold()
    kinds = pairs("source code  listing code  cols table  col table  options table  quote begin_quote")
    return hint_for(kinds.get(name, ""), "named")


def _org_line(written: str) -> str:
    return hint_for(re.split(r"[:\s]", written[2:], maxsplit=1)[0].casefold(), "named")


def _macro(written: str) -> str:
    if written.startswith("<<"):
        return "write @section-id, @chart-id, @table-id"
    return hint_for(written.partition(":")[0].casefold(), "named")


def _role(written: str) -> str:
    name = re.split(r"[:`]", written.strip(":"), maxsplit=1)[0]
    return hint_for("cite" if name.startswith("cite") else name, "named")


def _uneven(written: str) -> str:
    head, ruler = (cells_of(line) for line in written.split("\n")[:2])
    return rf"its header has {head} cells, the line below {ruler}: write \| for a bar within a cell"


CLOSER: Mapping[str, Callable[[str], str]] = {
    "uneven": _uneven,
    "latex": _latex,
    "latex-block": lambda written: hint_for(written.partition("{")[2].partition("}")[0].rstrip("*"), "environment"),
    "shortcode": _shortcode,
    "attributes": _attributes,
    "directive": _directive,
    "asciidoc-block": _asciidoc_block,
    "org-line": _org_line,
    "macro": _macro,
    "role": _role,
    "div": block_hint,
}
"""A hint that fits what was written better than that of its form."""
