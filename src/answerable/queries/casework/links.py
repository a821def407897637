"""The signed link by which an information owner answers: what it names, and whether it still works."""

import datetime as dt

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

from answerable.domain.clock.contributions import LINK_DAYS, last_day_of_link
from answerable.domain.roles import Stage
from answerable.queries.accounts import person_name
from answerable.records.casework.models import Contribution

_SALT = "answerable.contributions"


def link_token(contribution: Contribution) -> str:
    """Return what stands in the link of a contribution: its number and its nonce, signed."""
    return _signer().sign_object([contribution.pk, contribution.nonce])


def link_address(contribution: Contribution) -> str:
    """Return the address of the page where the owner answers."""
    return f"{settings.ANSWERABLE_ADDRESS}/contributions/{link_token(contribution)}/"


def token_of(reference: str, label: str, number: int) -> str:
    """Return what stands in the link of a contribution that is known: whoever has it can answer."""
    found = Contribution.objects.get(
        question__request__reference=reference, question__label=label, number=number
    )
    return link_token(found)


def contribution_linked(token: str) -> tuple[Contribution, str] | None:
    """Return the contribution of a link and the nonce that it was made with, None if it is forged."""
    try:
        pk, nonce = _signer().unsign_object(token)
    except (BadSignature, ValueError):
        return None
    found = Contribution.objects.filter(pk=pk).select_related("question__request", "owner").first()
    return None if found is None else (found, nonce)


def why_over(contribution: Contribution, nonce: str, *, today: dt.date) -> str:
    """Return why a link does not work any more, as a sentence; nothing if it does."""
    if not constant_time_compare(nonce, contribution.nonce):
        return "This link was replaced by a newer one: open the latest e-mail about this question."
    if contribution.state == Contribution.State.WITHDRAWN:
        return "The question was withdrawn: no answer is needed any more."
    if contribution.question.stage != Stage.OPEN:
        return _of_closed(contribution)
    if today > last_day_of_link(contribution.due_on):
        return (
            f"This link ended {LINK_DAYS} days after the deadline: to answer all the same, "
            f"ask {asked_by(contribution)} for a new one."
        )
    return ""


def asked_by(contribution: Contribution) -> str:
    """Return the name of the officer who has the request, or else of whoever asked."""
    return person_name(contribution.question.request.officer or contribution.asked_by)


def _of_closed(contribution: Contribution) -> str:
    if contribution.state == Contribution.State.ANSWERED:
        return "You answered this question, and it is being decided now: nothing more is needed."
    return "This question is not open any more: no answer is needed."


def _signer() -> Signer:
    # Mail programs that look for links in a text often end one at a colon or at a full stop.
    return Signer(salt=_SALT, sep="~")
