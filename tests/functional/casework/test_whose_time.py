"""An answer that left late says whose time it took, where it is looked for."""

import pytest

from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import LateAnswer
from tests.functional.casework.conftest import seen
from tests.support import later_scenes, scenes
from tests.support.casework import AUDITOR, MANAGER, OFFICER, REF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
IN_NOVEMBER = "?first_day=1&first_month=11&first_year=2025&last_day=30&last_month=11&last_year=2025"


def test_an_answer_that_leaves_in_time_keeps_nothing(people):
    scenes.posted()

    assert not LateAnswer.objects.exists()


def test_an_answer_that_leaves_late_keeps_whose_time_it_was(people):
    later_scenes.answered_late()

    kept = LateAnswer.objects.filter(question__label="1").get()
    assert (kept.days_late, kept.shares) == (5, [{"who": "sending", "key": "", "days": 25}])


def test_the_page_of_the_request_says_so(as_):
    later_scenes.answered_late()

    words = seen(as_(OFFICER).get(f"/requests/{REF}/"))

    assert "Question 2: late by 5 working days: sending 25" in words


def test_a_manager_sees_who_had_the_days_of_a_period(as_):
    later_scenes.answered_late()

    words = seen(as_(MANAGER).get(f"/requests/whose-time/{IN_NOVEMBER}"))

    assert "2 late answers from 1 November 2025 to 30 November 2025" in words
    assert f"/requests/{REF}/" in words


def test_a_period_that_ends_before_it_begins_is_refused(as_):
    backwards = IN_NOVEMBER.replace("last_month=11", "last_month=10")

    words = seen(as_(MANAGER).get(f"/requests/whose-time/{backwards}"), 422)

    assert "The last day must not be before the first" in words


def test_the_file_has_a_line_for_each_share_and_is_told_in_the_ledger(as_):
    later_scenes.answered_late()

    lines = (
        as_(AUDITOR).get(f"/requests/whose-time.csv{IN_NOVEMBER}").content.decode().split("\r\n")
    )

    assert lines[1] == f"{REF},1,2025-11-03,2025-11-10,5,sending,,25"
    (told,) = ledger_rows(subject="the requests")
    assert told.data == {"from": "2025-11-01", "to": "2025-11-30", "answers": 2}
