"""The marks that stand in the paper's text, and the numbers of what it refers to.

`**strong**`, `*emphasis*`, `@fig:NAME`, `@tab:NAME`, `@sec:NAME`, `[@SOURCE]`, `[^NOTE]`; none stands in another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tests.benchmarks.paper.content import Block, Heading, Shown

_MARK = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|@(?P<reference>(?:fig|tab|sec):[\w-]+)"
    r"|\[@(?P<source>\w+)\]|\[\^(?P<note>\d+)\]"
)

Forms = Mapping[str, Callable[[str], str]]
"""How to write a mark: `strong`, `emphasis`, `reference`, `source` and `note`."""


def written(text: str, forms: Forms) -> str:
    """The text with each mark written as `forms` says."""
    return _MARK.sub(lambda mark: forms[str(mark.lastgroup)](mark[str(mark.lastgroup)]), text)


def anchor(reference: str) -> str:
    """The name of the place that `fig:NAME`, `tab:NAME` or `sec:NAME` leads to."""
    what, _, name = reference.partition(":")
    return name if what == "sec" else f"{what}-{name}"


def numbers(blocks: tuple[Block, ...]) -> dict[str, str]:
    """What the text says for each reference: `2.1`, `Figure 3`, `Table 4`, in order of appearance."""
    found: dict[str, str] = {}
    counted = {"fig": 0, "tab": 0}
    heads = [0, 0, 0]
    for block in blocks:
        match block:
            case Heading(level=level, id=name):
                heads[level - 1 :] = [heads[level - 1] + 1, *[0] * (3 - level)]
                found[f"sec:{name}"] = ".".join(map(str, heads[:level]))
            case Shown(what=what, id=name):
                counted[what] += 1
                found[f"{what}:{name}"] = f"{'Figure' if what == 'fig' else 'Table'} {counted[what]}"
            case _:
                pass
    return found
