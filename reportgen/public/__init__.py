"""What `import reportgen` hands out: five functions, and what they give. All else of the package is private."""

from reportgen.outcome import Extracted
from reportgen.problems import Place, Problem, ReportError, Severity
from reportgen.public.functions import build, check, diff, extract, facts
from reportgen.public.results import Built, ChangedSection, ChangedValue, Changes, Facts, UsedValue, ValueUse

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
    "build",
    "check",
    "diff",
    "extract",
    "facts",
]
