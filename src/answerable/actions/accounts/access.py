"""Change what people may do, end their access, and give it back."""

import datetime as dt
from collections.abc import Collection

from allauth.mfa.models import Authenticator
from django.db import transaction

from answerable.actions.accounts.refusing import (
    AccountRefused,
    check_another_administrator,
    check_may_administer,
    check_roles,
    found,
    locked_people,
)
from answerable.actions.ledger import record
from answerable.domain.roles import Actor, Role
from answerable.records.accounts.models import Person


def change_roles(email: str, *, roles: Collection[Role], by: Actor, at: dt.datetime) -> None:
    """Give somebody these roles in place of those they have.

    :raises AccountRefused: if the actor may not, or no administrator would be left.
    """
    check_may_administer(by)
    check_roles(roles)
    with transaction.atomic():
        people = locked_people()
        person = found(people, email)
        if Role.ADMINISTRATOR not in roles:
            check_another_administrator(people, person, by=by)
        before, after = person.roles, sorted(roles)
        if before == after:
            return
        person.roles = after
        person.save(update_fields=["roles"])
        data = {"before": before, "after": after}
        record("roles changed", subject=f"person {person.email}", by=by.key, at=at, data=data)


def end_access(email: str, *, by: Actor, at: dt.datetime) -> None:
    """Let somebody in no more; whatever session they have ends with it. What they did stays theirs.

    :raises AccountRefused: if the actor may not, or no administrator would be left.
    """
    check_may_administer(by)
    with transaction.atomic():
        people = locked_people()
        person = found(people, email)
        check_another_administrator(people, person, by=by)
        if not person.is_active:
            return
        person.is_active = False
        _end_sessions(person)
        record("access ended", subject=f"person {person.email}", by=by.key, at=at)


def restore_access(email: str, *, by: Actor, at: dt.datetime) -> None:
    """Let somebody in again, with the roles, the password and the second factor they had.

    :raises AccountRefused: if the actor may not, or there is no such person.
    """
    check_may_administer(by)
    with transaction.atomic():
        person = found(locked_people(), email)
        if person.is_active:
            return
        person.is_active = True
        person.save(update_fields=["is_active"])
        record("access restored", subject=f"person {person.email}", by=by.key, at=at)


def end_sessions(*, by: Actor, at: dt.datetime) -> None:
    """End every session of the actor, on every machine.

    :raises AccountRefused: if the actor is nobody who signs in.
    """
    with transaction.atomic():
        person = found(locked_people(), by.key)
        _end_sessions(person)
        record("sessions ended", subject=f"person {person.email}", by=by.key, at=at)


def remove_second_factors(email: str, *, by: Actor, at: dt.datetime) -> None:
    """Take away every second factor of somebody who lost theirs; their sessions end with it.

    :raises AccountRefused: if the actor may not, or it is their own.
    """
    check_may_administer(by)
    with transaction.atomic():
        person = found(locked_people(), email)
        if person.email == by.key:
            message = "Remove your own second factor on your own page: it asks for your password"
            raise AccountRefused(message)
        Authenticator.objects.filter(user=person).delete()
        _end_sessions(person)
        record("second factors removed", subject=f"person {person.email}", by=by.key, at=at)


def tell_own_change(what: str, *, by: Actor, at: dt.datetime) -> None:
    """Tell that somebody changed how they sign in, such as "password changed"."""
    with transaction.atomic():
        subject, data = f"person {by.key}", {"what": what}
        record("sign-in changed", subject=subject, by=by.key, at=at, data=data)


def _end_sessions(person: Person) -> None:
    person.sessions_ended += 1
    person.save(update_fields=["is_active", "sessions_ended"])
