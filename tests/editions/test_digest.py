"""The digest of the sources: blind to how files are laid out, and to nothing that a reader can meet."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.editions.bundle import Files
from reportgen.editions.digest import digest as digest_of
from reportgen.editions.digest import record_of
from reportgen.editions.own_kinds import own_kinds
from reportgen.editions.record import snapshot
from reportgen.problems import Problems, ReportError
from reportgen.sheets.csv_cells import rows_of
from tests.corpus import ROOT, WHOLE, Source
from tests.editions import laden
from tests.sheets.test_workbooks import workbook

HOME = "sources/demo"


def digest(files: Files, name: str = "demo") -> str:
    """The digest of a briefing that is made of these files."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder).resolve()
        for path, data in files.items():
            (workspace / path).parent.mkdir(parents=True, exist_ok=True)
            (workspace / path).write_bytes(data)
        draft = laden.draft(workspace, name)
        return digest_of(record_of(draft, snapshot(draft), draft.briefing.meta.status, own_kinds(draft)))


@cache
def of_demo(*, with_notes: bool = True) -> tuple[Files, str]:
    """The files of our own demonstration, and their digest."""
    files = laden.bundled(ROOT, with_notes=with_notes, name="demo")
    return files, digest(files)


@pytest.fixture(scope="module")
def demo() -> Files:
    return of_demo()[0]


@pytest.mark.parametrize("source", WHOLE, ids=str)
def test_notes_make_no_difference(source: Source) -> None:
    both = [laden.bundled(ROOT, with_notes=notes, name=source.name) for notes in (True, False)]
    assert digest(both[0], source.name) == digest(both[1], source.name)


def test_notes_of_all_kinds_make_no_difference(workspace: Path) -> None:
    laden.write(workspace)
    both = [laden.bundled(workspace, with_notes=notes) for notes in (True, False)]
    assert both[0] != both[1]
    assert digest(both[0], laden.NAME) == digest(both[1], laden.NAME)


def test_the_canonical_form_stays_what_it_was(workspace: Path) -> None:
    """Papers are held against each other by their digests: another form is another version of it.

    What is not in the form yet may be added to it; what is in it already may not be read otherwise.
    """
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=True)
    # The picture and the font count by their bytes, which the libraries that make them here may change.
    house = files["sources/libraries/house.yaml"].replace(b"[source-sans, own]", b"[source-sans]")
    cut = house[: house.index(b"  families")]
    regions = files["sources/libraries/text/regions.md"]
    changed = {
        "house.yaml": cut,
        "text/regions.md": regions.replace(regions[regions.index(b"::: figure") :], b"Two.\n"),
    }
    told = digest({**files, **{f"sources/libraries/{name}": data for name, data in changed.items()}}, laden.NAME)
    assert told == "v3:5b704e42d517f302567a39c5e6559dab7bd5c5e65466bdcd0e06b3809e9e25dc"


def test_it_says_its_version() -> None:
    assert re.fullmatch("v3:[0-9a-f]{64}", of_demo()[1])


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
            rows = [[row.text(at) for at in range(len(row))] for row in rows_of(text, "", Problems())]
            text = (
                "\n".join(",".join(chance.choice([f'"{cell}"', f" {cell} "]) for cell in row) for row in rows) + "\n\n"
            )
    return chance.choice([b"", b"\xef\xbb\xbf"]) + text.replace("\n", chance.choice(["\n", "\r\n"])).encode()


@given(st.integers())
@settings(max_examples=30)
def test_layout_makes_no_difference(seed: int) -> None:
    chance = random.Random(seed)
    files, before = of_demo()
    assert digest({name: relaid(name, data, chance) for name, data in files.items()}) == before


def test_a_table_may_be_csv_or_xlsx(demo: Files) -> None:
    name = f"{HOME}/data/trips.csv"
    rows = [[row.text(at) for at in range(len(row))] for row in rows_of(demo[name].decode(), name, Problems())]
    files = {key: data for key, data in demo.items() if key != name}
    files[f"{HOME}/data/trips.xlsx"] = workbook(rows)
    files[f"{HOME}/data/tables.yaml"] = demo[f"{HOME}/data/tables.yaml"].replace(b"trips.csv", b"trips.xlsx")
    assert digest(files) == of_demo()[1]


def test_what_authors_confirm_makes_no_difference(demo: Files) -> None:
    assert digest({**demo, f"{HOME}/confirmed.yaml": b"a: b\n"}) == of_demo()[1]


