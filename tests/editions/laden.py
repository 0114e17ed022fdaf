"""A briefing that has one of everything that a paper can be made from, and a secret wherever it can have one."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image

from reportgen.document import Draft, read
from reportgen.editions.bundle import bundle
from reportgen.editions.own_kinds import own_kinds
from reportgen.language import words_for
from reportgen.source import load
from reportgen.writing import write_all
from tests.source import fonts

SECRET = "s3cr3t"
NAME = "libraries"


def workbook() -> bytes:
    """Two sheets that tables name, and one that nobody may see; a formula without a saved result is none of them."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Visits & loans"
    for row in (["year", "visits"], [2019, 21.4], [2024, 20.8]):
        first.append(row)
    first["B2"].comment = Comment(f"{SECRET} in a cell", SECRET)
    hidden = book.create_sheet("Hidden")
    hidden.append([f"{SECRET} in a sheet"])
    hidden.sheet_state = "hidden"
    second = book.create_sheet("Staff")
    for values in (["region", "staff"], ["Northmark", 410], ["Eastholm", "365 [p]"]):
        second.append(values)
    book.properties.creator = f"{SECRET} of properties"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "#205080").save(file, "PNG")
    return file.getvalue()


SHARED: Mapping[str, str | bytes] = {
    "house.yaml": f"# {SECRET}\nname: Research Service\nstanding:\n  licence: |\n    Copy it. <!-- {SECRET} -->\n",
    "terms.yaml": f"- {{text: PLA, expansion: public library authority}}  # {SECRET}\n",
    "references.bib": f"""{SECRET} between entries
@report{{survey,
  title = {{Survey of libraries}},
  publisher = {{Library Board}},
  date = {{2024}},
  annote = {{{SECRET}}},
  file = {{/home/{SECRET}/a.pdf}},
}}
@comment{{{SECRET}}}
""",
    "other/briefing.yaml": f"title: {SECRET}\n",
    "other/text/a.md": f"# {SECRET}\n\n{SECRET}.\n",
}
OWN: Mapping[str, str | bytes] = {
    "briefing.yaml": f"""# {SECRET} before all
title: "Libraries: a paper {{# {SECRET} #}}"  # {SECRET}
status: published
published: 2025-03-31
attach: all
in_brief: |
  <!-- {SECRET}
  in lines -->
  Visits are **up** to {{{{ visits[2024].visits }}}} million.
key_facts:
  - {{value: "{{{{ visits[2024].visits }}}}", label: "million visits <!-- {SECRET} -->"}}
contents: [summary, regions]
""",
    "house.yaml": f"""tagline: of its own  # {SECRET}
fonts:
  chain: [source-sans, own]
  families:
    own:
      # {SECRET}
      regular: fonts/own.ttf
""",
    "fonts/own.ttf": fonts.GOOD,
    "references.yaml": f"- id: act  # {SECRET}\n  title: Libraries Act\n  issued: 1964\n  type: legislation\n",
    "data/tables.yaml": f"""visits:
  # {SECRET}
  file: numbers.xlsx
  title: Visits
  key: year
  source: survey
  columns: {{year: {{title: Year, type: year}}, visits: {{title: Visits, type: number}}}}
staff:
  file: numbers.xlsx
  sheet: Staff
  title: Staff
  key: region
  source: survey
  columns:
    region: {{title: Region}}
    staff: {{title: Staff, type: integer}}
""",
    "data/facts.yaml": f"""budget:
  value: 41  # {SECRET}
  source: act
  note: |
    {SECRET}

    and more
opened: {{value: 1893, type: number, note: "{SECRET}", source: act}}
""",
    "data/numbers.xlsx": b"",
    "data/unnamed.csv": f"{SECRET}\n",
    "text/summary.md": f"""<!-- {SECRET} -->
# Summary

Visits are up.[@survey]<!-- {SECRET} --> The law is old.[@act] {{# {SECRET} #}}
It is of {{{{ facts.opened }}}}. `<!-- shown -->`

<!--
{SECRET}
-->

::: chart staff
kind: stripes
data: staff
# SIGN
title: Northmark has the most staff # of all
subtitle: Staff, two regions
alt: Two bars.
:::
""".replace("# SIGN\n", "").replace("data: staff\n", f"data: staff  # {SECRET}\n"),
    "text/regions.md": """# Regions

::: figure room
file: images/room.png
alt: A reading room under tall windows, with desks in rows.
title: The room
:::

::: listing
chart: staff
:::

::: options
kind: ticks
:::
""",
    "text/draft.md": f"# {SECRET}\n\n![]({SECRET})\n",
    "images/room.png": picture(),
    "images/other.png": picture() + SECRET.encode(),
    "confirmed.yaml": "{}\n",
}
KINDS: Mapping[str, str | bytes] = {
    "stripes.py": '''"""A stripe for each row."""


def draw(figure, data, options, house, words):
    axes = figure.add_subplot()
    axes.barh(data["region"], data["staff"], color=house.colours.accent)
    axes.set(xlabel="Staff")
''',
    "ticks.py": '''"""Ticks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    size: int = 1
    """how large"""


def draw(figure, data, options, house, words):
    raise RuntimeError
''',
    "unused.py": f"# {SECRET}\n",
}


def write(workspace: Path) -> Path:
    """Write it all into a workspace; gives the briefing's folder."""
    files = {f"sources/{name}": data for name, data in SHARED.items()}
    files |= {f"sources/{NAME}/{name}": data for name, data in OWN.items()}
    files |= {f"charts/{name}": data for name, data in KINDS.items()}
    files[f"sources/{NAME}/data/numbers.xlsx"] = workbook()
    write_all({workspace / name: data.encode() if isinstance(data, str) else data for name, data in files.items()})
    return workspace / "sources" / NAME


def draft(workspace: Path, name: str = NAME) -> Draft:
    briefing = load(workspace / "sources" / name, workspace)
    return read(briefing, words_for(briefing.meta.language))


def bundled(workspace: Path, *, with_notes: bool, name: str = NAME) -> dict[str, bytes]:
    made = draft(workspace, name)
    return bundle(made, with_notes=with_notes, also=own_kinds(made))
