"""The redaction log: what was redacted on which page, under which limb and why, and never the words."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from answerable.actions.casework.attaching import AttachedFile, attach_file
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound
from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.domain.law.exemptions import explanation
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.casework.redacting.seen import SeenMark, redaction_seen
from answerable.records.casework.models import CaseFile

LOG_COLUMNS = ("number", "page", "exemption", "about", "reason")


def log_rows(marks: Sequence[SeenMark]) -> list[tuple[str, ...]]:
    """Return a row for each mark, in the order of the pages."""
    return [
        (str(number), str(one.page), one.limb, explanation(one.limb), one.reason)
        for number, one in enumerate(marks, start=1)
    ]


def log_as_csv(marks: Sequence[SeenMark]) -> bytes:
    """Return the redaction log as a file."""
    return b"".join(cells_as_csv(LOG_COLUMNS, log_rows(marks)))


def attach_log(reference: str, number: int, *, doing: Doing) -> None:
    """Attach the redaction log of a file to its request, to go with the letter.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not attach files, or it is attached already.
    :raises RedactionRefused: if no redacted file was made.
    """
    seen = redaction_seen(number)
    if seen is None or seen.result is None or not seen.is_done:
        raise RedactionRefused("There is no redacted file yet: its log comes with it")
    files = CaseFile.objects.select_related("question").filter(request__reference=reference)
    made = files.filter(pk=seen.result.number).first()
    if made is None:
        message = f"{reference} has no such file"
        raise RequestNotFound(message)
    name = f"{PurePosixPath(made.name).stem[:150]}, redaction log.csv"
    given = AttachedFile(name, "text/csv", log_as_csv(seen.marks))
    label = made.question.label if made.question else None
    attach_file(reference, label, given, doing=doing)
