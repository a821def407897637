"""The letter that says that a request came in, as it would be sent on a day."""

import datetime as dt

from answerable.domain.clock import Holidays
from answerable.domain.clock.clocks import question_clock
from answerable.domain.decisions.letters import (
    AcknowledgementFacts,
    Letter,
    Office,
    UnderstoodQuestion,
    acknowledgement_letter,
)
from answerable.queries.casework.clocks import clock_facts
from answerable.records.casework.models import Request


def acknowledgement_of(
    request: Request, *, office: Office, table: Holidays, on: dt.date
) -> Letter | None:
    """Return the acknowledgement of a request as it came; None if nothing can be said of its date.

    :raises OutsideCalendar: if the calendar does not reach so far.
    """
    clock = question_clock(clock_facts(request), table)
    if clock.due_on is None:
        return None
    facts = AcknowledgementFacts(
        reference=request.reference,
        received_on=request.received_on,
        sent_on=on,
        due_on=clock.due_on,
        calendar=clock.count.calendar.name,
        questions=tuple(
            UnderstoodQuestion(one.label, one.text) for one in request.questions.order_by("place")
        ),
        salutation=request.requester.name,
    )
    return acknowledgement_letter(facts, office)
