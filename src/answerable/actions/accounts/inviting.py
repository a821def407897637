"""Invite people, and let them in."""

import datetime as dt
import secrets
from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.db import transaction

from answerable.actions.accounts.refusing import (
    AccountRefused,
    address_of,
    check_may_administer,
    check_name,
    check_password,
    check_roles,
    locked_people,
)
from answerable.actions.ledger import record
from answerable.domain.roles import Actor, Role
from answerable.queries.accounts.people import digest_of
from answerable.records.accounts.models import Invitation, Person

INVITATION_DAYS = 7


def invite_person(
    email: str, *, name: str, roles: Collection[Role], by: Actor, at: dt.datetime
) -> str:
    """Invite somebody; return the token that lets them in, which is kept nowhere.

    An earlier invitation to the same address ends.

    :raises AccountRefused: if the actor may not, or the address works here already.
    """
    check_may_administer(by)
    check_roles(roles)
    check_name(name, "the person")
    address = address_of(email)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        _check_new(address, locked_people())
        Invitation.objects.filter(email=address, used_at=None, until__gt=at).update(until=at)
        Invitation.objects.create(
            email=address,
            name=name.strip(),
            roles=sorted(roles),
            digest=digest_of(token),
            invited_by=by.key[:254],
            invited_at=at,
            until=at + dt.timedelta(days=INVITATION_DAYS),
        )
        data = {"roles": sorted(roles)}
        record("person invited", subject=f"person {address}", by=by.key, at=at, data=data)
    return token


def accept_invitation(token: str, *, password: str, at: dt.datetime) -> str:
    """Make the invited one a person who can sign in with a password; return the address.

    :raises AccountRefused: if the invitation was used or is over, or the password is easy to guess.
    """
    with transaction.atomic():
        waiting = Invitation.objects.select_for_update().filter(used_at=None, until__gt=at)
        invitation = waiting.filter(digest=digest_of(token)).first()
        if invitation is None:
            message = "This invitation was used already or is over: ask for a new one"
            raise AccountRefused(message)
        _check_new(invitation.email, locked_people())
        _make(invitation.email, invitation.name, invitation.roles, password)
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
        subject, data = f"person {invitation.email}", {"invited by": invitation.invited_by}
        record("invitation accepted", subject=subject, by=invitation.email, at=at, data=data)
    return invitation.email


def add_person(
    email: str, *, name: str, roles: Collection[Role], password: str, by: Actor, at: dt.datetime
) -> None:
    """Make somebody a person who can sign in with a password, without an invitation.

    :raises AccountRefused: if the actor may not, the address works here, or the password is too easy.
    """
    check_may_administer(by)
    check_roles(roles)
    check_name(name, "the person")
    address = address_of(email)
    with transaction.atomic():
        _check_new(address, locked_people())
        _make(address, name.strip(), sorted(roles), password)
        data = {"roles": sorted(roles)}
        record("person added", subject=f"person {address}", by=by.key, at=at, data=data)


def _check_new(address: str, people: dict[str, Person]) -> None:
    person = people.get(address)
    if person is not None:
        message = (
            f"{address} works here already: change their roles"
            if person.is_active
            else f"{address} worked here before: restore their access"
        )
        raise AccountRefused(message)


def _make(address: str, name: str, roles: list[str], password: str) -> None:
    person = Person(email=address, name=name, roles=roles)
    check_password(password, person)
    person.set_password(password)
    person.save()
    # Whoever lets somebody in answers for their address: nothing else confirms it.
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
