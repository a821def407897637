"""Contradictions over the whole file: each is found once, drops where the sides agree, and is found by changes."""

import datetime as dt

import pytest
import time_machine
from django.db import transaction
from django.db.models import F

from answerable.actions.archive import import_reading, restore_entry, withdraw_entry
from answerable.actions.archive.withdrawing import publish_due
from answerable.actions.casework.clashing import finding
from answerable.actions.casework.retaining.removing import remove_request
from answerable.actions.ledger import record
from answerable.domain.disclosure_log import Body
from answerable.jobs.precedent import find_contradictions
from answerable.queries.casework.clashes.on_file import our_questions
from answerable.reading import read_file
from answerable.records.archive.models import ChangeCounter, Entry
from answerable.records.casework.models import Clash, ClashMark, LogDraft, Request
from tests.support.accounts import let_in
from tests.support.casework import AT, OFFICER
from tests.support.clashes import ASKED, LATER, both, found, refused, sent, told
from tests.support.entries import OTHER, keep, make_entry, make_question
from tests.support.seeds import needs_seeds, seed_path

pytestmark = pytest.mark.django_db


def there():
    return list(Clash.objects.there().values_list("kind", "is_change", "state"))


def test_a_pair_is_found_once_however_often_one_looks():
    told()
    refused()

    first, again = found(), found()

    assert (first.questions, first.found, first.is_done) == (2, 1, True)
    assert (again.questions, again.found) == (0, 0)
    row = Clash.objects.get()
    assert (row.one_entry.ref, row.one_label) == ("7000001", "1")
    assert (row.other_entry.ref, row.other_label) == ("7000002", "1")
    assert (row.kind, row.is_change, row.limbs) == ("decision", False, "|31(1)(a)|")
    assert row.why == "withheld under 31(1)(a) in February 2026, disclosed in January 2026"


def test_a_pair_is_one_whichever_side_comes_later_to_the_file():
    refused()
    found()
    told()

    looked = found()

    assert (looked.questions, looked.found) == (1, 1)
    assert Clash.objects.get().one_entry.ref == "7000001"


def test_answers_that_agree_are_none():
    told()
    told("7000003", month="2026-03")

    found()

    assert there() == []


def test_a_change_that_time_may_explain_is_told_as_such():
    for ref, month, count in (("7000001", "2021-11", "45"), ("7000002", "2026-01", "12")):
        told(ref, text="How many lifts are there?", answer=f"There are {count}.", month=month)

    found()

    assert there() == [("answer", True, "open")]


def test_what_another_body_answers_contradicts_nothing_of_ours():
    told()
    refused(body=OTHER)
    refused("7000003", body=OTHER)

    assert found().found == 0
    assert [one.reference for one in our_questions(at=LATER)] == ["7000001"]


def test_two_answers_of_one_request_are_no_contradiction():
    questions = (
        make_question("1", ASKED, "Tarn Lifts Ltd."),
        make_question("2", ASKED, "It is exempt.", outcomes=(), exemptions=("31(1)(a)",)),
    )
    keep(make_entry(questions=questions), at=AT)

    assert found().found == 0


def test_the_first_look_goes_on_where_it_was_stopped(monkeypatch):
    monkeypatch.setattr("answerable.queries.casework.clashes.changes._ENTRIES", 1)
    told()
    refused()
    told("7000003", text="How many boats are moored at the pier?", answer="Nine.")

    first = found(parts=1)
    rest = found()

    assert (first.questions, first.is_done) == (1, False)
    assert (rest.questions, rest.is_done) == (2, True)
    assert len(there()) == 1


def test_a_withdrawn_side_takes_it_away_and_its_return_brings_it_back():
    both()

    withdraw_entry("OPA", "7000002", reason="Mistaken", by="M", at=LATER)
    gone = found()
    assert (gone.gone, there()) == (1, [])

    restore_entry("OPA", "7000002", reason="It was right", by="M", at=LATER)
    assert (found().found, there()) == (1, [("decision", False, "open")])


def test_a_correction_that_makes_them_agree_takes_it_away():
    both()

    told("7000002", month="2026-02")

    assert (found().gone, there()) == (1, [])


def test_an_entry_that_waits_for_its_day_is_found_on_it():
    told()
    refused()
    Entry.objects.filter(ref="7000002").update(published_at=LATER, changed_at=AT)
    before = LATER - dt.timedelta(hours=1)
    publish_due(at=before)
    assert found(at=before).found == 0

    publish_due(at=LATER)

    assert found().found == 1


def test_an_answer_that_was_sent_contradicts_what_is_published():
    let_in(OFFICER)
    reference = sent()
    told()

    found()

    row = Clash.objects.get()
    assert {row.one_request, row.other_request} == {Request.objects.get(reference=reference), None}
    assert {row.one_entry and row.one_entry.ref, row.other_entry and row.other_entry.ref} == {
        "7000001",
        None,
    }


