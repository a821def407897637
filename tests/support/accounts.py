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


def make_administrator(email="root@body.example", *, name="Rita Administrator"):
    """Let an administrator in, and return them as the one who does something."""
    return actor_of(make_person(email, name=name, roles=(Role.ADMINISTRATOR,)))
