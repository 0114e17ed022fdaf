"""The proof of a paper: its charts as they look in grey print and with each form of colour-blindness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.document.blocks import Chart, Document, Figure, Paragraph, Section
from reportgen.document.inlines import Inlines, Text, plain
from reportgen.document.tree import blocks
from reportgen.figures.picture import Picture
from reportgen.figures.vision import VISIONS, simulated_picture
from reportgen.language import Words


def proof(document: Document, pictures: Mapping[str, Picture], words: Words) -> Document:
    """A paper of its own with the charts of `document`, whose `pictures` are by their ids; a chapter for each chart."""
    title = (Text(words.say("proof.title", title=plain(document.cover.title))),)
    charts = [block for block in blocks((*document.cover.brief, *document.sections)) if isinstance(block, Chart)]
    sections = tuple(
        _chapter(chart, pictures[chart.id], words, new_page=index > 0) for index, chart in enumerate(charts)
    )
    about = Paragraph((Text(words.say("proof.about" if charts else "proof.none")),))
    return replace(
        document,
        properties=replace(document.properties, title=plain(title)),
        cover=replace(document.cover, title=title, details=(), brief=(), key_figures=(), full=False),
        contents=(),
        sections=(Section(1, (), "", (about,)), *sections),
        page_limit=None,
        attachments=(),
    )


def _chapter(chart: Chart, picture: Picture, words: Words, *, new_page: bool) -> Section:
    """The chart's title, and its picture in each way of seeing."""
    title: Inlines = (Text(f"{chart.label}: {plain(chart.title)}"),)
    return Section(1, title, f"proof-{chart.anchor}", tuple(_views(chart, picture, words)), new_page=new_page)


def _views(chart: Chart, drawn: Picture, words: Words) -> Iterator[Figure]:
    for vision in VISIONS:
        name = words.say(f"proof.{vision}")
        picture = simulated_picture(drawn, vision)
        alt = words.say("proof.alt", chart=chart.label, vision=name)
        yield Figure(alt, picture.width, picture.height, picture=picture, title=(Text(name),))
