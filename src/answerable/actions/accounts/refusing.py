"""Why something cannot be done with people and teams."""

from collections.abc import Collection

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from answerable.domain.roles import OFFICE_ROLES, Actor, Role
from answerable.records.accounts.models import Person


class AccountRefused(Exception):
    """This cannot be done with a person or a team; the message says why."""


def check_may_administer(actor: Actor) -> None:
    """Do nothing if somebody may say who works here.

    :raises AccountRefused: if they are no administrator.
    """
    if Role.ADMINISTRATOR not in actor.roles:
        message = "Who works here is for administrators to say: ask one"
        raise AccountRefused(message)


def check_roles(roles: Collection[Role]) -> None:
    """Do nothing if people can have these roles.

    :raises AccountRefused: if there is none, or one that only the system has.
    """
    if not roles:
        message = "Give at least one role, or end the person's access"
        raise AccountRefused(message)
    if not set(roles) <= set(OFFICE_ROLES):
        message = (
            "The roles of the system itself and of whoever asked are for no person: leave them out"
        )
        raise AccountRefused(message)


def address_of(email: str) -> str:
    """Return an address as it is kept.

    :raises AccountRefused: if it is none.
    """
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        message = f"{email!r} is no e-mail address: write it as name@example.org"
        raise AccountRefused(message) from None
    return address


def check_name(name: str, of: str) -> None:
    """Do nothing if a name is one.

    :raises AccountRefused: if nothing can be read in it.
    """
    if not name.strip():
        message = f"Give {of} a name: lists show it"
        raise AccountRefused(message)


def check_password(password: str, person: Person) -> None:
    """Do nothing if a password is hard enough to guess.

    :raises AccountRefused: if not, with each reason.
    """
    try:
        validate_password(password, person)
    except ValidationError as problem:
        raise AccountRefused(" ".join(problem.messages)) from None


def locked_people() -> dict[str, Person]:
    """Return everybody by address; nobody else changes who works here until the transaction ends."""
    return {one.email: one for one in Person.objects.select_for_update().order_by("pk")}


def found(people: dict[str, Person], email: str) -> Person:
    """Return the person of an address.

    :raises AccountRefused: if there is none.
    """
    person = people.get(email.strip().lower())
    if person is None:
        message = f"Nobody with the address {email} works here: check it"
        raise AccountRefused(message)
    return person


def check_another_administrator(people: dict[str, Person], person: Person, *, by: Actor) -> None:
    """Do nothing if a person can lose the role of administrator.

    :raises AccountRefused: if it is their own, or nobody else has it.
    """
    if Role.ADMINISTRATOR not in person.roles or not person.is_active:
        return
    if person.email == by.key:
        message = "You cannot take the role of administrator from yourself: ask another one"
        raise AccountRefused(message)
    others = (one for one in people.values() if one.is_active and one.pk != person.pk)
    if not any(Role.ADMINISTRATOR in one.roles for one in others):
        message = f"{person.email} is the last administrator: make somebody else one first"
        raise AccountRefused(message)
