"""What looks like a number and is the name of something: a paper of a parliament, a law, a telephone number, a road.

Here are those that look alike in every language. What needs a word of the language, such as "clause 4" and "aged 16 to
24", is in the language's table. Nothing here knows what is data: it only says what certainly is none.
"""

from __future__ import annotations

NUMBER_OF = (
    r"(?:(?:(?:[IVXLC]+|[A-Z])(?:\.\s)?)?[.-]?\d+(?:[./]\d+)*(?:[a-z]|[A-Z]{1,2})?\b(?:\(\w{1,4}\))*|"
    r"[IVXLC]+(?:\(\w{1,4}\))+)"
)
"""A number of a clause and the like: "50(3)", "2B", "A.3", "2.1", "II(4)"."""
NO_QUANTITY = r"(?![.,]\d|\s?[%‰€£$])"
"""What stands behind a number that names something."""

_PAPERS = (
    r"H[CL]\s(?:Papers?|Bills?)|H[CL]|SP\s(?:Papers?|Bills?)|SP|Cm|Cmn?d|Cd|CP|CBP|SN|LLN|H[CL]WS|POSTnote|EDM|NIA|NIA\sBill|WS|"
    r"(?:S\.?){1,2}I\.?|SR|SR\s?&\s?O|UIN|[PW]Q|Qq?|SO|SLC|H\.?R\.?|H\.\s?(?:Con\.\s?)?Res\.|S\.\s?Res\.|COP|Pub\.\s?L\.|Stat\.|Dáil|"
    r"BT-Drs\.|Drs\.|Drucksache|COM|SWD|JOIN|OJ\s[LC]|CELEX|ETS|CETS|UNTS|UNSCR|SC[/-]?Res\.?|A/RES|S/RES|ILO\sC|"
    r"[BI]S\sEN|EN|ISO(?:/IEC)?|BS|IEC|RFC|IFRS|IAS|WCAG|SDGs?|Goal|PDF|HTML|CVE|PMID|arXiv|NHS(?=\s111)|BBC(?=\s[1-4]\b)"
)
"""Series of papers, laws, standards and questions, which are written with capitals and a number."""
_COURTS = (
    r"[\[(][12]\d{3}[\])]\s(?:\d+\s)?[A-Z][A-Za-z.&]*(?:\s(?:[A-Z][A-Za-z.&]*|\([A-Z][a-z]*\)))*"
    r"\s\d+(?:\s\([A-Z]\w*\))?"
)
"""A judgment as courts and reports cite it: "[2019] UKSC 41", "(1998) 26 EHRR 1"."""
_CODES = (
    r"(?:ISBN(?:-1[03])?|ISSN|e-?ISSN|ISMN|ORCID|IBAN|DOI|doi|EAN|GTIN|arXiv)\s?:?\s*[\dX](?:[\d\s–-]*[\dX])?(?:[./]\S+)?",
    r"(?<!\w)97[89][\s-]?\d(?:[\s-]?\d){9}(?!\d)",
    r"(?<![\w.])10\.\d{4,9}/\S+",
    r"(?<!\w)\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\w)",
    r"(?<!\w)\d{4}-\d{3}[\dX](?![\w-])",
)
"""Numbers of books, journals, articles and people."""
_AFTER_WORD = r"(?i:(?<!\w)(?:t[eé]l(?:[eé]phone|[eé]copie)?|fax|(?:text)?phone|mobile|helpline|hotline)\b\.?\s?:?\s*)"
_TELEPHONES = (
    r"(?<![\w.,€£$])(?:\+\d{1,3}[\s.-]?)?\(0?\d{1,5}\)[\s.-]?\d[\d\s.-]{3,12}\d(?![\w%])",
    r"(?<![\w.,€£$])\+(?!\d{1,3}(?:\s\d{3})*\s000(?!\d))\d(?:[\s.()-]{0,2}\d){8,14}(?![\w%]|[.,]\d)",
    r"(?<![\w.,€£$/:-])0\d(?:[\s.()/-]{0,2}\d){6,12}(?![\w%]|[.,]\d)",
    r"(?<![\w.,€£$-])(?:1-)?\d{3}-\d{3}-\d{4}(?![\w-])",
    _AFTER_WORD + r"[+(]?\d[\d\s()./-]{4,}\d",
    r"(?i:(?<!\w)(?:call|dial|ring|text)(?:ing)?(?:\son)?\s)(?:999|11[0-9]|10[15]|911|988|116\s?\d{3}|0\d+)(?!\d)",
)
"""Beginning with + or 0, as no quantity does, or after a word for it."""
_POSTCODES = (
    r"(?<!\w)(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})(?!\w)",
    r"(?<!\w)(?:[A-Z]{2}|D\.C\.)\s\d{5}(?:-\d{4})?(?!\w)",
    r"(?i:(?<!\w)(?:p\.?\s?o\.?\s?box|cs|bp)\s)\d+",
)
_VERSIONS = (
    r"(?<!\w)[vV]\.?\s?\d+(?:\.\d+)+",
    r"(?<![\w.])\d+(?:\.\d+){2,3}(?![\w.]*\d)(?!,\d)",
)
"""Of programs and of headings: "3.11.2". Groups of three, as in the German 1.234.567, are not among them."""
_THOUSANDS = r"(?<![\w.])(?!\d{1,3}(?:\.\d{3})+(?!\d))"

