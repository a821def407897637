"""The one way in for whoever answers the survey: whether a link is open, and an answer by it."""

from answerable.actions.asking.rates import AskedTooOften, Rate, count_visit
from answerable.actions.standards.surveys import (
    GivenAnswer,
    LinkNotOpen,
    answer_survey,
    check_open,
)

__all__ = [
    "AskedTooOften",
    "GivenAnswer",
    "LinkNotOpen",
    "Rate",
    "answer_survey",
    "check_open",
    "count_visit",
]
