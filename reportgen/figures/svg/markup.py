"""The XML of a drawing as a small tree with lines. Entities are refused, so that nothing multiplies or leads outside.

What the elements mean is the other modules' work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from xml.parsers import expat

from reportgen.frozen import mutable

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

MOST_BYTES = 20_000_000
MOST_DEPTH = 100

PLAIN = "save it as plain SVG (in Inkscape: Plain SVG; in Illustrator: SVG 1.1 without editing data)"


class SvgError(Exception):
    """What can't be drawn: `message` follows the file's name, `hint` says what to do, `line` counts from 1."""

    def __init__(self, message: str, hint: str = "", line: int = 0) -> None:
        self.message, self.hint, self.line = message, hint, line
        super().__init__(message)


@mutable
class Node:
    """An element: its name without the namespace of SVG (others keep theirs), attributes, and what is in it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """An attribute; `href` is found with or without its old namespace."""
        return self.attributes.get(name, default).strip()

    @property
    def elements(self) -> list[Node]:
        """The elements in it."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """It and every element below."""
        yield self
        for child in self.elements:
            yield from child.walk()


def parse(data: bytes) -> Node:
    """The root element; SvgError where the file is no SVG, is not well formed, or declares entities."""
    if len(data) > MOST_BYTES:
        raise SvgError(f"is larger than {MOST_BYTES // 1_000_000} MB", "save it without embedded pictures")
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    builder.parser = parser
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.EntityDeclHandler = builder.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise SvgError(f"is not well-formed XML: {expat.ErrorString(error.code)}", PLAIN, error.lineno) from None
    except (LookupError, ValueError):  # an encoding that Python doesn't have
        raise SvgError("is in an encoding that can't be read", "save it in UTF-8", 1) from None
    root = builder.root
    if root is None or root.tag != "svg":
        raise SvgError("is no SVG drawing", PLAIN, 1)
    return root


class _Builder:
    """Puts the tree together as the parser reports."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.parser: expat.XMLParserType | None = None
        self._open: list[Node] = []

    @property
    def _line(self) -> int:
        assert self.parser is not None
        return self.parser.CurrentLineNumber

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        node = Node(_local(tag), {_attribute(name): value for name, value in attributes.items()}, self._line)
        if len(self._open) >= MOST_DEPTH:
            raise SvgError(f"has elements more than {MOST_DEPTH} deep", PLAIN, node.line)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, tag: str) -> None:
        self._open.pop()

    def text(self, data: str) -> None:
        if self._open:
            self._open[-1].children.append(data)

    def entity(self, *declared: object) -> None:
        raise SvgError("declares entities", PLAIN, self._line)


def _local(name: str) -> str:
    """The name; files without the namespace of SVG are taken as SVG too."""
    return name.removeprefix(f"{SVG}}}")


def _attribute(name: str) -> str:
    return name.removeprefix(f"{_XLINK}}}").removeprefix(f"{SVG}}}")
