"""Teams: made once, with members that come and go."""

import json

import pytest

from answerable.actions import accounts
from answerable.queries.accounts import person_row, team_row, teams
from answerable.records.ledger.models import LedgerLine
from tests.support.accounts import AT, KEEPER, make_administrator, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    make_person()
    make_person("bob@body.example", name="Bob")
    accounts.make_team("press-office", name="Press office", by=KEEPER, at=AT)
    return "press-office"


def _change(code, members, *, name="Press office", is_active=True):
    accounts.change_team(code, name=name, members=members, is_active=is_active, by=KEEPER, at=AT)


def test_members_come_and_go_and_the_ledger_tells_it(team):
    _change(team, ["ada@body.example", "BOB@body.example", "ada@body.example"])
    _change(team, ["bob@body.example"], name="Media")
    _change(team, ["bob@body.example"], name="Media")

    assert team_row(team).members == (("bob@body.example", "Bob"),)
    assert person_row("bob@body.example").teams == (team,)
    lines = [json.loads(one.data) for one in LedgerLine.objects.filter(action="team changed")]
    assert len(lines) == 2
    assert lines[1]["before"]["members"] == ["ada@body.example", "bob@body.example"]
    assert lines[1]["after"] == {
        "name": "Media",
        "is active": True,
        "members": ["bob@body.example"],
    }


def test_a_team_that_ended_is_listed_only_where_that_is_asked_for(team):
    _change(team, [], is_active=False)

    assert teams() == ()
    assert [one.code for one in teams(with_ended=True)] == [team]
    assert team_row("none") is None


def test_somebody_whose_access_ended_is_no_member_to_be_seen(team):
    make_administrator()
    _change(team, ["ada@body.example"])
    accounts.end_access("ada@body.example", by=KEEPER, at=AT)

    assert team_row(team).members == ()


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("press-office", "Press", "There is a team press-office already"),
        ("Press Office", "Press", "'Press Office' is no code of a team"),
        ("x" * 31, "Press", "30 at most"),
        ("x", "", "Give the team a name"),
    ],
)
def test_a_team_that_cannot_be_is_refused_with_its_reason(team, code, name, said):
    with pytest.raises(accounts.AccountRefused, match=said):
        accounts.make_team(code, name=name, by=KEEPER, at=AT)


def test_what_is_not_there_cannot_be_changed_or_be_in_it(team):
    with pytest.raises(accounts.AccountRefused, match="There is no team x"):
        _change("x", [])
    with pytest.raises(accounts.AccountRefused, match="Nobody with the address"):
        _change(team, ["nobody@body.example"])
