"""Entries for the log: written of an answered request, and changed as a form changes them."""

from answerable.actions.casework.counting import recount
from answerable.actions.casework.publishing.drafting import (
    Decided,
    Edit,
    EditedQuestion,
    draft_entry,
    save_entry,
)
from answerable.actions.casework.publishing.keeping_out import keep_out
from answerable.actions.casework.publishing.validating import validate_entry
from answerable.domain.disclosure_log.identifying import Choice
from answerable.domain.disclosure_log.keeping_out import KeptOut
from answerable.queries.casework.log_drafts import entry_page
from answerable.records.casework.models import Question, Request
from tests.support import scenes
from tests.support.casework import AT, MANAGER, OFFICER, REF, TABLE, doing_by

WRITER = OFFICER
VALIDATOR = MANAGER


def edit_of(page=None, **changes):
    """Return what a form would send of an entry as it stands, with some changes."""
    page = page or entry_page(REF)
    said = {
        "title": page.entry.title,
        "questions": {
            one.label or "": EditedQuestion(one.text, one.answer or "")
            for one in page.entry.questions
        },
        "month": page.month,
        "embargo_until": page.embargo_until,
    }
    return Edit(**{**said, **changes})


def keep_all(page=None):
    """Return the decision to keep all personal data."""
    page = page or entry_page(REF)
    return {one.key: Decided(Choice.KEEP, reason="It is the office") for one in page.marks}


def answered():
    """Both questions were answered, by a letter that nobody needs to see."""
    scenes.written()
    for question in Question.objects.all():
        question.events.create(
            kind="answered", on=AT.date(), recorded_at=AT, recorded_by=OFFICER.key
        )
        question.stage, question.clock_state = "sent", ""
        question.save()
    recount(Request.objects.get(reference=REF), TABLE)


def written(*, begin=answered):
    """The officer wrote the entry of an answered request, and decided about its words."""
    begin()
    draft_entry(REF, doing=doing_by(WRITER))
    page = entry_page(REF)
    edit = edit_of(page, title="Printers and who pays", choices=keep_all(page))
    save_entry(REF, edit, seen=page.number, doing=doing_by(WRITER))


def validated():
    """Somebody else validated it."""
    written()
    validate_entry(REF, seen=entry_page(REF).number, doing=doing_by(VALIDATOR))


def kept_out():
    """A manager keeps it out of the log."""
    answered()
    keep_out(REF, why=KeptOut.PERSONAL, words="", doing=doing_by(MANAGER))
