"""`answerable api-key`: a key is shown once, listed without itself, and ended."""

import json

import pytest

from answerable.actions.casework.api_keys import ApiKeyRefused, make_api_key, name_of_key
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.ledger import ledger_rows
from tests.support.casework import doing_by

pytestmark = pytest.mark.django_db


def test_a_key_is_made_listed_and_ended(run):
    code, key, told = run("api-key", "make", "the website")
    listed = run("api-key", "list")[1]

    assert (code, name_of_key(key.strip()), told) == (
        0,
        "the website",
        "Keep it now: it is not shown again\n",
    )
    assert listed.startswith("the website: made on ")
    assert key.strip() not in listed
    assert run("api-key", "end", "the website") == (0, "", "")
    assert name_of_key(key.strip()) is None
    assert json.loads(run("api-key", "list", "--json")[1])["ended_at"]
    assert ", ended on " in run("api-key", "list")[1]
    assert [one.action for one in ledger_rows()][-2:] == ["api key made", "api key ended"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("make", ""), "is no name"),
        (("make", "\x1b[2J"), "is no name"),
        (("make", "n" * 101), "is no name"),
        (("make", "known"), "take another name, such as known 2"),
        (("make", "ended"), "take another name"),
        (("end", "unknown"), "does not exist"),
        (("end", "ended"), "has ended already"),
    ],
)
def test_what_cannot_be_done_is_said(run, words, problem):
    run("api-key", "make", "known")
    run("api-key", "make", "ended")
    run("api-key", "end", "ended")

    code, out, err = run("api-key", *words)

    assert (code, out) == (2, "")
    assert problem in err
    assert "\x1b" not in err


def test_keys_are_made_by_administrators():
    officer = Actor("o@body.example", "O", frozenset({Role.OFFICER}))

    with pytest.raises(MoveNotAllowed, match="administrators"):
        make_api_key("a form", doing=doing_by(officer))


def test_a_name_is_checked_before_anything_is_made():
    with pytest.raises(ApiKeyRefused):
        make_api_key("a\nb", doing=doing_by())
