"""Keep the list of information owners: who can be asked what the body knows."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, Stage, check_move
from answerable.reading.alphabets import storable
from answerable.records.casework.models import Contribution, InformationOwner

_LONGEST = 200
_LONGEST_ADDRESS = 254


class OwnerRefused(Exception):
    """This cannot be done with an information owner; the message says why."""


def add_owner(
    email: str, *, name: str, area: str = "", is_external: bool = False, doing: Doing
) -> str:
    """Put an information owner on the list, or back on it; return the address as it is kept.

    An external one belongs to another body, which is consulted.

    :raises MoveNotAllowed: if they may not.
    :raises OwnerRefused: if the address is none or is there already, or there is no name.
    """
    _check_may(doing)
    address = _address(email)
    words = _words(name, area)
    with transaction.atomic():
        owner = InformationOwner.objects.select_for_update().filter(email=address).first()
        if owner is not None and owner.is_active:
            message = f"{address} is on the list already, as {owner.name}: change that entry"
            raise OwnerRefused(message)
        owner = owner or InformationOwner(email=address)
        owner.name, owner.area = words
        owner.is_external = is_external
        owner.is_active = True
        owner.save()
        _recorded("owner added", owner, doing)
    return address


def change_owner(email: str, *, name: str, area: str, is_external: bool, doing: Doing) -> None:
    """Give an information owner another name, area or body; their address is what they are known by.

    :raises MoveNotAllowed: if they may not.
    :raises OwnerRefused: if there is no such owner, or no name.
    """
    _check_may(doing)
    words = _words(name, area)
    with transaction.atomic():
        owner = _owner(email)
        if (owner.name, owner.area, owner.is_external) != (*words, is_external):
            owner.name, owner.area = words
            owner.is_external = is_external
            owner.save()
            _recorded("owner changed", owner, doing)


def end_owner(email: str, *, doing: Doing) -> None:
    """Let an information owner be asked no more; what they said stays.

    :raises MoveNotAllowed: if they may not.
    :raises OwnerRefused: if there is no such owner, or a question still waits for them.
    """
    _check_may(doing)
    with transaction.atomic():
        owner = _owner(email)
        _check_nothing_waits(owner)
        if owner.is_active:
            owner.is_active = False
            owner.save()
            _recorded("owner ended", owner, doing)


def _check_may(doing: Doing) -> None:
    check_move(Move.KEEP_OWNERS, actor=doing.by, situation=NO_REQUEST)


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        message = f"{email!r} is no e-mail address: write it as name@example.org"
        raise OwnerRefused(message) from None
    if len(address) > _LONGEST_ADDRESS:
        message = f"{address} is too long for an e-mail address: {_LONGEST_ADDRESS} letters at most"
        raise OwnerRefused(message)
    return address


def _words(name: str, area: str) -> tuple[str, str]:
    """Return a name and an area as they are kept."""
    words = " ".join(storable(name).split()), " ".join(storable(area).split())
    if not words[0]:
        message = "Give the owner a name: lists and mails show it"
        raise OwnerRefused(message)
    if max(map(len, words)) > _LONGEST:
        message = f"Name and area can have {_LONGEST} letters each: shorten them"
        raise OwnerRefused(message)
    return words


def _owner(email: str) -> InformationOwner:
    address = email.strip().lower()
    owner = InformationOwner.objects.select_for_update().filter(email=address).first()
    if owner is None:
        message = f"There is no information owner {email}: check the address"
        raise OwnerRefused(message)
    return owner


def _check_nothing_waits(owner: InformationOwner) -> None:
    waiting = owner.contributions.filter(state=Contribution.State.ASKED, question__stage=Stage.OPEN)
    if waiting.exists():
        # How much it is would tell of requests that are restricted to others.
        message = (
            f"{owner.name} has still something to answer: wait for that, or let the officer "
            "withdraw it"
        )
        raise OwnerRefused(message)


def _recorded(action: str, owner: InformationOwner, doing: Doing) -> None:
    record(
        action,
        subject=f"information owner {owner.email}",
        by=doing.by.key,
        at=doing.at,
        data={"name": owner.name, "area": owner.area, "is_external": owner.is_external},
    )
