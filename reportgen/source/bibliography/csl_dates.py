"""A date of CSL: text, `date-parts`, `raw`, `literal`, a season; as older Pandoc has it, `year`, `month`, `day`."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.dates import PartialDate
from reportgen.source.bibliography import dates
from reportgen.source.bibliography.dates import CslDate
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find

_YES = ("", "false", "0", "no")


def read(node: Node, *, published: bool = False) -> CslDate | None:
    """The date of a node, that of the source itself if `published`.

    None where it says that there is none; ValueError, with what is written, for what is none.
    """
    said = dates.published if published else dates.read
    if isinstance(node, Leaf):
        try:
            return said(node.text)
        except ValueError:
            raise ValueError(node.text) from None
    if isinstance(node, Items):
        found = [one for one in map(read, node.items) if one is not None]
        return dates.ranged(found[0], found[-1]) if found else None
    parts = find(node, "date-parts")
    if isinstance(parts, Items):
        return _detailed(_parts(parts), node)
    if (year := _word(node, "year")) and year.lstrip("-").isdecimal():
        return _detailed(_ends([dates.day(*map(_whole, (year, _word(node, "month"), _word(node, "day"))))]), node)
    for key in ("raw", "literal", "edtf", "date", "string"):
        if written := _word(node, key):
            return said(written, free=True)
    return None


def _parts(parts: Items) -> CslDate | None:
    """CSL's date-parts, [[2022, 3, 31]], or two of them; a single list is taken too."""
    lists = [one for one in parts.items if isinstance(one, Items)] or [parts]
    written = [[item.text.strip() for item in one.items if isinstance(item, Leaf)] for one in lists]
    given = [[part for part in one if part] for one in written if any(one)]
    try:
        if len(given) == 1 and len(given[0]) == len(("year", "season")):
            return dates.read("-".join(f"{part:0>2}" for part in given[0]))
        return _ends([dates.day(*map(_whole, one[:3])) for one in given])
    except ValueError:
        raise ValueError("–".join("-".join(f"{part:0>2}" for part in one) for one in given)) from None


def _ends(found: Sequence[PartialDate]) -> CslDate | None:
    return dates.ranged(found[0], found[-1]) if found else None


def _detailed(found: CslDate | None, node: Entries) -> CslDate | None:
    """The date with what else the node says of it."""
    season, circa, literal = (_word(node, key) for key in ("season", "circa", "literal"))
    more: dict[str, object] = {"circa": True} if circa.lower() not in _YES else {}
    if found is None:
        return {"literal": literal} if literal else None
    year = found.year if isinstance(found, PartialDate) else 0
    if season and year and not dates.season(season):
        return {"literal": f"{season} {year}"}
    if season and year:
        more |= {"season": dates.season(season), "date-parts": ((year,),)}
    if not more:
        return found
    return (dict(found) if not isinstance(found, PartialDate) else {"date-parts": (dates.parts_of(found),)}) | more


def _word(node: Entries, key: str) -> str:
    found = find(node, key)
    return found.text.strip() if isinstance(found, Leaf) else ""


def _whole(text: str) -> int:
    return int(text) if text else 0
