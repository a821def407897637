"""Whatever comes in is kept first, read once, and becomes a request or belongs to one."""

import datetime as dt

import pytest
from django.db import DataError

from answerable.actions.casework import (
    Arrival,
    RequestNotFound,
    read_waiting,
    reading_messages,
    store_message,
)
from answerable.actions.casework import taking_in as module
from answerable.domain.clock import ClockRefused
from answerable.queries.casework import open_requests
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import Message, Question, Request
from tests.support.casework import AT, TABLE, arrive, doing_by, page, record
from tests.support.letters import ASKED, make_mail

pytestmark = pytest.mark.django_db


def test_a_mail_becomes_a_request_with_numbered_questions_and_clocks():
    data = make_mail(files=[("plan.pdf", b"%PDF-1.7")])

    (taken,) = arrive(data)

    shown = page()
    assert (taken.reference, taken.is_new, taken.questions, taken.problems) == (
        "2025-0001",
        True,
        2,
        (),
    )
    assert (shown.row.title, shown.row.received_on) == ("Printers", dt.date(2025, 10, 6))
    assert [(one.label, one.printed, one.text) for one in shown.questions] == [
        ("1", "1.", "How many printers do you have?"),
        ("2", "2.", "Who mends them?"),
    ]
    assert {str(one.clock.due_on) for one in shown.questions} == {"2025-11-03"}
    assert shown.messages[0].files == ("plan.pdf",)
    assert bytes(Message.objects.get().raw) == data


def test_what_no_database_stores_keeps_nobody_waiting():
    broken = make_mail(files=[("a.pdf", b"%PDF")]).replace(
        b"Content-Type: application/octet-stream", b"Content-Type: a/b\x00c"
    )
    store_message(broken, Arrival("b\udce9\0.eml", sender="\0"), by="\0", at=AT)
    store_message(make_mail(Message_ID="<2@x.example>"), Arrival("b.eml"), by="A", at=AT)

    assert [one.is_new for one in read_waiting(doing=doing_by())] == [True, True]


def test_a_message_that_cannot_be_stored_as_read_becomes_a_request_all_the_same(monkeypatch):
    store_message(make_mail(), Arrival("a.eml"), by="A", at=AT)
    whole = module._keep_words

    def fail(message, mail):
        if mail.text:
            raise DataError
        whole(message, mail)

    monkeypatch.setattr(module, "_keep_words", fail)

    (taken,) = read_waiting(doing=doing_by())

    assert (taken.is_new, taken.questions) == (True, 0)
    assert "look at the raw message" in taken.problems[0]


def test_a_reference_has_the_year_in_which_it_came():
    (taken,) = arrive(make_mail(Date="Mon, 01 Jan 1900 09:30:00 +0000"))

    assert taken.reference == "2025-0001"


HEAD = b"From: a@example.org\r\nDate: Mon, 06 Oct 2025 09:30:00 +0100\r\n"
ODD = [
    (b"", 0, "names no sender"),
    (make_mail(text=""), 0, "holds no text"),
    (make_mail(From=None), 2, "names no sender"),
    (make_mail(Date="yesterday"), 2, "no date that can be read"),
    (make_mail(Date="Mon, 06 Oct 2036 09:30:00 +0100"), 2, "after it came"),
    (make_mail(Date="Mon, 06 Oct 2003 09:30:00 +0100"), 2, "long before it was taken in"),
    (HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\nHow many?", 1, "'klingon'"),
    (HEAD + b"Content-Type: text/html\r\n\r\n<p>How many?</p><p>Who pays?</p>", 2, ""),
    (HEAD + b"\r\nHow\x00 many\x00?", 1, ""),
    (make_mail(text="".join(f"{number}. How many?\n" for number in range(1, 501))), 500, ""),
    (make_mail(text="Sut mae? 🚁 Faint o ddronau?", From="Siân Ŵyn 🚁 <s@example.org>"), 2, ""),
    (make_mail(files=[("bomb.zip", b"PK\x03\x04" + b"\0" * 1000)]), 2, ""),
    (make_mail(text="word " * 990_000), 1, ""),
    (bytes(range(256)) * 4, 1, "names no sender"),
    (make_mail(Auto_Submitted="auto-replied"), 2, "A machine sent it"),
]


@pytest.mark.parametrize(("data", "count", "words"), ODD, ids=range(len(ODD)))
def test_whatever_comes_in_becomes_a_request(data, count, words):
    (taken,) = arrive(data)

    assert taken.is_new
    assert taken.questions == count
    assert (any(words in one for one in taken.problems)) if words else taken.problems == ()
    assert bytes(Message.objects.get().raw) == data
    assert page(taken.reference) is not None


def test_a_message_that_breaks_its_reader_becomes_a_request_for_a_person_to_look_at(monkeypatch):
    def fail(_):
        raise RuntimeError("a bug")

    monkeypatch.setattr(reading_messages, "mail_of", fail)

    (taken,) = arrive(make_mail())

    assert (taken.is_new, taken.questions) == (True, 0)
    assert "look at the raw message" in taken.problems[0]
    assert open_requests(table=TABLE)[0].reference == taken.reference


def test_a_letter_comes_in_with_what_the_officer_says_of_it():
    (taken,) = arrive(
        ASKED.encode(),
        name="letter.txt",
        channel="post",
        on=dt.date(2025, 10, 3),
        sender="A. Person",
    )

    shown = page(taken.reference)
    assert (shown.row.channel, shown.row.received_on) == ("post", dt.date(2025, 10, 3))
    assert shown.row.title == "How many printers do you have?"
    assert Request.objects.get().requester.name == "A. Person"


def test_a_channel_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="pigeon"):
        store_message(b"How many?", Arrival("a.txt", "pigeon"), by="an officer", at=AT)


