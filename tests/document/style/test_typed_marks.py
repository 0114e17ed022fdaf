from __future__ import annotations

import pytest

from tests.document.making import draft, faults


def _told(text: str, rule: str, **meta: str) -> list[str]:
    """Column and what is quoted, of each fault against a rule."""
    found = [fault.split(" ", 3) for fault in faults(f"# A\n\n{text}\n", **meta) if f"[{rule}]" in fault]
    return [f"{place.split(':')[2]} {said.split(chr(39))[1]}" for place, _, *rest in found for said in [" ".join(rest)]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The word¹ here.", ["5 word¹"]),
        ("It said so.² Then.", ["9 so²"]),
        ("It said “no”.³ Then.", ["10 no³"]),
        ("In 2010.² Then.", ["4 2010²"]),
        ("A word^1^ here.", ["3 word¹"]),
        ("A word^1,2^ here.", ["3 word¹,²"]),
        ("**Bold**^3^ here.", ["3 Bold³"]),
        ("Wide^2^ of 5 km² and more¹.", ["1 Wide²", "22 more¹"]),
        ("¹ Provisional.", ["1 ¹"]),
        ("It cost £1,213.7m¹ and £5² then.", ["9 £1,213.7m¹", "24 £5²"]),
        ("It grew by 12%³ to 1,213¹.", ["12 12%³", "20 1,213¹"]),
        ("So it is[1] here.", ["9 [1]"]),
        ("So it is. [2, 3]", ["9 [2, 3]"]),
    ],
)
def test_a_digit_like_the_number_of_a_note_is_told(text: str, told: list[str]) -> None:
    assert _told(text, "note-typed") == told


@pytest.mark.parametrize(
    "text",
    [
        "2², 5m², 10³ and 3 × 10⁶",
        "5 km², 10 m³, x², R² and 10⁶",
        "10^6^ and m^2^, km^2^",
        "5^th^ and the 1ˢᵗ",
        "CO₂ and H~2~O",
        "R v Sand [2020] UKSC 1",
        "A note.[^1]\n\n[^1]: It.",
    ],
)
def test_powers_and_notes_are_none(text: str) -> None:
    assert _told(text, "note-typed") == []


def test_titles_and_cells_are_looked_at() -> None:
    table = "| Area¹ | n |\n|---|---:|\n| North² | 1 |\n\n: Areas³ {#tbl-x}\n"
    assert len(_told(table, "note-typed")) == 3
    assert len([one for one in faults("# Areas¹\n\nText.\n") if "[note-typed]" in one]) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("So it is, see p. 3.", ["11 see p. 3"]),
        ("It is (see pages 3–4) so.", ["8 see pages 3–4"]),
        ("The chart on page 5 above shows it.", ["11 on page 5"]),
        ("The map is overleaf.", ["12 overleaf"]),
        ("The map on the next page shows it.", ["9 on the next page"]),
        ("As section 2 above says.", ["4 section 2 above"]),
        ("As in 2019, Table 2 below shows.", ["13 Table 2"]),
        ("As note 4 above says.", ["4 note 4 above"]),
        ("It is so (see note 4).", ["11 see note 4"]),
        ("As section 3.2 shows.", ["4 section 3.2"]),
        ("As paragraphs 3 to 5 show.", ["4 paragraphs 3 to 5"]),
        ("It is so (see paragraphs 3 to 5).", ["11 see paragraphs 3 to 5"]),
        ("The following table shows it.", ["1 The following table"]),
        ("It is in the previous chart.", ["10 the previous chart"]),
        ("As Section Two says.", ["4 Section Two"]),
        ("See Table 1a.", ["5 Table 1a"]),
        ("See pages 5 to 7.", ["1 See pages 5"]),
        ("It rose (see section 3.2).", ["10 see section 3.2"]),
        ("This report lists them in annex 1.", ["27 annex 1"]),
        ("Turn to page 5.", ["1 Turn to page 5"]),
        ("All are listed in Annex A.", ["19 Annex A"]),
        ("More is in appendix 2 (below).", ["12 appendix 2"]),
        ("See chapter 4.", ["1 See chapter 4"]),
        ("Chapter 2 describes how.", ["1 Chapter 2"]),
        ("It is so (paragraph 2.14).", ["11 paragraph 2.14"]),
        ("It is in footnote 2.", ["10 footnote 2"]),
        ("It grew (see table below).", ["10 see table below"]),
        ("The chart above shows it.", ["1 The chart above"]),
        ("Section 2 of this paper says so.", ["1 Section 2"]),
        ("It is set out in Section 2 (see page 5).", ["7 set out in Section 2", "29 see page 5"]),
        ("The previous page has it.", ["1 The previous page"]),
        ("As the previous chapter says.", ["1 As the previous chapter"]),
        ("It is told in the next section.", ["12 in the next section"]),
        ("The next section looks at it.", ["1 The next section"]),
        ("See pp 3-4.", ["1 See pp 3-4"]),
        ("Figs 2 and 3 show it (Fig 3).", ["1 Figs 2 and 3", "23 Fig 3"]),
        ("Table A1 shows it.", ["1 Table A1"]),
        ("It follows from Equations (3) and eqn. 7.", ["17 Equations (3)", "35 eqn. 7"]),
        ("So.^[Ibid., p. 4.]", ["6 Ibid."]),
        ("So.^[Smith, op. cit., p. 4.]", ["13 op. cit."]),
        ("So.[^1]\n\n[^1]: See supra note 3.", ["11 supra note 3"]),
    ],
)
def test_where_something_stands_is_told_where_it_is_typed(text: str, told: list[str]) -> None:
    assert _told(text, "crossref-typed")[: len(told)] == told


