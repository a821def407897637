"""Reviews asked for in tests, with valid defaults."""

import datetime as dt

from answerable.actions.casework.challenging import Ground, ReviewAsked, ask_review
from answerable.domain.roles.people import REQUESTER
from tests.support.casework import AT, REF, doing_by

ALL = tuple(Ground)
WORDS = "You did not look in the print room."


def later(days):
    """Return the morning of a day after that on which requests come in."""
    return AT + dt.timedelta(days=days)


def ask(*labels, grounds=ALL, actor=REQUESTER, at=AT, words=WORDS, **about):
    """Ask for a review of the answers to some questions, the first if none is named."""
    by_label = dict.fromkeys(labels or ("1",), grounds)
    about.setdefault("asked_on", at.date())
    asked = ReviewAsked(by_label, words, contact="reviews@body.example", **about)
    return ask_review(REF, asked, doing=doing_by(actor, at=at))
