"""Whoever reads the log asks to be told of new answers, confirms it, changes and ends it, without a cookie."""

import re

import pytest
from django.utils import timezone

from answerable.queries.alerting import searches
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert
from tests.functional.public.conftest import kept_index, kept_log, standing  # noqa: F401 fixtures
from tests.support.alerts import DAY, READER, confirmed, digests, link_in, publish, tell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("log")]


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture
def log(standing):  # noqa: F811 the fixture above
    return standing


ASK = "/search/alert?q=bicycles"
OURS = {"origin": "http://testserver"}


def ask(client, page=ASK, *, headers=OURS, **fields):
    fields = {"address": READER, "every": "day", **fields}
    return client.post(page, fields, headers=headers)


def mailed(end="/confirmation"):
    return link_in(Outgoing.objects.latest("pk"), end)


def words(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_from_the_search_to_an_alert_without_a_cookie(client):
    page = words(client.get("/search?q=bicycles"))
    assert 'href="/search/alert?q=bicycles"' in page

    asked = ask(client)
    assert (asked.status_code, asked["Location"]) == (303, "/search/alert/asked")
    assert "Look into your mail" in words(client.get(asked["Location"]))
    address = f"/alerts/{mailed()}/confirmation"
    assert "“bicycles”" in words(client.get(address))
    assert Alert.objects.get().confirmed_at is None
    done = client.post(address)

    assert "You will be told of new answers" in words(done)
    assert Alert.objects.get().confirmed_at is not None
    assert client.cookies == {}
    assert done["Referrer-Policy"] == "no-referrer"


def test_in_welsh_it_is_welsh(client):
    assert "Rhowch wybod imi drwy e-bost" in words(client.get(f"/cy{ASK}"))

    asked = ask(client, f"/cy{ASK}")

    assert asked["Location"] == "/cy/search/alert/asked"
    assert "Edrychwch yn eich post" in words(client.get(asked["Location"]))
    assert "/cy/alerts/" in Outgoing.objects.get().text


def test_filters_are_part_of_the_search_and_its_order_is_not(client):
    page = words(client.get("/search/alert?outcome=disclosed&q=bicycles&sort=newest&page=3"))

    assert "“bicycles”, Outcome: Disclosed" in page
    ask(client, "/search/alert?outcome=disclosed&q=bicycles&sort=newest&page=3")
    assert Alert.objects.get().query == "q=bicycles&outcome=disclosed"


REFUSED = {
    "/search/alert": "looks for nothing",
    "/search/alert?q=-bicycles": "looks for nothing",
    "/search/alert?q=" + "word+" * 10_000: "more than 50 words",
    "/search/alert?q=" + "x" * 1000: "too long to be kept",
}


@pytest.mark.parametrize(("address", "why"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_can_be_no_alert_is_refused_with_a_sentence(client, address, why):
    assert why in words(client.get(address), 422)
    assert why in words(ask(client, address), 422)
    assert not Alert.objects.exists()


WRONG = {
    "Enter your e-mail address": {"address": ""},
    "Enter an e-mail address like": {"address": "ann@example.org, ben@example.org"},
    "Enter an e-mail address like ": {"address": "ann@example.org\nBcc: ben@example.org"},
    "Select how often we may write": {"every": "hour"},
}


@pytest.mark.parametrize(("said", "fields"), WRONG.items())
def test_what_was_typed_wrong_is_said_and_nothing_is_sent(client, said, fields):
    page = words(ask(client, **fields), 422)

    assert "<title>Error:" in page.replace("\n", "")
    assert said in page
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}])
def test_another_site_can_ask_in_nobodys_name(client, headers):
    assert "Nothing was sent" in words(ask(client, headers=headers), 403)
    assert not Alert.objects.exists()


def test_whoever_asks_too_often_is_told_when_to_try_again(client):
    for number in range(10):
        ask(client, f"/search/alert?q=w{number}")

    refused = ask(client)

    assert "try again" in words(refused, 429)
    assert int(refused["Retry-After"]) > 0


def test_the_answer_is_the_same_whether_an_alert_is_known_or_not(client):
    first, unconfirmed = ask(client), ask(client)
    client.post(f"/alerts/{mailed()}/confirmation")

    known = ask(client)

    answers = {
        (one.status_code, one["Location"], one.content) for one in (first, unconfirmed, known)
    }
    assert len(answers) == 1


def test_a_broad_alert_is_warned_of(client, monkeypatch):
    assert re.search(r"It finds [0-9] answers? of the last twelve months", words(client.get(ASK)))
    monkeypatch.setattr(searches, "BROAD", -1)

    assert "You may want to look for more words" in words(client.get(ASK))


def test_without_an_index_an_alert_can_be_asked_for(client, settings, tmp_path):
    settings.ANSWERABLE_INDEX = tmp_path / "nowhere"

    assert "last twelve months" not in words(client.get(ASK))
    assert ask(client).status_code == 303


@pytest.fixture
def told(time_machine):
    """Let somebody have two alerts, and a mail that told of one answer; return its link."""
    time_machine.move_to(timezone.now().replace(hour=10), tick=False)
    confirmed(at=timezone.now())
    confirmed("q=tandems", words="“tandems”", at=timezone.now())
    publish("7000900", "Bicycles", at=timezone.now() + DAY)
    time_machine.move_to(timezone.now() + 2 * DAY, tick=False)
    assert tell(timezone.now()) == 1
    return f"/alerts/{link_in(digests()[0])}"


def test_mail_programs_end_it_in_one_step_without_a_cookie(client, told):
    address = re.search(r"<https://foi.example(/\S+)>", digests()[0].headers["List-Unsubscribe"])[1]
    assert address == f"{told}/end"
    assert "End all alerts" in words(client.get(address))
    assert Alert.objects.count() == 2

    for _ in range(2):
        done = client.post(address, {"List-Unsubscribe": "One-Click"})
        assert "All alerts have ended" in words(done)

    assert not Alert.objects.exists()
    assert client.cookies == {}


def test_alerts_are_changed_and_ended_one_by_one(client, told):
    page = words(client.get(told))
    assert ["“bicycles”" in page, "“tandems”" in page] == [True, True]
    first, second = Alert.objects.order_by("pk")

    changed = client.post(told, {"alert": first.pk, "every": "month", "do": "change"}, follow=True)
    assert '<option value="month" selected>' in words(changed)
    client.post(told, {"alert": second.pk, "do": "end"})

    assert [one.every for one in Alert.objects.all()] == ["month"]
    wrong = client.post(told, {"alert": first.pk, "every": "hour", "do": "change"})
    assert "Select how often we may write" in words(wrong, 422)
    client.post(told, {"alert": "x", "do": "end"})
    client.post(told, {"alert": first.pk, "do": "end"})
    assert "You are told of nothing any more" in words(client.get(told))


@pytest.mark.parametrize("page", ["", "/end", "/confirmation"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_forged_link_leads_nowhere(client, told, page, method):
    address = f"{told[:-1]}{'a' if told[-1] != 'a' else 'b'}{page}"

    assert "This link leads nowhere" in words(getattr(client, method)(address), 404)
    assert Alert.objects.count() == 2
