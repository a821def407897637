"""Which files are published with an entry: inspected ones, under names that name nobody."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.domain.disclosure_log.file_names import FileNameRefused, check_name
from answerable.domain.disclosure_log.taking_out import gives_away
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.answered import everybody_who_asked, files_to_publish, known_people
from answerable.queries.casework.releasing.gate import why_held
from answerable.records.casework.models import CaseFile, LogDraft, LogFile

_TEXTS = ("text/", "application/json", "application/xml", "application/csv")
_ENDINGS = (".csv", ".txt", ".md", ".json", ".xml", ".html", ".htm", ".tsv")


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file of the request that is to be published, and under which name."""

    pk: int
    name: str


def choose_files(draft: LogDraft, chosen: Sequence[ChosenFile]) -> bool:
    """Publish these files with an entry and no others; return whether that is another choice than before.

    :raises MoveNotAllowed: if one may not leave, names who asked, or its name names somebody.
    """
    before = [(one.file_id, one.name) for one in draft.files.order_by("place")]
    if before == [(one.pk, one.name) for one in chosen]:
        return False
    _check(draft, chosen)
    draft.files.all().delete()
    LogFile.objects.bulk_create(
        LogFile(draft=draft, file_id=one.pk, place=place, name=one.name)
        for place, one in enumerate(chosen, start=1)
    )
    return True


def _check(draft: LogDraft, chosen: Sequence[ChosenFile]) -> None:
    asked = everybody_who_asked(draft.request)
    identity = asked[0]
    known = known_people(identity)
    known = replace(known, people=(*known.people, *(one.name for one in asked[1:])))
    offered = {one.pk: one for one in files_to_publish(draft.request)}
    names = Counter(one.name.casefold() for one in chosen)
    _check_held(draft, [offered[one.pk] for one in chosen if one.pk in offered])
    for one in chosen:
        file = offered.get(one.pk)
        if file is None:
            message = "Only files that may leave are published: this one is kept back, or is for one person alone"
            raise MoveNotAllowed(message)
        if names[one.name.casefold()] > 1:
            message = f"Two files are called {one.name}: give each its own name"
            raise MoveNotAllowed(message)
        try:
            check_name(one.name, of=file.name, identity=identity, known=known)
        except FileNameRefused as refusal:
            raise MoveNotAllowed(str(refusal)) from refusal
        if any(gives_away(text, one) for text in _texts_of(file) for one in asked):
            message = (
                f"{one.name} names who asked: make a file without that, and publish it instead"
            )
            raise MoveNotAllowed(message)


def _check_held(draft: LogDraft, files: Sequence[CaseFile]) -> None:
    if not files:
        return
    held = why_held(draft.request, files)
    if held:
        raise MoveNotAllowed("; ".join(held))


def _texts_of(file: CaseFile) -> Iterator[str]:
    """Yield what a file of plain text says, however it is encoded; what others say, a person has to look at."""
    if not (file.content_type.startswith(_TEXTS) or file.name.lower().endswith(_ENDINGS)):
        return
    data = bytes(file.data)
    yield data.decode("utf-8", "replace")
    # Spreadsheets write text in two bytes a letter, of which one is nothing, or as Windows does.
    yield data.replace(b"\0", b"").decode("cp1252", "replace")
