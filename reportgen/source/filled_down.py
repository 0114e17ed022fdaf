"""Names that stand in the first row of their group alone, the cells below left empty: `fill:` of a column repeats them.

Merged cells are `regions`' own, rows that hold a name alone `row_groups`'.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.problems import Problems
from reportgen.sheets.sheet import Line
from reportgen.source.above import with_above
from reportgen.source.date_texts import names_period
from reportgen.source.regions import Region, listed
from reportgen.source.scalars import short
from reportgen.source.table_columns import Declared
from reportgen.source.total_names import is_part_of_year


@frozen
class Gaps:
    """The empty cells of a column of names, by the places of their rows; `sure`: they say what stands above."""

    rows: Sequence[int]
    sure: bool = False


NAMING = ("string", "year", "period")
"""Types of columns that may name groups."""
_LEAST = 2
"""Groups with several rows that there are at least."""


def filled(region: Region, names: Collection[str]) -> Region:
    """The region with what stands above in the empty cells of some columns."""
    places = [region.names[name] for name in names if name in region.names]
    if not places:
        return region
    lines: list[Line] = []
    above: dict[int, Line] = {}
    for line in region.lines:
        held = {at: above[at] for at in places if at in above and not line.text(at)}
        above |= {at: line for at in places if line.text(at)}
        lines.append(with_above(line, held) if held else line)
    return replace(region, lines=lines)


def gaps_in(region: Region, names: Collection[str]) -> dict[str, Gaps]:
    """Those of some columns that name groups in their first rows alone; of groups in groups, the outer one last."""
    found: dict[str, Gaps] = {}
    for name in reversed([name for name in region.names if name in names]):
        sure = [one for one, gaps in found.items() if gaps.sure]
        if gaps := _gaps(filled(region, sure), name, sure):
            found[name] = gaps
    return found


def _gaps(region: Region, name: str, inner: Collection[str]) -> Gaps | None:
    """The empty cells of a column; `inner` are columns whose own are filled.

    Each group has several names in the next column, none of them twice. It is sure where each group has some of them,
    and of years beside their quarters or months, even where one alone has several. Where a column before tells the
    rows apart, an empty cell says nothing of a group.
    """
    order = [*region.names]
    at = order.index(name) + 1
    if any(_tells_apart(region, one) for one in order[: at - 1]):
        return None
    nested = at < len(order) and order[at] in inner
    end = next((one for one in range(at, len(order)) if order[one] not in inner), len(order))
    if end + 1 >= len(order):  # names of groups, of rows, and values
        return None
    rows = [[line.text(region.names[one]) for one in order[at - 1 : end + 1]] for line in region.lines]
    empty = [row for row, (text, *_) in enumerate(rows) if not text]
    if not empty or empty[0] == 0 or not all(rows[row][-1] for row in empty):
        return None
    groups: list[list[tuple[str, ...]]] = []
    for text, *rest in rows:
        groups += [[]] if text else []
        groups[-1].append(tuple(rest))
    several = [{*group} for group in groups if len(group) > 1]
    parted = all(is_part_of_year(row[1]) for row in rows) and all(names_period(text) for text, *_ in rows if text)
    if len(several) < (1 if parted else _LEAST) or any(len({*group}) < len(group) for group in groups):
        return None
    return Gaps(empty, nested or parted or all(several[0] & group for group in several[1:]))


def _tells_apart(region: Region, name: str) -> bool:
    """Whether no cell of a column is empty, and no two say the same."""
    texts = [line.text(region.names[name]) for line in region.lines]
    return all(texts) and len({*texts}) == len(texts)


def tell_gaps(table: str, columns: Mapping[str, Declared], region: Region, problems: Problems) -> None:
    """Ask of columns of names, once each, what their empty cells say."""
    asked = [name for name, (_, one) in columns.items() if one.type in NAMING and one.fill is None and not one.missing]
    for name, found in gaps_in(region, asked).items():
        lines = [region.lines[row] for row in found.rows]
        what = listed(line.number for line in lines)
        message = f"'{name}' of the table '{table}' has a name in the first row of each group, and none in {what}"
        above = short(region.lines[found.rows[0] - 1].text(region.names[name]))
        hint = f"if {above} holds in row {lines[0].number} too, write fill: true at the column; else fill: false"
        place = region.sheet.place(lines[0], region.names[name])
        problems.add("table-groups", place, message, hint)
