"""Who works here: invited, let in, given roles, and let in no more."""

import datetime as dt
import json

import pytest
from django.db import IntegrityError, transaction

from answerable.actions import accounts
from answerable.domain.roles import OFFICE_ROLES, Actor, Role
from answerable.queries.accounts import (
    actor_of,
    invitation_of,
    open_invitations,
    people,
    person_row,
)
from answerable.records.accounts.models import Invitation, Person
from answerable.records.ledger.models import LedgerLine
from tests.support.accounts import AT, KEEPER, PASSWORD, make_administrator, make_person

pytestmark = pytest.mark.django_db

LATER = AT + dt.timedelta(days=3)


@pytest.fixture
def admin():
    return make_administrator()


def _lines():
    return [(one.action, one.subject, one.by) for one in LedgerLine.objects.order_by("number")]


def test_somebody_who_is_invited_comes_in_with_their_roles(admin):
    token = accounts.invite_person(
        " Ada@Body.example", name="Ada", roles={Role.OFFICER, Role.CHECKER}, by=admin, at=AT
    )

    email = accounts.accept_invitation(token, password=PASSWORD, at=LATER)

    row = person_row("ADA@body.example")
    assert email == row.email == "ada@body.example"
    assert row.roles == (Role.OFFICER, Role.CHECKER)
    assert row.is_active
    person = Person.objects.get(email=email)
    assert actor_of(person) == Actor(email, "Ada", frozenset({Role.OFFICER, Role.CHECKER}))
    assert person.check_password(PASSWORD)
    assert _lines()[1:] == [
        ("person invited", "person ada@body.example", "root@body.example"),
        ("invitation accepted", "person ada@body.example", "ada@body.example"),
    ]


def test_neither_a_token_nor_a_password_is_kept_anywhere(admin):
    token = accounts.invite_person("a@b.example", name="A", roles={Role.OFFICER}, by=admin, at=AT)
    accounts.accept_invitation(token, password=PASSWORD, at=AT)

    kept = json.dumps(
        [*Invitation.objects.values(), *Person.objects.values(), *LedgerLine.objects.values()],
        default=str,
    )

    assert token not in kept
    assert PASSWORD not in kept


@pytest.mark.parametrize("what", ["used", "over", "replaced", "unknown"])
def test_an_invitation_lets_in_once_and_in_time(admin, what):
    given = {"name": "A", "roles": {Role.OFFICER}, "by": admin}
    token = accounts.invite_person("a@b.example", at=AT, **given)
    at = AT + dt.timedelta(hours=1)
    if what == "used":
        accounts.accept_invitation(token, password=PASSWORD, at=at)
    elif what == "over":
        at = AT + dt.timedelta(days=7)
    elif what == "replaced":
        accounts.invite_person("a@b.example", at=AT, **given)
    else:
        token = "x"

    assert invitation_of(token, at=at) is None
    with pytest.raises(accounts.AccountRefused, match="ask for a new one"):
        accounts.accept_invitation(token, password=PASSWORD, at=at)


