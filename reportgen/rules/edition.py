"""Rules of editions: released ones, the dates of a new one, and what a paper carries."""

from __future__ import annotations

from reportgen.rules.rule import table

EDITION = table(
    ("edition-record", "error", "the record of a released edition can be read", "release the edition again"),
)
