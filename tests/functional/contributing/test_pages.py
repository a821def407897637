"""The pages that a link opens: without an account, a cookie, or a word of who asked."""

import io
import logging

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.actions.casework.contributing import files, withdraw_contribution
from answerable.records.casework.models import Contribution, ContributionAnswer, Question
from tests.support.casework import doing_by
from tests.support.contributions import (
    ASKER,
    ASKER_ADDRESS,
    OFFICER,
    REF,
    ask,
    mails,
    on,
    request_with_owner,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(on("10-07"), tick=False):
        yield


@pytest.fixture
def link(settings):
    """Return the path of the link in the mail."""
    request_with_owner()
    ask()
    address = next(line for line in mails()[0].text.splitlines() if "/contributions/" in line)
    assert address.startswith(settings.ANSWERABLE_ADDRESS)
    return address.removeprefix(settings.ANSWERABLE_ADDRESS)


def post(client, address, given, **headers):
    return client.post(address, given, headers=headers)


def send(client, link, text="There are 12.", *uploads):
    chosen = [SimpleUploadedFile(name, data) for name, data in uploads]
    return post(client, link, {"step": "send", "text": text, "attached": chosen})


def test_an_owner_reads_answers_checks_sends_and_is_thanked(client, link):
    page = client.get(link)
    assert page.status_code == 200
    shown = page.content.decode()
    assert "Your help with question 1 of 2025-0001" in shown
    assert "How many printers are there?" in shown
    assert "Wednesday 15 October 2025" in shown
    assert OFFICER.key in shown

    check = post(client, link, {"step": "check", "text": "There are <12>."})
    assert check.status_code == 200
    assert "There are &lt;12&gt;." in check.content.decode()
    assert not ContributionAnswer.objects.exists()

    sent = send(client, link, "There are <12>.", ("a.csv", b"a,b"), ("b.pdf", b"%PDF"))
    assert (sent.status_code, sent.url) == (303, f"{link}sent/")
    thanks = client.get(sent.url).content.decode()
    assert "Your answer to question 1 of 2025-0001 was kept" in thanks
    assert "a.csv" in thanks
    kept = Contribution.objects.get()
    assert (kept.state, kept.text, kept.files.count()) == ("answered", "There are <12>.", 2)


def test_the_words_can_be_changed_before_they_are_sent_and_afterwards(client, link):
    back = post(client, link, {"step": "change", "text": "Twelve"})
    assert ">\nTwelve</textarea>" in back.content.decode().replace("\r", "")
    send(client, link, "Twelve\r\nprinters", ("a.csv", b"a"))

    again = client.get(link).content.decode()
    assert "You answered already" in again
    assert "Twelve\nprinters</textarea>" in again
    check = post(client, link, {"step": "check", "text": "13"}).content.decode()
    assert "These were sent before" in check
    assert "a.csv" in check
    send(client, link, "13")

    assert Contribution.objects.get().text == "13"
    assert ContributionAnswer.objects.count() == 2


def test_somebody_who_is_the_wrong_one_says_so(client, link):
    form = client.get(f"{link}not-for-me/")
    assert "Why is this not for you to answer?" in form.content.decode()

    unsaid = post(client, f"{link}not-for-me/", {"reason": " ", "suggested": "Ann"})
    assert unsaid.status_code == 422
    assert "Error: " in unsaid.content.decode()
    assert "Say why it is not for you to answer" in unsaid.content.decode()
    sent = post(client, f"{link}not-for-me/", {"reason": "I left", "suggested": "Ann"})

    assert sent.status_code == 303
    assert "is not for you" in client.get(sent.url).content.decode()
    assert "You said that this is not for you" in client.get(link).content.decode()
    kept = Contribution.objects.get()
    assert (kept.state, kept.reason, kept.suggested) == ("declined", "I left", "Ann")


def test_nobody_is_thanked_before_they_answered(client, link):
    assert client.get(f"{link}sent/").url == link


def withdraw():
    withdraw_contribution(REF, "1", 1, doing=doing_by(OFFICER, at=on("10-07")))


def put_forward():
    Question.objects.update(stage="drafted")


def much_later():
    Contribution.objects.update(due_on=on("09-01").date())


@pytest.mark.parametrize(
    ("happens", "says"),
    [
        (withdraw, "The question was withdrawn: no answer is needed any more."),
        (put_forward, "This question is not open any more: no answer is needed."),
        (much_later, "This link ended 30 days after the deadline"),
        (lambda: Contribution.objects.update(nonce="x"), "This link was replaced by a newer one"),
        (
            lambda: (Contribution.objects.update(state="answered"), put_forward()),
            "You answered this question, and it is being decided now",
        ),
    ],
)
def test_a_link_that_is_over_says_so_in_one_sentence_and_shows_nothing_else(
    client, link, happens, says
):
    happens()

    for answer in (
        client.get(link),
        client.get(f"{link}not-for-me/"),
        client.get(f"{link}sent/"),
        send(client, link),
        post(client, f"{link}not-for-me/", {"reason": "No"}),
    ):
        assert answer.status_code == 410
        assert says in answer.content.decode()
        assert "printers" not in answer.content.decode()
    assert not ContributionAnswer.objects.exists()


def test_a_forged_link_is_not_there(client, link):
    forged = f"{link[:-4]}xxx/"

    for answer in (client.get(forged), send(client, forged)):
        assert answer.status_code == 404
        assert "This link is not whole, or is none of ours" in answer.content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "null"}, 303),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "http://[broken"}, 403),
    ],
)
def test_a_form_that_says_it_comes_from_elsewhere_is_refused(client, link, headers, status):
    answer = post(client, link, {"step": "send", "text": "12"}, **headers)

    assert answer.status_code == status
    assert ContributionAnswer.objects.exists() is (status == 303)


