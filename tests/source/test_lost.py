"""What is left of a briefing with faults."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import Place, Problems
from reportgen.source import loaded
from reportgen.source.lost import sure
from reportgen.source.model import Briefing, Lost

TABLES = """\
debt:
  columns:
    q: {title: Quarter}
    n: {title: Debt, type: number}
areas:
  columns:
    q: {title: Quarter}
rows:
  file: none.csv
  columns: {q: {title: Quarter}}
odd:
  colour: red
  columns: {q: {title: Quarter}}
"""


def left(folder: Path, **files: str) -> Briefing:
    """The briefing of some files, which have faults."""
    for name, text in {"briefing.yaml": "title: Debt\n", "text/1.md": "# A\n", **files}.items():
        path = folder / "sources" / "paper" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    briefing, problems = loaded(folder / "sources" / "paper", folder)
    assert problems.errors
    return briefing


def test_tables_with_a_fault_in_their_file_or_entry_are_lost(tmp_path: Path) -> None:
    files = {"data/debt.csv": "q,n\nQ1,abc\n", "data/areas.csv": "q\nQ1\n", "data/odd.csv": "q\nQ1\n"}
    briefing = left(tmp_path, **{"data/tables.yaml": TABLES}, **files)
    assert set(briefing.tables) == {"areas"}
    assert set(briefing.lost.tables) == {"debt", "rows", "odd"}
    assert not briefing.lost.files


def test_facts_with_a_fault_are_lost(tmp_path: Path) -> None:
    briefing = left(tmp_path, **{"data/facts.yaml": "a: {value: 1}\nb: {value: 2, colour: red}\nc: {value: 3}\n"})
    assert set(briefing.facts) == {"a", "c"}
    assert set(briefing.lost.facts) == {"b"}


def test_files_that_cannot_be_read_are_lost_as_a_whole(tmp_path: Path) -> None:
    files = {"data/tables.yaml": "debt: [\n", "references.yaml": "- id: [\n", "briefing.yaml": "title: [\n"}
    briefing = left(tmp_path, **files)
    assert set(briefing.lost.files) == {"tables.yaml", "references", "briefing.yaml"}
    assert briefing.meta.title.text == "paper"


def test_keys_of_the_briefing_without_fault_stay(tmp_path: Path) -> None:
    written = "title: Debt\nauthor: Jo\nlanguage: fr\nedition: many\nfacts_as_of: 2024-03-31\n"
    briefing = left(tmp_path, **{"briefing.yaml": written})
    assert (briefing.meta.title.text, briefing.meta.language, briefing.meta.edition) == ("Debt", "fr", 1)
    assert str(briefing.meta.facts_as_of) == "2024-03-31"
    assert not briefing.lost.files


def test_a_language_without_words_is_not_read_on_with(tmp_path: Path) -> None:
    assert left(tmp_path, **{"briefing.yaml": "title: Debt\nlanguage: is\n"}).meta.language == "en-GB"


def test_a_house_with_a_fault_is_the_engines(tmp_path: Path) -> None:
    house = tmp_path / "sources" / "house.yaml"
    house.parent.mkdir(parents=True)
    house.write_text("name: Water Office\nsizes: {base: 90}\n", encoding="utf-8")
    briefing = left(tmp_path)
    assert (briefing.house.name, set(briefing.lost.files)) == ("", {"house.yaml"})


def test_what_is_typed_is_told_whatever_is_lost_and_what_hangs_on_data_waits() -> None:
    problems = Problems()
    for rule in ("date-typed", "note-typed", "heading-typed", "crossref-typed", "number-unbound", "link-text"):
        problems.add(rule, Place("text/1.md", 1, 1), "It is so.")
    problems.add("citation-unknown", Place("text/1.md", 1, 1), "It is so.")
    typed = ["date-typed", "note-typed", "heading-typed", "crossref-typed"]
    files, tables = Lost(files=frozenset({"briefing.yaml"})), Lost(tables=frozenset({"debt"}))
    assert [one.rule for one in sure(problems.found, files)] == [*typed, "citation-unknown"]
    assert [one.rule for one in sure(problems.found, tables)] == [
        *typed,
        "number-unbound",
        "link-text",
        "citation-unknown",
    ]


def test_words_wait_only_for_the_files_that_excuse_words() -> None:
    problems = Problems()
    for rule in ("number-unbound", "abbreviation", "term-avoided", "value-missing"):
        problems.add(rule, Place("text/1.md", 1, 1), "It is so.")
    words = ["number-unbound", "abbreviation", "term-avoided"]
    for name, told in (("tables.yaml", words), ("references", words), ("briefing.yaml", []), ("house.yaml", [])):
        assert [one.rule for one in sure(problems.found, Lost(files=frozenset({name})))] == told


def test_a_value_that_is_lost_is_no_number_that_is_typed(tmp_path: Path) -> None:
    from reportgen.document import read_on
    from reportgen.language import words_for

    text = '# A\n\nIt has {{ debt["Q1"].n }} in Q1, {{ debt.latest.n | round(1) }} or {{ sum(debt.n) }}, and 37 more.\n'
    files = {"data/tables.yaml": TABLES, "data/debt.csv": "q,n\nQ1,abc\n", "text/1.md": text}
    briefing = left(tmp_path, **files)
    found = sure(read_on(briefing, words_for("en-GB")).problems, briefing.lost)
    assert [one.message[:13] for one in found if one.rule == "number-unbound"] == ["the number 37"]
