"""Packs are made in the background, inspected, let leave for a reason, and taken: the ledger says by whom."""

import datetime as dt
import io
import json
import zipfile

import pytest
from django_q.models import OrmQ

from answerable.actions.standards.asking_for_packs import (
    ask_for_pack,
    let_file_leave,
    let_pack_leave,
    take_pack_file,
)
from answerable.actions.standards.elements import take_back_evidence, write_storyboard
from answerable.actions.standards.making_packs import KEPT_FOR, make_packs
from answerable.actions.standards.pack import PackRefused
from answerable.actions.standards.reviewing_words import ToShow, show_words, take_words_back
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.standards.packs import whole_pack
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import MadePack, PackFile, PackPart
from tests.integration.standards.test_pack import a_file, a_round
from tests.support.casework import AT, ELEMENT_OWNER, QUALITY_LEAD, doing_by, somebody
from tests.support.survey_scenes import written

pytestmark = [pytest.mark.once, pytest.mark.django_db]
LEAD, OWNER = map(doing_by, (QUALITY_LEAD, ELEMENT_OWNER))
SECOND = doing_by(somebody("Olwen", "quality lead"))


def made(at=AT):
    """Have a pack of a round made, and return its number."""
    number = ask_for_pack(a_round(), doing=LEAD)
    assert make_packs(clock=lambda: at) == 1
    return number


def told(action):
    return [json.loads(one.data) for one in LedgerLine.objects.filter(action=action)]


def with_findings(number, severity="check"):
    """Let something have been found in the data of a pack."""
    found = {"severity": severity, "where": "row 2", "evidence": "A name"}
    PackFile.objects.filter(pack=number, kind="json").update(
        verdict="findings", report={"findings": [found]}
    )


def test_a_pack_is_made_with_its_files_and_says_what_is_kept_out():
    a_file(b"month,late\n2025-08,3\n", verdict="clear")
    a_file(b"waits")

    number = made()
    zipped = b"".join(take_pack_file(number, "zip", doing=LEAD).parts)

    pack = whole_pack(number)
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert any(one.startswith("evidence/") for one in archive.namelist())
        own = {"pdf": archive.read("pack.pdf"), "csv": archive.read("grid.csv")}
    assert {one.kind: one.size for one in pack.files}["pdf"] == len(own["pdf"])
    assert b"".join(take_pack_file(number, "csv", doing=LEAD).parts) == own["csv"]
    assert (pack.percent, pack.evidence) == (100, 1)
    assert [(one.element, one.why_not) for one in pack.left_out] == [
        ("5.3.2", "It waits to be inspected")
    ]
    assert [one["file"] for one in told("pack file taken")] == ["pack.zip", "grid.csv"]
    assert told("pack made")[0]["kept_out"] == 1


def test_the_pack_of_an_earlier_round_is_of_that_round():
    first = a_round(held_on=dt.date(2024, 10, 1), level="partial")
    a_round()

    number = ask_for_pack(first, doing=LEAD)
    make_packs(clock=lambda: AT)

    text = b"".join(take_pack_file(number, "json", doing=LEAD).parts)
    elements = [one for each in json.loads(text)["criteria"] for one in each["elements"]]
    shown = next(one for one in elements if one["number"] == "5.3.2")
    assert (shown["level"], shown["level_before"]) == ("Partially Compliant", "")


def test_a_pack_that_waits_is_not_asked_for_twice(django_capture_on_commit_callbacks):
    number = a_round()

    with django_capture_on_commit_callbacks(execute=True):
        assert ask_for_pack(number, doing=LEAD) == ask_for_pack(number, doing=LEAD)

    assert [one.task["args"] for one in OrmQ.objects.all()] == [("make packs",)]


def test_nobody_but_a_quality_lead_asks_for_one_or_takes_it():
    number = made()

    for act in (
        lambda: ask_for_pack(1, doing=OWNER),
        lambda: take_pack_file(number, "pdf", doing=OWNER),
        lambda: let_pack_leave(number, reason="Ours", doing=OWNER),
    ):
        with pytest.raises(MoveNotAllowed):
            act()


def test_what_is_found_in_a_pack_holds_it_back_until_somebody_says_why():
    number = made()
    write_storyboard("cse", "5.3.2", text="We measure.", doing=LEAD)
    with_findings(number)

    with pytest.raises(PackRefused, match="somebody has to say why"):
        take_pack_file(number, "json", doing=LEAD)
    with pytest.raises(PackRefused, match=r"It has pack\.json in it"):
        take_pack_file(number, "zip", doing=LEAD)
    take_pack_file(number, "pdf", doing=LEAD)
    with pytest.raises(PackRefused, match="Say why"):
        let_pack_leave(number, reason=" ", doing=LEAD)
    let_pack_leave(number, reason="They agreed", doing=LEAD)

    take_pack_file(number, "zip", doing=LEAD)
    assert told("pack let leave") == [{"reason": "They agreed"}]


