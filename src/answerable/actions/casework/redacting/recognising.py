"""Recognise the words of pages that are pictures in files that are being marked, some at a time."""

from collections.abc import Callable

from answerable.queries.casework.redacting.words import rows_of_words
from answerable.reading import NotReadable
from answerable.reading.shown_pages import pages_shown, words_recognised
from answerable.records.casework.models import RecognisedPage, Redaction

_MARKED = (Redaction.State.MARKING, Redaction.State.SENT_BACK, Redaction.State.WAITING)


def recognise_pages(*, goes_on: Callable[[], bool]) -> int:
    """Recognise words of the pages that wait for it, while time is left; return how many pages were read.

    Where nothing reads pictures they go on waiting: their boxes can be drawn all the same.
    """
    count = 0
    waiting = RecognisedPage.objects.filter(is_read=False, redaction__state__in=_MARKED)
    for row in waiting.select_related("redaction__file").order_by("redaction", "page"):
        if not goes_on():
            break
        data, name = bytes(row.redaction.file.data), "The file"
        try:
            (shown,) = pages_shown(data, name, pages=[row.page])
            row.words = rows_of_words(words_recognised(data, name, shown))
        except NotReadable:
            continue
        row.is_read = True
        count += RecognisedPage.objects.filter(pk=row.pk, is_read=False).update(
            is_read=True, words=row.words
        )
    return count
