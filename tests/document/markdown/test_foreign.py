"""Marks of other programs end where another of their kind begins: what is opened again and again is read once."""

from __future__ import annotations

import pytest

from reportgen.document.markdown import foreign


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
