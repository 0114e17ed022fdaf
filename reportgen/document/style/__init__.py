"""The rules of style that a paper's own words keep: sentences, headings, abbreviations, terms, sources, dates."""
