"""`answerable person`, run as people run it."""

import io
import json

import pytest

from answerable.queries.accounts import invitation_of, person_row, sign_in_of
from answerable.records.accounts.models import Person
from tests.support.accounts import PASSWORD, set_up_app

pytestmark = pytest.mark.django_db

ADA = ("person", "add", "ada@body.example", "--name", "Ada")


def test_a_new_site_gets_its_first_administrator(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))

    code, out, err = run(*ADA, "--role", "administrator", "--password-stdin")

    assert (code, err) == (0, "")
    assert out.endswith("/account/sign-in\n")
    assert PASSWORD not in out
    assert person_row("ada@body.example").roles == ("administrator",)


def test_an_invitation_is_an_address_that_is_shown_once(run):
    from django.utils import timezone

    code, out, err = run(*ADA, "--role", "officer", "--role", "checker")

    token = out.strip().rpartition("/invitations/")[2]
    assert code == 0
    assert "nobody else" in err
    assert invitation_of(token, at=timezone.now()).roles == ("officer", "checker")
    assert "ada@body.example  Ada  invited until" in run("person", "list")[1]
    assert run("person", "list", "--json")[1] == ""


def test_people_are_listed_given_roles_ended_and_let_in_again(run, monkeypatch):
    for email, role in (("root@b.example", "administrator"), ("ada@b.example", "officer")):
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
        run("person", "add", email, "--name", email[:3], "--role", role, "--password-stdin")

    assert run("person", "roles", "ada@b.example", "--role", "manager")[0] == 0
    first = json.loads(run("person", "list", "--json")[1].splitlines()[0])
    assert run("person", "end", "ada@b.example")[0] == 0
    listed = run("person", "list")[1]
    assert run("person", "restore", "ada@b.example")[0] == 0

    assert (first["email"], first["roles"]) == ("ada@b.example", ["manager"])
    assert "ada@b.example  ada  access ended  never in" in listed
    assert person_row("ada@b.example").is_active


def test_the_last_administrator_who_lost_everything_is_helped_by_who_runs_the_site(
    run, monkeypatch
):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
    run(*ADA, "--role", "administrator", "--password-stdin")
    set_up_app(Person.objects.get())

    _, out, _ = run("person", "password", "ada@body.example")
    code, _, _ = run("person", "second-factors", "ada@body.example")

    assert "/invitations/" in out
    assert code == 0
    assert not sign_in_of("ada@body.example").has_second_factor


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "no address", "--name", "A", "--role", "officer"], "is no e-mail address"),
        (["end", "nobody@b.example"], "Nobody with the address"),
        (["roles", "nobody@b.example", "--role", "officer"], "Nobody with the address"),
    ],
)
def test_what_cannot_be_is_one_plain_sentence(run, words, said):
    code, out, err = run("person", *words)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
