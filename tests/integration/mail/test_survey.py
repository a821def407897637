"""The survey that goes with an answer: its link leaves once, is kept nowhere, and is taken back where it did not go."""

import logging
import re
from email import message_from_bytes
from email.policy import SMTP

import pytest
from django.apps import apps
from django.utils import timezone

from answerable.actions import sending_mail as outbox
from answerable.actions.casework.lettering import record_posted
from answerable.actions.follow_links import follow_link
from answerable.actions.settling_mail import say_it_went, send_again
from answerable.actions.standards.surveys import (
    GivenAnswer,
    LinkNotOpen,
    answer_survey,
    check_open,
)
from answerable.domain.assurance.surveys import NotOpen
from answerable.mail.sending import send_waiting
from answerable.records.casework.models import Letter, Outgoing, Request
from answerable.records.standards.models import SurveyAnswer, SurveyInvitation
from tests.support.casework import AT, INTAKE, arrive, doing_by
from tests.support.letters import make_mail
from tests.support.mail_server import mail_server
from tests.support.outbox import OFFICE, later, leaving_letter, write

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://localhost:8000(?:/cy)?/survey/([\w-]+)/")
TODAY = AT.date()
SAID = GivenAnswer("en", {"overall": 5}, "Quick")


@pytest.fixture
def post(settings):
    settings.ANSWERABLE_SURVEY = True
    with mail_server() as post:
        post.serve(settings, sender=OFFICE)
        yield post


def words_of(content):
    body = message_from_bytes(content, policy=SMTP).get_body()
    return body.get_content().replace("\r\n", "\n")


def claimed(at=AT):
    return outbox.claim_mail(at=at, offers_survey=True)


def handed(at=AT):
    claim = claimed(at)
    outbox.hand_over(claim, at=at)
    return claim


def why_closed(token, on=TODAY):
    with pytest.raises(LinkNotOpen) as refused:
        check_open(token, on=on)
    return refused.value.why


def test_a_mail_that_carries_an_answer_ends_with_a_link_that_works(post):
    leaving_letter()

    assert send_waiting() == {"sent": 1}

    words = words_of(post.taken[0][2])
    (token,) = LINK.findall(words)
    assert words.endswith(f"\n\nhttp://localhost:8000/survey/{token}/\n")
    assert "How did we do?" in words
    check_open(token, on=timezone.localdate())
    assert not Outgoing.objects.get().offers_survey
    assert SurveyInvitation.objects.get().month == timezone.localdate().replace(day=1)


def test_whoever_asked_in_welsh_is_asked_in_welsh():
    leaving_letter()
    Request.objects.update(language="cy")

    claim = claimed()

    assert "Tri chwestiwn byr" in claim.text
    assert claim.text.endswith(f"/cy/survey/{claim.survey}/\n")


def test_the_survey_comes_behind_the_link_of_the_request(settings):
    follow_link(leaving_letter().request, at=AT)

    words = claimed().text

    assert words.index("/your-request/") < words.index("/survey/")


def test_an_office_that_does_not_ask_sends_no_link(post, settings):
    settings.ANSWERABLE_SURVEY = False
    leaving_letter()

    assert send_waiting() == {"sent": 1}

    assert "/survey/" not in words_of(post.taken[0][2])
    assert not SurveyInvitation.objects.exists()
    assert not Outgoing.objects.get().offers_survey


def _acknowledgement():
    arrive(make_mail())
    return write("ack", address="a.person@example.org", request=Request.objects.get())


def _question_about_the_request():
    mail = leaving_letter()
    Letter.objects.update(kind="clarification")
    return mail


def _answer_to_somebody_else():
    return leaving_letter(address="somebody.else@example.org")


@pytest.mark.parametrize(
    "make", [write, _acknowledgement, _question_about_the_request, _answer_to_somebody_else]
)
def test_no_other_mail_offers_it(make):
    make()

    claim = handed()

    assert (claim.survey, "/survey/" in claim.text) == ("", False)
    assert not SurveyInvitation.objects.exists()


def test_a_letter_that_goes_by_post_offers_nothing():
    letter = leaving_letter().letter
    Outgoing.objects.all().delete()
    Letter.objects.update(way="post")

    record_posted(letter.request.reference, 1, doing=doing_by(INTAKE))

    letter.refresh_from_db()
    assert (letter.state, "/survey/" in letter.text) == ("sent", False)
    assert claimed() is None
    assert not SurveyInvitation.objects.exists()


def test_what_is_put_off_takes_its_link_along_and_goes_with_a_new_one(post):
    leaving_letter()
    post.says["DATA"] = "451 4.7.1 Greylisted"
    first = claimed(timezone.now())
    Outgoing.objects.update(next_at=AT)

    assert send_waiting() == {"put off": 1}

    assert not SurveyInvitation.objects.exists()
    assert not Outgoing.objects.get().offers_survey
    Outgoing.objects.update(next_at=AT)
    post.says.clear()
    assert send_waiting() == {"sent": 1}
    (token,) = LINK.findall(words_of(post.taken[0][2]))
    assert token != first.survey
    check_open(token, on=timezone.localdate())
    assert SurveyInvitation.objects.count() == 1


