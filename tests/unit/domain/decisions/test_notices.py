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
        (["not_held"], "EIR 12(4)(a)", ["eir-refusal"]),
        (["lapsed"], None, []),
        (["unanswered"], None, []),
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


def test_grounds_of_both_laws_ask_for_the_notices_of_both():
    both = Decision((Outcome.WITHHELD,), (whole_ground("31(1)(a)"), whole_ground("EIR 12(5)(b)")))

    assert set(letters_for([both])) == {LetterKind.REFUSAL, LetterKind.EIR_REFUSAL}


def test_a_letter_that_neither_confirms_nor_denies_need_not_say_what_is_held():
    silent = Decision((Outcome.NCND,), (whole_ground("31(3)"),))
    too_dear = Decision((Outcome.COST_LIMIT,), (whole_ground("12(2)"),))
    open_one = Decision((Outcome.DISCLOSED,))

    lacking = [{one.item.name for one in check(each, ()).missing} for each in (silent, too_dear)]

    assert all("common.each-decision" not in names for names in lacking)
    assert "common.each-decision" in {one.item.name for one in check(open_one, ()).missing}


def test_each_letter_asks_only_for_what_its_own_grounds_need():
    refusal = Decision((Outcome.WITHHELD,), (whole_ground("31(1)(a)"),))
    silent = Decision((Outcome.NCND,), (whole_ground("40(5B)(a)(i)", lacks="public interest"),))

    found = check_notice([refusal, silent], (), sent_on=DUE, due_on=DUE)
    names = {one.item.name for one in found.missing}

    assert "refusal.public-interest" in names
    assert "neither-confirm-nor-deny.public-interest" not in names


def test_section_36_asks_for_the_public_interest_though_nobody_recorded_it_yet():
    unweighed = Decision((Outcome.WITHHELD,), (whole_ground("36(2)(c)", lacks="public interest"),))

    assert "refusal.public-interest" in {one.item.name for one in check(unweighed, ()).missing}


@pytest.mark.parametrize("decisions", [[], [Decision((Outcome.UNANSWERED,))]])
def test_a_letter_about_nothing_may_not_go(decisions):
    assert not check_notice(decisions, everything(), sent_on=DUE, due_on=DUE).may_go
