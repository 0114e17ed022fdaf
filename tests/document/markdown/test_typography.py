"""Straight marks that are apostrophes, and those that are quotation marks."""

from __future__ import annotations

import pytest

from reportgen.document.inlines import plain
from tests.document.making import draft, faults, one


@pytest.mark.parametrize(
    "text, expected",
    [
        ("in the '90s and '80s", "in the ’90s and ’80s"),
        ("the winter of '47", "the winter of ’47"),
        ("O'Neill's and l'eau", "O’Neill’s and l’eau"),
        ("'Tis so, 'twas", "’Tis so, ’twas"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("\"it's 'fine' in the '90s\"", "“it’s ‘fine’ in the ’90s”"),
        ("'20 boats' they said", "‘20 boats’ they said"),
    ],
)
def test_apostrophes(text: str, expected: str) -> None:
    assert one(text) == expected


def test_a_space_behind_a_backslash_holds_its_words_together() -> None:
    made = draft(r"See p.\ 5 and 100%\ of C:\ drive \ alone" + "\n")
    text = made.sections[0].blocks[0].content[0].text  # type: ignore[union-attr]
    assert text == "See p.\u00a05 and 100%\u00a0of C:\\ drive \\ alone"


def test_a_typed_negative_number_has_a_minus() -> None:
    text = "It fell by -3.11 (-0.5%), to -£5; r=-0.3, 10-15, 5 -10, A-1, 2024-03-31, covid-19, x -y"
    minus = "It fell by −3.11 (−0.5%), to −£5; r=−0.3, 10-15, 5 -10, A-1, 2024-03-31, covid-19, x -y"
    assert one(text) == minus


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Prof.~Novak had 25~000 of 1~250~000, p.~7--p.~9",
            "Prof.\u00a0Novak had 25\u202f000 of 1\u202f250\u202f000, p.\u00a07–p.\u00a09",
        ),
        ("(~15%~25%)", "(~15%~25%)"),
        ("about (~8,~20) or ~3--~4", "about (~8,~20) or ~3–~4"),
        (r"a run of 8\,mi for \$3\,000", "a run of 8\u00a0mi for $3,000"),
        ("a ~ b, \\~c and `Table~9`", "a ~ b, ~c and Table~9"),
    ],
)
def test_ties_and_thin_spaces_hold_words_together(text: str, expected: str) -> None:
    assert plain(draft(f"{text}\n").sections[0].blocks[0].content) == expected  # type: ignore[union-attr]


def test_lowered_words_stay_lowered() -> None:
    assert one("C~2~H~5~OH and v~max~ and Al~2~(SO~4~)~3~") == "C~2H~5OH and v~max and Al~2(SO~4)~3"


def test_a_tie_that_may_be_another_sign_is_told() -> None:
    (told,) = [one for one in faults("Fit height~age for ages 5~12.\n") if "markup-plain" in one]
    assert "height~age is printed as it is typed (and 1 more in this file)" in told


def test_quotation_marks_of_latex() -> None:
    assert (
        one("A ``first'' and a ``second *one*.'' ``x = ''`` stays.")
        == "A “first” and a “second _one_.” `x = ''` stays."
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("It fell by - 3.5% (- 2 in May), to –£5 and –0.1", "It fell by −3.5% (−2 in May), to −£5 and −0.1"),
        ("**- 4.5%** of all, a change of – 4%", "−4.5% of all, a change of −4%"),
        ("the gas - 12% of all - is gone, 3 - 4, 2019 – 2024", "the gas - 12% of all - is gone, 3 - 4, 2019 – 2024"),
        ("all of them –3 boats– sail", "all of them –3 boats– sail"),
    ],
)
def test_a_minus_may_be_typed_as_a_dash_or_apart(text: str, expected: str) -> None:
    assert one(text).replace("*", "").replace("_", "") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("le “neuf” et l'“ancien”", "le «_neuf_» et l’«_ancien_»"),
        ("un ‘petit’ prix, l’an passé", "un «_petit_» prix, l’an passé"),
        ("<< anciens >> et 3 << 4", "«_anciens_» et 3 << 4"),
        ("« le “neuf” » et « l' « ancien » »", "«_le “neuf”_» et «_l’ “ancien”_»"),
        ("“le *“neuf”* et « x »”", "«_le “neuf” et “x”_»"),
        ("« l'‘habitat’ »", "«_l’“habitat”_»"),
        ("3 << 4 et 5” de long", "3 << 4 et 5” de long"),
        ("dans les années '80, l'essor", "dans les années ’80, l’essor"),
        ("une baisse de - 1,5 %, soit –2 %", "une baisse de −1,5_%, soit −2_%"),
    ],
)
def test_french_quotation_marks_and_minus(text: str, expected: str) -> None:
    assert one(text, language="fr-FR").replace("_", "").replace("\u202f", "_").replace("\u00a0", "_") == expected


def test_english_keeps_foreign_marks() -> None:
    assert one("the « neuf » and << new >>") == "the « neuf » and << new >>"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**Bacs**: les *quais*! Oui", "*Bacs*_: les _quais__! Oui"),
        ("[Zill](https://zill.fr/a:b); fin", "<Zill|https://zill.fr/a:b>_; fin"),
        ("`quai`: a, *(b)*; c", "`quai`_: a, _(b)__; c"),
        ("En 2023: oui, à 5%: non, [12]: x", "En 2023_: oui, à 5_%_: non, [12]_: x"),
        ("{{ '12' }}; {{ 'a' }}: b", "{12}_; {a}_: b"),
        ("Un texte^[Une note: oui]; fin", "Un texte(note 1: Une note_: oui)_; fin"),
        ("**Bacs:** *(!)* et 10:30", "*Bacs_:* _(!)_ et 10:30"),
    ],
)
def test_spaces_that_lack_in_french_behind_what_is_no_plain_word(typed: str, printed: str) -> None:
    assert one(typed, language="fr-FR").replace("\u202f", "_") == printed
    assert "\u202f" not in one(typed)