_TAIL = r"(?:\s?[-–/]\s?(?:[IVX]+|\d+)[a-z]?\b)*"
_PAPER = (
    rf"(?<![\w-])(?:{_PAPERS})\.?\s?(?:[:#]\s?|No\.?\s|n[°º]\s?)?(?:\((?:[12]\d{{3}}(?:[–-]\d{{2,4}})?|\d\d)\)\s?)?\d+(?:\.\d+)*[A-Z]?"
    rf"{_TAIL}{NO_QUANTITY}"
)
_FORMAL = (
    r"(?<![\d/])[12]\d{3}/\d{1,5}(?![\d/])",
    r"\((?:[cCW]|N\.?I\.?)\.?\s?\d+\)",
    r"(?<!\w)\d+\s(?:U\.?S\.?C?\.?|C\.?F\.?R\.?|S\.\s?Ct\.|F\.\s?[23]d)\s(?:§+\s?)?\d+\w*",
)
"""Year and number of a law, as in 2016/679; a chapter of an act; the United States' codes and reports."""
_BRACKETED = r"\(\d{1,3}[A-Za-z]?\)"
_PARTS = (
    r"(?i:(?<!\w)(?:sub-?(?:sections?|paragraphs?|paras?|clauses?|ss?)|paragraphs?|paras?|alinéas?|limbs?)\.?)"
    rf"\s{_BRACKETED}(?:(?:,|,?\sand|\sor|\sto|\s?[–-])\s?{_BRACKETED})*"
)
"""Parts of a section: "subsection (2)"."""
_SEVERAL = r"(?<!\w)H[CL]\s(?:Papers|Bills)\s\d+(?:,?\s(?:and|to)\s\d+)+"
_OTHERS = (
    r"(?<![\w/])(?:24/7|9/11)(?![\w/])",
    r"(?<!\w)[A-Z]{2,}\d+\.\d+(?![\w.]*\d)",
    r"(?<!\w)[pP]\s?[<>=≤≥]\s?0?\.\d+",
    r"(?<!\w)[A-Za-z](?:/[A-Za-z])?\s?[<>≤≥]\s?[\d.]+(?!\w)",
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]",
    r"(?<![\w.,])10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+",
)
"""Names that look like fractions, how sure a statistic is ("p < 0.05"), conditions ("B/C > 1"), a note ("[1]")."""

FORMS: tuple[str, ...] = (
    *_CODES,
    *_TELEPHONES,
    _COURTS,
    _SEVERAL,
    _PAPER,
    _PARTS,
    *_FORMAL,
    *_OTHERS,
    *_POSTCODES,
    *(_THOUSANDS + version for version in _VERSIONS),
)
"""Regular expressions of whole references, to be looked for in this order."""
