"""Loading a briefing with all of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from reportgen.folders import HEAD, TEXT_ENDINGS, chart_folders
from reportgen.house import House
from reportgen.language.typography import in_quotes
from reportgen.problems import NOWHERE, Place, Problem, Problems, did_you_mean
from reportgen.source import languages
from reportgen.source.confirmed import read_confirmed
from reportgen.source.facts import read_facts
from reportgen.source.files import Files, names_below, natural
from reportgen.source.habits import HEAD_HABITS
from reportgen.source.house_file import HOUSE, check_off, read_house
from reportgen.source.later import Later
from reportgen.source.lost import data_left, meta_left
from reportgen.source.meta import MOST_KEY_FACTS, Meta
from reportgen.source.model import Briefing, Fact, Reference, Table, TextFile
from reportgen.source.references import References
from reportgen.source.schema import read
from reportgen.source.tables import read_tables
from reportgen.source.terms import read_terms
from reportgen.source.uses import sources_named
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node
from reportgen.source.yaml_nodes import find as find_node
from reportgen.source.yaml_repair import has_lost, parse_on

_WRITTEN = (".docx", ".doc", ".odt", ".txt", ".tex", ".rtf", ".html", ".ipynb", ".mdx", ".adoc", ".rst", ".org")
_TITLES = ("title", "title-short", "container-title", "volume-title", "collection-title", "event-title", "note")
_LANGUAGE = "en-GB"
"""Of a paper whose own can't be read: only its faults are told."""


def load(folder: Path, workspace: Path, *, allow_charts: bool = False) -> Briefing:
    """Read and validate the briefing in `folder`, with what all briefings of the workspace's `sources/` share.

    `allow_charts` lets the chart kinds run that came out of a PDF. Raises ReportError with every problem found.
    """
    briefing, problems = loaded(folder, workspace, allow_charts=allow_charts)
    problems.raise_for_errors()
    return briefing


def loaded(folder: Path, workspace: Path, *, allow_charts: bool = False) -> tuple[Briefing, Problems]:
    """The same, or what is left of a briefing with faults; and every problem found."""
    files = Files(workspace.absolute(), Problems())
    briefing, undated = _whole(folder.absolute(), files, allow_charts=allow_charts)
    return (_left(briefing, files, undated=undated) if files.problems.errors else briefing), files.problems


def _whole(home: Path, files: Files, *, allow_charts: bool) -> tuple[Briefing, bool]:
    """The briefing, and whether a fault of its head hides the day that its facts are of."""
    shared = files.workspace / "sources"
    house = read_house(shared, home, files)
    terms = read_terms(shared / "terms.yaml", files)
    meta, whole, places = _meta(home, house, files)
    references, tables, facts = _data(home, files, meta.language if _has_words(meta.language) else _LANGUAGE)
    texts = _texts(home, meta, places, files)
    found = Briefing(
        home.name,
        home,
        files.workspace,
        meta,
        house or House(),
        texts,
        tables,
        facts,
        references,
        terms,
        _places(places),
        _unlisted(home, texts, files),
        chart_folders(files.workspace, allow_charts=allow_charts),
        files.read,
        read_confirmed(home, files),
        tuple(files.problems.found),
    )
    return found, not whole and not meta.facts_as_of and _may_have_date(places)


def _data(
    home: Path, files: Files, language: str
) -> tuple[Mapping[str, Reference], Mapping[str, Table], Mapping[str, Fact]]:
    """The sources, the workspace's and its own, and the tables and facts that name them."""
    references = References(files)
    for folder in dict.fromkeys((files.workspace / "sources", home)):
        references.read_folder(folder)
    tables = read_tables(home, files, references.sources, language)
    facts = read_facts(home, files, references.sources, language)
    files.problems.extend(_faults_of_sources(references.found, tables, facts))
    return _in_own_quotes(references.found, language), tables, facts


def _in_own_quotes(references: Mapping[str, Reference], language: str) -> Mapping[str, Reference]:
    """Sources whose titles have quotation marks of the paper's language for the straight ones that are typed; what
    nobody asks for is not read for it."""
    return {name: replace(one, csl=Later(partial(_quoted, one.csl, language))) for name, one in references.items()}


