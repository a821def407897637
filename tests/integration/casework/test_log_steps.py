"""What is asked of the log happens once: published, corrected, withdrawn, restored, or stopped with a sentence."""

import datetime as dt
from functools import partial

import pytest
from django.db import transaction

from answerable.actions.archive import withdraw_entry
from answerable.actions.casework.publishing.correcting import (
    correct,
)
from answerable.actions.casework.publishing.months import publish_month
from answerable.actions.casework.publishing.steps import ask_for, publish, stop_step
from answerable.actions.casework.publishing.taking_out import (
    restore,
    withdraw,
)
from answerable.actions.casework.releasing.settling import keep_back
from answerable.actions.search_index import rebuild_index
from answerable.domain.disclosure_log import Body
from answerable.domain.roles import MoveNotAllowed
from answerable.inspecting import Verdict
from answerable.queries.archive.files import published_file
from answerable.queries.ledger import checked_lines
from answerable.records.archive.models import Entry, EntryVersion, PublishedFile
from answerable.records.casework.models import CaseFile, LogDraft, LogStep, Request
from answerable.records.ledger.models import LedgerLine
from tests.support.casework import AT, MANAGER, OFFICER, REF, doing_by
from tests.support.entries import keep, make_entry
from tests.support.inspecting import cleared
from tests.support.log_drafts import (
    LATER,
    SOON,
    answered,
    corrected,
    found,
    published,
    validated,
    visible,
    with_file,
    work,
)
from tests.support.releasing import STOP

pytestmark = pytest.mark.django_db
WHY = "It named a person"


@pytest.fixture(autouse=True)
def _own_body(settings):
    settings.ANSWERABLE_BODY = "OPA"


def test_a_validated_entry_is_published_once_with_its_files(settings):
    with_file(validated())

    publish(REF, 1, doing=doing_by(MANAGER))
    first, again = work(), work(at=SOON)

    (entry,) = Entry.objects.visible(at=SOON)
    assert (first.counts, again.counts) == ((1, 0, 1), (0, 0, 0))
    assert (entry.key, entry.month, entry.document.kind) == (REF, "2025-10", "casework")
    assert [one.name for one in entry.published_files.all()] == ["rooms.csv"]
    assert LogDraft.objects.get().state == "published"
    assert LogStep.objects.get().state == "done"
    assert found(settings, "bicycles") == 1
    told = LedgerLine.objects.filter(action="entry published")
    assert [line.subject for line in told] == ["entry OPA/2025-0001"]


def test_an_entry_of_a_later_version_is_not_published_in_its_place():
    draft = validated()
    publish(REF, 1, doing=doing_by(MANAGER))
    LogDraft.objects.update(number=2)

    work()

    step = LogStep.objects.get()
    draft.refresh_from_db()
    assert (step.state, draft.state) == ("stopped", "draft")
    assert step.problem == (
        "Version 1 was to be published, and the entry was changed since: look at version 2, and ask again"
    )
    assert visible() == []


def test_who_looked_at_an_older_version_is_told_so():
    validated(number=3)

    with pytest.raises(MoveNotAllowed, match="at version 3 by now"):
        publish(REF, 1, doing=doing_by(MANAGER))


def test_a_step_is_asked_for_in_a_transaction_only(transactional_db):
    draft = validated()

    with pytest.raises(RuntimeError, match="in the transaction that decides it"):
        ask_for(draft, LogStep.Act.PUBLISH, doing=doing_by(MANAGER))


@pytest.mark.parametrize(
    ("state", "act", "words"),
    [
        ("draft", "publish", "The entry is a draft: that cannot be published"),
        ("kept out", "publish", "The entry is kept out: that cannot be published"),
        ("validated", "correct", "The entry is validated: that cannot be corrected"),
        ("withdrawn", "withdraw", "The entry is withdrawn: that cannot be withdrawn"),
        ("published", "restore", "The entry is published: that cannot be restored"),
    ],
)
def test_a_step_begins_where_it_can(state, act, words):
    draft = validated(state=state)

    with pytest.raises(MoveNotAllowed, match=words), transaction.atomic():
        ask_for(draft, LogStep.Act(act), doing=doing_by(MANAGER))


def test_a_step_asked_for_twice_waits_once():
    draft = validated()

    for _ in range(2):
        publish(REF, draft.number, doing=doing_by(MANAGER))

    assert draft.steps.count() == 1


