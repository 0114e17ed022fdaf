"""Values in text: Jinja2 templates, strict and sandboxed, whose output still knows the author's lines.

A printed value leaves a mark (`marks.VALUE`) in the text, so that no value is ever read as Markdown. A line on which
only tags or comments stand leaves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes

from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.lookups import names
from reportgen.document.data.values import Datum, lift
from reportgen.document.inlines import Value
from reportgen.document.templates.beside import values_in
from reportgen.document.templates.comments import prepare
from reportgen.document.templates.doubled import typed_other, typed_twice, with_other, without_typed
from reportgen.document.templates.missing import lacks_value, missing_value, offset_of, silent, unsourced
from reportgen.document.templates.prepare import prepared
from reportgen.document.templates.sandbox import Sandbox
from reportgen.document.templates.scan import Found, blank, closed, gone, replaced, single, unclosed
from reportgen.document.templates.sizes import misread, told
from reportgen.document.templates.tokens import Site, Sites
from reportgen.document.templates.units import is_unitless, without_unit
from reportgen.document.templates.whereabouts import Author, SourceMap, read_back
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.phrases import NO_TEXT, Phrase
from reportgen.problems import NOWHERE, Problems
from reportgen.source.model import Briefing

_DEEP = (RecursionError, SyntaxError)
_FAULTS = (Fault, TemplateError, *_DEEP, TypeError, ValueError, AttributeError, LookupError, ArithmeticError)
"""What a template's own fault can raise; anything else is ours."""


@frozen
class Rendered:
    """Text after its templates, which knows where the author wrote it."""

    text: str
    origin: SourceMap
    torn: bool = False
    """Whether a fault hides what the author wrote here: what seems to be missing may be there."""


