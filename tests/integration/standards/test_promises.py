"""Service standards: their months, their targets, what they flag, and what the ledger says."""

import datetime as dt
import json

import pytest

from answerable.actions.standards.months import enter_figure, record_due_months
from answerable.actions.standards.promises import (
    MonthWords,
    Promise,
    PromiseRefused,
    change_target,
    explain_month,
    make_standard,
    tie_elements,
)
from answerable.domain.assurance.promises import Aim, share
from answerable.domain.assurance.survey_months import TOGETHER, TOO_FEW
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.standards.promises import flagged_elements, service_standard
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import StandardMonth
from tests.support import scenes
from tests.support.casework import OFFICER, QUALITY_LEAD, doing_by
from tests.support.promise_doors import AUGUST, promised
from tests.support.survey_scenes import APRIL, closed_year

pytestmark = pytest.mark.django_db
_TODAY = dt.date(2025, 10, 7)


def _months():
    return list(StandardMonth.objects.order_by("month").values_list("month", "value", "is_met"))


def test_a_missed_target_flags_the_elements_that_are_tied_to_it():
    promised()
    tie_elements("leave", "cse", ["5.3.2"], doing=doing_by(QUALITY_LEAD))

    (flag,) = flagged_elements("cse", today=_TODAY)

    assert (flag.element, flag.figure, flag.target, flag.told) == ("5.3.2", "80%", "90%", "")


def test_a_month_that_keeps_its_promise_flags_nothing():
    promised()
    doing = doing_by(QUALITY_LEAD)
    tie_elements("leave", "cse", ["5.3.2"], doing=doing)

    enter_figure("leave", dt.date(2025, 9, 1), share(9, 10), doing=doing)

    assert flagged_elements("cse", today=_TODAY) == ()


def test_an_element_that_does_not_exist_is_refused_and_nothing_is_tied():
    promised()

    with pytest.raises(PromiseRefused, match=r"no element 9\.9\.9"):
        tie_elements("leave", "cse", ["5.3.2", "9.9.9"], doing=doing_by(QUALITY_LEAD))

    assert service_standard("leave", today=_TODAY).ties == ()


def test_a_corrected_figure_keeps_what_it_was_and_the_ledger_tells_it():
    promised()

    enter_figure("leave", AUGUST, share(9, 10), doing=doing_by(QUALITY_LEAD))

    (month,) = service_standard("leave", today=_TODAY).months
    assert (month.figure, month.is_met, month.corrected_from) == ("90%", True, "80%")
    line = LedgerLine.objects.get(action="standard corrected")
    assert json.loads(line.data) == {
        "month": "2025-08",
        "value": 90_000,
        "target": 90_000,
        "before": 80_000,
    }


def test_a_month_keeps_the_target_that_held():
    promised()
    doing = doing_by(QUALITY_LEAD)

    change_target("leave", 70_000, from_month=dt.date(2025, 9, 1), doing=doing)
    enter_figure("leave", AUGUST, share(75, 100), doing=doing)
    enter_figure("leave", dt.date(2025, 9, 1), share(75, 100), doing=doing)

    assert [(one[1], one[2]) for one in _months()] == [(75_000, False), (75_000, True)]
    with pytest.raises(PromiseRefused, match="choose a later month"):
        change_target("leave", 60_000, from_month=AUGUST, doing=doing)


def test_an_explanation_needs_what_is_done_and_stands_in_no_line():
    promised()
    doing = doing_by(QUALITY_LEAD)

    with pytest.raises(PromiseRefused, match="Say both"):
        explain_month("leave", AUGUST, MonthWords("Two were ill", "", " ", ""), doing=doing)
    explain_month("leave", AUGUST, MonthWords("Two were ill", "", "Cover", ""), doing=doing)

    assert not service_standard("leave", today=_TODAY).months[0].needs_words
    assert "ill" not in LedgerLine.objects.get(action="standard explained").data


def _timely(doing):
    first = dt.date(2025, 8, 1)
    for name, source in (("In time", "answers_in_time"), ("Prompt", "acknowledged_in_2")):
        make_standard(
            Promise(name, "", "Soon", "", "", source, Aim.AT_LEAST, 95_000, first), doing=doing
        )


def test_the_machine_records_the_months_whose_day_has_come_and_open_is_no_success():
    scenes.begun()
    month = Request.objects.get().received_on.replace(day=1)
    later = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)
    doing = doing_by(QUALITY_LEAD, at=later)
    _timely(doing)

    first, again = record_due_months(doing=doing), record_due_months(doing=doing)

    assert first > 0
    assert again == 0
    row = next(
        one for one in service_standard("in-time", today=later.date()).months if one.month == month
    )
    assert (row.figure, row.numerator, row.denominator, row.is_met) == ("0%", 0, 1, False)


def test_whoever_does_not_keep_standards_is_refused():
    with pytest.raises(MoveNotAllowed):
        _timely(doing_by(OFFICER))


def test_the_survey_measures_months_that_are_shown_by_themselves_and_says_why_others_have_no_figure():
    closed_year()
    promise = Promise(
        "Content", "", "You are content", "", "", "satisfied", Aim.AT_LEAST, 85_000, APRIL
    )
    slug = make_standard(promise, doing=doing_by(QUALITY_LEAD))

    record_due_months(doing=doing_by(QUALITY_LEAD))

    shown = {one.slug: one for one in service_standard(slug, today=_TODAY).months}
    assert (shown["2025-04"].figure, shown["2025-04"].is_met) == ("more than 90%", True)
    assert shown["2025-04"].denominator is None
    assert (shown["2025-05"].figure, shown["2025-05"].why_none) == ("", TOGETHER)
    assert (shown["2025-07"].figure, shown["2025-07"].why_none) == ("", TOO_FEW)
    assert shown["2025-07"].is_met is None


def test_how_many_answered_the_survey_is_measured_as_it_is_shown():
    closed_year()
    promise = Promise(
        "Response", "", "Many answer", "", "", "response_rate", Aim.AT_LEAST, 50_000, APRIL
    )
    slug = make_standard(promise, doing=doing_by(QUALITY_LEAD))

    record_due_months(doing=doing_by(QUALITY_LEAD))
    record_due_months(doing=doing_by(QUALITY_LEAD))

    (april, *_) = service_standard(slug, today=_TODAY).months
    assert (april.figure, april.is_met, april.corrected_from) == ("40%", False, "")
