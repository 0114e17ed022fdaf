"""The data behind the charts: a table for each in the appendix, and a CSV file attached to the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.document.blocks import Attachment, Section, TableBlock
from reportgen.document.data.select import Selected
from reportgen.document.fences.captions import absences, joined, signs_note
from reportgen.document.fences.data_blocks import data_anchor
from reportgen.document.fences.data_table import DataTable, headed
from reportgen.document.inlines import Link, Text, unbound
from reportgen.document.reading.draft import Draft
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.drawn import Plan
from reportgen.language import Words
from reportgen.sheets.csv_out import written
from reportgen.source.model import Cell, Column, Scalar

ANCHOR = "back-data"


_MISSING = "missing_text"
"""The option of many kinds that says what a missing value means."""
MOST_HEADS = 10
"""Headings that a table in two directions may have beside the names of its rows; with more, it is set row by row."""


def appendix(draft: Draft, plans: Mapping[str, Plan]) -> Section | None:
    """The unnumbered section with a table for each chart; None where there is nothing to show."""
    charts = [chart for chart in enumerate(draft.chart_drafts, 1) if chart[1].selected.rows]
    if draft.briefing.meta.data_tables == "none" or not charts:
        return None
    title = (Text(draft.words.say("back.data")),)
    tables = tuple(_table(draft, chart, plans[chart.spec.id], number) for number, chart in charts)
    return Section(1, title, ANCHOR, tables, new_page=draft.briefing.meta.new_pages)


def _table(draft: Draft, chart: ChartDraft, plan: Plan, number: int) -> TableBlock:
    words, cross = draft.words, plan.table
    said = str(chart.spec.options.get(_MISSING, ""))
    if cross is not None and len(cross.heads) + len(cross.beside) <= MOST_HEADS:
        selected = chart.selected
        if not plan.columns or cross.value in plan.columns:
            cross = replace(cross, missing=said or cross.missing)
        grid = DataTable(selected, words, draft.marker, chart.spec.place, (cross.name,)).crossed(cross)
        missing = _absences_crossed(words, grid.lacking, cross.value, selected.table.missing)
    else:
        selected = _as_drawn(shown(chart, plan), said, plan)
        grid = DataTable(selected, words, draft.marker, chart.spec.place, selected.row_names).grid()
        missing = absences(words, grid.lacking, selected.table.missing)
    note = signs_note(draft.marker, words, (), missing=missing, marks=grid.marks)
    label = words.say("refs.chart", number=chart.number)
    back = Link((Text(words.say("chart.back", label=label)),), f"#{chart.anchor}")
    return TableBlock(
        columns=grid.heads,
        rows=grid.rows,
        label=words.say("labels.data-table", number=number),
        title=unbound(chart.title),
        subtitle=unbound(chart.subtitle),
        note=joined((*note, Text(". " if note else ""), back)),
        source=chart.source,
        dense=True,
        anchor=data_anchor(chart.spec.id),
        place=chart.spec.place,
    )


def _absences_crossed(words: Words, lacking: Sequence[Column], value: str, usual: str) -> list[str]:
    """As `absences` of a table in two directions: no heading is that of the column `value`, whose values its cells are,
    so what its missing ones mean is said without a heading, and of the columns beside them with theirs."""
    of_cells = next((one.missing for one in lacking if one.name == value), "")
    plain = usual or words.say("table.missing-plain")
    columns = [replace(one, missing="" if one.name == value else one.missing or plain) for one in lacking]
    return absences(words, columns, of_cells or usual)


def _as_drawn(selected: Selected, said: str, plan: Plan) -> Selected:
    """The columns with the word that the chart's author has for a value that is not there: the table says it too."""
    drawn = plan.columns or [column.name for column in selected.columns]
    columns = (replace(one, missing=said) if said and one.name in drawn else one for one in selected.columns)
    absent = dict(plan.absent)
    # What an empty cell is to the chart goes before what it says of values that are not there.
    columns = (replace(one, missing=absent.get(one.name, one.missing)) for one in columns)
    return replace(selected, columns=tuple(columns))


def shown(chart: ChartDraft, plan: Plan) -> Selected:
    """The rows of a chart with the columns that tell them apart (the key's), then those that it draws.

    Columns that the author chose stay as they are, and so do all where nobody knows which are drawn.
    """
    selected = chart.selected
    if not plan.columns or selected.columns != selected.table.columns:
        return selected
    key = [selected.table.column(name) for name in selected.table.key]
    others = [column for column in selected.columns if column.name in plan.columns and column not in key]
    return replace(selected, columns=(*key, *others))


# --- files -----------------------------------------------------------------------------------------------------------
def attachments(draft: Draft, plans: Mapping[str, Plan]) -> tuple[Attachment, ...]:
    """The data of each chart as CSV, unless the paper carries no files."""
    if draft.briefing.meta.attach == "none":
        return ()
    return tuple(_attachment(chart, plans[chart.spec.id], draft.words) for chart in draft.chart_drafts)


def _attachment(chart: ChartDraft, plan: Plan, words: Words) -> Attachment:
    name = f"chart-{chart.number}" + (f"-{chart.spec.id}" if chart.spec.id != chart.number else "")
    return Attachment(
        name=f"{name}.csv",
        data=csv_bytes(shown(chart, plan)),
        mime="text/csv",
        relationship="Data",
        description=words.say("chart.attachment", label=chart.label),
        anchors=(chart.anchor, data_anchor(chart.spec.id)),
    )


def csv_bytes(selected: Selected) -> bytes:
    """UTF-8, LF, one header row; numbers with a point, dates as YYYY-MM-DD, nothing for a missing value; marks stay."""
    columns = selected.columns
    rows: list[Sequence[str]] = [[headed(column) for column in columns]]
    rows += [[_marked(row.cells[column.name]) for column in columns] for row in selected.rows]
    return written(rows)


def _marked(cell: Cell) -> str:
    """The cell as an author would write it."""
    return " ".join(filter(None, (_written(cell.value), cell.mark and cell.mark.sign)))


def _written(value: Scalar) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)
