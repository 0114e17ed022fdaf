"""The people and organisations of a source: who wrote it, who edited it, and how each is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.language.typography import apostrophes
from reportgen.source.model import Reference

Name = Mapping[str, str]

MOST = 3
"""More names than these are "and others" after the first."""
_OTHERS = ("others", "et al.", "et al", "and others")
"""What a list of names ends with that leaves some out."""
_EDITORS = ("editor", "editor-translator")
_MAKERS = (
    *("director", "composer", "performer", "script-writer", "producer", "executive-producer", "series-creator", "host"),
    *("narrator", "illustrator", "compiler", "curator", "organizer", "chair", "interviewer", "contributor", "guest"),
)
"""Who answers for a work that nobody wrote or edited."""


@frozen
class People:
    """Names that stand together."""

    names: tuple[Name, ...] = ()
    cut: bool = False
    """Whether the source leaves some out ("and others")."""
    are_editors: bool = False

    def spelled(self, words: Words, *, inverted: bool = False) -> list[str]:
        """Each as it is printed; with `inverted` the family name of the first comes first."""
        return [spelled(name, words, inverted=inverted and not at) for at, name in enumerate(self.names)]

    def listed(self, words: Words, *, inverted: bool = False) -> str:
        """Such as "A, B and C"; "A and others" of more than three; editors have "(ed)" behind them."""
        names = _listed(self.spelled(words, inverted=inverted), words, cut=self.cut)
        count = len(self.names) + self.cut
        return words.say("cite.edited", names=names, count=count) if names and self.are_editors else names

    def families(self, words: Words) -> str:
        """Persons by their family names alone, organisations as they are; nothing of who edited."""
        return People(tuple(map(_family, self.names)), self.cut).listed(words)


def named(reference: Reference, key: str) -> People:
    """The names under a key of CSL."""
    people = reference.csl.get(key) or ()
    found = tuple(name for name in people if isinstance(name, Mapping)) if isinstance(people, Sequence) else ()
    cut = len(found) > 1 and _is_others(found[-1])
    return People(found[:-1] if cut else found, cut, key in _EDITORS)


def answering(reference: Reference) -> People:
    """Who answers for it: the first of its authors, editors and makers of whom there are any."""
    return _first(reference, ("author", *_EDITORS, *_MAKERS))


def editors(reference: Reference) -> People:
    """Its editors."""
    return _first(reference, _EDITORS)


def is_person(name: Name) -> bool:
    """Whether it is a person, not an organisation."""
    return not name.get("literal")


def spelled(name: Name, words: Words, *, inverted: bool = False) -> str:
    """An organisation as it is; a person as "Given Family", or "Family, Given", with a particle where the language has
    it: "de Vigny, Alfred", in French "Vigny, Alfred de"."""
    if name.get("literal"):
        return apostrophes(name["literal"].strip())
    particle = name.get("non-dropping-particle", "")
    behind = inverted and bool(name.get("family")) and words.form("«particle-behind»").fullmatch(particle) is not None
    family = " ".join(filter(None, ("" if behind else particle, name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"), particle if behind else "")))
    if name.get("static-ordering"):
        person = " ".join(filter(None, (family, given)))
    elif inverted:
        person = ", ".join(filter(None, (family, given)))
    else:
        person = " ".join(filter(None, (given, family)))
    return apostrophes(", ".join(filter(None, (person, name.get("suffix")))))


def _family(name: Name) -> Name:
    """A person by the family name alone; an organisation as it is."""
    kept = ("literal", "non-dropping-particle", "family")
    return {key: part for key, part in name.items() if key in kept} if name.get("family") else name


def _first(reference: Reference, keys: Iterable[str]) -> People:
    return next((people for key in keys if (people := named(reference, key)).names), People())


def _listed(names: Sequence[str], words: Words, *, cut: bool) -> str:
    if len(names) > MOST:
        return words.say("cite.and-others", name=names[0])
    return words.say("cite.and-others", name=", ".join(names)) if cut else words.listing(names)


def _is_others(name: Name) -> bool:
    return (name.get("literal") or name.get("family", "")).lower() in _OTHERS and not name.get("given")
