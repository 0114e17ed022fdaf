"""What the braces behind a part of a line say, `[words]{lang=fr}`: its language, what it stands for."""

from __future__ import annotations

from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.text.desk import Cursor
from reportgen.document.text.unread import tell
from reportgen.patterns import Pattern
from reportgen.problems import did_you_mean

_KEYS = ("lang", "abbr")
_LANGUAGE = Pattern(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*")
"""The tags of BCP 47 that are in use, as the finished paper is held to them."""


def span_keys(node: Node, cursor: Cursor) -> tuple[str, str]:
    """The language and the expansion of a part of a line, "" where it has none; what has no effect is told."""
    given, places = meta(node)["attributes"], meta(node)["places"]
    assert isinstance(given, dict) and isinstance(places, dict)
    desk, origin = cursor.desk, cursor.page.origin
    classes = str(given.get("class", "")).split()
    for name in classes if node.children else ():
        tell(desk, "attributes", origin.place(places[name]), f"{{.{name}}}")
    if name := str(given.get("id", "")):
        # What Word calls a bookmark; with no words in it, its classes are as empty.
        tell(desk, "attributes", origin.place(places[name]), f"{{#{name}}}")
    looks = places.keys() & {"style", "custom-style"}
    for key in looks:
        tell(desk, "attributes", origin.place(places[key]), f"{{{key}={given[key]}}}")
    for key in places.keys() - {*_KEYS, *classes, name} - looks:
        message = f"{key} is not read here: a part of a line has lang= or abbr="
        desk.problem("markup", origin.place(places[key]), message, did_you_mean(key, _KEYS))
    lang, expansion = (desk.spelling.words(str(given.get(key, ""))) for key in _KEYS)
    if lang and not _LANGUAGE.fullmatch(lang):
        message, hint = f"'{lang}' is no sign of a language", "write it as de, fr-CH or sr-Latn"
        desk.problem("markup", origin.place(places["lang"]), message, hint)
        lang = ""
    return lang, expansion
