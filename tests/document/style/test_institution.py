"""Who publishes: told while it is still the institution of the examples, for a paper that is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document import read
from reportgen.house import is_example
from reportgen.language import words_for
from reportgen.new import create
from reportgen.source import load

DEMONSTRATION = "# Ours\nname: Demo Service\ncontact: ask@demo.example\n"


def told(workspace: Path, head: str, house: str = DEMONSTRATION, own: str = "") -> list[str]:
    folder = workspace / "sources" / "paper"
    files = {"briefing.yaml": f"title: Ferries\n{head}", "text/text.md": "# A\n\nText.\n", "../house.yaml": house}
    for name, text in {**files, **({"house.yaml": own} if own else {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    found = read(load(folder, workspace), words_for("en-GB")).problems
    return [f"{problem.place} {problem.message}" for problem in found if problem.rule == "house-example"]


@pytest.mark.parametrize("head", ["", "contact: ann@parliament.uk\n"])
def test_a_paper_of_ones_own_is_told(head: str, tmp_path: Path) -> None:
    (message,) = told(tmp_path, head)
    assert message.startswith("sources/house.yaml:3:1 this paper is published by 'Demo Service'")


@pytest.mark.parametrize(
    ("head", "house", "own"),
    [
        ("contact: buses@example.org\n", DEMONSTRATION, ""),
        ("", "name: Ours\ncontact: ask@ours.gov.uk\n", ""),
        ("", "name: Ours\n", ""),
        ("", DEMONSTRATION, "name: Ours\n"),
    ],
)
def test_an_example_and_a_house_of_ones_own_are_not(head: str, house: str, own: str, tmp_path: Path) -> None:
    assert told(tmp_path, head, house, own) == []


@pytest.mark.parametrize(
    ("address", "example"),
    [
        ("a@example.org", True),
        ("a@x.example", True),
        ("a@b.test", True),
        ("a@example.gov.uk", False),
        ("a@myexample.org", False),
    ],
)
def test_addresses_that_nobody_has(address: str, example: bool) -> None:
    assert is_example(address) is example


def left(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """What is told of a briefing that `reportgen new` wrote, with these changes: file, line and what is quoted."""
    create(tmp_path, "paper")
    for old, new in changes:
        for file in (tmp_path / "sources/house.yaml", tmp_path / "sources/paper/briefing.yaml"):
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    found = read(load(tmp_path / "sources/paper", tmp_path), words_for("en-GB")).problems
    told = [one for one in found if one.rule == "house-example"]
    return [f"{one.place.file}:{one.place.line} {one.message.split(chr(39))[1]}" for one in told]


def test_an_example_as_it_was_written_is_not_told(tmp_path: Path) -> None:
    assert left(tmp_path) == []


def test_each_word_that_stays_of_the_example_is_told(tmp_path: Path) -> None:
    changes = (("transport@example.org", "ann@parl.fi"), ("contact: research@example.org", "contact: ask@parl.fi"))
    assert left(tmp_path, *changes) == [
        "sources/house.yaml:5 demonstration paper",
        "sources/house.yaml:17 research@example.org",
        "sources/paper/briefing.yaml:5 Rural buses in Wexmoor",
        "sources/paper/briefing.yaml:7 DEMO-01",
        "sources/paper/briefing.yaml:9 Rural bus services in an invented county",
        "sources/paper/briefing.yaml:10 [buses, rural transport, example]",
        "sources/paper/briefing.yaml:12 [Transport section]",
        "sources/paper/briefing.yaml:22 Debate on local transport (invented)",
        "sources/paper/briefing.yaml:32 This paper is an **example**",
    ]


def test_the_contact_of_the_example_under_another_title_is_told(tmp_path: Path) -> None:
    told = left(tmp_path, ("Rural buses in Wexmoor", "Courts"))
    assert "sources/paper/briefing.yaml:13 transport@example.org" in told
