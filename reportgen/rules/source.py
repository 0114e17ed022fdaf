"""Rules of reading the sources."""

from __future__ import annotations

from reportgen.rules.rule import error, note, table, warning

SOURCE = table(
    error("file-unwritable", "close it in other programs, or use -o DIR"),
    error("file-missing", "check the name, or add the file"),
    error("file-encoding", "save the file as UTF-8"),
    error("file-size", "keep in it only what the paper needs"),
    error("file-format"),
    warning("file-name", "rename it, also where it is named"),
    error("path-outside", "copy the file into the briefing's folder"),
    error("yaml-syntax", "a value with a colon in it needs quotes round it"),
    error("bibtex-syntax", "look for a brace that is not closed and a comma that is missing"),
    error("unknown-key"),
    error("missing-key"),
    error("duplicate-key", "remove one of the two"),
    error("wrong-type"),
    error("bad-date", "write it as 2022-03-31"),
    error("date-order"),
    warning("date-odd"),
    error("not-in-list"),
    error("duplicate-id", "rename one of the two"),
    error("contrast", "choose a darker colour, or a lighter ground"),
    error("table-cells", "a cell with a comma in it needs quotes"),
    error("cell-mark", "write 12.5 [p], or [c]"),
    error("table-column"),
    error("bad-name"),
    error("table-key"),
    warning("table-notes"),
    warning("table-hidden"),
    warning("table-missing"),
    warning("table-dates", may_be_off=True),
    warning("table-decimals"),
    warning("table-units"),
    warning("table-total"),
    warning("table-groups"),
    note("switched-off", many="{count} rules are switched off"),
)
