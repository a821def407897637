"""The redaction log: what was redacted on which page or in which cells, under which limb and why, and never the words."""

from pathlib import PurePosixPath

from answerable.actions.casework.attaching import AttachedFile, attach_file
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound
from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.domain.law.exemptions import explanation
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.casework.redacting.seen import SeenMark, SeenRedaction, redaction_seen
from answerable.records.casework.models import CaseFile

LOG_COLUMNS = {
    "pages": ("number", "page", "exemption", "about", "reason"),
    "sheets": ("number", "sheet", "cells", "exemption", "about", "reason"),
    "paragraphs": ("number", "paragraph", "exemption", "about", "reason"),
}
"""What the log has of a file, by what is marked in it."""

EVERYWHERE = "wherever the words stood"


def log_place(kind: str, mark: SeenMark) -> tuple[str, ...]:
    """Return where a mark stands in the redacted file: a page; a sheet by its number, and cells; or a paragraph.

    A sheet is not named, for its name may be among what is marked.
    """
    if kind == "pages":
        return (str(mark.page),)
    if kind == "sheets":
        return (str(mark.page or ""), mark.log_cells or EVERYWHERE)
    return (str(mark.paragraph) if mark.paragraph else EVERYWHERE,)


def log_as_csv(seen: SeenRedaction) -> bytes:
    """Return the redaction log of a file as a file: a row for each mark, in their order."""
    rows = [
        (str(number), *log_place(seen.kind, one), one.limb, explanation(one.limb), one.reason)
        for number, one in enumerate(seen.marks, start=1)
    ]
    return b"".join(cells_as_csv(LOG_COLUMNS[seen.kind], rows))


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
    given = AttachedFile(name, "text/csv", log_as_csv(seen))
    label = made.question.label if made.question else None
    attach_file(reference, label, given, doing=doing)
