"""Who publishes a paper is who writes it: no longer the institution that the examples have."""

from __future__ import annotations

from reportgen.document.style.prose import Prose
from reportgen.house import contact_lines, is_example
from reportgen.problems import Place, Problems

_FILE = "house.yaml"


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
    if not any(map(is_example, contact)) or any(map(is_example, own_contact)) or own in briefing.files:
        return
    if data := briefing.files.get(shared):
        lines = data.decode("utf-8", "replace").splitlines()
        line = next((at for at, text in enumerate(lines, 1) if text.startswith("contact:")), 1)
        name = briefing.house.name or "the demonstration"
        message = f"this paper is published by '{name}', whose address, {contact[0]}, is an example's"
        problems.add("house-example", Place(shared, line, 1), message)
