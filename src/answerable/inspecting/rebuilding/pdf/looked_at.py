"""Pages of a rewritten PDF that an inspection would still stop: they are made pictures."""

import io
import re

import pikepdf

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.codes import codes
from answerable.inspecting.findings import CannotSay, Severity
from answerable.inspecting.pdf.document import look_at_pdf
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.drawing import draw_page
from answerable.inspecting.redacting.opening import opened, read, saved
from answerable.inspecting.redacting.rewriting.unused import drop_unused
from answerable.inspecting.seen import Seen

MOST_PAGES = 60
"""Pages of a file that is looked at once more: longer ones are told by the inspection of what leaves."""

_KEPT = frozenset(("pdf.undrawn-text", "pdf.hidden-layer"))
"""What drawing a page would lose, or show: letters that cannot be drawn here, and layers that are off."""

_DRAWN = frozenset(("pdf.covered", "pdf.under-mask", "pdf.unseen-drawing", "pdf.text-in-mask"))
"""What is only asked about, and hides as surely as what is stopped; other questions are left to people."""

_PAGE = re.compile(r"\bpage (\d+)")


def with_pages_drawn(data: bytes) -> tuple[bytes, list[int]]:
    """Return a rewritten PDF of which pages are pictures that would be stopped, and which they are."""
    numbers = _telling(data)
    if not numbers:
        return data, []
    pdf = opened(data)
    document = read(data)
    try:
        for number in numbers:
            draw_page(pdf, pdf.pages[number - 1], document[number - 1], ())
    except (CannotRedact, pikepdf.PdfError):
        return data, []
    drop_unused(pdf)
    return saved(pdf, anew=True), numbers


def _telling(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
    if count > MOST_PAGES:
        return []
    seen = Seen()
    try:
        look_at_pdf(data, seen, Allowance(), lambda *_: None)
    except CannotSay:
        return []
    told = codes()
    numbers = {
        int(found[1])
        for one in seen.findings()
        if one.code not in _KEPT
        and (told[one.code].severity is Severity.STOP or one.code in _DRAWN)
        and (found := _PAGE.search(one.where))
    }
    return sorted(one for one in numbers if one <= count)
