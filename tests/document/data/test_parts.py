from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.parts import part
from reportgen.document.data.values import Datum
from reportgen.document.inlines import Record
from reportgen.language import words_for
from reportgen.problems import Place

WORDS = words_for("en-GB")
DATED = Record("t.c", Place("t.csv"), (), PartialDate(2021, 12))


def test_dates_have_parts_and_values_a_date() -> None:
    assert str(part(Datum(PartialDate(2022, 3), Form(WORDS, "date")), "year")) == "2022"
    assert str(part(Datum(Decimal(1), Form(WORDS), (DATED,)), "as_of")) == "December 2021"


def test_a_number_has_no_parts() -> None:
    with pytest.raises(Fault, match="has no part called 'year'"):
        part(Datum(Decimal(1), Form(WORDS), (DATED,)), "year")
