"""Mail that has not gone, where somebody says what became of it; and where people come in."""

import pytest

from answerable.actions.casework import check_draft, clear_draft
from answerable.records.casework.models import Letter, Outgoing
from tests.functional.casework.conftest import ADMINISTRATOR, seen
from tests.functional.casework.test_case_pages import looked_at
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    doing_by,
    drafted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(as_, office):
    drafted("1", "2")
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))
    page = f"/requests/{REF}/letter/"
    sending = {"do": "send:answer", "way": "email", **looked_at(as_(INTAKE), page)}
    as_(INTAKE).post(page, sending)
    return Outgoing.objects.get()


def stands(mail, state):
    mail.state, mail.handed_at = state, mail.written_at
    mail.save()


def test_what_waits_is_listed_without_its_address(as_, mail):
    page = seen(as_(INTAKE).get("/mail/"))

    assert "Our answer to your request 2025-0001" in page
    assert "Waits" in page
    assert "a.person@example.org" not in page
    assert "Send it again" not in page


def test_what_is_in_doubt_is_settled_with_a_reason(as_, mail):
    stands(mail, "unsure")
    browser = as_(INTAKE)
    settled = {"do": "went", "mail": mail.key, "reason": ""}

    assert "Say why" in seen(browser.post("/mail/", settled), 403)
    page = browser.post("/mail/", {**settled, "reason": "The server's log says so"}, follow=True)

    assert "All mail has gone" in seen(page)
    assert Letter.objects.get().state == "sent"


def test_what_failed_is_sent_again(as_, mail):
    stands(mail, "failed")
    again = {"do": "again", "mail": mail.key, "reason": "The mailbox was full"}

    page = as_(OFFICER).post("/mail/", again, follow=True)

    assert "It will be sent again" in seen(page)
    mail.refresh_from_db()
    assert mail.state == "waiting"


@pytest.mark.parametrize(("who", "is_led"), [(INTAKE, True), (ADMINISTRATOR, False)])
def test_a_request_is_led_to_where_one_may_open_it(as_, mail, who, is_led):
    page = seen(as_(who).get("/mail/"))

    assert REF in page
    assert (f'href="/requests/{REF}/"' in page) is is_led


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"do": "went", "mail": "none", "reason": "x"}, 404),
        ({"do": "again", "mail": f"letter {REF} 1", "reason": "x"}, 409),
        ({"do": "nonsense", "mail": f"letter {REF} 1", "reason": "x"}, 400),
    ],
)
def test_what_cannot_be_settled_is_refused(as_, mail, given, status):
    assert as_(INTAKE).post("/mail/", given).status_code == status


def test_an_auditor_settles_nothing(as_):
    assert "Saying what became of a mail is for" in seen(as_(AUDITOR).get("/mail/"), 403)


@pytest.mark.parametrize(
    ("who", "where"), [(OFFICER, "/work/"), (AUDITOR, "/work/"), (ADMINISTRATOR, "/account")]
)
def test_whoever_comes_in_is_led_to_their_work(as_, who, where):
    assert as_(who).get("/start/")["Location"] == where


def test_the_menu_leads_where_somebodys_roles_let_them(as_):
    def below(actor, page):
        return seen(as_(actor).get(page)).split("<main")[0]

    assert "/requests/new/" in below(OFFICER, "/requests/")
    assert "/requests/new/" not in below(CHECKER, "/requests/")
    assert "/standard-lines/" in below(CHECKER, "/standard-lines/")
    assert "/standard-lines/" not in below(OFFICER, "/requests/")
