"""BibTeX without what no paper reads: what stands between the entries, and fields such as `annote` and `file`."""

from __future__ import annotations

from typing import Any

from reportgen.problems import NOWHERE, Problems
from reportgen.source.model import Reference


def used_entries(text: str) -> str:
    """The entries of a BibTeX file that is without fault, with the fields that are read; the order stays."""
    from bibtexparser import model
    from bibtexparser.entrypoint import parse_string

    blocks = parse_string(text).blocks
    shorter = "\n".join(_entry(block) for block in blocks if isinstance(block, model.Entry))
    if references(shorter) == references(text):
        return shorter
    whole = [block for block in blocks if not isinstance(block, model.ExplicitComment | model.ImplicitComment)]
    return "".join(f"{(block.raw or '').strip()}\n" for block in whole)


def references(text: str) -> list[Reference]:
    """The sources of a BibTeX file, wherever in it they stand."""
    from dataclasses import replace

    from reportgen.source.bibtex import entries

    return [replace(found, place=NOWHERE) for found in entries(text, "", Problems())]


def _entry(block: Any) -> str:
    from reportgen.source.bibtex import FIELDS

    fields = [field for field in block.fields if field.key.lower() in FIELDS]
    return "".join(
        (f"@{block.entry_type}{{{block.key},\n", *(f"  {one.key} = {{{one.value}}},\n" for one in fields), "}\n")
    )
