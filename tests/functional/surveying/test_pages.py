"""Somebody who was answered says how it was: without a script or a cookie, in both languages, once."""

import datetime as dt
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from answerable.actions.standards.surveys import GivenAnswer, answer_survey, invite, new_token
from answerable.domain.assurance.surveys import OPEN_DAYS
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Quotation, SurveyAnswer, SurveyInvitation
from answerable.web.server_log import WithoutData
from answerable.web.surveying import pages
from tests.support.said import said_by

pytestmark = pytest.mark.django_db
ALL = {"easy": "5", "clear": "4", "overall": "2", "words": "Slow, but clear."}
SECRET = "zq-what-was-written-qz"
OURS = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _november():
    with time_machine.travel(dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def token():
    made = new_token(timezone.localdate())
    invite(made)
    return made


def send(client, token, fields=ALL, *, prefix="", headers=OURS):
    return client.post(f"{prefix}/survey/{token}/", fields, headers=headers)


def words(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def is_kept_by_nothing(response):
    return (
        response["Cache-Control"] == "no-store"
        and response["Referrer-Policy"] == "no-referrer"
        and response["X-Robots-Tag"] == "noindex"
    )


def test_three_questions_and_words_are_answered_and_thanked_for(client, token):
    page = client.get(f"/survey/{token}/")

    said = words(page)
    assert said.count("<fieldset") == 3
    assert said.count("Strongly agree") == 3
    assert "checked" not in said
    assert "Do not name anybody" in said
    done = send(client, token)

    assert (done.status_code, done["Location"]) == (303, "/survey/thanks/")
    thanks = client.get("/survey/thanks/")
    assert "Thank you" in words(thanks)
    assert [is_kept_by_nothing(one) for one in (page, done, thanks)] == [True] * 3
    answer, quotation = SurveyAnswer.objects.get(), Quotation.objects.get()
    assert (answer.scores, answer.language) == ({"easy": 5, "clear": 4, "overall": 2}, "en")
    assert quotation.written == "Slow, but clear."
    assert client.cookies == {}
    assert not LedgerLine.objects.exists()


def test_in_welsh_it_is_welsh_and_kept_as_welsh(client, token):
    page = words(client.get(f"/cy/survey/{token}/"))

    assert "Sut y gwnaethom?" in page
    assert "Cytuno’n gryf" in page
    assert "Peidiwch ag enwi neb" in page
    assert f'href="/survey/{token}/"' in page
    done = send(client, token, {"overall": "4", "words": "Diolch"}, prefix="/cy")
    assert done["Location"] == "/cy/survey/thanks/"
    assert "Diolch" in words(client.get(done["Location"]))
    assert SurveyAnswer.objects.get().language == Quotation.objects.get().language == "cy"


def test_the_other_language_is_one_link_away(client, token):
    assert f'href="/cy/survey/{token}/"' in words(client.get(f"/survey/{token}/"))


@pytest.mark.parametrize(
    ("fields", "scores", "written"),
    [
        ({"clear": "1"}, {"clear": 1}, []),
        ({"easy": "none", "clear": "3", "overall": "", "words": "  "}, {"clear": 3}, []),
        ({"words": "First.\r\nSecond.\0"}, {}, ["First.\nSecond."]),
        ({"words": "w" * 1999 + "\r\n" + "w" * 0, "easy": "1"}, {"easy": 1}, ["w" * 1999]),
        ({"words": ("w" * 9 + "\r\n") * 199 + "w" * 10}, {}, [("w" * 9 + "\n") * 199 + "w" * 10]),
        ({"words": '<b>"&', "easy": "5"}, {"easy": 5}, ['<b>"&']),
    ],
)
def test_whoever_answers_some_of_it_has_answered(client, token, fields, scores, written):
    assert send(client, token, fields).status_code == 303

    assert SurveyAnswer.objects.get().scores == scores
    assert [one.written for one in Quotation.objects.all()] == written


TOO_LONG = "w" * 2001
WRONG = [
    ({}, "Answer at least one question", "#id_easy_0"),
    ({"easy": "none", "words": " \r\n "}, "Answer at least one question", "#id_easy_0"),
    ({"easy": "6", "words": SECRET}, "Select one of the answers", "#id_easy_0"),
    (
        {"clear": "5", "words": TOO_LONG},
        "Shorten this to 2000 characters: you typed 2001",
        "#id_words",
    ),
]


@pytest.mark.parametrize(("fields", "why", "place"), WRONG, ids=range(len(WRONG)))
def test_what_cannot_be_kept_stands_on_the_page_again(client, token, fields, why, place):
    page = words(send(client, token, fields), 422)

    assert "<title>Error:" in page.replace("\n", "")
    assert f'<a href="{place}">{why}' in page
    assert fields.get("words", "").strip() in page
    assert page.count("checked") == sum(fields.get(key) in ("5", "none") for key in ALL)
    assert not SurveyInvitation.objects.get().is_used
    assert not SurveyAnswer.objects.exists()


def test_nothing_chosen_is_said_in_welsh_too(client, token):
    page = words(send(client, token, {}, prefix="/cy"), 422)

    assert "Atebwch o leiaf un cwestiwn" in page


def _wrong(_token):
    return "20260310-" + "a" * 32


def _cut(token):
    return token[:-1]


def _used(token):
    answer_survey(token, GivenAnswer("en", {"easy": 1}), on=timezone.localdate())
    return token


def _ended(_token):
    made = new_token(timezone.localdate() - dt.timedelta(days=OPEN_DAYS + 1))
    invite(made)
    return made


def _far(_token):
    return "99991231-" + "a" * 32


CLOSED = [
    (_cut, 404, "This link is not whole", "Nid yw’r ddolen hon yn gyfan"),
    (_far, 404, "This link is not whole", "Nid yw’r ddolen hon yn gyfan"),
    (lambda _: "x" * 5000, 404, "This link is not whole", "Nid yw’r ddolen hon yn gyfan"),
    (_wrong, 410, "This link has ended", "Mae’r ddolen hon wedi dod i ben"),
    (_ended, 410, "This link has ended", "Mae’r ddolen hon wedi dod i ben"),
    (_used, 410, "This link was used already", "Defnyddiwyd y ddolen hon eisoes"),
]


@pytest.mark.parametrize(("make", "status", "english", "welsh"), CLOSED, ids=range(len(CLOSED)))
def test_a_link_that_does_not_work_says_why_and_repeats_nothing(
    client, token, make, status, english, welsh
):
    link, before = make(token), SurveyAnswer.objects.count()
    for prefix, why in (("", english), ("/cy", welsh)):
        for response in (
            client.get(f"{prefix}/survey/{link}/"),
            send(client, link, {"easy": "5", "words": SECRET}, prefix=prefix),
            send(client, link, {"easy": "6", "words": SECRET}, prefix=prefix),
        ):
            page = words(response, status)
            assert why in page
            assert SECRET not in page
            assert is_kept_by_nothing(response)
    assert SurveyAnswer.objects.count() == before
    assert not Quotation.objects.exists()


def test_a_link_works_on_its_last_day(client):
    made = new_token(timezone.localdate() - dt.timedelta(days=OPEN_DAYS))
    invite(made)

    assert send(client, made).status_code == 303


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_can_answer_in_nobodys_name(client, token, headers):
    page = words(send(client, token, {"easy": "5", "words": SECRET}, headers=headers), 403)

    assert "from another site" in page
    assert SECRET not in page
    assert not SurveyInvitation.objects.get().is_used


@pytest.mark.parametrize("headers", [{"origin": "null"}, {}, {"sec-fetch-site": "same-origin"}])
def test_a_browser_that_says_little_is_believed(client, token, headers):
    assert send(client, token, headers=headers).status_code == 303


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (f"words={SECRET}" + "x" * 3_000_000, "application/x-www-form-urlencoded"),
        ("a=1&" * 2_000, "application/x-www-form-urlencoded"),
        (f"no form at all {SECRET}", "multipart/form-data"),
    ],
)
def test_what_is_no_form_of_ours_is_refused_with_a_sentence(client, token, data, kind):
    response = client.post(f"/survey/{token}/", data, content_type=kind, headers=OURS)

    page = words(response, 413)
    assert "larger than this page can take" in page
    assert SECRET not in page
    assert not SurveyInvitation.objects.get().is_used


