"""Figures stay as they were frozen, and what is published of them stays with everybody."""

import datetime as dt
import json

import pytest

from answerable.actions.casework.figures import FiguresRefused, freeze_figures, publish_figures
from answerable.domain.measures.office import Period, changes_between
from answerable.domain.measures.office.published import profile_named
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.archive import change_number
from answerable.queries.archive.performance import performance_of, performance_rows
from answerable.queries.casework.statistics import frozen_figures, office_figures
from answerable.queries.ledger import ledger_rows
from answerable.records.archive.models import PublishedFigures
from answerable.records.casework.models import FrozenFigures
from tests.support import scenes
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    doing_by,
    somebody,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
OCTOBER = Period(dt.date(2025, 10, 1), dt.date(2025, 10, 31))
NOVEMBER = AT + dt.timedelta(days=30)
OTHER_MANAGER = somebody("Milo", "manager")
PROFILE = profile_named("round-5")


def frozen(*, at=NOVEMBER, by=OFFICER, period=OCTOBER):
    return freeze_figures(period, doing=doing_by(by, at=at))


def published(number, *, at=NOVEMBER, by=MANAGER):
    publish_figures(number, PROFILE, doing=doing_by(by, at=at))


def test_what_was_frozen_stays_and_says_what_changed_since():
    scenes.begun()
    number = frozen()
    scenes.close_questions(REF, ["1", "2"], reason="A slip", doing=doing_by(MANAGER, at=NOVEMBER))

    row, office = frozen_figures(number)
    now = office_figures(OCTOBER, as_at=NOVEMBER.date(), table=TABLE)

    changes = {one.ident: one for one in changes_between(office.by_request, now.by_request)}
    assert office.by_request.line("open").cases == (REF,)
    assert (changes["open"].went, changes["lapsed"].came) == ((REF,), (REF,))
    assert row.is_whole


def test_a_period_that_has_not_ended_is_not_frozen():
    with pytest.raises(FiguresRefused, match="The period ends on 2025-10-31"):
        frozen(at=AT)


def test_a_period_is_frozen_once_a_day():
    frozen()

    with pytest.raises(FiguresRefused, match="frozen today already"):
        frozen(by=MANAGER)

    assert frozen(at=NOVEMBER + dt.timedelta(days=1)) != FrozenFigures.objects.earliest("pk").pk


@pytest.mark.parametrize("by", [CHECKER, AUDITOR])
def test_others_freeze_nothing(by):
    with pytest.raises(MoveNotAllowed, match="is for officers and managers"):
        frozen(by=by)


def test_whoever_froze_figures_does_not_publish_them():
    number = frozen(by=MANAGER)

    with pytest.raises(MoveNotAllowed, match="You wrote it: somebody else must publish it"):
        published(number)
    assert performance_rows() == ()

    published(number, by=OTHER_MANAGER)
    assert [one.period for one in performance_rows()] == [OCTOBER]


def test_an_officer_publishes_nothing():
    number = frozen()

    with pytest.raises(MoveNotAllowed, match="is for managers"):
        published(number, by=OFFICER)


def test_what_is_published_names_no_request_and_tells_kept_pages():
    scenes.posted()
    before = change_number()

    published(frozen())

    assert REF not in PublishedFigures.objects.get().data
    assert change_number() > before
    found = performance_of(OCTOBER).figures.tables[0].line("received")
    assert (found.numerator, found.words, found.cy) == (1, "Received", "Wedi'u derbyn")


def test_figures_are_published_once():
    number = frozen()
    published(number)

    with pytest.raises(FiguresRefused, match="published already"):
        published(number)


def test_figures_that_are_not_what_was_frozen_are_not_published():
    number = frozen()
    data = json.loads(FrozenFigures.objects.get().data)
    data["request"]["lines"][0]["numerator"] = 99
    FrozenFigures.objects.update(data=json.dumps(data))

    assert not frozen_figures(number)[0].is_whole
    with pytest.raises(FiguresRefused, match="their digest differs"):
        published(number)


def test_nothing_is_published_that_was_not_frozen():
    with pytest.raises(FiguresRefused, match="No figures were frozen under the number 7"):
        published(7)


def test_a_later_count_stands_beside_the_first():
    first = frozen()
    published(first)
    later = NOVEMBER + dt.timedelta(days=9)
    published(frozen(at=later), at=later)

    latest, earlier = performance_of(OCTOBER), performance_of(OCTOBER, as_at=NOVEMBER.date())

    assert (latest.is_latest, earlier.is_latest) == (True, False)
    assert [one.as_at for one in latest.others] == [NOVEMBER.date()]
    assert len(performance_rows()) == 1


def test_both_steps_are_told_in_the_ledger():
    number = frozen()
    published(number)

    told = ledger_rows(subject=f"figures {number}")

    assert [(one.action, one.by) for one in told] == [
        ("figures frozen", OFFICER.key),
        ("figures published", MANAGER.key),
    ]
    assert told[0].data["sha256"] == FrozenFigures.objects.get().sha256
