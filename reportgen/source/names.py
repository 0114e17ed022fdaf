"""Names that others refer to: of tables and facts, and the ids of sources."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.problems import Problems, did_you_mean
from reportgen.source.model import Phrase

_OURS = "tables facts title edition published updated facts_as_of next_review name"
_JINJA = "loop true false none self super caller varargs kwargs range dict lipsum cycler joiner namespace filter set"
RESERVED = frozenset(f"{_OURS} {_JINJA}".split())
"""Names that mean something else in a template."""

_NAME = re.compile("[a-z][a-z0-9_]*")


def check_name(name: Phrase, what: str, problems: Problems) -> None:
    """Report a name that a template can't use; `what` is "table" or "fact"."""
    if not _NAME.fullmatch(name.text):
        hint = f"use small letters, digits and _, as in {_tidy(name.text)}"
        problems.add("bad-name", name.place, f"'{name.text}' can't be the name of a {what}", hint)
    elif what == "table" and (name.text in RESERVED or keyword.iskeyword(name.text)):
        message = f"'{name.text}' can't be the name of a table: it means something else in templates"
        problems.add("bad-name", name.place, message, f"call it {name.text}_table, say")


def _tidy(name: str) -> str:
    tidy = re.sub("[^a-z0-9]+", "_", name.casefold()).strip("_")
    return tidy if _NAME.fullmatch(tidy) else "my_table"


@dataclass(frozen=True, slots=True)
class Sources:
    """The ids of the references; without `complete` (a file could not be read) no id is called unknown."""

    ids: frozenset[str]
    complete: bool = True

    def known(self, written: Iterable[Phrase], problems: Problems) -> tuple[str, ...]:
        """The ids in these texts, each once; unknown ones are reported."""
        found: dict[str, None] = {}
        for phrase in written:
            for name in ids_in(phrase.text):
                if self.complete and name not in self.ids:
                    hint = did_you_mean(name, self.ids) or "add it to sources/references.yaml"
                    problems.add("citation-unknown", phrase.place, f"there is no reference '{name}'", hint)
                else:
                    found[name] = None
        return tuple(found)


def ids_in(written: str) -> list[str]:
    """The ids that a `source:` names; several in one text are parted by ";", and each may have its @."""
    return [name for part in written.split(";") if (name := part.strip().removeprefix("@"))]
