"""The page of a request: how far each question is, until when and why, and what was said so far."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.domain.clock.steps import explained
from answerable.domain.roles import Move, why_not
from answerable.domain.roles.people import REQUESTER
from answerable.queries.calendars import usable_holidays
from answerable.queries.following.request_pages import (
    FollowedChallenge,
    FollowedQuestion,
    FollowedRequest,
    SentLetter,
    Standing,
    Told,
    followed_request,
)
from answerable.web.following.doors import followed, link_page
from answerable.web.following.forms import answerable_labels, waiting_labels
from answerable.web.following.words import (
    DONE,
    challenge_words,
    finding_words,
    question_name,
    standing_tag,
)
from answerable.web.public.words import Ground, grounds, section_words, tags
from answerable.web.tags import Tag


@dataclass(frozen=True, slots=True)
class ShownRound:
    """What was decided in a round and told: when, as what, on which grounds."""

    answered: str
    tags: tuple[Tag, ...]
    relied_on: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with what whoever asked can know of it; `same_as` says whose days are counted alike."""

    question: FollowedQuestion
    name: str
    tag: Tag
    due: str
    was_due: str
    days: tuple[str, ...]
    same_as: str
    rounds: tuple[ShownRound, ...]


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """A letter that was sent, and which questions it is about."""

    letter: SentLetter
    on: str
    questions: str


@dataclass(frozen=True, slots=True)
class ShownChallenge:
    """A review or a complaint, in words."""

    name: str
    questions: str
    asked: str
    due: str
    decided: str
    said: str
    findings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """What whoever asked can do now, as the table of moves has it."""

    clarify: bool
    withdraw: bool
    review: bool


@followed
@require_safe
def request_page(request: HttpRequest, token: str) -> HttpResponse:
    """Show whoever asked how far their request is."""
    table = usable_holidays()
    found = followed_request(token, table=table)
    today = timezone.localdate()
    context = {
        "found": found,
        "token": token,
        "received": day(found.received_on),
        "questions": _questions(found),
        "letters": [ShownLetter(one, day(one.sent_on), named(one.labels)) for one in found.letters],
        "messages": [
            (one, date_format(timezone.localtime(one.arrived_at), "j F Y"))
            for one in found.messages
        ],
        "challenges": [_challenge(one) for one in found.challenges],
        "ways": ways_of(found, today),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return link_page(request, "request", context)


def ways_of(found: FollowedRequest, today: dt.date) -> Ways:
    """Return what whoever asked can do with their request now."""
    withdrawn = (
        why_not(Move.WITHDRAW, actor=REQUESTER, situation=one.situation) for one in found.questions
    )
    return Ways(
        clarify=bool(waiting_labels(found)),
        withdraw="" in withdrawn,
        review=bool(answerable_labels(found, today)),
    )


_OVER = (Standing.WITHDRAWN, Standing.ENDED, Standing.LAPSED)
"""Nothing is due any more of a question that stands so."""


def day(on: dt.date | None) -> str:
    """Return a day as a page of this language prints it; nothing for none."""
    return _day(on, get_language()) if on else ""


@lru_cache(maxsize=4000)
def _day(on: dt.date, _language: str | None) -> str:
    # Welsh names of days begin with a capital alone only where a sentence does.
    return date_format(on, "l j F Y").replace("Dydd ", "dydd ")


def named(labels: tuple[str, ...]) -> str:
    """Return questions by their names."""
    return ", ".join(map(question_name, labels))


def _questions(found: FollowedRequest) -> list[ShownQuestion]:
    """Return the questions; the days of a clock that several share are explained once."""
    first: dict[int, str] = {}
    shown = []
    for one in found.questions:
        name = question_name(one.label)
        same_as = first.setdefault(id(one.clock), name) if one.clock else name
        due_on = None if one.standing in _OVER else one.due_on
        due = day(due_on)
        is_counted = one.clock is not None and due_on is not None and same_as == name
        is_over = one.answered_on is not None and due
        shown.append(
            ShownQuestion(
                question=one,
                name=name,
                tag=standing_tag(one.standing),
                due=due,
                was_due=_("It was due by %(due)s.") % {"due": due} if is_over else "",
                days=tuple(explained(one.clock)) if one.clock and is_counted else (),
                same_as="" if same_as == name else _same_as(same_as),
                rounds=tuple(map(_round, one.told)),
            )
        )
    return shown


def _same_as(other: str) -> str:
    return _("The days are counted as those of: %(other)s") % {"other": other}


def _round(told: Told) -> ShownRound:
    return ShownRound(
        answered=_("Answered on %(on)s:") % {"on": day(told.answered_on)},
        tags=tags(told.outcomes),
        relied_on=", ".join(map(section_words, told.citations)),
        grounds=grounds(told.citations),
    )


def _challenge(one: FollowedChallenge) -> ShownChallenge:
    return ShownChallenge(
        name=challenge_words(one.kind),
        questions=named(one.labels),
        asked=day(one.asked_on),
        due=day(one.due_on),
        decided=day(one.decided_on),
        said=one.said,
        findings=tuple(
            (question_name(label), finding_words(finding)) for label, finding in one.findings
        ),
    )
