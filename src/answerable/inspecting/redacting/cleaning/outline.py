"""Bookmarks: their titles and places, and nothing that they do besides."""

from collections.abc import Iterator

import pikepdf

from answerable.inspecting.redacting.cleaning.targets import Targets, followed

_KEPT = frozenset(
    ("/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/C", "/F", "/Dest", "/A")
)
_MOST = 100_000


def clean_outline(pdf: pikepdf.Pdf, targets: Targets) -> None:
    """Leave bookmarks only what they are called, and where they lead in the file or on the web."""
    top = pdf.Root.get("/Outlines")
    if not isinstance(top, pikepdf.Dictionary):
        return
    for one in _bookmarks(top):
        leads = followed(one, targets)
        for name in list(one.keys()):
            if name not in _KEPT or name in ("/Dest", "/A"):
                del one[name]
        for name, place in leads.as_dict().items() if leads is not None else ():
            one[name] = place


def _bookmarks(top: pikepdf.Object) -> Iterator[pikepdf.Object]:
    seen: set[tuple[int, int]] = set()
    waiting = [top.get("/First")]
    while waiting and len(seen) < _MOST:
        one = waiting.pop()
        if not isinstance(one, pikepdf.Dictionary) or one.objgen in seen:
            continue
        seen.add(one.objgen)
        waiting += [one.get("/Next"), one.get("/First")]
        yield one
