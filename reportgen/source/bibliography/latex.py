r"""LaTeX of a source to a text with marks (`markup`): accents, signs, styles, short mathematics.

What is not understood is told, never dropped: `\foo{bar}` leaves "bar" and a problem. pylatexenc parses, and knows most
signs; commands that would read a file or a clock are not among what is taken from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from reportgen.source.bibliography import latex_words as known
from reportgen.source.bibliography.markup import marked

Told = Callable[[str], None]
"""Takes a sentence about what can't be read."""

_NO_LATEX = re.compile(r"[\w\s.,:;()/?!+*=@\[\]-]*")
"""Texts that mean the same in LaTeX, if no two hyphens stand together."""
_DOLLAR = re.compile(r"(?<!\\)\$")
_BARE_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")
_MATHS = re.compile(r"[\\^_<>=]")
_MONEY = re.compile(r"\d[\d.,]*(?:m|bn|k)?[\s,;.]+[^\W\d]{2,}")
_LONGEST_SIGN = 2


def decoded(text: str, told: Told) -> str:
    """The text that LaTeX means; spaces count as one."""
    bare = text.replace("{", "").replace("}", "")
    if _NO_LATEX.fullmatch(bare) and "--" not in bare and _in_pairs(text):
        return _spaced(bare)
    try:
        return _spaced(_NodeReader(told).read(text))
    except Exception as error:  # noqa: BLE001 - the parser raises many things for what is no LaTeX
        reason = "a brace is not closed, or closed twice" if "brace" in str(error) or "stream" in str(error) else ""
        told("this LaTeX can't be read" + (f": {reason}" if reason else ""))
        return _spaced(re.sub(r"[{}\\$]", "", text))


def _in_pairs(text: str) -> bool:
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return not depth


def _spaced(text: str) -> str:
    return re.sub("[ \t\n]+", " ", unicodedata.normalize("NFC", text)).strip()


class _NodeReader:
    """Reads the nodes of one text."""

    def __init__(self, told: Told) -> None:
        self.told = told

    def read(self, text: str) -> str:
        walker = _walker()
        text = _BARE_PERCENT.sub(r"\1\\%", _plain_dollars(text))
        nodes, *_ = walker.LatexWalker(text, latex_context=_commands(), tolerant_parsing=False).get_latex_nodes()
        return self.nodes(nodes)

    def nodes(self, nodes: Iterable[Any] | None, *, maths: bool = False) -> str:
        """What some nodes print; a declaration such as `\\em` holds for those after it."""
        made: list[str] = []
        parts = deque(_parts(nodes or (), maths=maths))
        while parts:
            part = parts.popleft()
            name = getattr(part, "macroname", None)
            if maths and isinstance(part, str) and part in "^_" and parts:
                made.append(marked("sup" if part == "^" else "sub", self.one(parts.popleft(), maths=True).strip()))
            elif name in known.DECLARED:
                rest = self.nodes(parts, maths=maths)
                mark = known.DECLARED[name]
                return "".join(made) + (marked(mark, rest) if mark else rest)
            else:
                made.append(self.one(part, maths=maths))
        return "".join(made)

    def one(self, node: Any, *, maths: bool) -> str:
        """What one node prints, or a text of it."""
        if isinstance(node, str):
            return node.replace("-", "\u2212") if maths else node
        kind = type(node).__name__
        if kind == "LatexCharsNode":
            return str(node.chars)
        if kind == "LatexMacroNode":
            return self._command(node, maths=maths)
        if kind == "LatexSpecialsNode":
            plain = {"\n\n": " ", "&": "&"}.get(node.specials_chars)
            return plain or str(_printer().specials_node_to_text(node))
        if kind == "LatexEnvironmentNode":
            self.told(f"LaTeX's \\begin{{{node.environmentname}}} is not understood here")
        maths = maths if kind == "LatexGroupNode" else kind == "LatexMathNode"
        return self.nodes(getattr(node, "nodelist", ()), maths=maths)

    def _command(self, node: Any, *, maths: bool) -> str:
        name = node.macroname
        given = [one for one in (node.nodeargd.argnlist if node.nodeargd else None) or () if one is not None]
        if name in known.SILENT:
            return ""
        if name in known.MARKS:
            return marked(known.MARKS[name], self._inside(given, maths=maths))
        if name in known.QUOTES:
            before, after = known.QUOTES[name]
            return before + self._inside(given, maths=maths) + after
        if name in known.COMBINED and given:
            word = self._inside(given, maths=maths)
            return word[:1] + known.COMBINED[name] + word[1:]
        if name in known.INSIDE or name in known.LAST:
            return self._inside(given, maths=maths)
        if name.endswith("frac") and len(given) == 2:
            return "/".join(self._inside([one], maths=maths) for one in given)
        if name == "sqrt" and given:
            return f"√{self._inside(given, maths=maths)}"
        return self._sign(node, name, maths=maths)

    def _inside(self, given: Sequence[Any], *, maths: bool) -> str:
        """What stands in the last argument."""
        return self.one(given[-1], maths=maths) if given else ""

    def _sign(self, node: Any, name: str, *, maths: bool) -> str:
        if name in known.ACCENTS:
            given = node.nodeargd.argnlist if node.nodeargd else ()
            bare = not any(self.one(one, maths=False).strip() for one in given if one is not None)
            return {"^": "^", "~": "~"}.get(name, "") if bare else str(_printer().macro_node_to_text(node))
        sign = known.SIGNS.get(name, _sign(name))
        if sign is None:
            self.told(f"the LaTeX command \\{name} is not understood here")
            given = (node.nodeargd.argnlist if node.nodeargd else None) or ()
            return "".join(self.one(one, maths=maths) for one in given if one is not None)
        # "§ 3" and "log n" have a space in print, which TeX takes away or puts itself.
        return f"{sign} " if (maths or name in ("S", "P")) and node.macro_post_space else sign