def test_a_question_that_is_open_again_says_nothing():
    let_in(OFFICER)
    reference = sent()
    told()
    found()

    Request.objects.get(reference=reference).questions.update(stage="open")
    _touch(reference)

    assert (found().gone, there()) == (1, [])


def test_what_the_log_says_counts_once_an_entry_was_corrected():
    let_in(OFFICER)
    reference = sent()
    told()
    found()
    request = Request.objects.get(reference=reference)
    entry = make_entry(
        reference, questions=(make_question(None, ASKED, "It was never done.", printed=None),)
    )
    keep(entry, month="2025-10", name="own.txt", at=AT)
    own = Entry.objects.get(ref=reference)
    _made_of(request, own)

    assert (found().found, there()) == (0, [("decision", False, "open")])

    own.version, own.change = 2, own.change + 1
    own.save()
    ChangeCounter.objects.update(number=own.change)

    assert (found().gone, there()) == (1, [])
    assert Clash.objects.get().gone_at == LATER


def test_a_disposed_request_takes_its_own_along_and_its_entry_is_compared_by_itself():
    let_in(OFFICER)
    reference = sent()
    told()
    refused(reference, month="2025-10")
    request = Request.objects.get(reference=reference)
    _made_of(request, Entry.objects.get(ref=reference))
    found()
    before = Clash.objects.get()
    assert request in (before.one_request, before.other_request)

    with transaction.atomic():
        remove_request(request)
        record("request disposed of", subject=f"request {reference}", by="M", at=LATER)
    assert not Clash.objects.exists()

    assert found().found == 1
    after = Clash.objects.get()
    assert {after.one_entry.ref, after.other_entry.ref} == {reference, "7000001"}


def test_a_request_that_is_disposed_of_while_it_is_compared_is_left_out(monkeypatch):
    let_in(OFFICER)
    request = Request.objects.get(reference=sent())
    told()
    pairs = finding._pairs

    def meanwhile(*about):
        compared = pairs(*about)
        remove_request(request)
        return compared

    monkeypatch.setattr(finding, "_pairs", meanwhile)
    with transaction.atomic():
        assert found(parts=1).found == 0

    assert not Clash.objects.exists()


def test_the_job_says_what_it_found_and_nothing_where_nothing_changed():
    with time_machine.travel(LATER, tick=False):
        assert find_contradictions() == ""
        told()
        refused()

        assert find_contradictions() == "2 questions compared, 1 contradictions found"
        assert find_contradictions() == ""

        refused(limb="43(2)")
        assert find_contradictions() == "1 questions compared, 0 contradictions found"
        withdraw_entry("OPA", "7000002", reason="Mistaken", by="M", at=LATER)
        said = find_contradictions()

    assert said == "0 questions compared, 0 contradictions found, 1 gone"


def test_other_rules_have_all_looked_at_anew(monkeypatch):
    both()
    Clash.objects.all().delete()
    assert found().found == 0

    monkeypatch.setattr(finding, "rules_digest", lambda: "other")

    assert (found().found, ClashMark.objects.get().rules) == (1, "other")


def test_of_two_who_look_at_once_one_keeps_it(monkeypatch):
    told()
    refused()
    compared = finding.questions_by_place

    def meanwhile(units, *, at):
        if units:
            ClashMark.objects.update(line=F("line") + 1)
        return compared(units, at=at)

    monkeypatch.setattr(finding, "questions_by_place", meanwhile)

    looked = found()

    assert (looked.questions, looked.is_done, there()) == (0, False, [])


def _made_of(request, entry):
    LogDraft.objects.create(
        request=request, content={}, entry=entry, written_by="O", written_at=AT, drawn_at=AT
    )


def _touch(reference):
    with transaction.atomic():
        record("note added", subject=f"request {reference}", by="O", at=LATER)


@needs_seeds
def test_the_founding_logs_contradict_each_other_where_they_do_and_nowhere_else():
    body = Body("IOPC", "Independent Office for Police Conduct")
    for number in ("000", "001", "002", "003"):
        import_reading(read_file(seed_path(number)), body=body, month=None, by="O", at=AT)

    found()

    pairs = [
        (row.one_entry.ref, row.one_label, row.other_entry.ref, row.other_label, row.is_change)
        for row in Clash.objects.all()
    ]
    assert sorted(pairs) == [
        ("5023075", "1", "5024009", "1a", False),
        ("5023075", "2", "5024009", "1c", False),
        ("5023075", "3", "5024009", "1d", False),
        ("5023075", "5", "5024007", "1g", False),
        ("5023075", "6", "5024007", "1c", True),
        ("5023075", "8", "5024007", "2b", False),
    ]
