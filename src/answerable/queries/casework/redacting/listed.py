"""The redactions of a request's files, and those of all requests that wait for somebody."""

from dataclasses import dataclass

from django.db.models import Count, Q

from answerable.queries.casework.redacting.seen import MarkedBy, SeenFile, seen_of
from answerable.records.casework.models import CaseFile, Redaction


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file with how far its latest redaction is; no state if nobody began one."""

    file: SeenFile
    state: str
    marks: int


def listed_files(reference: str) -> tuple[ListedFile, ...]:
    """Return the files of a request that can be redacted, by their names, with how far the redaction of each is."""
    files = CaseFile.objects.filter(request__reference=reference).order_by("name")
    count = Count("marks", filter=Q(marks__undone_at=None))
    rows = Redaction.objects.filter(file__request__reference=reference).annotate(marked=count)
    latest = {one.file_id: one for one in rows.order_by("pk")}
    found = map(seen_of, files.select_related("request__requester").iterator(chunk_size=1))
    return tuple(
        ListedFile(
            one,
            latest[one.number].state if one.number in latest else "",
            latest[one.number].marked if one.number in latest else 0,
        )
        for one in found
        if one.marked_by is not MarkedBy.NOTHING or one.number in latest
    )


def requests_to_check(viewer: str) -> list[int]:
    """Return the requests with a redaction that waits for a second person, as whom somebody can stand in."""
    rows = Redaction.objects.filter(state=Redaction.State.WAITING)
    # Few wait at a time, and not every database looks into a list.
    found = rows.values_list("file__request", "hands")
    return sorted({request for request, hands in found if viewer not in hands})


def requests_sent_back(viewer: str) -> list[int]:
    """Return the requests with a redaction that came back to somebody who had a part in its marks."""
    rows = Redaction.objects.filter(state=Redaction.State.SENT_BACK)
    found = rows.values_list("file__request", "hands")
    return sorted({request for request, hands in found if viewer in hands})
