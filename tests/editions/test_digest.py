"""The digest of the sources: blind to how files are laid out, and to nothing that a reader can meet."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.editions.bundle import Files
from reportgen.editions.digest import digest
from reportgen.editions.workbook import workbook
from reportgen.problems import Problems
from reportgen.source.csv_cells import rows_of
from tests.corpus import ROOT, WHOLE, Source
from tests.editions import laden

HOME = "sources/demo"


@cache
def of_demo(*, with_notes: bool) -> Files:
    return laden.bundled(ROOT, with_notes=with_notes, name="demo")


@cache
def digest_of_demo(*, with_notes: bool) -> str:
    return digest(of_demo(with_notes=with_notes))


@pytest.fixture
def demo() -> Files:
    return of_demo(with_notes=True)


def changed(files: Files, name: str, old: str, new: str) -> Files:
    text = files[f"{HOME}/{name}"].decode()
    assert old in text
    return {**files, f"{HOME}/{name}": text.replace(old, new, 1).encode()}


@pytest.mark.parametrize("source", WHOLE, ids=str)
def test_notes_make_no_difference(source: Source) -> None:
    both = [laden.bundled(ROOT, with_notes=notes, name=source.name) for notes in (True, False)]
    assert digest(both[0]) == digest(both[1])


def test_notes_of_all_kinds_make_no_difference(workspace: Path) -> None:
    laden.write(workspace)
    both = [laden.bundled(workspace, with_notes=notes) for notes in (True, False)]
    assert both[0] != both[1]
    assert digest(both[0]) == digest(both[1])


def test_the_canonical_form_stays_what_it_was(workspace: Path) -> None:
    """Editions are held against the digest that they were released with: another form would call all of them damaged.

    A file that this test has no kind of may be added to the form; what is in it already may not be read otherwise.
    """
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=True)
    # Pictures and fonts count by their bytes, which the libraries that make them here may change.
    texts = {name: data for name, data in files.items() if Path(name).suffix not in (".png", ".ttf")}
    assert digest(texts) == "8feef05096ef9bd66decefed39fe3f632472c8a715138d2f414d02155a1a56e9"


# --- layout ----------------------------------------------------------------------------------------------------------
def rewrapped(text: str, chance: random.Random) -> str:
    """Paragraphs of plain words with other line ends, comments here and there, empty lines doubled."""
    parts = text.split("\n\n")
    plain = re.compile(r"(?!.*^:)[A-Z]", re.DOTALL | re.MULTILINE)
    return "\n\n\n".join(_rewrapped(part, chance) if plain.match(part) else part for part in parts)


def _rewrapped(paragraph: str, chance: random.Random) -> str:
    breaks = [" ", " ", "\n", "  ", " <!-- note --> ", "\n{# note #}\n"]
    words = re.findall(r"(?:\{\{.*?\}\}|\[[^\]]*\]|\S)+", paragraph, re.DOTALL)
    gaps = (chance.choice(breaks) if word[0].isalpha() else " " for word in words[1:])  # "-" would begin a list
    return "".join(part for pair in zip(words, (*gaps, ""), strict=True) for part in pair)


def relaid(name: str, data: bytes, chance: random.Random) -> bytes:
    text = data.decode()
    match Path(name).suffix:
        case ".md":
            text = rewrapped(text, chance)
        case ".yaml":
            keys = yaml.load(text, yaml.BaseLoader)
            if isinstance(keys, dict):
                keys = dict(chance.sample(list(keys.items()), len(keys)))
            width = chance.choice([20, 80, 400])
            text = "# note\n" + yaml.safe_dump(keys, sort_keys=False, width=width, allow_unicode=True)
        case ".csv":
            rows = [[cell.text for cell in row] for row in rows_of(text, "", Problems())]
            text = (
                "\n".join(",".join(chance.choice([f'"{cell}"', f" {cell} "]) for cell in row) for row in rows) + "\n\n"
            )
    return chance.choice([b"", b"\xef\xbb\xbf"]) + text.replace("\n", chance.choice(["\n", "\r\n"])).encode()


@given(st.integers())
@settings(max_examples=30)
def test_layout_makes_no_difference(seed: int) -> None:
    chance = random.Random(seed)
    again = {name: relaid(name, data, chance) for name, data in of_demo(with_notes=True).items()}
    assert digest(again) == digest_of_demo(with_notes=True)


def test_a_table_may_be_csv_or_xlsx(demo: Files) -> None:
    name = f"{HOME}/data/trips.csv"
    rows = [[cell.text for cell in row] for row in rows_of(demo[name].decode(), name, Problems())]
    files = {key: data for key, data in demo.items() if key != name}
    files[f"{HOME}/data/trips.xlsx"] = workbook({"Any": rows})
    files[f"{HOME}/data/tables.yaml"] = demo[f"{HOME}/data/tables.yaml"].replace(b"trips.csv", b"trips.xlsx")
    assert digest(files) == digest(demo)


def test_what_authors_confirm_makes_no_difference(demo: Files) -> None:
    assert digest({**demo, f"{HOME}/confirmed.yaml": b"a: b\n"}) == digest(demo)


# --- substance -------------------------------------------------------------------------------------------------------
@given(st.data())
@settings(max_examples=60)
def test_a_changed_word_or_figure_makes_a_difference(data: st.DataObject) -> None:
    files = of_demo(with_notes=False)
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name].decode()
    places = list(re.finditer(r"(?<![\w#@.{])\w+(?![\w:])", text))
    match = data.draw(st.sampled_from(places))
    other = "7" if match[0] != "7" else "8"
    changed = text[: match.start()] + other + text[match.end() :]
    assert digest({**files, name: changed.encode()}) != digest_of_demo(with_notes=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b", "a *b*"),
        ("a\n\nb", "a\nb"),
        ("a\nb", "a\\\nb"),
        ("`a b`", "`a  b`"),
        ("- a\n- b", "1. a\n2. b"),
        ("1. a", "2. a"),
        ("a[@x]", "a[@y]"),
        ("a[@x, p 1]", "a[@x, p 2]"),
        ("{{ a }}", "{{ b }}"),
        ('{{ a["x y"] }}', '{{ a["x  y"] }}'),
        ("# A", "## A"),
        ("# A", "# A {-}"),
        ("# A {#a}", "# A {#b}"),
        ("[a]{lang=cy}", "[a]{lang=fr}"),
        ("```\na\n```", "```\nb\n```"),
        ("::: table x\ndata: a\ncolumns: {a: A, b: B}\n:::", "::: table x\ndata: a\ncolumns: {b: B, a: A}\n:::"),
        ("::: table x\ndata: a\n:::", "::: table y\ndata: a\n:::"),
        ("::: chart\nkind: bars\ntitle: A # b\n:::", "::: chart\nkind: bars\ntitle: A # c\n:::"),
        ("a^[note]", "a^[other]"),
        ("a[^x]\n\n[^x]: b", "a[^x]\n\n[^x]: c"),
        ("[a](https://a.example)", "[a](https://b.example)"),
        ("|a|b|\n|-|-|\n|1|2|", "|a|b|\n|-|-:|\n|1|2|"),
    ],
)
def test_what_a_reader_meets_makes_a_difference(before: str, after: str) -> None:
    assert digest({"a.md": before.encode()}) != digest({"a.md": after.encode()})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a  b", "a\nb"),
        ("a[@x,\np 1]", "a[@x, p 1]"),
        ("{{ a\n| words }}", "{{ a | words }}"),
        ("a^[one\ntwo]", "a^[one two]"),
        ('::: chart a\nkind: "bars"\ndata: t # note\n:::', "::: chart a\ndata: t\nkind: bars\n:::"),
        ("::: chart a\ntitle: One\n  two\n:::", "::: chart a\ntitle: One two\n:::"),
        ("* a\n* b", "- a\n\n- b"),
        ("A\n===", "# A"),
    ],
)
def test_what_no_reader_meets_makes_none(before: str, after: str) -> None:
    assert digest({"a.md": before.encode()}) == digest({"a.md": after.encode()})


def test_a_picture_a_font_and_a_chart_kind_count(workspace: Path) -> None:
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=False)
    for name in ("sources/libraries/images/room.png", "sources/libraries/fonts/own.ttf", "charts/stripes.py"):
        assert digest({**files, name: files[name] + b"\n"}) != digest(files)
