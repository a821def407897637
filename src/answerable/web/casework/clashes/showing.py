"""A contradiction as its pages show it: both sides beside each other, what differs marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.matching.beside import differing
from answerable.matching.snippets import Fragment
from answerable.queries.accounts import person_names
from answerable.queries.casework.clashes.listed import ClashRow, ClashSide
from answerable.web.casework.addresses import question_address
from answerable.web.casework.words import capital

KINDS: Mapping[str, tuple[str, str]] = {
    "decision": ("Different decisions", "red"),
    "answer": ("Different answers", "orange"),
    "change": ("Changed answer", "blue"),
}
"""Each kind: its words, and the colour of its tag."""

STATES = {"open": "Open", "settled": "Settled"}
_SHORT = 40
"""Words of an answer that are shown at once."""


@dataclass(frozen=True, slots=True)
class ShownSide:
    """A side with what the other does not say marked: `more` is the whole answer, where it is longer.

    `order` says whether it was answered earlier or later; nothing where their days do not tell.
    """

    side: ClashSide
    name: str
    order: str
    request_address: str
    text: tuple[Fragment, ...]
    decided: tuple[Fragment, ...]
    answer: tuple[Fragment, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ShownClash:
    """A contradiction with its words, and the names of those who settled it or opened it again."""

    row: ClashRow
    kind: str
    colour: str
    sides: tuple[ShownSide, ShownSide]
    settled_by: str
    reopened_by: str


def shown_clashes(rows: Iterable[ClashRow]) -> list[ShownClash]:
    """Return contradictions as they are shown."""
    listed = list(rows)
    names = person_names(key for row in listed for key in (row.settled_by, row.reopened_by))
    return [_shown(row, names) for row in listed]


def name_of(side: ClashSide) -> str:
    """Return what people call a side."""
    label = f", question {side.label}" if side.label else ""
    return f"{side.reference or 'An entry without a reference'}{label}"


def decision_words(side: ClashSide) -> list[str]:
    """Return what was decided, each outcome and each limb."""
    outcomes = [capital(OUTCOME_WORDS[Outcome(one)]) for one in side.outcomes]
    return [*outcomes, *side.exemptions]


def _shown(row: ClashRow, names: Mapping[str, str]) -> ShownClash:
    words, colour = KINDS[row.kind]
    is_ordered = row.one.on is not None and row.other.on is not None and row.one.on < row.other.on
    first, second = ("Earlier: ", "Later: ") if is_ordered else ("", "")
    return ShownClash(
        row=row,
        kind=words,
        colour=colour,
        sides=(_side(row.one, row.other, first), _side(row.other, row.one, second)),
        settled_by=names.get(row.settled_by, row.settled_by),
        reopened_by=names.get(row.reopened_by, row.reopened_by),
    )


def _side(side: ClashSide, other: ClashSide, order: str) -> ShownSide:
    words, theirs = side.answer.split(), decision_words(other)
    is_long = len(words) > _SHORT
    short = f"{' '.join(words[:_SHORT])} …" if is_long else side.answer
    return ShownSide(
        side=side,
        name=name_of(side),
        order=order,
        request_address=question_address(side.request, side.label) if side.request else "",
        text=differing(side.text, other.text),
        decided=tuple(Fragment(one, one not in theirs) for one in decision_words(side)),
        answer=differing(short, other.answer),
        more=side.answer if is_long else "",
    )
