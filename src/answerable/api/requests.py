"""Bring a request in, and ask how far it is."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.timezone import localdate
from ninja import Router, Status
from ninja.params.functions import Header
from ninja.security import HttpBearer

from answerable.actions.asking import (
    Asked,
    AskedTooOften,
    KeyUsedForOther,
    Rate,
    Way,
    ask,
    count_visit,
)
from answerable.actions.casework.api_keys import name_of_key
from answerable.api.shapes import (
    FieldProblem,
    NewRequest,
    Problem,
    RequestState,
    TakenQuestion,
    TakenRequest,
)
from answerable.queries.calendars import usable_holidays
from answerable.queries.casework.brought_in import brought_in
from answerable.reading.request_forms import RequestForm

RATE = Rate("request by the API", by_one=300, in_all=3_000, window=dt.timedelta(minutes=10))


class Key(HttpBearer):
    """A key that `answerable api-key make` has shown, sent as `Authorization: Bearer KEY`."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:  # noqa: ARG002 ninja's own name
        """Return whose key it is, as messages that come by it name their source."""
        name = name_of_key(token)
        return None if name is None else f"api key {name}"


router = Router(auth=Key(), tags=["requests"])


@router.post(
    "/requests",
    response={201: TakenRequest, 200: TakenRequest}
    | dict.fromkeys((400, 401, 404, 409, 413, 422, 429), Problem),
    summary="Bring a request in",
    operation_id="bring_request_in",
)
def bring_request_in(
    request: HttpRequest,
    response: HttpResponse,
    new: NewRequest,
    idempotency_key: str = Header(
        ...,
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Any text of yours that stands for this request: sent again, nothing comes in twice",
    ),
) -> Status[TakenRequest] | Status[Problem]:
    """Take a request in, once under its key: 201 the first time, 200 when the same comes again."""
    now = timezone.now()
    source = _source(request)
    try:
        count_visit(source, RATE, at=now)
    except AskedTooOften as refusal:
        response.headers["Retry-After"] = str(refusal.retry_after)
        return Status(429, Problem(detail=f"{refusal}: nothing was taken in"))
    if new.received_on and new.received_on > localdate(now):
        wrong = FieldProblem(field="received_on", problem="the day has not come yet")
        return Status(422, Problem(detail="Nothing was taken in: see fields", fields=[wrong]))
    try:
        asked = ask(
            _form(new), Way("api", source, idempotency_key), at=now, table=usable_holidays()
        )
    except KeyUsedForOther as refusal:
        detail = f"{refusal}: send the new request under a key of its own"
        return Status(409, Problem(detail=detail))
    return Status(201 if asked.is_new else 200, _taken(asked))


@router.get(
    "/requests/{reference}",
    response={200: RequestState} | dict.fromkeys((401, 404), Problem),
    summary="Ask how far a request is",
    operation_id="ask_how_far",
)
def ask_how_far(request: HttpRequest, reference: str) -> Status[RequestState] | Status[Problem]:
    """Return the stage and the dates of a request that the same key brought in."""
    found = brought_in(reference, source=_source(request))
    if found is None:
        return Status(404, Problem(detail="This key brought in no request of that reference"))
    state: Any = found.stage
    return Status(
        200,
        RequestState(
            reference=found.reference,
            stage=state,
            received_on=found.received_on,
            due_on=found.due_on,
            calendar=found.calendar,
        ),
    )


def _source(request: HttpRequest) -> str:
    """Return whose key it was: the door above has set it."""
    source: str = getattr(request, "auth")  # noqa: B009 Django's type does not know it
    return source


def _form(new: NewRequest) -> RequestForm:
    return RequestForm(
        name=new.name,
        address=new.email or "",
        postal=new.postal_address or "",
        subject=new.subject,
        text=new.text,
        language=new.language,
        received_on=new.received_on,
        kind=new.kind,
        answer_as=new.answer_as,
    )


def _taken(asked: Asked) -> TakenRequest:
    return TakenRequest(
        reference=asked.reference,
        received_on=asked.received_on,
        due_on=asked.due_on,
        calendar=asked.calendar,
        questions=[TakenQuestion(label=one.label, text=one.text) for one in asked.questions],
    )
