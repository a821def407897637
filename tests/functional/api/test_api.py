"""The API: a request comes in once, dates are dates, and every refusal is said in plain words."""

import datetime as dt
import json

import pytest

from answerable.actions.asking import Rate
from answerable.actions.casework.api_keys import end_api_key, make_api_key
from answerable.api import requests as module
from answerable.api.doors import described
from answerable.records.casework.models import ApiKey, Message, Request, Requester
from tests.support.casework import doing_by
from tests.support.pages import table

pytestmark = pytest.mark.django_db

ANN = {"name": "Ann Example", "email": "Ann@example.org", "text": "1. How many?\n2. Who pays?"}
CANARY = "Zanzibar-Quetzal"


@pytest.fixture(autouse=True)
def _a_day_in_november(time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC))


@pytest.fixture
def key():
    return make_api_key("a form", doing=doing_by())


@pytest.fixture
def post(client, key):
    """Return what posts to the API with a key, and gives the answer."""

    def posting(said, *, idempotency="1", bearer=key, **headers):
        headers = {"authorization": f"Bearer {bearer}", "idempotency-key": idempotency, **headers}
        data = said if isinstance(said, bytes | str) else json.dumps(said)
        return client.post(
            "/api/requests",
            data,
            content_type="application/json",
            headers={name: value for name, value in headers.items() if value is not None},
        )

    return posting


@pytest.fixture
def get(client, key):
    """Return what asks how far a request is."""

    def getting(reference, *, bearer=key):
        return client.get(
            f"/api/requests/{reference}", headers={"authorization": f"Bearer {bearer}"}
        )

    return getting


def test_a_request_comes_in_with_its_reference_due_date_and_questions(post, get):
    response = post({**ANN, "answer_as": "Large print", "language": "cy", "subject": "Pens"})

    assert response.status_code == 201
    assert response.json() == {
        "reference": "2026-0001",
        "received_on": "2026-11-25",
        "due_on": "2026-12-24",
        "calendar": response.json()["calendar"],
        "questions": [
            {"label": "1", "text": "How many?"},
            {"label": "2", "text": "Who pays?"},
        ],
    }
    request = Request.objects.get()
    assert (request.channel, request.language, request.title) == ("api", "cy", "Pens")
    assert Requester.objects.get().address == "ann@example.org"
    assert Message.objects.get().taken_in_by == "api key a form"
    state = get("2026-0001").json()
    assert state == {
        "reference": "2026-0001",
        "stage": "open",
        "received_on": "2026-11-25",
        "due_on": "2026-12-24",
        "calendar": state["calendar"],
    }


def test_sent_again_it_changes_nothing_and_says_the_same(post, time_machine):
    first = post(ANN)
    time_machine.move_to(dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC))
    again = post(ANN)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Request.objects.count() == 1


def test_the_same_key_with_other_content_is_refused(post):
    post(ANN)

    response = post({**ANN, "text": "Something else?"})

    assert response.status_code == 409
    assert "2026-0001" in response.json()["detail"]
    assert Request.objects.count() == 1


def test_the_same_key_of_two_systems_means_two_requests(post):
    other = make_api_key("another", doing=doing_by())

    assert [post(ANN).status_code, post(ANN, bearer=other).status_code] == [201, 201]


def test_only_what_a_key_brought_in_is_told_to_it(post, get):
    post(ANN)
    other = make_api_key("another", doing=doing_by())

    assert get("2026-0001", bearer=other).status_code == 404
    assert get("2026-0002").status_code == 404
    assert get("..%2F").status_code == 404


@pytest.mark.parametrize("bearer", ["", "x", "answerable_x", "\u00e9", "ended"])
def test_without_a_key_that_is_in_use_nobody_comes_in(post, get, key, bearer):
    if bearer == "ended":
        bearer = key
        end_api_key("a form", doing=doing_by())

    response = post(ANN, bearer=bearer)

    assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer KEY" in response.json()["detail"]
    assert get("2026-0001", bearer=bearer).status_code == 401
    assert Message.objects.count() == 0


