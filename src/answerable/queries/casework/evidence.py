"""What stands against a decision outside of it: the requests that it names, and a transfer."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.clock import Holidays, OutsideCalendar
from answerable.domain.clock.aggregating import why_not_together
from answerable.domain.decisions.checking import Reason
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.estimates import Together
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.signposts import transfer_reasons
from answerable.domain.law.limbs import Need
from answerable.domain.roles import Actor, Stage
from answerable.queries.casework.linked import linked_requests
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import Request


@dataclass(frozen=True, slots=True)
class RelatedRequest:
    """A request that is linked to another, or of the same person; `refusal` is why they cannot be added up."""

    reference: str
    title: str
    is_of_same_person: bool
    refusal: str


def evidence_reasons(
    reference: str,
    decision: Decision,
    particulars: Particulars,
    *,
    viewer: Actor,
    table: Holidays,
    on: dt.date,
) -> tuple[Reason, ...]:
    """Return what stands against a decision in the other requests and bodies that it names.

    Nothing of who asked is in it. A request that is restricted to others is no request at all.
    """
    request = Request.objects.filter(reference=reference).first()
    if request is None:
        return ()
    return (
        *_of_earlier(request, decision, viewer),
        *(
            Reason("The estimate", f"takes in {one.reference}: {refusal}")
            for one in (decision.estimate.together if decision.estimate else ())
            if (refusal := _why_not_added(request, one, viewer, table))
        ),
        *transfer_reasons(
            decision,
            particulars.bodies,
            particulars.transfer,
            received_on=request.received_on,
            on=on,
        ),
    )


def related_requests(
    reference: str, *, viewer: Actor, table: Holidays
) -> tuple[RelatedRequest, ...]:
    """Return the requests that might be added up with one for the cost limit, and why not, if so."""
    request = Request.objects.filter(reference=reference).first()
    if request is None:
        return ()
    linked = linked_requests(reference, viewer=viewer, table=table)
    titles = {one.reference: one.title for one in linked.links}
    titles |= {one.reference: one.title for one in linked.suggested}
    found = requests_seen_by(viewer).filter(reference__in=titles).order_by("reference")
    return tuple(
        RelatedRequest(
            reference=one.reference,
            title=titles[one.reference],
            is_of_same_person=one.requester_id == request.requester_id,
            refusal=_why_not_together(request, one, table),
        )
        for one in found
    )


def _of_earlier(request: Request, decision: Decision, viewer: Actor) -> Iterator[Reason]:
    if Outcome.REPEATED not in decision.outcomes:
        return
    for ground in decision.grounds:
        named = ground.recorded.get(Need.EARLIER_REQUEST, "").strip()
        if named and (refusal := _why_not_repeated(request, named, viewer)):
            yield Reason(ground.citation, refusal)


def _why_not_repeated(request: Request, named: str, viewer: Actor) -> str:
    earlier = requests_seen_by(viewer).filter(reference=named).first()
    if earlier is None or earlier.pk == request.pk:
        return f"names {named} as the earlier request, but there is none: check the reference"
    if earlier.requester_id != request.requester_id:
        return (
            f"holds for requests of the same person only, and {earlier.reference} is not known to be: "
            "decide on another ground"
        )
    if (earlier.received_on, earlier.pk) > (request.received_on, request.pk):
        return f"names {earlier.reference}, which came after this one: name an earlier request"
    if not earlier.questions.filter(stage=Stage.SENT).exists():
        return (
            f"names {earlier.reference}, which was not complied with yet: answer that one, and this "
            "one with it"
        )
    return ""


def _why_not_added(request: Request, one: Together, viewer: Actor, table: Holidays) -> str:
    other = requests_seen_by(viewer).filter(reference=one.reference).first()
    if other is None or other.pk == request.pk:
        return "there is no such other request: check the reference"
    if one.by_same_person and other.requester_id != request.requester_id:
        return (
            "it is not known to be of the same person: say that they act together, and on what that "
            "rests, or leave it out"
        )
    refusal = _why_not_together(request, other, table)
    return f"{refusal[:1].lower()}{refusal[1:]}"


def _why_not_together(request: Request, other: Request, table: Holidays) -> str:
    try:
        return why_not_together(
            (request.received_on, other.received_on), (request.regime, other.regime), table
        )
    except OutsideCalendar as problem:
        return str(problem)
