"""Pages on which people look after their own way in, and administrators say who works here."""

import re

import pytest
from django.core import mail

from answerable.actions import accounts
from answerable.queries.accounts import person_row, sign_in_of, team_row
from tests.support.accounts import AT, KEEPER, PASSWORD, make_person, set_up_app

pytestmark = pytest.mark.django_db

NEW = {"email": "bob@body.example", "name": "Bob", "roles": ["officer", "checker"]}


def _says(response):
    return response.content.decode()


@pytest.fixture
def as_admin(client, admin, sign_in):
    sign_in(admin)
    return client


# ── Coming in by an invitation ───────────────────────────────────────────────────────────────────


def test_somebody_is_invited_by_an_address_that_is_shown_once_and_comes_in(as_admin, client):
    invited = _says(as_admin.post("/people/new", NEW))
    address = re.search(r'id="invitation">https://[^/]+(/invitations/[\w-]+)<', invited)[1]
    listed = _says(as_admin.get("/people"))
    client.post("/account/sign-out")

    page = _says(client.get(address))
    weak = _says(client.post(address, {"password": "password1234"}))
    done = client.post(address, {"password": PASSWORD}, follow=True)

    assert "bob@body.example" in listed
    assert address not in listed
    assert "Come in, Bob" in page
    assert "too common" in weak
    assert "Your password is kept" in _says(done)
    assert person_row("bob@body.example").roles == ("officer", "checker")
    over = client.get(address)
    assert over.status_code == 404
    assert "This invitation is over" in _says(over)


def test_an_invitation_goes_by_mail_where_the_site_sends_mail(as_admin, settings):
    settings.ANSWERABLE_SENDS_MAIL = True

    page = as_admin.post("/people/new", NEW, follow=True)

    assert "An invitation was sent to bob@body.example" in _says(page)
    assert mail.outbox[0].to == ["bob@body.example"]
    token = re.search(r"/invitations/([\w-]+)", mail.outbox[0].body)[1]
    assert token not in _says(page)


def test_an_invitation_that_cannot_be_sent_is_handed_over(as_admin, settings):
    settings.ANSWERABLE_SENDS_MAIL = True
    settings.EMAIL_BACKEND = "answerable.config.smtp.NoMail"

    page = _says(as_admin.post("/people/new", NEW))

    assert "The mail could not be sent" in page
    assert "/invitations/" in page


def test_a_password_that_is_like_the_address_is_refused_on_the_page(as_admin, client):
    invited = _says(as_admin.post("/people/new", NEW | {"email": "bobby.tables@body.example"}))
    address = re.search(r"(/invitations/[\w-]+)<", invited)[1]

    page = _says(client.post(address, {"password": "bobby.tables@body"}))

    assert "too similar" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Enter their e-mail address"),
        (NEW | {"email": "bob"}, "in the correct format"),
        (NEW | {"name": ""}, "Enter their name"),
        (NEW | {"roles": []}, "Select at least one role"),
        (NEW | {"roles": ["machine"]}, "machine is not one of the available choices"),
        (NEW | {"email": "root@body.example"}, "works here already"),
    ],
)
def test_an_invitation_that_cannot_be_says_why(as_admin, given, said):
    page = _says(as_admin.post("/people/new", given))

    assert said in page
    assert person_row("bob@body.example") is None


# ── Who works here ───────────────────────────────────────────────────────────────────────────────


def test_roles_are_changed_on_the_page_of_a_person(as_admin, officer):
    page = _says(as_admin.get("/people/ada@body.example"))
    done = as_admin.post("/people/ada@body.example", {"roles": ["manager"]}, follow=True)
    none = _says(as_admin.post("/people/ada@body.example", {"roles": []}))

    assert re.search(r'value="officer"[^>]* checked', page)
    assert "The roles of Ada Officer were changed" in _says(done)
    assert "Select at least one role" in none
    assert person_row(officer.email).roles == ("manager",)


def test_access_is_ended_and_restored(as_admin, officer):
    ended = as_admin.post("/people/ada@body.example/access", follow=True)
    assert not person_row(officer.email).is_active
    restored = as_admin.post("/people/ada@body.example/access", follow=True)

    assert "can sign in no more" in _says(ended)
    assert "can sign in again" in _says(restored)


def test_the_last_administrator_is_told_that_they_stay(as_admin, admin):
    access = _says(as_admin.post(f"/people/{admin.email}/access", follow=True))
    roles = _says(as_admin.post(f"/people/{admin.email}", {"roles": ["officer"]}))

    assert "You cannot take the role of administrator from yourself" in access
    assert "You cannot take the role of administrator from yourself" in roles
    assert person_row(admin.email).is_active


def test_a_second_factor_that_was_lost_is_taken_away_by_another(as_admin, admin, officer):
    set_up_app(officer)

    page = _says(as_admin.get("/people/ada@body.example"))
    done = as_admin.post("/people/ada@body.example/second-factors", follow=True)
    own = as_admin.post(f"/people/{admin.email}/second-factors", follow=True)

    assert "Lost their telephone?" in page
    assert "signs in with the password alone" in _says(done)
    assert not sign_in_of(officer.email).has_second_factor
    assert "on your own page" in _says(own)


