"""Characters that no font has: an emoji stands there by its name, all else is told."""

from __future__ import annotations

from tests.document.making import faults, one


def test_an_emoji_stands_there_by_its_name() -> None:
    assert one("Done ✅, not ❌\ufe0f.") == "Done (white heavy check mark), not (cross mark)."
    assert one("Fait ✅.", language="fr") == "Fait [(white heavy check mark)|en]."
    (fault,) = faults("One ✅ here.\n\nAnd ✅.\n")
    message = "warning: no font has the sign '✅': its name is printed, (white heavy check mark)"
    assert fault == f"text/t1.md:1:5: {message} (and 1 more in this file) [markup-plain]"


def test_signs_that_a_font_has_stay() -> None:
    assert one("✓ and ✔\ufe0f, € and 😀") == "✓ and ✔\ufe0f, € and 😀"


def test_scripts_that_run_from_right_to_left_are_told() -> None:
    assert faults("The word שלום is Hebrew.") == [
        "text/t1.md:1:10: error: no font has the characters ש ל ו ם [glyph-missing]"
    ]


def test_what_only_says_how_a_sign_looks_is_left_out() -> None:
    assert one("So 👋🏿 and 7\ufe0f\u20e3.") == "So (waving hand sign) and 7."
    assert not [fault for fault in faults("So 👋🏿 and 7\ufe0f\u20e3.\n") if "error" in fault]
