"""The process apart that compares one file with its pages: confined as the one that inspects it.

It is given a line of JSON, and the bytes of the file and of its pages, on standard input. Asked to lay a file
open, it says the file's bytes as they are drawn; asked to hand out, the files in it that can be drawn; asked to compare, it says the whole inspection as JSON.
"""

import json
import sys
from collections.abc import Iterator

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import open_archive
from answerable.inspecting.as_json import inspection_as_json
from answerable.inspecting.child import inspected
from answerable.inspecting.compared.held import Held, texts_of_archive, texts_of_rtf
from answerable.inspecting.compared.held_of_old import texts_of_old_office
from answerable.inspecting.compared.laid_open import MOST_BYTES, laid_open
from answerable.inspecting.compared.members import handed_out
from answerable.inspecting.compared.unseen import Page, unseen_words, words_in
from answerable.inspecting.confined import given
from answerable.inspecting.findings import Inspection
from answerable.inspecting.seen import Seen

WITH_CELLS = ("xlsx", "ods", "xls")
"""Kinds of files of which a column may cut a text off."""

_OLD = ("xls", "doc", "ppt")
_MOST_WORDS = 2_000_000


def compared(data: bytes, name: str, pages: bytes) -> Inspection:
    """Return what a file would give away, with the words that none of its pages shows."""
    explained: set[str] = set()

    def hear(text: str) -> None:
        if len(explained) < _MOST_WORDS:
            explained.update(words_in(text))

    def compare(seen: Seen, kind: str) -> None:
        page = _page(pages, seen)
        texts = texts_of(data, kind)
        unseen = unseen_words(texts, page, frozenset(explained), has_cells=kind in WITH_CELLS)
        for held, words in list(unseen):
            where = f"“{held.where}”" if held.where else ""
            seen.add("file.unseen-words", where, " ".join(words), count=len(words))

    return inspected(data, name, seen=Seen(heard=hear), then=compare)


def _page(pages: bytes, seen: Seen) -> Page:
    """Return what pages show, and what is seen beside them: the names on the tabs of sheets."""
    from answerable.inspecting.pdf.drawn.pages import shown_on  # noqa: PLC0415 it opens the library that draws

    shown = shown_on(pages)
    tabs = {word for one in seen.sheets if one.state == "visible" for word in words_in(one.name)}
    return Page(shown.words | tabs, shown.letters)


def texts_of(data: bytes, kind: str) -> Iterator[Held]:
    """Yield every text that a file of a kind holds.

    :raises CannotSay: if it cannot be read.
    """
    if kind == "rtf":
        return texts_of_rtf(data)
    if kind in _OLD:
        return texts_of_old_office(data, kind)
    return texts_of_archive(open_archive(data, Allowance(), Seen()))


def main() -> None:
    """Do what is asked with the bytes on standard input."""
    asked, held = given(most_said=MOST_BYTES)
    data, pages = held[: asked["size"]], held[asked["size"] :]
    if asked["task"] == "hand out":
        sys.stdout.buffer.write(handed_out(data, asked["name"]))
    elif asked["task"] == "lay open":
        sys.stdout.buffer.write(laid_open(data, asked["kind"]))
    else:
        sys.stdout.write(json.dumps(inspection_as_json(compared(data, asked["name"], pages))))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
