"""Markdown within a line that CommonMark lacks: citations, cross-references, notes, spans, raised and lowered text.

Each rule only recognises its form and pushes a token; what the token means is `inline_reader`'s work.
"""

from __future__ import annotations

import re

from reportgen.document.markdown.labels import label_end
from reportgen.document.markdown.places import Inline, push_around, push_unread
from reportgen.document.templates.offsets import at, cut

CALLOUTS = ("nte", "tip", "wrn", "imp", "cau")
"""What ids of Quarto's callouts begin with: they are boxes here."""
KINDS = ("chart", "table", "box", "figure", "section", "fig", "tbl", "tab", "sec", *CALLOUTS)
"""What a cross-reference may begin with."""

_CROSSREF = re.compile(rf"@((?:{'|'.join(KINDS)}))-([\w\ue010\ue011]+(?:-+[\w\ue010\ue011]+)*)", re.IGNORECASE)
_AT_WORD = re.compile(r"@([\w\ue010\ue011](?:[\w\ue010\ue011:.#$%&+?~/-]*[\w\ue010\ue011])?)(?!@)")
_OWNING = re.compile(r"['’]s(?!\w)")
_PLACE = re.compile(
    r"(?:\b(?:pp?|pgs?|pages?|chs?|chaps?|chapters?|paras?|paragraphs?|secs?|sections?|ss?|vols?|nos?|figs?|figures?|tables?"
    r"|tabs?|tbls?|annex|app|appendix|arts?|cls?|cols?|ll?|nn?|notes?|sch|bk|pt|part)\b\.?|[§¶]+)?\s*"
    r"(?:[\divxlcIVXLC][\w.,:/&–\s-]*)?",
    re.IGNORECASE,
)
"""A place in a source, in the brackets behind its name."""
_SAID = re.compile(r"[a-zß-öø-ÿ][\w .,:&/()\u2013\u00a0-]*")
"""Words about that place, without signs of Markdown: "see p. 3", "especially the table on p. 5"."""
_OUTSIDE = re.compile(r",\s(?:pp?|paras?|chs?|chaps?|secs?|sections?|chapters?|pages?)\.?\s?\d+(?:\s?(?:–|--?)\s?\d+)?")
"""A place in a source that is typed behind its name without brackets."""
_BRACKETS = re.compile(r"[ \u00a0]?\[([^\[\]\n]+)\](?![({:\[])")
_BRACKETED = re.compile(r"\[((?:[^\[\]`]|`[^`]*`|\[[^\[\]]*\])*)\](?![({])")
_WITHIN = re.compile(r"`[^`]*`|\[[^\[\]]*\](?:\([^()]*\))?")
"""Code, a link or words in brackets within the brackets of a citation."""
_CITATION = re.compile(r"(?:[^@]*[\s;-])?@(?:\{[^{}]+\}|[\w\ue010])(?:@\{[^{}]+\}|.)*", re.DOTALL)
_PART = re.compile(r"(?:@\{[^{}]+\}|[^;])+|(?<=;)(?=;)")
"""A part of a citation: a semicolon ends it, but for one within the braces of an id."""
_NOTE_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")
_ATTRIBUTE = r"""(?:[#.][\w:-]+|-|[A-Za-z][\w:-]*=(?:"[^"]*"|'[^']*'|“[^”]*”|[^\s"'{}]+))"""
ATTRIBUTES = re.compile(rf"\{{\s*({_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*)\s*\}}")
"""Attributes in braces, as Pandoc writes them."""
ONE = re.compile(_ATTRIBUTE)
"""One of them."""
_RAISED = re.compile(r"\^(?!\[)((?:\\.|[^\s^\\])+)\^")
_ABOUT = re.compile(r"~\d[^~\s]*~\d")
LOWERED = re.compile(r"~((?:\\.|(?!--)[^\s~\\])+)(?<![,;:.(])~(?!~)")
"""No more than a tie and a sign for "about" stand in `p.~3--p.~5` and `(~5,~10)`."""


def attributes(text: str) -> dict[str, str]:
    """What stands between the braces: `id`, `class` (words with a space between; `-` is "unnumbered") and key=value."""
    found: dict[str, str] = {}
    for part in ONE.findall(text):
        if part.startswith("#"):
            found["id"] = part[1:]
        elif part.startswith(".") or part == "-":
            name = "unnumbered" if part == "-" else part[1:]
            found["class"] = f"{found['class']} {name}" if "class" in found else name
        else:
            key, _, value = part.partition("=")
            found[key] = " ".join(value[1:-1].split()) if value[0] in "\"'“" else value
    return found


def crossref(state: Inline, silent: bool) -> bool:
    """`@chart-accession`, not after a letter (an e-mail address)."""
    match = _CROSSREF.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1] if state.pos else " "
    if match is None or before.isalnum():
        return False
    if not silent:
        state.push("crossref", "", 0).meta |= {"kind": match[1], "id": match[2]}
    state.pos = match.end()
    return True


