"""Sources that are typed by author and year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.dates import PartialDate
from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import Reference
from tests.document.making import draft, paper

LIST = "Department of Care (2025). Care statistics. London: DoC.\nSmith, J. and Jones, K. (2024). Care. Oxford: OUP.\n"


def told(text: str, rule: str = "citation-typed", **meta: str) -> list[str]:
    found = draft(f"# A\n\n{text}\n", **meta).problems
    return [one.message.split("'")[1] for one in found if one.rule == rule]


@pytest.mark.parametrize(
    "cited",
    [
        "(Smith and Jones, 2024)",
        "(Smith & Jones 2024)",
        "(Smith et al., 2024)",
        "(see Smith, 2024a)",
        "(Smith, 2024, p. 4)",
        "[Smith 2024]",
        "(Lee and Park 2019; Kim 2020)",
        "(Lee et Park, 2019 ; Kim, 2020)",
        "(Lee, 2019a, 2019b)",
    ],
)
def test_an_author_and_a_year_in_brackets_are_told(cited: str) -> None:
    assert told(f"It rose {cited} then.") == [cited]


@pytest.mark.parametrize(
    "text",
    [
        "(England and Wales, 2023)",
        "(Scotland, 2023)",
        "(March 2024)",
        "(Budget, 2024)",
        "(Health and Care, 2023), of health and care",
        "the Act (2015)",
        "(Part 2, 2015)",
        "[2024]",
    ],
)
def test_what_may_be_else_is_not(text: str) -> None:
    assert told(f"It rose {text} then.") == []


def test_a_name_of_a_typed_list_is_an_author() -> None:
    found = sorted(draft(f"# A\n\nIt rose (Smith, 2024).\n\n## B\n\n{LIST}").problems)
    assert [one.rule for one in found] == ["citation-typed", "line-typed"]
    assert found[1].message == "a list of sources is typed here: 'Department of Care (2025). Care statisti…'"


def test_the_source_that_is_meant_is_named() -> None:
    csl = {"author": ({"family": "Reed", "given": "Ann"},), "issued": PartialDate(2020), "title": "T", "type": "book"}
    made = replace(
        paper("# A\n\nIt rose (Reed, 2020), (Reed, 2021).\n"),
        references={"reed": Reference("reed", csl, place=Place("sources/references.yaml", 1, 1))},
    )
    found = [one for one in sorted(read(made, words_for("en-GB")).problems) if one.rule == "citation-typed"]
    assert [one.hint.split("]")[0] for one in found] == ["write [@reed", "write [@id"]


@pytest.mark.parametrize(
    ("cited", "hint"),
    [
        ("(see Reed, 2020, p. 14)", "write [see @reed, p. 14]"),
        ("(Reed, 2020: 14)", "write [@reed, p. 14]"),
        (
            "(see Reed et al. 2020, p. 14; Jones 2025)",
            "write [see @reed, p. 14; @id], with an id of references.yaml for Jones 2025",
        ),
        (
            "(cf. Reed et al., 2020; Ministry of Bread, 2026a)",
            "write [cf. @reed; @id], with an id of references.yaml for Ministry of Bread, 2026a",
        ),
        ("(Reed, 2020; Board of Ferries, 2021, pp. 3-4)", "write [@reed; @board, pp. 3-4]"),
        ("(see Lee and Park, 2019)", "write [see @id], with the id of the source in references.yaml"),
    ],
)
def test_all_of_the_brackets_is_kept(cited: str, hint: str) -> None:
    names = {"reed": ({"family": "Reed", "given": "Ann"}, 2020), "board": ({"literal": "Board of Ferries"}, 2021)}
    references = {
        name: Reference(
            name,
            {"author": (author,), "issued": PartialDate(year), "title": "T", "type": "book"},
            place=Place("sources/references.yaml", 1, 1),
        )
        for name, (author, year) in names.items()
    }
    made = replace(paper(f"# A\n\nIt rose {cited}.\n"), references=references)
    found = [one for one in read(made, words_for("en-GB")).problems if one.rule == "citation-typed"]
    assert [one.hint for one in found] == [hint]


@pytest.mark.parametrize("text", [LIST, LIST.replace("\n", "\n\n"), "- " + LIST.replace("\nS", "\n- S")])
def test_a_list_by_author_and_year_is_told(text: str) -> None:
    assert len(told(text, "line-typed")) == 1
    assert told(f"The Act (2015). It is so.\n\n{LIST.splitlines()[0]}", "line-typed") == []


@pytest.mark.parametrize(
    "text",
    [
        "As Reed et al. (2019) found, it rose.",
        "It rose, say Reed and Moss (2019).",
        "Rents fell (see Reed 2019).",
        "Rents fell (cf. Reed, 2019; Moss et al. 2018).",
    ],
)
def test_a_source_in_the_sentence_is_told(text: str) -> None:
    assert len(told(text, "citation-typed")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In Bosnia and Herzegovina (2019) rents rose.",
        "Rents fell (see May 2019).",
        "Rents and Wages (2019) fell: all rents, all wages.",
        "Rents fell (see Budget 2019), as in each budget.",
    ],
)
def test_other_names_with_a_year_are_none(text: str) -> None:
    assert told(text, "citation-typed") == []


def test_a_list_with_families_in_capitals_is_told() -> None:
    entries = "DUPONT Jean, *Titre*, PUF, 2020.\n\nDURAND J.-P. (dir.), *Titre*, coll. « Droit », 2021.\n"
    text = f"# A\n\nSo (DURAND, 2021).\n\n## B\n\n{entries}"
    found = sorted(one for one in draft(text, language="fr-FR").problems if one.rule.endswith("-typed"))
    assert [(one.rule, one.place.line) for one in found] == [("citation-typed", 3), ("line-typed", 7)]


def test_a_sentence_about_capitals_is_no_list() -> None:
    text = "# A\n\nNATO and Turkey, as of late, agreed in 2020.\n\nNATO Council members, at last, agreed in 2021.\n"
    assert not [one for one in draft(text).problems if one.rule == "line-typed"]
