"""Make an entry of a request's answers, and keep each version of it."""

from dataclasses import dataclass, replace

from answerable.actions.casework.doing import Doing
from answerable.domain.disclosure_log import Attachment, Entry, entry_as_json, entry_from_json
from answerable.domain.disclosure_log.file_names import proposed_name
from answerable.domain.disclosure_log.from_case import entry_of
from answerable.domain.disclosure_log.identifying import (
    Known,
    Mark,
    decided,
    mark_as_json,
    mark_of,
    undecided,
)
from answerable.domain.disclosure_log.taking_out import taken_out, taken_out_of
from answerable.domain.questions.blind import Identity
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.answered import (
    answered_case,
    everybody_who_asked,
    files_that_left,
    known_people,
)
from answerable.records.casework.models import LogDraft, LogDraftVersion, Request


@dataclass(frozen=True, slots=True)
class Drawn:
    """An entry without what must not be in it, and the words in it that a person must look at."""

    entry: Entry
    marks: tuple[Mark, ...]


def drawn(request: Request, doing: Doing, *, before: tuple[Mark, ...] = ()) -> Drawn:
    """Return the entry that the answers of a request make; what was decided of the same words stays so.

    :raises MoveNotAllowed: if none of its questions was answered.
    """
    case = answered_case(request, doing.authority)
    if case is None:
        message = "None of its questions was answered: keep it out of the log, and say why"
        raise MoveNotAllowed(message)
    return cleansed(request, entry_of(case), before)


def cleansed(request: Request, entry: Entry, before: tuple[Mark, ...]) -> Drawn:
    """Return an entry without who asked, whoever wrote it, with its marks and the names of its files."""
    identity, *others = everybody_who_asked(request)
    known = known_people(identity)
    known = replace(known, people=(*known.people, *(one.name for one in others)))
    left = replace(entry, attachments=_attachments(request, identity, known))
    for one in (identity, *others):
        left = taken_out(left, one)
    return Drawn(*decided(left, known, before))


def save_version(draft: LogDraft, made: Drawn, doing: Doing) -> None:
    """Keep an entry as the next version of a draft: nobody has validated it yet."""
    is_first = draft.pk is None
    draft.number = 1 if is_first else draft.number + 1
    draft.state = LogDraft.State.DRAFT
    draft.content = entry_as_json(made.entry)
    keep_what_is_out(draft, made)
    draft.because = ""
    draft.written_by, draft.written_at = doing.by.key, doing.at
    draft.validated_by, draft.validated_at = "", None
    draft.save()
    LogDraftVersion.objects.create(
        draft=draft,
        number=draft.number,
        by=doing.by.key,
        at=doing.at,
        content=draft.content,
        marks=draft.marks,
    )


def keep_what_is_out(draft: LogDraft, made: Drawn) -> None:
    """Write down with a draft, unsaved, what was taken out of an entry, and which words wait for a person."""
    draft.taken_out = [
        {"field": one.field, "kind": one.kind.value, "count": one.count}
        for one in taken_out_of(made.entry)
    ]
    draft.marks = [mark_as_json(one) for one in made.marks]
    draft.open_marks = len(undecided(made.marks))


def entry_in(draft: LogDraft) -> Entry:
    """Return the entry as a draft has it."""
    return entry_from_json(draft.content)


def marks_of(draft: LogDraft) -> tuple[Mark, ...]:
    """Return the marks of a draft, with what was decided."""
    return tuple(map(mark_of, draft.marks))


def _attachments(request: Request, identity: Identity, known: Known) -> tuple[Attachment, ...]:
    """Return the files that left, under the names under which they are published, or may be."""
    chosen = (
        {one.file_id: one.name for one in request.log_draft.files.all()}
        if hasattr(request, "log_draft") and request.log_draft.pk
        else {}
    )
    left = {one.pk: one.name for one in files_that_left(request)}
    proposed = {
        pk: proposed_name(name, place, identity, known)
        for place, (pk, name) in enumerate(left.items(), start=1)
    }
    return tuple(map(Attachment, {**proposed, **chosen}.values()))
