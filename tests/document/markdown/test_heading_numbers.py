from __future__ import annotations

from tests.document.making import dumped, faults

_NUMBERED = "# 1. Introduction\n\nText.\n\n## 1.1 “Trends” since\n\n## 1.2. Costs\n\n# 2) Law\n\nText.\n\n# 3 Method\n"


def test_a_number_that_a_heading_gets_anyhow_is_left_out() -> None:
    headings = [line.strip() for line in dumped(_NUMBERED).splitlines() if line.strip().startswith("#")]
    assert [line.partition(" [")[0] for line in headings] == [
        "# 1 Introduction",
        "## 1.1 “Trends” since",
        "## 1.2 Costs",
        "# 2 Law",
        "# 3 Method",
    ]
    assert headings[0].endswith("[section-introduction]")
    assert not [fault for fault in faults(_NUMBERED) if "number" in fault]


def test_another_number_is_told_and_stays() -> None:
    (fault,) = [fault for fault in faults("# 4. Introduction\n\nText.\n") if "markup-plain" in fault]
    assert "'4' is typed before this heading, which has a number of its own: 1" in fault
    assert dumped("# 4. Introduction\n\nText.\n").startswith("# 1 4. Introduction")


def test_numbers_of_a_sentence_and_of_what_has_none_stay() -> None:
    text = "# 1 in 5 is absent\n\nText.\n\n## 10 Downing Street\n\n# 3. Annex {.unnumbered}\n\n## 2.5 million people\n"
    lines = [line.strip() for line in dumped(text).splitlines() if line.strip().startswith("#")]
    assert lines[0].startswith("# 1 1 in 5") and lines[1].startswith("## 1.1 10 Downing")
    assert lines[2].startswith("# 3. Annex") and lines[3].startswith("## 2.5 million")
    assert not [fault for fault in faults(text) if "markup-plain" in fault]


def test_attributes_of_a_heading_that_nothing_reads_are_told() -> None:
    text = "# A {.unlisted .unnumbered}\n\n## B {.tabset data-x=1}\n\nText.\n"
    told = [fault for fault in faults(text) if "{" in fault]
    assert [fault.partition("warning: ")[2].partition(" [")[0] for fault in told] == [
        "{.unlisted} has no effect here",
        "{.tabset} has no effect here",
    ]


def _told(text: str) -> list[str]:
    return [one.split("'")[1] for one in faults(text) if "is typed before this heading" in one]


def test_roman_numbers_and_letters_are_told_where_they_are_in_order() -> None:
    text = "# I. Le cadre\n\n## A. Textes\n\nMot.\n\n## B. Faits\n\nMot.\n\n# II - La suite\n\n## a) Un\n\nMot.\n"
    assert _told(text) == ["I.", "A.", "B.", "II -", "a)"]
    others = "# § 4. Une règle\n\nMot.\n\n# 7° Un point\n\nMot.\n\n# XI/ Un autre\n\nMot.\n"
    assert _told(others) == ["§ 4.", "7°", "XI/"]


def test_an_initial_and_a_number_of_a_sentence_are_not() -> None:
    assert _told("# C. Dupont and others\n\nText.\n\n# I – the person\n\nText.\n\n# A day\n\nText.\n") == []
    assert _told("# 24 – a series\n\nText.\n\n# X. Smith\n\nText.\n") == []
