"""Whether the statements of a paper still stand on the data that they were confirmed for.

What a statement is stands in `statements`; recording that it holds is `reportgen.commands.confirm`'s work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.document.composing.statements import Statement, statements
from reportgen.document.reading.draft import Draft
from reportgen.figures.drawn import Plan
from reportgen.problems import Problem, Problems
from reportgen.source.model import Confirmation, Confirmed

_MOST_CHANGES = 5
"""Changes that a message lists."""
_LONGEST_WORDS = 80
"""Letters of a statement that a message quotes."""


def findings(draft: Draft, plans: Mapping[str, Plan]) -> tuple[Problem, ...]:
    """The statements whose data are others than those that they were confirmed for, and those never confirmed.

    A paper of which nothing was ever confirmed is left in peace.
    """
    confirmed = draft.briefing.confirmed
    if confirmed is None:
        return ()
    problems, every = Problems(list(confirmed.faults)), statements(draft, plans)
    for statement in every:
        _check(statement, confirmed.statements.get(statement.id), draft.briefing.name, problems)
    if not confirmed.faults:
        _tell_unconfirmed(every, confirmed, draft, problems)
    return tuple(problems.found)


def _check(statement: Statement, before: Confirmation | None, name: str, problems: Problems) -> None:
    changes = data_changes(before.data, statement.data) if before else []
    if before is None or not changes:
        return
    more = f"; and {len(changes) - _MOST_CHANGES} more" if len(changes) > _MOST_CHANGES else ""
    told = "; ".join(changes[:_MOST_CHANGES]) + more
    message = f"{statement.called}, {_quoted(statement.words)}, was confirmed for other data: {told}"
    if not statement.says(before.words):
        message += f"; its words were {_quoted(before.words)}"
    hint = f"read it again; if it still holds: reportgen confirm {name} '{statement.id}'"
    problems.add("finding-changed", statement.place, message, hint)


def _quoted(words: str) -> str:
    return f"'{words}'" if len(words) <= _LONGEST_WORDS else f"'{words[: _LONGEST_WORDS - 1].rstrip()}…'"


def _tell_unconfirmed(every: Sequence[Statement], confirmed: Confirmed, draft: Draft, problems: Problems) -> None:
    """One note for all statements that were never confirmed, or not in these words."""
    names = [name for statement in every if (name := _unconfirmed(statement, confirmed.statements))]
    if names:
        count = "1 statement is" if len(names) == 1 else f"{len(names)} statements are"
        message = f"{count} not confirmed: {', '.join(names)}"
        hint = f"read them; if they hold: reportgen confirm {draft.briefing.name}"
        problems.add("finding-unconfirmed", draft.briefing.meta.place, message, hint)


def _unconfirmed(statement: Statement, confirmed: Mapping[str, Confirmation]) -> str:
    """Its id if it lacks a confirmation; "" for one that has it, and for one that is told for its data."""
    before = confirmed.get(statement.id)
    if before is None:
        return statement.id
    reworded = before.data == statement.data and not statement.says(before.words)
    return f"{statement.id} (in other words)" if reworded else ""


# --- changes ---------------------------------------------------------------------------------------------------------
def data_changes(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """What differs, each in words: values first, then rows and cells that are new, then those that are gone."""
    changed = [
        f"{name} was {_said(old[name])}, is {_said(new[name])}" for name in new if old.get(name, new[name]) != new[name]
    ]
    added = [f"{name} is new" for name in _missing(new, old)]
    return [*changed, *added, *(f"{name} is gone" for name in _missing(old, new))]


def _missing(names: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Those of `names` that are not among the others; cells of a row that is not there at all are told as the row."""
    others = set(others)
    rows = {_row(name) for name in others}
    yield from dict.fromkeys(name if _row(name) in rows else _row(name) for name in names if name not in others)


def _row(name: str) -> str:
    """The row of a cell, "ferries.Oban"; a fact stands for itself."""
    row = name.rpartition(".")[0]
    return row if "." in row else name


def _said(value: str) -> str:
    return value or "empty"
