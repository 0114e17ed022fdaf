"""Whether a chart's title says the opposite of its data: who has the highest, who overtook whom; what rose or doubled.

Only what is certain is told. A title is taken apart into a claim that the language has a pattern for, names of the
data, years, and words of the measure: where anything else is left in it, nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from reportgen.document.composing.claim_parts import Span, TitleParts
from reportgen.document.composing.claimed_data import figures_of
from reportgen.document.inlines import plain
from reportgen.document.text.desk import ChartDraft
from reportgen.frozen import frozen
from reportgen.language import Words

_LEAST = {"doubled": 1.5, "tripled": 2.25}
"""Times the first value below which nothing has doubled or tripled, however rounded; `_MOST`: above which nothing has
halved."""
_MOST = 0.75
_HALF = 50.0
_FEWEST = 3
_NEAR = 0.02
"""A value that differs by so little of it from all others together may be their sum."""


def contradicted(chart: ChartDraft, words: Words) -> str:
    """What the title says and the data don't, as a sentence's end; "" where nothing is certain."""
    title, figures = " ".join(plain(chart.title).split()), figures_of(chart)
    if figures is None:
        return ""
    claim = _Claims(title.rstrip("."), figures, words)
    checks = (claim.moved, claim.ranked, claim.led, claim.overtaken, claim.compared)
    return next((said for check in checks for said in check()), "")


@frozen
class _Claims(TitleParts):
    """What a title claims of its chart's figures and is not so, each as a sentence's end."""

    # --- what is said -------------------------------------------------------------------------------------------------
    def moved(self) -> Iterator[str]:
        """What is said of the way from the first value to the last, or between two years, and is not so."""
        for verb in ("doubled", "tripled", "halved", "rose", "fell") if self.figures.ways else ():
            if (said := self.said(verb)) is None:
                continue
            whole = self.span(f"{self.text[: said.start()]} | {self.text[said.end() :]}")
            before, _, after = whole.left.partition("|")
            about = before.strip()
            if not re.fullmatch(self.pattern("amount"), after.strip(), re.IGNORECASE) or not self.is_sure(after):
                continue
            if not self.is_of(about) or not (whole.names or self.stems(about)):
                continue
            ends = {name: way for name in self._meant(whole) if (way := self._ends(name, whole))}
            false = {name: way for name, way in ends.items() if _is_false(verb, *(value for _, value in way))}
            if false and (whole.names or len(false) == len(self.figures.ways)):
                yield self._told_move(said.group(), whole, *next(iter(false.items())))
            return

    def _told_move(self, verb: str, span: Span, name: str, way: Sequence[tuple[str, float]]) -> str:
        of = f" of '{name}'" if name else ""
        ends = [
            f"{self.words.number(value)} ({year})" if span.dated else self.words.number(value) for year, value in way
        ]
        return f"says '{verb}'{of}, and the data go from {ends[0]} to {ends[1]}"

    def ranked(self) -> Iterator[str]:
        """What is said of a name that the title begins with, and is not so: "Wales has the highest rate"."""
        for claim in ("highest", "lowest", "most", "few"):
            said = self.said(claim)
            before = self.span(self.text[: said.start()], leading=True) if said else None
            if said is None or before is None or before.left or len(before.names) != 1:
                continue
            (name,), after = before.names, self.span(self.text[said.end() :])
            about = f"{said.groupdict().get('of') or ''} {after.left}"
            if after.names or not self.is_of(about):
                continue
            years = (after.start, after.end) if after.dated else (before.start, before.end)
            yield from self._wrong_rank(claim, name, f"{name} {said.group()}", years)

    def led(self) -> Iterator[str]:
        """The same of a measure: "Rates are highest in Wales and lowest in Kent"."""
        high, low = self.pattern("high"), self.pattern("low")
        part = rf"(?P<high>{high})|(?P<low>{low})"
        said = re.search(rf"(?<!\w)(?:{self.pattern('is')})\s(?:{part})(?!\w)", self.text, re.IGNORECASE)
        if said is None or not self.stems(about := self.text[: said.start()]) or not self.is_of(about):
            return
        joined = rf"\s(?:{self.pattern('joined')})\s(?:{part})(?!\w)"
        rest, second = self.text[said.end() :], re.search(joined, self.text[said.end() :], re.IGNORECASE)
        clauses = [(said, rest[: second.start()] if second else rest)]
        clauses += [(second, rest[second.end() :])] if second else []
        for found, place in clauses:
            span = self.span(place)
            if span.left or len(span.names) != 1:
                return
            claim = "highest" if found["high"] else "lowest"
            words = found["high"] or found["low"]
            yield from self._wrong_rank(claim, span.names[0], f"{words}{place}", (span.start, span.end))

    def overtaken(self) -> Iterator[str]:
        """Who is said to have overtaken whom, and has not."""
        if (pair := self._pair("overtook")) is None:
            return
        said, one, other, span = pair
        ways = self.figures.ways
        first, second = (dict(ways[name]) for name in (one, other)) if {one, other} <= ways.keys() else ({}, {})
        years = [year for year in first if year in second]
        if len(years) < 2 or len(years) < len(ways.get(one, ())) or (span.start and not span.end):
            return
        last = span.end or years[-1]
        if last not in years:
            return
        before = [year for year in years[: years.index(last)] if first[year] < second[year]]
        later = years[years.index(before[0]) :] if before else []
        above = first[last] >= second[last] or (not span.end and any(first[year] > second[year] for year in later))
        if not above or (span.end and not before and last != years[0]):
            values = [self.words.number(known[last]) for known in (first, second)]
            never = " and so it was before" if above else ""
            yield f"says '{one} {said} {other}', and the data of {last} have {values[0]} and {values[1]}{never}"

    def compared(self) -> Iterator[str]:
        """Who is said to have more, or less, than another one, and has not."""
        for claim, sign in (("above", 1), ("below", -1)):
            if (pair := self._pair(claim)) is None:
                continue
            said, one, other, span = pair
            values = [self.figures.ranks.get(name) for name in (one, other)]
            if None in values or span.dated:
                return
            if sign * (values[0] - values[1]) < 0:  # type: ignore[operator]
                told = [self.words.number(value) for value in values if value is not None]
                yield f"says '{one} {said} {other}', and the data have {told[0]} and {told[1]}"

    def _pair(self, claim: str) -> tuple[str, str, str, Span] | None:
        """The words of a claim about two names, these, and the years in which it holds."""
        said = self.said(claim)
        if said is None or not self.is_of(said.groupdict().get("of") or ""):
            return None
        before, after = self.span(self.text[: said.start()], leading=True), self.span(self.text[said.end() :])
        after = after if after.names else self.span(self.text[said.end() :], leading=True)
        if before.left or after.left or len(before.names) != 1 or len(after.names) != 1:
            return None
        return said.group(), before.names[0], after.names[0], after if after.dated else before

    def _wrong_rank(self, claim: str, name: str, said: str, years: tuple[str, str]) -> Iterator[str]:
        """What is wrong with a rank that a name is said to have."""
        fields = [*self._fields(years)]
        if not fields or any(name not in one for one in fields):
            return
        if claim in ("most", "few"):
            yield from self._wrong_half(claim, name, said, fields)
            return
        choose: Callable[..., str] = max if claim == "highest" else min
        best = [choose(one, key=one.__getitem__) for one in fields]
        if all(one[name] != one[other] for one, other in zip(fields, best, strict=True)):
            yield f"says '{said}', and in the data that is '{best[-1]}'"

    def _wrong_half(self, claim: str, name: str, said: str, fields: Sequence[Mapping[str, float]]) -> Iterator[str]:
        values = fields[0]
        share = values[name] if self.figures.percent else self._share(values, name)
        if len(fields) > 1 or share is None or (not self.figures.percent and claim == "few"):
            return
        if share < _HALF if claim == "most" else share > _HALF:
            told = f"{self.words.number(values[name])}%" if self.figures.percent else self.words.number(values[name])
            of = "" if self.figures.percent else f" of {self.words.number(sum(values.values()))}"
            yield f"says '{said}', and the data say {told}{of}"

    def _fields(self, years: tuple[str, str]) -> Iterator[Mapping[str, float]]:
        """The values side by side: those of a year, or of each date where none is named; years of one way, too."""
        ways, (start, end) = self.figures.ways, years
        if self.figures.ranks and not (start or end):
            yield self.figures.ranks
        elif len(ways) == 1 and not (start or end):
            (way,) = ways.values()
            if len(dict(way)) == len(way):
                yield dict(way)
        elif ways and not start:
            dates = [end] if end else list(dict.fromkeys(year for way in ways.values() for year, _ in way))
            for date in dates:
                values = {name: [value for year, value in way if year == date] for name, way in ways.items()}
                if all(len(found) == 1 for found in values.values()):
                    yield {name: found[0] for name, found in values.items()}

    def _share(self, values: Mapping[str, float], name: str) -> float | None:
        """How many per cent a value is of all that are shown; None where these may be rates, or hold others in them."""
        whole = sum(values.values())
        rate = rf"(?<!\w)(?:{self.pattern('rate')})(?!\w)"
        if not self.figures.one_level or re.search(rate, self.figures.called, re.IGNORECASE):
            return None
        if min(values.values()) < 0 or not whole or len(values) < _FEWEST:
            return None
        sums = any(abs(2 * value - whole) <= _NEAR * value for other, value in values.items() if other != name)
        return None if sums else 100 * values[name] / whole

    # --- the data -----------------------------------------------------------------------------------------------------
    def _meant(self, span: Span) -> Sequence[str]:
        """The names whose ways a title speaks of: those that it names, else all."""
        ways = self.figures.ways
        return [name for name in span.names if name in ways] if span.names else list(ways)

    def _ends(self, name: str, span: Span) -> Sequence[tuple[str, float]]:
        """The first and the last value of a way, or those of the years that a title names; () where it has not one
        for each."""
        way = self.figures.ways[name]
        first = [point for point in way if point[0] == span.start] if span.start else way[:1]
        last = [point for point in way if point[0] == span.end] if span.end else way[-1:]
        clear = len(first) == len(last) == 1 and (span.start or not span.end)
        return (first[0], last[0]) if clear else ()


def _is_false(verb: str, first: float, last: float) -> bool:
    """Whether a way from one value to another is not what a verb says; a deficit may be written below zero."""
    if first < 0 or last < 0:
        return False
    if verb in _LEAST:
        return first > 0 and last < first * _LEAST[verb]
    if verb == "halved":
        return first > 0 and last > first * _MOST
    return last < first if verb == "rose" else last > first
