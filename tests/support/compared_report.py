"""What the comparison with pages finds by itself, over every planted and every ordinary office file.

    python -m tests.support.compared_report

It needs LibreOffice, and takes half an hour.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from answerable.inspecting.child import inspected
from answerable.inspecting.compared.apart import KINDS
from answerable.inspecting.compared.child import WITH_CELLS, compared, texts_of
from answerable.inspecting.compared.laid_open import laid_open
from answerable.inspecting.compared.unseen import Page, unseen_words, words_in
from answerable.inspecting.pdf.drawn.pages import shown_on
from answerable.programs.office import made_by_office, office_program
from tests.support.planted.called import called
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET
from tests.support.planted.ordinary import ordinary
from tests.support.planted.ordinary_more import ordinary_of_other_kinds

CODE = "file.unseen-words"


def drawn(some):
    """Return the pages of files by their names; nothing for one that is not compared or cannot be drawn."""

    def of_one(data):
        kind = inspected(data, called(data)).kind
        if kind not in KINDS:
            return None
        return made_by_office(laid_open(data, kind), kind, office_program(), into="pdf")

    # LibreOffice draws two at once; PDFium, which reads what they drew, does one after the other.
    with ThreadPoolExecutor(2) as workers:
        return dict(zip(some, workers.map(of_one, some.values()), strict=True))


def planted_as(data, pages):
    """Return whether a planted secret is "found" without any other finding, "visible", "missed" or "not drawn"."""
    if not pages:
        return "not compared" if pages is None else "not drawn"
    kind = inspected(data, called(data)).kind
    shown = shown_on(pages)
    page = Page(shown.words, shown.letters)
    has_cells = kind in WITH_CELLS
    unseen = unseen_words(texts_of(data, kind), page, frozenset(), has_cells=has_cells)
    if any(SECRET.casefold() in words_in(" ".join(words)) for _, words in unseen):
        return "found"
    return "visible" if SECRET.casefold() in shown.letters else "missed"


def harmless_as(data, pages):
    """Return what a file that hides nothing is taken for: "quiet", "asked", "not drawn" or "not compared"."""
    if not pages:
        return "not compared" if pages is None else "not drawn"
    codes = {one.code for one in compared(data, called(data), pages).findings}
    return "asked" if CODE in codes else "quiet"


def main():
    """Print how many there are of each, and the names of those that are not as they should be."""
    for what, files, judged in (
        (
            "planted",
            {f"{n} {one.name}": one.make(SECRET) for n, one in enumerate(PLANTED)},
            planted_as,
        ),
        ("twins", {f"{n} {one.name}": one.make("") for n, one in enumerate(PLANTED)}, harmless_as),
        ("ordinary", {**ordinary(), **ordinary_of_other_kinds()}, harmless_as),
    ):
        pages = drawn(files)
        results = {name: judged(data, pages[name]) for name, data in files.items()}
        print(what, dict(Counter(results.values())), flush=True)
        for result in ("missed", "asked", "not drawn"):
            print(" ", result, *(name for name, each in results.items() if each == result))


if __name__ == "__main__":
    main()
