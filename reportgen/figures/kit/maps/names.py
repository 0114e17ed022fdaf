"""Places by their names: what each is called, and which place a table means. Where places lie is not known here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportgen.figures.contract import ChartError
from reportgen.language.folding import folded
from reportgen.patterns import Pattern
from reportgen.problems import did_you_mean, nearest

NAMES = ("name", "n", "title", "label")
"""The properties that a file has its places' names in, whatever their case."""
_ALSO = Pattern(
    r"nom|libell?e|libgeo|naam|nome|nombre|navn|namn|nazwa|naziv|(?:name?|nom|lib|libelle|label)_?(?P<level>\d)|[a-z]+\d\dnm"
    r"|(?:name?|nom|libelle|lib)_[a-z]+(?:_[a-z])?|[a-z]+_(?:name?|nom|libelle|lib)"
)
"""Those of statistical offices and mapping agencies: nom, NOM_DEP, libelle, dep_name, NAME_1, LAD23NM."""

_DIRECTIONS = frozenset("north south east west nord sud est ouest".split())
"""Words of many names, in the languages of the maps."""
TOLD = 20
"""So many places that a map doesn't have are named in one message."""


def plain_name(text: str) -> str:
    """A name without case, accents, punctuation and its article, so that spellings meet."""
    words = "".join(sign if sign.isalnum() else " " for sign in folded(text)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "la", "le", "les", "l") else words)


def close_name(text: str, names: Iterable[str]) -> str:
    """The name that `text` may be a slip for, or the only one that begins with its words; "" for none.

    "Yorkshire" is "Yorkshire and the Humber"; "East" is neither "East Midlands" nor "Eastern England".
    """
    asked = plain_name(text)
    known = {plain_name(name): name for name in names}
    begun = [name for plain, name in known.items() if plain.startswith(f"{asked} ")]
    if len(begun) == 1 and asked not in _DIRECTIONS:
        return begun[0]
    near = {plain: name for plain, name in known.items() if abs(len(plain) - len(asked)) <= max(2, len(asked) // 4)}
    return near.get(nearest(asked, near) or "", "")


def shown_name(properties: Mapping[str, str], tag: str) -> str:
    """What a place is called in the language `tag` (BCP 47): its `name:fr`, else its `name` or `nom`; "" for none.

    Of names of several levels, NAME_0 and NAME_1, it is that of the deepest.
    """
    known = {folded(key): text for key, text in properties.items() if text}
    spoken = (f"{key}:{tag.partition('-')[0]}" for key in NAMES)
    plain = [key for key in (*spoken, *NAMES) if key in known]
    if not plain:
        found = [one for one in map(_ALSO.fullmatch, known) if one]
        plain = [one[0] for one in sorted(found, key=lambda one: -int(one["level"] or 0))]
    return known[plain[0]] if plain else ""


def joined(places: Sequence[Mapping[str, str]], wanted: Sequence[str], by: str, file: str) -> dict[str, list[int]]:
    """The numbers of the places that each wanted name means: those whose property `by` has it, in any spelling.

    With `by` "" it is the property that has most of the names. ChartError where a name has no place, with the nearest.
    """
    properties = tuple(dict.fromkeys(key for place in places for key in place))
    if by and by not in properties:
        raise ChartError(f"no area of '{file}' has a property '{by}'", did_you_mean(by, properties), option="join")
    if not properties:
        raise ChartError(f"no area of '{file}' has a name", "give each a property, such as name", option="areas")
    indexes = {key: _index(places, key) for key in ((by,) if by else properties)}
    found = Counter({key: sum(plain_name(name) in index for name in wanted) for key, index in indexes.items()})
    best = max(indexes, key=lambda key: (found[key], len(indexes[key])))  # of equals the first
    gone = [name for name in wanted if plain_name(name) not in indexes[best]]
    if gone:
        raise _unknown(gone, [place[best] for place in places if best in place], properties, file, some=found[best] > 0)
    return {name: indexes[best][plain_name(name)] for name in wanted}


def _index(places: Sequence[Mapping[str, str]], key: str) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        if place.get(key):
            index.setdefault(plain_name(place[key]), []).append(at)
    return index


def _unknown(
    gone: Sequence[str], names: Sequence[str], properties: Sequence[str], file: str, *, some: bool
) -> ChartError:
    """The error of names that a map doesn't have; `some` of the others it has."""
    if not some:
        hint = f"place: names the column with the names or codes that it has: {', '.join(names[:4])} …"
        return ChartError(f"no row of the table has an area in '{file}'", hint, option="place")
    told = ", ".join(f"'{name}'" for name in gone[:TOLD])
    more = f" and {len(gone) - TOLD} more" if len(gone) > TOLD else ""
    close = [close_name(name, names) for name in gone[:TOLD]]
    meant = ", ".join(f"'{name}'" for name in close if name)
    hint = f"did you mean {meant}?" if meant else "leave the row out with where:, or add the area to the file"
    return ChartError(f"'{file}' has no area {told}{more}", hint, option="place")
