"""The page of a request: each question in plain words, and nothing before it is sent."""

import json
import zipfile
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.actions.casework import (
    add_note,
    check_draft,
    clear_draft,
    put_forward,
    record_posted,
    write_decision,
)
from answerable.actions.casework.counting import recount
from answerable.actions.follow_links import follow_link
from answerable.records.casework.models import (
    Challenge,
    Letter,
    LetterFile,
    Message,
    Question,
    QuestionEvent,
    Request,
)
from tests.functional.following.conftest import path_of, seen, token_of
from tests.support import scenes
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    arrive,
    doing_by,
)
from tests.support.inspecting import inspect
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


def link(reference=REF):
    """Return the token of a request, which gets a link here if it has none."""
    follow_link(Request.objects.get(reference=reference), at=AT)
    return token_of(reference)


def show(client, more="", *, language=""):
    return client.get(f"{language}{path_of(link(), more)}")


def post(client, more, given, **headers):
    return client.post(path_of(link(), more), given, headers=headers)


def waiting(kind="clarification_requested"):
    """Let us ask what the first question means."""
    scenes.begun()
    question = Question.objects.get(label="1")
    QuestionEvent.objects.create(
        question=question,
        kind=kind,
        on=AT.date(),
        recorded_at=AT,
        recorded_by="x",
    )
    recount(question.request, TABLE)


def test_an_open_question_has_its_words_its_day_and_why(client):
    scenes.begun()

    page = seen(show(client))

    for words in (
        "How many printers do you have?",
        "Being worked on",
        "Monday 3 November 2025",
        "Why this date",
        "the day of receipt: working day 1 comes after it",
        "The days are counted as those of: Question 1",
    ):
        assert words in page


@pytest.mark.parametrize(
    "scene", [scenes.written, scenes.drafted, scenes.checked, scenes.cleared, scenes.mailing]
)
def test_nothing_of_an_answer_is_shown_before_it_is_sent(client, office, scene):
    scene()

    page = seen(show(client))

    assert page.count("Being worked on") == 2
    for hidden in (
        "There are twelve",
        "Disclosed",
        *(one.name for one in (OFFICER, CHECKER, MANAGER)),
    ):
        assert hidden not in page
    assert "We have sent no letter yet" in page
    assert seen(show(client, "letters/1.pdf"), 404)
    assert seen(show(client, "letters/1.html"), 404)


def test_an_answer_that_was_sent_shows_its_outcome_its_letter_and_its_day(client, office):
    scenes.filed()
    inspect()
    _answer()

    page = seen(show(client))

    for words in ("Answered", "Disclosed", "Posted on", "Monday 6 October 2025", "figures.csv"):
        assert words in page
    assert show(client, "letters/1.pdf").content.startswith(b"%PDF")
    assert "There are twelve." in seen(show(client, "letters/1.html"))
    file = show(client, "letters/1/files/0")
    assert b"".join(file.streaming_content) == b"1,2\n"
    assert 'filename="figures.csv"' in file.headers["Content-Disposition"]
    assert seen(show(client, "letters/1/files/9"), 404)


def _answer():
    for label in scenes.BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, scenes.BOTH, doing=doing_by(OFFICER))
    check_draft(REF, scenes.BOTH, doing=doing_by(CHECKER))
    clear_draft(REF, scenes.BOTH, doing=doing_by(MANAGER))
    scenes.send_by("post")
    record_posted(REF, 1, doing=doing_by(INTAKE))


def test_the_page_is_there_in_welsh(client, office):
    scenes.posted()

    page = seen(show(client, language="/cy"))

    assert '<html lang="cy"' in page
    assert "Atebwyd, dydd " in page
    assert "How many printers do you have?" in page


def test_nothing_internal_stands_on_any_page_of_the_link(client, office):
    scenes.posted()
    add_note(REF, "Xylotheque", doing=doing_by(OFFICER))
    pages = [show(client, more) for more in ("", "message/", "review/", "withdrawal/")]

    said = "".join(map(seen, pages))
    for hidden in (
        "Xylotheque",
        OFFICER.name,
        OFFICER.key,
        CHECKER.key,
        MANAGER.key,
        "There are twelve",
    ):
        assert hidden not in said


