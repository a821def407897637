"""What it means that a letter left, or was stopped, by its kind.

A letter of decisions answers its questions, or asks what they mean; that is told in `delivering`. Every
other kind has its row here, so that whoever sends letters need not know what they are about.
"""

from collections.abc import Mapping

from answerable.actions.casework.gone import Meaning
from answerable.actions.casework.notices_gone import notice_left, notice_stopped
from answerable.actions.casework.reviews_left import (
    extension_left,
    extension_stopped,
    outcome_left,
    outcome_stopped,
)
from answerable.domain.decisions.notice_kinds import NOTICES
from answerable.domain.law.letters import LetterKind


def _nothing(*_: object) -> None:
    """Do nothing: what the letter tells of has happened already, whether it leaves or not."""


MEANINGS: Mapping[str, Meaning] = {
    **{kind.value: Meaning(left=notice_left, stopped=notice_stopped) for kind in NOTICES},
    LetterKind.REGIME_CHANGE.value: Meaning(left=_nothing, stopped=_nothing),
    LetterKind.LAPSE.value: Meaning(left=_nothing, stopped=_nothing),
    LetterKind.REVIEW_ACKNOWLEDGEMENT.value: Meaning(left=_nothing, stopped=_nothing),
    LetterKind.REVIEW_EXTENSION.value: Meaning(left=extension_left, stopped=extension_stopped),
    LetterKind.REVIEW_OUTCOME.value: Meaning(left=outcome_left, stopped=outcome_stopped),
    LetterKind.WITHDRAWAL.value: Meaning(left=_nothing, stopped=_nothing),
}
"""By the kind of the letter. The request of the letter is locked when one of these is called."""
