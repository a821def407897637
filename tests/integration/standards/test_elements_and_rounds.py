"""What is written about elements and rounds: by whom, all or nothing, each with its line in the ledger."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.accounts import end_access
from answerable.actions.standards.elements import (
    ElementRefused,
    GivenEvidence,
    add_evidence,
    give_element,
    take_back_evidence,
    write_storyboard,
)
from answerable.actions.standards.improving import (
    Followed,
    Plan,
    finish_action,
    plan_action,
)
from answerable.actions.standards.rounds import close_round, make_round, set_levels
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import (
    AssessmentRound,
    ElementResult,
    Evidence,
    ImprovementAction,
    RoundPassage,
    Storyboard,
)
from tests.support.accounts import KEEPER
from tests.support.casework import AT, ELEMENT_OWNER, QUALITY_LEAD, STANDARDS_READER, doing_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("staff")]
LEAD, OWNER, READER = map(doing_by, (QUALITY_LEAD, ELEMENT_OWNER, STANDARDS_READER))
DAY = dt.date(2025, 10, 1)
PAPER = GivenEvidence("Minutes", DAY, file_name="minutes.txt", data=b"Agreed.")


def told():
    of_standards = LedgerLine.objects.exclude(subject__startswith="person ")
    return list(of_standards.order_by("number").values_list("action", "subject"))


def made():
    return make_round("cse", kind="review 1", by=AssessmentRound.By.SELF, held_on=DAY, doing=LEAD)


def test_an_owner_writes_about_their_own_element_and_no_other():
    give_element("cse", "4.1.2", owner=ELEMENT_OWNER.key, doing=LEAD)

    write_storyboard("cse", "4.1.2", text="We measure each month.", doing=OWNER)

    with pytest.raises(MoveNotAllowed, match=r"Element 5\.3\.2 is not yours"):
        write_storyboard("cse", "5.3.2", text="So do we.", doing=OWNER)
    assert [one.element for one in Storyboard.objects.all()] == ["4.1.2"]
    assert told() == [
        ("element given", "element cse/4.1.2"),
        ("storyboard written", "element cse/4.1.2"),
    ]


def test_an_element_that_was_taken_from_somebody_is_theirs_no_more():
    give_element("cse", "4.1.2", owner=ELEMENT_OWNER.key, doing=LEAD)
    give_element("cse", "4.1.2", owner="", doing=LEAD)

    with pytest.raises(MoveNotAllowed, match="is not yours"):
        add_evidence("cse", "4.1.2", PAPER, doing=OWNER)


def test_a_file_waits_for_its_inspection_and_an_address_does_not():
    file = add_evidence("cse", "5.3.2", PAPER, doing=LEAD)
    page = GivenEvidence("Our page", DAY, address="https:" + "//body.example/performance")
    add_evidence("cse", "5.3.2", page, doing=LEAD)

    waiting = Evidence.objects.filter(verdict="").exclude(sha256="")
    assert [one.pk for one in waiting] == [file]
    assert [one for one, _ in told()] == ["evidence added"] * 2


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"data": b""}, "minutes.txt is empty"),
        ({"data": b"x" * 40 * 1024**2}, "minutes.txt has 40 MB: evidence has at most 25 MB"),
        ({"title": " "}, "it needs a title"),
        ({"dated_on": dt.date(2026, 1, 1)}, "1 January 2026 is still to come"),
        ({"address": "https:" + "//body.example"}, "a file or an address"),
        ({"address": "ftp:" + "//body.example", "file_name": ""}, "begins with https"),
    ],
)
def test_evidence_that_cannot_be_kept_is_refused_and_nothing_is_kept(changed, words):
    with pytest.raises(ElementRefused, match=words):
        add_evidence("cse", "5.3.2", replace(PAPER, **changed), doing=LEAD)

    assert not Evidence.objects.exists()
    assert not told()


def test_the_bytes_of_evidence_that_is_taken_back_are_gone():
    number = add_evidence("cse", "5.3.2", PAPER, doing=LEAD)

    take_back_evidence(number, doing=LEAD)

    assert bytes(Evidence.objects.get().data) == b""
    with pytest.raises(ElementRefused, match="There is no evidence"):
        take_back_evidence(number, doing=LEAD)


def test_an_element_that_does_not_exist_is_named():
    with pytest.raises(ElementRefused, match=r"has no element 9\.9\.9"):
        add_evidence("cse", "9.9.9", PAPER, doing=LEAD)


def test_an_action_is_done_once():
    due = dt.date(2025, 12, 1)
    number = plan_action("cse", "5.3.2", Plan("Publish months", OWNER.by.key, due), doing=LEAD)

    finish_action(number, note="Published", doing=LEAD)

    assert ImprovementAction.objects.get().done_on == LEAD.on
    with pytest.raises(ElementRefused, match="No action"):
        finish_action(number, note="", doing=LEAD)
    with pytest.raises(ElementRefused, match="is over"):
        plan_action("cse", "5.3.2", Plan("More", OWNER.by.key, DAY), doing=LEAD)


@pytest.mark.parametrize("who", ["", "x", STANDARDS_READER.key])
def test_what_is_to_be_done_is_for_somebody_who_may_write_about_elements(who):
    plan = Plan("Publish months", who, dt.date(2025, 12, 1))

    with pytest.raises(ElementRefused, match=r"who does it|Choose a quality lead"):
        plan_action("cse", "5.3.2", plan, doing=LEAD)
    assert not ImprovementAction.objects.exists()


@pytest.mark.parametrize("who", ["nobody@body.example", STANDARDS_READER.key])
def test_an_element_is_given_to_nobody_who_may_not_write_about_it(who):
    with pytest.raises(ElementRefused, match="Choose a quality lead or an element owner"):
        give_element("cse", "4.1.2", owner=who, doing=LEAD)
    assert told() == []


def test_an_element_is_given_to_nobody_whose_access_ended():
    end_access(ELEMENT_OWNER.key, by=KEEPER, at=AT)

    with pytest.raises(ElementRefused, match="who works here"):
        give_element("cse", "4.1.2", owner=ELEMENT_OWNER.key, doing=LEAD)


def test_what_is_to_be_done_follows_what_a_report_asks_for_or_nothing():
    number = made()
    passage = {"round_id": number, "elements": " 5.3.2 ", "text": "Measure it."}
    RoundPassage.objects.create(place=1, kind="improvement", **passage)
    RoundPassage.objects.create(place=2, kind="strength", **passage)
    due = dt.date(2025, 12, 1)

    plan_action("cse", "5.3.2", Plan("Alone", OWNER.by.key, due), doing=LEAD)
    asked = Plan("Asked", OWNER.by.key, due, Followed(number, 1))
    plan_action("cse", "5.3.2", asked, doing=LEAD)

    for element, follows in (("4.1.2", Followed(number, 1)), ("5.3.2", Followed(number, 2))):
        with pytest.raises(ElementRefused, match="No report asks for that"):
            plan_action("cse", element, Plan("No", OWNER.by.key, due, follows), doing=LEAD)
    kept = ImprovementAction.objects.order_by("pk").values_list("text", "round", "passage")
    assert list(kept) == [("Alone", None, None), ("Asked", number, 1)]


def test_levels_of_a_round_are_set_until_it_is_closed():
    number = made()

    set_levels(number, {"5.3.2": "partial", "4.1.2": "partial"}, doing=LEAD)
    set_levels(number, {"5.3.2": "compliant", "4.1.2": ""}, doing=LEAD)
    close_round(number, doing=LEAD)

    assert list(ElementResult.objects.values_list("element", "level")) == [("5.3.2", "compliant")]
    with pytest.raises(RoundRefused, match="is closed"):
        set_levels(number, {"5.3.2": "plus"}, doing=LEAD)
    assert [one for one, _ in told()] == ["round made", "levels set", "levels set", "round closed"]


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ({"5.3.2": "plus", "9.9.9": "plus"}, r"has no element 9\.9\.9"),
        ({"5.3.2": "plus", "9.9.9": ""}, r"has no element 9\.9\.9"),
        ({"5.3.2": "splendid"}, "has no level 'splendid'"),
    ],
)
def test_levels_that_cannot_be_are_refused_and_none_is_set(levels, words):
    number = made()

    with pytest.raises(RoundRefused, match=words):
        set_levels(number, levels, doing=LEAD)

    assert not ElementResult.objects.exists()


def test_a_round_without_a_level_stays_open():
    with pytest.raises(RoundRefused, match="no level yet"):
        close_round(made(), doing=LEAD)


def test_only_a_quality_lead_makes_rounds_and_readers_write_nothing():
    for doing in (OWNER, READER):
        with pytest.raises(MoveNotAllowed):
            make_round("cse", kind="review 1", by=AssessmentRound.By.SELF, held_on=DAY, doing=doing)
    with pytest.raises(MoveNotAllowed):
        write_storyboard("cse", "5.3.2", text="Words", doing=READER)