def _quoted(csl: Mapping[str, object], language: str) -> tuple[Mapping[str, object], Sequence[Problem]]:
    faults = csl.faults if isinstance(csl, Later) else ()
    typed = {key: text for key in _TITLES if isinstance(text := csl.get(key), str) and '"' in text}
    if not typed:
        return csl, faults
    from reportgen.language import words_for

    quoted = words_for(language).quoted
    return {**csl, **{key: in_quotes(text, quoted) for key, text in typed.items()}}, faults


def _may_have_date(head: Node | None) -> bool:
    """Whether a fault of briefing.yaml may hide when its facts are known."""
    return not isinstance(head, Entries) or any(key.text == "facts_as_of" for key, _ in head.entries) or has_lost(head)


def _left(briefing: Briefing, files: Files, *, undated: bool) -> Briefing:
    """A briefing with faults without what is at fault; `undated`: the day is lost that its facts are of."""
    left = data_left(briefing.folder, files, briefing.tables, briefing.facts)
    house_lost = any(Path(error.place.file).name == HOUSE for error in files.problems.errors)
    # By its day a text finds rows: without it, what seems to be missing may be there.
    whole = {name for name, lost in ((HEAD, undated), (HOUSE, house_lost)) if lost}
    lost = replace(left.lost, files={*left.lost.files, *whole})
    meta = briefing.meta if _has_words(briefing.meta.language) else replace(briefing.meta, language=_LANGUAGE)
    house = House() if house_lost else briefing.house
    return replace(briefing, meta=meta, house=house, tables=left.tables, facts=left.facts, lost=lost)


def _has_words(tag: str) -> bool:
    trial = Problems()
    _check_language(tag, NOWHERE, trial)
    return not trial.found


def _faults_of_sources(
    references: Mapping[str, Reference], tables: Mapping[str, Table], facts: Mapping[str, Fact]
) -> Iterator[Problem]:
    """What is wrong with the sources that data name, and with those that stand in the list of sources anyhow."""
    named = frozenset(sources_named(tables.values(), facts.values()))
    for reference in references.values():
        if reference.id in named or reference.background:
            yield from reference.faults


def _places(node: Node | None) -> dict[str, Place]:
    return {key.text: value.place for key, value in node.entries} if isinstance(node, Entries) else {}


def _meta(home: Path, house: House | None, files: Files) -> tuple[Meta, bool, Node | None]:
    """briefing.yaml, or what is left of it after faults; whether it is whole; and its nodes for the places of single
    values, as far as there are any."""
    path = home / HEAD
    start = files.start(path)
    if not path.is_file():
        files.problems.add("file-missing", start, f"there is no {HEAD}")
        return meta_left(None, home.name, start), False, None
    text = files.text(path)
    before = len(files.problems.found)
    node = parse_on(text, start, files.problems) if text is not None else None
    if text is None or (node is None and len(files.problems.found) > before):
        return meta_left(None, home.name, start), False, None
    meta = read(Meta, node, files.problems, habits=HEAD_HABITS, place=start)
    check_off(find_node(node, "off"), files.problems)
    left = meta or meta_left(node, home.name, start)
    _check_meta(left, node, house, files.problems)
    return left, meta is not None, node


def _check_meta(meta: Meta, node: Node | None, house: House | None, problems: Problems) -> None:
    def place(key: str) -> Place:
        found = find_node(node, key)
        return found.place if found else meta.place

    if len(meta.key_facts) > MOST_KEY_FACTS:
        message = f"{len(meta.key_facts)} key facts are too many for a cover: it holds {MOST_KEY_FACTS}"
        problems.add("wrong-type", place("key_facts"), message, "move the others into a ::: keyfacts block in the text")
    if house and meta.series and meta.series not in house.series:
        hint = did_you_mean(meta.series, house.series) or "name it in sources/house.yaml under series:"
        problems.add("not-in-list", place("series"), f"there is no series '{meta.series}'", hint)
    _check_language(meta.language, place("language"), problems)
    if meta.edition < 1:
        problems.add("wrong-type", place("edition"), "'edition' must be 1 or more", "the first edition is 1")


def _check_language(tag: str, place: Place, problems: Problems) -> None:
    from reportgen.language import UnknownLanguage, words_for

    if not languages.is_tag(tag):
        problems.add("wrong-type", place, f"'{tag}' is no language", languages.HINT)
        return
    try:
        words_for(tag)
    except UnknownLanguage as error:
        problems.add("not-in-list", place, str(error), error.hint)