def test_whoever_sends_too_often_is_told_when_to_come_back(client, token):
    for _ in range(pages.SENDS.by_one):
        send(client, "wrong")

    refused = send(client, token, {"easy": "5", "words": SECRET})

    assert "try again in 10 minutes" in words(refused, 429)
    assert refused["Retry-After"] == "600"
    assert SECRET not in refused.content.decode()
    assert not SurveyInvitation.objects.get().is_used


def test_nothing_but_a_get_and_a_post_is_answered(client, token):
    assert client.put(f"/survey/{token}/").status_code == 405
    assert client.post("/survey/thanks/").status_code == 405
    assert client.head(f"/survey/{token}/").status_code == 200
    assert not SurveyInvitation.objects.get().is_used


def test_a_failure_shows_nothing_that_was_written_and_logs_no_link(client, token, monkeypatch):
    lines = []
    handler = logging.Handler()
    handler.setFormatter(WithoutData())
    handler.emit = lambda record: lines.append(handler.format(record))
    monkeypatch.setattr(logging.getLogger("django"), "handlers", [handler])
    client.raise_request_exception = False
    monkeypatch.setattr(pages, "answer_survey", lambda *_, **__: 1 / 0)

    failed = send(client, token, {"easy": "5", "words": SECRET})

    assert failed.status_code == 500
    assert SECRET not in said_by(failed)
    (line,) = lines
    assert "survey/<str:token>/ ZeroDivisionError" in line
    assert [one for one in (SECRET, token) if one in line] == []


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_by_one_link_one_is_taken():
    made = new_token(timezone.localdate())
    invite(made)
    ready = Barrier(2)

    def answer(_):
        client = Client()
        ready.wait()
        response = send(client, made)
        connection.close()
        return response.status_code

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(answer, range(2))) == [303, 410]

    assert (SurveyAnswer.objects.count(), Quotation.objects.count()) == (1, 1)


def test_the_page_fetches_and_runs_nothing_from_elsewhere(client, token):
    page = words(client.get(f"/survey/{token}/"))

    assert re.findall(r"<script|<img|style=|onclick", page) == []
