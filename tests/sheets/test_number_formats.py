"""What a spreadsheet shows of a number, by its format."""

from __future__ import annotations

import pytest

from reportgen.sheets.number_formats import NumberFormat
from reportgen.sheets.sheet import Shown


@pytest.mark.parametrize(
    ("value", "code", "text", "shown"),
    [
        (1 / 7, "0.0%", "14.2857142857143", Shown(1, "%")),
        (12.3, "0.0_%", "12.3", Shown(1)),
        (5, "[<1]0%;0", "5", Shown(0)),
        (0.5, "[<1]0%;0", "50", Shown(0, "%")),
        (0.5, '0" %"', "0.5", Shown(0, "%")),
        (10 / 3, "0.0", "3.33333333333333", Shown(1)),
        (12345678, "#,##0.0,,", "12.345678", Shown(1, "million")),
        (1234567, "£#,##0,", "1234.567", Shown(0, "£ thousand")),
        (-1234567, "[$£-809]#,##0,;([$£-809]#,##0,)", "-1234.567", Shown(0, "£ thousand")),
        (1234567, "#,##0, €", "1234.567", Shown(0, "€ thousand")),
        (2.5e9, "0.0,,,", "2.5", Shown(1, "billion")),
        (1234567, '#,##0," people"', "1234.567", Shown(0, "thousand people")),
        (1234567, '$#,##0,"K"', "1234.567", Shown(0, "$K")),
        (1234567, '#,##0,,"m"', "1.234567", Shown(0, "m")),
        (1234567, '#,##0," (£000)"', "1234.567", Shown(0, "£ thousand")),
        (1234567, '#,##0,"000s"', "1234.567", Shown(0, "thousand")),
        (1234567, "0.0E+00", "1234567", Shown()),
        (-0.000012, "##0.0E+0", "-0.000012", Shown()),
        (1234567, '0.00E+00" kg"', "1234567", Shown(unit="kg")),
        (2.5e9, '£0.0,,,"bn"', "2.5", Shown(1, "£bn")),
        (1.5, '£0.0" million"', "1.5", Shown(1, "£ million")),
        (1234.5, "[$£-809]#,##0.00", "1234.5", Shown(2, "£")),
        (1234.5, "#,##0.00 [$€-407]", "1234.5", Shown(2, "€")),
        (0.073, "+0.0%;-0.0%", "7.3", Shown(1, "%", plus=True)),
        (-0.073, "+0.0%;-0.0%", "-7.3", Shown(1, "%")),
        (3, "+#,##0;-#,##0;0", "3", Shown(0, plus=True)),
        (-1234, "#,##0;(#,##0)", "-1234", Shown(0)),
        (-0.05, "0.0%;[Red]-0.0%", "-5", Shown(1, "%")),
        (1234, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "1234", Shown(0)),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "0", Shown(0)),
        (1234, "00000", "1234", Shown(text="01234")),
        (0.25, "# ?/?", "0.25", Shown(text="1/4")),
        (1 / 3, "General", "0.333333333333333", Shown()),
        (-0.0, "General", "0", Shown()),
        (1e20, "General", "100000000000000000000", Shown()),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, code: str, text: str, shown: Shown) -> None:
    assert NumberFormat(code).read(value) == (text, shown)


@pytest.mark.parametrize(
    ("value", "code", "text", "shown"),
    [
        (45000, "mmm-yy", "2023-03", "Mar-23"),
        (45000, "[$-809]d mmmm yyyy", "2023-03-15", "15 March 2023"),
        (45000, "yyyy", "2023", ""),
        (45000, "yyyy_d", "2023", ""),
        (45000.5, "mm-dd-yy", "2023-03-15", ""),
        (45000, "d mmm", "2023-03-15", "15 Mar"),
    ],
)
def test_a_date_is_as_precise_as_it_is_shown(value: float, code: str, text: str, shown: str) -> None:
    assert NumberFormat(code).read(value) == (text, Shown(text=shown))


@pytest.mark.parametrize(("value", "code", "text"), [(1.25, "[h]:mm", "30:00"), (0.5, "h:mm", "12:00")])
def test_hours_are_what_is_shown(value: float, code: str, text: str) -> None:
    assert NumberFormat(code).read(value) == (text, Shown(text=text))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (45000.5, "0." + "0" * 37),
        (1e10, "yyyy-mm-dd"),
        (-1e10, "dd/mm/yyyy"),
        (1e300, "[h]:mm:ss"),
        (99999999, "mmm-yy"),
        (1e-300, "0." + "0" * 300),
    ],
)
def test_what_a_format_can_not_show_is_read_as_a_number(value: float, code: str) -> None:
    text, _ = NumberFormat(code).read(value)
    assert text