def test_what_others_wrote_to_the_request_is_not_shown(client):
    scenes.begun()
    arrive(
        make_mail(
            From="Wim <wim@body.example>",
            Subject=f"Re {REF}",
            Message_ID="<9@b.example>",
            In_Reply_To="<1@example.org>",
            text="Between us: no.",
        )
    )

    page = seen(show(client))

    assert Message.objects.filter(request__reference=REF).count() == 3
    assert "Between us" not in page
    assert "And pens?" in page


def test_no_page_of_the_link_is_kept_indexed_or_told_elsewhere_or_sets_a_cookie(client):
    scenes.begun()
    for more in ("", "message/", "withdrawal/", "review/", "clarification/", "evidence.zip"):
        answer = show(client, more)

        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
        assert not answer.cookies


def test_thirty_questions_take_few_queries(client):
    arrive(make_mail(text="".join(f"{number}. How many?\n" for number in range(1, 31))))
    token = link()
    client.get(path_of(token))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        seen(client.get(path_of(token)))

    assert len(queries) <= 12, [one["sql"][:120] for one in queries]


def test_a_clarification_starts_the_clock_again_and_is_kept_as_a_message(client):
    waiting()
    page = seen(show(client))
    assert "Waiting for you" in page
    assert "clarification/" in page

    sent = post(client, "clarification/", {"questions": ["=1"], "words": "Only laser printers"})

    assert sent.status_code == 303
    page = seen(client.get(sent.url))
    assert "The time to answer begins anew today" in page
    assert "Clarified on 6 October 2025: Only laser printers" in page
    kept = Message.objects.get(taken_in_by=f"link of {REF}")
    assert (kept.text, kept.is_unseen, kept.channel) == ("Only laser printers", True, "web")
    assert Question.objects.get(label="1").clock_state == "running"
    again = post(client, "clarification/", {"questions": ["=1"], "words": "And ink"})
    assert again.status_code == 422


def test_what_waits_for_a_fee_cannot_be_clarified(client):
    waiting(kind="fees_notice")

    page = seen(show(client))

    assert "Waiting for you" in page
    assert "clarification/" not in page


def test_what_is_larger_than_a_form_can_be_is_not_kept(client):
    scenes.begun()

    answer = post(client, "message/", {"words": "x" * 3_000_000})

    assert "nothing of it was kept" in seen(answer, 413)


def test_what_does_not_wait_cannot_be_clarified(client):
    scenes.begun()

    assert "No question of yours waits" in seen(show(client, "clarification/"))
    assert "clarification/" not in seen(show(client))


def test_a_question_is_withdrawn_alone(client):
    scenes.drafted()

    sent = post(client, "withdrawal/", {"questions": ["=2"]})

    assert sent.status_code == 303
    stages = dict(Question.objects.values_list("label", "stage"))
    assert stages == {"1": "drafted", "2": "closed"}
    page = seen(client.get(sent.url))
    assert "You withdrew it" in page
    assert page.count("The answer is due by") == 1


def test_what_is_sent_cannot_be_withdrawn_and_nothing_chosen_is_said(client, office):
    scenes.begun()
    assert "Select at least one question" in seen(post(client, "withdrawal/", {}), 422)
    Question.objects.update(stage="sent")

    assert "there is nothing to withdraw" in seen(show(client, "withdrawal/"))
    assert post(client, "withdrawal/", {"questions": ["=1"]}).status_code == 422


