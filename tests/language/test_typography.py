"""The rules of typography for words that are printed."""

import pytest

from reportgen.language import Words, words_for
from reportgen.language.typography import in_quotes

EN, FR = words_for("en-GB"), words_for("fr-FR")


@pytest.mark.parametrize("words", [EN, FR])
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("4 310 662 foyers", "4\u202f310\u202f662 foyers"),
        ("pour 10 000 hab.", "pour 10\u202f000 hab."),
        ("18 500 €", "18\u202f500\u00a0€"),
        ("2021 300", "2021 300"),  # a year and another number
        ("0845 300 400", "0845 300 400"),  # a telephone
        ("06 12 345 678 9", "06 12 345 678 9"),
        ("Côtes-d'Armor, l'Isère", "Côtes-d’Armor, l’Isère"),
        ("a.fr/d'une/b, l'or", "a.fr/d'une/b, l’or"),
        ("p. 17-19", "p.\u00a017-19"),
        ("+3 pts, 40 M€, 2 Md€", "+3\u00a0pts, 40\u00a0M€, 2\u00a0Md€"),
    ],
)
def test_signs_in_every_language(words: Words, typed: str, printed: str) -> None:
    assert words.typeset(typed) == printed
    assert len(words.typeset(typed)) == len(typed)


def test_short_words_keep_to_their_number() -> None:
    assert FR.typeset("n° 7, N° 8, nos 3, L. 121-1, S2 2019, 8 h 15") == (
        "n°\u00a07, N°\u00a08, nos\u00a03, L.\u00a0121-1, S2\u00a02019, 8\u00a0h\u00a015"
    )
    assert EN.typeset("No. 7, art. 5, Q3 2019, s. 4, vol. II") == (
        "No.\u00a07, art.\u00a05, Q3\u00a02019, s.\u00a04, vol.\u00a0II"
    )
    assert EN.typeset("It is so. 4 others") == "It is so. 4 others"


@pytest.mark.parametrize(
    "ordinal", "1ers 1re 1ère 2nde 3ème 4èmes XIVe XVIIIe Ier Ire IIe Vème XIXes 2d 2de 2nd 6eme 3ieme".split()
)
def test_letters_of_ordinals_are_raised(ordinal: str) -> None:
    found = FR.raised.fullmatch(ordinal)
    assert found and found["letters"].islower() and ordinal.endswith(found["letters"])


@pytest.mark.parametrize("word", "Ce Le Vers Inde Vie Ile Ive 24 CIe Xavier 12d 2dm".split())
def test_other_words_are_not(word: str) -> None:
    assert not FR.raised.search(word)


def test_spaces_that_lack_in_french() -> None:
    typed = "«Bien» dit-il; pourquoi? 7€, 12%, 5°C: oui! 9:15 et a.fr/b?c"
    printed = "«_Bien_» dit-il_; pourquoi_? 7_€, 12_%, 5_°C_: oui_! 9:15 et a.fr/b?c"
    assert FR.gaps.sub("_", typed) == printed
    assert EN.gaps.sub("_", typed) == typed


def test_the_feminine_of_numbers() -> None:
    assert [FR.spelled(number, feminine=True) for number in (1, 31, 81)] == ["une", "trente et une", "quatre-vingt-une"]
    assert [FR.ordinal(number, feminine=True) for number in (1, 2)] == ["1re", "2e"]
    assert FR.has_feminine and not EN.has_feminine


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("3,4 milliers de bacs", "3,4~milliers de bacs"),
        ("le 2 juin et le 1er oct. 2023", "le 2~juin et le 1er~oct. 2023"),
        ("selon l’article 12 et l’alinéa 4", "selon l’article~12 et l’alinéa~4"),
        ("20 €/h, 15 GBP et 7 $", "20~€/h, 15~GBP et 7~$"),
        ("Mme Sand et A. Ferry, loc. cit.", "Mme~Sand et A.~Ferry, loc.~cit."),
        ("Pie IX à la 2e heure", "Pie~IX à la 2e~heure"),
        ("en – 4,5 points", "en –~4,5~points"),
        ("les 4 marins", "les 4 marins"),
    ],
)
def test_no_line_ends_between_a_number_and_what_it_counts(typed: str, held: str) -> None:
    assert FR.typeset(typed).replace("\u00a0", "~") == held


def test_nor_does_one_in_english() -> None:
    typed = "5.4 million boats on 3 May and 12 Oct 2023, op. cit.; 4 Mayors"
    assert EN.typeset(typed).replace("\u00a0", "~") == "5.4~million boats on 3~May and 12~Oct 2023, op.~cit.; 4 Mayors"


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        ('Le port "libre"', "Le port «_libre_»", "Le port “libre”"),
        ('L\'"estran" ("a")', "L’«_estran_» («_a_»)", "L’“estran” (“a”)"),
        ('« dit "Zill" »', "« dit “Zill” »", "« dit “Zill” »"),
        ('“of "Zill"”', "“of «_Zill_»”", "“of ‘Zill’”"),
        ('a 5" and a 6" pipe, a " alone', 'a 5" and a 6" pipe, a " alone', 'a 5" and a 6" pipe, a " alone'),
    ],
)
def test_straight_marks_round_words_become_the_languages(typed: str, french: str, english: str) -> None:
    assert in_quotes(typed, FR.quoted).replace("\u202f", "_") == french
    assert in_quotes(typed, EN.quoted) == english
