"""Organisations of Europe in their own languages, without braces: "Cour des comptes", "Statistisches Bundesamt".

BibTeX takes their "de", "di" and "für" for those of a person's name. What they begin with, or how German and the
Nordic languages put their names together, no person is called. Their "et" or "und" is theirs; between two persons it
was meant as BibTeX's "and".
"""

from __future__ import annotations

import re

from reportgen.language.folding import folded
from reportgen.patterns import Pattern

_FIRST = frozenset(
    """
    academie academia accademia administration agence agencia agenzia agentschap assemblee asamblea assembleia
    autorite autorita autoridad ayuntamiento banca banco banque bibliotheque bundesamt caisse camera
    chambre college collectif comision comissao comite comitato commissariat commissione communaute comune
    comunidad conference confederation congreso conseil consejo conselho consiglio consell cour
    defenseur defensor delegation departement dipartimento diputacion direccao direccion directie direction direzione
    ecole ente etablissement federation federazione fondation fondazione fundacion fundacao gemeente generalitat
    gobierno gouvernement governo haut haute inspection institut instituto instituut istituto junta landesamt ligue
    magistrat mairie metropole ministere ministerie ministerio ministero ministerstwo ministerstvo mutuelle
    musee oficina observatoire observatorio parlament parlamento parlement prefecture presidencia presidenza
    regering regie region regione rijksinstituut secretaria secretariat senado senat senato societe
    statistikmyndigheten syndicat tribunal tribunale ufficio uniao unione universidad universidade universita
    universitat universite uniwersytet urzad
    """.split()
)
"""With what such a name begins, without accents."""
_WITH_MORE = Pattern(
    r"(?:ville|commune|province|provincia|ciudad|citta|stadt|land|kanton|canton|camara|corte|chambre)\s"
    r"(?:(?:de|di|du|dei|del|da|dos|das|von|of)\s|d['’]|municipal|costituzionale|suprema)|premier\sministre|cortes\sgenerales"
)
"""The same of words that are given names and family names too, by what follows them: "Ville de Paris"."""
_JOINED = Pattern(
    r"(?:.*[\s-])?(?:institut|ministerium|universitat|stiftung|[a-z]{2,}(?:ministerium|institut|stiftung|verband|agentur|behorde|kammer|gesellschaft|kommission|"
    r"universitat|anstalt|ausschuss|styrelsen?|departementet|ministeriet|verket|radet|tralbyran?|myndigheten|rechnungshof|"
    r"kanzleramt|bundesamt|landesamt|bundesbank|zentralbank|bundesrat|bundestag|bundesregierung|planbureau|rekenkamer))"
    r"(?:\s.*)?|(?:bundes|landes|umwelt|reichs)(?:bundesamt|amt|tag|rat|bank|gericht|regierung|verband)(?:\s.*)?|"
    r"(?:statistisches|auswartiges|deutsche[rs]?|europaische[rs]?|osterreichische[rs]?|schweizerische[rs]?|"
    r"eidgenossische[rs]?|cesky|glowny|narodowy|narodni|statistiska?|centraal|algemene)\s.*"
)
"""Words put together, and adjectives that no person's name begins with."""
_LATEX = re.compile(r"\\[`'^\"~=.cv]\s?|[{}\\]")
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|d[eu]|de\sla|v[oa]n|der|zu)"
_PLAIN = re.compile(rf"{_NAME}(?:\s{_NAME})+")
_TURNED = re.compile(r"[^\W\d_][^,]*,\s*[A-ZÀ-ÖØ-Þ][^,]*")
_BETWEEN = re.compile(r"\s(?:et|und|og|och)\s")


def is_foreign_body(text: str) -> bool:
    """Whether a name in a list of BibTeX's is an organisation's by the words of its language."""
    if text.startswith("{") or "=" in text:
        return False
    plain = folded(_LATEX.sub("", text))
    named, _, after = plain.partition(",")
    first, _, more = named.partition(" ")
    # "Cour, Jean" has a given name behind its comma; "Conseil économique, social et environnemental" has none.
    if not more or (after and text.partition(",")[2].lstrip()[:1].isupper()):
        return False
    first = re.split("['’-]", first)[0]
    return first in _FIRST or bool(_WITH_MORE.match(plain)) or bool(_JOINED.fullmatch(named))


def persons(text: str) -> list[str]:
    """The persons where the "and" of their language parts two, "Sand, Ann et Ferry, Jo"; else the name alone."""
    found = _BETWEEN.split(text)
    alike = all(map(_PLAIN.fullmatch, found)) or all(map(_TURNED.fullmatch, found))
    return found if len(found) > 1 and alike and not is_foreign_body(text) else [text]
