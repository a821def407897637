"""What every notice to whoever asked is about, as the request stands."""

import datetime as dt
from collections.abc import Collection

from answerable.domain.decisions.letters import NoticeFacts, UnderstoodQuestion
from answerable.domain.roles import Stage
from answerable.records.casework.models import Request

_ENDED = (Stage.SENT, Stage.CLOSED)


def notice_facts(request: Request, labels: Collection[str], *, on: dt.date) -> NoticeFacts:
    """Return what a notice says of its request, when it is about some of the questions."""
    questions = list(request.questions.order_by("place"))
    return NoticeFacts(
        reference=request.reference,
        received_on=request.received_on,
        sent_on=on,
        questions=tuple(
            UnderstoodQuestion(one.label, one.text) for one in questions if one.label in labels
        ),
        salutation=request.requester.name,
        others=sum(one.label not in labels and one.stage not in _ENDED for one in questions),
    )
