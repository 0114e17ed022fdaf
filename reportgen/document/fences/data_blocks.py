"""Blocks that show a table of the data: charts, tables. Also a Markdown table with a caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.document.blocks import Block, Chart, TableBlock, TableCell, TableRow
from reportgen.document.data.records import FACTS
from reportgen.document.data.select import Selected, Selector
from reportgen.document.fences.captions import ONE_LINE, absences, check_ids, labelled, signs_note, source_line
from reportgen.document.fences.cell_notes import with_notes
from reportgen.document.fences.chart_rules import check_chart_wording, check_dates, check_rows, check_units
from reportgen.document.fences.data_table import DataTable, Grid
from reportgen.document.fences.fence import Fenced
from reportgen.document.fences.pipe_tables import pipe_table
from reportgen.document.inlines import Inlines, Link, Text, plain
from reportgen.document.markdown.block_keys import ChartKeys, TableKeys
from reportgen.document.markdown.headers import read_options
from reportgen.document.text.desk import ChartDraft, TableDraft
from reportgen.figures.contract import ChartData, ChartSpec
from reportgen.figures.kinds import FILES
from reportgen.language.values import MISSING
from reportgen.problems import Place, did_you_mean
from reportgen.source.files import Files
from reportgen.source.model import Phrase
from reportgen.source.totals import apart
from reportgen.source.yaml_nodes import Node, leaves
from reportgen.source.yaml_nodes import plain as plain_yaml


def data_anchor(name: str) -> str:
    """The anchor of a chart's table in the appendix."""
    return f"data-{name}"


def selector_of(block: Fenced, name: Phrase) -> Selector | None:
    """Selects from the table that a block names; None, and a problem, where there is none."""
    tables, lost = block.desk.briefing.tables, block.desk.briefing.lost.tables
    if name.text.strip() in lost:
        return None
    table = tables.get(name.text.strip())
    if table is None:
        message = f"there is no table '{name.text.strip()}'"
        block.desk.problem("table-unknown", name.place, message, did_you_mean(name.text.strip(), {*tables, *lost}))
        return None
    return Selector(table, block.desk.problems, block.desk.briefing.meta.facts_as_of)


def check_named(block: Fenced, named: Phrase) -> None:
    """Report what names neither a table ("ferries") nor a column of one ("ferries.sailings") nor a fact."""
    briefing, (name, _, part) = block.desk.briefing, named.text.strip().partition(".")
    columns = {table: [column.name for column in one.columns] for table, one in briefing.tables.items()}
    known = {**columns, FACTS: list(briefing.facts)}
    if name in briefing.lost.tables or (name == FACTS and part in briefing.lost.facts):
        return
    if name not in known:
        message = f"there is no table '{name}'"
        block.desk.problem("table-unknown", named.place, message, did_you_mean(name, {*known, *briefing.lost.tables}))
    elif part and part not in known[name]:
        what = f"there is no fact '{part}'" if name == FACTS else f"the table '{name}' has no column '{part}'"
        hint = did_you_mean(part, known[name]) or "data/facts.yaml has none"
        block.desk.problem("table-column", named.place, what, hint)


def chart(block: Fenced) -> Block | None:
    """A chart, still without its size; what is to be drawn goes to the desk."""
    keys, desk, target = block.keys, block.desk, block.target
    assert isinstance(keys, ChartKeys) and target is not None
    title, subtitle = block.text("title"), block.text("subtitle")
    selector = selector_of(block, keys.data)
    note = block.text("note")
    given = check_ids(desk, keys.source)
    options, places = read_options(block.header, block.page.origin, desk.problems, desk.spelling.words)
    files = _files(block, options)
    if selector is None or files is None:
        return None
    selected, sound = _selected(block, selector, keys, options)
    drawn = _drawn(selected, options)
    source = source_line(desk, given or selected.only(drawn).sources, block.place, most=ONE_LINE)
    if not sound:
        check_chart_wording(block, title, subtitle, source)
        return None  # what the rows that were not meant would be told for follows from this
    _check(block, selected, drawn, (title, subtitle, note), source)
    shown = replace(selected.chart_data(), files=files)
    spec = _spec(block, target.id, shown, plain(title), options, places)
    data = _data_link(block, target.id, len(desk.charts) + 1) if selected.rows else ()
    # The table in the appendix names the sources of its rows too, so that each number has its own.
    named = (*given, *selected.row_sources) if given else selected.sources
    whole = source_line(desk, named, block.place) if data else source
    desk.charts.append(_draft(block, spec, (title, subtitle, whole), selected))
    texts = title, subtitle, note, source, data
    return Chart(target.id, 0.0, 0.0, (), block.label(), *texts, target.anchor, block.place)


