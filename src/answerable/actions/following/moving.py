"""What whoever asked does with their own request by its link: the table of moves says what they may."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.challenging import Ground, ReviewAsked, ask_review
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.turning import clarify, withdraw_questions
from answerable.actions.following.writing import write_message
from answerable.domain.clock import Holidays
from answerable.domain.decisions.letters import Office
from answerable.domain.roles.people import REQUESTER
from answerable.queries.following.links import request_followed


def clarify_by_link(
    token: str, labels: Sequence[str], words: str, *, at: dt.datetime, table: Holidays
) -> None:
    """Record what whoever asked meant, and keep their words as a message that an officer looks at.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    :raises MoveNotAllowed: if they may not now; nothing is kept then.
    """
    request = request_followed(token)
    with transaction.atomic():
        clarify(request.reference, labels, words, doing=Doing(REQUESTER, at, table))
        write_message(token, words, key=f"clarification {at.isoformat()}", at=at)


def withdraw_by_link(
    token: str,
    labels: Sequence[str],
    *,
    office: Office | None,
    at: dt.datetime,
    table: Holidays,
) -> None:
    """Close questions that whoever asked no longer wants answered; a letter confirms it, if there is an office.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    :raises MoveNotAllowed: if they may not now.
    """
    request = request_followed(token)
    doing = Doing(REQUESTER, at, table)
    withdraw_questions(request.reference, labels, doing=doing, office=office)


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """A review as whoever asked wants it: of which answers, on which grounds, and why."""

    labels: tuple[str, ...]
    grounds: tuple[Ground, ...]
    words: str
    contact: str = ""


def ask_review_by_link(token: str, wish: ReviewWish, *, at: dt.datetime, table: Holidays) -> None:
    """Ask for a review of answers.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    :raises MoveNotAllowed: if it cannot be asked for; the message says why, and what can be done.
    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    request = request_followed(token)
    doing = Doing(REQUESTER, at, table)
    grounds = dict.fromkeys(wish.labels, wish.grounds)
    asked = ReviewAsked(grounds, wish.words, doing.on, contact=wish.contact)
    ask_review(request.reference, asked, doing=doing)
