"""Coming in, and not coming in."""

import datetime as dt
import re

import pytest
from django.core import mail

from answerable.actions import accounts
from answerable.records.accounts.models import Person
from answerable.records.ledger.models import LedgerLine
from tests.support.accounts import AT, KEEPER, PASSWORD, code_now, set_up_app

pytestmark = pytest.mark.django_db


def _says(response):
    return response.content.decode()


def test_somebody_signs_in_and_comes_where_they_wanted(client, officer, sign_in):
    asked = client.get("/account/password")

    came = sign_in(officer, to="/account/password")

    assert (asked.status_code, asked.url) == (302, "/account/sign-in?next=/account/password")
    assert (came.status_code, came.url) == (302, "/account/password")
    assert "Ada Officer" in _says(client.get("/account"))


def test_an_address_is_the_same_in_capitals(client, officer, sign_in):
    answer = client.post("/account/sign-in", {"login": " ADA@Body.Example", "password": PASSWORD})

    assert answer.url == "/start/"


def test_a_way_on_leads_to_no_other_site(officer, sign_in):
    assert sign_in(officer, to="https://elsewhere.example/").url == "/start/"
    assert sign_in(officer, to="//elsewhere.example/").url == "/start/"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"login": "ada@body.example", "password": "wrong"}, "or the password is wrong"),
        ({"login": "nobody@body.example", "password": PASSWORD}, "or the password is wrong"),
        ({"login": "", "password": ""}, "Enter your e-mail address"),
        ({"login": "ada@body.example", "password": ""}, "Enter your password"),
        ({"login": "ada", "password": "x"}, "in the correct format"),
    ],
)
def test_whoever_does_not_come_in_is_told_why_and_no_more(client, officer, given, said):
    page = _says(client.post("/account/sign-in", given))

    assert "There is a problem" in page
    assert said in page
    assert "<title>Error: Sign in" in page
    assert client.get("/account").status_code == 302


def test_somebody_whose_access_ended_comes_in_no_more(client, officer, admin, sign_in):
    sign_in(officer)
    assert client.get("/account").status_code == 200

    accounts.end_access(officer.email, by=KEEPER, at=AT)

    assert client.get("/account").status_code == 302
    assert sign_in(officer).url == "/account/ended"
    assert "Your access has ended" in _says(client.get("/account/ended"))
    accounts.restore_access(officer.email, by=KEEPER, at=AT)
    assert client.get("/account").status_code == 302


def test_guessing_stops_after_five_times_for_all_processes_together(client, officer, sign_in):
    for _ in range(5):
        sign_in(officer, "wrong")

    page = _says(sign_in(officer))

    assert "That was tried too often" in page
    assert client.get("/account").status_code == 302


def test_attempts_are_counted_in_the_database(officer, sign_in):
    from django.core.cache import caches

    from answerable.records.accounts.models import Count

    sign_in(officer, "wrong")

    assert type(caches["default"]).__name__ == "DatabaseCache"
    assert Count.objects.filter(cache_key__contains="login_failed").exists()


def test_somebody_signs_out_by_a_button(client, officer, sign_in):
    sign_in(officer)

    asked = _says(client.get("/account/sign-out"))
    gone = client.post("/account/sign-out", follow=True)

    assert 'type="submit">Sign out</button>' in asked
    assert "You are signed out" in _says(gone)
    assert client.get("/account").status_code == 302


def test_a_session_lasts_ten_hours_and_as_long_as_the_browser(client, officer, sign_in):
    cookie = sign_in(officer).cookies["sessionid"]

    assert cookie["max-age"] == cookie["expires"] == ""
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    left = client.session.get_expiry_date() - dt.datetime.now(dt.UTC)
    assert dt.timedelta(hours=9.9) < left <= dt.timedelta(hours=10)


