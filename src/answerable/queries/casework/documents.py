"""Requests with their questions as the casework index takes them, read in bounded batches."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from answerable.domain.decisions.decision import Ground
from answerable.domain.decisions.written import decision_of
from answerable.domain.questions.blind import Identity, blinded
from answerable.matching.case_documents import CaseDocument, CaseQuestionDocument, Standing
from answerable.records.casework.models import (
    Contribution,
    DecisionVersion,
    Message,
    NamedPerson,
    Note,
    Question,
    Request,
)

_BATCH = 200
_Hide = Callable[[str], str]
"""What leaves out who asked."""


def case_documents() -> Iterator[CaseDocument]:
    """Yield every request as the index takes it."""
    last = 0
    while True:
        batch = list(_whole(Request.objects.filter(pk__gt=last).order_by("pk")[:_BATCH]))
        if not batch:
            return
        last = batch[-1].pk
        yield from map(_document, batch)


def documents_of(references: Sequence[str]) -> tuple[CaseDocument, ...]:
    """Return the requests of these references as they are now; those that are gone are left out."""
    found = Request.objects.filter(reference__in=references).order_by("pk")
    return tuple(map(_document, _whole(found)))


def _whole(requests: QuerySet[Request]) -> QuerySet[Request]:
    """Return requests with all that is searched: as many queries for one as for a batch."""
    later = DecisionVersion.objects.filter(
        question=OuterRef("question"), number__gt=OuterRef("number")
    )
    latest = Prefetch("decisions", DecisionVersion.objects.filter(~Exists(later)))
    answered = Contribution.objects.exclude(state=Contribution.State.WITHDRAWN).order_by("pk")
    questions = Question.objects.order_by("place").prefetch_related(
        latest, Prefetch("contributions", answered)
    )
    return requests.select_related("requester").prefetch_related(
        Prefetch("questions", questions),
        # What came is kept with its bytes, and the index needs none of them.
        Prefetch("messages", Message.objects.defer("raw").order_by("pk")),
        Prefetch("notes", Note.objects.order_by("pk")),
        Prefetch("named", NamedPerson.objects.order_by("key")),
    )


def _document(request: Request) -> CaseDocument:
    asker = request.requester
    hide = partial(blinded, identity=Identity(asker.name, asker.address, asker.postal))
    questions = list(request.questions.all())
    asked = [one for each in questions for one in each.contributions.all()]
    return CaseDocument(
        reference=request.reference,
        title=hide(request.title),
        text=hide("\n".join(one.text for one in _first_times(request))),
        people=tuple(one for one in (asker.name, asker.address) if one),
        notes=tuple(hide(one.text) for one in request.notes.all()),
        contributions=tuple(hide(f"{one.words}\n{one.text}".strip()) for one in asked),
        standing=_standing(request, request),
        is_restricted=request.is_restricted,
        may_see=tuple(one.key for one in request.named.all()),
        questions=tuple(_question(request, one, hide) for one in questions),
    )


def _first_times(request: Request) -> list[Message]:
    """Return what came, each message once."""
    return [one for one in request.messages.all() if not one.is_repeated]


def _question(request: Request, question: Question, hide: _Hide) -> CaseQuestionDocument:
    version = next(iter(question.decisions.all()), None)
    decision = decision_of(version.decision) if version else None
    grounds = decision.grounds if decision else ()
    reasons = [text for one in grounds for text in _reasons(one) if text]
    return CaseQuestionDocument(
        label=question.label,
        text=hide(question.text),
        heading=hide(question.heading),
        answer=hide(_answer(version)),
        reasons=tuple(hide(one) for one in reasons),
        exemptions=tuple(one.citation for one in grounds),
        outcomes=tuple(one.value for one in decision.outcomes) if decision else (),
        standing=_standing(request, question),
    )


def _answer(version: DecisionVersion | None) -> str:
    """Return an answer with its caveats and the cells of its tables."""
    if version is None:
        return ""
    cells = [str(cell) for table in version.tables for row in table["rows"] for cell in row]
    captions = [str(table.get("caption") or "") for table in version.tables]
    return "\n".join(one for one in (version.answer, version.caveats, *captions, *cells) if one)


def _reasons(ground: Ground) -> Iterator[str]:
    yield ground.why
    yield ground.harm
    if ground.public_interest is not None:
        yield from ground.public_interest.for_disclosure
        yield from ground.public_interest.for_withholding


def _standing(request: Request, one: Request | Question) -> Standing:
    return Standing(
        stage=one.stage,
        regime=request.regime,
        channel=request.channel,
        team=request.team,
        officer=request.officer,
        received_on=request.received_on,
        due_on=one.due_on,
    )