@pytest.mark.parametrize(
    "text",
    [
        "See page 3 of the report.",
        "Section 2 of the Act.",
        "It was said in the debate (paras 1021 to 1034), and paragraphs 8 to 10 apply.",
        "The report, p. 5, says so.",
        "As said above and below.",
        "Annex A of the treaty, and annex B to Regulation 2016/679.",
        "Under the Housing Act 1996, section 3.2, it is so.",
        "The guidance says so in section 3.2.",
        "A section 21 notice, and a section 106 agreement.",
        "The figure below 5 is low.",
        "Part 3 and chapter 2 of the Act.",
        "They asked for care (see p 112 and annex C, table 7).",
        "Annexed land, and an annex to it.",
        "[@survey, p. 3]",
        "The next section of the line, and the next chapter in its life.",
        "Work on the next section began.",
        "Asked for more (see pp 112-4).",
        "Table A1 of the census, and the table B wing.",
    ],
)
def test_places_in_other_works_are_none(text: str) -> None:
    assert _told(text, "crossref-typed") == []


def test_in_french() -> None:
    assert _told("Voir la page 3, ou la section 2 ci-dessus.", "crossref-typed", language="fr") == [
        "1 Voir la page 3",
        "23 section 2 ci-dessus",
    ]


PARTS = "# One\n\n{}\n\n# Two\n\nIt.\n\n## Of two\n\nIt.\n\n# Three {{#trend}}\n\nIt.\n"


def _parts(text: str, **meta: str) -> list[str]:
    found = [fault for fault in faults(PARTS.format(text), **meta) if "[crossref-typed]" in fault]
    return [fault.split("'")[1] for fault in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Section 3 the figures are new.", ["Section 3"]),
        ("As Section 3 shows, it is.", ["Section 3"]),
        ("It is so (Section 3).", ["Section 3"]),
        ("It is. Chapter 2 tells why.", ["Chapter 2"]),
        ("Sections 2 and 3 show it.", ["Sections 2 and 3"]),
        ("Part II tells why.", ["Part II"]),
        ("It is so (see Section 2), as Section 3 shows.", ["see Section 2", "Section 3"]),
    ],
)
def test_parts_of_the_paper_that_are_named_by_their_numbers(text: str, told: list[str]) -> None:
    assert _parts(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "In Section 21 the figures are new.",
        "As Section 3 of the report shows, it is.",
        "A Section 2 notice, and Part 2 students.",
        "The Act is old.\n\nAs Section 3 shows, it is.",
        "The review had three parts. Part 2 looks at funding.",
        "Under Section 3 it is so (Section 3(2)).",
        "Part 1 in force, Part 2.5 and Section 3A show it.",
    ],
)
def test_parts_of_other_works_are_none(text: str) -> None:
    assert _parts(text) == []


def test_the_names_of_the_parts_are_told() -> None:
    (found,) = (one for one in draft(PARTS.format("Sections 2 and 3 show it.")).problems)
    assert found.hint == "write @section-two and @section-trend instead, so that a link leads there"


def test_parts_in_french() -> None:
    assert _parts("Voir le reste. La section 2 présente le reste, comme la partie II.", language="fr") == [
        "La section 2",
        "la partie II",
    ]


@pytest.mark.parametrize("text", ["A root, $\\sqrt[5]{y}$, is.", "All 3^12^ of them.", "In [0, 9] and word [0]."])
def test_roots_powers_and_intervals_call_no_note(text: str) -> None:
    assert _told(text, "note-typed") == []


@pytest.mark.parametrize(
    "typed",
    ["Voir plus haut", "Voir ci-après", "Cf. note 3", "l’encadré ci-contre", "le chapitre suivant", "Voir II.B", "Id.",
     "figure n° 2", "graphique ci-dessous"],
)  # fmt: skip
def test_other_references_that_french_authors_type(typed: str) -> None:
    assert _told(f"C’est vrai. {typed}, dit-on.", "crossref-typed", language="fr") == [f"13 {typed}"]


@pytest.mark.parametrize(
    "text", ["Le droit, ci-après dénommé la loi.", "Il faut voir plus haut que soi.", "L’id. numéro."]
)
def test_what_only_looks_like_these_is_not(text: str) -> None:
    assert _told(text, "crossref-typed", language="fr") == []


@pytest.mark.parametrize(("text", "count"), [("It is so (see above).", 1), ("We see above all a rise.", 0)])
def test_see_above_alone(text: str, count: int) -> None:
    assert len(_told(text, "crossref-typed")) == count
