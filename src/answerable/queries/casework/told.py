"""What every notice to whoever asked is about, as the request stands."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from answerable.domain.clock import Regime
from answerable.domain.decisions.letters import NoticeFacts, UnderstoodQuestion
from answerable.domain.questions.blind import MARK, blinded
from answerable.domain.roles import Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.clocks import regime_of
from answerable.records.casework.models import Request

_ENDED = (Stage.SENT, Stage.CLOSED)


def notice_facts(request: Request, labels: Collection[str], *, on: dt.date) -> NoticeFacts:
    """Return what a notice says of its request, when it is about some of the questions."""
    questions = list(request.questions.order_by("place").prefetch_related("events"))
    named = [one for one in questions if one.label in labels]
    return NoticeFacts(
        reference=request.reference,
        received_on=request.received_on,
        sent_on=on,
        questions=tuple(UnderstoodQuestion(one.label, one.text) for one in named),
        regime=regime_of(request, named[0]) if named else Regime(request.regime),
        salutation=request.requester.name,
        others=sum(one.label not in labels and one.stage not in _ENDED for one in questions),
    )


def without_requester(request: Request, facts: NoticeFacts) -> NoticeFacts:
    """Return what a notice says, for those who should not need to know who asked."""
    identity = identity_of(request)
    questions = tuple(replace(one, text=blinded(one.text, identity)) for one in facts.questions)
    return replace(facts, questions=questions, salutation=MARK if facts.salutation else "")
