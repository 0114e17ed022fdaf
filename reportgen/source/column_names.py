"""What columns are called that hold years, days, codes or notes: by their names, whatever stands in them."""

from __future__ import annotations

import re

YEAR_NAME = re.compile(
    r"\byears?(?!-)|year$|\byrs?\b|\bfy\b|jahr|ann[ée]e|\ba[nñ]o\b|\banno\b|\brok\b|godina|vuosi|\bår\b|exercice|"
    r"(?<![^\W_])(period|date)|^(time|season|since|from|to|until|(when )?(built|founded|established|opened|closed|"
    r"published|elected|adopted|joined|born|died))$",
    re.IGNORECASE,
)
"""Names of columns that hold years."""
CODE_NAME = re.compile(
    r"^C[0-9]{5}V[0-9]{5}$|^TLIST\(|"
    r"(?i:(?:^|[ _-])(?:codes?|ids?|fips|urn|uprn|ukprn|siren|siret|insee|geoid|objectid|fid|zip|isbn|(?:tele)?phone)$|"
    r"(?:zip|post) ?codes?$)|[a-z](?:Code|ID|Id)$"
    r"|(?i:^(?:codes?|codice|c[oó]digo|kode?)(?:[ _-](?:de|du|des|della?|del|of|the|la|le))*[ _-]"
    r"(?:r[ée]gions?|d[ée]p(?:artements?)?|communes?|cantons?|provinces?|pays|insee|postal|epci|iris|nuts|zone|postale|nis|naf|ape|ser(?:ie|vice)s?"
    r"|comune|regione|provincia|municipio|commune|country|district|ward|area|comt[ée]|arrondissement|qualit[ée])$)"
    r"|(?i:^(?:cd|cod)_[a-z_]+$)",
)
"""Names of columns whose numbers count nothing: they are text."""
CODE_INSIDE = re.compile(
    r"(?i:(?:^|[ _-])(?:codes?|codice|c[oó]digo|kode?|koodi|schl(?:ü|ue)ssel|kennziffer)(?:[ _-]|$))"
)
"""Names that say so if the numbers look like codes too: "SA2_code_address", "Codice Comune", "Code commune"."""
NOTES_NAME = re.compile(
    r"(?i:(?:foot)?notes?|remarks?|comments?|(?:an|be)merkung(?:en)?|remarques?|notas?|opmerking(?:en)?)"
)
"""Names of columns in which letters and numbers point to notes."""
DAY_NAME = re.compile(r"(?<![^\W_])(day|date|datum|fecha|data|dato)(?![^\W_])", re.IGNORECASE)
