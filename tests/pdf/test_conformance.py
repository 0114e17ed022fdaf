"""Papers of all kinds of blocks meet PDF/UA-1 and PDF/A-3a, by two checkers, and hold every word once and in order."""

from __future__ import annotations

import pytest

from reportgen.check import check_pdf
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from tests.pdf.random_documents import PICTURES, RandomPaper

_SEEDS = range(1000, 1200)
_A_BATCH = 10


@pytest.mark.parametrize("first", range(_SEEDS.start, _SEEDS.stop, _A_BATCH))
def test_random_papers_meet_both_standards(first: int) -> None:
    house, words = House(), words_for("en-GB")
    for seed in range(first, first + _A_BATCH):
        data = write(RandomPaper(seed).document(), house, words, PICTURES)
        assert [str(problem) for problem in check_pdf(data, f"{seed}.pdf")] == []


def test_the_same_document_gives_the_same_bytes() -> None:
    papers = [write(RandomPaper(7).document(), House(), words_for("en-GB"), PICTURES) for _ in range(2)]
    assert papers[0] == papers[1]
