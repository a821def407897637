"""Questions lapse when what was asked for never came."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.casework.turning import lapse_questions
from answerable.domain.clock import ClockRefused
from answerable.domain.decisions.notices import check_notice
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import MoveNotAllowed
from answerable.records.casework.models import Letter
from tests.support.casework import AT, INTAKE, OFFICER, REF, begun, doing_by, record
from tests.support.turning import OFFICE, meaning_asked, question

pytestmark = pytest.mark.django_db
IN_DECEMBER = dt.datetime(2025, 12, 8, 9, 0, tzinfo=dt.UTC)
IN_JANUARY = dt.datetime(2026, 1, 8, 9, 0, tzinfo=dt.UTC)
WHY = "No reply came"


def lapsed(*labels, at=IN_DECEMBER, reason=WHY, actor=OFFICER, office=OFFICE):
    doing = doing_by(actor, at=at)
    return lapse_questions(REF, labels, reason=reason, office=office, doing=doing)


@pytest.fixture(autouse=True)
def _begun():
    begun()


def test_nobody_said_what_was_meant():
    meaning_asked("1")

    assert lapsed("1") == ("1",)

    letter = Letter.objects.get()
    kinds = [LetterKind.LAPSE]
    check = check_notice([], letter.contents, sent_on=AT.date(), due_on=AT.date(), kinds=kinds)
    assert (question("1").stage, question("2").stage) == ("closed", "open")
    assert question("1").ended_as == "lapsed"
    assert (letter.kind, letter.labels, check.missing) == ("lapse", ["1"], ())
    assert "On 8 October 2025 we asked you what you meant" in " ".join(letter.text.split())


def test_nobody_paid_the_fee():
    record("fee:2025-10-07", labels=["1"])

    lapsed("1", at=IN_JANUARY)

    assert question("1").stage == "closed"
    assert "we asked you for a fee" in " ".join(Letter.objects.get().text.split())


def test_an_office_waits_as_long_as_it_says():
    meaning_asked("1")

    with pytest.raises(ClockRefused, match="waits 90 days"):
        lapsed("1", office=replace(OFFICE, lapse_after_days=90))

    assert not Letter.objects.exists()


REFUSED = [
    ({"at": dt.datetime(2025, 12, 7, 9, tzinfo=dt.UTC)}, ClockRefused, "it lapses after"),
    ({"reason": ""}, MoveNotAllowed, "Say why"),
    ({"actor": INTAKE}, MoveNotAllowed, "is for officers and managers"),
]


@pytest.mark.parametrize(("about", "kind", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_a_question_goes_on_otherwise(about, kind, why):
    meaning_asked("1")

    with pytest.raises(kind, match=why):
        lapsed("1", **about)

    assert question("1").stage == "open"


def test_questions_that_wait_for_different_things_lapse_one_after_another():
    meaning_asked("1")
    record("fee:2025-10-07", labels=["2"])

    with pytest.raises(MoveNotAllowed, match="different things"):
        lapsed("1", "2", at=IN_JANUARY)


def test_at_least_one_is_named():
    with pytest.raises(MoveNotAllowed, match="Choose the questions"):
        lapsed()