def test_the_link_of_a_mail_that_did_not_go_is_refused():
    leaving_letter()
    first = handed()
    check_open(first.survey, on=TODAY)

    outbox.put_off_mail(first, "Not now", at=AT)

    assert why_closed(first.survey) is NotOpen.WRONG
    second = handed(later(hours=1))
    assert second.survey != first.survey
    check_open(second.survey, on=TODAY)


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_a_mail_that_failed_offers_nothing_and_sent_again_it_offers_anew(post, step):
    mail = leaving_letter()
    post.says[step] = "550 5.1.1 No such person"

    assert send_waiting() == {"failed": 1}

    assert not SurveyInvitation.objects.exists()
    post.says.clear()
    send_again(mail.key, reason="The address works again", doing=doing_by(at=AT))
    assert send_waiting() == {"sent": 1}
    assert len(LINK.findall(words_of(post.taken[0][2]))) == 1
    assert SurveyInvitation.objects.count() == 1


def test_after_three_days_the_link_is_gone_too():
    leaving_letter()
    Outgoing.objects.update(attempts=40)
    claim = handed()

    outbox.put_off_mail(claim, "Not now", at=AT)

    assert Outgoing.objects.get().state == "failed"
    assert not SurveyInvitation.objects.exists()


def test_what_was_claimed_and_not_handed_over_leaves_nothing():
    leaving_letter()

    claim = claimed()

    assert claim.survey
    assert not SurveyInvitation.objects.exists()
    assert not Outgoing.objects.get().offers_survey


def test_a_worker_that_was_too_slow_offers_nothing():
    leaving_letter()
    slow = claimed()
    other = handed(later(minutes=11))

    with pytest.raises(outbox.MailTaken):
        outbox.hand_over(slow, at=later(minutes=12))

    assert why_closed(slow.survey) is NotOpen.WRONG
    check_open(other.survey, on=TODAY)
    assert SurveyInvitation.objects.count() == 1


def test_a_mail_in_doubt_keeps_its_link_and_sent_again_it_brings_no_second_one():
    mail = leaving_letter()
    claim = handed()
    outbox.doubt_mail(claim, at=AT)

    check_open(claim.survey, on=TODAY)
    send_again(mail.key, reason="They did not get it", doing=doing_by(at=later(days=1)))
    again = handed(later(days=1))

    assert (again.survey, "/survey/" in again.text) == ("", False)
    outbox.put_off_mail(again, "Not now", at=later(days=1))
    assert handed(later(days=2)).survey == ""
    assert SurveyInvitation.objects.count() == 1
    answer_survey(claim.survey, SAID, on=TODAY)


def test_a_mail_in_doubt_that_somebody_says_went_keeps_its_link():
    mail = leaving_letter()
    claim = handed()
    outbox.doubt_mail(claim, at=AT)

    say_it_went(mail.key, reason="The server's log has it", doing=doing_by(at=later(days=1)))

    mail.refresh_from_db()
    assert (mail.state, mail.offers_survey) == ("sent", False)
    check_open(claim.survey, on=TODAY)


def test_a_mail_in_doubt_of_which_its_worker_hears_a_refusal_offers_nothing():
    leaving_letter()
    claim = handed()
    outbox.doubt_lost_mail(at=AT + outbox.DOUBTED_AFTER * 2)

    outbox.put_off_mail(claim, "Not now", at=later(hours=3))

    assert not SurveyInvitation.objects.exists()
    assert handed(later(days=1)).survey


def test_a_refusal_that_comes_after_somebody_decided_takes_the_link_back_all_the_same():
    mail = leaving_letter()
    claim = handed()
    outbox.doubt_lost_mail(at=AT + outbox.DOUBTED_AFTER * 2)
    send_again(mail.key, reason="They did not get it", doing=doing_by(at=later(days=1)))

    outbox.fail_mail(claim, "No", at=later(days=1))

    assert why_closed(claim.survey) is NotOpen.WRONG
    assert Outgoing.objects.get().state == "waiting"


def test_neither_a_table_nor_a_log_nor_the_ledger_has_the_link_or_ties_it_to_the_request(
    post, caplog
):
    caplog.set_level(logging.DEBUG)
    request = leaving_letter().request
    post.says["DATA"] = "451 4.7.1 Greylisted"
    send_waiting()
    Outgoing.objects.update(next_at=AT)
    post.says.clear()
    send_waiting()
    (token,) = LINK.findall(words_of(post.taken[-1][2]))

    answer_survey(token, SAID, on=timezone.localdate())

    kept = {model: repr(list(model._base_manager.values())) for model in apps.get_models()}
    assert [model for model, rows in kept.items() if token in rows] == []
    # The test's own mail server writes down every line that it gets.
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith("mail.log")]
    assert token not in "\n".join(ours)
    marks = [one.mark for one in SurveyInvitation.objects.all()]
    tied = [model for model, rows in kept.items() if any(mark in rows for mark in marks)]
    assert tied == [SurveyInvitation]
    survey = [model for model in kept if model.__name__.startswith(("Survey", "Quotation"))]
    for name in (request.reference, str(request.requester.address)):
        assert [model for model in survey if name in kept[model]] == []
    assert SurveyAnswer.objects.get().scores == {"overall": 5}


def test_no_table_of_the_survey_has_a_moment_or_points_elsewhere():
    survey = [
        one for one in apps.get_models() if one.__name__ in ("SurveyInvitation", "SurveyAnswer")
    ]

    fields = {type(field).__name__ for one in survey for field in one._meta.get_fields()}

    assert fields == {"CharField", "DateField", "BooleanField", "UUIDField", "JSONField"}
