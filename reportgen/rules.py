"""The one table of rules: id, severity, what the rule asks, and the usual remedy.

Every check of the engine reports against a rule of this table; a rule that a house or a paper must break is switched
off by name, with a reason. The checks themselves live where they read: in the phases and in `reportgen.check`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `severity` is "error", "warning" or "note"; `asks` completes "the rule asks that …"."""

    id: str
    severity: str
    asks: str
    remedy: str = ""


def _table(*rules: tuple[str, str, str, str]) -> dict[str, Rule]:
    return {row[0]: Rule(*row) for row in rules}


# --- reading the sources --------------------------------------------------------------------------------
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

# --- text --------------------------------------------------------------------------------
_TEXT = _table(
    ("template-syntax", "error", "a template is well formed", ""),
    ("single-braces", "warning", "a value of the data stands in double braces", ""),
    ("template-name", "error", "a name in a template exists", ""),
    ("template-value", "error", "a template's value can be computed", ""),
    (
        "value-missing",
        "warning",
        "a value that a sentence prints is there",
        'fill its cell, or say it in words: | default("not known")',
    ),
    ("lookup-ambiguous", "error", "a lookup gives one row", "add a date column to the table, or use .at(key, date)"),
    ("lookup-missing", "error", "a lookup finds a row", ""),
    ("citation-unknown", "error", "a citation names a reference", ""),
    ("crossref-unknown", "error", "a cross-reference names something of this paper", ""),
    ("footnote-unknown", "error", "a footnote mark has its note", ""),
    ("footnote-unused", "warning", "a footnote is called from the text", ""),
    ("table-unknown", "error", "a block shows a table of tables.yaml", ""),
    ("figure-file", "error", "a figure is a PNG or JPEG in RGB or grey, or a plain SVG", ""),
    (
        "figure-text",
        "warning",
        "text in a drawing is 8 pt or more and has room",
        "set the drawing wider, or its text larger",
    ),
    ("text-empty", "warning", "a file of text/ has text", "write its text, or delete the file"),
    ("text-missing", "error", "a paper has text", "write the first part, beginning with # and its heading"),
    ("block-syntax", "error", "a block is well formed", ""),
    ("markup", "error", "text uses the Markdown that the guide describes", ""),
    ("heading-space", "warning", "a heading has a space after its #", "write a space after the #"),
    ("heading-level", "error", "headings skip no level", "use one more or one less #"),
    ("alt-missing", "error", "a picture has a text alternative", "add alt: with what the picture tells"),
    ("link-text", "error", "a link has text that says where it goes", "write [text](address)"),
    ("table-header", "error", "a table has a header row with no empty cell", "name every column"),
    ("quote-origin", "warning", "a quotation names its speaker's role, its date or occasion, and its source", ""),
    ("sentence-long", "warning", "a sentence has 30 words or fewer", "make two of it, or a list"),
    ("sentences-long", "warning", "the sentences of a part have 25 words or fewer on average", "shorten some of them"),
    (
        "heading-case",
        "warning",
        "a heading is written like a sentence",
        "keep capitals for its first word and for names",
    ),
    ("heading-unique", "warning", "no two headings say the same", "say in each what its own part is about"),
    ("abbreviation", "warning", "an abbreviation is explained where it is first used", ""),
    ("term-avoided", "warning", "words are those of the house", ""),
    ("source-unused", "warning", "a source is cited, or marked as background", "cite it, or write background: true"),
    ("glyph-missing", "error", "the fonts have every character", "write it otherwise, or add a font to house.yaml"),
)