def at_word(state: Inline, silent: bool) -> bool:
    """Any other `@word`: a handle, or a cross-reference or a citation that is not written as one."""
    match = _AT_WORD.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1] if state.pos else " "
    if match is None or before.isalnum() or before in "_@" or state.src.endswith("\\[", 0, state.pos):
        return False
    owning = _OWNING.match(state.src, match.end(), state.posMax)
    end = owning.end() if owning else match.end()
    brackets = _BRACKETS.match(state.src, end, state.posMax)
    further = brackets[1].split(";") if brackets and _is_place(brackets[1]) else []
    if not silent:
        token = state.push("at_word", "", 0)
        token.content = match[0]
        token.meta |= {"owning": "’s" if owning else "", "further": [part.strip() for part in further]}
        if not further and (outside := _OUTSIDE.match(state.src, end, state.posMax)):
            token.meta["outside"] = outside[0]
        token.meta["rest"] = state.src[match.end() : brackets.end() if brackets and further else end]
    state.pos = brackets.end() if brackets and further else end
    return True


def _is_place(text: str) -> bool:
    """Whether brackets behind `@source` say where in it, and may name other sources behind a semicolon."""
    first, *others = (part.strip() for part in text.split(";"))
    explicit = first.startswith("{") and "}" in first
    said = explicit or (bool(first) and (_PLACE.fullmatch(first) or _SAID.fullmatch(first)) is not None)
    return said and all("@" in other for other in others)


def citation(state: Inline, silent: bool) -> bool:
    """`[@source, para 12]`, `[see @a; @b, p 3]` and `[@{any id}]`."""
    if state.src[state.pos] != "[":
        return False
    found = _BRACKETED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    # What stands in brackets or between code signs within them is no name and ends no part.
    masked = _WITHIN.sub(lambda inner: "\uffff" * len(inner[0]), found[1])
    if not _CITATION.fullmatch(masked):
        return False
    if not silent:
        token, begin = state.push("citation", "", 0), found.start(1)
        ends = [(begin + part.start(), begin + part.end()) for part in _PART.finditer(masked)]
        token.meta["parts"] = [(state.src[one:other], cut(state.where, one, other)) for one, other in ends]
    state.pos = found.end()
    return True


def note_mark(state: Inline, silent: bool) -> bool:
    """`[^note]`, whether the note exists or not."""
    if state.src[state.pos] != "[":
        return False
    match = _NOTE_MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("note_mark", "", 0).meta["label"] = match[1]
    state.pos = match.end()
    return True


def note_inline(state: Inline, silent: bool) -> bool:
    """`^[a note in the line]`."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = label_end(state, state.pos + 1)
    if end < 0:
        return _open_note(state, silent)
    if not silent:
        inside = state.inside(state.pos + 2, end)
        token = state.push("note_inline", "", 0)
        token.children = inside
        token.content = state.src[state.pos + 2 : end]
    state.pos = end + 1
    return True


def _open_note(state: Inline, silent: bool) -> bool:
    """A note in the line that nothing ends: its sign is told, and its words stay."""
    if not re.match(r"\w", state.src[state.pos + 2 : state.pos + 3]):
        return False
    if not silent:
        push_unread(state, "open-note", state.src[state.pos : state.pos + 24].partition("\n")[0])
    state.pos += 2
    return True


def span(state: Inline, silent: bool) -> bool:
    """`[text]{lang=zh-Hant}`."""
    if state.src[state.pos] != "[":
        return False
    end = label_end(state, state.pos)
    match = ATTRIBUTES.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if match is None:
        return False
    if not silent:
        token = push_around(state, "span", (state.pos + 1, end))
        token.meta["attributes"] = attributes(match[1])
        token.meta["places"] = {
            part[0].partition("=")[0].lstrip("#."): at(state.where, part.start())
            for part in ONE.finditer(state.src, *match.span(1))
        }
    state.pos = match.end()
    return True


def raised(state: Inline, silent: bool) -> bool:
    """`^2^`; no space inside."""
    return _scripted(state, silent, _RAISED, "sup")


def lowered(state: Inline, silent: bool) -> bool:
    """`~2~`; no space inside. In `(~5%~10%)` it means about."""
    if state.src[state.pos - 1 : state.pos] in ("", " ", "\n", "(", "[") and _ABOUT.match(state.src, state.pos):
        return False
    return _scripted(state, silent, LOWERED, "sub")


def _scripted(state: Inline, silent: bool, form: re.Pattern[str], tag: str) -> bool:
    match = form.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        push_around(state, tag, match.span(1))
    state.pos = match.end()
    return True


RULES = (note_inline, raised, lowered, note_mark, citation, span, crossref, at_word)
"""Their order matters only before `link`, which takes any bracket."""
