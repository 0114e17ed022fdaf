"""What a draft leaves behind: gaps that were to be filled, and numbers of charts and tables that are typed.

A number that stands in the text as typed goes wrong when a chart is added, and no link leads from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportgen.document.inlines import plain
from reportgen.document.style.prose import Prose
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems

_GAP = re.compile(
    r"\[(?:(?:insert|add|put|to come|to be|tbc|tbd|todo|citation needed|source needed|check|ref|xx+)\b[^\[\]]*|\?+"
    r"|(?:chart|figure|table|graph|map|box|picture|image|photo)\b[^\[\]]*\b(?:here|to come|to follow)\b[^\[\]]*)\]"
    r"|(?<![\w-])(?:[£€$]\s?[X#]+(?:\.[X#]+)?|X{1,2}\s?(?=%|per\scent|bn|million|billion))"
    r"|(?<![\w-])(?:X{3,}|TODO|TBC|TBD|FIXME|TK{1,2})(?![\w-])|\?{3,}|lorem ipsum",
    re.IGNORECASE,
)
_OWN_GAP = r"\[(?:«gap»)\]|(?<=[.!?:;] )(?:«gap-alone»)(?=\s?(?:[.…]|\Z))|\A(?:«gap-alone»)(?=\s?[.…]?\Z)"
"""In the words of the paper's language; alone as a sentence, too."""
_GAP_BEGINS = re.compile(r"\[|\?\?\?|X|#|TO|TB|TK|FIX|l(?i:orem)|L(?i:orem)")
"""What every gap has that is told: to look for it takes a tenth of the time."""
_LOUD = Pattern(r"[a-z]")
_KINDS = ("chart", "table", "figure", "box")
_ELSEWHERE = Pattern(r"\s*(?:of|in|from|to)\b")
"""What shows that a table or a figure is one of another work."""


def is_gap(word: str) -> bool:
    """Whether a word of capitals stands where something is to be written yet."""
    return _GAP.fullmatch(word) is not None


def check_gaps(prose: Prose, problems: Problems) -> None:
    """Report words that stand where something is to be written yet."""
    for run in prose.own_runs:
        found_here = [
            found
            for found in (_GAP.finditer(run.whole) if _GAP_BEGINS.search(run.whole) else ())
            if found[0][0] in "[?" or not _LOUD.search(found[0]) or found[0].lower() == "lorem ipsum"
        ]
        told = {found.start() for found in found_here}
        found_here += [found for found in prose.words.form(_OWN_GAP).finditer(run.whole) if found.start() not in told]
        for found in found_here:
            problems.add("placeholder", run.place(found.start()), f"'{found[0]}' stands where words are missing")


def check_typed_references(prose: Prose, problems: Problems) -> None:
    """Report "Figure 1" and "Table 2:" that are typed, where they are none of another work."""
    words, forms = prose.words, _forms(prose.words)
    for run in prose.own_runs:
        text = run.whole
        gaps = [gap.span() for gap in _GAP.finditer(text)] if "[" in text else []
        for found in forms.finditer(text):
            if any(begin < found.start() < end for begin, end in gaps):  # told as such
                continue
            several = words.form(_MORE, re.NOFLAG).match(text, found.end()) if _SEVERAL.match(found[0]) else None
            shown = found[0] + (several[0] if several else "")
            before, after = text[: found.start()].rstrip(), text[found.start() + len(shown) :]
            near = words.form(r"[\s\u00a0]+«typed-nearby»\b").match(after)
            if (before.endswith((",", ";")) and not near) or _ELSEWHERE.match(after):
                continue
            place = run.place(found.start())
            if not before and re.match(r"\s*[:.–—]", after):
                message = f"'{found[0]}' is typed: captions get their number by themselves"
                hint = "write the caption as title: of the block, in ![…](file), or as : … under its table"
            else:
                message = f"'{shown}' is typed: it goes wrong when a chart or a table is added"
                hint = _named(prose, str(found.lastgroup), _NUMBERS.findall(shown))
            problems.add("crossref-typed", place, message, hint)


def check_bracketed_titles(prose: Prose, problems: Problems) -> None:
    """Report the title of a part in square brackets, which are a link to it for Pandoc, and are printed here."""
    runs = [run for run in prose.own_runs if "[" in run.whole]
    titles = {plain(one.title).casefold() for one in prose.sections} if runs else set()
    for run in runs:
        for found in _BRACKETED.finditer(run.whole):
            if found[1].casefold() in titles and not is_escaped(prose, run.place(found.start())):
                message = f"'{found[0]}' is printed with its brackets, and leads nowhere"
                hint = "write @section-id, with the id of its heading"
                problems.add("markup-plain", run.place(found.start()), message, hint)


