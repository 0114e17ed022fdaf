"""The tables of sentences agree with one another, and with what the engine says."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.language import languages, words_for
from reportgen.language.tables import Sentence, table

ROOT = Path(__file__).parents[2]
PATTERNS = {
    f"meta.{key}"
    for key in (
        *"numbered named joined shortened clock century aged certainty street percent provisional estimated".split(),
        *("bound", "ditto", "measured", "held", "held-after", "held-space", "gap", "gap-alone"),
        *("typed-page", "typed-section", "typed-note", "typed-nearby", "typed-elsewhere"),
        *("typed-again", "typed-beside", "typed-below", "typed-caption", "typed-law", "lead-in"),
        *(
            "typed-part",
            "typed-equation",
            "typed-words",
            "source-lead",
            "own-part",
            "own-part-lead",
            "own-part-goes-on",
            "laws",
            "when",
            "on-day",
            "seasons",
            "signed",
            "spanned",
            "of-it",
            "out-of",
            "denominator",
            "figures",
        ),
        *("made-sources", "made-notes", "made-contents"),
        *("claim-rose", "claim-fell", "claim-doubled", "claim-halved", "claim-highest", "claim-lowest", "claim-most"),
        *(
            "claim-amount",
            "claim-neutral",
            "claim-unsure",
            "claim-tripled",
            "claim-few",
            "claim-overtook",
            "claim-above",
        ),
        *("claim-below", "claim-rate", "claim-is", "claim-high", "claim-low", "claim-in", "claim-since", "claim-span"),
        *("claim-joined", "claim-article"),
        *("sizes.thousand", "sizes.million", "sizes.billion", "sizes.trillion"),
        *("refs-also.box", "refs-also.chart", "refs-also.figure", "refs-also.section", "refs-also.table"),
    )
}
"""Regular expressions: no sentences."""
SPOKEN = {key for key in table("en") if not key.startswith("meta.")}


def forms(sentence: Sentence) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence.values())


def placeholders(sentence: Sentence) -> set[str]:
    return {name for form in forms(sentence) for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language: str) -> None:
    own = {key: placeholders(entry) for key, entry in table(language).items() if not key.startswith("meta.")}
    assert own == {key: placeholders(table("en")[key]) for key in SPOKEN}


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_empty_or_ends_in_space(language: str) -> None:
    assert [
        key for key, entry in table(language).items() if any(form != form.strip() or not form for form in forms(entry))
    ] == []


def test_french_has_no_ordinary_space_before_double_signs() -> None:
    faulty = [
        key
        for key, entry in table("fr").items()
        if key not in {*PATTERNS, "meta.raised", "meta.excused", "meta.feminine-ending"}
        and any(re.search(r"[\w}] ?[;!?»]|[\w}] ?:(?!\w)", form) for form in forms(entry))
    ]
    assert faulty == []


@pytest.mark.parametrize("language", languages())
def test_every_language_says_which_numbers_are_no_figures(language: str) -> None:
    sentences = table(language)
    assert set(sentences) >= PATTERNS
    assert all(re.compile(str(sentences[key])) for key in PATTERNS)


def written() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every text in the code, and a pattern for each that has gaps: f"labels.{kind}"."""
    texts, patterns = set(), []
    for folder in ("reportgen", "charts"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    patterns.append(pattern(node))
    return texts, patterns


def pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+" for part in node.values]
    first = node.values[0] if node.values else None
    begins = isinstance(first, ast.Constant) and "." in str(first.value)
    return re.compile("".join(parts) if begins else "(?!)")


@pytest.mark.parametrize("language", languages())
def test_every_language_spells_its_numbers(language: str) -> None:
    assert all(words_for(language).spelled(number).replace("-", "").isalpha() for number in (0, 8, 12))


def test_every_sentence_is_said_somewhere() -> None:
    texts, patterns = written()
    silent = [key for key in sorted(SPOKEN - texts) if not any(one.fullmatch(key) for one in patterns)]
    assert silent == []


def test_every_key_in_the_code_is_in_the_table() -> None:
    said = {node.args[0].value for node in calls() if isinstance(node.args[0], ast.Constant)}
    assert sorted(str(key) for key in said - SPOKEN) == []


def calls() -> list[ast.Call]:
    files = [file for folder in ("reportgen", "charts") for file in sorted((ROOT / folder).rglob("*.py"))]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    found = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    return [node for node in found if isinstance(node.func, ast.Attribute) and node.func.attr == "say"]


TYPED = [
    (language, name) for language in languages() for name in ("page", "section", "beside", "equation", "again", "note")
]


@pytest.mark.parametrize(("language", "name"), TYPED)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_each_typed_reference_has_a_word_that_is_looked_for(language: str, name: str, data: st.DataObject) -> None:
    words = words_for(language)
    form = words.form(f"«typed-{name}»")
    text = data.draw(st.from_regex(form, alphabet=st.characters(codec="latin-1")))
    found = form.search(text)
    known = set(words.pattern("typed-words").split())
    assert found is None or not known.isdisjoint(re.findall(r"[^\W\d_]+", found[0].lower()))
