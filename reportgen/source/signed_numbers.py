"""Texts that are numbers but for what stands at them: letters of ordinals, signs that nobody has explained."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.patterns import Pattern
from reportgen.source.cell_marks import is_marked
from reportgen.source.number_texts import has_value, parts_of

_SIGN_AROUND = Pattern(r"\A[<>≤≥~≈]\s*|\s*\([^\W\d_]{1,3}\)\Z|\s+[^\W\d_]\Z|(?<=[0-9])[*†‡#^~!?]{1,2}\Z")
"""What stands round a number and is no unit."""
_RANK = Pattern(r"(?P<number>[1-9][0-9]{0,2})(?:(?P<first>(?<=1)(?<![0-9]1)(?:er|re|ère))|e)(?: ex[ -](?:æ|ae)quo)?")


def are_ranks(texts: Sequence[str]) -> bool:
    """Whether whole numbers have the letters of ordinals, which are those of marks too: 1er, 2e, 3e; 1e, 2e."""
    if not texts or not _RANK.fullmatch(texts[0]):
        return False
    found = [rank for text in texts if (rank := _RANK.fullmatch(text))]
    if len(found) < len(texts):
        return False
    numbers = {int(rank["number"]) for rank in found}
    return any(rank["first"] for rank in found) or (len(numbers) > 1 and numbers == {*range(1, len(numbers) + 1)})


def signed_number(texts: Sequence[str]) -> str:
    """Of texts most of which are numbers, several with signs of different kinds, one with a sign that nobody has
    explained; "" where they are other texts."""
    bare = [_SIGN_AROUND.sub("", text) for text in texts]
    numbers = [at for at, text in enumerate(bare) if (parts := parts_of(text)) and has_value(parts) and not parts.unit]
    signed = [at for at in numbers if bare[at] != texts[at]]
    if 2 * len(numbers) <= len(texts) or len({texts[at].replace(bare[at], "") for at in signed}) < 2:
        return ""
    return next((texts[at] for at in signed if not is_marked(texts[at])), texts[signed[0]])