def test_a_stop_is_decided_by_another_and_what_cannot_be_inspected_by_nobody():
    number = made()
    with_findings(number, "stop")

    with pytest.raises(MoveNotAllowed, match="another decides"):
        let_pack_leave(number, reason="Ours", doing=LEAD)
    let_pack_leave(number, reason="Ours", doing=SECOND)
    PackFile.objects.filter(kind="pdf").update(verdict="cannot_say")

    with pytest.raises(PackRefused, match="cannot be inspected"):
        take_pack_file(number, "pdf", doing=LEAD)
    with pytest.raises(PackRefused, match="make the pack anew"):
        let_file_leave(number, "pdf", reason="Ours", doing=SECOND)
    with pytest.raises(PackRefused, match=r"It has pack\.pdf in it"):
        take_pack_file(number, "zip", doing=LEAD)
    take_pack_file(number, "json", doing=LEAD)


def test_files_of_a_pack_are_let_leave_one_by_one_each_for_its_reason():
    number = made()
    with_findings(number)
    PackFile.objects.filter(pack=number, kind="csv").update(verdict="findings")

    let_file_leave(number, "json", reason="They agreed", doing=LEAD)

    take_pack_file(number, "json", doing=LEAD)
    with pytest.raises(PackRefused, match="somebody has to say why"):
        take_pack_file(number, "csv", doing=LEAD)
    with pytest.raises(PackRefused, match=r"It has grid\.csv in it"):
        take_pack_file(number, "zip", doing=LEAD)
    with pytest.raises(PackRefused, match="nothing to decide"):
        let_file_leave(number, "json", reason="Again", doing=LEAD)
    let_file_leave(number, "csv", reason="An invented name", doing=LEAD)
    take_pack_file(number, "zip", doing=LEAD)
    assert [(one["file"], one["reason"]) for one in told("pack file let leave")] == [
        ("pack.json", "They agreed"),
        ("grid.csv", "An invented name"),
    ]


def test_of_a_stop_in_one_file_another_decides_and_of_the_rest_whoever_asked():
    number = made()
    with_findings(number, "stop")
    PackFile.objects.filter(pack=number, kind="csv").update(verdict="findings")

    let_file_leave(number, "csv", reason="Ours", doing=LEAD)
    with pytest.raises(MoveNotAllowed, match="another decides"):
        let_file_leave(number, "json", reason="Ours", doing=LEAD)
    with pytest.raises(PackRefused, match="no such file of its own"):
        let_file_leave(number, "zip", reason="Ours", doing=LEAD)


def test_evidence_that_was_taken_back_since_holds_a_pack_back():
    piece = a_file(b"month,late\n2025-08,3\n", verdict="clear")
    number = made()
    take_back_evidence(piece, doing=LEAD)

    with pytest.raises(PackRefused, match="taken back"):
        take_pack_file(number, "csv", doing=LEAD)


def test_a_pack_that_was_inspected_by_other_rules_is_made_anew():
    number = made()
    PackFile.objects.filter(kind="csv").update(rules="1-earlier")

    with pytest.raises(PackRefused, match="earlier rules"):
        take_pack_file(number, "csv", doing=LEAD)


def test_files_of_a_pack_are_removed_after_seven_days():
    number = made()

    make_packs(clock=lambda: AT + KEPT_FOR + dt.timedelta(minutes=1))

    assert not PackPart.objects.exists()
    with pytest.raises(PackRefused, match="were removed"):
        take_pack_file(number, "csv", doing=LEAD)
    assert told("pack removed") == [{}]


def test_a_worker_that_never_came_back_is_replaced_three_times():
    number = ask_for_pack(a_round(), doing=LEAD)
    MadePack.objects.update(state="making", taken_at=AT, tries=3)

    assert make_packs(clock=lambda: AT + dt.timedelta(minutes=29)) == 0
    assert make_packs(clock=lambda: AT + dt.timedelta(minutes=31)) == 1

    assert "ask an administrator" in whole_pack(number).refusal


@pytest.mark.parametrize(("number", "kind"), [(99, "pdf"), (None, "exe")])
def test_what_is_no_file_of_a_pack_is_refused(number, kind):
    with pytest.raises(PackRefused):
        take_pack_file(number or made(), kind, doing=LEAD)


def test_words_that_were_looked_through_are_in_the_pack_and_hold_it_back_once_taken_back():
    shown, waiting = written("They were quick"), written("Nobody read this yet")
    show_words(str(shown.pk), ToShow("They were quick"), doing=LEAD)
    number = made()

    data = json.loads(b"".join(take_pack_file(number, "json", doing=LEAD).parts))
    take_words_back(
        str(shown.pk),
        reason="A mistake",
        doing=doing_by(QUALITY_LEAD, at=AT + dt.timedelta(minutes=5)),
    )

    assert [one["words"] for one in data["quotations"]] == ["They were quick"]
    assert waiting.words not in json.dumps(data)
    with pytest.raises(PackRefused, match="taken back or kept out since"):
        take_pack_file(number, "json", doing=LEAD)
