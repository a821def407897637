"""People for tests: an administrator, and whoever else is needed."""

import datetime as dt

from answerable.actions.accounts import add_person
from answerable.domain.roles import Role
from answerable.domain.roles.people import keeper
from answerable.queries.accounts import actor_of
from answerable.records.accounts.models import Person

KEEPER = keeper("a keeper")
PASSWORD = "three blue tandems, oiled"
AT = dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC)


def make_person(email="ada@body.example", *, name="Ada Officer", roles=(Role.OFFICER,)):
    """Let somebody in, and return them."""
    add_person(email, name=name, roles=roles, password=PASSWORD, by=KEEPER, at=AT)
    return Person.objects.get(email=email)


def let_in(actor):
    """Let somebody in with the name and the roles that they act with, and return them."""
    return make_person(actor.key, name=actor.name, roles=sorted(actor.roles))


def at_work(actor):
    """Let somebody in who is not here yet, and return them."""
    return Person.objects.filter(email=actor.key).first() or let_in(actor)


def make_administrator(email="root@body.example", *, name="Rita Administrator"):
    """Let an administrator in, and return them as the one who does something."""
    return actor_of(make_person(email, name=name, roles=(Role.ADMINISTRATOR,)))


def set_up_app(person):
    """Set up an app for somebody; return its secret and the recovery codes."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret, RecoveryCodes.activate(person).generate_codes()


def code_now(secret):
    """Return the code that an app shows for a secret now."""
    from allauth.mfa.totp.internal.auth import (
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