def test_a_review_is_asked_for_question_by_question(client, office):
    scenes.posted()
    given = {"questions": ["=1"], "grounds": ["decision", "handling"], "words": "You have more."}

    sent = post(client, "review/", given)

    assert sent.status_code == 303
    challenge = Challenge.objects.get()
    (one,) = challenge.questions.all()
    assert (challenge.said, one.question.label, one.grounds) == (
        "You have more.",
        "1",
        ["handling", "decision"],
    )
    page = seen(client.get(sent.url))
    assert "Under review" in page
    assert "You will hear of it by" in page
    assert "You have more." in page
    assert "Question 1" not in seen(show(client, "review/"))
    assert post(client, "review/", given).status_code == 422


def test_a_review_needs_an_answer_grounds_and_words(client, office):
    scenes.begun()
    assert "There is no answer of which a review can be asked" in seen(show(client, "review/"))
    _answer()

    page = seen(post(client, "review/", {"questions": ["=1"], "words": " "}), 422)

    assert "Select what the review is about" in page
    assert "Enter why you ask for a review" in page
    assert not Challenge.objects.exists()


def test_a_refusal_stands_above_what_was_typed(client, office):
    scenes.posted()
    Letter.objects.update(sent_on="2024-10-07")
    QuestionEvent.objects.filter(kind="answered").update(on="2024-10-07")
    Request.objects.update(received_on="2024-10-01")

    given = {"questions": ["=1"], "grounds": ["decision"], "words": "Precious words"}
    page = seen(post(client, "review/", given), 409)

    assert "The last day to ask for a review" in page
    assert "Precious words" in page


def test_a_message_is_kept_once_for_an_officer_to_look_at(client):
    scenes.begun()
    given = {"key": "k", "words": "Thank you, <i>all</i>"}

    for _ in range(2):
        assert post(client, "message/", given).status_code == 303
    assert post(client, "message/", {**given, "words": "And more"}).status_code == 303

    first, second = Message.objects.filter(taken_in_by=f"link of {REF}").order_by("pk")
    assert (first.request.reference, first.is_unseen, first.channel) == (REF, True, "web")
    assert (first.text, second.text) == (given["words"], "And more")
    assert Request.objects.count() == 1
    page = seen(show(client))
    assert "Thank you, &lt;i&gt;all&lt;/i&gt;" in page
    assert "Enter your message" in seen(post(client, "message/", {"words": " "}), 422)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"origin": "null"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
    ],
)
def test_a_form_that_says_it_comes_from_elsewhere_is_refused(client, headers, status):
    scenes.begun()

    answer = post(Client(enforce_csrf_checks=True), "message/", {"words": "Hello"}, **headers)

    assert answer.status_code == status
    assert Message.objects.filter(text="Hello").exists() is (status == 303)


def test_an_answered_question_says_until_when_it_was_due(client, office):
    scenes.posted()

    assert "It was due by Monday 3 November 2025" in seen(show(client))


def test_the_evidence_holds_letters_messages_decisions_and_the_clock(client, office):
    scenes.filed()
    inspect()
    _answer()

    first, second = show(client, "evidence.zip"), show(client, "evidence.zip")

    assert first.content == second.content
    with zipfile.ZipFile(BytesIO(first.content)) as pack:
        names = set(pack.namelist())
        decisions = json.loads(pack.read("decisions.json"))
        clock = json.loads(pack.read("clock.json"))
        index = pack.read("index.html").decode()
        message = pack.read("messages/01/message.eml")
        said = b"".join(pack.read(name) for name in names)
    assert {
        "index.html",
        "README.txt",
        "SHA256SUMS",
        "clock.txt",
        "letters/01/letter.pdf",
        "letters/01/letter.txt",
        "letters/01/headers.txt",
        "letters/01/files/figures.csv",
    } <= names
    assert decisions["questions"][0]["rounds"][0]["outcomes"] == ["disclosed"]
    assert decisions["questions"][0]["rounds"][0]["letter"] == 1
    assert clock[0]["clock"]["due_on"] == "2025-11-03"
    assert "How many printers do you have?" in index
    assert message == bytes(Message.objects.order_by("pk").first().raw)
    for hidden in (OFFICER.key, CHECKER.key, MANAGER.key):
        assert hidden.encode() not in said
    assert LetterFile.objects.count() == 1
