"""What people wrote in the survey is kept for a review so long, and no longer."""

import datetime as dt
import uuid

import pytest
import time_machine

from answerable.actions.standards.surveys import GivenAnswer, answer_survey, invite, new_token
from answerable.actions.standards.unreviewed import remove_unreviewed_words
from answerable.jobs.running import run_job
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Quotation, SurveyInvitation, SurveyMonth

pytestmark = pytest.mark.django_db
MARCH, APRIL = dt.date(2026, 3, 1), dt.date(2026, 4, 1)
LAST = dt.date(2026, 9, 27)
"""The 180th day after the end of March."""
AFTER = LAST + dt.timedelta(days=1)
AT = dt.datetime(2026, 9, 28, 6, tzinfo=dt.UTC)


def wrote(month=MARCH, *, state="waiting", source="survey"):
    return Quotation.objects.create(
        id=uuid.uuid4(), source=source, month=month, written="Words", words="Words", state=state
    )


def test_words_are_kept_for_180_days_after_their_month_and_then_removed():
    wrote()
    wrote()
    later = wrote(APRIL)

    assert remove_unreviewed_words(at=AT, on=LAST) == 0
    assert Quotation.objects.count() == 3
    assert remove_unreviewed_words(at=AT, on=AFTER) == 1
    assert remove_unreviewed_words(at=AT, on=AFTER) == 0

    assert list(Quotation.objects.all()) == [later]
    line = LedgerLine.objects.get()
    assert (line.action, line.subject, line.by) == (
        "unreviewed words removed",
        "survey 2026-03",
        "answerable",
    )
    assert "2" not in str(line.data)


@pytest.mark.parametrize(
    "kept", [{"state": "approved"}, {"state": "kept out"}, {"source": "report"}]
)
def test_what_was_looked_through_and_what_a_report_quotes_stays(kept):
    wrote(**kept)

    assert remove_unreviewed_words(at=AT, on=AFTER) == 0

    assert Quotation.objects.count() == 1
    assert not LedgerLine.objects.exists()


def test_the_jobs_close_a_month_and_remove_its_words_in_their_time():
    token = new_token(dt.date(2026, 3, 10))
    invite(token)
    answer_survey(token, GivenAnswer("en", {"easy": 5}, "Words"), on=dt.date(2026, 3, 11))
    said = []
    for day in (dt.date(2026, 5, 15), dt.date(2026, 5, 16), LAST, AFTER):
        with time_machine.travel(dt.datetime.combine(day, dt.time(12), dt.UTC), tick=False):
            said.append((run_job("close months of the survey"), run_job("remove unreviewed words")))

    assert said == [
        ("", ""),
        ("1 months of the survey closed", ""),
        ("", ""),
        ("", "unreviewed words of 1 months removed"),
    ]
    assert SurveyMonth.objects.get().answered == 1
    assert not SurveyInvitation.objects.exists()
    assert not Quotation.objects.exists()
