"""Whatever comes in becomes a request, or is refused in plain words: and officers can work on it then."""

import io
import json
import zipfile

import pytest

from answerable.actions.casework import (
    accept_request,
    assign_request,
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.api_keys import make_api_key
from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.records.casework.models import Message, Request, VisitCount
from tests.functional.asking.conftest import Reader
from tests.functional.casework.conftest import seen
from tests.functional.conftest import run  # noqa: F401 a fixture
from tests.functional.public.conftest import log  # noqa: F401 a fixture
from tests.support.casework import CHECKER, DISCLOSED, INTAKE, MANAGER, OFFICER, doing_by
from tests.support.letters import make_mail

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("october", "office")]

MANY = "\n".join(f"{number}. How many of kind {number} have you?" for number in range(1, 501))
LONG = "How many?\n" + "What is meant is this, and that as well. " * 125_000
STRANGE = (
    "1. Faint o ddronau sydd gan Siân Ŵyn? 🚁👩🏽‍🚒\n2. \u202eWhy\u202c?\n3. A\ufeff\u200bB \ud7ff?"
)


def bomb():
    """Return a small archive that is 200 MB when it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(200_000_000))
    return packed.getvalue()


def raw(*headers, body=b"1. How many?\r\n2. Who pays?\r\n"):
    """Return a message as bytes that no library would write."""
    head = [b"From: a.person@example.org", b"Message-ID: <1@example.org>", *headers]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


MAILS = {
    "nothing at all": b"",
    "an empty text": make_mail(text="", Subject=None),
    "five megabytes": make_mail(text=LONG),
    "HTML alone": raw(
        b"Content-Type: text/html; charset=utf-8",
        body=b"<style>p{}</style><p>1. How many?<p>2. <b>Who</b> pays?<script>alert(1)</script>",
    ),
    "an unknown charset": raw(b"Content-Type: text/plain; charset=x-klingon", body=b"How m\xe2ny?"),
    "NUL bytes": raw(b"Subject: a\0b", body=b"1. How\0 many?\r\n2. \0Who pays?\r\n"),
    "no sender": make_mail(From=None),
    "no date": raw(b"Date: the day before yesterday"),
    "a date of another age": raw(b"Date: Mon, 06 Oct 9999 09:30:00 +0100"),
    "an archive that bursts": make_mail(files=(("bomb.zip", bomb()),)),
    "five hundred questions": make_mail(text=MANY),
    "emoji and Welsh": make_mail(text=STRANGE, From="Siân Ŵyn 🚁 <sian@example.org>"),
    "broken headers": raw(b"Subject: =?utf-8?b?!!!?=", b"From: <<>>", b"\xff\xfe: x"),
    "broken parts": raw(b'Content-Type: multipart/mixed; boundary="x"', body=b"--x\r\n--y\r\n\0"),
}
TEXTS = {
    "an empty text": "",
    "blanks": " \n\t ",
    "five megabytes": LONG,
    "NUL bytes": "1. How\0 many?\n2. \0Who pays?",
    "five hundred questions": MANY,
    "emoji and Welsh": STRANGE,
    "script": "<script>alert(1)</script>{{ 1 }}{% x %} ' -- 1. How many?",
}
REFUSED = {"an empty text", "blanks", "five megabytes"}


def works(as_, reference):
    """Check that every page of a request can be worked on, from its case page to its letter's preview."""
    page = f"/requests/{reference}/"
    assign_request(reference, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(reference, doing=doing_by(OFFICER))
    labels = list(
        Request.objects.get(reference=reference).questions.values_list("label", flat=True)
    )
    some = [*labels[:2], *labels[-1:]][: len(labels)]
    for label in dict.fromkeys(some):
        write_decision(reference, label, DISCLOSED, doing=doing_by(OFFICER))
        put_forward(reference, [label], doing=doing_by(OFFICER))
        check_draft(reference, [label], doing=doing_by(CHECKER))
        clear_draft(reference, [label], doing=doing_by(MANAGER))
    rebuild_casework_index()
    browser = as_(OFFICER)
    for part in ("", "questions/", "clearance/", "events/", "files/", "letter/", "assignment/"):
        assert "<script>alert" not in seen(browser.get(f"{page}{part}"))
    for label in some:
        assert "<script>alert" not in seen(browser.get(f"{page}questions/{label or '-'}/"))
    for other in ("/requests/", "/work/", "/requests/search/?q=many"):
        seen(browser.get(other))
    assert reference in b"".join(browser.get("/requests.csv")).decode()
    if labels:
        assert browser.get(f"{page}letter/answer.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("kind", MAILS)
def test_a_mail_becomes_a_request_that_can_be_answered(run, tmp_path, as_, kind):  # noqa: F811 a fixture
    file = tmp_path / "a.eml"
    file.write_bytes(MAILS[kind])

    code, said, errors = run("take-in", str(file))

    assert (code, errors) == (0, ""), errors
    assert bytes(Message.objects.get().raw) == MAILS[kind]
    reference = Request.objects.get().reference
    assert f"request {reference}" in said
    works(as_, reference)


def test_a_reply_from_another_address_is_filed_and_said_to_be_so(run, tmp_path, as_):  # noqa: F811 a fixture
    first, reply = tmp_path / "1.eml", tmp_path / "2.eml"
    first.write_bytes(make_mail())
    reply.write_bytes(
        make_mail(
            text="And <script>alert(1)</script> pens?",
            From="b@elsewhere.example",
            Message_ID="<2@elsewhere.example>",
            In_Reply_To="<1@example.org>",
        )
    )

    run("take-in", str(first))
    code, said, _ = run("take-in", str(reply))

    assert (code, Request.objects.count(), Message.objects.count()) == (0, 1, 2)
    assert "It came from another address" in said
    works(as_, Request.objects.get().reference)
    assert "It came from another address" in seen(as_(OFFICER).get("/requests/2025-0001/"))


@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_typed_into_the_public_form_is_a_request_or_is_refused(client, log, as_, kind):  # noqa: F811 a fixture
    reader = Reader(client)

    reader.to_check(text=TEXTS[kind])

    if kind in REFUSED:
        assert 200 <= reader.page.status_code < 500
        assert not Message.objects.exists()
        assert (
            "There is a problem" in reader.page.content.decode() or reader.page.status_code == 413
        )
        return
    reader.send(go="send")
    assert reader.page.status_code == 303
    works(as_, Request.objects.get().reference)
    assert VisitCount.objects.count() <= 10


@pytest.mark.parametrize("kind", TEXTS)
def test_what_another_system_sends_is_a_request_or_is_refused(client, as_, kind):
    key = make_api_key("a form", doing=doing_by())
    said = {"name": "Siân Ŵyn 🚁", "email": "sian@example.org", "text": TEXTS[kind]}

    answer = client.post(
        "/api/requests",
        json.dumps(said),
        content_type="application/json",
        headers={"authorization": f"Bearer {key}", "idempotency-key": "1"},
    )

    if kind in REFUSED:
        assert answer.status_code in (413, 422)
        assert answer.json()["detail"]
        assert not Message.objects.exists()
        return
    assert answer.status_code == 201, answer.content[:500]
    works(as_, answer.json()["reference"])


@pytest.mark.parametrize("kind", TEXTS)
def test_what_intake_staff_type_is_a_request_or_is_refused(as_, kind):
    typed = {
        "key": "a key",
        "channel": "post",
        "received_on_day": "6",
        "received_on_month": "10",
        "received_on_year": "2025",
        "name": "Siân Ŵyn 🚁",
        "kind": "information",
        "language": "en",
        "text": TEXTS[kind],
    }

    answer = as_(INTAKE).post("/requests/new/", typed)

    if kind in REFUSED:
        assert answer.status_code in (400, 413, 422)
        assert not Message.objects.exists()
        return
    assert answer.status_code == 302
    works(as_, Request.objects.get().reference)


def test_five_hundred_questions_cost_the_database_no_more_than_a_few(
    run,  # noqa: F811 a fixture
    tmp_path,
    as_,
    django_assert_max_num_queries,
):
    file = tmp_path / "a.eml"
    file.write_bytes(make_mail(text=MANY))
    code, _, _ = run("take-in", str(file))
    assert code == 0
    works(as_, "2025-0001")
    browser = as_(OFFICER)

    for page in ("", "questions/", "clearance/", "letter/", "events/", "files/", "questions/250/"):
        with django_assert_max_num_queries(35):
            seen(browser.get(f"/requests/2025-0001/{page}"))
    for page in ("/requests/", "/work/", "/requests/search/?q=many"):
        with django_assert_max_num_queries(35):
            seen(browser.get(page))
