"""The pack that is taken out: by whom, with which evidence, and what the ledger says of it."""

import datetime as dt
import hashlib
import io
import json
import zipfile

import pytest

from answerable.actions.standards.elements import (
    GivenEvidence,
    add_evidence,
    take_back_evidence,
    write_storyboard,
)
from answerable.actions.standards.improving import Plan, plan_action
from answerable.actions.standards.pack import PackRefused, take_pack_out
from answerable.actions.standards.rounds import make_round, set_levels
from answerable.domain.roles import MoveNotAllowed
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import AssessmentRound, Evidence, RoundPassage
from tests.support.accounts import at_work
from tests.support.casework import ELEMENT_OWNER, QUALITY_LEAD, STANDARDS_READER, doing_by

pytestmark = pytest.mark.django_db
LEAD = doing_by(QUALITY_LEAD)
DAY = dt.date(2025, 10, 1)


def a_round(*, held_on=DAY, level="compliant"):
    by = AssessmentRound.By.SELF
    number = make_round("cse", kind="review 1", by=by, held_on=held_on, doing=LEAD)
    set_levels(number, {"5.3.2": level}, doing=LEAD)
    return number


def a_file(data, **more):
    given = GivenEvidence("Minutes", DAY, file_name="minutes.txt", data=data)
    number = add_evidence("cse", "5.3.2", given, doing=LEAD)
    Evidence.objects.filter(pk=number).update(**more)
    return number


def taken_out():
    into = io.BytesIO()
    told = take_pack_out("cse", into=into, doing=LEAD)
    return told, into.getvalue()


def element_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = json.loads(archive.read("pack.json"))
    elements = [one for each in document["criteria"] for one in each["elements"]]
    assert len(elements) == 57
    return next(one for one in elements if one["number"] == "5.3.2")


@pytest.mark.parametrize("who", [ELEMENT_OWNER, STANDARDS_READER])
def test_nobody_but_a_quality_lead_takes_it_out(who):
    a_round()

    with pytest.raises(MoveNotAllowed):
        take_pack_out("cse", into=io.BytesIO(), doing=doing_by(who))


@pytest.mark.parametrize(("framework", "why"), [("none", "No standard"), ("cse", "no round yet")])
def test_without_a_standard_or_a_round_there_is_no_pack(framework, why):
    with pytest.raises(PackRefused, match=why):
        take_pack_out(framework, into=io.BytesIO(), doing=LEAD)
    assert not LedgerLine.objects.exists()


def test_only_evidence_that_is_clear_or_decided_goes_in():
    a_round()
    a_file(b"clear", verdict="clear")
    a_file(b"found", verdict="findings")
    a_file(b"decided", verdict="findings", decided_by=LEAD.by.key, decided_reason="It is ours")
    a_file(b"unsaid", verdict="cannot_say")
    a_file(b"waits")
    a_file(b"decided too early", decided_by=LEAD.by.key)
    take_back_evidence(a_file(b"gone", verdict="clear"), doing=LEAD)

    told, data = taken_out()

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = {archive.read(one) for one in archive.namelist() if one.startswith("evidence/")}
    assert inside == {b"clear", b"decided"}
    assert (told.files, told.kept_out) == (2, 4)
    assert len(element_of(data)["evidence"]) == 6


def test_the_ledger_says_what_was_taken_out():
    a_round()
    a_file(b"clear", verdict="clear")

    told, data = taken_out()

    line = LedgerLine.objects.latest("number")
    assert told.sha256 == hashlib.sha256(data).hexdigest()
    assert (line.action, line.subject) == ("pack taken out", "framework cse")
    assert json.loads(line.data) == {"sha256": told.sha256, "files": 1, "kept_out": 0}


def test_it_holds_the_levels_of_two_rounds_and_what_is_written():
    first = a_round(held_on=dt.date(2024, 10, 1), level="partial")
    a_round()
    RoundPassage.objects.create(
        round_id=first, place=1, kind="improvement", elements=" 5.3.2 ", text="Measure it."
    )
    write_storyboard("cse", "5.3.2", text="We began.", doing=LEAD)
    write_storyboard("cse", "5.3.2", text="We measure.", doing=LEAD)
    at_work(QUALITY_LEAD)
    plan_action("cse", "5.3.2", Plan("Tell it", LEAD.by.key, LEAD.on), doing=LEAD)

    element = element_of(taken_out()[1])

    assert (element["level"], element["level_before"]) == ("Compliant", "Partially Compliant")
    assert element["storyboard"] == "We measure."
    assert [one["what"] for one in element["actions"]] == ["Tell it"]
    assert element["passages"] == [
        {"kind": "improvement", "text": "Measure it.", "progress": "not begun"}
    ]
