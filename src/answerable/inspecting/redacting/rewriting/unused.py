"""What content names: forms, pictures and properties that nothing draws any more are no longer kept."""

from collections.abc import Iterable

import pikepdf

from answerable.inspecting.redacting.pages import inherited
from answerable.inspecting.redacting.rewriting.work import DEEPEST

_CUT = ("/XObject", "/Properties")
_NAMING = frozenset(("Do", "BDC", "DP"))

Names = dict[str, set[str]]


def drop_unused(pdf: pikepdf.Pdf) -> None:
    """Give each page and each form resources of its own, with what it draws alone."""
    for page in pdf.pages:
        given = inherited(page, "/Resources")
        if isinstance(given, pikepdf.Dictionary):
            names = _named(page, given, DEEPEST)
            page.obj.Resources = _cut(given, names)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            _cut_stream(one)
        elif isinstance(one, pikepdf.Dictionary):
            if one.get("/Type") == pikepdf.Name.Pages and "/Resources" in one:
                del one["/Resources"]
            _cut_font(one)


def _cut_stream(stream: pikepdf.Stream) -> None:
    given = stream.get("/Resources")
    if isinstance(given, pikepdf.Dictionary):
        stream["/Resources"] = _cut(given, _named(stream, given, DEEPEST))


def _cut_font(font: pikepdf.Object) -> None:
    given, drawings = font.get("/Resources"), font.get("/CharProcs")
    if not isinstance(given, pikepdf.Dictionary) or not isinstance(drawings, pikepdf.Dictionary):
        return
    names: Names = {kind: set() for kind in _CUT}
    for drawing in drawings.as_dict().values():
        if isinstance(drawing, pikepdf.Stream):
            _add(names, _named(drawing, given, DEEPEST))
    font["/Resources"] = _cut(given, names)


def _cut(given: pikepdf.Object, names: Names) -> pikepdf.Dictionary:
    made = pikepdf.Dictionary(dict(given.items()))
    for kind in _CUT:
        known = given.get(kind)
        if not isinstance(known, pikepdf.Dictionary):
            continue
        kept = {name: one for name, one in known.as_dict().items() if name in names[kind]}
        made[kind] = pikepdf.Dictionary(kept)
    return made


def _named(content: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, deeper: int) -> Names:
    names: Names = {kind: set() for kind in _CUT}
    for instruction in _instructions(content):
        operator = str(instruction.operator)
        if operator not in _NAMING or not len(instruction.operands):
            continue
        last = instruction.operands[-1]
        if isinstance(last, pikepdf.Name):
            names["/XObject" if operator == "Do" else "/Properties"].add(str(last))
    if deeper:
        for form in _bare_forms(resources, names["/XObject"]):
            _add(names, _named(form, resources, deeper - 1))
    return names


def _instructions(
    content: pikepdf.Page | pikepdf.Object,
) -> Iterable[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]:
    if isinstance(content, pikepdf.Page) and content.obj.get("/Contents") is None:
        return []
    try:
        return pikepdf.parse_content_stream(content)
    except (pikepdf.PdfError, TypeError):
        return []


def _bare_forms(resources: pikepdf.Object, names: set[str]) -> list[pikepdf.Object]:
    """Return the forms that have no resources of their own, and so use those around them."""
    known = resources.get("/XObject")
    if not isinstance(known, pikepdf.Dictionary):
        return []
    drawn = [known.get(name) for name in sorted(names)]
    return [
        one
        for one in drawn
        if isinstance(one, pikepdf.Stream)
        and one.get("/Subtype") == pikepdf.Name.Form
        and one.get("/Resources") is None
    ]


def _add(names: Names, more: Names) -> None:
    for kind in _CUT:
        names[kind] |= more[kind]
