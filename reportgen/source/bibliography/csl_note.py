"""The lines "Key: value" that Zotero's Extra puts into a `note`: CSL's variables, and numbers of other programs."""

from __future__ import annotations

import re

from reportgen.source.bibliography import csl

_LINE = re.compile(r"\s*(?:\{:)?\s*([A-Za-z_][\w. -]{1,40}?)\s*:\s+(.+?)\s*\}?\s*")
_CODED = re.compile(r"\{:([A-Za-z_-]+):\s*([^{}]*)\}")
_NAMES = {key.lower(): key for key in csl.KEYS}
_UNLIKE = frozenset({"note", "source", "title", "id", "type", "background", "section", "references", "annote"})
"""Words with which a remark may begin as well."""
_NOISE = re.compile(
    r"(?:tex\.\S+|\w*_\w+|citation key|page version id|library catalog|arxiv(?: id)?|qid|oclc|lccn|ads bibcode|s2id"
    r"|mag id|google[- ]books[- ]id|openalex|zscc?|citations?|semantic scholar\S*|container title short|ebscohost|jstor"
    r"|rights|original item|bibtex|number of pages|num pages|accession number|reporter|extra|type of medium|read \w+"
    r"|place|accepted|conference name|archive location|last modified|citation key alias)",
    re.IGNORECASE,
)
"""What other programs keep there."""
_COUNT = re.compile(
    r"\d{5}(?: .*)?|\d+ citations?.*|ZSCC: .*|\[s\d\]|tex\.\S+\s*=.*|Citation Key:.*|This CSL .*Manubot.*",
    re.IGNORECASE,
)
_KEPT = r"(?:Citation Key Alias|Conference Name|Archive Location|Place|Section|Publisher|Type|Accepted|Last Modified)"
_EPRINT = re.compile(r"(?:\\_|(?<!\w)_)eprint:\s*(?:(?P<address>https?:\S+)|\S+)?")
_MACHINE = re.compile(rf"(?:Number:\s*\S+\s+)?(?:{_KEPT}:\s.*?(?:\Z|\s+(?={_KEPT}:)))+")
"""A line that Zotero has from its own fields for which BibTeX has no other place."""


def cleaned(note: str, *, publisher: bool, address: bool) -> str:
    """A note of BibTeX without what Zotero put there for itself: a publisher where the entry has one or is an article,
    another address where it has one."""

    def is_own(line: str) -> bool:
        return _MACHINE.fullmatch(line.strip()) is not None and (publisher or not line.strip().startswith("Publisher:"))

    if ":" not in note:
        return note
    text = _EPRINT.sub(lambda found: "" if address else found["address"] or found[0], note)
    return "\n".join(line for line in text.split("\n") if not is_own(line)) if text.strip() else ""


def has_lines(note: str) -> bool:
    """Whether a text of LaTeX has lines of that form, each with its braces in pairs."""
    lines = note.split("\n")
    return (
        len(lines) > 1 and any(map(_LINE.fullmatch, lines)) and all(one.count("{") == one.count("}") for one in lines)
    )


def parted(note: str) -> tuple[dict[str, str], str]:
    """CSL's variables that the lines of a note set, and what is left of it as a remark on one line."""
    found: dict[str, str] = {}

    def coded(match: re.Match[str]) -> str:
        name = _NAMES.get(match[1].lower())
        if name:
            found.setdefault(name, match[2].strip())
        return "" if name else match[0]

    lines = _CODED.sub(coded, note).split("\n")
    left = [line.strip() for line in lines if not _takes(line, found)]
    return found, " ".join(" ".join(left).split())


def _takes(line: str, found: dict[str, str]) -> bool:
    """Whether a line is no remark; what it sets goes to `found`."""
    if _COUNT.fullmatch(line.strip()):
        return True
    match = _LINE.fullmatch(line)
    if match is None:
        return False
    name = _NAMES.get(re.sub(r"\s+", "-", match[1].lower())) or _NAMES.get(re.sub(r"\s+", "_", match[1].lower()))
    if name and name not in _UNLIKE:
        found.setdefault(name, match[2])
        return True
    return name is None and _NOISE.fullmatch(match[1]) is not None