def test_a_session_ends_after_ten_hours(client, officer, sign_in, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC))
    sign_in(officer)

    time_machine.move_to(dt.datetime(2026, 11, 25, 17, 59, tzinfo=dt.UTC))
    still = client.get("/account").status_code
    time_machine.move_to(dt.datetime(2026, 11, 25, 18, 1, tzinfo=dt.UTC))

    assert still == 200
    assert client.get("/account").status_code == 302


def test_a_session_ends_after_ten_hours_however_busy_somebody_is(
    client, officer, sign_in, time_machine
):
    time_machine.move_to(dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC))
    sign_in(officer)
    time_machine.move_to(dt.datetime(2026, 11, 25, 17, 59, tzinfo=dt.UTC))
    client.post("/account/confirmation", {"password": PASSWORD})

    still = client.get("/account").status_code
    time_machine.move_to(dt.datetime(2026, 11, 25, 18, 1, tzinfo=dt.UTC))

    assert still == 200
    assert client.get("/account").status_code == 302
    assert client.get("/account").url == "/account/sign-in?next=/account"


def test_every_other_session_ends_and_this_one_goes_on(client, officer, sign_in):
    from django.test import Client

    other = Client()
    other.post("/account/sign-in", {"login": officer.email, "password": PASSWORD})
    sign_in(officer)

    page = client.post("/account/sessions", follow=True)

    assert "You are signed out everywhere else" in _says(page)
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 302


def test_a_password_is_changed_and_the_ledger_tells_it(client, officer, sign_in):
    sign_in(officer)
    new = "two red unicycles, parked"
    given = {"oldpassword": PASSWORD, "password1": new, "password2": new}

    wrong = _says(client.post("/account/password", given | {"oldpassword": "x"}))
    weak = _says(client.post("/account/password", given | {"password1": "x", "password2": "x"}))
    done = client.post("/account/password", given, follow=True)

    assert "This is not your password" in wrong
    assert "too short" in weak
    assert "Your password was changed" in _says(done)
    officer.refresh_from_db()
    assert officer.check_password(new)
    assert '"password changed"' in LedgerLine.objects.get(action="sign-in changed").data


# ── The second factor ────────────────────────────────────────────────────────────────────────────


def test_where_a_second_factor_is_required_it_comes_before_anything_else(
    client, officer, sign_in, settings
):
    settings.ANSWERABLE_SECOND_FACTOR = "required"

    sign_in(officer)

    assert client.get("/account").url == "/account/second-factor"
    assert client.get("/people").url == "/account/second-factor"
    assert "Your second factor" in _says(client.get("/account/second-factor"))
    assert client.get("/account/second-factor/app").status_code == 200
    assert client.get("/account/sign-out").status_code == 200
    assert client.get("/log").status_code == 200


def test_an_app_is_set_up_by_its_first_code_and_asked_for_from_then_on(
    client, officer, sign_in, settings, django_capture_on_commit_callbacks
):
    settings.ANSWERABLE_SECOND_FACTOR = "required"
    sign_in(officer)
    page = _says(client.get("/account/second-factor/app"))
    secret = re.search(r'id="authenticator_secret">([A-Z2-7]+)<', page)[1]

    wrong = _says(client.post("/account/second-factor/app", {"code": "000000"}))
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/second-factor/app", {"code": code_now(secret)})
    codes = _says(client.get(done.url))

    assert '<svg class="an-code" role="img"' in page
    assert "This is not the code" in wrong
    assert done.url == "/account/recovery-codes"
    assert len(re.findall(r"<li>\d{8}</li>", codes)) == 10
    assert client.get("/account").status_code == 200
    assert '"app added"' in LedgerLine.objects.get(action="sign-in changed").data
    client.post("/account/sign-out")
    assert sign_in(officer).url == "/account/code"
    assert client.get("/account").status_code == 302
    assert "This is not the code" in _says(client.post("/account/code", {"code": "000000"}))
    assert client.post("/account/code", {"code": code_now(secret)}).url == "/start/"
    assert client.get("/account").status_code == 200