class Templates:
    """Renders the texts of one briefing; `values[n]` is what mark n stands for.

    `without_markup` makes plain words of the paper's title, which is Markdown where it is set, and a value elsewhere.
    It is rendered at once, as `title`; what is wrong with it is in `title_faults`, for whoever sets it.
    """

    def __init__(
        self, briefing: Briefing, words: Words, without_markup: Callable[[str], str] = lambda text: text
    ) -> None:
        self.values: list[Value] = []
        self._data: list[Datum] = []
        self._names = names(briefing, words, silent())
        self._words = words
        self._known = frozenset({*self._names, "title"})
        self._bare = {name: f"facts.{name}" for name in briefing.facts} | {name: name for name in self._known}
        self._described = {name: table.place.file for name, table in briefing.tables.items()}
        self._torn = False
        self._sandbox = Sandbox(words, self._known, self._tell, self._keep, self._found)
        self._author = Author("", NO_TEXT, Problems())
        told = Problems()
        self.title = self.render(briefing.meta.title, told)
        self.title_faults = tuple(told.found)
        self._names["title"] = self._as_datum(without_markup(self.title.text))

    def render(self, phrase: Phrase, problems: Problems) -> Rendered:
        """Carry out the templates of a text file, or of a text key of a YAML file.

        Faults go to `problems`; what could be rendered comes back all the same.
        """
        prepared_text = prepare(phrase.text)
        source = prepared_text.text
        self._author = author = Author(source, phrase, problems)
        self._torn = any(fault.rule == "template-syntax" for _, fault in prepared_text.faults)
        for offset, fault in (*prepared_text.faults, *single(source, self._bare)):
            author.tell(fault, offset)
        if "{{" not in source and "{%" not in source:
            return self._as_it_stands(source)
        try:
            output = "".join(self._carried_out(source))
        except _Unreadable:
            self._torn = True
            return self._as_it_stands(_without_templates(source))
        return self._read_back(output)

    def _as_it_stands(self, source: str) -> Rendered:
        self._sandbox.begin(source)
        return self._read_back(self._sandbox.sites.add(Site(0)) + source)

    def _as_datum(self, text: str) -> Datum:
        """Rendered words as a value."""
        return lift(marks.VALUE.sub(lambda mark: self.values[int(mark[1])].text, text), self._words).known()

    def _carried_out(self, source: str) -> list[str]:
        """What the template prints; _Unreadable after a fault that ends it."""
        tree = prepared(self._parsed(source), self._known, self._sandbox, self._author.tell_of_text)
        try:
            code = self._sandbox.compile(tree)
            template = Template.from_code(self._sandbox, code, self._sandbox.globals)
            return list(template.root_render_func(template.new_context(self._names)))
        except _FAULTS as error:
            self._author.tell_of_run(_fault(error), offset_of(error.__traceback__) or 0)
            raise _Unreadable from error

    def _parsed(self, source: str) -> nodes.Template:
        """The tree of the text; a `{{ }}` that can't be read is told and left out, so that the rest is read too."""
        try:
            return self._tree(source)
        except (TemplateSyntaxError, RecursionError):
            for offset in unclosed(source):
                self._torn = True
                self._author.tell(
                    Fault("template-syntax", "this {{ is not closed", "write }} where the value ends"), offset
                )
            source = self._without_faulty_prints(closed(source))
        try:
            return self._tree(source)
        except (TemplateSyntaxError, RecursionError) as error:
            self._author.tell(*_located(error, self._sandbox.sites))
        raise _Unreadable

    def _tree(self, source: str) -> nodes.Template:
        self._sandbox.begin(source)
        return self._sandbox.parse(source)

    def _without_faulty_prints(self, source: str) -> str:
        def tried(piece: Found) -> str:
            try:
                if piece.kind == "print":
                    self._tree(piece.text)
            except (TemplateSyntaxError, RecursionError) as error:
                fault, within = _located(error, self._sandbox.sites)
                self._author.tell(fault, piece.start + within)
                return gone(piece.text)
            return piece.text

        return replaced(source, tried, code=False)

    # --- what the sandbox calls ---

    def _tell(self, fault: Fault, offset: int) -> None:
        self._author.tell_of_run(fault, offset)

    def _keep(self, datum: Datum) -> str:
        self.values.append(datum.node())
        self._data.append(datum)
        return marks.value(len(self.values) - 1)

    def _found(self, mark: str) -> Datum:
        found = marks.VALUE.fullmatch(mark)
        assert found is not None
        return self._data[int(found[1])]

    def _read_back(self, output: str) -> Rendered:
        """The text without the temporary marks; values learn where they stand, and what printed them."""
        origin, values = read_back(output, self._sandbox.sites.found, self._author)
        found = [*values_in(origin.text, self._data)]
        twice = {one.index: words for one in found if (words := without_typed(one))}
        others = {one.index: typed for one in found if (typed := with_other(one))}
        sizes = {one.index: size for one in found if (size := misread(one))}
        bare = {one.index for one in found if is_unitless(one)}
        for printed in values:
            index, site = printed.index, printed.site
            # In the row of a table the sign for a missing value says what it should.
            if lacks_value(self._data[index]) and not printed.line.lstrip(" \t>").startswith("|"):
                self._author.tell(missing_value(self._data[index]), site.offset)
            if self._data[index].cites is not None and not self._data[index].sources:
                self._author.tell(unsourced(self._data[index], self._described), site.offset)
            self._tell_of_units(index, twice.get(index), others.get(index), site.offset)
            if index in sizes:
                self._author.tell(told(*sizes[index], expression=site.expression or ""), site.offset)
            elif index in bare:
                self._author.tell(without_unit(self._data[index], site.expression or ""), site.offset)
            if self.values[index].place == NOWHERE:
                place, written = self._author.place(site.offset), " ".join((site.expression or "").split())
                self.values[index] = replace(self.values[index], place=place, written=written)
        return Rendered(origin.text, origin, self._torn)

    def _tell_of_units(self, index: int, twice: tuple[str, str] | None, other: str | None, offset: int) -> None:
        """What is typed beside a value: the unit that it has, with its words without it, or another one."""
        if twice:
            text, unit = twice
            self.values[index] = replace(self.values[index], text=text)
            self._author.tell(typed_twice(unit), offset, each=True)
        elif other:
            self._author.tell(typed_other(str(self._data[index]), other), offset, each=True)


def _without_templates(source: str) -> str:
    """The text with its templates left out, so many spaces for each: none of them makes code of what follows it."""
    pairs = zip(source.split("\n"), replaced(source, _without_template, code=False).split("\n"), strict=True)
    return "\n".join(_not_indented(line, len(before) - len(before.lstrip(" \t"))) for before, line in pairs)


def _not_indented(line: str, indent: int) -> str:
    held = line.strip(" \t") and line[indent : indent + 1] == " "
    return line[:indent] + gone(" ") + line[indent + 1 :] if held else line


def _without_template(piece: Found) -> str:
    return gone(piece.text) if piece.kind == "print" else blank(piece.text) if piece.kind == "tag" else piece.text


class _Unreadable(Exception):
    """A fault, told already, after which nothing of the text's templates is worth reading."""


def _located(error: TemplateSyntaxError | RecursionError, sites: Sites | None = None) -> tuple[Fault, int]:
    """A fault of syntax in plain words, and where it stands."""
    from reportgen.document.templates.syntax import place_of, plainly  # most texts have none

    return plainly(error), place_of(error, sites) if sites and isinstance(error, TemplateSyntaxError) else 0


def _fault(error: Exception) -> Fault:
    match error:
        case Fault():
            return error
        case RecursionError() | SyntaxError():
            return _located(RecursionError())[0]
        case TypeError() | ValueError() if "unpack" in str(error):
            return Fault(
                "template-value", "there are not as many values here as names", "write one name for each value"
            )
    return Fault("template-value", "the template can't be carried out", "make it simpler")
