"""The paper for reportgen: a workspace with one briefing, its tables as CSV and its charts as blocks of the text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.paper.content import (
    AUTHORS,
    NUMBER,
    SUBTITLE,
    TITLE,
    Block,
    Bullets,
    Heading,
    Paper,
    Prose,
    Shown,
    paper,
    source_id,
)
from tests.benchmarks.paper.figures import CHARTS, chart_data
from tests.benchmarks.paper.phrases import DOCUMENTS, SUMMARY

_DAY = "2025-03-14"
_BLOCKS = {
    "stages": "kind: stages\ndata: stages\nname: country\nstage: step\ndate: year",
    "timeline": "kind: timeline\ndata: timeline\ndate: year\ntext: what\nlayout: axis",
    "grouped": "kind: bars\ndata: grouped\ncategory: country\nvalues: [y2014, y2019, y2024]",
    "lines": "kind: lines\ndata: lines\ndate: year\nvalues: [c0, c1, c2, c3, c4, c5]\nhighlight: [Albania, Serbia]",
    "dots": "kind: dots\ndata: dots\ncategory: country\nvalues: [y2014, y2024]",
    "stacked": "kind: bars\ndata: stacked\ncategory: country\nvalues: [a0, a1, a2, a3, a4]\nlayout: stacked",
    "multiples": "kind: small-multiples\ndata: multiples\nvalues: [c0, c1, c2, c3, c4, c5]\ndate: year",
    "heat": "kind: grid\ndata: heat\nrow: cluster\ncolumn: country\nvalue: level\nordered: true",
}

Columns = dict[str, dict[str, Any]]
Rows = Iterable[Sequence[object]]


def write(times: int, folder: Path) -> None:
    """Write the paper, `times` as long, as the only briefing of the workspace `folder`: `sources/paper/`."""
    made = paper(times)
    sources = folder / "sources" / "paper"
    for name in ("text", "data"):
        (sources / name).mkdir(parents=True)
    (folder / "sources" / "house.yaml").write_text("name: Demonstration service\n")
    _yaml(sources / "briefing.yaml", _briefing())
    _yaml(sources / "references.yaml", _references())
    _yaml(sources / "data" / "tables.yaml", _tables(made, sources / "data"))
    notes = [f"[^{number}]: {text} [this document]({link})" for number, (text, link) in enumerate(made.notes, 1)]
    text = "\n\n".join([*(_block(block, made) for block in made.blocks), *notes])
    (sources / "text" / "body.md").write_text(f"{text}\n")


class _Dumper(yaml.SafeDumper):
    """Writes what stands twice twice: our YAML has no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(path: Path, content: object) -> None:
    path.write_text(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True))


def _briefing() -> dict[str, Any]:
    return {
        "title": f"{TITLE}: {SUBTITLE}",
        "type": "briefing",
        "number": NUMBER,
        "language": "en-GB",
        "authors": list(AUTHORS),
        "published": _DAY,
        "facts_as_of": _DAY,
        "edition": 1,
        "status": "published",
        "in_brief": "\n".join(f"- {item}" for item in SUMMARY),
        "contents": ["body"],
        "data_tables": "none",
        "attach": "none",
        "chapters": "run-on",
        "off": {"number-unbound": "generated text"},
    }


def _references() -> list[dict[str, Any]]:
    return [
        {
            "id": source_id(number),
            "type": "report",
            "author": [{"literal": author}],
            "title": title,
            "publisher": publisher,
            "issued": year,
        }
        for number, (author, year, title, publisher) in enumerate(DOCUMENTS)
    ]