def test_a_step_waits_for_its_day():
    validated()
    publish(REF, 1, doing=doing_by(MANAGER), not_before=dt.date(2025, 10, 8))

    work()
    before = visible()
    work(at=AT + dt.timedelta(days=2))

    assert (before, visible(AT + dt.timedelta(days=2))) == ([], [REF])


def test_an_entry_under_embargo_is_stored_and_seen_from_its_day(settings):
    published(embargo_until=dt.date(2025, 10, 9))
    then = AT + dt.timedelta(days=4)

    before = found(settings, "bicycles")
    rebuild_index(at=then)

    assert (visible(), visible(then), before, found(settings, "bicycles")) == ([], [REF], 0, 1)


def test_what_an_old_log_holds_becomes_another_version_of_it():
    keep(make_entry(ref=REF, title="As the old log had it"), body=Body("OPA", "OPA", None, ""))

    published()

    (entry,) = Entry.objects.all()
    assert (entry.version, entry.title) == (2, f"Bicycles of {REF}")
    assert EntryVersion.objects.get().content["title"] == "As the old log had it"


def test_another_version_of_what_is_seen_waits_for_its_day():
    keep(make_entry(ref=REF), body=Body("OPA", "OPA", None, ""), at=AT)

    published(embargo_until=dt.date(2025, 10, 9))
    before = Entry.objects.get().version
    work(at=AT + dt.timedelta(days=4))

    assert (before, Entry.objects.get().version) == (1, 2)


def test_what_was_withdrawn_from_an_old_log_does_not_come_back_as_another_version():
    keep(make_entry(ref=REF), body=Body("OPA", "OPA", None, ""))
    withdraw_entry("OPA", REF, reason=WHY, by="a manager", at=AT)

    draft = published()

    assert draft.state == "validated"
    assert "restore it first" in LogStep.objects.get().problem


def test_a_file_that_is_published_is_not_kept_back_behind_the_log():
    file = with_file(validated()).file
    publish(REF, 1, doing=doing_by(MANAGER))
    work()
    Request.objects.update(stage="open")

    with pytest.raises(MoveNotAllowed, match="withdraw the entry from the log first"):
        keep_back(REF, file.pk, reason="It names somebody", doing=doing_by(MANAGER))


def test_a_file_that_stays_here_stops_the_step_and_nothing_of_it_is_kept():
    file = with_file(validated()).file
    publish(REF, 1, doing=doing_by(MANAGER))
    file.release = "kept back"
    file.save()

    work()

    assert "rooms.csv is kept back" in LogStep.objects.get().problem
    assert not Entry.objects.exists()


@pytest.mark.parametrize("how", ["changed", "found out"])
def test_a_file_that_was_changed_or_found_out_is_not_published(how):
    file = with_file(validated()).file
    publish(REF, 1, doing=doing_by(MANAGER))
    if how == "changed":
        CaseFile.objects.update(data=b"9,483 names")
    else:
        cleared(file, verdict=Verdict.FINDINGS, findings=(STOP,))

    work()

    step = LogStep.objects.get()
    assert step.state == "stopped"
    assert ("was changed" if how == "changed" else "cannot be released") in step.problem
    assert not Entry.objects.exists()


def test_a_published_file_whose_bytes_were_changed_is_fetched_by_nobody():
    draft = validated()
    with_file(draft)
    publish(REF, 1, doing=doing_by(MANAGER))
    work()
    draft.refresh_from_db()
    fetched = partial(published_file, "", draft.entry.key, "rooms.csv", at=LATER)
    assert fetched().data == b"room,bicycles\n1,7\n"

    PublishedFile.objects.update(data=b"9,483 names")

    assert fetched() is None


def test_a_stopped_file_that_is_not_published_holds_up_its_entry_too():
    file = with_file(draft := validated()).file
    draft.files.all().delete()
    publish(REF, 1, doing=doing_by(MANAGER))
    cleared(file, verdict=Verdict.FINDINGS, findings=(STOP,))

    work()

    assert "nothing of this request leaves" in LogStep.objects.get().problem


