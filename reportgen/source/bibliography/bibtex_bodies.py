"""Organisations in BibTeX without the braces that would tell them from persons: `author = {Council of Europe}`.

BibTeX has braces for them, and takes what has none for given and family names, and every "and" for the end of a name.
What no person is called is an organisation for certain; what may be either is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.frozen import frozen
from reportgen.source.bibliography.bibtex_foreign import is_foreign_body, persons

_CERTAIN = """
    academies academy action administration advice agencies agency alliance assembly associates association associations
    authorities authority bank board bodies body bureau cabinet campaign centre centres center centers chamber
    charities charity children citizens coalition collaboration college commission commissioner commissioners committee
    committees commonwealth communities community company confederation conference congress consortium consulting
    corporation council councils department departments directorate division economics education embassy
    environment executive federation finance forum foundation fund gmbh government governments group groups health hm
    hmrc hospital hospitals inc industry initiative inspectorate institute institutes institution institutions
    international laboratory league library limited llp ltd ministries ministry mission movement museum nations network
    news nhs observatory office ofcom ofgem ofsted ofwat ombudsman organisation organisations organization organizations
    panel parliament partners partnership plc police policy professions programme programmes project
    publications publishing regulator republic research review rights schools secretariat secretary senate service
    services society sport statistics survey taskforce team transport treasury tribunal trust union unit university
    volunteers watch workers
""".split()
"""Words of which one makes a name that of an organisation: next to nobody is called so."""
_TOPICS = """
    children education economics environment finance health industry international police policy review rights sport
    statistics transport research hm nhs
""".split()
"""Those that say what an organisation is for, and not what it is."""
_DOUBTFUL = "bar britain church court england europe house ireland party press royal scotland school wales".split()
"""Words that are family names as well, or places where an organisation works."""
_SMALL = re.compile(r"(?<=\s)(?:of|for|the|on|to|in|against|without|pour|für)\s")
"""A small word within the name of an organisation; "de", "von" and "der" are persons' too."""
_SIGNS = re.compile(r"\w[’']s\b|s[’']\s|[&/\d]|\AThe\s|\b(?:HM|UK|EU|UN|US|GB|NHS|BBC)\b")
"""What is written in no person's name."""
_CROWN = re.compile(r"(?:HM|UK|NHS|H(?:is|er) Majesty[’']s)\b")
_ENDS = "affairs care communities development innovation pensions security skills sport technology trade zero".split()
"""Words with which ministries end after their "and"."""
_PAIR = re.compile(r"[^\W\d_]+, [^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")


@frozen
class NamePart:
    """One name of a list as it is written. `body`: it is an organisation's; `told`: "", "doubt", "body", "parted"."""

    text: str
    body: bool = False
    told: str = ""


def parts(written: Sequence[str]) -> tuple[NamePart, ...]:
    """The names of a list that "and" parts, organisations told from persons; one whose own "and" parted it is whole."""
    made: list[NamePart] = []
    for text in written:
        if len(several := persons(text)) > 1:
            made += [NamePart(one, told="parted" * (at == 0)) for at, one in enumerate(several)]
            continue
        body = _is_body(text)
        if made and _belongs(made[-1], text, body=body):
            # One word alone is nobody's name where others have a given one.
            certain = made[-1].body and not body and (" " not in text or _words(text)[-1] in _ENDS)
            made[-1] = NamePart(f"{made[-1].text} and {text}", body=True, told="body" if certain else "doubt")
        elif made and body and _PAIR.fullmatch(made[-1].text) and not _SMALL.search(text):
            # "Foreign, Commonwealth and Development Office", or "Smith, John and Home Office".
            made[-1:] = [NamePart(made[-1].text, told="doubt"), NamePart(text, body=True, told="body")]
        else:
            doubtful = _may_be(text) and "." not in text and _words(text)[-1] in _DOUBTFUL
            made.append(NamePart(text, body=body, told="body" if body else "doubt" if doubtful else ""))
    return tuple(made)


def _is_body(text: str) -> bool:
    """Whether no person is called so."""
    if is_foreign_body(text):
        return True
    if not _may_be(text):
        return False
    return bool(_SMALL.search(text) or _SIGNS.search(text) or {*_words(text)} & {*_CERTAIN})


def _may_be(text: str) -> bool:
    """Whether it has several words, without braces or named parts, and no comma as persons' names have it."""
    given = text.partition(",")[2]
    alone = not given or bool({*_words(text)} & {"department", "ministry", "committee", "office", "council", "agency"})
    return " " in text and alone and not re.search(r"[{}\\=]", text)


def _belongs(before: NamePart, text: str, *, body: bool) -> bool:
    """Whether what follows an "and" is the end of the name before it: "Department for Work", "Pensions"."""
    if re.search(r"[{},\\=]", text) or text.casefold() == "others":
        return False
    if is_foreign_body(before.text):
        return False  # it has an "and" of its own language
    if before.body and (not body or _lacks_end(before.text, text)):
        return True
    # "Women and Equalities Committee", "Foreign and Commonwealth Office": one word before is nobody's name.
    return body and not before.body and " " not in before.text and not re.search(r"[{},\\=]", before.text)


def _lacks_end(before: str, text: str) -> bool:
    """Whether a name does not say what it is of, and what follows does: "HM Prison", "Probation Service"."""
    ends = {*_CERTAIN} - {*_TOPICS}
    said = ends & {*_words(before)} or _words(before)[-1] in _DOUBTFUL
    return bool(_CROWN.match(before)) and not said and _words(text)[-1] in ends


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)] or [""]
