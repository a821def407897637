"""Annotations and form fields: what they show is drawn on the page, and links are kept bare."""

from collections.abc import Sequence

import pikepdf

from answerable.inspecting.redacting.cleaning.targets import Targets, followed

_NOT_DRAWN = frozenset(
    (
        *("/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/Redact"),
        *("/RichMedia", "/3D", "/TrapNet", "/PrinterMark", "/Link"),
    )
)
_HIDDEN_OR_NOT_VIEWED = 0x02 | 0x20
_LINK = ("/Type", "/Subtype", "/Rect", "/QuadPoints", "/StructParent", "/F")


def clean_annotations(pdf: pikepdf.Pdf, targets: Targets) -> None:
    """Draw what annotations and fields show into their pages; only links are left, with where they lead."""
    links, before = {}, []
    for number, page in enumerate(pdf.pages):
        given = page.obj.get("/Annots")
        all_of_it = list(given.as_list()) if isinstance(given, pikepdf.Array) else []
        known = [one for one in all_of_it if isinstance(one, pikepdf.Dictionary)]
        links[number] = _links(known, targets)
        before += [one for one in known if one.is_indirect]
        drawn = [one for one in known if _is_drawn(one)]
        if drawn:
            page.obj.Annots = pikepdf.Array([pdf.make_indirect(one) for one in drawn])
        elif given is not None:
            del page.obj["/Annots"]
    _flatten(pdf)
    for one in before:
        # Tags still lead to them: nothing that they said may stay there.
        _fill(one, pikepdf.Dictionary())
    for number, page in enumerate(pdf.pages):
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
        if links[number]:
            page.obj.Annots = pikepdf.Array([_placed(pdf, *one) for one in links[number]])


def _placed(pdf: pikepdf.Pdf, one: pikepdf.Object, bare: pikepdf.Dictionary) -> pikepdf.Object:
    """Return a link in the place of what it was made of, so that the tags of the page lead to it as before."""
    if not one.is_indirect:
        return pdf.make_indirect(bare)
    _fill(one, bare)
    return one


def _fill(one: pikepdf.Object, held: pikepdf.Dictionary) -> None:
    for name in list(one.keys()):
        del one[name]
    for name, value in held.items():
        one[name] = value


def _flatten(pdf: pikepdf.Pdf) -> None:
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and form.get("/NeedAppearances"):
        pdf.generate_appearance_streams()
        form["/NeedAppearances"] = False
    pdf.flatten_annotations("screen")


def _is_drawn(one: pikepdf.Object) -> bool:
    flags = one.get("/F", 0)
    is_hidden = isinstance(flags, int) and bool(flags & _HIDDEN_OR_NOT_VIEWED)
    return not is_hidden and str(one.get("/Subtype", "")) not in _NOT_DRAWN


def _links(
    known: Sequence[pikepdf.Object], targets: Targets
) -> list[tuple[pikepdf.Object, pikepdf.Dictionary]]:
    """Return the links among annotations, each with what is kept of it."""
    links = []
    for one in known:
        if one.get("/Subtype") != pikepdf.Name.Link:
            continue
        leads = followed(one, targets)
        if leads is not None:
            bare = {name: one.get(name) for name in _LINK if one.get(name) is not None}
            border = pikepdf.Array([0, 0, 0])
            kept = pikepdf.Dictionary({**bare, **dict(leads.items()), "/Border": border})
            links.append((one, kept))
    return links
