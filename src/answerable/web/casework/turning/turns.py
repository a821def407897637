"""What came from whoever asked, what did not, and which law applies: each turns a question's clock."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework import Doing
from answerable.actions.casework.turning import (
    change_regime,
    clarify,
    fee_came,
    lapse_questions,
    withdraw_questions,
)
from answerable.domain.clock import EventKind
from answerable.domain.clock.events import awaited
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Move, why_not
from answerable.queries.casework.cases import CasePage, CaseQuestion
from answerable.queries.office import OfficeNotKnown
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lettering import site_office
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.casework.turning.choosing import chosen_labels, ticked_questions
from answerable.web.casework.words import done_to
from answerable.web.forms import DayField, WordsField
from answerable.web.staff import staff_page

_REGIMES = (
    ("EIR", "Environmental Information Regulations"),
    ("SAR", "Access to one's own personal data (UK GDPR)"),
    ("PART3", "Access to one's own personal data held for law enforcement"),
    ("FOIA", "Freedom of Information Act"),
)


class CameForm(forms.Form):
    """The day on which something came."""

    on = DayField(
        what="The day it came",
        label="When it came",
        hint="Leave it out for today",
        required=False,
    )


class ClarifiedForm(CameForm):
    """What was meant."""

    words = WordsField(
        label="What they meant",
        help_text="In their words: it stands below the question from now on, in its letter too",
        max_length=20_000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Write what was meant"},
    )
    field_order = ("words", "on")


class WithdrawnForm(forms.Form):
    """How they said so."""

    reason = WordsField(
        label="How they said so", required=False, max_length=2000, widget=forms.TextInput()
    )


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = WordsField(
        label="Why",
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Say why"},
    )


class RegimeForm(ReasonForm):
    """Which law applies, and why."""

    to = forms.ChoiceField(label="Which law applies", choices=_REGIMES)
    field_order = ("to", "reason")


@dataclass(frozen=True, slots=True)
class _Case:
    reference: str
    labels: tuple[str, ...]
    doing: Doing
    office: Office
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that can be recorded: its heading and button, its form, the move, and what does it.

    `awaits` is for what a question must wait, and `nothing` what is said where none does.
    """

    heading: str
    button: str
    done: str
    form: type[forms.Form]
    move: Move
    act: Callable[[_Case], tuple[str, ...]]
    awaits: frozenset[EventKind] = frozenset()
    nothing: str = ""

    def of(self, found: CasePage) -> list[CaseQuestion]:
        """Return the questions that it can be about."""
        if not self.awaits:
            return list(found.questions)
        return [
            one
            for one in found.questions
            if self.awaits & {each.kind for each in awaited(one.events)}
        ]


_TURNS = {
    "clarified": Turn(
        "They said what they meant",
        "Record what was meant",
        "Recorded: the clock starts again",
        ClarifiedForm,
        Move.CLARIFY,
        lambda case: clarify(
            case.reference, case.labels, case.said["words"], doing=case.doing, on=case.said["on"]
        ),
        frozenset({EventKind.CLARIFICATION_REQUESTED}),
        "No question waits to hear what was meant",
    ),
    "paid": Turn(
        "The fee came",
        "Record that the fee came",
        "Recorded: the clock goes on",
        CameForm,
        Move.RECORD,
        lambda case: fee_came(case.reference, case.labels, doing=case.doing, on=case.said["on"]),
        frozenset({EventKind.FEES_NOTICE}),
        "No question waits for a fee",
    ),
    "withdrawn": Turn(
        "They no longer want an answer",
        "Withdraw",
        "Withdrawn",
        WithdrawnForm,
        Move.WITHDRAW,
        lambda case: withdraw_questions(
            case.reference,
            case.labels,
            reason=case.said["reason"],
            doing=case.doing,
            office=case.office,
        ),
    ),
    "moved": Turn(
        "Another law applies",
        "Move to that law",
        "Moved",
        RegimeForm,
        Move.CHANGE_REGIME,
        lambda case: change_regime(
            case.reference,
            case.labels,
            case.said["to"],
            reason=case.said["reason"],
            doing=case.doing,
            office=case.office,
        ),
    ),
    "lapsed": Turn(
        "What was asked for never came",
        "Let it lapse",
        "Closed",
        ReasonForm,
        Move.LAPSE,
        lambda case: lapse_questions(
            case.reference,
            case.labels,
            reason=case.said["reason"],
            office=case.office,
            doing=case.doing,
        ),
        frozenset({EventKind.CLARIFICATION_REQUESTED, EventKind.FEES_NOTICE}),
        "No question waits for anything that was asked for",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def turns(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what came from whoever asked, what did not, or which law applies."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    do, refusal = "", Refusal()
    drawn = {name: turn.form(prefix=name) for name, turn in _TURNS.items()}
    if request.method == "POST":
        do = request.POST.get("do", "")
        if do not in _TURNS:
            raise BadRequest
        drawn[do] = form = _TURNS[do].form(request.POST, prefix=do)
        refusal = _tried(request, form, do, found, doing) if form.is_valid() else Refusal()
        if form.is_valid() and not refusal.words:
            return redirect("request", reference)
    context = {
        "found": found,
        "form": drawn.get(do),
        "turns": [
            (
                name,
                turn,
                drawn[name],
                ticked_questions(request, turn.of(found)),
                _why_not(turn, found, doing),
            )
            for name, turn in _TURNS.items()
        ],
        "do": do,
        "problems": refusal.problems,
    }
    return staff_page(request, "casework/turning/turns.html", context, status=refusal.status)


def _tried(
    request: HttpRequest, form: forms.Form, do: str, found: CasePage, doing: Doing
) -> Refusal:
    """Do it, and say so, or return why not."""
    turn, labels = _TURNS[do], chosen_labels(request)
    try:
        office = site_office()
    except OfficeNotKnown as problem:
        return Refusal(str(problem), 503)
    case = _Case(found.reference, labels, doing, office, form.cleaned_data)
    done: list[str] = []
    refusal = done_or_refused(lambda: done.extend(turn.act(case)), place=f"{do}-title")
    if not refusal.words:
        messages.success(request, done_to(turn.done, done))
    return refusal


def _why_not(turn: Turn, found: CasePage, doing: Doing) -> str:
    """Return why nothing of it can be done with any question; nothing if it can with one."""
    ask = partial(why_not, turn.move, actor=doing.by)
    refusals = [ask(situation=one.situation) for one in found.questions]
    if not refusals:
        return "It has no question"
    if "" not in refusals:
        return refusals[0]
    return "" if turn.of(found) else turn.nothing