def _selected(block: Fenced, selector: Selector, keys: ChartKeys, options: Mapping[str, Node]) -> tuple[Selected, bool]:
    """The rows of a chart, and whether they are those that its author means: no fault of theirs is told."""
    faults = len(block.desk.problems.errors)
    selected = selector.select(keys.where, keys.sort, keys.columns, latest=keys.latest)
    selected = _without_totals(selected, keys.kind.text.strip(), options)
    check_dates(block, selected, options)
    return selected, len(block.desk.problems.errors) == faults


def _check(
    block: Fenced, selected: Selected, drawn: set[str], texts: tuple[Inlines, Inlines, Inlines], source: Inlines
) -> None:
    """Report what is wrong with a chart's data and words; `texts` are its title, subtitle and note."""
    _check_glyphs(block, selected, drawn)
    check_rows(block, selected, drawn or {column.name for column in selected.columns})
    check_chart_wording(block, texts[0], texts[1], source)
    check_units(block, selected, drawn or {column.name for column in selected.columns}, texts)


def _draft(block: Fenced, spec: ChartSpec, texts: tuple[Inlines, ...], selected: Selected) -> ChartDraft:
    """What is kept of a chart for its drawing and its table: `texts` are its title, subtitle and sources."""
    assert block.target is not None
    alt, places = block.spoken("alt"), {key: block.place_of(key) for key in ("title", "alt")}
    title, subtitle, whole = texts
    anchor, number = block.target.anchor, block.target.number
    return ChartDraft(spec, anchor, number, block.label(), title, subtitle, whole, selected, alt, places)


def _without_totals(selected: Selected, kind: str, options: Mapping[str, Node]) -> Selected:
    """Without rows that hold the sums of others, where the chart adds rows up, or counts them."""
    said = {key: plain_yaml(node) for key, node in options.items()}
    stacked = kind == "area" or (kind == "bars" and said.get("layout") == "stacked")
    if not (kind == "histogram" or stacked):
        return selected
    along = None if kind == "histogram" else [str(said.get("series"))]
    return replace(selected, rows=tuple(apart(selected.table, selected.rows, along)))


def _spec(
    block: Fenced, name: str, data: ChartData, title: str, options: Mapping[str, Node], places: Mapping[str, Place]
) -> ChartSpec:
    keys = block.keys
    return ChartSpec(
        id=name,
        kind=keys.kind.text.strip(),
        data=data,
        options={key: plain_yaml(node) for key, node in options.items()},
        option_places={"kind": keys.kind.place, "data": keys.data.place, **places},
        place=block.place,
        alt=block.words("alt"),
        alt_only=keys.alt_only or None,
        height=keys.height,
        title=title,
    )


def _files(block: Fenced, options: Mapping[str, Node]) -> dict[str, bytes] | None:
    """The files that the options name, as they are written; None, and a problem, where one can't be read."""
    desk, folder = block.desk, block.desk.briefing.folder
    files, found = Files(desk.briefing.workspace, desk.problems, desk.read), dict[str, bytes]()
    for leaf in (leaf for node in options.values() for leaf in leaves(node)):
        if leaf.text.lower().endswith(FILES):
            path = files.inside(folder, folder, leaf.text, leaf.place)
            data = files.bytes(path) if path else None
            if data is None:
                return None
            found[leaf.text] = data
    return found


def _drawn(selected: Selected, options: Mapping[str, Node]) -> set[str]:
    """The columns that the options name."""
    names = {column.name for column in selected.columns}
    return {leaf.text for node in options.values() for leaf in leaves(node)} & names


def _check_glyphs(block: Fenced, selected: Selected, drawn: set[str]) -> None:
    """Tell of characters without a glyph in the columns that are drawn, in all where the options name none."""
    names = {column.name for column in selected.columns}
    key = () if block.desk.briefing.meta.data_tables == "none" else selected.table.key
    block.desk.glyphs.check_columns(selected, {*drawn, *key} if drawn else names)


def _data_link(block: Fenced, name: str, number: int) -> Inlines:
    """ "Data: table A1", linked to the appendix."""
    if block.desk.briefing.meta.data_tables == "none":
        return ()
    words = block.desk.words
    link = Link((Text(words.say("refs.data-table", number=number)),), f"#{data_anchor(name)}", block.place)
    return labelled(words, "chart.data", "label", (link,))