def _parts(nodes: Iterable[Any], *, maths: bool) -> Iterator[Any]:
    """The nodes, and the texts among them as str: in mathematics without spaces, a character at a time."""
    for node in nodes:
        chars = getattr(node, "chars", None)
        if node is None:
            continue
        if isinstance(node, str) or chars is None:
            yield node
        elif maths:
            yield from re.sub(r"\s+", " ", chars)
        else:
            yield chars


def _plain_dollars(text: str) -> str:
    """The text with those $ as signs that enclose no mathematics: "from $5 to $10", "US$ 3 billion"."""
    if "$" not in text:
        return text
    text = text.replace("$$", "$")
    found = [match.start() for match in _DOLLAR.finditer(text)]
    pairs, plain = iter(found), list[int]()
    begin = next(pairs, None)
    while begin is not None:
        end = next(pairs, None)
        if end is None or _is_money(text, begin, end):
            plain.append(begin)
            begin = end
        else:
            begin = next(pairs, None)
    for at in reversed(plain):
        text = f"{text[:at]}\\{text[at:]}"
    return text


def _is_money(text: str, begin: int, end: int) -> bool:
    """Whether two $ stand before amounts: no sign of mathematics is between them, but a space, words or an amount."""
    inside, after = text[begin + 1 : end], text[end + 1 : end + 2]
    if _MATHS.search(inside):
        return False
    amount = inside[:1].isdecimal() and (after.isdecimal() or _MONEY.match(inside) is not None)
    return inside != inside.strip() or amount


@cache
def _walker() -> Any:
    from pylatexenc import latexwalker  # type: ignore[import-untyped]

    return latexwalker


@cache
def _commands() -> Any:
    """Which arguments the commands take."""
    from pylatexenc.macrospec import MacroSpec  # type: ignore[import-untyped]

    context = _walker().get_default_latex_context_db().filter_context(exclude_categories=["natbib", "verbatim"])
    context.add_context_category("ours", [MacroSpec(*one) for one in known.ARGUMENTS.items()], prepend=True)
    return context


@cache
def _printer() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

    return LatexNodes2Text(math_mode="text", keep_comments=True)


@cache
def _sign(name: str) -> str | None:
    """The character that a command prints, or the name of a function such as "log"; None for any other command."""
    spec = _printer().latex_context.get_macro_spec(name)
    sign = getattr(spec, "simplify_repl", None)
    if isinstance(sign, str) and "%" not in sign and 0 < len(sign) <= _LONGEST_SIGN:
        return sign
    return name if sign == name and name.isalpha() else _signs().get(name)


@cache
def _signs() -> dict[str, str]:
    """The characters by the commands that stand for them, as an encoder writes them."""
    from pylatexenc.latexencode import _uni2latexmap, _uni2latexmap_xml  # type: ignore[import-untyped]

    found: dict[str, str] = {}
    form = re.compile(r"\{?(?:\\ensuremath\{)?\\([A-Za-z]+)\}*")
    for table in (_uni2latexmap.uni2latex, _uni2latexmap_xml.uni2latex):
        for code, written in table.items():
            if match := form.fullmatch(written):
                found.setdefault(match[1], chr(code))
    return found