def test_names_of_files_make_no_difference(demo: Files) -> None:
    renamed = {name.replace("text/", "text/0").replace("trips.csv", "made.csv"): data for name, data in demo.items()}
    tables = f"{HOME}/data/tables.yaml"
    renamed[tables] = demo[tables].replace(b"\ntrips:\n", b"\ntrips:\n  file: made.csv\n")
    assert renamed.keys() != demo.keys()
    assert digest(renamed) == of_demo()[1]


# --- substance -------------------------------------------------------------------------------------------------------
@given(st.data())
@settings(max_examples=60)
def test_a_changed_word_or_figure_makes_a_difference(data: st.DataObject) -> None:
    files, before = of_demo(with_notes=False)
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name].decode()
    places = list(re.finditer(r"(?<![\w#@.{])\w+(?![\w:])", text))
    match = data.draw(st.sampled_from(places))
    other = "7" if match[0] != "7" else "8"
    changed = text[: match.start()] + other + text[match.end() :]
    with suppress(ReportError):  # faulty sources make no paper, which has no digest
        assert digest({**files, name: changed.encode()}) != before


CHART = "::: chart c\nkind: bars\ndata: t\ncategory: a\nvalues: b\n"
AROUND = {
    "briefing.yaml": "title: A\n",
    "references.yaml": "- {id: x, title: X}\n- {id: y, title: Y}\n",
    "data/facts.yaml": "a: {value: 1}\nb: {value: 1}\n",
    "data/tables.yaml": "t: {title: T, key: a, columns: {a: {title: A}, b: {title: B, type: number}}}\n",
    "data/t.csv": "a,b\nx y,1\nx  y,1\n",
}


def note(text: str) -> Files:
    """A paper of this text."""
    return {f"{HOME}/{name}": data.encode() for name, data in {**AROUND, "text/a.md": text}.items()}


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
        ("{{ facts.a }}", "{{ facts.b }}"),
        ('{{ t["x y"].b }}', '{{ t["x  y"].b }}'),
        ("# A\n\n# B", "# A\n\n## B"),
        ("# A", "# A {-}"),
        ("# A {#a}", "# A {#b}"),
        ("[a]{lang=cy}", "[a]{lang=fr}"),
        ("```\na\n```", "```\nb\n```"),
        ("::: table x\ndata: t\ncolumns: {a: A, b: B}\n:::", "::: table x\ndata: t\ncolumns: {b: B, a: A}\n:::"),
        ("::: table x\ndata: t\ntitle: T\n:::", "::: table y\ndata: t\ntitle: T\n:::"),
        (f"{CHART}title: A # b\n:::", f"{CHART}title: A # c\n:::"),
        (f"{CHART}title: A\n:::", f"{CHART}title: A\nsort: b\n:::"),
        (f"{CHART}title: A\n:::", f"{CHART}title: A\nalt: One bar.\n:::"),
        (f"{CHART}title: A\n:::", f"{CHART}title: A\nheight: 50\n:::"),
        ("a^[note]", "a^[other]"),
        ("a[^x]\n\n[^x]: b", "a[^x]\n\n[^x]: c"),
        ("[a](https://a.example)", "[a](https://b.example)"),
        ("|a|b|\n|-|-|\n|c|d|", "|a|b|\n|-|-:|\n|c|d|"),
    ],
)
def test_what_a_reader_meets_makes_a_difference(before: str, after: str) -> None:
    assert digest(note(before)) != digest(note(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a  b", "a\nb"),
        ("a[@x,\np 1]", "a[@x, p 1]"),
        ("{{ facts.a\n| words }}", "{{ facts.a | words }}"),
        ("a [@x].", "a [@x]{# note #}.<!-- note -->"),
        ("a^[one\ntwo]", "a^[one two]"),
        (
            '::: chart a\nkind: "bars"\ncategory: a # note\nvalues: b\ndata: t\ntitle: T\n:::',
            "::: chart a\ntitle: T\ndata: t\nvalues: b\nkind: bars\ncategory: a\n:::",
        ),
        (f"{CHART}title: One\n  two\n:::", f"{CHART}title: One two\n:::"),
        ("* a\n* b", "- a\n\n- b"),
        ("A\n===", "# A"),
    ],
)
def test_what_no_reader_meets_makes_none(before: str, after: str) -> None:
    assert digest(note(before)) == digest(note(after))


def test_a_picture_a_font_and_a_chart_kind_count(workspace: Path) -> None:
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=False)
    for name in ("sources/libraries/images/room.png", "sources/libraries/fonts/own.ttf", "charts/stripes.py"):
        assert digest({**files, name: files[name] + b"\n"}, laden.NAME) != digest(files, laden.NAME)
