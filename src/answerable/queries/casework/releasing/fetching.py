"""Whether a file that left with a letter is still handed out to whoever comes back for it by a link."""

from answerable.domain.release.standing import FileFacts, standing_of
from answerable.queries.casework.releasing.standings import (
    digest_of,
    inspected_in,
    report_of,
    settled_in,
)
from answerable.records.casework.models import FileInspection, FileSettlement, LetterFile


def may_still_be_fetched(one: LetterFile) -> bool:
    """Return whether the stored bytes are those that left, and their last inspection lets them leave.

    They may wait to be inspected by newer rules meanwhile: what left by the rules of then does not come back.
    """
    sha256 = digest_of(one.file)
    if sha256 != (one.sha256 or one.file.sha256):
        return False
    done = FileInspection.objects.filter(
        request=one.file.request_id, sha256=sha256, name=one.file.name, done_at__isnull=False
    )
    report = report_of(done.order_by("-done_at", "-pk").first())
    if report is None:
        return False
    rows = FileSettlement.objects.filter(request=one.file.request_id, sha256=sha256)
    return standing_of(FileFacts(inspected_in(report), settled=settled_in(rows))).may_leave
