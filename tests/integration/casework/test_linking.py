"""Requests are linked, and suggested to each other, without a word of who asked."""

import datetime as dt

import pytest

from answerable.actions.casework import RequestNotFound, restrict_request
from answerable.actions.casework.linking import link_requests, unlink_requests
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.linked import linked_requests
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Request, RequestLink
from tests.support.casework import (
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    TABLE,
    arrive,
    doing_by,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
ONE, TWO = "2025-0001", "2025-0002"


@pytest.fixture(autouse=True)
def _two_requests():
    came("1@example.org")
    came("2@example.org")


def came(message_id, **headers):
    arrive(make_mail(Message_ID=f"<{message_id}>", **headers))


def received(reference, day):
    Request.objects.filter(reference=reference).update(received_on=dt.date.fromisoformat(day))


def link(kind=LinkKind.FOLLOWS, *, of=TWO, to=ONE, by=OFFICER):
    link_requests(of, to, kind, doing=doing_by(by))


def shown(reference=ONE, viewer=OFFICER):
    return linked_requests(reference, viewer=viewer, table=TABLE)


def links(reference=ONE, viewer=OFFICER):
    return [f"{one.words} {one.reference}" for one in shown(reference, viewer).links]


def suggested(reference=ONE, viewer=OFFICER):
    return [f"{one.reference}: {one.words}" for one in shown(reference, viewer).suggested]


SAID = [
    (LinkKind.FOLLOWS, "Follows", "Is followed by"),
    (LinkKind.SAME_SUBJECT, "Same subject as", "Same subject as"),
    (
        LinkKind.AGGREGATED,
        "Counts together for the cost limit with",
        "Counts together for the cost limit with",
    ),
    (LinkKind.REPEATS, "Repeats", "Is repeated by"),
]


@pytest.mark.parametrize(("kind", "words", "back"), SAID)
def test_both_pages_say_how_the_two_belong_together(kind, words, back):
    link(kind)

    assert links(TWO) == [f"{words} {ONE}"]
    assert links(ONE) == [f"{back} {TWO}"]


def test_a_link_is_taken_away_from_either_side():
    for of, to in ((TWO, ONE), (ONE, TWO)):
        link()
        unlink_requests(of, to, LinkKind.FOLLOWS, doing=doing_by(INTAKE))
        assert (links(ONE), links(TWO)) == ([], [])

    told = [(one.action, one.data) for one in ledger_rows() if "linked" in one.action]
    assert told[:2] == [
        ("requests linked", {"other": ONE, "kind": "follows"}),
        ("requests unlinked", {"other": ONE, "kind": "follows"}),
    ]


REFUSALS = [
    ({"of": ONE, "to": ONE}, MoveNotAllowed, "not linked to itself"),
    ({"to": "2025-0009"}, RequestNotFound, "There is no request 2025-0009"),
    (
        {"by": CHECKER},
        MoveNotAllowed,
        "Linking requests is for intake staff, officers and managers",
    ),
    ({"by": AUDITOR}, MoveNotAllowed, "Linking requests is for"),
]


@pytest.mark.parametrize(("about", "refusal", "words"), REFUSALS)
def test_what_cannot_be_linked_is_refused_with_its_reason(about, refusal, words):
    with pytest.raises(refusal, match=words):
        link(**about)

    assert not RequestLink.objects.exists()


def test_the_same_link_is_not_made_twice_nor_from_the_other_side_where_that_is_the_same():
    link(LinkKind.SAME_SUBJECT)
    link(LinkKind.REPEATS)

    for of, to in ((TWO, ONE), (ONE, TWO)):
        with pytest.raises(MoveNotAllowed, match="is linked so to"):
            link(LinkKind.SAME_SUBJECT, of=of, to=to)
    with pytest.raises(MoveNotAllowed, match="is not linked so to"):
        unlink_requests(TWO, ONE, LinkKind.FOLLOWS, doing=doing_by(OFFICER))


def test_requests_that_came_too_far_apart_do_not_count_together():
    received(ONE, "2025-02-03")

    with pytest.raises(MoveNotAllowed, match="within no period of 60 working days"):
        link(LinkKind.AGGREGATED)


def test_the_same_persons_requests_are_suggested_with_their_distance_only():
    received(ONE, "2025-09-15")

    assert suggested(TWO) == [f"{ONE}: The same person asked this 15 working days before"]
    assert suggested(ONE) == [f"{TWO}: The same person asked this 15 working days after"]
    received(ONE, "2025-10-06")
    assert suggested(TWO) == [f"{ONE}: The same person asked this about the same day"]


@pytest.mark.parametrize("day", ["2025-07-01", "2024-10-06"])
def test_what_came_more_than_sixty_working_days_ago_is_not_suggested(day):
    received(ONE, day)

    assert suggested(TWO) == []


def test_what_another_person_asked_is_not_suggested():
    came("3@example.org", From="B. Person <b.person@example.org>")

    assert suggested("2025-0003") == []


def test_people_whose_address_is_not_known_are_not_taken_for_one():
    for number in ("0003", "0004"):
        arrive(b"How many printers?", name=f"{number}.txt", channel="post", sender="A. Person")

    assert suggested("2025-0003") == []


def test_what_is_linked_already_is_not_suggested_again():
    link()

    assert (suggested(ONE), suggested(TWO)) == ([], [])


def test_no_title_says_who_asked():
    came("3@example.org", Subject="A question by A. Person")
    link(of="2025-0003", to=ONE)

    found = (shown(ONE).links[0], shown(TWO).suggested[0])

    assert all("A. Person" not in one.title for one in found)


@pytest.mark.parametrize("is_linked", [True, False])
def test_a_restricted_request_is_neither_linked_nor_suggested_for_others(is_linked):
    if is_linked:
        link()
    restrict_request(ONE, people=[], reason="About a colleague", doing=doing_by(MANAGER))

    assert (links(TWO), suggested(TWO)) == ([], [])
    assert len(links(TWO, MANAGER) + suggested(TWO, MANAGER)) == 1
    assert shown(ONE) == shown("2025-0999")
    with pytest.raises(RequestNotFound, match=f"There is no request {ONE}"):
        link(LinkKind.REPEATS)


def test_the_line_about_a_restricted_request_stands_with_it():
    restrict_request(ONE, people=[], reason="About a colleague", doing=doing_by(MANAGER))

    link(by=MANAGER)

    line = ledger_rows()[-1]
    assert (line.subject, line.data["other"]) == (f"request {ONE}", TWO)
