"""Two requests of one person become one: nothing is lost, and each question keeps its own clock."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    AttachedFile,
    add_note,
    attach_file,
    reopen_questions,
    restrict_request,
    write_decision,
)
from answerable.actions.casework.merging import merge_requests
from answerable.actions.casework.turning import withdraw_questions
from answerable.actions.follow_links import follow_link
from answerable.domain.clock.clocks import question_clock
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.clocks import clock_facts
from answerable.queries.following.links import follow_token, request_followed
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Letter, Outgoing, Question, Request, RequestLink
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    TABLE,
    arrive,
    begun,
    doing_by,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
KEEP, DUPLICATE = "2025-0001", "2025-0002"
AGAIN = "1. HOW many?\n2. Which pens do you use?"
LATER = dt.date(2025, 10, 8)


@pytest.fixture
def two(db):
    begun()
    again(AGAIN)


def again(text, **headers):
    mail = {"Message_ID": "<2@x.example>", "Date": "Wed, 08 Oct 2025 09:30:00 +0100", **headers}
    arrive(make_mail(text=text, **mail), at=AT + dt.timedelta(days=2))


def merge(doing=None):
    return merge_requests(KEEP, DUPLICATE, doing=doing or doing_by(INTAKE))


def test_the_same_question_is_closed_and_another_comes_over_with_its_own_clock(two):
    assert merge() == {"1": "1", "2": "3"}

    kept, merged = (Request.objects.get(reference=one) for one in (KEEP, DUPLICATE))
    moved = kept.questions.get(label="3")
    assert moved.text == "Which pens do you use?"
    assert question_clock(clock_facts(kept, moved), TABLE).received_on == LATER
    assert moved.due_on > kept.questions.get(label="1").due_on
    assert (merged.stage, merged.open_questions) == ("closed", 0)
    assert list(merged.questions.values_list("label", "stage")) == [
        ("1", "closed"),
        ("2", "closed"),
    ]
    assert kept.due_on == moved.due_on


def test_messages_notes_files_and_words_come_along_and_the_duplicate_says_where(two):
    add_note(DUPLICATE, "Ask the depot", doing=doing_by(INTAKE))
    given = AttachedFile("list.csv", "text/csv", b"1,2\n")
    for reference in (KEEP, DUPLICATE):
        attach_file(reference, "1", given, doing=doing_by(INTAKE))
    Request.objects.update(officer=OFFICER.key, is_accepted=True)
    write_decision(DUPLICATE, "2", DISCLOSED, doing=doing_by(OFFICER))

    merge()

    kept = Request.objects.get(reference=KEEP)
    assert kept.messages.count() == 2
    assert [one.text for one in kept.notes.all()] == ["Ask the depot"]
    assert sorted(kept.files.values_list("name", "question__label")) == [
        ("list-2.csv", "1"),
        ("list.csv", "1"),
    ]
    assert kept.questions.get(label="3").decisions.count() == 1
    assert kept.tags.get().question.label == "3"
    note = Request.objects.get(reference=DUPLICATE).notes.get()
    assert "Merged into 2025-0001" in note.text
    link = RequestLink.objects.get()
    assert (link.request.reference, link.other.reference, link.kind) == (
        DUPLICATE, KEEP, "repeats",
    )  # fmt: skip
    for reference in (KEEP, DUPLICATE):
        (line,) = ledger_rows(subject=f"request {reference}", last=1)
        assert line.action == "requests merged"


def test_whoever_names_the_duplicate_is_led_to_the_request_that_goes_on(two):
    merged = Request.objects.get(reference=DUPLICATE)
    token = follow_token(follow_link(merged, at=AT))
    answers = Outgoing.objects.create(
        key="earlier", request=merged, message_id="<ours@x.example>", address="a.person@example.org",
        subject="", text="", written_at=AT, next_at=AT,
    )  # fmt: skip
    merge()

    again("I mean printers.", Message_ID="<3@x.example>", Subject=f"About {DUPLICATE}")
    again("And pens.", Message_ID="<4@x.example>", In_Reply_To=answers.message_id)

    assert request_followed(token).reference == KEEP
    assert Request.objects.get(reference=KEEP).messages.count() == 4
    assert Request.objects.count() == 2


def test_a_duplicate_that_was_opened_again_stands_by_itself(two):
    merge()
    reopen_questions(DUPLICATE, ["1"], reason="It asks more", doing=doing_by(MANAGER))

    again("I mean printers.", Message_ID="<3@x.example>", Subject=f"About {DUPLICATE}")

    assert Request.objects.get(reference=DUPLICATE).messages.count() == 1


def test_what_stays_behind_keeps_its_place(two):
    merge()

    merged = Request.objects.get(reference=DUPLICATE)
    assert list(merged.questions.order_by("place").values_list("place", "label")) == [
        (0, "1"),
        (1, "2"),
    ]


def _of_somebody_else():
    Request.objects.filter(reference=DUPLICATE).update(
        requester=arrived_requester(), is_restricted=False
    )


def arrived_requester():
    again("1. How many?", Message_ID="<9@x.example>", From="Bo <bo@example.org>")
    return Request.objects.latest("pk").requester


def _restricted():
    restrict_request(DUPLICATE, people=[INTAKE.key], reason="A colleague", doing=doing_by(MANAGER))


def _drafted():
    Question.objects.filter(request__reference=DUPLICATE, label="1").update(stage="drafted")


def _lettered():
    Letter.objects.create(
        request=Request.objects.get(reference=DUPLICATE), number=1, kind="answer", way="post",
        title="", html="", text="", pdf=b"", made_by="", made_at=AT,
    )  # fmt: skip


REFUSED = [
    (_of_somebody_else, "Different people asked them"),
    (_restricted, "One of them is restricted"),
    (_drafted, "Question 1 is drafted"),
    (_lettered, "A letter or a notice was written in 2025-0002"),
    (lambda: Request.objects.filter(reference=DUPLICATE).update(regime="EIR"), "One is under FOIA"),
    (lambda: Request.objects.filter(reference=KEEP).update(stage="sent"), "It is sent"),
]


@pytest.mark.parametrize(("happen", "words"), REFUSED)
def test_what_cannot_be_merged_is_refused_and_stays(two, happen, words):
    happen()

    with pytest.raises(MoveNotAllowed, match=words):
        merge()

    assert Request.objects.get(reference=DUPLICATE).messages.count() == 1


def test_a_request_is_not_merged_with_itself(two):
    with pytest.raises(MoveNotAllowed, match="not merged with itself"):
        merge_requests(KEEP, KEEP, doing=doing_by(INTAKE))


def test_what_ended_there_and_is_asked_again_is_not_lost(two):
    withdraw_questions(KEEP, ["1"], doing=doing_by(OFFICER))

    assert merge() == {"1": "3", "2": "4"}

    kept = Question.objects.get(request__reference=KEEP, label="3")
    assert (kept.text, kept.stage) == ("HOW many?", "open")


def test_nobody_is_shown_by_a_merge_what_was_restricted_to_others(two):
    restrict_request(
        KEEP, people=[INTAKE.key, CHECKER.key], reason="Staff", doing=doing_by(MANAGER)
    )
    restrict_request(DUPLICATE, people=[INTAKE.key], reason="Staff", doing=doing_by(MANAGER))

    with pytest.raises(MoveNotAllowed, match="restricted to different people"):
        merge()
