"""Dates of sources in words."""

from __future__ import annotations

import pytest

from reportgen.dates import PartialDate
from reportgen.document.text.source_dates import date_in_words
from reportgen.language import words_for


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (PartialDate(2022, 3, 31), "31 March 2022", "31 mars 2022"),
        ({"date-parts": ((2014, 3), (2014, 5))}, "March–May 2014", "mars–mai 2014"),
        ({"date-parts": ((2014, 3, 3), (2014, 3, 5))}, "3–5 March 2014", "3–5 mars 2014"),
        ({"date-parts": ((2014, 3, 3), (2014, 4, 3))}, "3 March–3 April 2014", "3 mars–3 avril 2014"),
        ({"date-parts": ((1984,), (1986,))}, "1984–1986", "1984–1986"),
        ({"date-parts": ((2019,), (2021, 4))}, "2019–April 2021", "2019–avril 2021"),
        ({"date-parts": ((2004,), ())}, "from 2004", "depuis 2004"),
        ({"date-parts": ((), (1997,))}, "until 1997", "jusqu’à 1997"),
        ({"date-parts": ((1850,),), "circa": True}, "c. 1850", "vers 1850"),
        ({"date-parts": ((1850,),), "uncertain": True}, "1850?", "1850?"),
        ({"date-parts": ((2022,),), "season": 1}, "spring 2022", "printemps 2022"),
        ({"decade": 1990}, "1990s", "années 1990"),
        ({"literal": "in press"}, "in press", "sous presse"),
        ({"literal": "autumn term"}, "autumn term", "autumn term"),
        ({"undated": True}, "no date", "sans date"),
        (None, "", ""),
    ],
)
def test_dates(value: object, english: str, french: str) -> None:
    said = [date_in_words(value, words_for(tag)).replace("\u00a0", " ") for tag in ("en-GB", "fr")]
    assert said == [english, french]