# --- charts and layout --------------------------------------------------------------------------------
_CHART = _table(
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

# --- the finished PDF --------------------------------------------------------------------------------
_REBUILD = "build the paper anew; if it stays, it is a fault of reportgen: please report it"
_PDF = _table(
    ("pdf-unreadable", "error", "a paper is a PDF that can be read", _REBUILD),
    ("pdf-ua", "error", "a paper conforms to PDF/UA-1", _REBUILD),
    ("pdf-a", "error", "a paper conforms to PDF/A-3a", _REBUILD),
    ("pdf-tree", "error", "a paper has a structure tree of known roles", _REBUILD),
    ("pdf-parent-tree", "error", "pages, annotations and elements point at each other", _REBUILD),
    ("pdf-mark-owner", "error", "each piece of marked content has one element", _REBUILD),
    ("pdf-mark-role", "error", "marked content names the role of its element", _REBUILD),
    ("pdf-marks-balanced", "error", "marks are opened and closed in pairs and never nest", _REBUILD),
    ("pdf-marks-text", "error", "marks and text objects do not cut across each other", _REBUILD),
    ("pdf-unmarked", "error", "all that is painted is content or an artifact", _REBUILD),
    ("pdf-annotation", "error", "each annotation belongs to an element", _REBUILD),
    ("pdf-tab-order", "error", "the tab key follows the structure", _REBUILD),
    ("pdf-link", "error", "a link has text, a description and a destination", "give the link a text and a target"),
    ("pdf-table-scope", "error", "each header cell says what it heads", _REBUILD),
    ("pdf-table-header", "error", "a table has header cells, and none is empty", "name every column"),
    ("pdf-table-shape", "error", "all rows of a table have as many columns", _REBUILD),
    ("pdf-headings", "error", "headings start at level 1, skip none and end at level 3", "use one more or one less #"),
    ("pdf-heading-stranded", "error", "a heading stands on the page of what follows it", _REBUILD),
    ("pdf-figure-alt", "error", "a figure has a text alternative of its own", "add alt: with what the picture tells"),
    ("pdf-figure-box", "error", "a figure says where it is on its page", _REBUILD),
    ("pdf-note", "error", "a note has an id by which it is found", _REBUILD),
    ("pdf-list", "error", "a list has items with bodies and says how it numbers them", _REBUILD),
    ("pdf-empty", "error", "an element has content", _REBUILD),
    ("pdf-order", "error", "the reading order is the order on the page", _REBUILD),
    ("pdf-words-joined", "error", "words stay apart where a line ends or a gap is", _REBUILD),
    ("pdf-hyphen", "error", "a hyphen that only breaks a line is marked as soft", _REBUILD),
    ("pdf-unicode", "error", "all text maps to Unicode", _REBUILD),
    ("pdf-glyph-missing", "error", "the fonts have every character", "write it otherwise, or add a font to house.yaml"),
    ("pdf-language", "error", "the paper and its parts name their language rightly", "write it like en-GB or zh-Hant"),
    ("pdf-script", "error", "text in another script is marked with its language", "mark it: [text]{lang=el}"),
    ("pdf-bookmarks", "error", "bookmarks are the headings", _REBUILD),
    ("pdf-fonts", "error", "fonts are embedded as subsets", _REBUILD),
    ("pdf-title", "error", "a paper has a title, and its window shows it", _REBUILD),
    ("pdf-metadata", "error", "the properties and the XMP packet say the same", _REBUILD),
    ("pdf-claims", "error", "a paper claims PDF/A-3a and PDF/UA-1", _REBUILD),
    ("pdf-page-labels", "error", "pages are labelled", _REBUILD),
    ("pdf-attachment", "error", "attachments say what they are and whose", _REBUILD),
    ("pdf-page-edge", "error", "text stands inside the page", _REBUILD),
    ("pdf-overlap", "error", "texts do not lie over each other", _REBUILD),
)

RULES: dict[str, Rule] = {**_SOURCE, **_TEXT, **_CHART, **_PDF}
"""Every rule by its id."""

MAY_BE_OFF = frozenset(
    {
        "link-text",
        "footnote-unused",
        "quote-origin",
        "sentence-long",
        "sentences-long",
        "heading-case",
        "heading-unique",
        "abbreviation",
        "term-avoided",
        "source-unused",
        "chart-title",
        "chart-subtitle",
        "chart-source",
        "chart-categories",
        "chart-lines",
        "chart-zero",
        "chart-second-axis",
        "chart-slices",
        "chart-annotation",
    }
)
"""Rules of style, which a house or a paper may switch off: a paper can be made all the same. The others keep it from
being made, or from being read aloud."""
