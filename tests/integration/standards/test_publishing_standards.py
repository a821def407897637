"""Service standards and rounds become public by a reason, and every change of what is public makes pages anew."""

import datetime as dt
import json

import pytest

from answerable.actions.standards.months import enter_figure, record_due_months
from answerable.actions.standards.promises import (
    MonthWords,
    Promise,
    PromiseNotFound,
    change_target,
    end_standard,
    explain_month,
    make_standard,
    tie_elements,
)
from answerable.actions.standards.publishing import (
    PublishingRefused,
    publish_round,
    publish_standard,
    take_back_round,
    take_back_standard,
)
from answerable.actions.standards.rounds import close_round, make_round, set_levels
from answerable.domain.assurance.promises import Aim, share
from answerable.domain.assurance.quotations import WordsRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.archive import change_number
from answerable.queries.standards.public_words import words_to_decide
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import PublishedRound, ServiceStandard
from tests.support import scenes
from tests.support.casework import ELEMENT_OWNER, QUALITY_LEAD, doing_by
from tests.support.promise_doors import AUGUST, promised

pytestmark = pytest.mark.django_db
LEAD = doing_by(QUALITY_LEAD)
WHY = "It was agreed"


def told(action):
    line = LedgerLine.objects.get(action=action)
    return line.subject, json.loads(line.data)


def counted(name, source, *, first=dt.date(2025, 8, 1)):
    promise = Promise(name, "", "Soon", "", "", source, Aim.AT_LEAST, 95_000, first)
    return make_standard(promise, doing=LEAD)


def closed_round(day=dt.date(2025, 3, 1), **levels):
    number = make_round("cse", kind="initial", by="assessor", held_on=day, doing=LEAD)
    set_levels(number, levels or {"1.1.1": "plus", "5.3.2": "partial"}, doing=LEAD)
    close_round(number, doing=LEAD)
    return number


def test_a_standard_is_published_and_taken_back_with_a_reason():
    promised()

    publish_standard("leave", reason=WHY, doing=LEAD)
    was_public = ServiceStandard.objects.get().is_public
    take_back_standard("leave", reason="It counts one team", doing=LEAD)

    assert was_public
    assert not ServiceStandard.objects.get().is_public
    assert told("standard published") == ("standard leave", {"months": 1, "reason": WHY})
    assert told("standard taken back")[1] == {"reason": "It counts one team"}


@pytest.mark.parametrize(
    ("by", "reason", "said"),
    [(QUALITY_LEAD, " ", "Say why"), (ELEMENT_OWNER, WHY, "quality lead")],
    ids=["no reason", "another role"],
)
def test_nothing_is_published_without_a_reason_or_by_another_role(by, reason, said):
    promised()
    number = closed_round()

    for publish, what in ((publish_standard, "leave"), (publish_round, number)):
        with pytest.raises(MoveNotAllowed, match=said):
            publish(what, reason=reason, doing=doing_by(by))

    assert not ServiceStandard.objects.get().is_public
    assert not PublishedRound.objects.exists()


def test_what_is_published_is_not_published_again_and_what_is_not_is_not_taken_back():
    promised()

    with pytest.raises(PublishingRefused, match="Leave is not published"):
        take_back_standard("leave", reason=WHY, doing=LEAD)
    publish_standard("leave", reason=WHY, doing=LEAD)
    with pytest.raises(PublishingRefused, match="Leave is published already"):
        publish_standard("leave", reason=WHY, doing=LEAD)
    with pytest.raises(PromiseNotFound):
        publish_standard("nothing", reason=WHY, doing=LEAD)


def test_two_targets_for_one_figure_are_not_published_together():
    first, second = counted("Content", "satisfied"), counted("Happy", "satisfied")
    later = counted("Later", "satisfied", first=dt.date(2026, 1, 1))
    publish_standard(first, reason=WHY, doing=LEAD)

    with pytest.raises(PublishingRefused, match="Content is published and measured by the same"):
        publish_standard(second, reason=WHY, doing=LEAD)
    end_standard(first, last_month=dt.date(2025, 12, 1), doing=LEAD)
    publish_standard(later, reason=WHY, doing=LEAD)

    open_now = ServiceStandard.objects.filter(is_public=True).values_list("slug", flat=True)
    assert set(open_now) == {first, later}


def test_two_targets_for_a_figure_of_requests_are_published_together():
    for slug in (counted("In time", "answers_in_time"), counted("Timely", "answers_in_time")):
        publish_standard(slug, reason=WHY, doing=LEAD)

    assert ServiceStandard.objects.filter(is_public=True).count() == 2


def test_teams_that_enter_their_own_figures_are_published_side_by_side():
    promised()
    other = counted("Visits", "by_hand_share")

    publish_standard("leave", reason=WHY, doing=LEAD)
    publish_standard(other, reason=WHY, doing=LEAD)

    assert ServiceStandard.objects.filter(is_public=True).count() == 2


