"""What a notice may say: limbs that are weighed, reasons, fees, and under which law."""

import datetime as dt
from decimal import Decimal

import pytest

from answerable.domain.clock import EventKind, Regime
from answerable.domain.decisions.checking import check_decision
from answerable.domain.decisions.decision import Authority, BodyKind, Decision
from answerable.domain.decisions.letters import NoticeSaid
from answerable.domain.decisions.notice_kinds import (
    NoticeRefused,
    check_qualified,
    check_said,
    notice_event,
    said_as_json,
    said_of,
)
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.letters import LetterKind
from tests.support.decisions import whole_ground

WEIGH, COMPLEX, FEE = (
    LetterKind.PUBLIC_INTEREST_EXTENSION,
    LetterKind.COMPLEX_EXTENSION,
    LetterKind.FEES_NOTICE,
)
DAY = dt.date(2026, 11, 22)
SAID = NoticeSaid(
    limbs=("31(1)(a)",),
    why="It would help burglars.",
    until=dt.date(2026, 12, 10),
    again="Advice was late",
    pounds=Decimal("24.50"),
)


@pytest.mark.parametrize(
    "citation", ["31(1)(a)", "43(2)", "36(2)(c)", "31(3)", "40(3B)", "38(1)(a)"]
)
def test_under_a_qualified_limb_there_is_time_to_weigh(citation):
    assert check_qualified(citation, authority=Authority()) is None


REFUSED = [
    ("21(1)", "is absolute"),
    ("32(1)(a)", "is absolute"),
    ("41(1)", "is absolute"),
    ("40(3A)(a)", "is absolute"),
    ("40(2)", "cite the condition"),
    ("31", "is cited without its limb"),
    ("99", "is nothing on which"),
    ("12(1)", "gives no time"),
    ("EIR 12(5)(b)", "gives no time"),
]


@pytest.mark.parametrize(("citation", "why"), REFUSED)
def test_under_any_other_there_is_none(citation, why):
    with pytest.raises(NoticeRefused, match=why):
        check_qualified(citation, authority=Authority())


def test_for_a_house_of_parliament_section_36_is_absolute():
    with pytest.raises(NoticeRefused, match="is absolute"):
        check_qualified("36(2)(c)", authority=Authority(BodyKind.HOUSE_OF_PARLIAMENT))


MISSING = [
    (WEIGH, Regime.FOIA, NoticeSaid(why="Because"), "Name the limb"),
    (WEIGH, Regime.FOIA, NoticeSaid(limbs=("31(1)(a)",)), "why the exemption is engaged"),
    (WEIGH, Regime.EIR, SAID, "EIR gives no such time"),
    (COMPLEX, Regime.FOIA, SAID, "FOIA gives no such time"),
    (COMPLEX, Regime.RPSI, SAID, "does not say how much"),
    (COMPLEX, Regime.EIR, NoticeSaid(), "why the request is complex"),
    (FEE, Regime.SAR, SAID, "SAR knows no fee"),
    (FEE, Regime.FOIA, NoticeSaid(why="Copies"), "Say how much"),
    (FEE, Regime.FOIA, NoticeSaid(why="Copies", pounds=Decimal("-1")), "Say how much"),
    (FEE, Regime.FOIA, NoticeSaid(why="Copies", pounds=Decimal("1.005")), "Say how much"),
    (FEE, Regime.FOIA, NoticeSaid(why="Copies", pounds=Decimal("NaN")), "Say how much"),
    (FEE, Regime.FOIA, NoticeSaid(pounds=Decimal(5)), "how the fee was worked out"),
]


@pytest.mark.parametrize(("kind", "regime", "said", "why"), MISSING)
def test_a_notice_that_says_too_little_is_refused(kind, regime, said, why):
    with pytest.raises(NoticeRefused, match=why):
        check_said(kind, said, regime=regime, authority=Authority())


@pytest.mark.parametrize(
    ("kind", "regime"),
    [(WEIGH, Regime.FOIA), (COMPLEX, Regime.EIR), (COMPLEX, Regime.SAR), (FEE, Regime.FOIA)],
)
def test_a_whole_notice_is_not(kind, regime):
    assert check_said(kind, SAID, regime=regime, authority=Authority()) is None


def test_what_is_said_is_stored_and_read_again():
    assert said_of(said_as_json(SAID)) == SAID
    assert said_of(said_as_json(NoticeSaid())) == NoticeSaid()


def test_a_fee_stops_the_clock_without_a_date_of_its_own():
    assert notice_event(FEE, SAID, on=DAY).until is None
    assert notice_event(WEIGH, SAID, on=DAY).kind is EventKind.PIT_EXTENSION


FOLLOWS = [
    ("31(1)(a)", Regime.EIR, "31(1)(a) is of the Act"),
    ("EIR 12(5)(b)", Regime.FOIA, "EIR 12(5)(b) is of the EIR"),
    ("31(1)(a)", Regime.SAR, "31(1)(a) is no ground of SAR"),
]


@pytest.mark.parametrize(("citation", "regime", "why"), FOLLOWS)
def test_a_decision_rests_on_the_law_that_the_question_is_answered_under(citation, regime, why):
    decision = Decision((Outcome.WITHHELD,), (whole_ground(citation),))

    reasons = check_decision(decision, authority=Authority(), on=DAY, regime=regime)

    assert any(str(one).startswith(why) for one in reasons)
