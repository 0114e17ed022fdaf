"""Marks of other programs end where another of their kind begins: what is opened again and again is read once."""

from __future__ import annotations

import pytest

from reportgen.document.markdown import foreign
from tests.document.making import faults


@pytest.mark.parametrize(
    ("name", "text", "at", "found"),
    [
        ("raw", "`a` and `b`{=html}", 0, ""),
        ("raw", "`a` and `b`{=html}", 8, "`b`{=html}"),
        ("raw", "``a`b``{=html}", 0, "``a`b``{=html}"),
        ("percent-comment", "%%a%%% %%b%%", 0, ""),
        ("percent-comment", "%%a%%% %%b%%", 7, "%%b%%"),
        ("editing", "{++a {++b++}", 0, ""),
        ("editing", "{++a {++b++}", 5, "{++b++}"),
        ("latex-brackets", r"\(a \(b=c\)", 0, ""),
        ("latex-brackets", r"\(a \(b=c\)", 4, r"\(b=c\)"),
        ("latex", r"\cite[a \cite[b]{c}", 0, r"\cite"),
    ],
)
def test_a_mark_ends_before_another_of_its_kind(name: str, text: str, at: int, found: str) -> None:
    forms = dict(foreign._FORMS[text[at]])
    match = forms[name].match(text, at)
    assert (match[0] if match else "") == found


@pytest.mark.parametrize(
    "text, written",
    [
        (r"Rents\footnote{In 2020.} rose", r"\footnote{In 2020.}"),
        (r"ft\textsuperscript{3} is", r"\textsuperscript{3}"),
        (r"A 7\pm 2 rule", r"\pm"),
        (r"Fran\c{c}ois", r"\c{c}"),
        (r"Z\"urich", r"\"u"),
        (r"the caf\'e of", r"\'e"),
    ],
)
def test_latex_is_told_right_behind_a_word(text: str, written: str) -> None:
    assert [one for one in faults(f"{text}\n") if f"LaTeX is not read here: {written} [markup-unread]" in one]


@pytest.mark.parametrize("text", [r"D:\data\textfiles\times", r"\\host\share\pm", r"rock\nroll isn\'t l\'\a"])
def test_paths_and_escapes_are_no_latex(text: str) -> None:
    assert not [one for one in faults(f"{text}\n") if "LaTeX" in one]