CHANGES = {
    "target": lambda: change_target("leave", 70_000, from_month=dt.date(2025, 9, 1), doing=LEAD),
    "end": lambda: end_standard("leave", last_month=dt.date(2026, 1, 1), doing=LEAD),
    "words": lambda: explain_month(
        "leave", AUGUST, MonthWords("Two posts were empty", "", "Both are filled", ""), doing=LEAD
    ),
    "figure": lambda: enter_figure("leave", dt.date(2025, 9, 1), share(9, 10), doing=LEAD),
    "correction": lambda: enter_figure("leave", AUGUST, share(9, 10), doing=LEAD),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("is_public", [True, False])
def test_a_change_of_a_standard_is_one_of_the_site_where_it_is_published(name, is_public):
    promised()
    if is_public:
        publish_standard("leave", reason=WHY, doing=LEAD)
    before = change_number()

    CHANGES[name]()

    assert (change_number() > before) is is_public


def test_a_figure_that_is_the_same_again_and_a_tie_change_nothing_of_the_site():
    promised()
    publish_standard("leave", reason=WHY, doing=LEAD)
    before = change_number()

    enter_figure("leave", AUGUST, share(8, 10), doing=LEAD)
    tie_elements("leave", "cse", ["5.3.2"], doing=LEAD)

    assert change_number() == before


def test_months_that_the_machine_records_show_at_once():
    scenes.begun()
    later = doing_by(QUALITY_LEAD, at=dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC))
    month = Request.objects.get().received_on.replace(day=1)
    slug = counted("In time", "answers_in_time", first=month)
    publish_standard(slug, reason=WHY, doing=LEAD)
    before = change_number()

    count = record_due_months(doing=later)

    assert change_number() == before + count > before


def test_a_median_keeps_of_how_many_it_is():
    scenes.begun()
    month = Request.objects.get().received_on.replace(day=1)
    slug = counted("Soon", "days_to_answer", first=month)

    record_due_months(doing=doing_by(QUALITY_LEAD, at=dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)))

    row = ServiceStandard.objects.get(slug=slug).months.get(month=month)
    assert (row.numerator, row.denominator) == (None, 0)


def test_the_levels_of_a_closed_round_are_published_and_stay_as_they_were():
    number = closed_round()

    publish_round(number, reason=WHY, doing=LEAD)

    found = PublishedRound.objects.get()
    assert (found.key, found.round_id) == ("cse", number)
    assert found.levels == {"1.1.1": "plus", "5.3.2": "partial"}
    assert told("round published") == (
        f"round {number}",
        {"framework": "cse", "levels": 2, "reason": WHY},
    )


def test_a_later_round_stands_in_place_of_the_earlier_one():
    first, second = closed_round(), closed_round(dt.date(2025, 9, 1))

    publish_round(first, reason=WHY, doing=LEAD)
    publish_round(second, reason=WHY, doing=LEAD)

    assert PublishedRound.objects.get().round_id == second
    line = LedgerLine.objects.filter(action="round published").last()
    assert json.loads(line.data)["instead_of"] == first
    with pytest.raises(PublishingRefused, match="are not published"):
        take_back_round(first, reason=WHY, doing=LEAD)


def test_an_open_round_one_that_is_not_there_and_one_twice_are_refused():
    number = make_round("cse", kind="initial", by="self", held_on=dt.date(2025, 3, 1), doing=LEAD)

    with pytest.raises(PublishingRefused, match="is open: close it first"):
        publish_round(number, reason=WHY, doing=LEAD)
    with pytest.raises(PublishingRefused, match="There is no round 999"):
        publish_round(999, reason=WHY, doing=LEAD)
    closed = closed_round()
    publish_round(closed, reason=WHY, doing=LEAD)
    with pytest.raises(PublishingRefused, match="published already"):
        publish_round(closed, reason=WHY, doing=LEAD)


def test_a_round_is_taken_back_with_a_reason_and_the_site_changes():
    number = closed_round()
    publish_round(number, reason=WHY, doing=LEAD)
    before = change_number()

    take_back_round(number, reason="The assessor corrected it", doing=LEAD)

    assert not PublishedRound.objects.exists()
    assert change_number() > before
    assert told("round taken back")[1] == {"reason": "The assessor corrected it"}


NAMED = MonthWords("Olwen Sample was away: ring 07700 900123", "", "Both are filled", "")


def decided(texts=None):
    return {one.key: "An invented number" for one in words_to_decide("leave", texts)}


def test_words_that_name_somebody_hold_a_standard_back_until_somebody_says_why():
    promised()
    explain_month("leave", AUGUST, NAMED, doing=LEAD)

    with pytest.raises(WordsRefused, match="telephone number") as refused:
        publish_standard("leave", reason=WHY, doing=LEAD)
    publish_standard("leave", reason=WHY, doing=LEAD, confirmed=decided())

    assert "900123" not in str(refused.value)
    assert told("standard published")[1]["reasons"] == ["An invented number"]
    assert words_to_decide("leave") == ()


def test_an_explanation_that_everybody_would_read_at_once_is_decided_first():
    promised()
    publish_standard("leave", reason=WHY, doing=LEAD)

    with pytest.raises(WordsRefused):
        explain_month("leave", AUGUST, NAMED, doing=LEAD)
    month = ServiceStandard.objects.get().months.get(month=AUGUST)
    assert "Olwen" not in month.told

    explain_month("leave", AUGUST, NAMED, doing=LEAD, confirmed=decided((NAMED.told,)))
    explain_month("leave", AUGUST, NAMED, doing=LEAD)

    kept = ServiceStandard.objects.get()
    assert set(kept.confirmed.values()) == {"An invented number"}
    lines = LedgerLine.objects.filter(action="standard explained")
    assert all("900123" not in one.data for one in lines)
