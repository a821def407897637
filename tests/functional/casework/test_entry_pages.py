"""The pages on which an answered request becomes an entry: written, decided on, validated, kept out."""

import re

import pytest

from answerable.actions.casework.publishing.drafting import EditedQuestion, draft_entry, save_entry
from answerable.queries.casework.log_drafts import entry_page
from answerable.records.archive.models import OfferCount
from answerable.records.casework.models import LogStep, Request
from tests.functional.casework.conftest import done, seen
from tests.support import log_entries, scenes
from tests.support.casework import CHECKER, INTAKE, MANAGER, OFFICER, REF, doing_by
from tests.support.log_entries import edit_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
ENTRY = f"/requests/{REF}/entry/"
VALIDATION = f"{ENTRY}validation/"


def typed(page, **changes):
    """Return what the form sends as it stands on a page, with some changes."""
    fields = dict(re.findall(r'<input[^>]*name="([\w-]+)"[^>]*?value="([^"]*)"', page))
    fields |= dict(
        re.findall(r'<textarea[^>]*name="([\w-]+)"[^>]*>\n?(.*?)</textarea>', page, re.S)
    )
    kept = re.compile(r"seen|title|month|(?:text|answer|shown|name)-\w+")
    return {
        **{name: one for name, one in fields.items() if kept.fullmatch(name)},
        **changes,
        "do": "save",
    }


def test_an_entry_is_written_decided_on_validated_and_published(as_):
    scenes.posted()
    asker = Request.objects.get().requester.name
    browser = as_(OFFICER)
    assert "Nothing is written for the log yet" in seen(browser.get(ENTRY))
    done(browser.post(ENTRY, {"do": "draft"}, follow=True), "read it through")
    page = seen(browser.get(ENTRY))
    words = typed(page, **{"title": f"Printers of {asker}", "text-0": "Did PC 1234 print?"})
    done(browser.post(ENTRY, words, follow=True), "Saved")
    page = seen(browser.get(ENTRY))
    assert "“P• ••••” in question 1" in page
    assert "Staff number: 1" in page
    assert "Likely: a rank stands before it" in page
    assert "Title: name" in page
    refused = as_(CHECKER).post(VALIDATION, {"do": "validate", "seen": "2"})
    assert "Nobody has decided yet whether “P• ••••” may stand" in seen(refused, 403)

    choice = re.search(r'name="(choice-\w+)"', page)[1]
    stays = typed(page, **{re.search(r'name="(stays-\w+)"', page)[1]: "on"})
    refused = seen(browser.post(ENTRY, stays), 403)
    assert "Say why “P• ••••” (staff number) may stand in the log" in refused
    done(as_(OFFICER).post(ENTRY, typed(page, **{choice: "take out"}), follow=True), "Saved")
    page = seen(as_(CHECKER).get(VALIDATION))
    assert "Did [personal number taken out] print?" in page
    assert "Dear [the requester]" in page
    assert asker not in page
    done(browser.post(VALIDATION, {"do": "validate", "seen": "3"}, follow=True), "Validated")
    assert "Validated" in seen(browser.get("/log-entries/"))
    data = {"do": "publish", "seen": "3", "on_day": "20", "on_month": "10", "on_year": "2025"}
    done(as_(MANAGER).post(VALIDATION, data, follow=True), "published")

    step = LogStep.objects.get()
    assert (step.number, str(step.not_before)) == (3, "2025-10-20")


def test_all_of_a_kind_stays_with_one_reason_that_is_kept(as_):
    log_entries.answered()
    draft_entry(REF, doing=doing_by(OFFICER))
    browser = as_(OFFICER)
    asked = {"title": "Printers", "text-0": "Did PC 1234 or PC 1235 print?"}
    done(browser.post(ENTRY, typed(seen(browser.get(ENTRY)), **asked), follow=True), "Saved")
    page = seen(browser.get(ENTRY))
    kind = re.search(r'name="stays-(\w+)"', page)[1]
    said = {f"stays-{kind}": "on", f"reason-{kind}": "Both gave evidence in open court"}

    done(browser.post(ENTRY, typed(page, **said), follow=True), "Saved")

    assert entry_page(REF).kinds[0].waiting == 0
    assert "stays: Both gave evidence in open court" in seen(as_(CHECKER).get(VALIDATION))


