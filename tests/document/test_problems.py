"""Where a fault of the text is told; what each says is in tests/messages."""

from __future__ import annotations

from reportgen.problems import Place
from reportgen.source.model import Phrase
from tests.document.making import dumped, faults


def test_a_fault_after_a_loop_names_the_authors_line() -> None:
    text = "{% for r in rivers %}\n{{ r.name }}\n{% endfor %}\n\nNow [@nobody].\n"
    assert faults(text) == ["text/t1.md:5:6: error: there is no reference 'nobody' [citation-unknown]"]


def test_a_fault_in_a_loop_is_told_once() -> None:
    text = "{% for r in rivers %}\n- {{ r.name }} @chart-none\n{% endfor %}\n"
    assert faults(text) == ["text/t1.md:2:16: error: there is no chart 'none' in this paper [crossref-unknown]"]


def test_a_fault_in_a_table_names_its_row() -> None:
    text = "a | b\n--|--\n{{ facts.locks }} | 2\n3 | <dl>4\n"
    assert faults(text) == ["text/t1.md:4:5: error: HTML is not read here: <dl> [markup-unread]"]


def test_a_fault_in_a_text_key_that_goes_on() -> None:
    text = "::: box\ntitle: One\n  two [@nobody]\n\nx\n:::\n"
    assert faults(text) == ["text/t1.md:3:8: error: there is no reference 'nobody' [citation-unknown]"]


def test_a_fault_on_a_later_line_of_a_paragraph() -> None:
    text = "# A\n\nOne [@survey,\np 3] and\n<dl>two\n"
    assert faults(text) == ["text/t1.md:5:1: error: HTML is not read here: <dl> [markup-unread]"]


def test_a_note_that_is_not_called_is_a_warning() -> None:
    assert faults("a\n\n[^n]: b\n") == ["text/t1.md:3:1: warning: the note 'n' is never called [footnote-unused]"]
    rule = Phrase("footnote-unused", Place("briefing.yaml", 3, 3))
    assert faults("a\n\n[^n]: b\n", off={rule: "kept for later"}) == [
        "briefing.yaml:3:3: note: switched off: footnote-unused, because kept for later [switched-off]"
    ]


def test_rules_without_which_no_paper_can_be_made_stay_on() -> None:
    assert len(faults("a [@nobody]", off={Phrase("citation-unknown"): "in a hurry"})) == 2


def test_addresses_may_be_bare_where_the_paper_says_so() -> None:
    assert "https://a.example" in dumped("See https://a.example now", off={Phrase("link-text"): "a list of addresses"})


def test_text_nested_too_deeply_is_told_rather_than_lost() -> None:
    assert {fault.split(": ", 2)[2] for fault in faults(">" * 100 + " a")} == {
        "lists and quotations are nested too deeply [markup]"
    }


def test_all_faults_of_all_files_are_told_at_once() -> None:
    found = faults("# A\n\n### B\n", "[@nobody] and @box-none\n\n::: box\n:::\n")
    places = ["text/t1.md:3:1", "text/t2.md:1:2", "text/t2.md:1:15", "text/t2.md:3:1"]
    assert [fault.split(": ")[0] for fault in found] == places
