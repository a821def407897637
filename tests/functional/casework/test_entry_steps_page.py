"""What happens to an entry in the log, on the pages of those who publish, correct and withdraw it."""

import pytest

from answerable.records.casework.models import LogDraft, LogStep
from tests.functional.casework.conftest import done, seen
from tests.support import later_scenes, scenes
from tests.support.casework import AT, MANAGER, OFFICER, REF
from tests.support.log_drafts import work

LOG = f"/requests/{REF}/entry/log/"
CORRECTION = f"/requests/{REF}/entry/correction/"
MONTH = "/log-entries/2025-10/"
CORRECTED = {
    "seen": "1", "title": "Cycles", "text-0": "How many?", "answer-0": "Seven.", "note": "Misspelt",
}  # fmt: skip


def test_a_month_is_published_withdrawn_and_restored_by_hand(as_, client):
    later_scenes.log_validated()
    manager = as_(MANAGER)

    done(manager.post(MONTH, {"do": "publish"}, follow=True), "1 to be published")
    work(at=AT)
    assert "Published, version 1" in seen(manager.get(LOG))
    done(manager.post(LOG, {"do": "withdraw", "reason": "Misread"}, follow=True), "Withdrawn")
    assert client.get(f"/log/{REF}").status_code == 410
    done(manager.post(LOG, {"do": "restore", "reason": "Fine"}, follow=True), "Restored")

    assert client.get(f"/log/{REF}").status_code == 200
    assert LogDraft.objects.get().state == "published"


def test_a_withdrawal_without_a_reason_says_so(as_):
    later_scenes.log_published()

    page = seen(as_(MANAGER).post(LOG, {"do": "withdraw", "reason": " "}), 403)

    assert "Say why" in page


def test_officers_see_why_they_cannot_withdraw(as_):
    later_scenes.log_published()

    page = seen(as_(OFFICER).get(LOG))

    assert "Withdrawing what is published is for managers" in page


def test_a_step_says_what_stands_in_its_way_and_can_be_stopped(as_):
    later_scenes.log_waiting()
    LogStep.objects.update(problem="It failed (KeyError) and is tried again")
    manager = as_(MANAGER)

    assert "It failed (KeyError) and is tried again" in seen(manager.get(LOG))
    step = LogStep.objects.get().pk
    done(manager.post(LOG, {"do": f"stop:{step}"}, follow=True), "Stopped")

    assert LogStep.objects.get().state == "stopped"


def test_a_correction_comes_with_its_note(as_, client):
    later_scenes.log_published()
    officer = as_(OFFICER)

    assert "The answer to question 1" in seen(officer.get(CORRECTION))
    done(officer.post(CORRECTION, CORRECTED, follow=True), "Corrected")
    work(at=AT)

    page = seen(client.get(f"/log/{REF}"))
    assert "Cycles" in page
    assert "Misspelt" in page


def test_words_that_may_identify_somebody_are_confirmed_first(as_):
    later_scenes.log_published()
    officer = as_(OFFICER)
    given = {**CORRECTED, "answer-0": "Ask PC 1234 Smith."}

    refused = seen(officer.post(CORRECTION, given), 403)
    done(officer.post(CORRECTION, {**given, "is_looked_at": "on"}, follow=True), "Corrected")

    assert "may identify somebody: say it without, or confirm that it may stand" in refused
    assert LogDraft.objects.get().number == 2


@pytest.mark.parametrize("address", [LOG, CORRECTION])
def test_a_request_without_an_entry_has_no_such_page(as_, address):
    scenes.begun()

    assert as_(OFFICER).get(address).status_code == 404
