"""The one way in from outside: somebody asks, by the public form or by another system."""

from answerable.actions.asking.offers import OfferStep, count_offers
from answerable.actions.asking.rates import AskedTooOften, Rate, count_visit
from answerable.actions.asking.requests import (
    Asked,
    AskedQuestion,
    KeyUsedForOther,
    Way,
    ask,
    asked_request,
)
from answerable.actions.follow_links import link_shown_once

__all__ = [
    "Asked",
    "AskedQuestion",
    "AskedTooOften",
    "KeyUsedForOther",
    "OfferStep",
    "Rate",
    "Way",
    "ask",
    "asked_request",
    "count_offers",
    "count_visit",
    "link_shown_once",
]
