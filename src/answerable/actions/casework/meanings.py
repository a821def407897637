"""What it means that a letter left, or was stopped, by its kind.

A letter of decisions answers its questions, or asks what they mean; that is told in `delivering`. Every
other kind has its row here, so that whoever sends letters need not know what they are about.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from answerable.actions.casework.reviews_left import (
    extension_left,
    extension_stopped,
    outcome_left,
    outcome_stopped,
)
from answerable.domain.clock import Holidays
from answerable.domain.law.letters import LetterKind
from answerable.records.casework.models import Letter


@dataclass(frozen=True, slots=True)
class Gone:
    """When a letter left, who said so and when, and the calendar that clocks are counted on."""

    on: dt.date
    at: dt.datetime
    by: str
    table: Holidays


@dataclass(frozen=True, slots=True)
class Meaning:
    """What happens when a letter of a kind has left, and when it was stopped before."""

    left: Callable[[Letter, Gone], None]
    stopped: Callable[[Letter], None]


def _nothing(*_: object) -> None:
    """Do nothing: what the letter tells of has happened already, whether it leaves or not."""


MEANINGS: Mapping[str, Meaning] = {
    LetterKind.REVIEW_ACKNOWLEDGEMENT.value: Meaning(left=_nothing, stopped=_nothing),
    LetterKind.REVIEW_EXTENSION.value: Meaning(left=extension_left, stopped=extension_stopped),
    LetterKind.REVIEW_OUTCOME.value: Meaning(left=outcome_left, stopped=outcome_stopped),
    LetterKind.WITHDRAWAL.value: Meaning(left=_nothing, stopped=_nothing),
}
"""By the kind of the letter. The request of the letter is locked when one of these is called."""
