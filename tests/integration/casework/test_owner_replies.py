"""An information owner who replies by mail makes no request: what they say lies with the question's own."""

import pytest
from django.db import transaction

from answerable.actions.outbox import Mail, write_mail
from answerable.records.casework.models import Contribution, Message, Outgoing, Request
from tests.support.casework import AT, arrive
from tests.support.contributions import OFFICER, OWNER, REF, ask, mails, request_with_owner
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


def reply(**headers):
    """Bring in what somebody replies."""
    given = {"Message_ID": "<9@body.example>", "From": f"Wim Owner <{OWNER}>", **headers}
    (taken,) = arrive(make_mail("There are 12 of them.", **given))
    return taken


REPLIES = [
    {"In_Reply_To": True},
    {"References": True},
    {"In_Reply_To": True, "From": "Wim <wim@other.example>"},
    {"Subject": True},
]


@pytest.mark.parametrize("headers", REPLIES)
def test_what_an_owner_replies_is_filed_unseen_and_said_to_be_theirs(headers):
    request_with_owner()
    ask()
    (asked,) = mails()
    values = {"Subject": f"RE: {asked.subject}"}

    taken = reply(
        **{
            name: (values.get(name, asked.message_id) if value is True else value)
            for name, value in headers.items()
        }
    )

    assert (taken.is_new, taken.reference) == (False, REF)
    assert Message.objects.last().is_unseen
    assert taken.problems[0].startswith("An information owner replied by mail: it is no contribut")
    assert (Request.objects.count(), Contribution.objects.get().state) == (1, "asked")


def test_an_owner_who_was_not_asked_about_it_makes_a_request_of_their_own():
    request_with_owner()

    taken = reply(Subject=f"About {REF}")

    assert taken.is_new
    assert taken.problems == (f"It names {REF}: check where it belongs",)


def test_an_officer_who_replies_to_what_they_were_told_is_no_owner():
    request_with_owner()
    told = Mail("told", OFFICER.key, "Answered", "Words.")
    ask()
    with transaction.atomic():
        write_mail(
            told, at=AT, request=Request.objects.get(), contribution=Contribution.objects.get()
        )

    taken = reply(From=OFFICER.key, In_Reply_To=Outgoing.objects.get(key="told").message_id)

    assert taken.reference == REF
    assert "information owner" not in "".join(taken.problems)


def test_whoever_replies_to_a_mail_about_no_request_is_told_of_to_an_officer():
    with transaction.atomic():
        write_mail(Mail("reminder", OFFICER.key, "Due", "Words."), at=AT)

    taken = reply(From=OFFICER.key, In_Reply_To=Outgoing.objects.get().message_id)

    assert taken.is_new
    assert taken.problems == (
        "It answers a mail of ours to a colleague: if nobody asks anything, close it",
    )