def _block(block: Block, made: Paper) -> str:
    match block:
        case Heading(level=level, id=name, text=text):
            return f"{'#' * level} {text} {{#{name}}}"
        case Prose():
            return _marked(block.text)
        case Bullets(items=items):
            return "\n".join(f"- {_marked(item)}" for item in items)
        case Shown(what="fig", id=name):
            caption, alt = CHARTS[name]
            return f"::: chart {name}\n{_BLOCKS[name]}\ntitle: {caption}\nsubtitle: Six countries\nalt: {alt}\n:::"
        case Shown(id=name, of=table):
            return f"::: table {name}\ndata: t_{table}\ntitle: {made.tables[table].caption}\n:::"


def _marked(text: str) -> str:
    """Our marks are those of the paper but for references."""
    names = {"fig": "Chart", "tab": "Table", "sec": "section"}
    return re.sub(r"@(fig|tab|sec):", lambda mark: f"@{names[mark[1]]}-", text)


def _tables(made: Paper, folder: Path) -> dict[str, Any]:
    """Write the tables into `folder`; what `tables.yaml` says of them."""
    entries = {}
    for name, (columns, rows, more) in {**_chart_tables(), **_text_tables(made)}.items():
        with (folder / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([list(columns), *rows])
        title = CHARTS[name][0] if name in CHARTS else made.tables[name.removeprefix("t_")].caption
        entries[name] = {"title": title, "source": "ref00", "as_of": _DAY, **more, "columns": columns}
    return entries


def _text_tables(made: Paper) -> dict[str, tuple[Columns, Rows, dict[str, Any]]]:
    return {
        f"t_{name}": (
            {f"k{n}": {"title": head} for n, head in enumerate(table.header)},
            table.rows,
            {"missing": "none"},
        )
        for name, table in made.tables.items()
    }


def _chart_tables() -> dict[str, tuple[Columns, Rows, dict[str, Any]]]:
    """Columns, rows and other keys of the table of each chart."""
    data = chart_data()
    names, steps = list(data["countries"]), list(data["steps"])
    country: Columns = {"country": {"title": "Country"}}
    year: Columns = {"year": {"title": "Year", "type": "year"}}
    by_country = _numbers("c", names)
    return {
        "stages": (
            {**country, "step": {"title": "Step", "values": steps}, **year},
            [
                (name, step, 2003 + n)
                for name, done in zip(names, data["stages"], strict=True)
                for n, step in enumerate(steps[:done])
            ],
            {"key": ["country", "step"]},
        ),
        "timeline": ({**year, "what": {"title": "Event"}}, [(int(when), what) for when, what in data["events"]], {}),
        "grouped": (
            {**country, **_years("2014", "2019", "2024")},
            _across(names, *data["gdp"].values()),
            _key("country"),
        ),
        "lines": ({**year, **by_country}, _across(data["years"], *data["support"]), _key("year")),
        "dots": (
            {**country, **_years("2014", "2024")},
            _across(names, *zip(*data["exports"], strict=True)),
            _key("country"),
        ),
        "stacked": (
            {**country, **_numbers("a", data["areas"])},
            _across(names, *zip(*data["grants"], strict=True)),
            _key("country"),
        ),
        "multiples": (
            {**year, **by_country},
            _across(data["unemployment_years"], *([f"{rate:.1f}" for rate in rates] for rates in data["unemployment"])),
            _key("year"),
        ),
        "heat": (
            {"cluster": {"title": "Cluster"}, **country, "level": {"title": "Level", "values": list("12345")}},
            [
                (cluster, name, level)
                for cluster, levels in zip(data["clusters"], data["levels"], strict=True)
                for name, level in zip(names, levels, strict=True)
            ],
            {"key": ["cluster", "country"]},
        ),
    }


def _across(*columns: Sequence[object]) -> Rows:
    return list(zip(*columns, strict=True))


def _key(name: str) -> dict[str, Any]:
    return {"key": name}


def _years(*years: str) -> Columns:
    return {f"y{year}": {"title": year, "type": "number"} for year in years}


def _numbers(letter: str, titles: Sequence[str]) -> Columns:
    return {f"{letter}{number}": {"title": title, "type": "number"} for number, title in enumerate(titles)}
