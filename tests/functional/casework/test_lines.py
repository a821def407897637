"""The pages of standard lines, for those who keep them and for those who use them."""

import datetime as dt

import pytest
from django.utils import timezone

from answerable.domain.roles import Role
from answerable.queries.casework.lines import line_page, lines_for, standard_lines
from answerable.web.casework.lines import expiry_words
from tests.support.accounts import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _second_factor_is_optional(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"


@pytest.fixture
def today():
    return timezone.localdate()


def come_in(client, *roles, name="Cora Checker"):
    """Sign somebody in who has some roles."""
    email = f"{name.split()[0].lower()}@body.example"
    client.force_login(make_person(email, name=name, roles=roles))


@pytest.fixture
def keeper(client):
    come_in(client, Role.CHECKER)
    return client


def typed(on, text="A rival could undercut.", *, name="Rivals", citation="43(2)"):
    """Return what a form sends for a line that expires on a day."""
    day = {"expires_on_day": on.day, "expires_on_month": on.month, "expires_on_year": on.year}
    return {"name": name, "citation": citation, "text": text, **day}


def test_a_checker_writes_a_line_and_finds_it_in_the_list(keeper, today):
    assert "There is none yet" in shown(keeper.get("/standard-lines/"))
    assert "Saving it says that you reviewed it" in shown(keeper.get("/standard-lines/new/"))

    last = today + dt.timedelta(days=200)
    answer = keeper.post("/standard-lines/new/", typed(last), follow=True)

    page = shown(answer)
    assert "Rivals can be used now" in page
    assert "Reason of 43(2)" in page
    assert f"Until {last:%-d %B %Y}, 200 days from today" in page
    assert page.count("Cora Checker") == 2
    assert "To review" not in page


def test_what_is_wrong_stands_with_its_field(keeper, today):
    far = typed(today + dt.timedelta(days=500), text="", citation="31(1)")
    page = shown(keeper.post("/standard-lines/new/", far))
    assert "Write the line" in page
    assert 'href="#id_text"' in page

    page = shown(keeper.post("/standard-lines/new/", {**far, "text": "Words."}))
    assert "A line is reviewed every year" in page
    assert 'href="#id_expires_on_0"' in page

    near = typed(today + dt.timedelta(days=5), citation="31(1)")
    page = shown(keeper.post("/standard-lines/new/", near))
    assert "31(1) divides into limbs" in page
    assert 'href="#id_citation"' in page
    assert standard_lines(on=today) == ()


def test_a_line_is_reviewed_changed_retired_and_used_again(keeper, today):
    last = today + dt.timedelta(days=20)
    keeper.post("/standard-lines/new/", typed(last))
    assert "Review soon" in shown(keeper.get("/standard-lines/"))

    later = typed(today + dt.timedelta(days=300), "A rival could outbid.")
    page = shown(keeper.post("/standard-lines/rivals/", later, follow=True))
    assert "Rivals was saved, reviewed by you" in page
    page = shown(keeper.get("/standard-lines/rivals/"))
    assert "A rival could undercut." in page
    assert "A rival could outbid." in page

    page = shown(keeper.post("/standard-lines/rivals/retirement/", follow=True))
    assert "Rivals is offered to nobody any more" in page
    assert lines_for(["43(2)"], on=today).usable == ()
    page = shown(keeper.get("/standard-lines/rivals/"))
    assert "It is then offered again" in page
    assert "Retire it" not in page

    keeper.post("/standard-lines/rivals/", later)
    assert len(lines_for(["43(2)"], on=today).usable) == 1


def test_an_officer_reads_lines_and_cannot_keep_them(keeper, today):
    last = typed(today + dt.timedelta(days=100))
    keeper.post("/standard-lines/new/", last)
    come_in(keeper, Role.OFFICER, name="Olive Officer")

    page = shown(keeper.get("/standard-lines/"))
    assert "Keeping standard lines is for checkers and managers" in page
    assert "Write a line" not in page
    page = shown(keeper.get("/standard-lines/rivals/"))
    assert "A rival could undercut." in page
    assert "<textarea" not in page
    for path in ("new/", "rivals/", "rivals/retirement/"):
        refused = keeper.post(f"/standard-lines/{path}", last)
        assert refused.status_code == 403
        assert "is for checkers and managers" in shown(refused)
    assert len(line_page("rivals", on=today).versions) == 1


def test_who_only_administers_sees_no_lines(client):
    come_in(client, Role.ADMINISTRATOR, name="Rita Root")

    refused = client.get("/standard-lines/")

    assert refused.status_code == 403
    assert "Reading requests is for" in shown(refused)


def test_there_is_no_page_of_a_line_that_is_not_there(keeper):
    assert keeper.get("/standard-lines/rivals/").status_code == 404
    assert keeper.post("/standard-lines/rivals/retirement/").status_code == 404


def test_nobody_reads_lines_without_signing_in(client):
    answer = client.get("/standard-lines/")

    assert answer.status_code == 302
    assert "/account/sign-in" in answer["Location"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Today is its last day (4 March 2026)"),
        (1, "Until 4 March 2026, 1 day from today"),
        (-1, "Expired after 4 March 2026, 1 day ago"),
        (-40, "Expired after 4 March 2026, 40 days ago"),
    ],
)
def test_the_expiry_is_said_in_words(days, words):
    day = dt.date(2026, 3, 4)

    assert expiry_words(day, day - dt.timedelta(days=days)) == words


def shown(answer):
    """Return what a page says."""
    return answer.content.decode()
