"""The plan of a paper: what has a number, a label and an anchor, found before the text is read.

Numbers are given in reading order, so that a cross-reference may name what comes later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.document.markdown.headers import Header
from reportgen.document.markdown.heading_numbers import (
    is_certain,
    is_in_order,
    take_off,
    typed_mark,
    typed_number,
    typed_part,
)
from reportgen.document.markdown.inline_rules import CALLOUTS
from reportgen.document.markdown.parsing import Node, classes, first_line, meta
from reportgen.document.markdown.places import place
from reportgen.document.markdown.slugs import ID, slug, unique
from reportgen.document.text.page import Page, Spelling
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.problems import NOWHERE, Place, Problems, did_you_mean

NUMBERED = ("chart", "table", "box", "figure")
"""Kinds of block that get a number when they have a title."""
NUMBERED_LEVELS = 3
"""Levels of headings that have a number."""

_SPACES = {
    "fig": ("chart", "figure"),
    **dict.fromkeys(CALLOUTS, ("box",)),
    "tbl": ("table",),
    "tab": ("table",),
    "sec": ("section",),
    **{kind: (kind,) for kind in (*NUMBERED, "section")},
}
"""What a cross-reference's first word may mean."""
_OPENING = re.compile(r"^[ \t]*:{3,}[ \t]*(\w+)[ \t]+#?(\S+)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>[^\n{]*)(?:\{[^}\n]*?#(?P<id>[^\s}]+))?", re.MULTILINE)


@frozen
class Target:
    """Something that a cross-reference can name; `number` is "" where none is printed."""

    kind: str
    id: str
    anchor: str
    number: str = ""
    title: str = ""
    place: Place = NOWHERE
    written: tuple[str, ...] = ()
    """The lines of a block as its author wrote them."""
    named: bool = True
    """Whether its author, or the words of its heading, gave it its id."""

    @property
    def name(self) -> str:
        """How a cross-reference names it: "@sec-use" of a heading {#sec-use}, "@chart-use" of another id."""
        word = self.id.partition("-")[0]
        return f"@{self.id}" if self.kind in _SPACES.get(word, ()) else f"@{self.kind}-{self.id}"


@frozen
class Targets:
    """Every target, by where it stands (file and rendered line)."""

    targets: Mapping[tuple[str, int], Target]

    def at(self, page: Page, line: int) -> Target | None:
        """The target that begins on a rendered line of `page`."""
        return self.targets.get((page.key, line))

    def find(self, word: str, name: str) -> Target | None:
        """What `@word-name` names, capital or small; `sec-intro` as an id is found under `@sec-intro` too."""
        name = name.lower()
        names = (name, *(f"{other}-{name}" for other, kinds in _SPACES.items() if {*kinds} & {*_SPACES[word]}))
        found = (target for target in self.targets.values() if target.kind in _SPACES[word] and target.id in names)
        return next(found, None)

    def find_any(self, name: str) -> Target | None:
        """What `#name` names, whatever its kind."""
        name = name.lower()
        return next((target for target in self.targets.values() if name in (target.id, target.anchor)), None)

    @property
    def names(self) -> set[str]:
        """Every target as a cross-reference names it."""
        return {target.name for target in self.targets.values() if target.named}

    def hint(self, word: str, name: str) -> str:
        """The nearest name to one that was not found, as it must be written."""
        known = [target for target in self.targets.values() if target.named]
        whole = [target for target in known if target.kind in _SPACES[word]]
        same = {
            target.name if word == "tab" or target.id.startswith(f"{word}-") else f"@{word}-{target.id}"
            for target in whole
        }
        elsewhere = {target.name for target in known if target.id == name}
        if elsewhere:
            return f"did you mean '{min(elsewhere)}'?"
        return did_you_mean(f"@{word}-{name}", same or self.names)


