"""The figures of a keyfacts block and the events of a timeline: what is no list of them is told, once."""

from __future__ import annotations

import pytest

from tests.document.making import faults


@pytest.mark.parametrize("kind", ["keyfacts", "timeline"])
def test_a_name_that_is_not_known_is_all_that_is_told_of_a_block(kind: str) -> None:
    (told,) = faults(f"::: {kind}\n{{{{ facts.nowhere }}}}\n: boats\n:::\n\n::: {kind}\n2020\n: boats\n:::\n")
    assert told.startswith("text/t1.md:2:10: error: there is no fact 'nowhere'")


def test_what_is_no_list_is_told_beside_faults_elsewhere() -> None:
    first, second = faults("{{ facts.nowhere }} boats\n\n::: keyfacts\nboats\n:::\n")
    assert "'nowhere'" in first
    assert second == "text/t1.md:3:1: error: what stands in this keyfacts block is no list of pairs [block-syntax]"
