"""The chain of a request: reviews, complaints and appeals, with the rounds that are over."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.challenging import (
    answer_enquiry,
    hand_over_review,
    take_review,
    withdraw_complaint,
    withdraw_review,
)
from answerable.domain.decisions.aloud import day_in_words, listed
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.roles import Actor, Move, MoveNotAllowed, rule, why_not
from answerable.queries.accounts import people, person_names
from answerable.queries.casework.challenges import (
    ChallengeRow,
    PastRound,
    challenges_of,
    past_rounds,
)
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.staff import staff_page

WHO = {"review": "a review", "complaint": "the regulator", "tribunal": "a tribunal"}
NAMES = {"review": "Review", "complaint": "Complaint to the regulator", "tribunal": "Appeal"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A challenge as its page shows it, with why nothing can be done with it, if so."""

    row: ChallengeRow
    name: str
    reviewer: str
    is_overdue: bool
    take_refusal: str
    hand_refusal: str
    withdraw_refusal: str


@require_http_methods(["GET", "HEAD", "POST"])
def challenges(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the whole chain, and take, hand over or withdraw what is in hand."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, reference, doing))
        if not refusal.words:
            messages.success(request, "Done: the chain below says what is next")
            return redirect("request-challenges", reference)
    rows = challenges_of(reference)
    names = person_names(one.reviewer for one in rows)
    context = {
        "found": found,
        "challenges": [_shown(one, names, doing) for one in rows],
        "rounds": round_lines(past_rounds(reference, table=doing.table)),
        "reviewers": [(key, one.name) for key, one in reviewers().items()],
        "review_refusal": why_not(Move.ASK_REVIEW, actor=doing.by, situation=found.situation),
        "complaint_refusal": why_not(
            Move.RECORD_COMPLAINT, actor=doing.by, situation=found.situation
        ),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/challenging/chain.html", context, status=refusal.status)


def round_lines(rounds: tuple[PastRound, ...]) -> tuple[str, ...]:
    """Return what was decided in the rounds that are over, a sentence each."""
    return tuple(_line(one) for one in rounds)


def reviewers() -> dict[str, Actor]:
    """Return everybody whose roles let them review, by their keys."""
    roles = set(rule(Move.TAKE_REVIEW).roles)
    return {
        row.email: Actor(row.email, row.name, frozenset(row.roles))
        for row in people()
        if row.is_active and roles & set(row.roles)
    }


def _line(one: PastRound) -> str:
    parts = [f"answered on {day_in_words(one.answered_on)}" if one.answered_on else "not answered"]
    if one.clock is not None and one.clock.due_on is not None:
        parts.append(f"due on {day_in_words(one.clock.due_on)}")
    decided = listed([OUTCOME_WORDS[outcome] for outcome in one.outcomes])
    if decided:
        under = f" under {listed(list(one.citations))}" if one.citations else ""
        parts.append(f"{decided}{under} (version {one.version})")
    if one.ended_on is not None:
        parts.append(f"overturned on {day_in_words(one.ended_on)} by {WHO[one.ended_by]}")
    return f"{one.name}, round {one.number}: {', '.join(parts)}"


def _shown(row: ChallengeRow, names: dict[str, str], doing: Doing) -> Shown:
    def refused(move: Move) -> str:
        return why_not(move, actor=doing.by, situation=row.situation)

    ends = Move.ASK_REVIEW if row.kind == "review" else Move.RECORD_COMPLAINT
    return Shown(
        row=row,
        name=f"{NAMES[row.kind]} {row.number}",
        reviewer=names.get(row.reviewer, row.reviewer),
        is_overdue=row.is_overdue(doing.on),
        take_refusal=refused(Move.TAKE_REVIEW),
        hand_refusal=refused(Move.HAND_REVIEW),
        withdraw_refusal=refused(ends),
    )


def _do(request: HttpRequest, reference: str, doing: Doing) -> None:
    do, _, about = request.POST.get("do", "").partition(":")
    first, _, place = about.partition(":")
    number = int(first)
    if do == "take":
        take_review(reference, number, doing=doing)
    elif do == "hand":
        _hand(request, reference, number, doing)
    elif do == "withdraw":
        withdraw_review(reference, number, doing=doing)
    elif do == "close":
        withdraw_complaint(reference, number, doing=doing)
    elif do == "answered":
        answer_enquiry(reference, number, int(place), doing=doing)
    else:
        raise ValueError(do)


def _hand(request: HttpRequest, reference: str, number: int, doing: Doing) -> None:
    to = reviewers().get(request.POST.get("reviewer", ""))
    if to is None:
        message = "Choose who is to review it: somebody who had no part in the answer"
        raise MoveNotAllowed(message)
    reason = request.POST.get("reason", "")
    hand_over_review(reference, number, to, reason=reason, doing=doing)
