from __future__ import annotations

from reportgen.document.data import marks
from reportgen.document.data.values import Datum, lift
from reportgen.document.templates.beside import values_in
from reportgen.language import words_for

DATA: list[Datum] = [lift(number, words_for("en-GB")) for number in (3, 5)]


def test_what_stands_beside_a_value_ends_at_the_next_one() -> None:
    first, second = values_in(f"of £**{marks.value(1)} bn, {marks.value(0)} m", DATA)
    assert (first.index, first.datum, first.before, first.after) == (1, DATA[1], "of £**", " bn, ")
    assert (second.index, second.datum, second.before, second.after) == (0, DATA[0], " bn, ", " m")
    assert (first.sign, second.sign) == ("£", ",")


def test_a_long_text_is_not_copied_for_each_of_its_values() -> None:
    text = "".join(f"{'word ' * 500}{marks.value(at % 2)}" for at in range(50))
    assert sum(len(one.before) + len(one.after) for one in values_in(text, DATA)) <= 50 * 2 * 80
