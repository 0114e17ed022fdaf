"""Hints at single commands, shortcodes and blocks of other programs: what to write instead of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reportgen.document.markdown.headless_tables import cells_of

_LATEX = {
    "textbf": "write **bold**",
    "emph": "write *italic*",
    "textit": "write *italic*",
    "textsuperscript": "write ^raised^",
    "textsubscript": "write ~lowered~",
    "footnote": "write ^[the note] behind the word",
    "footnotetext": "write [^name]: and the note on a line of its own",
    "cite": "write [@source]",
    "citep": "write [@source]",
    "citet": "write [@source]",
    "ref": "write @section-id, @chart-id, @table-id",
    "autoref": "write @section-id, @chart-id, @table-id",
    "label": "write {#id} behind the heading, or the id behind ::: chart",
    "section": "begin the line with #",
    "subsection": "begin the line with ##",
    "subsubsection": "begin the line with ###",
    "chapter": "begin the line with #",
    "caption": "write title: in the block of the table or figure",
    "includegraphics": "use a block: ::: figure, with file: and alt:",
    "item": "begin the line with a dash",
    "url": "write [text](address)",
    "href": "write [text](address)",
    "tableofcontents": "delete it: the contents are made by themselves",
    "maketitle": "delete it: the cover is made from briefing.yaml",
    "newline": "end the line with a backslash",
    "noindent": "delete it",
    "newpage": "give it a line of its own, with an empty line before and after",
    "pagebreak": "give it a line of its own, with an empty line before and after",
    "clearpage": "give it a line of its own, with an empty line before and after",
    "usepackage": "delete it: house.yaml says how papers look",
}


def _latex(written: str) -> str:
    name = written.lstrip("\\").split("{")[0].split("[")[0].strip().rstrip("*")
    return _LATEX.get(name, "")


_SHORTCODES = {
    "pagebreak": "give it a line of its own, with an empty line before and after",
    "include": "write the text here, or in a file of its own in text/",
    "meta": "write {{ title }}, {{ published }} or {{ facts_as_of }}, or a value of the data",
    "var": "write {{ facts.NAME }}, with the value in data/facts.yaml",
    "video": "a paper shows no film: write [text](address)",
    "embed": "save the chart's data as a table, and write ::: chart",
    "contents": "delete it: the contents are made by themselves",
}


def _shortcode(written: str) -> str:
    return _SHORTCODES.get(written.strip("\ue014\ue015 ").split(" ")[0], "")


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


_ENVIRONMENTS: Mapping[str, str] = {
    "equation": "write $$ before and after the formula",
    "align": "write $$ before and after each formula",
    "itemize": "write a list: a dash before each item",
    "enumerate": "write a list: 1. before each item",
    "table": "write a table with | between the cells",
    "tabular": "write a table with | between the cells",
    "longtable": "write a table with | between the cells",
    "figure": "use a block: ::: figure, with file: and alt:",
    "quote": "begin the lines with >",
    "landscape": "delete it: a table that needs it gets a page on its side by itself",
    "center": "delete it: text stands left",
}
_DIVS: Mapping[str, str] = {
    "refs": "delete the block, with its heading: the list of sources is made by itself",
    "landscape": "delete its two lines: a table that needs it gets a page on its side by itself",
    "#fig-": "delete its two lines, and the caption at its end: each picture has its own, in ![…](file){#fig-id}",
    "column": "delete its two lines: a paper has one column",
    "tabset": "delete its two lines, and give each part a heading",
    "layout": "delete its two lines: pictures stand one below the other",
    ".g-col": "delete its two lines: a paper has one column",
    ".grid": "delete its two lines: a paper has one column",
    ".callout": "write .callout-note, .callout-tip, .callout-important, .callout-caution or .callout-warning",
    "center": "delete its two lines: text stands left",
    "#tbl-": "write ::: table, with title: and the table after an empty line",
    "aside": "write it as a footnote, or as a ::: box",
    "theorem": "write it as a ::: box, with title:",
    "abstract": "write it behind in_brief: in briefing.yaml",
}

_BLOCKS: Mapping[str, str] = {
    "note": "write ::: box above its text, and ::: below",
    "tip": "write ::: box above its text, and ::: below",
    "warning": "write ::: box above its text, and ::: below",
    "important": "write ::: box above its text, and ::: below",
    "admonition": "write ::: box above its text, and ::: below",
    "sidebar": "write ::: box above its text, and ::: below",
    "topic": "write ::: box above its text, and ::: below",
    "image": "use a block: ::: figure, with file: and alt:",
    "figure": "use a block: ::: figure, with file: and alt:",
    "table": "write a table with | between the cells",
    "list-table": "write a table with | between the cells",
    "csv-table": "bring the file to data/, and write ::: table",
    "contents": "delete it: the contents are made by themselves",
    "toctree": "delete it: the contents are made by themselves",
    "math": "write $$ before and after the formula",
    "code": "write ``` above and below the code",
    "code-block": "write ``` above and below the code",
    "include": "write the text here, or in a file of its own in text/",
    "begin_src": "write ``` above and below the code; code is not run here",
    "begin_example": "write ``` above and below",
    "begin_quote": "begin the lines with >",
    "title": "delete it: title: stands in briefing.yaml",
    "author": "delete it: authors: stand in briefing.yaml",
    "date": "delete it: published: stands in briefing.yaml",
    "caption": "write : and the caption below the table, or title: in the block",
    "footnote": "write ^[the note] behind the word",
    "http": "write [text](address)",
    "https": "write [text](address)",
    "mailto": "write [text](address)",
    "link": "write [text](address)",
    "xref": "write @section-id, @chart-id, @table-id",
    "ref": "write @section-id, @chart-id, @table-id",
    "numref": "write @section-id, @chart-id, @table-id",
    "cite": "write [@source]",
    "sup": "write ^raised^",
    "sub": "write ~lowered~",
    "strong": "write **bold**",
    "emphasis": "write *italic*",
}
"""By the name of a directive, a keyword, a macro or a role."""


def _directive(written: str) -> str:
    if re.match(r"\.\. (?:_|\[[#\d]|\|)", written):
        if written.startswith(".. ["):
            return "write [^1]: and the note on a line of its own"
        return "delete it; {#id} behind a heading names it"
    return _BLOCKS.get(written[3:].partition("::")[0].strip().casefold(), "")


def _asciidoc_block(written: str) -> str:
    name = re.split(r"[^\w]", written.strip("[]% "), maxsplit=1)[0].casefold()
    kinds = {
        "source": "code",
        "listing": "code",
        "cols": "table",
        "col": "table",
        "options": "table",
        "quote": "begin_quote",
    }
    return _BLOCKS.get(kinds.get(name, ""), "")


def _org_line(written: str) -> str:
    return _BLOCKS.get(re.split(r"[:\s]", written[2:], maxsplit=1)[0].casefold(), "")


def _macro(written: str) -> str:
    if written.startswith("<<"):
        return "write @section-id, @chart-id, @table-id"
    return _BLOCKS.get(written.partition(":")[0].casefold(), "")


def _role(written: str) -> str:
    name = re.split(r"[:`]", written.strip(":"), maxsplit=1)[0]
    return _BLOCKS.get("cite" if name.startswith("cite") else name, "")


_OWN_KIND = re.compile(r"(?<!\w)\.(chart|table|figure|box|quote|keyfacts|timeline)(?![\w-])")
_ID = re.compile(r"#(?:(?:fig|tbl|tab)-)?([\w-]+)")
_PRINT = frozenset({"pdf", "latex", "typst", "print", "docx", "odt"})
"""Forms of output that are read as a paper."""


def _div(written: str) -> str:
    """What to do about a block of Quarto's; those of our own kinds have no braces."""
    if own := _OWN_KIND.search(written):
        name = _ID.search(written)
        return f"write ::: {own[1]}{f' {name[1]}' if name else ''}"
    if "content-" not in written:
        return next((hint for name, hint in _DIVS.items() if name in written), "")
    return _of_form(written)


def _of_form(written: str) -> str:
    """Blocks that Quarto shows in some forms of output: a paper in print is one of them."""
    asked = re.search(r"(when|unless)-\w+=[\"']?(\w+)", written)
    fits = asked is None or (asked[2] in _PRINT) == (asked[1] == "when")
    if fits == ("content-hidden" not in written):
        return "delete its two lines: its words belong into the paper"
    return "delete the block with its words: they are for another form than a paper in print"


def _uneven(written: str) -> str:
    head, ruler = (cells_of(line) for line in written.split("\n")[:2])
    return rf"its header has {head} cells, the line below {ruler}: write \| for a bar within a cell"


CLOSER: Mapping[str, Callable[[str], str]] = {
    "uneven": _uneven,
    "latex": _latex,
    "latex-block": lambda written: _ENVIRONMENTS.get(written.partition("{")[2].partition("}")[0].rstrip("*"), ""),
    "shortcode": _shortcode,
    "attributes": _attributes,
    "directive": _directive,
    "asciidoc-block": _asciidoc_block,
    "org-line": _org_line,
    "macro": _macro,
    "role": _role,
    "div": _div,
}
"""A hint that fits what was written better than that of its form."""