def test_what_was_kept_before_a_crash_is_read_afterwards():
    store_message(make_mail(), Arrival("a.eml"), by="an officer", at=AT)
    assert Request.objects.count() == 0

    (taken,) = read_waiting(doing=doing_by())

    assert taken.reference == "2025-0001"


def test_a_reading_that_fails_half_way_leaves_the_message_waiting(monkeypatch):
    store_message(make_mail(), Arrival("a.eml"), by="an officer", at=AT)

    def fail(*_, **__):
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(module, "record", fail)
        with pytest.raises(RuntimeError):
            list(read_waiting(doing=doing_by()))
    assert (Request.objects.count(), Question.objects.count()) == (0, 0)

    assert [one.reference for one in read_waiting(doing=doing_by())] == ["2025-0001"]


def test_references_count_each_year_by_itself():
    arrive(make_mail())
    (later,) = arrive(
        make_mail(Message_ID="<9@x.example>", Date="Tue, 06 Jan 2026 09:30:00 +0000"),
        at=dt.datetime(2026, 1, 6, 10, tzinfo=dt.UTC),
    )
    (second,) = arrive(make_mail(Message_ID="<8@x.example>", Subject="More"))

    assert (later.reference, second.reference) == ("2026-0001", "2025-0002")


def test_one_person_who_asks_twice_is_one_requester():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@example.org>", Subject="Pens", text="How many pens?"))

    assert len({one.requester_id for one in Request.objects.all()}) == 1


def test_what_happens_to_one_question_moves_its_clock_alone():
    arrive(make_mail())

    assert record("clarification:2025-10-08", labels=["2"]) == ("2",)
    first, second = page().questions

    assert (str(first.clock.due_on), second.clock.due_on) == ("2025-11-03", None)
    assert open_requests(table=TABLE)[0].work_to == dt.date(2025, 11, 3)


def test_a_request_is_open_until_every_question_is_answered():
    arrive(make_mail())

    record("answered:2025-10-20", labels=["1"])
    half = open_requests(table=TABLE)[0]
    record("answered:2025-11-04", labels=["2"])

    assert (half.open_questions, half.questions) == (1, 2)
    assert open_requests(table=TABLE) == ()
    assert [one.clock.is_late for one in page().questions] == [False, True]


def test_what_cannot_have_happened_is_recorded_for_none():
    arrive(make_mail())
    record("answered:2025-10-20", labels=["2"])

    with pytest.raises(ClockRefused, match="2025-0001, question 2: The answer was sent"):
        record("clarification:2025-10-21")

    assert str(page().questions[0].clock.due_on) == "2025-11-03"


@pytest.mark.parametrize(
    ("reference", "labels", "words"),
    [("1999-0001", [], "no request 1999-0001"), ("2025-0001", ["9"], "no question 9: it has 1, 2")],
)
def test_what_is_not_there_is_refused_by_name(reference, labels, words):
    arrive(make_mail())

    with pytest.raises(RequestNotFound, match=words):
        record("answered:2025-10-20", reference=reference, labels=labels)


def test_the_list_has_the_most_urgent_first_and_can_end_at_a_day():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", Subject="Pens"))
    record("pit_extension_notice:2025-10-20")

    every = [row.reference for row in open_requests(table=TABLE)]
    due = [row.reference for row in open_requests(table=TABLE, due_by=dt.date(2025, 11, 3))]

    assert every == ["2025-0002", "2025-0001"]
    assert due == ["2025-0002"]


def test_the_ledger_tells_what_came_in_and_names_nobody():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@example.org>", In_Reply_To="<1@example.org>", text="Any news?"))
    record("answered:2025-10-20")

    rows = ledger_rows()

    assert [row.action for row in rows] == ["request taken in", "message filed", "event recorded"]
    assert all(row.subject == "request 2025-0001" for row in rows)
    assert "person" not in repr(rows).lower()
    assert "printers" not in repr(rows).lower()
    assert list(checked_lines())[-1].holds


def test_a_request_is_shown_with_a_few_queries(django_assert_max_num_queries):
    arrive(make_mail(text="".join(f"{number}. How many?\n" for number in range(1, 41))))

    with django_assert_max_num_queries(7):
        assert len(page().questions) == 40
    for number in range(2, 8):
        arrive(make_mail(Message_ID=f"<{number}@x.example>", In_Reply_To="<1@example.org>",
                         files=[("a.pdf", b"%PDF"), ("b.pdf", b"%PDF")]))  # fmt: skip
    with django_assert_max_num_queries(7) as asked:
        assert [one.files for one in page().messages[1:]] == [("a.pdf", "b.pdf")] * 6
    assert [one["sql"] for one in asked if '"raw"' in one["sql"] or '"data"' in one["sql"]] == []
    with django_assert_max_num_queries(3):
        assert open_requests(table=TABLE)[0].open_questions == 40