def test_who_saves_over_a_newer_version_sees_both(as_):
    log_entries.written()
    browser = as_(OFFICER)
    begun = typed(seen(browser.get(ENTRY)), title="Mine")
    page = entry_page(REF)
    save_entry(REF, edit_of(page, title="Theirs"), seen=page.number, doing=doing_by(CHECKER))

    answer = seen(browser.post(ENTRY, begun), 403)

    assert "Cora saved version 3 meanwhile, and you began with 2" in answer.replace(
        CHECKER.key, "Cora"
    )
    assert 'value="Mine"' in answer
    assert "What the entry says now, in version 3" in answer
    assert "Theirs" in answer
    done(browser.post(ENTRY, typed(answer), follow=True), "Saved")


def test_what_is_missing_is_said_at_its_field(as_):
    log_entries.written()
    browser = as_(OFFICER)

    page = seen(browser.post(ENTRY, typed(seen(browser.get(ENTRY)), title="")))

    assert "There is a problem" in page
    assert 'href="#id_title"' in page


def test_a_reader_sees_the_entry_and_no_form(as_):
    log_entries.written()

    page = seen(as_(INTAKE).get(ENTRY))

    assert "Writing entries for the log is for" in page
    assert "<textarea" not in page


def test_an_earlier_version_can_be_read(as_):
    log_entries.written()
    draft_entry(REF, doing=doing_by(OFFICER))
    page = entry_page(REF)
    edit = edit_of(page, questions={"1": EditedQuestion("How many now?", "None.")})
    save_entry(REF, edit, seen=page.number, doing=doing_by(OFFICER))

    assert "Version 1" in seen(as_(OFFICER).get(f"{ENTRY}?version=1"))
    assert "As it stands" in seen(as_(OFFICER).get(f"{ENTRY}?version=99"))


def test_a_request_is_kept_out_and_let_in(as_):
    log_entries.answered()
    browser, page = as_(MANAGER), f"{ENTRY}keeping-out/"
    assert "Choose why" in seen(browser.post(page, {"do": "keep"}))
    kept = {"do": "keep", "why": "SAFETY", "words": "A witness"}
    done(browser.post(page, kept, follow=True), "kept out")

    assert "publishing it could endanger somebody: A witness" in seen(browser.get("/log-entries/"))
    done(browser.post(page, {"do": "let", "reason": "Over now"}, follow=True), "draft again")


def test_entries_wait_on_the_page_of_work_of_those_who_can_do_something(as_):
    log_entries.written()
    waits = "Entries for the log to validate (1)"

    assert waits in seen(as_(CHECKER).get("/work/"))
    assert waits not in seen(as_(OFFICER).get("/work/"))
    done(as_(MANAGER).post(VALIDATION, {"do": "validate", "seen": "2"}, follow=True), "Validated")
    page = seen(as_(MANAGER).get("/work/"))
    assert "Entries for the log to publish (1)" in page
    assert VALIDATION in page


def test_what_readers_made_of_earlier_answers_is_told_in_a_sentence_and_a_table(as_):
    assert "Earlier answers on the public form" not in seen(as_(OFFICER).get("/log-entries/"))
    OfferCount.objects.create(month="2025-10", shown=40, opened=9, sent=31, sent_opened=5)
    OfferCount.objects.create(month="2025-09", shown=1, opened=0, sent=1, sent_opened=0)

    page = seen(as_(OFFICER).get("/log-entries/"))

    said = "In 2025-10, 40 people were shown an earlier answer: 9 opened one, and 31 sent their request"
    assert said in page
    assert [
        re.findall(r">([\d-]+)<", row)
        for row in page.split('id="offers-title"')[1].split("<tr")[2:4]
    ] == [["2025-10", "40", "9", "31", "9", "4"], ["2025-09", "1", "0", "1", "0", "0"]]
