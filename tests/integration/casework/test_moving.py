"""Questions move to another regime: their clocks, their decisions and a letter follow."""

import datetime as dt

import pytest

from answerable.actions.casework import cut_question, put_forward, write_decision
from answerable.actions.casework.deciding import DecisionNotLawful
from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.turning import change_regime
from answerable.domain.clock import ClockRefused
from answerable.domain.decisions.notices import check_notice
from answerable.domain.law.letters import LetterKind
from answerable.domain.roles import MoveNotAllowed
from answerable.records.casework.models import Letter
from tests.support.casework import (
    AT,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    WITHHELD,
    begun,
    doing_by,
)
from tests.support.turning import LATER, OFFICE, complexity, question, told

pytestmark = pytest.mark.django_db
WHY = "It asks about emissions of our boilers."


def moved(labels=("1",), to="EIR", *, actor=OFFICER, reason=WHY, office=None, at=AT):
    return change_regime(
        REF, labels, to, reason=reason, doing=doing_by(actor, at=at), office=office
    )


@pytest.fixture(autouse=True)
def _begun():
    begun()


def test_its_clock_follows_the_other_law_from_the_same_day_of_receipt():
    assert moved(to="SAR") == ("1",)

    assert question("1").regime == "SAR"
    assert (question("1").due_on, question("2").due_on) == (
        dt.date(2025, 11, 6),
        dt.date(2025, 11, 3),
    )


def test_a_letter_says_so_with_all_that_it_must():
    moved(office=OFFICE)

    letter = Letter.objects.get()
    kinds = [LetterKind.REGIME_CHANGE]
    check = check_notice([], letter.contents, sent_on=AT.date(), due_on=AT.date(), kinds=kinds)
    assert (letter.kind, letter.labels, check.missing) == ("regime-change", ["1"], ())
    assert "Environmental Information Regulations" in " ".join(letter.text.split())
    letter_left(letter, at=AT, table=TABLE)
    assert question("1").regime == "EIR"


def test_its_decision_must_rest_on_the_other_law():
    moved()
    write_decision(REF, "1", WITHHELD, doing=doing_by(OFFICER))

    with pytest.raises(
        DecisionNotLawful, match="is of the Act, but the question is answered under"
    ):
        put_forward(REF, ["1"], doing=doing_by(OFFICER))


def test_a_complex_request_has_more_time_there():
    moved()

    told(complexity("1"))

    assert question("1").due_on == dt.date(2025, 12, 2)


def test_a_part_is_cut_off_first_and_keeps_its_law():
    moved()

    labels = cut_question(REF, "1", "many?", doing=doing_by(OFFICER))

    assert {question(one).regime for one in labels if one.startswith("1")} == {"EIR"}


def test_it_can_be_moved_back():
    moved(to="SAR")

    moved(to="FOIA", at=LATER)

    assert (question("1").regime, question("1").due_on) == ("FOIA", dt.date(2025, 11, 3))


REFUSED = [
    ({"to": "FOIA"}, MoveNotAllowed, "Question 1 is answered under FOIA already"),
    ({"to": "XYZ"}, ClockRefused, "no regime called"),
    ({"labels": ()}, MoveNotAllowed, "Choose the questions"),
    ({"reason": " "}, MoveNotAllowed, "Say why"),
    ({"actor": MANAGER}, MoveNotAllowed, "is for officers"),
]


@pytest.mark.parametrize(("about", "kind", "why"), REFUSED, ids=[why for *_, why in REFUSED])
def test_what_cannot_be_is_refused_and_nothing_is_told(about, kind, why):
    with pytest.raises(kind, match=why):
        moved(**about, office=OFFICE)

    assert question("1").regime == ""
    assert not Letter.objects.exists()
