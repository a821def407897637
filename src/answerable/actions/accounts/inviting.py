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
    found,
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
    person = Person(email=address_of(email), name=name.strip(), roles=sorted(roles))
    with transaction.atomic():
        _check_new(person.email, locked_people())
        token = _invite(person, by=by, at=at)
        data = {"roles": sorted(roles)}
        record("person invited", subject=f"person {person.email}", by=by.key, at=at, data=data)
    return token


def offer_new_password(email: str, *, by: Actor, at: dt.datetime) -> str:
    """Let somebody choose a new password who forgot theirs; return the token, which is kept nowhere.

    :raises AccountRefused: if the actor may not, or nobody of that address can sign in.
    """
    check_may_administer(by)
    with transaction.atomic():
        person = found(locked_people(), email)
        if not person.is_active:
            message = f"The access of {person.email} has ended: restore it first"
            raise AccountRefused(message)
        token = _invite(person, by=by, at=at)
        record("new password offered", subject=f"person {person.email}", by=by.key, at=at)
    return token


def accept_invitation(token: str, *, password: str, at: dt.datetime) -> str:
    """Let the invited one sign in with a password; return the address.

    Whoever works here already was offered a new password: their sessions end.

    :raises AccountRefused: if the invitation was used or is over, or the password is easy to guess.
    """
    with transaction.atomic():
        waiting = Invitation.objects.select_for_update().filter(used_at=None, until__gt=at)
        invitation = waiting.filter(digest=digest_of(token)).first()
        if invitation is None:
            message = "This invitation was used already or is over: ask for a new one"
            raise AccountRefused(message)
        person = locked_people().get(invitation.email)
        subject, data = f"person {invitation.email}", {"invited by": invitation.invited_by}
        if person is None:
            _make(invitation.email, invitation.name, invitation.roles, password)
            record("invitation accepted", subject=subject, by=invitation.email, at=at, data=data)
        else:
            _renew(person, password)
            record("new password accepted", subject=subject, by=person.email, at=at, data=data)
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
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
        _end_invitations(address, at=at)
        _make(address, name.strip(), sorted(roles), password)
        data = {"roles": sorted(roles)}
        record("person added", subject=f"person {address}", by=by.key, at=at, data=data)


def _invite(person: Person, *, by: Actor, at: dt.datetime) -> str:
    """Keep an invitation in place of any earlier one, and return its token."""
    token = secrets.token_urlsafe(32)
    _end_invitations(person.email, at=at)
    Invitation.objects.create(
        email=person.email,
        name=person.name,
        roles=person.roles,
        digest=digest_of(token),
        invited_by=by.key[:254],
        invited_at=at,
        until=at + dt.timedelta(days=INVITATION_DAYS),
    )
    return token


def _end_invitations(address: str, *, at: dt.datetime) -> None:
    """End what is open: whoever works here already can be let in by a later offer only."""
    Invitation.objects.filter(email=address, used_at=None, until__gt=at).update(until=at)


def _check_new(address: str, people: dict[str, Person]) -> None:
    person = people.get(address)
    if person is not None:
        message = (
            f"{address} works here already: change their roles"
            if person.is_active
            else f"{address} worked here before: restore their access"
        )
        raise AccountRefused(message)


def _renew(person: Person, password: str) -> None:
    if not person.is_active:
        message = f"The access of {person.email} has ended: ask an administrator"
        raise AccountRefused(message)
    check_password(password, person)
    # Another password ends every session by itself.
    person.set_password(password)
    person.save(update_fields=["password"])


def _make(address: str, name: str, roles: list[str], password: str) -> None:
    person = Person(email=address, name=name, roles=roles)
    check_password(password, person)
    person.set_password(password)
    person.save()
    # Whoever lets somebody in answers for their address: nothing else confirms it.
    EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