WRONG = [
    ({**ANN, "received_on": 0}, "received_on", "a day is written as 2026-11-25"),
    ({**ANN, "received_on": "0"}, "received_on", "a day is written as"),
    ({**ANN, "received_on": 1764028800}, "received_on", "a day is written as"),
    ({**ANN, "received_on": "2026-11-25T10:00:00"}, "received_on", "a day is written as"),
    ({**ANN, "received_on": "2026-02-30"}, "received_on", "there is no such day"),
    ({**ANN, "received_on": "2026-11-26"}, "received_on", "the day has not come yet"),
    ({**ANN, "received_on": True}, "received_on", "a day is written as"),
    ({**ANN, "text": ""}, "text", "it is empty"),
    ({**ANN, "text": " \n "}, "text", "it is not in the form"),
    ({**ANN, "text": 7}, "text", "it must be text"),
    ({**ANN, "text": None}, "text", "it must be text"),
    ({**ANN, "text": "w" * 100_001}, "text", "it is longer than 100000 characters"),
    ({**ANN, "name": "   "}, "name", "it is not in the form"),
    ({**ANN, "email": CANARY}, "email", "it is not in the form"),
    ({**ANN, "email": "a@b.example\nBcc: c@d.example"}, "email", "it is not in the form"),
    ({**ANN, "language": CANARY}, "language", "it must be one of 'en' or 'cy'"),
    ({**ANN, "kind": ["information"]}, "kind", "it must be one of"),
    ({**ANN, CANARY: 1}, "an unknown field", "there is no such field"),
    ({"name": "Ann", "text": "How many?"}, "the whole", "needs an email or a postal_address"),
    ({"email": "a@b.example"}, "name", "it is missing"),
    ([], "the whole", "it must be a JSON object"),
    (None, "the whole", "it must be a JSON object"),
    ("[]", "the whole", "it must be a JSON object"),
]


@pytest.mark.parametrize(("said", "field", "problem"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said_of_its_field_and_repeats_nothing(post, said, field, problem):
    response = post(said)

    wrong = {one["field"]: one["problem"] for one in response.json()["fields"]}
    assert response.status_code == 422
    assert problem in wrong[field]
    assert CANARY not in response.content.decode()
    assert Message.objects.count() == 0


def test_what_is_no_json_or_has_no_key_of_its_own_is_refused(post):
    for said, idempotency in (("{", "1"), (b"\xff", "1"), (ANN, None), (ANN, ""), (ANN, "k" * 201)):
        response = post(said, idempotency=idempotency)

        assert response.status_code == 400
        assert response.json()["detail"].startswith("Nothing was taken in")
    assert Message.objects.count() == 0


def test_what_is_too_large_is_refused_unread(post):
    response = post({**ANN, "text": "w" * 2_700_000})

    assert response.status_code == 413
    assert "2.5 MB" in response.json()["detail"]


def test_too_often_is_refused_with_when_to_go_on(post, monkeypatch):
    monkeypatch.setattr(module, "RATE", Rate("api", 1, 9, dt.timedelta(minutes=10)))
    post(ANN)

    response = post(ANN, idempotency="2")

    assert (response.status_code, int(response["Retry-After"]) > 0) == (429, True)
    assert Request.objects.count() == 1


ODD = ["How\0 many\0?", "🚁 Faint o ddronau?", "كم عدد؟ \u202eabc", "<script>alert(1)</script>?"]


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_asked_comes_in(post, text):
    response = post({**ANN, "name": "Siân Ŵyn 🚁", "text": text})

    assert response.status_code == 201
    assert Message.objects.get().text == text.replace("\0", " ")


def test_five_hundred_questions_come_in(post):
    text = "\n".join(f"{n}. How many in {n}?" for n in range(1, 501))

    assert len(post({**ANN, "text": text}).json()["questions"]) == 500


def test_a_day_before_today_is_the_day_of_receipt(post):
    assert post({**ANN, "received_on": "2026-11-02"}).json()["received_on"] == "2026-11-02"


def test_nothing_else_can_be_done(client, post, get):
    assert client.get("/api/requests").status_code == 405
    assert client.delete("/api/requests/2026-0001").status_code == 405
    assert client.get("/api/").status_code == 404


def test_where_no_requests_are_taken_there_is_no_api(client, post, get, settings):
    settings.ANSWERABLE_TAKES_REQUESTS = False

    assert [post(ANN).status_code, get("2026-0001").status_code] == [404, 404]
    assert client.get("/api/openapi.json").status_code == 404


def test_the_page_says_what_the_description_says(client):
    schema = client.get("/api/openapi.json").json()
    new = schema["components"]["schemas"]["NewRequest"]
    fields = table("reference/api.md", "Bring a request in")
    operations = {
        (method.upper(), address): operation
        for address, methods in schema["paths"].items()
        for method, operation in methods.items()
    }
    refusals = {int(row["status"]) for row in table("reference/api.md", "Refusals")}

    assert schema["openapi"] == "3.1.0"
    assert schema == json.loads(json.dumps(described()))
    assert {row["field"].strip("`") for row in fields} == set(new["properties"])
    assert {row["field"].strip("`") for row in fields if row["must be given"] == "yes"} == set(
        new["required"]
    )
    assert {
        (row["method"], row["address"].strip("`")) for row in table("reference/api.md", "Addresses")
    } == set(operations)
    said = {int(one) for operation in operations.values() for one in operation["responses"]}
    assert said - {200, 201} == refusals


def test_a_key_is_kept_as_its_digest_only(key):
    kept = ApiKey.objects.get()

    assert key not in (kept.digest, kept.name, kept.made_by)
    assert len(key) > 40
