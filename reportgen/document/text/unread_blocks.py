"""What to write in place of a block of Quarto's or Pandoc's, `::: {.column}`, of which nothing is made here."""

from __future__ import annotations

import re
from collections.abc import Mapping

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


_OWN_KIND = re.compile(r"(?<!\w)\.(chart|table|figure|box|quote|keyfacts|timeline)(?![\w-])")
_ID = re.compile(r"#(?:(?:fig|tbl|tab)-)?([\w-]+)")
_PRINT = frozenset({"pdf", "latex", "typst", "print", "docx", "odt"})
"""Forms of output that are read as a paper."""


def block_hint(written: str) -> str:
    """What to do about a block of Quarto's; those of our own kinds have no braces."""
    if own := _OWN_KIND.search(written):
        name = _ID.search(written)
        return f"write ::: {own[1]}{f' {name[1]}' if name else ''}"
    if language := re.search(r"lang=[\"']?([\w-]+)", written):
        return f"delete its two lines, and write [words]{{lang={language[1]}}} in each of its paragraphs"
    if "#tbl-" in written and "layout" in written:
        return "delete its two lines, and the caption at its end: each table has its own, : words {#tbl-id} below it"
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