def test_the_link_is_all_that_a_form_needs(link):
    strict = Client(enforce_csrf_checks=True)

    assert send(strict, link).status_code == 303
    assert post(strict, f"{link}not-for-me/", {"reason": "No"}).status_code == 303


def test_no_page_of_a_link_is_kept_indexed_or_told_elsewhere_or_sets_a_cookie(client, link):
    send(client, link)
    for address in (link, f"{link}not-for-me/", f"{link}sent/", "/contributions/forged/"):
        answer = client.get(address)

        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
        assert not answer.cookies


def test_who_asked_stands_on_no_page_and_in_no_mail_of_an_owner(client, link):
    pages = [client.get(link), client.get(f"{link}not-for-me/")]
    pages.append(post(client, link, {"step": "check", "text": "12"}))
    pages.append(client.get(send(client, link, "12", ("a.csv", b"a")).url))
    pages.append(client.get(link))
    withdraw_words = "".join(f"{one.subject}{one.text}" for one in mails())

    seen = "".join(one.content.decode() for one in pages) + withdraw_words
    assert "printers" in seen
    for part in (*ASKER.split(), *ASKER_ADDRESS.split("@")):
        assert part.casefold() not in seen.casefold()


def test_nothing_said_is_refused_where_it_was_left_out(client, link):
    answer = send(client, link, " ")

    assert answer.status_code == 422
    assert "Write an answer, or attach a file" in answer.content.decode()


def test_a_file_says_it_all(client, link):
    assert send(client, link, "", ("a.csv", b"a")).status_code == 303


@pytest.mark.parametrize(
    ("uploads", "says"),
    [
        ([("a.txt", b"a")] * 21, "That makes 21 files, and there can be 20"),
        ([("a.txt", b"a"), ("big.bin", b"x" * 200_001)], "big.bin is larger than"),
        ([(f"{n}.txt", b"x" * 150_000) for n in range(3)], "The files are larger than"),
        ([("a.txt", b"")], "a.txt is empty"),
    ],
)
def test_too_much_is_refused_and_the_words_stay(client, link, monkeypatch, uploads, says):
    monkeypatch.setattr(files, "MOST_BYTES_OF_A_FILE", 200_000)
    monkeypatch.setattr(files, "MOST_BYTES", 400_000)

    answer = send(client, link, "Precious words", *uploads)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Precious words" in answer.content.decode()
    assert not ContributionAnswer.objects.exists()


def test_an_upload_stops_where_the_limit_is_and_not_where_it_ends(client, link, monkeypatch):
    from answerable.web.contributing import uploads

    kept = []
    monkeypatch.setattr(files, "MOST_BYTES_OF_A_FILE", 100_000)
    monkeypatch.setattr(
        uploads.Counting,
        "receive_data_chunk",
        lambda self, data, start, whole=uploads.Counting.receive_data_chunk: (
            kept.append(len(whole(self, data, start))) or data
        ),
    )

    send(client, link, "Words", ("big.bin", b"x" * 3_000_000))

    assert sum(kept) <= 100_000


def test_what_says_it_is_huge_is_not_read(client, link):
    answer = client.post(
        link, io.BytesIO(b"x").read(), content_type="text/plain", CONTENT_LENGTH=str(10**12)
    )

    assert answer.status_code == 413
    assert "nothing of it was kept" in answer.content.decode()


def test_words_longer_than_a_form_takes_are_refused(client, link):
    long = post(client, link, {"step": "check", "text": "x" * 500_001})
    longer = post(client, link, {"step": "check", "text": "x" * 3_000_000})

    assert long.status_code == 422
    assert "must have 500,000 characters or fewer" in long.content.decode()
    assert longer.status_code == 413


def test_odd_signs_are_kept_as_far_as_a_database_keeps_them(client, link):
    words = "Ŵyl\0 \u202e שלום 🖨"

    assert send(client, link, words, ("a\0b.txt", b"a")).status_code == 303

    assert Contribution.objects.get().text == words.replace("\0", " ")


def test_nothing_that_an_owner_said_stands_in_a_log(client, link, caplog):
    with caplog.at_level(logging.DEBUG):
        send(client, link, "Secret words", ("secret.txt", b"secret"))

    assert "ecret" not in caplog.text


def test_only_what_a_page_is_for_can_be_done_with_it(client, link):
    assert client.put(link).status_code == 405
    assert client.post(f"{link}sent/").status_code == 405
