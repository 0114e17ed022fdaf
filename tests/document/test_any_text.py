"""Whatever an author types: no fault of ours, and no word lost."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import compose, read
from reportgen.language import words_for
from reportgen.problems import ReportError
from tests.document.making import dumped, paper, plans

_LINES = """\
# Head|## Deeper|- item|1. one|> said|    code|::: box|::: box b|:::|::::|::: chart|::: table x|::: quote|::: keyfacts|
::: timeline|::: figure|kind: k|data: rivers|title: T|where: {|sort: [|who: W|file: a.png|alt: a|columns: name|notes:|
  - {row: Elbe}|5|: text|[^n]: note|--|--|{% for r in rivers %}|{% endfor %}|<!--|-->|```|===|***|"""
_BITS = """\
[@survey]|[@|[^n]|^[|@chart-1|@sec-a|]|](|)|[|{lang=fr}|{#a}|{-}|*|**|_|`|~|^|\\|{{ facts.locks }}|
{{ rivers.Elbe.name }}|<b>|<|&amp;|https://a.b|--|'|\"|a|Labe|Волга|é| |\t|\u00a0|}"""
_PIECES = st.one_of(
    st.sampled_from([f"\n{line}\n" for line in _LINES.replace("\n", "").split("|")]),
    st.sampled_from([*_BITS.replace("\n", "").split("|"), "\n\n", "|", "\na | b\n--|--\n"]),
)


@settings(max_examples=250)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_text_gives_a_paper_or_problems(text: str) -> None:
    briefing = paper(text)
    try:
        draft = read(briefing, words_for("en-GB"))
    except ReportError as error:
        assert all(problem.message and problem.place.line >= 1 for problem in error.problems)
        return
    compose(draft, plans(draft))


_WORD = st.integers(0, 99).map(lambda number: f"w{number}w")
_FORMS = ("{}", "*{}*", "**{}**", '"{}"', "[{}]{{lang=fr}}", "[{}](https://example.org)", "^[{}]", "`{}`")
_RUN = st.lists(st.builds(str.format, st.sampled_from(_FORMS), _WORD), min_size=1, max_size=6).map(" ".join)
_PARAGRAPH = _RUN.map(lambda run: run.replace(" ", "\n", 1))
_BLOCK = st.recursive(
    st.one_of(
        _PARAGRAPH,
        st.lists(_RUN, min_size=1, max_size=3).map(lambda runs: "\n".join(f"- {run}" for run in runs)),
        st.tuples(_RUN, _RUN).map(lambda pair: f"{pair[0]}\n: {pair[1]}"),
        st.lists(_RUN, min_size=4, max_size=4).map(lambda r: f"h {r[0]} | h {r[1]}\n--|--\n{r[2]} | {r[3]}"),
    ),
    lambda inner: st.one_of(
        inner.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
        st.tuples(_RUN, inner).map(lambda pair: f"::: box\ntitle: {pair[0]}\n\n{pair[1]}\n:::"),
        inner.map(lambda text: "- x\n\n" + "\n".join(f"  {line}" for line in text.split("\n"))),
    ),
    max_leaves=3,
)


@settings(max_examples=200)
@given(st.lists(_BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_all_words_appear_once_and_in_order(text: str) -> None:
    assert re.findall(r"w\d+w", dumped(text)) == re.findall(r"w\d+w", text)
