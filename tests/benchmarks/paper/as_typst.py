"""The paper for Typst: `paper.typ`, with its tables as CSV."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.benchmarks.paper.content import (
    AUTHORS,
    DATE,
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
from tests.benchmarks.paper.figures import CHARTS
from tests.benchmarks.paper.inline import Forms, anchor, written
from tests.benchmarks.paper.phrases import DOCUMENTS, SUMMARY

_HEAD = r"""#let charts = sys.inputs.at("charts")
#set document(title: "TITLE", author: (AUTHORS), date: datetime(year: 2025, month: 3, day: 14))
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 10pt, lang: "en")
#set par(justify: true)
#show heading: set text(font: ("Liberation Sans", "Libertinus Serif"))
#set heading(numbering: "1.1.1")
#set page(paper: "a4", margin: (x: 22mm, y: 25mm))
#let fig(id, caption, alt) = [#figure(image(charts + "/" + id + ".svg", width: 85%, alt: alt), caption: caption, alt: alt) #label("fig-" + id)]
#let tab(id, base, caption) = { let d = csv("tables/" + base + ".csv"); [#show figure: set block(breakable: true)
#figure(table(columns: d.first().len(), stroke: 0.4pt + gray, inset: 4pt, align: left, table.header(..d.first().map(c => strong(c))), ..d.slice(1).flatten()), caption: caption, kind: table) #label("tab-" + id)] }
#v(4cm)
#text(size: 11pt)[NUMBER]
#v(1cm)
#title()
#text(size: 14pt)[SUBTITLE]
#v(1cm)
NAMES \ DATE
#v(2cm)
#rect(width: 100%, inset: 12pt, fill: luma(240))[*Summary*
SUMMARY]
#pagebreak()
#set page(header: [NUMBER #h(1fr) TITLE], footer: context [#h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#outline(depth: 3)
#pagebreak()
"""  # noqa: E501 - Typst's lines


def write(times: int, folder: Path) -> None:
    """Write the paper, `times` as long, into `folder`."""
    made = paper(times)
    (folder / "tables").mkdir(parents=True)
    for name, table in made.tables.items():
        with (folder / "tables" / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([table.header, *table.rows])
    parts = [_head(), *(_block(block, made) for block in made.blocks), *_sources(_forms(made))]
    (folder / "paper.typ").write_text("\n\n".join(parts) + "\n")


def _head() -> str:
    words = {
        "TITLE": TITLE,
        "AUTHORS": ", ".join(f'"{name}"' for name in AUTHORS),
        "NAMES": ", ".join(AUTHORS),
        "NUMBER": NUMBER,
        "SUBTITLE": SUBTITLE,
        "DATE": DATE,
        "SUMMARY": "\n".join(f"- {item}" for item in SUMMARY),
    }
    text = _HEAD
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, words[word])
    return text


def _forms(made: Paper) -> Forms:
    def note(number: str) -> str:
        text, link = made.notes[int(number) - 1]
        return f'#footnote[{text} #link("{link}")]'

    return {
        "strong": "#strong[{}]".format,
        "emphasis": "#emph[{}]".format,
        "reference": lambda name: f"#ref(<{anchor(name)}>)",
        "source": lambda name: f"#link(<{name}>)[[{name}]]",
        "note": note,
    }


def _block(block: Block, made: Paper) -> str:
    match block:
        case Heading(level=level, id=name, text=text):
            return f"{'=' * level} {text} <{name}>"
        case Prose():
            return written(block.text, _forms(made))
        case Bullets(items=items):
            return "\n".join(f"- {written(item, _forms(made))}" for item in items)
        case Shown(what="fig", id=name):
            caption, alt = CHARTS[name]
            return f'#fig("{name}", "{caption}", "{alt}")'
        case Shown(id=name, of=table):
            return f'#tab("{name}", "{table}", "{made.tables[table].caption}")'


def _sources(forms: Forms) -> list[str]:
    entries = [
        f"#block[[{source_id(number)}] {written(f'{author} ({year}), *{title}*, {publisher}.', forms)}] "
        f"<{source_id(number)}>"
        for number, (author, year, title, publisher) in enumerate(DOCUMENTS)
    ]
    return ["#heading(numbering: none)[Bibliography]", *entries]
