"""What must not come into the log does not: by a note, a reason, a file, a step that waits, one that was stopped."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.archive import WithdrawalRefused
from answerable.actions.casework import restrict_request
from answerable.actions.casework.publishing.choosing_files import ChosenFile, choose_files
from answerable.actions.casework.publishing.correcting import Corrected, correct
from answerable.actions.casework.publishing.drawing import cleansed
from answerable.actions.casework.publishing.steps import publish, stop_step
from answerable.actions.casework.publishing.taking_out import withdraw, withdraw_by_key
from answerable.domain.roles import MoveNotAllowed
from answerable.records.archive.models import Entry
from answerable.records.casework.models import CaseFile, LogDraftVersion, LogStep, Request
from tests.support.casework import AT, MANAGER, OFFICER, REF, arrive, doing_by
from tests.support.entries import make_entry
from tests.support.letters import make_mail
from tests.support.log_drafts import LATER, validated, with_file, work

pytestmark = pytest.mark.django_db
PERSONAL = (
    "Quillfeather was named in it",
    "Her number 07700 900123 stood in it",
    "It named bob.smith@gmail.com",
)


@pytest.fixture(autouse=True)
def _own_body(settings):
    settings.ANSWERABLE_BODY = "OPA"


def published():
    draft = validated()
    publish(REF, 1, doing=doing_by(MANAGER))
    work()
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize("words", PERSONAL)
def test_neither_a_note_nor_a_reason_tells_of_people(words):
    draft = published()

    with pytest.raises(MoveNotAllowed, match="everybody can read it"):
        correct(REF, draft.number, Corrected(words, "Bells", {}), doing=doing_by(OFFICER))
    with pytest.raises(MoveNotAllowed, match="register of removals"):
        withdraw(REF, reason=words, doing=doing_by(MANAGER))
    with pytest.raises(WithdrawalRefused, match="register of removals"):
        withdraw_by_key("OPA", draft.entry.key, reason=words, by="an officer", at=AT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_file_that_names_who_asked_is_found_out_however_it_is_encoded(encoding):
    draft = validated(state="draft")
    with_file(draft, "rooms.csv", "room\tby\n1\tMs Quillfeather\n".encode(encoding))
    draft.files.all().delete()

    with pytest.raises(MoveNotAllowed, match="names who asked"):
        choose_files(draft, [ChosenFile(CaseFile.objects.get().pk, "rooms.csv")])


def test_what_is_restricted_while_it_waits_is_not_published():
    draft = validated()
    publish(REF, 1, doing=doing_by(MANAGER), not_before=AT.date() + dt.timedelta(days=7))

    restrict_request(REF, people=[], reason="It names a victim", doing=doing_by(MANAGER))
    work(at=LATER + dt.timedelta(days=8))

    draft.refresh_from_db()
    assert not Entry.objects.exists()
    assert (draft.state, LogStep.objects.get().state) == ("validated", "stopped")


def test_a_correction_that_was_stopped_comes_in_with_no_later_one():
    draft = published()
    correct(REF, 1, Corrected("Another title", "Bells", {}), doing=doing_by(OFFICER))

    stop_step(REF, LogStep.objects.get(act="correct").pk, doing=doing_by(MANAGER))

    draft.refresh_from_db()
    assert draft.content == Entry.objects.get().content
    assert (draft.number, draft.note) == (3, "")
    assert LogDraftVersion.objects.get(draft=draft, number=3).content == draft.content
    correct(REF, 3, Corrected("Another title", "Bells", {}), doing=doing_by(OFFICER))
    work(at=LATER + dt.timedelta(minutes=1))
    assert Entry.objects.get().title == "Bells"


def test_whoever_else_writes_from_the_address_is_taken_out_too():
    shared = {"From": "Jane Quillfeather <office@charity.example>", "Message_ID": "<2@x.example>"}
    arrive(make_mail(From="Bob Jones <office@charity.example>"))
    arrive(make_mail(text="How many has Jane Quillfeather?", **shared))
    request = Request.objects.get(reference="2025-0002")
    entry = make_entry(title="Bicycles", request="", response="", questions=())

    made = cleansed(request, replace(entry, title="What Jane Quillfeather asked"), ())

    assert request.requester.name == "Bob Jones"
    assert made.entry.title == "What [name taken out] asked"
