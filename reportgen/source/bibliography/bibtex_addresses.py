"""Addresses in BibTeX: out of LaTeX, and out of what a note says."""

from __future__ import annotations

import re

from reportgen.source.bibliography.addresses import is_address
from reportgen.word_tables import pairs

_TILDE = re.compile(r"\{?\\(?:textasciitilde|~|sim)\s*(?:\{\s*\})?\}?|\$\\sim\$")
_SIGNS = pairs(r"textunderscore _  textbackslash \  textbar |  textquotesingle '  textasciicircum ^  slash /")
_SIGN = re.compile(r"\{?\\(" + "|".join(_SIGNS) + r")(?![A-Za-z])\s*(?:\{\})?\}?")
_WRAPPED = re.compile(r"\\(?:url|nolinkurl|path|texttt|href)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_IN_TEXT = re.compile(
    r"\\href\s*\{(?P<href>[^{}]*)\}\s*\{(?P<text>(?:[^{}]|\{[^{}]*\})*)\}"
    r"|\\url\s*\{(?P<url>(?:[^{}]|\{[^{}]*\})*)\}"
    r"|<?(?P<bare>(?:https?|ftp)://(?:[^\s<>{}\"]|\\[{}]|\{[^{}\s]*\})+)>?",
    re.IGNORECASE,
)
_ENDINGS = (".", ",", ";", ":", ")", "]", "'", "’", "”")
_LEAD = re.compile(
    r"(?:\A|(?<=[.,;:(\[]))\s*[\[(]?(?:(?:also |freely )?(?:available|retrieved|accessible|downloaded|online)"
    r"(?: online)?(?: at| from| on)?|internet|web ?site|web ?page|web|url|see|from|at)[\])]?\s*[.:]?\s*\Z",
    re.IGNORECASE,
)
"""What only leads to an address."""
_ONLINE = re.compile(r"\A\s*[\[(]?\s*(?:online|internet|en ligne|en línea)\s*[;,.:]\s*", re.IGNORECASE)
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th|er)?[\s~.-]+[^\W\d]+\.?,?[\s~-]+\d{4}|[^\W\d]+\.?[\s~]+(?:\d{1,2}(?:st|nd|rd|th)?,?[\s~]+)?\d{4}"
)
_READ = re.compile(
    r"(?P<lead>\A|(?<=[.,;:(\[]))[\s.,;:()\[\]]*(?:(?:date|last) )?"
    r"(?:(?:accessed|visited|retrieved|viewed|checked|consulted|read|access(?: date)?)(?: on)?"
    r"|(?:(?:page|site|document)s? )?(?:consultée?s?|vue?s?)(?: le)?|date de consultation|(?:dernier )?accès(?: le)?"
    r"|(?:abgerufen|Zugriff) am|consultad[oa] el|consultato il|geraadpleegd op)[\s:]*"
    rf"(?P<day>{_DAY})[\s.,;:()\[\]]*",
    re.IGNORECASE,
)
"""The day on which somebody read an address, as people write it into notes."""


def out_of_latex(text: str) -> str:
    r"""An address as it is meant: out of `\url{…}`, without the backslashes and braces that LaTeX wants."""
    text = text.strip()
    wrapped = _WRAPPED.match(text)
    text = wrapped[1] if wrapped else text
    text = _SIGN.sub(lambda sign: _SIGNS[sign[1]], _TILDE.sub("~", text))
    text = re.sub(r"\\(?=[^A-Za-z0-9\s])|\\allowbreak\s*|\{|\}", "", text)
    return re.sub(r"\s*\n\s*", "", text).strip().removeprefix("<").removesuffix(">").strip()


def _without_ending(address: str) -> str:
    """An address in running text without the point or the bracket that only follows it."""
    while address[-1:] in _ENDINGS and not (address.endswith(")") and "(" in address):
        address = address[:-1]
    return address


def in_text(text: str) -> tuple[str, str, str]:
    r"""The first address in a text of LaTeX, what else it says, and the day on which it says the address was read.

    "Available at \url{…}, accessed 3 May 2024" says nothing else, nor does "[Online; accessed 3 May 2024]". Without an
    address other texts come back as they are.
    """
    found = _IN_TEXT.search(text)
    if found is None:
        rest = _ONLINE.sub("", text)
        read = _READ.search(rest)
        parts = [part.strip(" .,;:()[]") for part in (rest[: read.start()], rest[read.end() :])] if read else [text]
        return "", ", ".join(filter(None, parts)), read["day"].strip() if read else ""
    written = found["href"] or found["url"] or found["bare"]
    kept = _without_ending(written) if found["bare"] else written
    address, after = out_of_latex(kept), written[len(kept) :] + text[found.end() :]
    read = _READ.match(after)
    words = (found["text"] or "").strip()
    before = text[: found.start()]
    while not words and _LEAD.search(before):
        before = _LEAD.sub("", before)
    said = before + ("" if is_address(out_of_latex(words)) else words) + (after[read.end() :] if read else after)
    return address, said if re.search(r"\w", said) else "", read["day"].strip() if read else ""
