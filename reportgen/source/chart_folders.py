"""Where a workspace has chart kinds of its own."""

from __future__ import annotations

from pathlib import Path

FROM_PDF = "from-pdf"
"""The folder in `charts/` of kinds that came out of a PDF."""


def chart_folders(workspace: Path, *, allow_charts: bool = False) -> tuple[Path, ...]:
    """Where a workspace has chart kinds of its own; those that came out of a PDF run only if that is allowed."""
    own = workspace / "charts"
    return (own, own / FROM_PDF) if allow_charts else (own,)