@pytest.mark.parametrize("password", ["short", "password1234", "ada@body.example"])
def test_a_password_that_is_easy_to_guess_lets_nobody_in(admin, password):
    token = accounts.invite_person(
        "ada@body.example", name="Ada", roles={Role.OFFICER}, by=admin, at=AT
    )

    with pytest.raises(accounts.AccountRefused, match="password"):
        accounts.accept_invitation(token, password=password, at=AT)

    assert [one.email for one in open_invitations(at=AT)] == ["ada@body.example"]
    assert person_row("ada@body.example") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "no address"}, "'no address' is no e-mail address"),
        ({"email": "root@body.example"}, "works here already"),
        ({"email": "ROOT@body.example"}, "works here already"),
        ({"roles": set()}, "at least one role"),
        ({"roles": {Role.MACHINE}}, "for no person"),
        ({"name": " "}, "Give the person a name"),
        ({"by": Actor("x", "x", frozenset({Role.MANAGER}))}, "for administrators"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_with_its_reason(admin, change, said):
    given = {"email": "a@b.example", "name": "A", "roles": {Role.OFFICER}, "by": admin} | change
    email = given.pop("email")

    with pytest.raises(accounts.AccountRefused, match=said):
        accounts.invite_person(email, at=AT, **given)

    assert not Invitation.objects.exists()


def test_an_address_is_kept_in_small_letters_even_by_who_goes_round_the_actions():
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Ada@b.example", name="Ada")


def test_roles_change_and_the_ledger_tells_both(admin):
    make_person()

    accounts.change_roles("ada@body.example", roles={Role.MANAGER}, by=admin, at=AT)
    accounts.change_roles("ada@body.example", roles={Role.MANAGER}, by=admin, at=AT)

    assert person_row("ada@body.example").roles == (Role.MANAGER,)
    (line,) = LedgerLine.objects.filter(action="roles changed")
    assert json.loads(line.data) == {"before": ["officer"], "after": ["manager"]}


def test_nobody_takes_the_role_of_administrator_from_themselves(admin):
    make_administrator("second@body.example")

    for refused in (
        lambda: accounts.change_roles(admin.key, roles={Role.OFFICER}, by=admin, at=AT),
        lambda: accounts.end_access(admin.key, by=admin, at=AT),
    ):
        with pytest.raises(accounts.AccountRefused, match="from yourself"):
            refused()

    accounts.change_roles(admin.key, roles={Role.ADMINISTRATOR, Role.OFFICER}, by=admin, at=AT)
    assert Role.OFFICER in person_row(admin.key).roles


def test_the_last_administrator_stays(admin):
    second = make_administrator("second@body.example")
    accounts.end_access(second.key, by=admin, at=AT)

    with pytest.raises(accounts.AccountRefused, match="last administrator"):
        accounts.end_access(admin.key, by=KEEPER, at=AT)
    with pytest.raises(accounts.AccountRefused, match="last administrator"):
        accounts.change_roles(admin.key, roles={Role.OFFICER}, by=KEEPER, at=AT)

    accounts.restore_access(second.key, by=admin, at=AT)
    accounts.end_access(admin.key, by=second, at=AT)
    assert [(one.email, one.is_active) for one in people()] == [
        (second.key, True),
        (admin.key, False),
    ]


def test_access_that_ended_ends_every_session_and_comes_back_without_them(admin):
    person = make_person()
    session = person.get_session_auth_hash()

    accounts.end_access(person.email, by=admin, at=AT)
    accounts.end_access(person.email, by=admin, at=AT)
    accounts.restore_access(person.email, by=admin, at=AT)
    accounts.restore_access(person.email, by=admin, at=AT)

    person.refresh_from_db()
    assert person.is_active
    assert person.get_session_auth_hash() != session
    assert [one[0] for one in _lines()[2:]] == ["access ended", "access restored"]


def test_somebody_ends_their_own_sessions():
    person = make_person()
    session = person.get_session_auth_hash()

    accounts.end_sessions(by=actor_of(person), at=AT)

    person.refresh_from_db()
    assert person.get_session_auth_hash() != session
    assert _lines()[-1] == ("sessions ended", "person ada@body.example", "ada@body.example")


def test_somebody_unknown_or_whose_access_ended_is_said_to_be(admin):
    make_person()
    accounts.end_access("ada@body.example", by=admin, at=AT)

    with pytest.raises(accounts.AccountRefused, match="restore their access"):
        accounts.invite_person("ada@body.example", name="A", roles={Role.OFFICER}, by=admin, at=AT)
    with pytest.raises(accounts.AccountRefused, match="Nobody with the address"):
        accounts.end_access("nobody@body.example", by=admin, at=AT)


@pytest.mark.parametrize(
    "refused",
    [
        lambda by: accounts.change_roles("x@y.example", roles={Role.OFFICER}, by=by, at=AT),
        lambda by: accounts.end_access("x@y.example", by=by, at=AT),
        lambda by: accounts.restore_access("x@y.example", by=by, at=AT),
        lambda by: accounts.make_team("x", name="X", by=by, at=AT),
        lambda by: accounts.change_team("x", name="X", members=(), is_active=True, by=by, at=AT),
    ],
)
def test_only_an_administrator_says_who_works_here(refused):
    with pytest.raises(accounts.AccountRefused, match="for administrators"):
        refused(Actor("m@b.example", "M", frozenset(OFFICE_ROLES) - {Role.ADMINISTRATOR}))


def test_somebody_who_forgot_their_password_chooses_a_new_one(admin):
    person = make_person()
    session = person.get_session_auth_hash()
    token = accounts.offer_new_password(person.email, by=admin, at=AT)
    new = "two red unicycles, parked"

    assert person.check_password(PASSWORD)
    accounts.accept_invitation(token, password=new, at=LATER)

    person.refresh_from_db()
    assert person.check_password(new)
    assert person.get_session_auth_hash() != session
    assert [one[0] for one in _lines()[2:]] == ["new password offered", "new password accepted"]


def test_an_open_invitation_gives_nobody_the_account_of_who_came_in_another_way(admin):
    token = accounts.invite_person(
        "ada@body.example", name="Ada", roles={Role.OFFICER}, by=admin, at=AT
    )
    make_person()

    with pytest.raises(accounts.AccountRefused, match="ask for a new one"):
        accounts.accept_invitation(token, password="two red unicycles, parked", at=AT)


def test_an_offer_ends_with_the_access(admin):
    make_person()
    token = accounts.offer_new_password("ada@body.example", by=admin, at=AT)
    accounts.end_access("ada@body.example", by=admin, at=AT)

    with pytest.raises(accounts.AccountRefused, match="has ended: ask an administrator"):
        accounts.accept_invitation(token, password="two red unicycles, parked", at=AT)
    with pytest.raises(accounts.AccountRefused, match="restore it first"):
        accounts.offer_new_password("ada@body.example", by=admin, at=AT)
