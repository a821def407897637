"""The transfer of a question: to which body, in which words, and how far it is."""

from dataclasses import dataclass

from django.conf import settings

from answerable.domain.decisions.particulars import particulars_of
from answerable.domain.decisions.signposts import (
    Transfer,
    TransferFacts,
    transfer_subject,
    transfer_text,
)
from answerable.domain.questions.blind import MARK, blinded
from answerable.domain.roles import Situation, Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.situations import situation_of
from answerable.queries.office import OfficeNotKnown, office_of
from answerable.records.casework.models import OtherBody, Outgoing, Question, Request


@dataclass(frozen=True, slots=True)
class TransferPage:
    """How a question is sent on: to whom, and the words.

    `text` names who asked where they agreed to that; `blind` never does. `mail` is the state of the
    mail, empty while there is none.
    """

    reference: str
    title: str
    label: str
    situation: Situation
    body: str
    email: str
    subject: str
    text: str
    blind: str
    is_answered: bool
    mail: str


def transfer_of(question: Question) -> tuple[Transfer, OtherBody] | None:
    """Return the transfer in the latest decision of a question and its body, None if there is none."""
    last = question.decisions.filter(round=question.round).order_by("-number").first()
    transfer = particulars_of(last.particulars).transfer if last else None
    if transfer is None:
        return None
    body = OtherBody.objects.filter(slug=transfer.slug).first()
    return None if body is None else (transfer, body)


def transfer_key(reference: str, question: Question) -> str:
    """Return what the mail of a transfer is known by: each round of a question has one."""
    return f"transfer {reference} {question.pk} {question.round}"


def words_of(request: Request, question: Question, transfer: Transfer) -> str:
    """Return the words of a transfer; who asked stands in them only if they agreed to that."""
    requester = request.requester
    parts = (requester.name, requester.address, requester.postal)
    who_asked = "\n".join(part.strip() for part in parts if part.strip())
    return _text(request, question, transfer, who_asked if transfer.names_requester else "")


def transfer_page(reference: str, label: str) -> TransferPage | None:
    """Return how a question is sent on, None if there is no such question or no transfer of it."""
    question = (
        Question.objects.filter(request__reference=reference, label=label)
        .select_related("request__requester")
        .first()
    )
    found = transfer_of(question) if question else None
    if question is None or found is None:
        return None
    (transfer, body), request = found, question.request
    mail = Outgoing.objects.filter(key=transfer_key(reference, question)).first()
    return TransferPage(
        reference=reference,
        title=blinded(request.title, identity_of(request)),
        label=label,
        situation=situation_of(request, question),
        body=body.name,
        email=body.email,
        subject=transfer_subject(reference),
        text=words_of(request, question, transfer),
        blind=_text(request, question, transfer, MARK if transfer.names_requester else ""),
        is_answered=question.stage == Stage.SENT,
        mail=mail.state if mail else "",
    )


def _text(request: Request, question: Question, transfer: Transfer, who_asked: str) -> str:
    is_named = bool(who_asked) and who_asked != MARK
    words = question.text if is_named else blinded(question.text, identity_of(request))
    return transfer_text(
        TransferFacts(
            reference=request.reference,
            received_on=request.received_on,
            agreed_on=transfer.agreed_on or request.received_on,
            question=words,
            who_asked=who_asked,
            sender=_sender(),
        )
    )


def _sender() -> tuple[str, ...]:
    """Return from whom a transfer comes; nothing where the office has not said who it is."""
    try:
        office = office_of(settings.ANSWERABLE_OFFICE, authority=settings.ANSWERABLE_AUTHORITY)
    except OfficeNotKnown:
        return ()
    return (office.team, office.body, office.reach)
