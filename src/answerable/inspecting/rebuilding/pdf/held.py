"""What a PDF holds besides its pages, told before it is left out."""

from collections.abc import Iterator

import pikepdf

_SAID = ("/Info", "/Metadata")
_SCRIPTS = ("/OpenAction", "/AA")
_END = b"startxref"


def held_besides(pdf: pikepdf.Pdf, data: bytes) -> tuple[str, ...]:
    """Return in sentences what a PDF holds that its pages alone do not."""
    return tuple(
        f"{count:,} {one if count == 1 else more}"
        for count, one, more in (
            (_files(pdf), "attached file", "attached files"),
            (
                *_annotations(pdf, notes=True),
                "note or stamp, drawn on its page",
                "notes and stamps, drawn on their pages",
            ),
            (
                *_annotations(pdf, notes=False),
                "field of a form, drawn on its page",
                "fields of forms, drawn on their pages",
            ),
            (_bookmarks(pdf), "bookmark", "bookmarks"),
            (_scripts(pdf), "script or action", "scripts and actions"),
            (_earlier(pdf, data), "earlier state of the file", "earlier states of the file"),
            (len(layers_off(pdf)), "layer that is switched off", "layers that are switched off"),
            (_said(pdf), "set of properties", "sets of properties"),
        )
        if count
    )


def layers_off(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    """Return the layers that are not shown when the file is opened."""
    layers = pdf.Root.get("/OCProperties")
    usual = layers.get("/D") if isinstance(layers, pikepdf.Dictionary) else None
    if not isinstance(layers, pikepdf.Dictionary) or not isinstance(usual, pikepdf.Dictionary):
        return frozenset()
    off = {one.objgen for one in _listed(usual.get("/OFF"))}
    if usual.get("/BaseState") == pikepdf.Name.OFF:
        on = {one.objgen for one in _listed(usual.get("/ON"))}
        off |= {one.objgen for one in _listed(layers.get("/OCGs"))} - on
    return frozenset(off - {(0, 0)})


def _listed(given: object) -> list[pikepdf.Object]:
    listed = list(given.as_list()) if isinstance(given, pikepdf.Array) else []
    return [one for one in listed if isinstance(one, pikepdf.Dictionary)]


def _files(pdf: pikepdf.Pdf) -> int:
    return sum(
        isinstance(one, pikepdf.Dictionary) and one.get("/Type") == pikepdf.Name.Filespec
        for one in pdf.objects
    )


def _annotations(pdf: pikepdf.Pdf, *, notes: bool) -> tuple[int]:
    """Return how many notes there are, or how many fields; links are neither."""
    kinds = [str(one.get("/Subtype", "")) for one in _all_annotations(pdf)]
    fields = kinds.count("/Widget")
    others = sum(kind not in ("/Widget", "/Link", "/Popup") for kind in kinds)
    return (others if notes else fields,)


def _all_annotations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        yield from _listed(page.obj.get("/Annots"))


def _bookmarks(pdf: pikepdf.Pdf) -> int:
    return sum(
        isinstance(one, pikepdf.Dictionary) and "/Title" in one and "/Parent" in one
        for one in pdf.objects
    )


def _scripts(pdf: pikepdf.Pdf) -> int:
    opened = sum(name in pdf.Root for name in _SCRIPTS)
    return opened + sum(isinstance(one, pikepdf.Dictionary) and "/JS" in one for one in pdf.objects)


def _earlier(pdf: pikepdf.Pdf, data: bytes) -> int:
    ends = data.count(_END)
    return max(0, ends - (2 if pdf.is_linearized else 1))


def _said(pdf: pikepdf.Pdf) -> int:
    in_trailer = "/Info" in pdf.trailer
    return int(in_trailer) + int("/Metadata" in pdf.Root)
