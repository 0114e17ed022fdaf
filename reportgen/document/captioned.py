"""The blocks of the tree that have a caption and a source: tables, charts and figures.

`source` and `data` of a block begin with their own word in bold ("Source:", "Data:"), so that a writer only joins
`note`, `source` and `data` with spaces.
"""

from __future__ import annotations

from typing import Literal

from reportgen.document.inlines import Inlines
from reportgen.figures.picture import Picture
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place

Align = Literal["left", "right", "centre"]


@frozen
class ColumnHead:
    """A column's header: `content` is empty over the names of the rows, or in all columns."""

    content: Inlines
    align: Align = "left"


@frozen
class TableCell:
    """`header` makes it the header of its row; `sign` is what it begins with that has a `meaning`, such as a dash."""

    content: Inlines
    header: bool = False
    place: Place = NOWHERE
    sign: str = ""
    meaning: str = ""


Role = Literal["", "total", "part"]


@frozen
class TableRow:
    """Cells, one for each column."""

    cells: tuple[TableCell, ...]
    role: Role = ""
    """Whether it holds the sum of others, or a part of one ("of which …"): it is set so."""


@frozen
class TableBlock:
    """A table; without `label` and `title` it is a small one in the run of the text.

    `notes` are the notes that its own cells call by a letter (mark, text); `note` and `source` stand under it.
    `dense` sets it small: the data behind a chart.
    """

    columns: tuple[ColumnHead, ...]
    rows: tuple[TableRow, ...]
    label: str = ""
    title: Inlines = ()
    subtitle: Inlines = ()
    note: Inlines = ()
    source: Inlines = ()
    notes: tuple[tuple[str, Inlines], ...] = ()
    dense: bool = False
    anchor: str = ""
    place: Place = NOWHERE
    signs: Inlines = ()
    """The end of `note`, where the engine says what the signs in the table mean."""


@frozen
class Chart:
    """A chart with everything said about it. `data` links to its table in the appendix, or is empty.

    Its picture, of `width` x `height` points, is handed to a writer apart, by its `id`: it may be drawn meanwhile.
    """

    id: str
    width: float
    height: float
    description: Inlines
    label: str
    title: Inlines
    subtitle: Inlines = ()
    note: Inlines = ()
    source: Inlines = ()
    data: Inlines = ()
    anchor: str = ""
    place: Place = NOWHERE


@frozen
class Figure:
    """A finished picture: `image` is the bytes of a PNG or JPEG, or `picture` a drawing."""

    alt: str
    width: float
    height: float
    image: bytes = b""
    picture: Picture | None = None
    label: str = ""
    title: Inlines = ()
    subtitle: Inlines = ()
    note: Inlines = ()
    source: Inlines = ()
    anchor: str = ""
    place: Place = NOWHERE
