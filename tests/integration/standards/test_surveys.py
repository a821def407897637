"""The survey: an answer once for each link, words apart from scores, and months that are closed to counts."""

import datetime as dt

import pytest

from answerable.actions.standards.surveys import (
    GivenAnswer,
    SurveyRefused,
    answer_survey,
    close_survey_months,
    invite,
    new_token,
    take_back_invitation,
)
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import (
    Quotation,
    SurveyAnswer,
    SurveyInvitation,
    SurveyMonth,
)

pytestmark = pytest.mark.django_db
SENT = dt.date(2026, 3, 10)
LAST = dt.date(2026, 4, 24)
GIVEN = GivenAnswer("cy", {"easy": 5, "overall": 2}, "Diolch am yr ateb")


@pytest.fixture
def token() -> str:
    made = new_token(SENT)
    invite(made)
    return made


def test_an_answer_is_kept_by_its_month_and_its_words_wait_apart(token: str) -> None:
    answer_survey(token, GIVEN, on=LAST)
    answer, quotation = SurveyAnswer.objects.get(), Quotation.objects.get()
    assert (answer.month, answer.language) == (dt.date(2026, 3, 1), "cy")
    assert answer.scores == {"easy": 5, "overall": 2}
    assert (quotation.written, quotation.state) == ("Diolch am yr ateb", "waiting")
    assert quotation.id != answer.id
    assert not LedgerLine.objects.exists()


def test_no_table_keeps_the_token(token: str) -> None:
    assert token not in str(list(SurveyInvitation.objects.values()))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (GivenAnswer("en", {}), "at least one"),
        (GivenAnswer("en", {"easy": 6}), "from 1 to 5"),
        (GivenAnswer("en", {"other": 3}), "from 1 to 5"),
        (GivenAnswer("fr", {"easy": 3}), "English or in Welsh"),
        (GivenAnswer("en", {}, "x" * 2001), "2001 characters"),
    ],
)
def test_what_cannot_be_kept_leaves_the_link_unused(
    token: str, given: GivenAnswer, why: str
) -> None:
    with pytest.raises(SurveyRefused, match=why):
        answer_survey(token, given, on=SENT)
    assert not SurveyInvitation.objects.get().is_used


def test_a_link_works_once(token: str) -> None:
    answer_survey(token, GIVEN, on=SENT)
    with pytest.raises(SurveyRefused, match="used already"):
        answer_survey(token, GIVEN, on=SENT)
    assert SurveyAnswer.objects.count() == 1


def test_a_link_ends_after_45_days(token: str) -> None:
    with pytest.raises(SurveyRefused, match="has ended"):
        answer_survey(token, GIVEN, on=LAST + dt.timedelta(days=1))


@pytest.mark.parametrize(
    "wrong",
    ["", "20260310", *(f"{day}-{'a' * 32}" for day in ("99999999", "99991231", "20260310"))],
)
def test_a_wrong_link_is_refused(token: str, wrong: str) -> None:
    with pytest.raises(SurveyRefused, match="no link to a survey"):
        answer_survey(wrong, GIVEN, on=SENT)


def test_an_offer_that_did_not_go_is_forgotten(token: str) -> None:
    take_back_invitation(token)
    assert not SurveyInvitation.objects.exists()


def test_a_month_closes_after_its_last_link_and_leaves_counts_only(token: str) -> None:
    invite(new_token(dt.date(2026, 3, 31)))
    answer_survey(token, GIVEN, on=SENT)
    at = dt.datetime(2026, 5, 16, 6, tzinfo=dt.UTC)
    assert close_survey_months(at=at, on=dt.date(2026, 5, 15)) == 0
    assert close_survey_months(at=at, on=dt.date(2026, 5, 16)) == 1
    assert close_survey_months(at=at, on=dt.date(2026, 5, 16)) == 0
    closed = SurveyMonth.objects.get()
    assert (closed.invited, closed.answered) == (2, 1)
    assert closed.counts["easy"]["5"] == 1
    assert closed.counts["clear"] == {"1": 0, "2": 0, "3": 0, "4": 0, "5": 0}
    assert not SurveyAnswer.objects.exists()
    assert not SurveyInvitation.objects.exists()
    line = LedgerLine.objects.get()
    assert (line.action, line.subject) == ("survey month closed", "survey 2026-03")