def _named(prose: Prose, kind: str, numbers: Sequence[str]) -> str:
    """How to refer to numbered blocks; a chart is called a figure as often as a chart."""
    kinds = {"figure": ("figure", "chart"), "chart": ("chart", "figure")}.get(kind, (kind,))
    there = [target for target in prose.outline.targets.values() if target.kind in kinds and target.named]
    there.sort(key=lambda one: kinds.index(one.kind))
    same = [next((target for target in there if target.number == number), None) for number in numbers]
    found = [one for one in same if one]
    if found and len(found) == len(same):
        names, printed = [one.name for one in found], [f"{one.kind} {one.number}" for one in found]
        return f"write {' and '.join(names)} in its place: {' and '.join(printed)}"
    forms = [f"@{one}-id" for one in kinds if not there or any(target.kind == one for target in there)]
    which = "with the id of each block" if same[1:] else "with the id of its block"
    return f"write {' or '.join(forms)}, {which}"


def check_open_marks(prose: Prose, problems: Problems) -> None:
    """Report marks of bold, of code and of links that stand alone, and are printed."""
    for run in prose.own_runs:
        text = run.whole
        for found in _OPEN.finditer(text) if any(sign in text for sign in _OPENING) else ():
            what, hint = _OPENED[found.lastgroup or ""]
            if is_escaped(prose, run.place(found.start())) or (found["apart"] and "=" in text):  # a product
                continue
            problems.add("markup-plain", run.place(found.start()), f"'{found[0]}' is printed: {what}", hint)


def is_escaped(prose: Prose, place: Place) -> bool:
    """Whether a backslash before it says that a sign is meant."""
    text = next((text.text for text in prose.briefing.texts if text.path == place.file), "")
    lines = text.split("\n", place.line)
    return place.line <= len(lines) and "\\" in lines[place.line - 1][max(place.column - 2, 0) : place.column]


_APART = (
    r"(?P<apart>(?<!\S)(?P<stars>\*\*?)[ \u00a0](?=[^\W\d_]{2})[^*=]{1,60}(?<=[^\W\d_]{2})[ \u00a0](?P=stars)(?![\w*]))"
)
_OPEN = re.compile(
    r"(?P<italic>(?<![\w*])\*(?=[^\W\d_])[^*]*\s\*(?=[^\W\d_])\w+|(?<=\s)\*\s(?=[^\W\d_])[^*]*\w\*(?![\w*]))"
    rf"|{_APART}"
    r"|(?P<bold>\*\*(?=\w)\w*|(?<!\*)\b\w+\*\*(?!\*))|(?P<link>\w*\]\((?=\S))|(?P<code>(?<!\w)`\w+|\b\w+`(?!\w))"
)
_OPENING = ("*", "](", "`")
_OPENED = {
    "italic": ("a space stands between a * and its word", "write * close to the words at both ends, or \\* for a sign"),
    "apart": ("a space stands between the stars and their words", "write them close to the words at both ends"),
    "bold": ("there is no other ** in its paragraph", "write ** at both ends, close to the words"),
    "link": ("the brackets of this link are not closed, or its address has a space", "write [text](address)"),
    "code": ("there is no other ` in its paragraph", "write ` at both ends, or ’ for an apostrophe"),
}


_BRACKETED = re.compile(r"\[([^\[\]]{2,100})\]")
_SEVERAL = Pattern(r"\w*s\b")
_NUMBERS = re.compile(r"\b[A-Z]?\d{1,2}")


_MORE = r"(?:(?:,\s|\s?[–-]\s?|,?\s«joined»\s)\d{1,2}[a-z]?(?![\w.,/%-]*\d)(?!\w|\s?[%€£$]))+"
"""What goes on with the numbers of several: "and 3", "–5"."""


@cache
def _forms(words: Words) -> re.Pattern[str]:
    named = {kind: words.say(f"refs.{kind}", number="").rstrip("\u00a0 ") for kind in _KINDS}
    shortened = {"figure": r"|figs?\.?"}
    kinds = "|".join(f"(?P<{kind}>{re.escape(name)}s?{shortened.get(kind, '')})" for kind, name in named.items())
    number = r"(?:n[°º][ \u00a0]?|no\.[ \u00a0])?(?-i:[A-Z])?\d{1,2}[a-z]?(?![\w.,/%-]*\d)(?!\w)"
    return re.compile(
        rf"(?<![\w-])(?:{kinds})[ \u00a0]{number}",
        re.IGNORECASE,
    )
