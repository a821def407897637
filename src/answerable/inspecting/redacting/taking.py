"""A PDF without what was marked: every page rewritten, or drawn where that cannot be done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
from PIL import Image

from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.cleaning.catalog import clean
from answerable.inspecting.redacting.cleaning.spoken import without_spoken
from answerable.inspecting.redacting.cleaning.structure import Structure
from answerable.inspecting.redacting.cleaning.texts import scrub_texts
from answerable.inspecting.redacting.drawing import draw_page
from answerable.inspecting.redacting.gaps import gaps_of
from answerable.inspecting.redacting.marked import Marked, marked
from answerable.inspecting.redacting.marks import Mark
from answerable.inspecting.redacting.opening import opened, read, saved
from answerable.inspecting.redacting.pages import shown
from answerable.inspecting.redacting.reading import characters_of
from answerable.inspecting.redacting.rewriting.page import rewrite_page
from answerable.inspecting.redacting.rewriting.unused import drop_unused
from answerable.inspecting.redacting.rewriting.work import Fonts, Steps, Work
from answerable.inspecting.redacting.unsupported import FAILURES, TooMuch, Unsupported
from answerable.inspecting.redacting.widths import Telling, telling
from answerable.inspecting.redacting.words import sought

_TOO_MUCH = "Its pages are drawn in too many steps: print it to a PDF anew, and redact that"
_DAMAGED = "It is damaged inside: open it with its program, and save it as a PDF again"


@dataclass(slots=True)
class Taken:
    """A PDF without what was marked, and the pages (from 1) that are pictures now, as a reader of text needs them.

    `before` is what it was made from, without what only stands for what is drawn.
    """

    data: bytes
    before: bytes
    marked: Marked
    telling: list[Telling] = field(default_factory=list)
    drawn: dict[int, Image.Image] = field(default_factory=dict)


def taken(
    data: bytes,
    marks: Sequence[Mark],
    *,
    draw: Collection[int] = (),
    known: Sequence[str] = (),
    whole_lines: bool = False,
) -> Taken:
    """Return a PDF without what was marked; the pages `draw` (from 1) become pictures whatever they hold.

    `known` are surnames that readers may know: where few of them fit a box, that is told. With `whole_lines`,
    each mark takes out the lines that it is on.

    :raises CannotRedact: if nothing can be redacted in it, and why.
    """
    try:
        made = _taken(data, marks, draw, whole_lines=whole_lines)
        # Of a whole line nobody knows what stood there beside the name: there is no width to compare.
        made.telling = _telling(made, known) if known and not whole_lines else []
    except TooMuch:
        raise CannotRedact(_TOO_MUCH) from None
    except FAILURES:
        raise CannotRedact(_DAMAGED) from None
    return made


def _taken(
    data: bytes, marks: Sequence[Mark], draw: Collection[int], *, whole_lines: bool
) -> Taken:
    pdf = opened(data)
    clean(pdf)
    cleaned = saved(pdf)
    places = [shown(page) for page in pdf.pages]
    drawn = without_spoken(cleaned)
    found = marked(marks, read(drawn), places, whole_lines=whole_lines)
    made = Taken(b"", drawn, found)
    # The file is read again as it was saved: what was cut loose is gone from it, and nothing is left of it in memory.
    pdf = opened(cleaned)
    _rewrite(pdf, read(cleaned), made, draw)
    drop_unused(pdf)
    scrub_texts(pdf, sought([*made.marked.everywhere.words, *made.marked.traceless]))
    made.data = saved(pdf)
    return made


def _rewrite(
    pdf: pikepdf.Pdf, document: pypdfium2.PdfDocument, made: Taken, draw: Collection[int]
) -> None:
    touched: set[tuple[tuple[int, int], int]] = set()
    fonts, steps = Fonts(), Steps()
    for number, areas in sorted(made.marked.areas.items()):
        page = pdf.pages[number - 1]
        work = Work(pdf, tuple(areas), made.marked.everywhere, fonts, steps)
        if number in draw or not _is_rewritten(page, work):
            made.drawn[number] = draw_page(pdf, page, document[number - 1], tuple(areas))
        touched |= {(page.obj.objgen, tag) for tag in work.touched_tags}
    Structure(touched).clean(pdf)


def _telling(made: Taken, known: Sequence[str]) -> list[Telling]:
    document = read(made.before)
    found: list[Telling] = []
    for number, areas in sorted(made.marked.areas.items()):
        page = document[number - 1]
        found += telling(number, gaps_of(page, characters_of(page), areas), known)
    return found


def _is_rewritten(page: pikepdf.Page, work: Work) -> bool:
    try:
        rewrite_page(page, work)
    except Unsupported:
        return False
    return True
