"""BibTeX without what no paper reads: what stands between the entries, and fields such as `annote` and `file`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.source.bibtex import FIELDS


def used_entries(text: str) -> str:
    """The entries of a BibTeX file with the fields that are read; the order stays, and entries with faults too."""
    from bibtexparser import model
    from bibtexparser.entrypoint import parse_string

    blocks = parse_string(text).blocks
    shorter = "\n".join(_entry(block) for block in blocks if isinstance(block, model.Entry))
    whole = [block for block in blocks if not isinstance(block, model.ExplicitComment | model.ImplicitComment)]
    faultless = all(isinstance(block, model.Entry | model.String) for block in whole)
    if faultless and _said(parse_string(shorter).blocks) == _said(blocks):
        return shorter
    return "".join(f"{(block.raw or '').strip()}\n" for block in whole)


def _said(blocks: Sequence[Any]) -> list[Any]:
    """What is read of each entry."""
    return [
        (block.entry_type, block.key, [(one.key, one.value) for one in _read(block)])
        for block in blocks
        if hasattr(block, "entry_type")
    ]


def _entry(block: Any) -> str:
    return "".join(
        (f"@{block.entry_type}{{{block.key},\n", *(f"  {one.key} = {{{one.value}}},\n" for one in _read(block)), "}\n")
    )


def _read(block: Any) -> list[Any]:
    return [field for field in block.fields if field.key.lower() in FIELDS]