def _texts(home: Path, meta: Meta, places: Node | None, files: Files) -> tuple[TextFile, ...]:
    """The files of text/ and its folders in the order of `contents:`, all of them by name where it names none."""
    folder = home / "text"
    known = _named(folder)
    wanted = list(_contents(places, known, files)) if meta.contents else list(known)
    _tell_left_out(folder, known, files)
    if not known:
        hint = "write the paper's sections in files such as text/summary.md"
        files.problems.add("file-missing", Place(f"{files.name(home)}/text"), "this briefing has no text", hint)
    return tuple(_read(home, known, wanted, files))


def _named(folder: Path) -> dict[str, str]:
    """The texts below a folder by their names without the ending, in natural order, each with its file.

    A file called index comes first in its folder, as in a book of Quarto's. Of two that differ in the ending alone the
    one that ends in .md counts: Quarto leaves such beside its own.
    """
    found: dict[str, str] = {}
    for file in names_below(folder, ""):
        name, ending = file[: -len(Path(file).suffix) or None], Path(file).suffix
        parts = ending != ".md" and Path(file).name.startswith(
            ("_", "~")
        )  # what other files take in, and temporary ones
        if ending.lower() in TEXT_ENDINGS and not parts and (name not in found or ending == ".md"):
            found[name] = file

    def order(name: str) -> Any:
        folder, _, base = name.rpartition("/")
        return natural(f"{folder}/" if folder and base == "index" else "" if base == "index" else name)

    return {name: found[name] for name in sorted(found, key=order)}


def _tell_left_out(folder: Path, known: Mapping[str, str], files: Files) -> None:
    """Report files of text/ that no paper reads for how their names end."""
    for name in names_below(folder, ""):
        stem, _, ending = name.rpartition(".")
        kind = f".{ending.lower()}"
        base = Path(name).name
        if name in known.values() or base.startswith("~") or kind not in (*TEXT_ENDINGS, *_WRITTEN):
            continue
        if base.startswith("_"):
            if kind in TEXT_ENDINGS:
                message = "this file is no part of the paper: its name begins with _, as what other files take in does"
                hint = f"rename it to {base.lstrip('_')}, or move it elsewhere"
                files.problems.add("text-left-out", files.start(folder / name), message, hint)
            continue
        message = "this file is no part of the paper: the names of its texts end in .md, .qmd or .Rmd"
        hint = f"write its text in {stem}.md, or move it elsewhere"
        if kind in TEXT_ENDINGS:
            message = f"this file is no part of the paper: {known[stem]} beside it is read"
            hint = "keep one of the two in text/"
        elif kind == ".txt":
            hint = f"rename it to {stem.removesuffix('.md')}.md, or move it elsewhere"
        files.problems.add("text-left-out", files.start(folder / name), message, hint)


def _unlisted(home: Path, listed: Sequence[TextFile], files: Files) -> tuple[TextFile, ...]:
    """The other files of text/; what is wrong with them is no fault of the paper."""
    known, read = _named(home / "text"), {text.name for text in listed}
    others = sorted(name for name in known if name not in read)
    return tuple(_read(home, known, others, Files(files.workspace, Problems())))


def _read(home: Path, known: Mapping[str, str], names: Sequence[str], files: Files) -> Iterator[TextFile]:
    folder = home / "text"
    for name in names:
        path = folder / known[name]
        text = files.text(path) if files.inside(home, folder, known[name], files.start(path)) else None
        if text is not None:
            yield TextFile(name, text, files.name(path))


def _contents(node: Node | None, known: Mapping[str, str], files: Files) -> Iterator[str]:
    """The names that `contents:` lists; unknown and repeated ones are reported."""
    listed = find_node(node, "contents")
    seen: set[str] = set()
    for leaf in listed.items if isinstance(listed, Items) else (listed,):
        if not isinstance(leaf, Leaf):
            continue
        if leaf.text not in known:
            bare = leaf.text.removesuffix(Path(leaf.text).suffix) if leaf.text in known.values() else leaf.text
            hint = did_you_mean(bare.removesuffix(".md"), known)
            files.problems.add("file-missing", leaf.place, f"there is no file text/{leaf.text}.md", hint)
        elif leaf.text in seen:
            files.problems.add("duplicate-id", leaf.place, f"'{leaf.text}' is listed twice", "remove one of the two")
        else:
            seen.add(leaf.text)
            yield leaf.text
