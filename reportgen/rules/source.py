"""Rules of reading the sources."""

from __future__ import annotations

from reportgen.rules.rule import table

SOURCE = table(
    (
        "file-unwritable",
        "error",
        "a paper can be written where it belongs",
        "close it in other programs, or use -o DIR",
    ),
    ("file-missing", "error", "a file that is named exists", "check the name, or add the file"),
    ("file-encoding", "error", "files are UTF-8", "save the file as UTF-8"),
    ("file-format", "error", "a file is of the format that its name says", ""),
    ("path-outside", "error", "a path stays inside the briefing's folder", "copy the file into the briefing's folder"),
    ("yaml-syntax", "error", "YAML is well formed", "a value with a colon in it needs quotes round it"),
    (
        "bibtex-syntax",
        "error",
        "BibTeX is well formed",
        "look for a brace that is not closed and a comma that is missing",
    ),
    ("unknown-key", "error", "a key is one that the format knows", ""),
    ("missing-key", "error", "a key that is needed is there", ""),
    ("duplicate-key", "error", "a key stands once", "remove one of the two"),
    ("wrong-type", "error", "a value has the type that its key asks for", ""),
    ("bad-date", "error", "a date is YYYY, YYYY-MM or YYYY-MM-DD and exists", "write it as 2022-03-31"),
    ("date-order", "error", "a paper is published before it is updated", ""),
    ("date-odd", "warning", "facts, publication and next review follow one another", ""),
    ("not-in-list", "error", "a value is one of its list", ""),
    ("duplicate-id", "error", "an id is used once", "rename one of the two"),
    ("contrast", "error", "text stands out from its ground", "choose a darker colour, or a lighter ground"),
    ("table-cells", "error", "a row has as many cells as the header", "a cell with a comma in it needs quotes"),
    ("cell-mark", "error", "a mark says how firm a value is, or why there is none", "write 12.5 [p], or [c]"),
    ("table-column", "error", "the columns of a table are declared in tables.yaml", ""),
    ("bad-name", "error", "the name of a table or a fact can be written in a template", ""),
    ("table-key", "error", "the key of a table tells its rows apart", ""),
    ("switched-off", "note", "all rules hold", ""),
)
