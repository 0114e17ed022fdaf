"""What is said of the marks of other programs: which they are, and what to write here.

A form of which nothing can be made is an error (`markup-unread`), for the paper would lack it; where only a look is
lost the words stay, and it is a warning (`markup-plain`).
"""

from __future__ import annotations

from reportgen.document.markdown import html
from reportgen.document.markdown.arithmetic import has_words
from reportgen.document.markdown.parsing import Node
from reportgen.document.text.desk import Desk
from reportgen.patterns import Pattern
from reportgen.problems import Place

_SHOWN = 40
"""Characters of the author's that a message quotes."""


def tell(desk: Desk, form: str, place: Place, written: str) -> None:
    """Report a form at its place, once for each kind and file."""
    from reportgen.document.text.unread_hints import SAID  # few papers have any such mark

    said = SAID[form]
    shown = " ".join(written.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
    hint = closer(form, written)
    kind = f"{form} {hint}" if hint else form
    rule = "markup-plain" if said.plain else "markup-unread"
    desk.repeats.add(kind, rule, place, said.message.format(shown), hint or said.hint)


def closer(form: str, written: str) -> str:
    """A hint that fits what was written better than that of its form; "" where there is none."""
    from reportgen.document.text.unread_hints import CLOSER

    return CLOSER[form](written) if form in CLOSER else ""


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


def tell_html(desk: Desk, tag: str, place: Place, *, read: bool = False) -> None:
    """Report a tag: as a warning where it is `read`, or where only a look is lost; once for its name and file."""
    from reportgen.document.text.unread_hints import hint_for

    name = html.name_of(tag)
    if tag.startswith("</") and name in html.LOOKS and (place.file, f"<{name}") in desk.repeats.found:
        return
    tag = tag.partition(">")[0] + ">"
    if has_words(tag):
        name = ""
    shown = tag if len(tag) <= _SHOWN else f"{tag[: _SHOWN - 1]}…"
    hint = hint_for(name, "html")
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
