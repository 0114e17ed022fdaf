"""Rules of charts and of the layout."""

from __future__ import annotations

from reportgen.rules.rule import table

CHART = table(
    ("chart-kind", "error", "a chart's kind exists", ""),
    ("chart-data", "error", "a chart's data suit its kind", ""),
    ("chart-failed", "error", "a chart kind draws without fault", "look at the chart kind's own file"),
    (
        "chart-empty",
        "error",
        "a chart shows something",
        "check where:, and that a kind of your own draws on the figure that it is handed",
    ),
    ("chart-pyplot", "error", "a chart kind draws on the figure that it is handed", "draw on figure, without pyplot"),
    ("chart-text-outside", "error", "text stands whole on the picture", "shorten it, or set height:"),
    (
        "chart-text-overlap",
        "warning",
        "nothing lies over text",
        "shorten names, leave rows out with where:, or set height:",
    ),
    ("chart-text-small", "warning", "text in a chart is 8 pt or more", "take a size of house.sizes"),
    ("chart-text-turned", "warning", "text in a chart is level", "set long names as rows"),
    ("chart-contrast", "warning", "text reaches 4.5:1 and a mark 3:1", "choose a darker colour, or add an outline"),
    (
        "chart-colours",
        "warning",
        "what stands side by side is told apart without its colour too",
        "leave parts out with where:, or change colours: in house.yaml; a kind of your own adds a hatch or names",
    ),
    ("chart-categories", "warning", "a chart has four colours or fewer", "put small categories together"),
    ("chart-lines", "warning", "of many lines some stand out", "name up to four in highlight:, or use small-multiples"),
    ("chart-zero", "warning", "bars start at zero", "start the scale at zero, or use dots"),
    ("chart-second-axis", "warning", "a chart has one scale of values", "make two charts, one below the other"),
    ("chart-slices", "warning", "a cake has three slices or fewer", "use bars"),
    ("chart-title", "warning", "a chart's title says its finding in a sentence of 15 words", "say only what it shows"),
    ("chart-subtitle", "warning", "a chart has a subtitle", "add subtitle: with what is measured, where and when"),
    ("chart-source", "warning", "a chart names its source", "add source: with ids, or sources: to its table"),
    ("chart-annotation", "warning", "a note in a picture has about 50 characters", "shorten it, or use note:"),
    (
        "page-limit",
        "error",
        "a paper keeps to the page limit of its type",
        "shorten it, leave out the appendix with data_tables: none, or change type:",
    ),
    ("chart-place", "error", "a chart stands in the run of the text", "put it before or after the box"),
    ("too-tall", "error", "a block fits on a page", "shorten it, or split it into two"),
    ("cover-note", "error", "a cover has no footnotes", "put the note into the summary"),
    ("cover-full", "error", "the cover's texts fit on one page", "shorten in_brief: or the title"),
    (
        "page-numbers",
        "error",
        "a paper's page numbers settle",
        "add a line to a chapter, or take one away; please report the paper as well",
    ),
    ("table-width", "error", "a table fits a page", "leave columns out with columns:, or shorten long words"),
)
