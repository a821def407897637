"""A message finds the request that it belongs to; in doubt it is a request of its own."""

import pytest

from answerable.actions.casework import (
    Arrival,
    RequestNotFound,
    make_own_request,
    mark_seen,
    read_waiting,
    restrict_request,
    store_message,
)
from answerable.domain.roles.people import keeper
from answerable.queries.casework import open_requests
from answerable.queries.casework.situations import situation_of
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Message, Question, Request
from tests.support.casework import AT, MANAGER, TABLE, arrive, doing_by, page, record
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


def test_the_same_message_twice_is_one_request():
    arrive(make_mail())

    assert store_message(make_mail(), Arrival("b.eml"), by="an officer", at=AT) == "2025-0001"
    assert list(read_waiting(doing=doing_by())) == []
    assert (Request.objects.count(), Message.objects.count()) == (1, 1)


def test_the_same_message_by_another_way_is_kept_and_said_to_be_repeated():
    arrive(make_mail())

    (again,) = arrive(make_mail(Received="from a by b; Mon, 06 Oct 2025 09:31:00 +0100"))

    assert (again.is_new, again.is_repeated, again.reference) == (False, True, "2025-0001")
    assert (Request.objects.count(), Message.objects.count()) == (1, 2)


REPLIES = [
    {"In_Reply_To": "<1@example.org>"},
    {"References": "<0@x.example> <1@example.org>"},
    {"Subject": "Re: your 2025-0001"},
    {"Subject": "Re: Printers", "text": "I refer to 2025-0001. Any news?"},
]


@pytest.mark.parametrize("headers", REPLIES)
def test_a_reply_finds_its_request(headers):
    arrive(make_mail())

    (reply,) = arrive(
        make_mail(**{"Message_ID": "<2@example.org>", "text": "Any news?", **headers})
    )

    assert (reply.is_new, reply.reference, reply.problems) == (False, "2025-0001", ())
    assert len(page().messages) == 2
    assert Question.objects.count() == 2


def test_a_reply_from_another_address_is_filed_and_said_to_be():
    arrive(make_mail())

    (reply,) = arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>",
                                From="b@example.org", text="Any news?"))  # fmt: skip

    assert "came from another address than 2025-0001" in reply.problems[0]


def test_what_nobody_looked_at_keeps_an_answered_request_in_the_list():
    arrive(make_mail())
    record("answered:2025-10-20")
    assert open_requests(table=TABLE) == ()

    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))
    (row,) = open_requests(table=TABLE)
    seen = mark_seen("2025-0001", doing=doing_by())

    assert (row.unseen_messages, seen) == (1, 1)
    assert open_requests(table=TABLE) == ()
    assert mark_seen("2025-0001", doing=doing_by()) == 0


def test_a_reply_that_asks_for_something_new_is_made_a_request_of_its_own():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))
    digest = page().messages[1].sha256[:12]

    taken = make_own_request("2025-0001", digest, doing=doing_by(keeper("B")))

    assert (taken.reference, taken.is_new, taken.questions) == ("2025-0002", True, 1)
    assert len(page().messages) == 1
    assert str(page("2025-0002").questions[0].clock.due_on) == "2025-11-03"
    assert [(row.action, row.by) for row in ledger_rows(last=2)] == [
        ("message taken out", "B"),
        ("request taken in", "B"),
    ]


def test_what_comes_out_of_a_restricted_request_is_seen_by_the_same_people():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="And pens?"))
    restrict_request("2025-0001", people=["b@x.example"], reason="Staff", doing=doing_by(MANAGER))
    digest = page().messages[1].sha256

    make_own_request("2025-0001", digest, doing=doing_by(MANAGER))

    situation = situation_of(Request.objects.get(reference="2025-0002"))
    assert (situation.is_restricted, situation.named) == (True, {"b@x.example", MANAGER.key})
    (told,) = ledger_rows(last=1)
    assert (told.action, told.subject) == ("request restricted", "request 2025-0002")


