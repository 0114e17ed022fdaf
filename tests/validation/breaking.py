"""Tools to break a good paper in one place, and the table of ways to break it: each with the rule that must name it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Pdf, Stream

Break = Callable[[Any], None]

FAULTS: dict[str, tuple[str, Break]] = {}
"""By the name of the function: the rule, and the function that breaks an open paper."""


def breaks(rule: str) -> Callable[[Break], Break]:
    """Enter a function into the table: what it does must be named by `rule`."""

    def enter(function: Break) -> Break:
        FAULTS[function.__name__] = (rule, function)
        return function

    return enter


def broken(data: bytes, function: Break) -> bytes:
    """The paper with the fault."""
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        function(pdf)
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def element(pdf: Any, role: str, number: int = 0) -> Any:
    """The element `number` of a role, in reading order."""
    return elements(pdf.Root.StructTreeRoot.K, role)[number]


def elements(item: Any, role: str) -> list[Any]:
    """All elements of a role at and below `item`."""
    found = [item] if f"/{role}" == item.S else []
    for kid in kids(item):
        if isinstance(kid, Dictionary) and "/S" in kid:
            found += elements(kid, role)
    return found


def kids(item: Any) -> list[Any]:
    """The kids of an element, as a list whatever their number."""
    value = item.get("/K", [])
    return list(value) if isinstance(value, Array) else [value]


def redraw(pdf: Any, page: int, old: bytes, new: bytes, count: int = 1) -> None:
    """Replace bytes of a page's content, which must have them."""
    content = pdf.pages[page].Contents
    assert isinstance(content, Stream)
    data = content.read_bytes()
    assert old in data, data
    content.write(data.replace(old, new, count))


def fonts(pdf: Any) -> list[Any]:
    """The fonts of the file."""
    found = [item for item in pdf.objects if isinstance(item, Dictionary)]
    return [item for item in found if item.get("/Type") == "/Font"]
