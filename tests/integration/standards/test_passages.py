"""How far the office is with what an assessor asks for: by whom, and with its line in the ledger."""

import datetime as dt

import pytest

from answerable.actions.standards.elements import give_element
from answerable.actions.standards.passages import move_passage
from answerable.actions.standards.rounds import close_round, make_round, set_levels
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import AssessmentRound, RoundPassage
from tests.support.casework import ELEMENT_OWNER, QUALITY_LEAD, STANDARDS_READER, doing_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("staff")]
LEAD, OWNER, READER = map(doing_by, (QUALITY_LEAD, ELEMENT_OWNER, STANDARDS_READER))


@pytest.fixture
def number():
    """Return a round whose report asks for one thing about two elements, and names a strength."""
    by, day = AssessmentRound.By.ASSESSOR, dt.date(2025, 10, 1)
    made = make_round("cse", kind="review 1", by=by, held_on=day, doing=LEAD)
    for place, kind in enumerate((RoundPassage.Kind.IMPROVEMENT, RoundPassage.Kind.STRENGTH)):
        RoundPassage.objects.create(
            round_id=made, place=place, kind=kind, elements=" 4.1.2 5.3.2 ", text="Sample words"
        )
    return made


def told():
    """Return what the ledger says of passages that were moved."""
    return list(LedgerLine.objects.filter(action="passage moved").values_list("subject", "by"))


def test_a_passage_of_a_closed_round_is_moved_and_told(number):
    set_levels(number, {"5.3.2": "partial"}, doing=LEAD)
    close_round(number, doing=LEAD)

    move_passage(number, 0, progress="under way", note="Months are counted.", doing=LEAD)

    row = RoundPassage.objects.get(round=number, place=0)
    assert (row.progress, row.progress_note) == ("under way", "Months are counted.")
    assert (row.progress_by, row.progress_at) == (LEAD.by.key, LEAD.at)
    assert told() == [(f"round {number}", LEAD.by.key)]
    assert "Months" not in LedgerLine.objects.get(action="passage moved").data


def test_the_owner_of_one_of_its_elements_moves_it_and_nobody_else(number):
    give_element("cse", "4.1.1", owner=OWNER.by.key, doing=LEAD)
    for doing, words in (
        (OWNER, "None of its elements is yours"),
        (READER, "is for quality leads and element owners"),
    ):
        with pytest.raises(MoveNotAllowed, match=words):
            move_passage(number, 0, progress="done", note="", doing=doing)
    assert told() == []

    give_element("cse", "5.3.2", owner=OWNER.by.key, doing=LEAD)
    move_passage(number, 0, progress="done", note="", doing=OWNER)

    assert RoundPassage.objects.get(round=number, place=0).progress == "done"
    assert told() == [(f"round {number}", OWNER.by.key)]


@pytest.mark.parametrize(
    ("place", "progress", "words"),
    [
        (0, "splendid", "There is no progress 'splendid': it is one of not begun, under way"),
        (1, "done", "A strength asks for nothing"),
        (9, "done", "has no passage 9"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(number, place, progress, words):
    with pytest.raises(RoundRefused, match=words):
        move_passage(number, place, progress=progress, note="", doing=LEAD)

    assert not RoundPassage.objects.exclude(progress="not begun").exists()
    assert told() == []
