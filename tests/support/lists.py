"""Requests as lists need them: stored as they stand, without the way that led there."""

import datetime as dt
from itertools import count

from answerable.domain.clock import shipped_holidays
from answerable.domain.roles import Stage
from answerable.records.casework.models import (
    Contribution,
    DecidedTag,
    DecisionVersion,
    InformationOwner,
    Message,
    NamedPerson,
    Question,
    Request,
    Requester,
)

TODAY = dt.date(2025, 10, 6)
"""A Monday."""
NOON = dt.datetime(2025, 10, 6, 12, tzinfo=dt.UTC)
TABLE = shipped_holidays()
_numbers = count(1)


def make_request(reference, *, named=(), stage=Stage.OPEN, asker="", clock="running", **fields):
    """Store a request with one question at its stage; `named` restricts it to these people."""
    given = {
        "title": "Printers",
        "channel": "email",
        "received_on": TODAY - dt.timedelta(days=20),
        "work_to": TODAY + dt.timedelta(days=2),
        "open_questions": 1,
        "is_accepted": True,
        "acknowledged_at": NOON,
        "validity": "valid",
        **fields,
    }
    requester = Requester.objects.create(name=asker, address="a.person@example.org")
    request = Request.objects.create(
        reference=reference,
        requester=requester,
        taken_in_at=NOON,
        stage=stage,
        is_restricted=bool(named),
        **given,
    )
    for key in named:
        NamedPerson.objects.create(request=request, key=key)
    Question.objects.create(
        request=request,
        place=1,
        text=f"What is asked in {reference}?",
        stage=stage,
        clock_state=clock,
        work_to=given["work_to"],
    )
    return request


def tag(request, kind, *values):
    """Keep outcomes or exemptions of a request's question."""
    for value in values:
        DecidedTag.objects.create(
            request=request, question=request.questions.get(), kind=kind, value=value
        )


def decide(request, by, **fields):
    """Keep a version of the decision about a request's question."""
    question = request.questions.get()
    DecisionVersion.objects.create(
        question=question,
        number=question.decisions.count() + 1,
        by=by,
        at=NOON,
        decision={
            "outcomes": ["disclosed"],
            "grounds": [],
            "estimate": None,
            "where": "",
            "signposted_to": "",
            "asked": "",
        },
        **fields,
    )


def send_message(request, *, is_unseen=True, text="When may I expect an answer?"):
    """Let a message come to a request."""
    digest = f"{next(_numbers):064x}"
    Message.objects.create(
        identity=digest,
        sha256=digest,
        raw=b"",
        channel="email",
        arrived_at=NOON,
        taken_in_by="mail",
        request=request,
        is_unseen=is_unseen,
        text=text,
    )


def ask_owner(request, *, due_on, state="asked"):
    """Put a request's question to an information owner."""
    number = next(_numbers)
    owner = InformationOwner.objects.create(name="Owner", email=f"owner{number}@body.example")
    question = request.questions.get()
    Contribution.objects.create(
        number=question.contributions.count() + 1,
        question=question,
        owner=owner,
        words="What do you hold?",
        asked_by="olive@body.example",
        asked_at=NOON,
        due_on=due_on,
        nonce=str(number),
        state=state,
    )
