"""Requests to which things happened by chance, and a ledger that tells of them: much that no office would do."""

import datetime as dt
import json
import uuid

from bench.casework import fill_requests

from answerable.records.casework.models import (
    DecisionVersion,
    Question,
    QuestionEvent,
    Request,
)
from answerable.records.ledger.models import LedgerLine

OF_A_REQUEST = ("request assigned", "request accepted", "request declined")
OF_SEVERAL = (
    "draft checked", "draft cleared", "draft cleared unchecked", "draft sent back", "draft taken back",
    "question closed", "question withdrawn", "question lapsed", "question reopened", "letter sent",
)  # fmt: skip
OF_ONE = ("decision put forward", "owner asked", "owner asked again", "contribution answered",
          "contribution declined", "contribution withdrawn")  # fmt: skip
KINDS = ("answer", "clarification", "extension", "fees")


def fill_by_chance(count, *, on, chance):
    """Fill an empty database with requests as an office has them, and then let chance change them."""
    fill_requests(count, on=on, seed=chance.randrange(1_000))
    for request in Request.objects.all():
        _change(request, on, chance)
        for question in Question.objects.filter(request=request):
            _change_question(question, on, chance)
        _tell(request, on, chance)


def _moment(request, on, chance):
    """Return a moment between receipt and a week after a day: also just before and after midnight, and in summer."""
    days = max((on - request.received_on).days + 7, 1)
    day = request.received_on + dt.timedelta(days=chance.randrange(days))
    time = chance.choice([dt.time(9), dt.time(22, 59, 59, 999_999), dt.time(23), dt.time(23, 30)])
    return dt.datetime.combine(day, time, dt.UTC)


def _change(request, on, chance):
    if chance.random() < 0.1:
        request.regime = chance.choice(["EIR", "SAR", "FOISA"])
    if chance.random() < 0.08:
        request.validity, request.validated_at = "no request", _moment(request, on, chance)
    if chance.random() < 0.08:
        request.merged_into = Request.objects.exclude(pk=request.pk).first()
    if chance.random() < 0.1:
        request.taken_in_at = _moment(request, on, chance)
    request.save()


def _change_question(question, on, chance):
    if chance.random() < 0.1:
        question.round, question.round_from = chance.choice(
            [(1, on), (2, on), (1, question.request.received_on)]
        )
        question.save()
    if chance.random() < 0.3:
        kind, to = chance.choice([
            ("regime_changed", "EIR"), ("regime_changed", "SAR"), ("regime_changed", "FOIA"), ("answered", ""),
            ("clarification_requested", ""), ("clarification_received", ""), ("fees_notice", ""),
            ("pit_extension_notice", ""), ("complex_extension_notice", ""),
        ])  # fmt: skip
        at = _moment(question.request, on, chance)
        QuestionEvent.objects.create(
            question=question, kind=kind, on=at.date(), to=to, recorded_at=at, recorded_by="x",
            round=chance.choice([1, 1, 1, 2]),
        )  # fmt: skip
    versions = list(DecisionVersion.objects.filter(question=question).order_by("number"))
    if versions and chance.random() < 0.3:
        other = DecisionVersion.objects.order_by("pk")[chance.randrange(20)]
        DecisionVersion.objects.create(
            question=question, number=versions[-1].number + 1, by="x", decision=other.decision,
            at=_moment(question.request, on, chance), round=chance.choice([1, 1, 2]),
        )  # fmt: skip


def _tell(request, on, chance):
    labels = list(Question.objects.filter(request=request).values_list("label", flat=True))
    moments = sorted(_moment(request, on, chance) for _ in range(chance.randrange(8)))
    for at in moments:
        action, said = _said(labels, chance)
        line = LedgerLine.objects.order_by("-number").first()
        LedgerLine.objects.create(
            number=line.number + 1, at=at, by=chance.choice("abc"), action=action,
            subject=f"request {request.reference}", data=json.dumps(said),
            before=uuid.UUID(int=chance.getrandbits(128)).hex, seal="x",
        )  # fmt: skip


def _said(labels, chance):
    drawn, number = chance.random(), chance.randrange(1, 3)
    if drawn < 0.2:
        return chance.choice(OF_A_REQUEST), {}
    if drawn < 0.6:
        some = chance.sample(labels, chance.randrange(len(labels) + 1))
        action = chance.choice(OF_SEVERAL)
        return action, {
            "questions": some,
            **({"letter": number} if action == "letter sent" else {}),
        }
    if drawn < 0.9:
        return chance.choice(OF_ONE), {"question": chance.choice(labels), "contribution": number}
    if drawn < 0.95:
        return "requests merged", {"goes on": chance.choice([True, False])}
    return "letter leaves", {"letter": number, "kind": chance.choice(KINDS), "questions": labels}
