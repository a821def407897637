"""A PDF into one of its pages alone, without what nobody sees on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
import pypdfium2

from answerable.inspecting.rebuilding.pdf.held import held_besides, layers_off
from answerable.inspecting.rebuilding.pdf.known import keep_known
from answerable.inspecting.rebuilding.pdf.looked_at import with_pages_drawn
from answerable.inspecting.rebuilding.pdf.photographs import strip_photographs
from answerable.inspecting.rebuilding.pdf.unseen import TooLarge, unseen_on
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile
from answerable.inspecting.redacting.cannot import CannotRedact
from answerable.inspecting.redacting.cleaning.catalog import clean
from answerable.inspecting.redacting.cleaning.spoken import without_spoken
from answerable.inspecting.redacting.drawing import draw_page
from answerable.inspecting.redacting.opening import opened, read, saved
from answerable.inspecting.redacting.rewriting.page import rewrite_page
from answerable.inspecting.redacting.rewriting.unused import drop_unused
from answerable.inspecting.redacting.rewriting.work import Fonts, Steps, Work
from answerable.inspecting.redacting.unsupported import FAILURES, TooMuch, Unsupported

_NOT_ANEW = ("/Outlines", "/OCProperties")
_DAMAGED = "It is damaged inside: open it with its program, and save it as a PDF again"
_TOO_MUCH = "Its pages are drawn in too many steps, or are too large: print it to a PDF anew"


@dataclass(slots=True)
class _Pages:
    """The pages that are rewritten, and what was left out of them."""

    pdf: pikepdf.Pdf
    document: pypdfium2.PdfDocument
    off: frozenset[tuple[int, int]]
    fonts: Fonts = field(default_factory=Fonts)
    steps: Steps = field(default_factory=Steps)
    copies: dict[tuple[object, ...], pikepdf.Stream] = field(default_factory=dict)
    letters: int = 0
    drawn: list[int] = field(default_factory=list)

    def rewrite(self) -> None:
        """Take out of each page what is on it, and not seen."""
        for number, page in enumerate(self.pdf.pages, start=1):
            unseen = unseen_on(self.document[number - 1])
            work = Work(self.pdf, (), fonts=self.fonts, steps=self.steps, unseen=unseen)
            work.is_anew, work.switched_off, work.copies = True, self.off, self.copies
            try:
                rewrite_page(page, work)
                self.letters += work.taken_out
            except Unsupported:
                # Opened anew, for what was not seen was switched off to find it.
                draw_page(self.pdf, page, read(saved(self.pdf))[number - 1], ())
                self.drawn.append(number)

    def told(self) -> Iterator[str]:
        """Yield in sentences what was left out."""
        if self.letters:
            letters = "letter that nobody sees" if self.letters == 1 else "letters that nobody sees"
            yield f"{self.letters:,} {letters}"
        if self.drawn:
            pages = ", ".join(str(one) for one in self.drawn)
            yield f"the text of pages that could not be taken apart and are pictures now: {pages}"


def rewrite_pdf(data: bytes, *, name: str) -> Rebuilt:
    """Return a PDF written anew: its pages, its tags and its language, without all that nobody sees.

    Notes and fields become part of the page that shows them; only links to places in the file and to the web are
    kept. Letters that make no difference to what is seen are gone, but for those under the picture of a scan.

    :raises CannotRebuild: if it cannot be opened, or holds too much.
    """
    try:
        pdf = opened(data)
        sentences = held_besides(pdf, data)
        made, more = _rewritten(pdf)
    except CannotRedact as refusal:
        raise CannotRebuild(str(refusal)) from None
    except (TooMuch, TooLarge):
        raise CannotRebuild(_TOO_MUCH) from None
    except FAILURES:
        raise CannotRebuild(_DAMAGED) from None
    return Rebuilt((RebuiltFile(name, made),), (*sentences, *more))


def _rewritten(pdf: pikepdf.Pdf) -> tuple[bytes, tuple[str, ...]]:
    clean(pdf)
    strip_photographs(pdf)
    # What readers are told in place of what is drawn can say anything: what is drawn is what leaves.
    plain = without_spoken(saved(pdf))
    pdf = opened(plain)
    pages = _Pages(pdf, read(plain), layers_off(pdf))
    pages.rewrite()
    for one in _NOT_ANEW:
        if one in pdf.Root:
            del pdf.Root[one]
    _forget_layers(pdf)
    drop_unused(pdf)
    keep_known(pdf)
    made, drawn = with_pages_drawn(saved(pdf, anew=True))
    pages.drawn = sorted({*pages.drawn, *drawn})
    return made, tuple(pages.told())


def _forget_layers(pdf: pikepdf.Pdf) -> None:
    """Take the names of layers away: what was switched off is gone, and all else is shown."""
    for one in pdf.objects:
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if one.get("/Type") == pikepdf.Name.OCG:
            for name in list(one.keys()):
                if name != "/Type":
                    del one[name]
            one["/Name"] = pikepdf.String("Layer")
        elif "/OC" in one:
            del one["/OC"]
