"""What an answer lacks before it may go."""

import datetime as dt

import pytest

from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.notices import check_notice, letters_for
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.letters import LetterKind, letter_items
from tests.support.decisions import whole_ground

DUE = dt.date(2026, 11, 30)
WITHHELD = Decision((Outcome.WITHHELD,), (whole_ground("31(1)(a)"),))


def everything(*kinds):
    return {item.name for kind in kinds for item in letter_items(kind, on=DUE)}


def check(decision, contents, *, sent_on=DUE, **more):
    return check_notice([decision], contents, sent_on=sent_on, due_on=DUE, **more)


@pytest.mark.parametrize(
    ("outcomes", "citation", "kinds"),
    [
        (["disclosed"], None, ["disclosure"]),
        (["withheld", "disclosed"], "31(1)(a)", ["refusal", "disclosure"]),
        (["withheld"], "EIR 12(5)(b)", ["eir-refusal"]),
        (["not_held", "signposted"], None, ["not-held"]),
        (["cost_limit"], "12(1)", ["cost-refusal"]),
        (["repeated"], "14(2)", ["vexatious-or-repeated"]),
        (["ncnd"], "31(3)", ["neither-confirm-nor-deny"]),
        (["elsewhere"], "21(1)", ["refusal"]),
        (["elsewhere"], None, ["disclosure"]),
        (["clarification"], None, ["clarification"]),
        (["lapsed"], None, []),
    ],
)
def test_the_outcomes_say_which_letter_it_is(outcomes, citation, kinds):
    grounds = (whole_ground(citation),) if citation else ()
    decision = Decision(tuple(map(Outcome, outcomes)), grounds)

    assert list(letters_for([decision])) == kinds


def test_a_letter_with_everything_may_go():
    checked = check(WITHHELD, everything(LetterKind.REFUSAL))

    assert checked.missing == ()
    assert checked.may_go


@pytest.mark.parametrize(
    ("left_out", "may_go"),
    [
        ("refusal.limb", False),
        ("refusal.public-interest", False),
        ("notice.review", False),
        ("notice.complaint", False),
        ("refusal.likelihood", True),
        ("common.reuse", True),
    ],
)
def test_what_a_statute_asks_for_stops_a_letter_and_good_practice_is_only_said(left_out, may_go):
    checked = check(WITHHELD, everything(LetterKind.REFUSAL) - {left_out})

    assert [one.item.name for one in checked.missing] == [left_out]
    assert checked.may_go is may_go
    assert str(checked.missing[0]).startswith("The letter must say ")


def test_an_item_is_needed_only_where_the_decisions_make_it_so():
    absolute = Decision((Outcome.WITHHELD,), (whole_ground("44(1)(a)"),))
    purposeful = Decision((Outcome.PART_DISCLOSED,), (whole_ground("31(1)(g)"),))

    lacking = {
        name: {one.item.name for one in check(decision, ()).missing}
        for name, decision in (("absolute", absolute), ("purposeful", purposeful))
    }

    assert "refusal.enactment" in lacking["absolute"]
    assert not lacking["absolute"] & {"refusal.likelihood", "refusal.purpose", "refusal.marks"}
    assert {"refusal.purpose", "refusal.likelihood", "refusal.marks"} <= lacking["purposeful"]


def test_a_refusal_speaks_of_reviews_for_the_whole_letter():
    both = Decision((Outcome.DISCLOSED, Outcome.WITHHELD), (whole_ground("31(1)(a)"),))

    names = [one.item.name for one in check(both, ()).missing]

    assert "notice.review" in names
    assert "further.review" not in names


def test_a_refusal_notice_is_late_after_day_twenty_even_where_weighing_takes_longer():
    notice = check(
        WITHHELD,
        everything(LetterKind.PUBLIC_INTEREST_EXTENSION),
        sent_on=DUE + dt.timedelta(days=2),
        kinds=[LetterKind.PUBLIC_INTEREST_EXTENSION],
    )

    assert notice.late_by_days == 2
    assert check(Decision((Outcome.DISCLOSED,)), ()).late_by_days == 0


def test_the_complaint_to_the_body_itself_is_needed_since_june_2026():
    before = letter_items(LetterKind.SUBJECT_ACCESS, on=dt.date(2026, 6, 18))
    since = letter_items(LetterKind.SUBJECT_ACCESS, on=dt.date(2026, 6, 19))

    assert {one.name for one in since} - {one.name for one in before} == {
        "subject-access.own-complaint"
    }
