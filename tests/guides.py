"""What the guides in `docs/` hold, for tests: their fenced examples, and the workspace that those make up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
AUTHORS_GUIDE = ROOT / "docs" / "authors-guide.md"
CHART_GUIDE = ROOT / "docs" / "charts.md"

_FENCE = re.compile(r"^(?P<fence>`{3,})(\w+)(?: (\S+))?\n(.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)


@dataclass(frozen=True)
class Example:
    """A fenced example: its language, the file that it is (or ""), its text."""

    language: str
    path: str
    text: str


def examples(guide: Path) -> list[Example]:
    """The fenced examples of a guide, in order."""
    return [Example(*(part or "" for part in match[1:])) for match in _FENCE.findall(guide.read_text())]


def edited(text: str, change: str) -> str:
    """A file after a change as a diff has it: its lines without a plus must stand in the file, and once only."""
    lines = change.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    assert ("\n" + text).count("\n" + before) == 1, f"what the change begins from stands elsewhere now:\n{before}"
    return ("\n" + text).replace("\n" + before, "\n" + after)[1:]


def write_workspace(guide: Path, workspace: Path, briefing: str) -> Path:
    """Write the examples of `guide` as a workspace: named files as they are, each Markdown example as a chapter."""
    folder = workspace / "sources" / briefing
    files = {f"sources/{briefing}/briefing.yaml": "title: Example\nfacts_as_of: 2025-03-31\n"}
    files |= {example.path: example.text for example in examples(guide) if example.path}
    for number, chapter in enumerate((e.text for e in examples(guide) if e.language == "markdown"), 1):
        heading = "" if chapter.startswith("# ") else f"# Example {{{{ {number} | asis }}}}\n\n"
        files[f"sources/{briefing}/text/example-{number:02}.md"] = heading + chapter
    for path, text in files.items():
        (workspace / path).parent.mkdir(parents=True, exist_ok=True)
        # The guide's own contents are left out: its chapters are the examples.
        (workspace / path).write_text(re.sub(r"^contents: .*\n", "", text, flags=re.MULTILINE))
    (folder / "images").mkdir()
    (folder / "images" / "room.png").write_bytes(_PIXEL)
    return folder