# --- tables ----------------------------------------------------------------------------------------------------------
def table(block: Fenced) -> Block | None:
    """A table with its caption, from the data or from the Markdown table in its body."""
    keys = block.keys
    assert isinstance(keys, TableKeys)
    title, subtitle = block.text("title"), block.text("subtitle")
    made = _from_data(block, keys, keys.data, title) if keys.data else _from_body(block, keys)
    if made is None:
        return None
    return replace(
        made,
        label=block.label(),
        title=title,
        subtitle=subtitle,
        anchor=block.anchor if title else "",
        place=block.place,
    )


def _from_data(block: Fenced, keys: TableKeys, name: Phrase, title: Inlines) -> TableBlock | None:
    desk = block.desk
    if block.node.children:
        message = "a table with data: has no text of its own"
        desk.problem("block-syntax", block.place_of("data"), message, "remove data:, or what stands under it")
    selector = selector_of(block, name)
    if selector is None:
        return None
    if not selector.table.rows:
        desk.problem("table-cells", name.place, f"the table '{name.text}' has no rows", "add a row to its file")
    selected = selector.select(keys.where, keys.sort, tuple(keys.columns), latest=keys.latest)
    header = selector.column(keys.header) if keys.header else None
    grid = _grid(block, keys, selected, (header.name,) if header else selected.row_names)
    names = [column.name for column in selected.columns]
    shown = with_notes(block, TableBlock(grid.heads, grid.rows), keys.notes, names)
    own = block.text("note") or desk.mark((Text(selected.table.note),) if selected.table.note else ())
    missing = absences(desk.words, grid.lacking, selected.table.missing)
    note = signs_note(desk.marker, desk.words, own, missing=missing, marks=grid.marks)
    if title:
        desk.tables.append(TableDraft(block.anchor, title, selected, block.place_of("title")))
    ids = check_ids(desk, keys.source)
    return replace(
        shown, note=note, signs=note[len(own) :], source=source_line(desk, ids or selected.sources, block.place)
    )


def _grid(block: Fenced, keys: TableKeys, selected: Selected, headers: Sequence[str]) -> Grid:
    """The cells, under the author's own titles where `columns:` gives some."""
    desk = block.desk
    titles = {name.text: title for name, title in keys.columns.items()} if isinstance(keys.columns, Mapping) else {}
    desk.glyphs.check_columns(selected, {column.name for column in selected.columns}, titles)
    data = DataTable(selected, desk.words, desk.marker, block.place, headers)
    return data.grid({name: title.text for name, title in titles.items()})


def _from_body(block: Fenced, keys: TableKeys) -> TableBlock | None:
    desk = block.desk
    nodes = [node for node in block.node.children if node.type != "footnote_reference"]
    if len(nodes) != 1 or nodes[0].type != "table":
        hint = "name one with data:, or write one with | between the cells, after an empty line"
        desk.problem("block-syntax", block.place, "a table block holds one table", hint)
        return None
    for key in ("where", "sort", "latest", "columns", "header"):
        if key in block.header.entries:
            desk.problem("unknown-key", block.place_of(key), f"{key}: is for tables with data:", f"remove {key}:")
    written = pipe_table(desk, block.page, nodes[0])
    note = own = block.text("note")
    meaning = "" if f"{MISSING}:" in plain(note) else desk.words.say("table.missing-plain")
    filled = _filled(written, meaning)
    shown = with_notes(block, filled, keys.notes, [plain(head.content) for head in filled.columns])
    if filled != written and meaning:
        note = signs_note(desk.marker, desk.words, note, missing=[desk.words.say("table.missing", meaning=meaning)])
    source = source_line(desk, check_ids(desk, keys.source), block.place)
    return replace(shown, note=note, signs=note[len(own) :], source=source)


def _filled(shown: TableBlock, meaning: str) -> TableBlock:
    """The table with a sign in its empty cells, which has a `meaning` unless the author's note tells it."""
    rows = (tuple(_or_missing(cell, meaning) for cell in row.cells) for row in shown.rows)
    return replace(shown, rows=tuple(map(TableRow, rows)))


def _or_missing(cell: TableCell, meaning: str) -> TableCell:
    return cell if cell.content else replace(cell, content=(Text(MISSING),), sign=MISSING, meaning=meaning)
