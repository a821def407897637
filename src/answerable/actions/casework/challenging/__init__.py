"""What becomes of an answer that is challenged: reviews, complaints to the regulator, appeals."""

from answerable.actions.casework.challenging.asking import ReviewAsked, ask_review
from answerable.domain.decisions.challenges import Ground

__all__ = [
    "Ground",
    "ReviewAsked",
    "ask_review",
]
