"""What becomes of an answer that is challenged: reviews, complaints to the regulator, appeals."""

from answerable.actions.casework.challenging.asking import ReviewAsked, ask_review
from answerable.actions.casework.challenging.complaining import (
    ComplaintMade,
    Ruling,
    answer_enquiry,
    record_complaint,
    record_enquiry,
    record_ruling,
    withdraw_complaint,
)
from answerable.actions.casework.challenging.deciding import decide_review, write_findings
from answerable.actions.casework.challenging.reviewing import (
    acknowledge_reviews,
    extend_review,
    hand_over_review,
    take_review,
    withdraw_review,
)
from answerable.domain.decisions.challenges import Finding, Found, Ground

__all__ = [
    "ComplaintMade",
    "Finding",
    "Found",
    "Ground",
    "ReviewAsked",
    "Ruling",
    "acknowledge_reviews",
    "answer_enquiry",
    "ask_review",
    "decide_review",
    "extend_review",
    "hand_over_review",
    "record_complaint",
    "record_enquiry",
    "record_ruling",
    "take_review",
    "withdraw_complaint",
    "withdraw_review",
    "write_findings",
]
