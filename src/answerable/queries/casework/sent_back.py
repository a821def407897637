"""Which requests somebody has whose drafts were sent back, and not put forward since: the ledger knows."""

import json

from django.db.models import Exists, OuterRef, QuerySet

from answerable.domain.roles import Stage
from answerable.records.casework.models import DecisionVersion, Question, Request
from answerable.records.ledger.models import LedgerLine

_SENT_BACK, _FORWARD = "draft sent back", "decision put forward"


def sent_back_requests(requests: QuerySet[Request]) -> QuerySet[Request]:
    """Return those of somebody's requests with an open question whose draft was sent back last."""
    decided = DecisionVersion.objects.filter(question=OuterRef("pk"))
    open_ones = Question.objects.filter(
        Exists(decided), request__in=requests, stage=Stage.OPEN
    ).values_list("request__reference", "label")
    still = set(open_ones)
    came_back = _last_sent_back({f"request {reference}" for reference, _ in still})
    references = {reference for reference, label in still & came_back}
    return requests.filter(reference__in=references)


def _last_sent_back(subjects: set[str]) -> set[tuple[str, str]]:
    """Return the references and labels of questions of which this was the last that was told."""
    lines = LedgerLine.objects.filter(subject__in=subjects, action__in=(_SENT_BACK, _FORWARD))
    found: set[tuple[str, str]] = set()
    for subject, action, data in lines.order_by("number").values_list("subject", "action", "data"):
        reference = subject.removeprefix("request ")
        told = json.loads(data)
        if action == _SENT_BACK:
            found |= {(reference, label) for label in told["questions"]}
        else:
            found.discard((reference, told["question"]))
    return found
