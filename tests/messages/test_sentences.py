"""Every sentence and every rule stands in a case here, but for those in `without-a-case.txt`: fewer, never more.

To write that list anew after cases came: REPORTGEN_UPDATE_MESSAGES=1 pytest tests/messages.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from reportgen.rules import RULES
from tests.messages.sentences import sentences

HERE = Path(__file__).parent
WITHOUT = HERE / "without-a-case.txt"
MOST_WITHOUT = 0
"""Lines of that list."""


@cache
def printed() -> str:
    """All that the cases print."""
    cases = [*HERE.glob("*/expected.txt"), *HERE.glob("of-*.txt")]
    return "\n".join(path.read_text(encoding="utf-8") for path in cases)


def _is_printed(sentence: str, form: str) -> bool:
    literal = max(sentence.split("…"), key=len)
    return literal in printed() and re.search(form, printed()) is not None


def test_the_sentences_of_the_engine_are_found() -> None:
    found = sentences()
    assert len(found) > 450
    assert re.fullmatch(found["the table '…' has no column '…'"], "the table 'a' has no column 'b'")


def test_a_sentence_without_a_case_is_listed_and_no_other() -> None:
    missing = [sentence for sentence, form in sentences().items() if not _is_printed(sentence, form)]
    missing += [f"[{rule}]" for rule in RULES if f"[{rule}]" not in printed()]
    if os.environ.get("REPORTGEN_UPDATE_MESSAGES"):
        WITHOUT.write_text("".join(f"{one}\n" for one in missing), encoding="utf-8")
    assert missing == WITHOUT.read_text(encoding="utf-8").splitlines()
    assert len(missing) <= MOST_WITHOUT


_PYTHON = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|Error\b|<class|object at|\bdict\b|\btuple\b|NoneType|\bstr\b|\bint\b"
)


def test_no_message_has_a_word_of_python() -> None:
    # A chart kind is its author's own program: what it raises is told in its words.
    authors = re.sub(r"'[^'\n]*'|‘[^’\n]*’", "", printed())
    assert [line for line in authors.splitlines() if _PYTHON.search(line) and "[chart-failed]" not in line] == []
