"""confirmed.yaml: what is written is what is read, and a faulty file is told."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from reportgen.problems import Problems
from reportgen.source.confirmed import read_confirmed, written
from reportgen.source.files import CONTROL, Files
from reportgen.source.model import Confirmed

LINES = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=40).map(
    lambda text: " ".join(normalize("NFC", CONTROL.sub("", text)).split())
)
STATEMENTS = st.dictionaries(LINES, st.tuples(LINES, st.dictionaries(LINES, LINES, min_size=1, max_size=4)), max_size=4)


def read(data: bytes) -> Confirmed:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "confirmed.yaml"
        path.write_bytes(data)
        found = read_confirmed(path.parent, Files(Path(folder), Problems()))
    assert found is not None
    return found


@given(STATEMENTS)
def test_what_is_written_is_what_is_read(statements: dict[str, tuple[str, dict[str, str]]]) -> None:
    data = written("ferries", statements)
    found = read(data)
    assert found.faults == ()
    assert {name: (one.words, one.data) for name, one in found.statements.items()} == statements
    assert data == written("ferries", dict(reversed(statements.items())))


def test_each_value_has_a_line_in_a_stable_order() -> None:
    data = {"t.b.n": "", "t.a.n": "1.5 [p]", "t.a.m": "a: b"}
    assert written("ferries", {"chart-x title": ("Ferries' end", data)}).decode().split("\n", 2)[2] == (
        '\nchart-x title:\n  words: Ferries\' end\n  data:\n    t.a.m: "a: b"\n    t.a.n: "1.5 [p]"\n    t.b.n: ""\n'
    )


def test_a_briefing_that_confirmed_nothing_has_no_file(tmp_path: Path) -> None:
    assert read_confirmed(tmp_path, Files(tmp_path, Problems())) is None


def test_what_can_be_read_of_a_faulty_file_counts() -> None:
    found = read(b"a:\n  words: A\n  data: {x: 1}\nb:\n  word: B\n")
    assert list(found.statements) == ["a"]
    assert {str(fault.severity) for fault in found.faults} == {"warning"}
