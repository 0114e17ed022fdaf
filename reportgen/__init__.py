"""reportgen turns structured briefing data into printable, accessible briefing papers.

`reportgen.build`, `check`, `facts`, `diff` and `extract` do what the commands of these names do. What stands in
`__all__` is public; all else of the package may change at any time. What is public is loaded when it is asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""That of `typing`, for type checkers, without loading it: every start of the command begins here."""

__version__ = "1.0.0rc1"

__all__ = [
    "Built",
    "ChangedSection",
    "ChangedValue",
    "Changes",
    "Extracted",
    "Facts",
    "Place",
    "Problem",
    "ReportError",
    "Severity",
    "UsedValue",
    "ValueUse",
    "__version__",
    "build",
    "check",
    "diff",
    "extract",
    "facts",
]

if TYPE_CHECKING:
    from reportgen.public import (
        Built,
        ChangedSection,
        ChangedValue,
        Changes,
        Extracted,
        Facts,
        Place,
        Problem,
        ReportError,
        Severity,
        UsedValue,
        ValueUse,
        build,
        check,
        diff,
        extract,
        facts,
    )


else:

    def __getattr__(name: str) -> object:
        """What is public, when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
        from reportgen import public

        globals()[name] = found = getattr(public, name)
        return found

    def __dir__() -> list[str]:
        return __all__