def test_a_recovery_code_lets_in_once(client, officer, sign_in):
    _, codes = set_up_app(officer)

    sign_in(officer)
    first = client.post("/account/code", {"code": codes[0]})
    client.post("/account/sign-out")
    sign_in(officer)
    again = client.post("/account/code", {"code": codes[0]})

    assert first.url == "/start/"
    assert "This is not the code" in _says(again)


def test_codes_are_kept_as_a_file_made_anew_and_an_app_is_removed(client, officer, sign_in):
    secret, codes = set_up_app(officer)
    sign_in(officer)
    client.post("/account/code", {"code": code_now(secret)})

    kept = _says(client.get("/account/recovery-codes.txt")).split()
    new = client.post("/account/recovery-codes/new", follow=True)
    anew = _says(client.get("/account/recovery-codes.txt")).split()
    removed = client.post("/account/second-factor/app/removal", follow=True)

    assert kept == codes
    assert len(anew) == 10
    assert set(anew) & set(codes) == set()
    assert new.status_code == removed.status_code == 200
    assert "An app" not in _says(removed)


def test_a_password_is_asked_for_again_where_somebody_signed_in_a_while_ago(
    client, officer, sign_in, time_machine
):
    time_machine.move_to(dt.datetime(2026, 11, 25, 8, tzinfo=dt.UTC))
    sign_in(officer)
    fresh = client.get("/account/second-factor/app").status_code

    time_machine.move_to(dt.datetime(2026, 11, 25, 8, 6, tzinfo=dt.UTC))
    asked = client.get("/account/second-factor/app")
    page = _says(client.get(asked.url))
    wrong = _says(client.post(asked.url, {"password": "wrong"}))
    right = client.post(asked.url, {"password": PASSWORD})

    assert fresh == 200
    assert asked.url == "/account/confirmation?next=%2Faccount%2Fsecond-factor%2Fapp"
    assert "Is it you?" in page
    assert "This is not your password" in wrong
    assert right.url == "/account/second-factor/app"


# ── A password that was forgotten ────────────────────────────────────────────────────────────────


def test_a_new_password_comes_by_mail_and_its_address_works_once(client, officer, settings):
    settings.ANSWERABLE_SENDS_MAIL = True
    new = "two red unicycles, parked"

    sent = client.post("/account/password-reset", {"email": officer.email})
    (message,) = mail.outbox
    address = re.search(r"http\S+", message.body)[0].partition("testserver")[2]
    form = client.get(address, follow=True)
    to = form.redirect_chain[-1][0]
    short = _says(client.post(to, {"password1": "x", "password2": "x"}))
    done = client.post(to, {"password1": new, "password2": new})

    assert sent.url == "/account/password-reset/sent"
    assert message.to == [officer.email]
    assert "too short" in short
    assert done.url == "/account/password-reset/done"
    assert "Sign in with it" in _says(client.get(done.url))
    assert Person.objects.get(pk=officer.pk).check_password(new)
    assert "This address is over" in _says(client.get(address, follow=True))


def test_nobody_learns_whose_address_is_known(client, officer, settings):
    settings.ANSWERABLE_SENDS_MAIL = True

    answers = [
        client.post("/account/password-reset", {"email": one}, follow=True).content
        for one in (officer.email, "nobody@body.example")
    ]

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 1


def test_mail_that_cannot_be_sent_breaks_nothing(client, officer, settings, caplog):
    settings.ANSWERABLE_SENDS_MAIL = True
    settings.EMAIL_BACKEND = "answerable.config.smtp.NoMail"

    answer = client.post("/account/password-reset", {"email": officer.email})

    assert answer.url == "/account/password-reset/sent"


def test_a_site_without_mail_says_so(client, officer):
    page = client.get("/account/password-reset")

    assert page.status_code == 503
    assert "This site sends no mail" in _says(page)
