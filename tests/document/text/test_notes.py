"""Which source a citation means: libraries have ids of any characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import Place, ReportError
from reportgen.source.model import Reference
from tests.document.making import draft, one, paper

IDS = (
    "lee",
    "lee two",
    "o'brien2019",
    "10.1000/xyz(2019)5",
    "smith.2019.",
    "a;b",
    "a,b",
    "http://z.example/A B",
    "x[1]",
)


def cited(text: str) -> tuple[list[str], list[str]]:
    """The ids that a text cites, and what is wrong with it."""
    places = [Place("references.bib", line, 1) for line, _ in enumerate(IDS, 1)]
    references = {name: Reference(name, {"title": "T"}, place=place) for name, place in zip(IDS, places, strict=True)}
    made = replace(paper(f"# A\n\nB.{text}\n"), references=references)
    draft = read(made, words_for("en-GB"))
    return list(draft.cited), [one.message for one in draft.problems if one.rule != "source-unused"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("[@lee, p 4]", ["lee"]),
        ("[@lee two, p 4; @lee]", ["lee two", "lee"]),
        ("[@o'brien2019]", ["o'brien2019"]),
        ("[see @10.1000/xyz(2019)5, p 4]", ["10.1000/xyz(2019)5"]),
        ("[@smith.2019.; @lee]", ["smith.2019.", "lee"]),
        ("[@a,b, p 4]", ["a,b"]),
        ("[@{a;b}, p 4; @{ lee two }]", ["a;b", "lee two"]),
        ("[@http://z.example/A B]", ["http://z.example/A B"]),
        ("[@{x[1]}]", ["x[1]"]),
        ("[-@lee]", ["lee"]),
    ],
)
def test_any_id_can_be_cited(text: str, ids: list[str]) -> None:
    assert cited(text) == (ids, [])


def test_a_note_that_another_file_has_is_told_where_it_is() -> None:
    with pytest.raises(ReportError) as caught:
        draft("# A\n\nDry.[^rain]\n", "# B\n\nWet.[^snow]\n\n[^rain]: So.\n\n[^snow]: Too.\n")
    hints = [one.hint for one in caught.value.problems if one.rule == "footnote-unknown"]
    assert hints == ["it is written in text/t2.md: move it to this file"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("[see *especially* @survey, **ch. 3**]", "See _especially_ Water Office, River survey, *ch 3*"),
        ("[@survey, *passim*]", "Water Office, River survey, _passim_"),
        ("[see `a; b` @survey]", "See `a; b` Water Office, River survey"),
        (
            "[@survey, [the list](https://a.org), p. 4]",
            "Water Office, River survey, <the list|https://a.org>, p 4",
        ),
        ("[CO~2~ in @survey, 5^th^ table]", "CO~2 in Water Office, River survey, 5^th table"),
        ('[@survey, "Floods", p. 4]', "Water Office, River survey, “Floods”, p 4"),
        ("[cf. $x^2$ @survey]", "Cf. $x^2$ Water Office, River survey"),
        ("^[As in [*cf.* @survey, **p. 3**], so.]", "As in _cf._ Water Office, River survey, *p 3*, so."),
    ],
)
def test_what_stands_beside_a_name_keeps_its_marks(text: str, note: str) -> None:
    assert one(f"# A\n\nDry{text}.") == f"Dry.(note 1: {note})"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "[compare @survey, p. 420 with @law, p. 330]",
            "Compare Water Office, River survey, p 420; with Parliament, Water law, p 330",
        ),
        (
            "[@survey, 420 but see @law, ch. 2]",
            "Water Office, River survey, p 420; but see Parliament, Water law, ch 2",
        ),
        ("[@survey with @law]", "Water Office, River survey; with Parliament, Water law"),
        ("[@survey {p. 5} with @law]", "Water Office, River survey, p 5; with Parliament, Water law"),
        ("[see @survey, p. 3, and @law]", "See Water Office, River survey, p 3; and Parliament, Water law"),
        ("[@survey and @law, 4]", "Water Office, River survey; and Parliament, Water law, p 4"),
        ("[@survey, as well as @law, ch. 2]", "Water Office, River survey; as well as Parliament, Water law, ch 2"),
        (
            "[@survey, pp. 3 and 4, cf. *also* @law]",
            "Water Office, River survey, pp 3 and 4; cf. _also_ Parliament, Water law",
        ),
        ("[@survey, a letter of @board]", "Water Office, River survey, a letter of @board"),
    ],
)
def test_sources_without_a_semicolon_between_them(text: str, note: str) -> None:
    assert one(f"Dry{text}.") == f"Dry.(note 1: {note})"


@pytest.mark.parametrize("text", ["[@eq-mean]", "[-@eq-mean]", "[see @eq-mean, and @law]"])
def test_a_formula_in_brackets_is_told_as_one(text: str) -> None:
    with pytest.raises(ReportError) as caught:
        draft(f"# A\n\nDry {text}.\n")
    assert [one.message for one in caught.value.problems] == ["formulas have no numbers here: '@eq-mean'"]


def test_words_in_brackets_around_a_citation_are_none_themselves() -> None:
    assert one("# A\n\nDry [so [@survey] it is].") == "Dry [so(note 1: Water Office, River survey) it is]."


def test_a_note_beside_a_name_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        draft("# A\n\nDry.[@survey, ^[so]]\n")
    assert [one.hint for one in caught.value.problems] == ["write in brackets here what it says"]


@pytest.mark.parametrize("call", ["[^rain ]", "[ ^rain]", "[^ rain]"])
def test_a_call_with_a_space_is_told(call: str) -> None:
    with pytest.raises(ReportError) as caught:
        draft(f"# A\n\nDry{call} here.\n\n[^rain]: So.\n")
    assert [one.message for one in caught.value.problems if one.rule == "markup-unread"] == [f"{call} calls no note"]


def test_a_note_that_nothing_ends_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        draft("# A\n\nDry^[so it is.\n\nMore.\n")
    (told,) = caught.value.problems
    assert (told.message, told.hint) == ("a note is opened and not ended: ^[so it is.…", "write ] where it ends")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@survey {p. 5}]", "Water Office, River survey, p 5"),
        ("[@survey{pp. 8-9}]", "Water Office, River survey, pp 8–9"),
        ("[@survey: 41]", "Water Office, River survey, p 41"),
        ("[See @survey.]", "See Water Office, River survey"),
        ("[Cf. @survey, p. 6.]", "Cf. Water Office, River survey, p 6"),
        ("[@survey, {pp. 5-6}, for more]", "Water Office, River survey, pp 5–6, for more"),
        ("@survey [{p. 5}]", "Water Office, River survey, p 5"),
        ("[Water Office -@survey, 4]", "Water Office, River survey, p 4"),
        ("[see the Water Office, -@survey]", "See the Water Office, River survey"),
        ("[see Parliament -@survey]", "See Parliament Water Office, River survey"),
    ],
)
def test_a_place_in_braces_and_a_name_that_the_note_has(text: str, expected: str) -> None:
    assert one(f"Dry {text}.").partition("(note 1: ")[2].partition(")")[0] == expected
