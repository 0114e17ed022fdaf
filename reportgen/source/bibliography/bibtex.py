"""An entry of BibTeX or BibLaTeX to a CSL item.

Which entries a file has, and what they lend each other, is `bibtex_file`'s to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.bibliography import addresses, bibtex_addresses, csl, csl_note, dates
from reportgen.source.bibliography import bibtex_fields as known
from reportgen.source.bibliography.bibtex_bodies import NamePart
from reportgen.source.bibliography.bibtex_names import names
from reportgen.source.bibliography.finishing import finished, tell_no_date
from reportgen.source.bibliography.latex import decoded
from reportgen.source.bibliography.markup import kept
from reportgen.source.meant_dates import hint_for
from reportgen.source.scalars import short

_EXTENT = Pattern(r"[ivxlcdm]+\s*\+\s*\d+(\s*pp?\.?)?")
"""How many pages a book has, as MathSciNet writes it: no place in it."""
_THESES = ("phdthesis", "mastersthesis", "bathesis")
_IN_SERIES = ("book", "chapter", "paper-conference", "entry-encyclopedia")
_ARXIV = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)", re.IGNORECASE)
_ARCHIVES = {
    "arxiv": ("arXiv:{}", "https://arxiv.org/abs/{}"),
    "jstor": ("", "https://www.jstor.org/stable/{}"),
    "pubmed": ("", "https://pubmed.ncbi.nlm.nih.gov/{}/"),
    "pmid": ("", "https://pubmed.ncbi.nlm.nih.gov/{}/"),
    "hdl": ("", "https://hdl.handle.net/{}"),
    "handle": ("", "https://hdl.handle.net/{}"),
    "googlebooks": ("", "https://books.google.com/books?id={}"),
    "ssrn": ("SSRN {}", "https://papers.ssrn.com/sol3/papers.cfm?abstract_id={}"),
}
"""Archives by what an `eprinttype` calls them: how a number of theirs is printed, and its address."""
_TILDE = "\ue0ff"
_SENTENCE_ENDS = (":", "?", "!", ".", "—", "–")


def item_of(
    kind: str, fields: Mapping[str, str], name: str, at: Callable[[str], Place], problems: Problems
) -> dict[str, object]:
    """The CSL item of an entry of the type `kind`; what is wrong with it goes to `problems`.

    `fields` are as they are written, by their names in small letters; `at` finds the place of each. An entry without a
    title has its `name` for one.
    """
    entry = _EntryReading(kind.lower(), fields, at, problems)
    item: dict[str, object] = {"type": entry.type}
    for part in (entry.titles, entry.texts, entry.numbers, entry.people, entry.dates, entry.addresses):
        item |= {key: value for key, value in part().items() if value and key not in item}
    places = {"DOI": "doi", "URL": item.pop("url-field", "url")}
    return finished(item, name, lambda key: at(str(places.get(key, key))), problems, "add title = {…}")


@frozen
class _EntryReading:
    """One entry being read."""

    kind: str
    fields: Mapping[str, str]
    at: Callable[[str], Place]
    problems: Problems
    told: set[tuple[str, str]] = field(default_factory=set)

    @property
    def type(self) -> str:
        """CSL's type."""
        subtype = known.SUBTYPES.get(self.fields.get("entrysubtype", "").lower(), "")
        return subtype or known.TYPES.get(self.kind, "document")

    def text(self, name: str) -> str:
        """A field without its LaTeX; "" where there is none."""
        written = self.fields.get(name, "")
        return self._decoded(name, written)

    def _decoded(self, name: str, written: str) -> str:
        """LaTeX of a field; marks that its program left as HTML are marks, and other angle brackets are signs."""
        unknown: list[str] = []
        letters = decoded(written, lambda message: self.tell(name, message))
        marked = kept(letters, unknown.append)
        return letters if unknown else marked

    def tell(self, name: str, message: str) -> None:
        """Note once what can't be read in a field."""
        if (name, message) not in self.told:
            self.told.add((name, message))
            self.problems.add("source-latex", self.at(name), message)

    def titles(self) -> dict[str, object]:
        """Its title, and those of what it stands in."""
        title, book, main = self._title("title"), self._title("booktitle"), self._title("maintitle")
        journal = self._title("journaltitle") or self._title("journal")
        inside = [part for part in (self._title("issuetitle"), book, main, journal) if part]
        if book and (not title or self.type == "book"):
            title, inside = title or book, [part for part in inside if part != book]
        return {
            "title": title,
            "title-short": self.text("shorttitle"),
            "container-title": inside[-1] if inside else "",
            "volume-title": ", ".join(inside[:-1]),
            "event-title": self._title("eventtitle"),
        }

    def _title(self, name: str) -> str:
        title, sub, added = (self.text(part) for part in known.TITLES[name])
        if title and sub:
            title = f"{title} {sub}" if title.endswith(_SENTENCE_ENDS) else f"{title}: {sub}"
        return ", ".join(filter(None, (title, added)))

    def texts(self) -> dict[str, object]:
        """What is text as it stands."""
        made: dict[str, object] = {}
        for name, key in known.TEXTS.items():
            made.setdefault(key, self.text(name)) if name in self.fields else None
        made["page"] = made.get("page") or self.text("eid")
        if _EXTENT.fullmatch(str(made["page"])):
            made["page"] = ""
        made["publisher"] = ", ".join(dict.fromkeys(filter(None, map(self.text, known.PUBLISHERS))))
        if "series" in self.fields and self.type in _IN_SERIES and not self.fields.keys() & {"number", "maintitle"}:
            # In BibTeX a volume is that of the series, unless the book has a number there.
            made.pop("volume", None)
        kind = self.kind if self.kind in _THESES else ""
        made["genre"] = self.text("type") or kind
        return made

    def numbers(self) -> dict[str, object]:
        """Its number, which is that of an issue, of a volume in a series, or its own."""
        number, issue = self.text("number"), self.text("issue")
        if self.type.startswith("article") or self.kind == "periodical":
            return {"issue": ", ".join(filter(None, (number, issue)))}
        if "series" in self.fields and self.type in _IN_SERIES:
            alone = not number and "maintitle" not in self.fields
            return {"collection-number": self.text("volume") if alone else number, "issue": issue}
        return {"number": number, "issue": issue}

    def people(self) -> dict[str, object]:
        """Who wrote it, and who else had a hand in it."""
        made: dict[str, object] = {}
        for name, key in known.NAMES.items():
            if self.fields.get(name):
                told, guessed = partial(self.tell, name), partial(self._guessed, name)
                made.setdefault(key, names(self.fields[name], told, guessed))
        return made

    def _guessed(self, name: str, part: NamePart) -> None:
        """Note what was taken for an organisation, or may be one."""
        shown, alone = short(part.text), part.text == " ".join(self.fields[name].split())
        braced = f"{name} = {{{{{part.text}}}}}" if alone else f"{{{part.text}}}"
        if part.told == "parted":
            message = f"names in {name} = {{{shown} …}} are parted by a word that is no English one: each is read alone"
            self.problems.add("source-name", self.at(name), message, "write and between two names, as BibTeX has it")
        elif part.told == "body":
            message = f"{shown} is taken for an organisation"
            self.problems.add("source-body", self.at(name), message, f"write {braced} to say so")
        else:
            message = f"{shown} may be a person, several names or an organisation"
            hint = f"write {braced} for an organisation, Family, Given for a person"
            self.problems.add("source-name", self.at(name), message, hint)

    def dates(self) -> dict[str, object]:
        """When it appeared, and when it was read."""
        words = {name: self._date_text(name) for name in known.DATES if name in self.fields}
        made: dict[str, object] = {}
        field_of = {"issued": "date" if words.get("date") else "year"}
        field_of["accessed"] = next((name for name in known.READ_ON if words.get(name)), "urldate")
        field_of |= {"original-date": "origdate" if words.get("origdate") else "origyear", "event-date": "eventdate"}
        for key, name in field_of.items():
            try:
                made[key] = dates.issued(words) if key == "issued" else dates.read(words.get(name, ""))
            except ValueError:
                tell_no_date(name, words.get(name, ""), self.at(name), self.problems)
        return made

    def _date_text(self, name: str) -> str:
        """A date as it is meant: its ~ is "about", not LaTeX's space."""
        written = self.fields[name].replace("~", _TILDE)
        return decoded(written, lambda message: self.tell(name, message)).replace(_TILDE, "~")

    def addresses(self) -> dict[str, object]:
        """Its address, wherever it stands, and what the notes say besides."""
        made: dict[str, object] = {"DOI": bibtex_addresses.out_of_latex(self.fields.get("doi", ""))}
        urls = bibtex_addresses.out_of_latex(self.fields.get("url", "")).split()
        made["URL"] = urls[0] if len(urls) > 1 and all(map(addresses.is_address, urls)) else " ".join(urls)
        made |= self._eprint(known_address=bool(made["DOI"] or made["URL"]))
        notes: list[str] = []
        for name in (*known.NOTES, *known.OWN_NOTES):
            written, own = self.fields.get(name, ""), name in known.OWN_NOTES
            if name == "note":
                published = self.kind == "article" or any(one in self.fields for one in known.PUBLISHERS)
                addressed = bool(made["URL"] or made["DOI"])
                written = csl_note.cleaned(written, publisher=published, address=addressed)
            address, said, read = bibtex_addresses.in_text(written)
            if address and not made["URL"] and not (made["DOI"] and own):
                made |= {"URL": address, "url-field": name}
            if not own:
                made = self._noted(name, said if address in ("", made["URL"]) else written, notes) | made
                made |= self._read_on(name, read)
        return made | {"note": ", ".join(notes)}

    def _noted(self, name: str, written: str, notes: list[str]) -> dict[str, object]:
        """What a note sets that has the lines of Zotero's Extra; what is left of it goes to `notes`."""
        lines = written.split("\n") if csl_note.has_lines(written) else [written]
        found, left = csl_note.parted("\n".join(self._decoded(name, line) for line in lines))
        made: dict[str, object] = {key: text for key, text in found.items() if key in csl.TEXTS}
        for key in found.keys() & csl.DATES:
            try:
                made[key] = dates.read(found[key])
            except ValueError:
                left = f"{key}: {found[key]}, {left}"
        notes += filter(None, [left.strip(" ,;")])
        return made

    def _read_on(self, name: str, written: str) -> dict[str, object]:
        """The day on which a note says that the address was read; one that is in doubt stands as it is typed."""
        try:
            return {"accessed": dates.read(written)} if written else {}
        except ValueError:
            message = f"'{written}' is no day for certain, and is printed so"
            hint = hint_for(written).replace("write it as", "write urldate =") or "write urldate = {2025-03-31}"
            self.problems.add("date-odd", self.at(name), message, hint)
            return {"accessed": {"literal": written}}

    def _eprint(self, *, known_address: bool) -> dict[str, object]:
        number = bibtex_addresses.out_of_latex(self.fields.get("eprint", "") or self.fields.get("arxivid", ""))
        if not number:
            return {}
        if addresses.is_address(number):
            return {} if known_address else {"URL": number, "url-field": "eprint"}
        written = self.text("eprinttype") or self.text("archiveprefix")
        arxiv = _ARXIV.fullmatch(number)
        archive = written.lower() or ("arxiv" if arxiv else "")
        number = arxiv[1] if arxiv and archive == "arxiv" else number
        printed, address = _ARCHIVES.get(archive, (f"{written}:{{}}" if written else "{}", ""))
        made: dict[str, object] = {"archive_location": printed.format(number)}
        return made if known_address or not address else made | {"URL": address.format(number)}