def test_who_forgot_their_password_is_offered_a_new_one(as_admin, client, officer):
    offered = _says(as_admin.post("/people/ada@body.example/password"))
    address = re.search(r"(/invitations/[\w-]+)<", offered)[1]

    done = client.post(address, {"password": "two red unicycles, parked"}, follow=True)
    accounts.end_access(officer.email, by=KEEPER, at=AT)
    refused = as_admin.post("/people/ada@body.example/password", follow=True)

    assert "Your password is kept" in _says(done)
    officer.refresh_from_db()
    assert officer.check_password("two red unicycles, parked")
    assert "restore it first" in _says(refused)


def test_nobody_of_that_address_is_not_found(as_admin):
    for address in ("/people/nobody@body.example", "/teams/none"):
        assert as_admin.get(address).status_code == 404
    assert as_admin.post("/people/nobody@body.example/access").status_code == 404


# ── Teams ────────────────────────────────────────────────────────────────────────────────────────


def test_a_team_is_made_and_gets_its_members(as_admin, officer):
    none = _says(as_admin.get("/teams"))
    made = as_admin.post("/teams/new", {"code": "press-office", "name": "Press office"})
    given = {"name": "Press", "members": [officer.email], "is_active": "on"}
    done = as_admin.post(made.url, given, follow=True)
    page = _says(as_admin.get("/teams/press-office"))

    assert "There is none yet" in none
    assert made.url == "/teams/press-office"
    assert "Press was changed" in _says(done)
    assert re.search(r'value="ada@body.example"[^>]* checked', page)
    assert team_row("press-office").members == ((officer.email, officer.name),)
    as_admin.post(made.url, {"name": "Press"})
    assert not team_row("press-office").is_active


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Enter a code"),
        ({"code": "Press Office", "name": "P"}, "Enter a code of small letters"),
        ({"code": "PRESS", "name": "P"}, "is no code of a team"),
        ({"code": "there", "name": "P"}, "There is a team there already"),
    ],
)
def test_a_team_that_cannot_be_says_why(as_admin, given, said):
    accounts.make_team("there", name="There", by=KEEPER, at=AT)

    assert said in _says(as_admin.post("/teams/new", given))


def test_a_team_takes_in_nobody_unknown(as_admin):
    accounts.make_team("there", name="There", by=KEEPER, at=AT)

    page = _says(as_admin.post("/teams/there", {"name": "There", "members": ["x@y.example"]}))

    assert "There is a problem" in page


# ── Who may ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "address",
    [
        "/people",
        "/people/new",
        "/people/root@body.example",
        "/people/root@body.example/access",
        "/people/root@body.example/password",
        "/people/root@body.example/second-factors",
        "/teams",
        "/teams/new",
        "/teams/there",
    ],
)
def test_pages_of_administrators_are_for_nobody_else(
    client, officer, admin, sign_in, address, method
):
    sign_in(officer)

    answer = getattr(client, method)(address)

    assert answer.status_code in (403, 405)
    if answer.status_code == 403:
        assert "This page is for administrators" in _says(answer)


def test_the_navigation_leads_where_somebody_may_go(client, officer, admin, sign_in):
    sign_in(officer)
    mine = _says(client.get("/account"))
    client.post("/account/sign-out")
    sign_in(admin)
    theirs = _says(client.get("/account"))

    assert 'href="/people"' not in mine
    assert 'href="/people"' in theirs
    assert 'href="/account" aria-current="true"' in mine
    assert _says(client.get("/account/sign-out")).count("aria-current") == 1


def test_pages_of_staff_run_our_own_scripts_and_are_kept_nowhere(as_admin):
    for address in ("/account/sign-in", "/account", "/people", "/account/passkeys/new"):
        headers = as_admin.get(address, follow=True).headers

        assert "script-src 'self';" in f"{headers['Content-Security-Policy']};"
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "no-store" in headers["Cache-Control"]


def test_a_form_from_elsewhere_changes_nothing(admin):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)

    answer = client.post("/account/sign-in", {"login": admin.email, "password": PASSWORD})

    assert answer.status_code == 403
    assert "Nothing was changed" in _says(answer)


def test_reading_the_log_asks_for_no_session_even_of_who_signed_in(
    as_admin, django_assert_num_queries
):
    from django.test import Client

    from answerable.web.public.kept import forget_pages

    stranger = Client()
    for address in ("/log", "/search", "/nowhere"):
        counts = []
        for reader in (stranger, as_admin):
            forget_pages()
            with _counted() as queries:
                answer = reader.get(address)
            counts.append(len(queries))
            assert not answer.cookies
            assert "Cookie" not in answer.headers.get("Vary", "")
            assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
        assert counts[0] == counts[1]


def _counted():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return CaptureQueriesContext(connection)


def test_neither_passwords_nor_tokens_are_in_any_log(client, officer, caplog, capsys):
    caplog.set_level("DEBUG")
    token = accounts.invite_person(
        "bob@body.example", name="Bob", roles={"officer"}, by=KEEPER, at=AT
    )

    client.get(f"/invitations/{token}")
    client.post(f"/invitations/{token}", {"password": PASSWORD})
    client.post("/account/sign-in", {"login": officer.email, "password": "wrong but secret"})
    client.post("/account/sign-in", {"login": officer.email, "password": PASSWORD})

    said = caplog.text + "".join(capsys.readouterr())
    for secret in (token, PASSWORD, "wrong but secret"):
        assert secret not in said


def test_a_person_may_have_been_made_without_roles_that_are_known():
    person = make_person()
    person.roles = ["officer", "a role of another version"]
    person.save()

    assert person_row(person.email).roles == ("officer",)
