"""Rules of charts and of the layout."""

from __future__ import annotations

from reportgen.rules.rule import error, table, warning

CHART = table(
    error("chart-kind"),
    error("chart-data"),
    error("chart-failed", "look at the chart kind's own file"),
    error("chart-empty", "check where:, and that a kind of your own draws on the figure that it is handed"),
    error("chart-pyplot", "draw on figure, without pyplot"),
    error("chart-text-outside", "shorten it, or set height:"),
    warning("chart-text-overlap", "shorten names, leave rows out with where:, or set height:"),
    warning("chart-text-small", "take a size of house.sizes"),
    warning("chart-text-turned", "set long names as rows"),
    warning("chart-contrast", "choose a darker colour, or add an outline"),
    warning(
        "chart-colours",
        "leave parts out with where:, or change colours: in house.yaml; a kind of your own adds a hatch or names",
    ),
    warning("chart-categories", "put small categories together", may_be_off=True),
    warning("chart-lines", "name up to four in highlight:, or use small-multiples", may_be_off=True),
    warning("chart-zero", "start the scale at zero, or use dots", may_be_off=True),
    warning("chart-total", "leave it out with where:", may_be_off=True),
    warning("chart-second-axis", "make two charts, one below the other", may_be_off=True),
    warning("chart-slices", "use bars", may_be_off=True),
    warning("chart-title", "say only what it shows", may_be_off=True),
    warning("chart-subtitle", "add subtitle: with what is measured, where and when", may_be_off=True),
    warning("chart-unit", "write unit: for its column in data/tables.yaml, or say it in subtitle:", may_be_off=True),
    warning("chart-source", "add source: with ids, or sources: to its table", may_be_off=True),
    warning("chart-annotation", "shorten it, or use note:", may_be_off=True),
    error("page-limit", "shorten it, leave out the appendix with data_tables: none, or change type:"),
    warning("page-outside", "set it narrower, or leave columns out"),
    warning("page-heading", "write some text below it, or put it elsewhere"),
    warning("page-line-alone", "make the paragraph a line longer or shorter", may_be_off=True),
    warning(
        "page-thin",
        "put it elsewhere, or make it lower: height: of a chart, fewer rows of a table",
        may_be_off=True,
    ),
    warning("page-lines-long", "set wider margins or a larger base: in house.yaml", may_be_off=True),
    warning("page-text-small", "set a larger base: in house.yaml, or part a formula that is too wide"),
    error("chart-place", "put it before or after the box"),
    error("too-tall", "shorten it, or split it into two"),
    error("cover-note", "put the note into the summary"),
    error("cover-full", "shorten in_brief: or the title"),
    error("page-numbers", "add a line to a chapter, or take one away; please report the paper as well"),
    error("table-width", "leave columns out with columns:, or shorten long words"),
)
