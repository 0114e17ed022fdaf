"""The rules of style: what they report, and what they leave alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.document.inlines import Text
from reportgen.document.style import wording
from reportgen.document.style.prose import Prose, sentences
from reportgen.document.style.runs import TextRun
from reportgen.document.tree import Passage
from reportgen.house import House
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.rules import MAY_BE_OFF, RULES
from reportgen.source.model import Phrase, Reference, Term
from tests.document.making import REFERENCES, faults, paper

LONG = "One " + "and one " * 16


def _told(*texts: str, **changes: object) -> list[str]:
    """Line and rule of each warning, but for numbers: those have tests of their own."""
    language = str(changes.pop("language", "en-GB"))
    found = read(replace(paper(*texts, language=language), **changes), words_for(language)).problems  # type: ignore[arg-type]
    return [f"{problem.place.line} {problem.rule}" for problem in sorted(found) if problem.rule != "number-unbound"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"# A\n\nShort.\n\n{LONG}end.", ["5 sentence-long"]),
        (f"# A\n\n- {LONG}end.\n- {LONG[:60]}end. {LONG[:60]}end.", ["3 sentence-long"]),
        (f"# A\n\n::: box b\ntitle: T\n\n{LONG}end.\n:::", ["6 sentence-long"]),
        (f"# A\n\n> {LONG}end.\n\n`{LONG[:80]}`", []),
        (f"# A\n\n{LONG[:76]}end? {LONG[:100]}end.”", []),
        (f"# A\n\n{LONG[:76]}end.^[{LONG}end.]", []),
        (f"# A\n\n{LONG[:100]}12\u00a0000\u00a0000\u00a0000 – : – end.", []),
    ],
)
def test_long_sentences_of_the_authors_own(text: str, told: list[str]) -> None:
    assert _told(text) == told


def test_a_part_is_judged_by_its_average() -> None:
    long, short = "One " + "one " * 26 + "end. ", "Short. "
    assert _told(f"# A\n\n{long * 3}") == ["1 sentences-long"]
    assert _told(f"# A\n\n{long * 2}") == []
    assert _told(f"# A\n\n{long * 3}{short * 2}\n\n## B\n\n{short}") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Rivers Carry More Water\n\n# Rivers carry more water", ["1 heading-case", "3 heading-unique"]),
        ("# Rivers of the North Sea carry more\n\n## NATO and the Elbe", []),
        ("# Results\n\n## Rivers\n\n# Method\n\n## *Rivers*", ["7 heading-unique"]),
    ],
)
def test_headings(text: str, told: list[str]) -> None:
    found = _told(text, terms=(Term("NATO", expansion="North Atlantic Treaty Organization"),))
    # Nothing stands under them here, which is told too.
    assert [one for one in found if not one.endswith("heading-empty")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ABC decides. The ABC pays.", ["1 abbreviation"]),
        ("The Agency of Brooks and Creeks (ABC) decides.\n\nThe ABC pays.", []),
        ("The ABC (Agency of Brooks and Creeks) decides.", []),
        ("The ABC (3) decides.", ["1 abbreviation"]),
        ("The WO decides, the [ABC]{abbr='Agency of Brooks'} pays, and ABC.", []),
        ("Part IV, a B flat, *OK?* no: X.", ["1 abbreviation"]),
        ("It has 5 MW, and the file A-BC or [Le SMIC]{lang=fr}.", []),
        ("She said “the ABC pays” of `ABC`, {{ 'XYZ' }}.", []),
        ("> The ABC pays.", []),
        ("Of CO~2~ and **CO~2~**.", []),
        ("The [ABC]{lang=en-GB} pays, an [ABC office]{abbr='Agency of Brooks'} does not.", ["1 abbreviation"]),
        ("The *[ABC]{abbr='Agency of Brooks'}*^a^ pays, and ABC.", []),
        ("It is 5^AB^, and “the *ABC* of” is said.", []),
    ],
)
def test_an_abbreviation_is_explained_where_it_is_first_used(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (
            "UK and EU, an MP of the NHS, the BBC, HM Treasury, HC 123, a PDF, the UN and NATO, VAT and GDP.",
            "en-GB",
            [],
        ),
        ("L’UE, l’ONU, la TVA et le PIB.", "fr-FR", []),
        ("The A1, the M25, in Q1, the G7, at SW1A 1AA, PM10 and H5N1.", "en-GB", []),
        ("The UKXY and the PIB.", "en-GB", ["1 abbreviation", "1 abbreviation"]),
    ],
)
def test_what_everybody_knows_needs_no_explanation_and_a_name_with_digits_is_none(
    text: str, language: str, told: list[str]
) -> None:
    assert [one for one in _told(text, language=language) if "abbreviation" in one] == told


def test_a_house_adds_the_abbreviations_that_its_readers_know() -> None:
    assert _told("The LGA and the EU.", house=House(abbreviations=("LGA",))) == []


def test_words_that_the_house_writes_otherwise() -> None:
    terms = (Term("canal boat", prefer="narrowboat"), Term("BiH", prefer="Bosnia", note="in full"))
    text = "# Canal boats\n\nThe Canal\nboat, the canal-boat and canal boating.\n\nIn *BiH*; “BiH”.\n\n> BiH"
    assert _told(text, terms=terms) == ["3 term-avoided", "6 term-avoided"]


def test_a_source_of_the_paper_is_used_or_background() -> None:
    own = {
        name: Reference(name, {"type": "book", "title": name}, name == "behind", Place("references.yaml", line, 1))
        for line, name in enumerate(("cited", "behind", "data", "lost"), 1)
    }
    made = paper("# A\n\nRead it.[@cited]")
    table = replace(made.tables["dams"], sources=("data",))
    references = {**REFERENCES, **own}
    assert _told("# A\n\nRead it.[@cited]", references=references, tables={"dams": table}) == ["4 source-unused"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("who: Ann", ["what this quotation lacks: role, date or occasion, source"]),
        ("who: Ann\nrole: mayor\nsource: law", ["what this quotation lacks: date or occasion"]),
        ("who: Ann\nrole: mayor\noccasion: a lecture\nsource: law", []),
        ("who: Ann\nrole: mayor\ndate: 2021\nsource: law", []),
    ],
)
def test_a_quotation_says_who_when_and_where(keys: str, message: list[str]) -> None:
    found = read(paper(f"::: quote\n{keys}\n\nIt rains.\n:::"), words_for("en-GB")).problems
    assert [problem.message for problem in found] == message


def test_french_sentences_and_headings() -> None:
    text = (
        "# Les Rivières Portent Plus\n\n« Il pleut. » Le CNDP paie 12\u202f000\u00a0€ : c’est peu ; "
        + "et puis " * 11
        + "fin !"
    )
    assert _told(text, language="fr") == ["1 heading-case", "3 abbreviation"]
    assert _told(text.replace("fin !", "et puis " * 6 + "fin !"), language="fr")[1:] == [
        "3 sentence-long",
        "3 abbreviation",
    ]


def test_style_may_be_off_with_a_reason() -> None:
    rules = "quote-origin sentence-long sentences-long heading-case heading-unique abbreviation term-avoided"
    assert set(rules.split()) <= MAY_BE_OFF and {RULES[rule].severity for rule in rules.split()} == {"warning"}
    made = paper(f"# A\n\n{LONG}end.")
    off = {Phrase("sentence-long", Place("briefing.yaml", 9, 3)): "a poem"}
    found = read(replace(made, meta=replace(made.meta, off=off)), words_for("en-GB")).problems
    assert [problem.rule for problem in found] == ["switched-off"]


def test_the_whole_of_a_cited_part_is_used() -> None:
    def own(name: str, *lenders: str) -> Reference:
        csl = {"type": "chapter", "title": name}
        return Reference(name, csl, lenders=lenders, place=Place("references.bib", 3, 1))

    found = (own("part", "whole"), own("whole", "series"), own("series", "whole"), own("loose", "series"))
    references = {**REFERENCES, **{one.id: one for one in found}}
    made = paper("# A\n\nRead it.[@part]")
    told = read(replace(made, references=references), words_for("en-GB")).problems
    assert [one.message for one in told if one.rule == "source-unused"] == ["the source 'loose' is cited nowhere"]


def test_a_formula_and_code_are_one_word_of_a_sentence() -> None:
    words = " ".join(["word"] * 26)
    text = f"Where $a = b + c + d + e$ holds, and `x <- f(a, b, c)` too, {words}.\n"
    (told,) = [one for one in faults(text) if "sentence-long" in one]
    assert "a sentence has 32 words, 30 are enough: 'Where [formula] holds, and [code] …'" in told


class _Searched:
    """A pattern that remembers from where it was asked to look."""

    def __init__(self) -> None:
        self.begun: list[int] = []

    def search(self, text: str, begin: int) -> None:
        self.begun.append(begin)


def test_thousands_of_words_in_one_paragraph_are_looked_for_where_they_first_stand() -> None:
    run, prose, pattern = TextRun(), Prose(paper("# A"), (), (), frozenset()), _Searched()
    run.add("“One” two, three and Two.", lambda offset: Place("a.md", 3, offset + 1))
    vars(prose)["own_runs"] = [run]
    for word in ("two", "THREE", "one", ""):
        prose.place(Place("a.md", 3), pattern, word=word)  # type: ignore[arg-type]
    assert pattern.begun == [6, 11, run.length, 0], "a word in quotation marks is none of the text's"


def test_a_list_of_terms_is_asked_for_the_words_of_a_text_and_not_gone_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []
    pattern = wording._pattern

    def counted(term: Term) -> re.Pattern[str]:
        made.append(term.text)
        return pattern(term)

    monkeypatch.setattr(wording, "_pattern", counted)
    terms = tuple(Term(f"word{at} again", prefer="other") for at in range(1_000))
    text = "# A\n\nHere word7 stands, and Word12 again; (x) word3."
    assert _told(text, terms=(*terms, Term("(x)", prefer="y"))) == ["3 term-avoided"] * 2
    assert sorted(set(made)) == ["(x)", "word12 again", "word3 again", "word7 again"]


def test_a_short_word_before_a_number_ends_no_sentence() -> None:
    words = words_for("fr")
    text = "Selon l’art. R. 412-7, tout va. Voir art. 3. Le reste suit."
    assert sentences(Passage("body", (Text(text),)), words) == [
        "Selon l’art. R. 412-7, tout va.",
        "Voir art. 3.",
        "Le reste suit.",
    ]