def test_a_step_that_fails_waits_longer_each_time_and_holds_up_no_other(monkeypatch):
    validated(content_broken := "2025-0001")
    validated("2025-0002")
    LogDraft.objects.filter(request__reference=content_broken).update(content={"title": "half"})
    publish_month("2025-10", doing=doing_by(MANAGER))

    counts = [work(at=LATER + dt.timedelta(minutes=n)).counts for n in (0, 0.5, 1, 2, 3)]

    step = LogStep.objects.get(draft__request__reference=content_broken)
    assert counts == [(1, 1, 1), (0, 0, 0), (0, 1, 0), (0, 0, 0), (0, 1, 0)]
    assert (step.state, step.attempts) == ("waiting", 3)
    assert step.problem.startswith("It failed (KeyError) and is tried again")


def test_a_step_can_be_stopped_before_it_is_stored_and_not_after():
    draft = validated()
    step = publish(REF, 1, doing=doing_by(MANAGER))

    stop_step(REF, step.pk, doing=doing_by(MANAGER))
    work()

    draft.refresh_from_db()
    assert (draft.state, visible()) == ("validated", [])
    with pytest.raises(MoveNotAllowed, match="stopped already"):
        stop_step(REF, step.pk, doing=doing_by(MANAGER))


def test_a_request_that_is_open_again_is_not_published():
    draft = validated()
    publish(REF, 1, doing=doing_by(MANAGER))
    draft.request.__class__.objects.update(stage="open")

    work()

    assert LogStep.objects.get().problem.startswith("Questions of this request are open again")


def test_a_correction_keeps_the_version_before_and_says_what_changed():
    draft = published()

    correct(REF, 1, corrected(questions={0: ("How many?", "Eight.")}), doing=doing_by(OFFICER))
    work(at=SOON)

    entry = Entry.objects.get()
    draft.refresh_from_db()
    assert (entry.version, draft.number, draft.state) == (2, 2, "published")
    assert entry.content["response"] == "1. Eight."
    assert entry.content["questions"][0]["answer"] == "Eight."
    assert entry.versions.get().content["response"] == "1. Seven."
    assert [(note.version, note.text) for note in entry.notes.all()] == [(2, "The count was wrong")]


def test_two_corrections_before_the_worker_comes_keep_both_notes():
    published()

    correct(REF, 1, corrected(title="Bikes", note="First"), doing=doing_by(OFFICER))
    correct(REF, 2, corrected(title="Cycles", note="Second"), doing=doing_by(OFFICER))
    work(at=SOON)

    entry = Entry.objects.get()
    assert (entry.title, entry.notes.get().text) == ("Cycles", "First\n\nSecond")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"note": " "}, "Say why"),
        ({"title": f"Bicycles of {REF}"}, "Nothing differs"),
        ({"title": "Asked by Jane Quillfeather"}, "It names who asked"),
        ({"note": "Jane Quillfeather wrote to us"}, "It names who asked"),
        ({"title": " "}, "An entry has a title"),
    ],
)
def test_a_correction_that_cannot_stand_is_refused(given, words):
    published()

    with pytest.raises(MoveNotAllowed, match=words):
        correct(REF, 1, corrected(**given), doing=doing_by(OFFICER))

    assert LogDraft.objects.get().number == 1


def test_a_correction_of_an_older_version_is_refused():
    published()

    with pytest.raises(MoveNotAllowed, match="at version 1 by now, and you looked at 4"):
        correct(REF, 4, corrected(), doing=doing_by(OFFICER))


def test_a_month_is_asked_for_at_once():
    for number in (1, 2, 3):
        validated(f"2025-000{number}", month="2025-10" if number < 3 else "2025-09")

    count = publish_month("2025-10", doing=doing_by(MANAGER))
    work()

    assert (count, visible()) == (2, ["2025-0001", "2025-0002"])
    with pytest.raises(MoveNotAllowed, match="No entry of 2025-10 is validated"):
        publish_month("2025-10", doing=doing_by(MANAGER))


def test_the_ledger_verifies_after_all_of_it():
    published()
    correct(REF, 1, corrected(title="Bikes"), doing=doing_by(OFFICER))
    withdraw(REF, reason=WHY, doing=doing_by(MANAGER, at=SOON))
    work(at=SOON)
    restore(REF, reason="It named nobody", doing=doing_by(MANAGER, at=SOON))
    answered("2025-0009")

    *_, checked = checked_lines()

    assert checked.problems == ()
    assert Entry.objects.get().title == "Bikes"
