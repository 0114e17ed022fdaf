"""Rules of the text."""

from __future__ import annotations

from reportgen.rules.rule import table

TEXT = table(
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
    ("source-broken", "note", "every entry of a library can be read", "mend the entry before you cite it"),
    ("source-unused", "warning", "a source is cited, or marked as background", "cite it, or write background: true"),
    ("glyph-missing", "error", "the fonts have every character", "write it otherwise, or add a font to house.yaml"),
)
