from __future__ import annotations

import pytest

from tests.document.making import dumped, faults


def _timeline(*dates: str) -> str:
    return "::: timeline\n" + "\n\n".join(f"{date}\n: said" for date in dates) + "\n:::\n"


@pytest.mark.parametrize(
    ("dates", "printed"),
    [
        (("19/08/2024", "05/04/2024"), ["19 Aug 2024", "5 Apr 2024"]),
        (("08/19/2024", "04/05/2024"), ["19 Aug 2024", "5 Apr 2024"]),
        (("19.08.2024",), ["19 Aug 2024"]),
        (("2013-09", "September 1972"), ["September 2013", "September 1972"]),
        (("13 August 1870", "2024-08-19", "2013-09"), ["13 August 1870", "19 August 2024", "Sept 2013"]),
        (("2013-09", "1972"), ["Sept 2013", "1972"]),
        (("c. 1899", "Spring 2020", "2024-05-02"), ["c. 1899", "Spring 2020", "2 May 2024"]),
    ],
)
def test_dates_of_a_timeline_are_in_one_form(dates: tuple[str, ...], printed: list[str]) -> None:
    lines = dumped(_timeline(*dates)).splitlines()[2:] or dumped(_timeline(*dates)).splitlines()
    assert [line.strip().removesuffix(" | said") for line in lines if "| said" in line] == printed


@pytest.mark.parametrize("dates", [("05/04/2024", "01/02/2023"), ("05/14/2024", "14/05/2024")])
def test_an_order_that_nothing_shows_is_asked_for_once(dates: tuple[str, ...]) -> None:
    (fault,) = faults(_timeline(*dates))
    assert "dates that may mean two days" in fault and "[bad-date]" in fault
