"""The one way in from outside: somebody asks, by the public form or by another system."""

from answerable.actions.asking.rates import AskedTooOften, Rate, count_visit
from answerable.actions.asking.requests import (
    Asked,
    AskedQuestion,
    KeyUsedForOther,
    Way,
    ask,
    asked_request,
)

__all__ = [
    "Asked",
    "AskedQuestion",
    "AskedTooOften",
    "KeyUsedForOther",
    "Rate",
    "Way",
    "ask",
    "asked_request",
    "count_visit",
]
