"""What became of a briefing that was built or checked, and of a paper that was taken apart."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from reportgen.frozen import frozen
from reportgen.problems import Problem, Severity


@frozen
class Outcome:
    """What became of one briefing: its paper (None: none was written) and every problem, sorted by place."""

    name: str
    paper: Path | None
    problems: tuple[Problem, ...]
    also: tuple[Path, ...] = ()
    """What was written beside the paper."""
    fonts: tuple[Path, ...] = ()
    """The font files of its house style, which may stand anywhere in `sources/`."""
    digests: tuple[str, ...] = ()
    """Of the paper, and of what was written beside it: of the bytes themselves, as somebody may replace the files."""
    kept: bool = False
    """The paper was there and right, and nothing was written."""

    @property
    def failed(self) -> bool:
        """Whether an error is among the problems."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@frozen
class Extracted:
    """What came out of a PDF."""

    files: tuple[Path, ...]
    name: str = ""
    """The briefing's; "" where the paper carried its data only."""
    options: tuple[str, ...] = ()
    """What `build NAME` needs to make the same paper."""
    kinds: tuple[Path, ...] = ()
    """The chart kinds among the files: programs, which somebody should read before they run."""
    other_engine: str = ""
    """What made the paper, where it was another version than this."""


def digest_of(data: bytes) -> str:
    """What tells a file's content from any other."""
    return blake2b(data, digest_size=16).hexdigest()
