"""Officers enter what comes by post or telephone: once, with its scans, and warned of what came already."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.casework import entering as action
from answerable.actions.casework.entering import EntryRefused, enter_request
from answerable.domain.roles import MoveNotAllowed, Role
from answerable.reading.request_forms import RequestForm
from answerable.records.casework.models import Message, MessageFile, Request, Requester
from tests.support.accounts import make_person
from tests.support.casework import doing_by

pytestmark = pytest.mark.django_db

PAGE = "/requests/new/"
TYPED = {
    "key": "a key",
    "channel": "post",
    "received_on_day": "2",
    "received_on_month": "11",
    "received_on_year": "2026",
    "name": "Siân Ŵyn 🚁",
    "address": "",
    "postal": "1 Stryd Fawr\r\nBangor",
    "kind": "information",
    "language": "cy",
    "text": "1. Faint o ddronau?\r\n2. Pwy sy’n talu?",
    "answer_as": "",
}


@pytest.fixture(autouse=True)
def _a_day_in_november(time_machine, settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    time_machine.move_to(dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC))


@pytest.fixture
def desk(client):
    """Return the client of somebody who takes requests in."""
    client.force_login(make_person("ina@body.example", name="Ina Intake", roles=(Role.INTAKE,)))
    return client


def scan(data=b"%PDF-1.7", name="letter.pdf"):
    return SimpleUploadedFile(name, data, content_type="application/pdf")


def test_a_letter_is_entered_with_its_scan_and_leads_to_its_request(desk):
    page = desk.get(PAGE).content.decode()
    response = desk.post(PAGE, {**TYPED, "scans": [scan(), scan(name="page 2.pdf")]})

    assert "Enter a request" in page
    assert response["Location"] == "/requests/2026-0001/"
    request, message = Request.objects.get(), Message.objects.get()
    assert (request.channel, request.received_on) == ("post", dt.date(2026, 11, 2))
    assert (request.language, request.due_on) == ("cy", dt.date(2026, 12, 1))
    assert Requester.objects.get().postal == "1 Stryd Fawr\nBangor"
    assert message.taken_in_by == "ina@body.example"
    assert [one.text for one in request.questions.order_by("place")] == [
        "Faint o ddronau?",
        "Pwy sy’n talu?",
    ]
    assert [(one.name, bytes(one.data)) for one in MessageFile.objects.order_by("place")] == [
        ("letter.pdf", b"%PDF-1.7"),
        ("page 2.pdf", b"%PDF-1.7"),
    ]


def test_the_same_page_sent_twice_is_one_request(desk):
    first, again = (desk.post(PAGE, TYPED)["Location"] for _ in range(2))

    assert first == again
    assert Request.objects.count() == 1


@pytest.mark.parametrize("text", [TYPED["text"], ""], ids=["words", "scan"])
def test_the_same_entered_on_another_page_is_warned_of_and_can_be_entered(desk, text):
    typed = {**TYPED, "text": text}
    desk.post(PAGE, {**typed, "scans": scan()})

    warned = desk.post(PAGE, {**typed, "key": "2", "scans": scan()})
    page = warned.content.decode()

    assert warned.status_code == 409
    assert 'href="/requests/2026-0001/"' in page
    assert "Choose the scans again" in page
    assert "Siân Ŵyn 🚁" in page
    assert Request.objects.count() == 1
    sure = {**typed, "key": "2", "scans": scan(), "is_sure": "yes"}
    assert desk.post(PAGE, sure)["Location"] == "/requests/2026-0002/"


def test_the_same_words_of_another_day_need_no_warning(desk, time_machine):
    desk.post(PAGE, TYPED)
    time_machine.move_to(dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC))
    # Whoever signed in yesterday may have to come in again.
    ina = Message.objects.get().taken_in_by
    desk.force_login(make_person(f"2{ina}", roles=(Role.INTAKE,)))

    assert desk.post(PAGE, {**TYPED, "key": "2"}).status_code == 302


def test_a_restricted_request_is_shown_to_nobody_by_a_warning(desk):
    desk.post(PAGE, TYPED)
    Request.objects.update(is_restricted=True)

    response = desk.post(PAGE, {**TYPED, "key": "2"})

    assert response["Location"] == "/requests/2026-0002/"


WRONG = [
    ({"channel": ""}, "Select how it came", "channel_0"),
    ({"channel": "pigeon"}, "Select a valid choice", "channel_0"),
    ({"received_on_year": ""}, "must include a year", "received_on_0"),
    ({"received_on_day": "26"}, "has not come yet", "received_on_0"),
    ({"received_on_month": "13"}, "must be a real date", "received_on_0"),
    ({"text": " \n"}, "or attach a scan of it", "text"),
    ({"text": "w" * 100_001}, "shorten it to 100,000", "text"),
    ({"address": "nowhere"}, "Enter an e-mail address like", "address"),
    ({"address": "a b@c.example"}, "Enter an e-mail address like", "address"),
    ({"scans": scan(b"", "empty.pdf")}, "empty.pdf is empty", "scans"),
    ({"scans": [scan()] * 21}, "There are 21 files: attach 20 at most", "scans"),
]


@pytest.mark.parametrize(("typed", "words", "field"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, typed, words, field):
    response = desk.post(PAGE, {**TYPED, **typed})
    page = response.content.decode()

    assert response.status_code == 422
    assert words in page
    assert f'href="#id_{field}"' in page
    assert "Siân Ŵyn 🚁" in page
    assert Message.objects.count() == 0


def test_scans_that_are_too_large_are_refused(desk, monkeypatch):
    monkeypatch.setattr(action, "MOST_BYTES", 10)

    page = desk.post(PAGE, {**TYPED, "scans": scan(b"%PDF" * 5)}).content.decode()

    assert "attach 0 MB at most" in page


@pytest.mark.parametrize("roles", [(Role.CHECKER,), (Role.AUDITOR,), (Role.ADMINISTRATOR,)])
def test_it_is_for_those_who_take_requests_in(client, roles):
    client.force_login(make_person("ada@body.example", roles=roles))

    for response in (client.get(PAGE), client.post(PAGE, TYPED)):
        assert response.status_code == 403
        assert "Taking requests in is for intake staff" in response.content.decode()
    assert Message.objects.count() == 0


ODD = [
    {"text": "How\0 many\0?", "name": "A\0"},
    {"name": "", "postal": ""},
    {"text": "كم عدد؟ \u202eabc"},
    {"text": "\r\n".join(f"{n}. How many in {n}?" for n in range(1, 501))},
    {"scans": scan(name="ŵ" * 300 + ".pdf")},
]


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_whatever_came_comes_in(desk, typed):
    assert desk.post(PAGE, {**TYPED, **typed}).status_code == 302
    assert Request.objects.count() == 1
    assert "could not be read" not in str(Message.objects.get().problems)


def test_the_action_refuses_by_itself_what_the_page_would():
    form = RequestForm(name="A", text="How many?", received_on=dt.date(2025, 10, 1))

    with pytest.raises(EntryRefused, match="Say how it came"):
        enter_request(form, channel="web", key="k", doing=doing_by())
    with pytest.raises(EntryRefused, match="Enter the day"):
        enter_request(RequestForm(text="?"), channel="post", key="k", doing=doing_by())


def test_who_may_not_take_requests_in_is_refused_by_the_action():
    from answerable.domain.roles import Actor

    auditor = Actor("a@body.example", "A", frozenset({Role.AUDITOR}))
    form = RequestForm(name="A", text="How many?", received_on=dt.date(2025, 10, 1))

    with pytest.raises(MoveNotAllowed):
        enter_request(form, channel="post", key="k", doing=doing_by(auditor))
