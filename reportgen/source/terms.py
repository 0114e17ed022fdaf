"""sources/terms.yaml: names and phrases that are marked wherever they occur."""

from __future__ import annotations

from pathlib import Path

from reportgen.source import languages
from reportgen.source.files import Files
from reportgen.source.model import Term
from reportgen.source.schema import read_list
from reportgen.source.yaml_nodes import parse


def read_terms(path: Path, files: Files) -> tuple[Term, ...]:
    """The terms of a file in its order, none where there is no file; faults go to `files.problems`."""
    text = files.text(path) if path.exists() else None
    if text is None:
        return ()
    terms = read_list(Term, parse(text, files.start(path), files.problems), files.problems)
    first: dict[str, Term] = {}
    for term in terms:
        if not term.text.strip():
            files.problems.add("missing-key", term.place, "this term has no text", "add text: …")
        elif first.setdefault(term.text, term) is not term:
            message = f"the term '{term.text}' stands already on line {first[term.text].place.line}"
            files.problems.add("duplicate-id", term.place, message, "remove one of the two")
        if term.lang and not languages.is_tag(term.lang):
            files.problems.add("wrong-type", term.place, f"'{term.lang}' is no language", languages.HINT)
    return tuple(term for term in terms if term.text.strip())
