"""Whose time a late answer took, as a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.domain.clock.whose_time import Holder, Share
from answerable.queries.casework.whose_time import LateAnswerRow


@dataclass(frozen=True, slots=True)
class LateLine:
    """An answer that left too late: of which question, and whose time it took."""

    name: str
    words: str


def late_lines(rows: tuple[LateAnswerRow, ...], names: Mapping[str, str]) -> tuple[LateLine, ...]:
    """Return a sentence for each late answer of a request, with people by their names."""
    return tuple(
        LateLine(f"Question {row.label}" if row.label else "The answer", _words(row, names))
        for row in rows
    )


def holder_words(who: Holder, name: str = "") -> str:
    """Return who had a question, with the person's name where one is known."""
    if who is Holder.REQUESTER:
        return "waiting for whoever asked"
    return f"{who.value} ({name})" if name else who.value


def _words(row: LateAnswerRow, names: Mapping[str, str]) -> str:
    shares = ", ".join(_share(one, names) for one in row.shares)
    return f"late by {_days(row.days_late)}: {shares}"


def _share(share: Share, names: Mapping[str, str]) -> str:
    name = names.get(share.key, share.key)
    not_counted = "" if share.who.is_counted else ", which do not count"
    return f"{holder_words(share.who, name)} {share.days}{not_counted}"


def _days(count: int) -> str:
    return f"{count} working day{'' if count == 1 else 's'}"
