"""Who publishes a paper is who writes it: no longer the institution that the examples have, nor words of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.style.prose import Prose
from reportgen.house import contact_lines, is_example
from reportgen.problems import Place, Problems

_FILE = "house.yaml"
_OF_HOUSE = ("demonstration paper", "research@example.org")
_OF_BRIEFING = (
    "Rural buses in Wexmoor",
    "DEMO-01",
    "Rural bus services in an invented county",
    "[buses, rural transport, example]",
    "[Transport section]",
    "transport@example.org",
    "Debate on local transport (invented)",
    "This paper is an **example**",
)
"""What `reportgen new` writes in either file that is printed and is true of no other paper."""
_TITLE, _CONTACT = _OF_BRIEFING[0], "transport@example.org"


def check_institution(prose: Prose, problems: Problems) -> None:
    """Tell of a shared house.yaml that is still the demonstration's, for a paper that is none.

    It is still the demonstration's while its contact is an address that nobody can have; a paper is none if its own
    contact is another one, or missing, and no house.yaml of its own says who publishes it.
    """
    briefing = prose.briefing
    folder = briefing.meta.place.file.rpartition("/")[0]
    shared, own = f"{folder.rpartition('/')[0]}/{_FILE}", f"{folder}/{_FILE}"
    contact = contact_lines(briefing.house.contact)
    own_contact = contact_lines(briefing.meta.contact)
    begun = _CONTACT in own_contact and not briefing.meta.title.text.startswith(_TITLE)
    if any(map(is_example, own_contact)) and not begun:
        return
    for file, words in (
        (own if own in briefing.files else shared, _OF_HOUSE),
        (briefing.meta.place.file, _OF_BRIEFING),
    ):
        _tell_left(file, briefing.files.get(file, b""), words, problems)
    if not any(map(is_example, contact)) or own in briefing.files:
        return
    if data := briefing.files.get(shared):
        lines = data.decode("utf-8", "replace").splitlines()
        line = next((at for at, text in enumerate(lines, 1) if text.startswith("contact:")), 1)
        name = briefing.house.name or "the demonstration"
        message = f"this paper is published by '{name}', whose address, {contact[0]}, is an example's"
        problems.add("house-example", Place(shared, line, 1), message)


def _tell_left(file: str, data: bytes, words: Sequence[str], problems: Problems) -> None:
    """Tell of words that a file still has from the example; of its contact `check_institution` tells."""
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        written = "" if line.lstrip().startswith("#") or (words is _OF_HOUSE and line.startswith("contact:")) else line
        for left in (one for one in words if one in written):
            message = f"'{left}' is still the example's, and printed in this paper"
            problems.add("house-example", Place(file, number, 1), message, "write your own, or delete it")
