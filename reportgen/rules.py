"""The one table of rules: id, severity, what the rule asks, and the usual remedy.

Every check of the engine reports against a rule of this table; a rule that a house or a paper must break is switched
off by name, with a reason. The checks themselves live where they read: in the phases and in `reportgen.check`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `severity` is "error" or "warning"; `asks` completes "the rule asks that …"."""

    id: str
    severity: str
    asks: str
    remedy: str = ""


def _table(*rules: tuple[str, str, str, str]) -> dict[str, Rule]:
    return {row[0]: Rule(*row) for row in rules}


# --- reading the sources -----------------------------------------------------------------------------------------
_SOURCE = _table(
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
    ("not-in-list", "error", "a value is one of its list", ""),
    ("duplicate-id", "error", "an id is used once", "rename one of the two"),
    ("table-cells", "error", "a row has as many cells as the header", "a cell with a comma in it needs quotes"),
    ("table-column", "error", "the columns of a table are declared in tables.yaml", ""),
    ("bad-name", "error", "the name of a table or a fact can be written in a template", ""),
    ("table-key", "error", "the key of a table tells its rows apart", ""),
)

# --- text ------------------------------------------------------------------------------------------------------------
_TEXT = _table(
    ("template-syntax", "error", "a template is well formed", ""),
    ("template-name", "error", "a name in a template exists", ""),
    ("template-value", "error", "a template's value can be computed", ""),
    ("lookup-ambiguous", "error", "a lookup gives one row", "add a date column to the table, or use .at(key, date)"),
    ("lookup-missing", "error", "a lookup finds a row", ""),
    ("citation-unknown", "error", "a citation names a reference", ""),
    ("crossref-unknown", "error", "a cross-reference names something of this paper", ""),
    ("footnote-unknown", "error", "a footnote mark has its note", ""),
    ("block-syntax", "error", "a block is well formed", ""),
    ("markup", "error", "text uses the Markdown that the guide describes", ""),
    ("heading-level", "error", "headings skip no level", "use one more or one less #"),
    ("alt-missing", "error", "a picture has a text alternative", "add alt: with what the picture tells"),
    ("link-text", "error", "a link has text that says where it goes", "write [text](address)"),
    ("table-header", "error", "a table has a header row with no empty cell", "name every column"),
    ("glyph-missing", "error", "the fonts have every character", "write it otherwise, or add a font to house.yaml"),
)

# --- charts and layout -------------------------------------------------------------------------------------------------
_CHART = _table(
    ("chart-kind", "error", "a chart's kind exists", ""),
    ("chart-data", "error", "a chart's data suit its kind", ""),
    ("chart-failed", "error", "a chart kind draws without fault", "look at the chart kind's own file"),
    ("page-limit", "error", "a paper keeps to the page limit of its type", "shorten it, or change type:"),
    ("table-width", "error", "a table fits a page", "leave columns out with columns:, or shorten long words"),
)

RULES: dict[str, Rule] = {**_SOURCE, **_TEXT, **_CHART}
"""Every rule by its id."""
