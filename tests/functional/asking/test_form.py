"""The public form: from what somebody wants to know to a request, in both languages, losing nothing."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from answerable.actions.casework import Doing
from answerable.domain.roles.people import keeper
from answerable.queries.calendars import holidays
from answerable.records.casework.models import Message, Request, Requester
from answerable.web.asking import limits, pages
from tests.functional.asking.conftest import OURS, WORDS, Reader, taken
from tests.functional.public.conftest import kept_index, kept_log, standing  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def db(built_once):
    """Stand in the place of the fixture that undoes everything behind each test."""


@pytest.fixture
def log(standing):  # noqa: F811 the fixture above
    return standing


PEOPLE = "Siân Ŵyn 🚁"


def test_from_the_first_page_to_a_reference_and_a_due_date(reader, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC), tick=False)

    page = reader.sent(answer_as="Large print").content.decode()

    assert "2026-0001" in page
    assert "<strong>Thursday 24 December 2026</strong>" in page
    assert f"calendar {holidays().version}" in page
    request = taken("2026-0001")
    assert (request.row.channel, [one.text for one in request.questions]) == (
        "web",
        ["How many unicycles do you have?", "Who mends them?"],
    )
    assert "Large print" in request.messages[0].problems[0]
    assert (Requester.objects.get().name, Requester.objects.get().address) == (
        "Ann Example",
        "ann@example.org",
    )


def test_in_welsh_it_is_welsh_to_the_end(welsh_reader):
    page = welsh_reader.sent(
        text="Faint o feiciau un olwyn?", name=PEOPLE, language="cy"
    ).content.decode()

    assert '<html lang="cy"' in page
    assert "Derbyniwyd eich cais" in page
    assert (Request.objects.get().language, Requester.objects.get().name) == ("cy", PEOPLE)


def test_no_page_sets_a_cookie_or_needs_one(reader):
    reader.sent()

    assert reader.client.cookies == {}
    assert "Set-Cookie" not in reader.page.headers


def test_a_complaint_is_led_elsewhere_and_may_still_ask(reader):
    page = reader.to_words("complaint").content.decode()

    assert "This form is for information" in page
    assert "mailto:foi@opa.example" in page
    assert 'name="text"' in reader.send(go="on").content.decode()


def test_own_data_is_not_turned_away_and_the_officer_is_told(reader):
    page = reader.to_words("own data").content.decode()
    reader.send(go="on")
    reader.send(**WORDS, go="on")
    reader.send(go="send")

    assert "we will not turn it away" in page
    assert "their own data" in Message.objects.get().problems[0]


def test_the_check_page_shows_how_the_request_was_understood(reader):
    page = reader.to_check().content.decode()

    assert "<strong>1</strong> How many unicycles do you have?</li>" in page
    assert "does not limit your request" in page
    assert Message.objects.count() == 0


def test_personal_data_is_warned_of_with_its_reason_and_can_be_sent(reader):
    text = "My number is 07700 900123. How many unicycles?"

    page = reader.to_check(text=text).content.decode()
    warning = page[page.index("seems to hold personal data") : page.index("What we understand")]

    assert "07••• ••••••" in warning
    assert "900123" not in warning
    assert "we can answer without it" in warning
    assert reader.send(go="send").status_code == 303
    assert Message.objects.get().text == text


def test_in_welsh_the_warning_says_why_in_welsh(welsh_reader):
    page = welsh_reader.to_check(text="Rwy’n dioddef o asthma. Faint?").content.decode()

    assert "<strong>iechyd</strong>" in page
    assert "heb ddweud pam" in page


@pytest.mark.parametrize("go", ["words", "kind"])
def test_what_was_written_can_be_changed(reader, go):
    reader.to_check(answer_as="On paper")
    page = reader.send(go=go).content.decode()
    if go == "kind":
        assert re.search(r'value="information"[^>]* checked', page)
        page = reader.send(kind="information", go="on").content.decode()

    assert "How many unicycles" in page
    assert 'value="On paper"' in page


@pytest.mark.parametrize("until", ["kind", "words", "check"])
def test_a_change_of_language_on_the_way_loses_nothing(reader, until):
    if until != "kind":
        reader.to_words()
    if until == "check":
        reader.send(**WORDS, go="on")
    reader.address = "/cy/make-a-request"
    page = reader.send(
        **({"kind": "own data"} if until == "kind" else WORDS if until == "words" else {}),
        go="same",
    ).content.decode()

    assert '<html lang="cy"' in page
    expected = {
        "kind": 'value="own data"',
        "words": "How many unicycles",
        "check": "How many unicycles",
    }
    assert expected[until] in page
    assert "Gwall" not in page


WRONG = [
    ({"text": ""}, "Enter what you would like to know", "Rhowch yr hyn yr hoffech ei wybod"),
    ({"text": " \n\t "}, "Enter what you would like to know", "Rhowch yr hyn yr hoffech"),
    ({"name": ""}, "Enter your name", "Rhowch eich enw"),
    ({"address": ""}, "Enter an e-mail address or a postal", "Rhowch gyfeiriad e-bost neu"),
    ({"address": "nowhere"}, "Enter an e-mail address like", "Rhowch gyfeiriad e-bost fel"),
    ({"address": "a@b.example\nBcc: c@d.example"}, "Enter an e-mail", "Rhowch gyfeiriad e-bost"),
    ({"language": ""}, "Select a language", "Dewiswch iaith"),
    ({"language": "fr"}, "Select a language", "Dewiswch iaith"),
    ({"name": "N" * 301}, "Shorten this to 300 characters", "Cwtogwch hwn i 300"),
]


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("row", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_above_and_at_its_field_and_nothing_is_lost(
    client, log, row, language
):
    typed = {**WORDS, "text": "Typed words", "postal": "", **row[0]}
    reader = Reader(client, ("", "/cy")[language])
    reader.to_words()

    response = reader.send(**typed, go="on")

    page = response.content.decode()
    field = next(iter(row[0]))
    assert response.status_code == 422
    assert page.count(row[1 + language]) == 2
    assert f"<title>{('Error:', 'Gwall:')[language]} " in page
    assert f'href="#id_{field}' in page
    assert "Typed words" in page or field == "text"
    assert Message.objects.count() == 0


def test_nothing_chosen_is_said(reader):
    response = reader.send(go="on")

    assert response.status_code == 422
    assert response.content.decode().count("Select what you would like") == 2


def test_a_text_of_five_million_characters_comes_back_whole_to_be_shortened(reader):
    text = "word " * 1_000_000
    reader.to_words()

    response = reader.send(**{**WORDS, "text": text}, go="on")

    assert response.status_code == 413
    assert "Shorten this to 100000 characters: you typed 5000000" in response.content.decode()
    assert text in response.content.decode()


def test_what_is_too_large_to_be_read_is_refused_with_another_way(reader, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 100)

    response = reader.to_words()

    assert response.status_code == 413
    assert "about 40 pages" in response.content.decode()
    assert "mailto:foi@opa.example" in response.content.decode()


ODD = [
    ({"text": "How\0 many\0?"}, "How  many ?"),
    ({"text": "🚁 Faint o ddronau?", "name": PEOPLE}, "🚁 Faint o ddronau?"),
    ({"text": "كم عدد الطائرات؟ \u202eabc"}, "كم عدد الطائرات؟ \u202eabc"),
    ({"text": "  Two\r\nlines?\r\n"}, "  Two\nlines?\n"),
    ({"text": "<script>alert(1)</script> How many?"}, "<script>alert(1)</script> How many?"),
    ({"address": "", "postal": "1 Stryd Fawr\r\nBangor"}, WORDS["text"]),
    ({"address": " siân@post.example "}, WORDS["text"]),
]


@pytest.mark.parametrize(("words", "kept"), ODD, ids=range(len(ODD)))
def test_whatever_is_typed_comes_in_as_it_was_typed(reader, words, kept):
    page = reader.to_check(**words).content.decode()
    assert reader.send(go="send").status_code == 303

    assert kept in Message.objects.get().text
    assert "<script>" not in page
    assert Requester.objects.get().address in ("ann@example.org", "", "siân@post.example")


def test_of_five_hundred_questions_the_first_hundred_are_shown_and_all_are_kept(reader):
    text = "\n".join(f"{n}. How many in {n}?" for n in range(1, 501))

    page = reader.to_check(text=text).content.decode()
    reader.send(go="send")

    assert "And 400 more questions." in page
    assert Request.objects.get().questions.count() == 500


def test_sent_twice_it_is_one_request_with_the_same_confirmation(reader):
    reader.to_check()
    fields = reader.fields
    first = reader.send(go="send")
    again = reader.send(**fields, go="send")

    assert (first.status_code, again.status_code) == (303, 303)
    assert Request.objects.count() == Message.objects.count() == 1
    reference = Request.objects.get().reference
    assert all(
        reference in reader.client.get(one["Location"]).content.decode() for one in (first, again)
    )


def test_changed_after_sending_it_is_offered_as_a_request_of_its_own(reader):
    reader.to_words()
    words_page = reader.page
    reader.send(**WORDS, go="on")
    reader.send(go="send")

    reader.page = words_page  # back in the browser, to the page with the same key
    reader.send(**{**WORDS, "text": "Other words?"}, go="on")
    response = reader.send(go="send")

    assert response.status_code == 409
    assert "You have sent this form already" in response.content.decode()
    assert "Other words?" in reader.send(go="on").content.decode()
    assert reader.send(go="send").status_code == 303
    assert sorted(Message.objects.values_list("text", flat=True)) == [WORDS["text"], "Other words?"]


def test_a_form_left_for_days_is_shown_again_and_then_sent(reader, time_machine):
    reader.to_check()
    time_machine.move_to(timezone.now() + dt.timedelta(days=2))

    page = reader.send(go="send").content.decode()

    assert "You began this more than a day ago" in page
    assert Message.objects.count() == 0
    assert reader.send(go="send").status_code == 303


@pytest.mark.parametrize("draft", ["", "x", "eyJ9:1:2"])
def test_a_page_that_is_not_ours_is_refused(reader, draft):
    response = reader.send(draft=draft, **WORDS, step="check", go="send")

    assert response.status_code == 422
    assert "begin anew" in response.content.decode()
    assert Message.objects.count() == 0


ELSEWHERE = [
    {},
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"referer": "https://evil.example/?http://testserver"},
    {"sec-fetch-site": "cross-site", **OURS},
    {"sec-fetch-site": "none"},
    {"origin": "http://[bad"},
]


@pytest.mark.parametrize("headers", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_what_another_site_sends_is_refused(reader, headers):
    reader.to_check()

    response = reader.send(headers=headers, go="send")

    assert response.status_code == 403
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [OURS, {"sec-fetch-site": "same-origin"}, {"referer": "http://testserver/make-a-request"}],
    ids=range(3),
)
def test_what_our_own_page_sends_is_taken(reader, headers):
    reader.to_check()

    assert reader.send(headers=headers, go="send").status_code == 303


def test_a_draft_that_lacks_what_is_needed_is_shown_and_not_sent(reader):
    response = reader.send(step="check", go="send")

    assert response.status_code == 200
    assert Message.objects.count() == 0


@pytest.mark.parametrize("token", ["", "x", "IjIwMjYtMDAwMSI:1xx:abc"])
def test_a_confirmation_is_shown_to_nobody_who_only_guesses(client, log, token):
    assert client.get(f"/make-a-request?sent={token}").status_code == 404


def test_a_confirmation_goes_after_a_week(reader, time_machine):
    reader.to_check()
    address = reader.send(go="send")["Location"]
    time_machine.move_to(timezone.now() + dt.timedelta(days=8))

    assert reader.client.get(address).status_code == 404


def test_a_damaged_calendar_keeps_nobody_from_asking(reader, monkeypatch, tmp_path):
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path))
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "2999-01-01.json").write_text("{")

    reader.sent()

    assert Request.objects.get().due_on is not None


def test_where_no_requests_are_taken_nothing_leads_to_a_form(client, log, settings):
    assert b"/make-a-request" in client.get("/log").content
    assert b"/make-a-request" in client.get("/").content

    settings.ANSWERABLE_TAKES_REQUESTS = False
    pages_seen = [client.get(address) for address in ("/search", "/cy/log", "/removals")]

    assert client.get("/make-a-request").status_code == 404
    assert client.post("/make-a-request").status_code == 404
    assert all(b"make-a-request" not in one.content for one in pages_seen)


def test_the_request_is_counted_for_officers_as_any_other(reader):
    reader.sent()

    from answerable.actions.casework import recount_open

    assert recount_open(Doing(keeper("a keeper"), timezone.now(), holidays())) == 0
    assert Message.objects.get().taken_in_by == pages._SOURCE
