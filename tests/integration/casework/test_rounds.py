"""A question that is opened again has a clock of its own, and keeps what was before."""

import datetime as dt

import pytest

from answerable.actions.casework import put_forward, write_decision
from answerable.actions.casework.counting import recount
from answerable.actions.casework.deciding import DecisionNotLawful, latest
from answerable.actions.casework.turning import change_regime
from answerable.domain.clock.clocks import question_clock
from answerable.queries.casework.challenges import past_rounds
from answerable.queries.casework.clocks import clock_facts, events_in
from answerable.records.casework.models import Question
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import AT, DISCLOSED, OFFICER, REF, TABLE, doing_by

pytestmark = pytest.mark.django_db
OPENED = dt.date(2025, 11, 3)


@pytest.fixture
def opened(office):  # noqa: F811 the fixture above
    """The first question was answered, and is open again with thirty-five days."""
    scenes.posted()
    question = Question.objects.get(request__reference=REF, label="1")
    question.round, question.round_from, question.round_limit = 2, OPENED, "35days"
    question.stage, question.clock_state = "open", ""
    question.save()
    recount(question.request, TABLE)
    question.refresh_from_db()
    return question


def test_its_clock_begins_anew_under_the_limit_that_was_set(opened):
    clock = question_clock(clock_facts(opened.request, opened), TABLE)

    assert (clock.received_on, clock.answered_on) == (OPENED, None)
    assert opened.due_on == OPENED + dt.timedelta(days=35)


def test_what_was_before_keeps_its_round(opened):
    assert [one.kind.value for one in events_in(opened, 1)] == ["answered"]
    assert events_in(opened, 2) == ()


def test_an_earlier_decision_is_not_put_forward_again(opened):
    with pytest.raises(DecisionNotLawful):
        put_forward(REF, ["1"], doing=doing_by(OFFICER))


def test_another_law_in_a_later_round_leaves_the_earlier_clock_as_it_was(opened):
    before = past_rounds(REF, table=TABLE)[0].clock

    at = AT + dt.timedelta(days=40)
    change_regime(REF, ["1"], "EIR", reason="It is a survey", doing=doing_by(OFFICER, at=at))

    after = past_rounds(REF, table=TABLE)[0].clock
    assert (before.regime, after.regime) == ("FOIA", "FOIA")
    assert after.due_on == before.due_on
    opened.refresh_from_db()
    assert question_clock(clock_facts(opened.request, opened), TABLE).regime == "EIR"


def test_decisions_go_on_counting(opened):
    assert write_decision(REF, "1", DISCLOSED, doing=doing_by(OFFICER)) == 2

    assert latest(opened).round == 2
