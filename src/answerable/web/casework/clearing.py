"""Bring questions on: check, clear, send back, take back, close and reopen, each with its refusal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions import casework
from answerable.actions.casework import Doing
from answerable.domain.roles import Actor, Move, MoveNotAllowed, why_not
from answerable.queries.casework.cases import CasePage, CaseQuestion
from answerable.queries.casework.deciding import Written, written_of
from answerable.web.casework.addresses import label_of, label_part
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.recorded import (
    Recorded,
    RecordedGround,
    recorded_fields,
    recorded_grounds,
)
from answerable.web.casework.words import done_to, outcome_tags, stage_tag
from answerable.web.staff import staff_page
from answerable.web.tags import Tag


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done with the questions that are ticked, or why it cannot with any."""

    do: str
    words: str
    refusal: str
    needs_reason: bool

    @property
    def kind(self) -> str:
        """Return how its button looks: what brings a question on stands out, the rest does not."""
        return "" if self.do in ("check", "clear") else "secondary"


@dataclass(frozen=True, slots=True)
class ClearedQuestion:
    """A question as those see it who check and clear: what was asked, answered and decided."""

    question: CaseQuestion
    part: str
    stage: Tag
    tags: tuple[Tag, ...]
    written: Written | None
    fields: tuple[Recorded, ...]
    grounds: tuple[RecordedGround, ...]


_MOVES: tuple[tuple[Move, str, bool, Callable[..., None]], ...] = (
    (Move.CHECK, "I have checked them", False, casework.check_draft),
    (Move.CLEAR, "Clear them", False, casework.clear_draft),
    (Move.BYPASS, "Clear them without a check", True, casework.clear_unchecked),
    (Move.SEND_BACK, "Send them back", True, casework.send_back),
    (Move.TAKE_BACK, "Take them back", False, casework.take_back),
    (Move.CLOSE, "Close them without an answer", True, casework.close_questions),
    (Move.REOPEN, "Reopen them", True, casework.reopen_questions),
)
_READ_FIRST = (Move.CHECK, Move.CLEAR, Move.BYPASS)
"""What somebody answers for the words by: it holds for the version that was on their page."""
_DONE = {
    Move.CHECK: "Checked",
    Move.CLEAR: "Cleared",
    Move.BYPASS: "Cleared without a check",
    Move.SEND_BACK: "Sent back",
    Move.TAKE_BACK: "Taken back",
    Move.CLOSE: "Closed",
    Move.REOPEN: "Reopened",
}


@require_http_methods(["GET", "HEAD", "POST"])
def clearance(request: HttpRequest, reference: str) -> HttpResponse:
    """Show every question with its draft, and bring those on that are ticked."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    refusal = Refusal()
    if request.method == "POST":
        refusal = done_or_refused(lambda: _do(request, reference, doing), place="reason")
        if not refusal.words:
            messages.success(request, done_to(_DONE[_asked(request)[0]], _labels(request)))
            return redirect("request", reference)
    drafts = written_of(reference)
    choices = _choices(found, doing.by)
    context = {
        "found": found,
        "questions": [_shown(one, drafts.get(one.label)) for one in found.questions],
        "choices": choices,
        "refused": [one for one in choices if one.refusal],
        "ticked": request.POST.getlist("question") if request.method == "POST" else [],
        "reason": request.POST.get("reason", ""),
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/clearance.html", context, status=refusal.status)


def _shown(one: CaseQuestion, written: Written | None) -> ClearedQuestion:
    return ClearedQuestion(
        question=one,
        part=label_part(one.label),
        stage=stage_tag(one.stage),
        tags=outcome_tags(one.outcomes),
        written=written,
        fields=recorded_fields(written) if written else (),
        grounds=recorded_grounds(written) if written else (),
    )


def _choices(found: CasePage, actor: Actor) -> list[Choice]:
    """Return what can be done with one question at least, and what cannot with any, and why."""
    choices = []
    for move, words, needs_reason, _ in _MOVES:
        refusals = [why_not(move, actor=actor, situation=one.situation) for one in found.questions]
        if not refusals:
            continue
        refusal = "" if "" in refusals else refusals[0]
        choices.append(Choice(move.name.lower(), words, refusal, needs_reason))
    return choices


def _asked(request: HttpRequest) -> tuple[Move, bool, Callable[..., None]]:
    """Return what a form asks for.

    :raises ValueError: if it is nothing of ours.
    """
    do = request.POST.get("do", "")
    for move, _, needs_reason, action in _MOVES:
        if move.name.lower() == do:
            return move, needs_reason, action
    raise ValueError(do)


def _do(request: HttpRequest, reference: str, doing: Doing) -> None:
    move, needs_reason, action = _asked(request)
    labels = _labels(request)
    if not labels:
        message = f"Tick the questions first: {_DONE[move].lower()} which?"
        raise MoveNotAllowed(message)
    about: dict[str, Any] = {"reason": request.POST.get("reason", "")} if needs_reason else {}
    if move in _READ_FIRST:
        about["seen"] = _seen(request)
    action(reference, labels, doing=doing, **about)


def _seen(request: HttpRequest) -> dict[str, int]:
    """Return which version of each decision stood on the page."""
    pairs = (one.rpartition(":") for one in request.POST.getlist("seen"))
    return {label_of(part): int(number[:9]) for part, _, number in pairs if number.isdecimal()}


def _labels(request: HttpRequest) -> list[str]:
    """Return the labels of the questions that are ticked."""
    return [label_of(part) for part in request.POST.getlist("question")]
