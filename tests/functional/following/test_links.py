"""The link of a request: at the end of each mail, replaced by a newer one, and never guessed."""

import datetime as dt

import pytest
from django.core.signing import Signer

from answerable.actions.casework import acknowledge_waiting
from answerable.actions.follow_links import link_shown_once
from answerable.actions.following import send_new_link
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import FollowLink, Outgoing, Request, VisitCount
from tests.functional.following.conftest import mail_words, path_of, seen, token_of
from tests.support import scenes
from tests.support.answers import OFFICE
from tests.support.casework import AT, INTAKE, OFFICER, REF, arrive, doing_by
from tests.support.letters import make_mail
from tests.support.outbox import later

pytestmark = pytest.mark.django_db
ASKER = "a.person@example.org"
OURS = {"origin": "http://testserver"}
SENT = "a new link is on its way there"


@pytest.fixture
def acknowledged():
    """Two requests that came in and were acknowledged; return the token of the first."""
    arrive(make_mail())
    arrive(
        make_mail(Message_ID="<2@x.example>", From="Bo <bo@example.org>", text="How many quokkas?")
    )
    acknowledge_waiting(office=OFFICE, doing=doing_by(MACHINE))
    return token_of()


def ask(client, reference=REF, address=ASKER, **headers):
    return client.post(
        "/your-request", {"reference": reference, "address": address}, headers=headers or OURS
    )


def test_the_acknowledgement_ends_with_the_link(acknowledged, settings):
    words = mail_words(f"acknowledgement {REF}")

    link = words.rstrip().splitlines()[-1]
    assert link == f"{settings.ANSWERABLE_ADDRESS}{path_of(acknowledged)}"
    assert acknowledged not in Outgoing.objects.get(key=f"acknowledgement {REF}").text


def test_a_letter_is_frozen_without_the_link_and_its_mail_ends_with_it(office):
    scenes.mailing()

    words = mail_words(f"letter {REF} 1")
    letter = Request.objects.get().letters.get()
    assert words.startswith(letter.text.rstrip())
    assert words.rstrip().endswith(path_of(token_of()))
    assert "/your-request/" not in letter.text + letter.html


def test_whoever_asked_in_welsh_is_led_to_pages_in_welsh(acknowledged):
    Request.objects.filter(reference=REF).update(language="cy")

    words = mail_words(f"acknowledgement {REF}")
    assert f"/cy{path_of(acknowledged)}" in words
    assert "Dilynwch eich cais" in words


def test_a_mail_to_an_information_owner_has_no_link():
    scenes.asked()
    Request.objects.get().requester.save()
    FollowLink.objects.create(request=Request.objects.get(), nonce="n", made_at=AT)
    asked = Outgoing.objects.exclude(contribution=None).first()

    assert "/your-request/" not in mail_words(asked.key)


def test_a_new_link_is_sent_and_ends_the_old_one(client, acknowledged):
    assert SENT in seen(ask(client))

    new = token_of()
    (mail,) = Outgoing.objects.filter(key__startswith="link ")
    assert (new != acknowledged, mail.address) == (True, ASKER)
    assert path_of(new) in mail_words(mail.key)
    assert seen(client.get(path_of(new)))
    assert "replaced by a newer one" in seen(client.get(path_of(acknowledged)), 410)
    told = ledger_rows()[-1]
    assert (told.action, told.by, told.data) == ("link sent", "requester", {})


@pytest.mark.parametrize(
    ("reference", "address"),
    [(REF, "bo@example.org"), ("2025-0999", ASKER), (REF, "nobody@example.org"), (REF, "x")],
)
def test_the_answer_is_the_same_whether_there_is_such_a_request_or_not(
    client, acknowledged, reference, address
):
    known = ask(client).content
    mails = Outgoing.objects.count()

    answer = ask(client, reference, address)

    assert (answer.status_code, answer.content) == (200, known)
    assert Outgoing.objects.count() == mails


def test_a_request_without_an_address_gets_no_link_by_mail(client, acknowledged):
    arrive(b"How many pens?", name="l.txt", channel="post", sender="P", on=dt.date(2025, 10, 6))

    assert SENT in seen(ask(client, "2025-0003", " a"))
    with pytest.raises(MoveNotAllowed, match="No e-mail address is known"):
        send_new_link("2025-0003", doing=doing_by(INTAKE))


def test_nobody_fills_a_mailbox_with_links(client, acknowledged):
    for _ in range(3):
        assert ask(client).status_code == 200

    refused = ask(client)

    assert refused.status_code == 429
    assert "Nothing was done" in seen(refused, 429)
    assert int(refused.headers["Retry-After"]) > 0
    assert Outgoing.objects.filter(key__startswith="link ").exists()


def test_a_form_from_elsewhere_sends_nothing(client, acknowledged):
    answer = ask(client, origin="https://elsewhere.example")

    assert "Nothing was sent" in seen(answer, 403)
    assert not Outgoing.objects.filter(key__startswith="link ").exists()


def test_what_is_missing_is_said(client):
    page = seen(ask(client, " ", ""), 422)

    assert "Enter the reference of your request" in page
    assert "Enter your e-mail address" in page


def forged(reference, nonce):
    return Signer(salt="answerable.following", sep="~").sign_object([reference, nonce])


@pytest.mark.parametrize(
    "more",
    [
        "",
        "message/",
        "withdrawal/",
        "review/",
        "clarification/",
        "evidence.zip",
        "letters/1.pdf",
        "letters/1/files/0",
    ],
)
def test_a_forged_link_shows_one_sentence_and_what_to_do(client, acknowledged, more):
    of_another = FollowLink.objects.get(request__reference="2025-0002").nonce
    for token in (
        f"{acknowledged[:-3]}xxx",
        "x",
        forged(REF, of_another).rpartition("~")[0] + "~" + acknowledged.rpartition("~")[2],
        Signer(salt="answerable.contributions", sep="~").sign_object([REF, "n"]),
    ):
        page = seen(client.get(path_of(token, more)), 404)

        assert "This link is not whole, or is none of ours" in page
        assert "Ask for a new link" in page
        assert "printers" not in page


def test_the_link_of_one_request_opens_no_other(client, acknowledged):
    of_another = FollowLink.objects.get(request__reference="2025-0002").nonce

    assert "replaced" in seen(client.get(path_of(forged(REF, of_another))), 410)
    assert "quokkas" not in seen(client.get(path_of(acknowledged)))
    assert "printers" not in seen(client.get(path_of(token_of("2025-0002"))))


def test_staff_who_may_send_a_link_do_and_others_are_refused(acknowledged):
    send_new_link(REF, doing=doing_by(INTAKE))

    assert token_of() != acknowledged
    with pytest.raises(MoveNotAllowed):
        send_new_link(REF, doing=doing_by(OFFICER))


def test_whoever_gave_no_e_mail_address_is_shown_the_link_once(acknowledged):
    arrive(b"How many pens?", name="l.txt", channel="post", sender="P", on=dt.date(2025, 10, 6))

    shown = link_shown_once("2025-0003", at=AT)

    assert shown.endswith(path_of(token_of("2025-0003")))
    assert link_shown_once("2025-0003", at=AT) == ""
    assert link_shown_once(REF, at=AT) == ""
    assert link_shown_once("2025-0999", at=AT) == ""


def test_what_is_counted_is_forgotten(client, acknowledged):
    ask(client)

    assert not any(ASKER in one.mark for one in VisitCount.objects.all())
    assert later(days=2) > AT
