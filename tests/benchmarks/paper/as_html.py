"""The paper for WeasyPrint: `paper.html`, with footnotes, contents with page numbers, and running heads by CSS."""

from __future__ import annotations

from html import escape
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
from tests.benchmarks.paper.inline import Forms, anchor, numbers, written
from tests.benchmarks.paper.phrases import DOCUMENTS, SUMMARY

_STYLE = """
@page { size: A4; margin: 25mm 22mm;
  @top-left { content: "NUMBER"; font: 8pt "Liberation Sans" }
  @top-right { content: "TITLE"; font: 8pt "Liberation Sans" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt "Liberation Sans" } }
@page :first { @top-left { content: none } @top-right { content: none } @bottom-right { content: none } }
body { font: 10pt/1.25 "Liberation Serif", serif; text-align: justify; hyphens: auto }
h1, h2, h3 { font-family: "Liberation Sans"; text-align: left; break-after: avoid }
h1 { font-size: 16pt } h2 { font-size: 13pt } h3 { font-size: 11pt }
.cover { break-after: page; padding-top: 4cm } .cover .title { font: bold 24pt "Liberation Sans" }
.box { background: #eee; padding: 12pt; margin-top: 2cm }
nav { break-after: page } nav ul { list-style: none; padding: 0 }
nav li.l2 { padding-left: 5mm } nav li.l3 { padding-left: 10mm }
nav a { color: black } nav a::after { content: leader('.') target-counter(attr(href), page) }
.fn { float: footnote; font-size: 8pt; text-align: left } a { color: #003399; text-decoration: none }
figure { margin: 1em 0; break-inside: avoid } figure img { width: 85% }
figcaption, caption { font: italic 9pt "Liberation Sans"; text-align: left; caption-side: top }
table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 1em 0 }
th, td { border: .4pt solid #999; padding: 3pt; text-align: left }
thead { display: table-header-group } tr { break-inside: avoid }
"""


def write(times: int, folder: Path) -> None:
    """Write the paper, `times` as long, into `folder`; its charts are files beside the address that it is given."""
    made = paper(times)
    told = numbers(made.blocks)
    forms = _forms(made, told)
    body = [*_cover(), *_contents(made, told), *(_block(block, made, told, forms) for block in made.blocks)]
    style = _STYLE.replace("NUMBER", NUMBER).replace("TITLE", TITLE)
    head = f'<meta charset="utf-8"><title>{TITLE}</title><meta name="author" content="{", ".join(AUTHORS)}">'
    folder.mkdir(parents=True)
    (folder / "paper.html").write_text(
        f'<!DOCTYPE html><html lang="en"><head>{head}<style>{style}</style></head><body>\n'
        + "\n".join([*body, *_sources(forms)])
        + "\n</body></html>\n"
    )


def _forms(made: Paper, told: dict[str, str]) -> Forms:
    def note(number: str) -> str:
        text, link = made.notes[int(number) - 1]
        return f'<span class="fn">{text} <a href="{link}">{link}</a></span>'

    return {
        "strong": "<strong>{}</strong>".format,
        "emphasis": "<em>{}</em>".format,
        "reference": lambda name: f'<a href="#{anchor(name)}">{told[name]}</a>',
        "source": lambda name: f'<a href="#{name}">[{name}]</a>',
        "note": note,
    }


def _cover() -> list[str]:
    items = "".join(f"<li>{item}</li>" for item in SUMMARY)
    return [
        f'<section class="cover"><p>{NUMBER}</p><p class="title">{TITLE}</p><p>{SUBTITLE}</p>',
        f"<p>{', '.join(AUTHORS)}<br>{DATE}</p>",
        f'<div class="box"><strong>Summary</strong><ul>{items}</ul></div></section>',
    ]


def _contents(made: Paper, told: dict[str, str]) -> list[str]:
    entries = [
        f'<li class="l{head.level}"><a href="#{head.id}">{told[f"sec:{head.id}"]} {head.text}</a></li>'
        for head in made.blocks
        if isinstance(head, Heading)
    ]
    return ["<nav><h1>Contents</h1><ul>", *entries, "</ul></nav>"]


def _block(block: Block, made: Paper, told: dict[str, str], forms: Forms) -> str:
    match block:
        case Heading(level=level, id=name, text=text):
            return f'<h{level} id="{name}">{told[f"sec:{name}"]} {text}</h{level}>'
        case Prose():
            return f"<p>{written(block.text, forms)}</p>"
        case Bullets(items=items):
            return f"<ul>{''.join(f'<li>{written(item, forms)}</li>' for item in items)}</ul>"
        case Shown(what="fig", id=name):
            caption, alt = CHARTS[name]
            image = f'<img src="{name}.svg" alt="{escape(alt)}">'
            return f'<figure id="fig-{name}">{image}<figcaption>{told[f"fig:{name}"]}: {caption}</figcaption></figure>'
        case Shown():
            return _table(block, made, told)


def _table(shown: Shown, made: Paper, told: dict[str, str]) -> str:
    table = made.tables[shown.of]
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{told[f'tab:{shown.id}']}: {table.caption}</caption>"
    return f'<table id="tab-{shown.id}">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _sources(forms: Forms) -> list[str]:
    entries = [
        f'<p id="{source_id(number)}">[{source_id(number)}] '
        f"{written(f'{author} ({year}), *{title}*, {publisher}.', forms)}</p>"
        for number, (author, year, title, publisher) in enumerate(DOCUMENTS)
    ]
    return ['<h1 id="bibliography">Bibliography</h1>', *entries]