class _Plan:
    """Collects targets in reading order."""

    def __init__(self, spelling: Spelling, problems: Problems, part: str) -> None:
        self.spelling, self.problems, self.part = spelling, problems, part
        self.targets: dict[tuple[str, int], Target] = {}
        self.anchors: dict[str, Place] = {}
        self._numbers: dict[str, int] = {}
        self.counts = dict.fromkeys(("any", *NUMBERED), 0)
        self.section = [0] * NUMBERED_LEVELS
        self.unnumbered = 0
        self.marks: set[str] = set()
        """What stands before headings as "II" and "a", in all of the paper."""

    def heading(self, page: Page, node: Node) -> None:
        line, level = first_line(node), int(node.tag[1])
        given = meta(node).get("attributes", {})
        assert isinstance(given, dict)
        number = self._number(level, "unnumbered" in classes(node)) if level <= NUMBERED_LEVELS else ""
        self._typed_number(page, node, number)
        title = self.spelling.title(node)
        name = str(given.get("id", ""))
        at = meta(node).get("id_at", place(node.children[0]) if node.children else 0)
        where = page.origin.place(at) if isinstance(at, int) else NOWHERE
        name = self._checked(name, where) or slug(title) or "part"
        anchor = self._anchor("section", name, where, given=bool(given.get("id")))
        self._add(page, line, Target("section", anchor.removeprefix("section-"), anchor, number, title, where))

    def _typed_number(self, page: Page, node: Node, number: str) -> None:
        """A number before a heading that gets the same one is left out; another one is told."""
        typed = typed_number(node) if number else ""
        part = "" if typed or not number else typed_part(node, self.part) or self._marked(node)
        if typed and typed == number:
            take_off(node)
        elif part or (typed and is_certain(node)):
            typed = part or typed
            message = f"'{typed}' is typed before this heading, which has a number of its own: {number}"
            hint = "delete what is typed: headings are numbered by themselves; {.unnumbered} leaves one out"
            self.problems.add("markup-plain", page.begin(node), message, hint)

    def _marked(self, node: Node) -> str:
        """Such as "II." or "a)" before a heading, where it is surely a number."""
        shown, name = typed_mark(node)
        return shown if shown and is_in_order(shown, name, self.marks) else ""

    def _number(self, level: int, unnumbered: bool) -> str:
        """The next number; what stands in an unnumbered part has none either."""
        if unnumbered or (self.unnumbered and level > self.unnumbered):
            self.unnumbered = min(level, self.unnumbered or level)
            return ""
        self.unnumbered = 0
        self.section[level - 1] += 1
        self.section[level:] = [0] * (NUMBERED_LEVELS - level)
        return ".".join(map(str, self.section[:level]))

    def block(self, page: Page, node: Node) -> None:
        header = meta(node)["header"]
        assert isinstance(header, Header)
        if header.kind not in NUMBERED:
            return
        number = ""
        if header.titled:
            self.counts[header.kind] += 1
            number = str(self.counts[header.kind])
        self.counts["any"] += 1
        # Several words are a title that stands on the wrong line, which is told.
        # A caption beside what is no table yet is one, too.
        extra = meta(node).get("extra")
        name = "" if extra else self.spelling.words(header.id)
        place = page.origin.place(header.id_at)
        name = self._checked(name, place)
        anchor = self._anchor(header.kind, name or number or f"n{self.counts['any']}", place, given=bool(name))
        name = anchor.removeprefix(f"{header.kind}-")
        written = page.origin.written(*node.map) if node.map else ()
        named = bool(header.id) and not extra
        target = Target(header.kind, name, anchor, number, place=place, written=written, named=named)
        self._add(page, header.line, target)

    def _checked(self, name: str, place: Place) -> str:
        if not name or ID.fullmatch(name.lower()):
            return name.lower()
        hint = f"write {slug(name)}" if slug(name) else ""
        message = f"'{name}' can't be an id: use small letters, digits and single hyphens"
        self.problems.add("block-syntax", place, message, hint)
        return slug(name)

    def _anchor(self, kind: str, name: str, place: Place, *, given: bool) -> str:
        anchor = f"{kind}-{name}"
        if given and anchor in self.anchors:
            first = self.anchors[anchor]
            self.problems.add("duplicate-id", place, f"the {kind} id '{name}' is used already at {first}")
        return unique(anchor, self.anchors, self._numbers)

    def _add(self, page: Page, line: int, target: Target) -> None:
        self.anchors[target.anchor] = target.place
        self.targets[page.key, line] = target


def outline(pages: Sequence[Page], spelling: Spelling, words: Words, problems: Problems) -> Targets:
    """Number everything on `pages`, in their order; duplicate and malformed ids go to `problems`."""
    plan = _Plan(spelling, problems, words.pattern("typed-part"))
    parts = [(page, node) for page in pages for node in _parts(page.tree)]
    plan.marks = {name for _, node in parts if node.type == "heading" and (name := typed_mark(node)[1])}
    for page, node in parts:
        if node.type == "heading":
            plan.heading(page, node)
        else:
            plan.block(page, node)
    return Targets(plan.targets)


def has_target(text: str, word: str, name: str) -> bool:
    """Whether a text that is no part of the paper has what `@word-name` would name; it is not parsed for that."""
    name = name.lower()
    if any(kind in _SPACES[word] and one.lower() == name for kind, one in _OPENING.findall(text)):
        return True
    ids = {(found["id"] or "").lower() or slug(found["title"]) for found in _HEADING.finditer(text)}
    return word in ("sec", "section") and name in ids


def _parts(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type in ("heading", "block") or (child.type == "unread" and "header" in meta(child)):
            yield child
        if child.type != "inline":
            yield from _parts(child)