def test_what_was_said_of_a_message_in_another_request_is_said_no_more():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", From="b@x.example"))
    filed = page().messages[1]

    taken = make_own_request("2025-0001", filed.sha256, doing=doing_by(keeper("B")))

    assert "another address" in filed.problems[0]
    assert taken.problems == ()


@pytest.mark.parametrize(
    ("digest", "words"), [("first", "was made of"), ("0000", "no such"), ("", "no such")]
)
def test_a_message_that_made_a_request_stays_there(digest, words):
    arrive(make_mail())
    first = page().messages[0].sha256[:12]

    with pytest.raises(RequestNotFound, match=words):
        make_own_request(
            "2025-0001", first if digest == "first" else digest, doing=doing_by(keeper("B"))
        )


STRANGERS = [
    {"Subject": "Pens", "text": "I saw your answer 2025-0001. How many pens?"},
    {"Subject": "Your answer 2025-0001", "text": "How many pens?"},
]


@pytest.mark.parametrize("headers", STRANGERS)
def test_a_stranger_who_names_a_reference_asks_for_something_of_their_own(headers):
    arrive(make_mail())

    (taken,) = arrive(make_mail(Message_ID="<2@x.example>", From="b@example.org", **headers))

    assert (taken.is_new, taken.questions) == (True, 1)
    assert taken.problems == ("It names 2025-0001: check where it belongs",)


def test_the_reference_in_the_subject_comes_before_one_in_the_text():
    arrive(make_mail())
    arrive(make_mail(Message_ID="<2@x.example>", Subject="Pens"))

    (reply,) = arrive(
        make_mail(Message_ID="<3@x.example>", Subject="Re: 2025-0002", text="As in 2025-0001")
    )

    assert (reply.reference, reply.is_new) == ("2025-0002", False)
    assert reply.problems == ("It names 2025-0002, 2025-0001: check where it belongs",)


def test_a_form_letter_that_two_people_post_is_two_requests():
    known = [
        store_message(b"How many?", Arrival("l.txt", "post", None, name), by="an officer", at=AT)
        for name in ("Ann", "Bob", "Ann")
    ]

    assert known == [None, None, None]
    assert [one.is_new for one in read_waiting(doing=doing_by())] == [True, True]


def test_a_copy_that_brings_a_file_is_no_repetition():
    arrive(make_mail())

    (again,) = arrive(make_mail(files=[("a.pdf", b"%PDF")]))

    assert (again.reference, again.is_new, again.is_repeated) == ("2025-0001", False, False)
    assert again.problems == ("It came before with other words or files: compare them",)


def test_a_copy_without_an_id_is_known_by_sender_and_time():
    arrive(make_mail(Message_ID=None))

    (again,) = arrive(make_mail(Message_ID=None, X_Other="1"))

    assert (again.reference, again.is_repeated) == ("2025-0001", True)


def test_somebody_else_who_uses_the_same_id_is_not_repeated():
    arrive(make_mail())

    (other,) = arrive(make_mail(From="b@example.org"))

    assert (other.is_new, other.is_repeated) == (True, False)


def test_a_reply_that_is_read_before_what_it_answers_hides_none_of_its_questions():
    arrive(make_mail(Message_ID="<2@x.example>", In_Reply_To="<1@example.org>", text="Any news?"))

    (first,) = arrive(make_mail())

    assert (first.reference, first.is_new, first.questions) == ("2025-0002", True, 2)
    assert "became 2025-0001: they may be one request" in first.problems[0]


def test_two_replies_of_one_sender_to_what_we_sent_belong_together():
    arrive(make_mail(References="<ours@opa.example>"))
    same, other = (
        arrive(make_mail(Message_ID=number, References="<ours@opa.example>", From=sender))[0]
        for number, sender in [("<2@x.example>", "a.person@example.org"), ("<3@x.example>", "b@x.example")]
    )  # fmt: skip

    assert (same.reference, same.is_new, other.is_new) == ("2025-0001", False, True)


def test_a_number_that_is_no_reference_of_ours_makes_no_reply():
    arrive(make_mail())

    (other,) = arrive(make_mail(Message_ID="<3@x.example>", Subject="Your policy 2024-0001"))

    assert (other.is_new, other.reference) == (True, "2025-0002")
