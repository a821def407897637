"""What of each object of a PDF is known to be needed to draw it: all else goes."""

import re

import pikepdf

from answerable.inspecting.rebuilding.pdf.inks import Inks
from answerable.inspecting.redacting.rewriting.samples import components_of

_TREE = frozenset(("/Type", "/Parent", "/Kids", "/Count", "/MediaBox", "/CropBox", "/Rotate"))
_RESOURCES = frozenset(
    ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties")
)
_PACKED = ("/Length", "/Filter", "/DecodeParms")
_IMAGE = frozenset(
    (
        *_PACKED,
        *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent"),
        *("/Decode", "/ImageMask", "/Mask", "/SMask", "/SMaskInData", "/Intent", "/Interpolate"),
        *("/Matte", "/StructParent"),
    )
)
_FORM = frozenset(
    (
        *_PACKED,
        *("/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"),
        *("/StructParent", "/StructParents"),
    )
)
_FONT = frozenset(
    (
        *("/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/Encoding"),
        *("/FontDescriptor", "/ToUnicode", "/DescendantFonts", "/CIDSystemInfo", "/DW", "/W"),
        *("/DW2", "/W2", "/CIDToGIDMap", "/FontBBox", "/FontMatrix", "/CharProcs", "/Resources"),
    )
)
_LOOK = frozenset(
    (
        *("/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/Font", "/OP", "/op", "/OPM", "/SA", "/BM"),
        *("/SMask", "/CA", "/ca", "/AIS", "/TK"),
    )
)
"""How lines, letters and colours are drawn on a screen: screens of dots and curves of presses go."""

_DESCRIPTOR = frozenset(
    (
        *("/Type", "/FontName", "/FontWeight", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent"),
        *("/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth"),
        *("/MaxWidth", "/MissingWidth", "/FontFile", "/FontFile2", "/FontFile3"),
    )
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ELEMENT = frozenset(("/Type", "/S", "/P", "/K", "/Pg", "/A", "/Lang", "/Alt"))
_ROOT_OF_TAGS = frozenset(("/Type", "/K", "/ParentTree", "/ParentTreeNextKey"))
_OWNERS = ("/Layout", "/Table", "/List")
_DEEPEST = 20
_BYTE = 8


def keep_known(pdf: pikepdf.Pdf) -> None:
    """Take out of each object what it is not known to need."""
    _resolve_roles(pdf)
    for name in list(pdf.trailer.keys()):
        if name not in ("/Root", "/Size"):
            del pdf.trailer[name]
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            _stream(one)
        elif isinstance(one, pikepdf.Dictionary):
            _dictionary(one)
    inks = Inks()
    for page in pdf.pages:
        _resources(page.obj.get("/Resources"), inks)
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            _resources(one.get("/Resources"), inks)
            inks.rename(one.get("/ColorSpace"))


def _resources(given: pikepdf.Object | None, inks: Inks) -> None:
    """Keep of what a page or a form draws with what changes how it looks on a screen."""
    if not isinstance(given, pikepdf.Dictionary):
        return
    _keep(given, _RESOURCES)
    for kind in ("/ExtGState", "/ColorSpace"):
        held = given.get(kind)
        for one in held.as_dict().values() if isinstance(held, pikepdf.Dictionary) else ():
            if kind == "/ColorSpace":
                inks.rename(one)
            elif isinstance(one, pikepdf.Dictionary):
                _keep(one, _LOOK)


def _stream(one: pikepdf.Stream) -> None:
    kind = one.get("/Subtype")
    if kind == pikepdf.Name.Image:
        _keep(one, _IMAGE)
        _cut_to_size(one)
    elif kind == pikepdf.Name.Form:
        _keep(one, _FORM)
    given = one.get("/Resources")
    if isinstance(given, pikepdf.Dictionary):
        _keep(given, _RESOURCES)


def _dictionary(one: pikepdf.Object) -> None:
    kind = one.get("/Type")
    if kind == pikepdf.Name.Pages:
        _keep(one, _TREE)
    elif kind == pikepdf.Name.Font:
        _keep(one, _FONT)
    elif kind == pikepdf.Name.FontDescriptor:
        _keep(one, _DESCRIPTOR)
    elif kind == pikepdf.Name.StructTreeRoot:
        _keep(one, _ROOT_OF_TAGS)
    elif kind == pikepdf.Name.StructElem or _is_of_tags(one):
        _keep(one, _ELEMENT)
        if "/Lang" in one and not _LANGUAGE.fullmatch(str(one["/Lang"])):
            del one["/Lang"]
        if "/A" in one:
            _clean_attributes(one)


def _is_of_tags(one: pikepdf.Object) -> bool:
    """Return whether something is a tag, though it does not say so: it has a role, and a tag above it."""
    above = one.get("/P")
    if not isinstance(one.get("/S"), pikepdf.Name) or not isinstance(above, pikepdf.Dictionary):
        return False
    return "/S" in above or above.get("/Type") == pikepdf.Name.StructTreeRoot


def _keep(given: pikepdf.Object, names: frozenset[str]) -> None:
    for name in list(given.keys()):
        if name not in names:
            del given[name]


def _clean_attributes(element: pikepdf.Object) -> None:
    """Keep of a tag's attributes those that say how a table or a list is built, and no text."""
    given = element["/A"]
    known = list(given.as_list()) if isinstance(given, pikepdf.Array) else [given]
    kept = [
        pikepdf.Dictionary(
            {name: value for name, value in one.items() if not isinstance(value, pikepdf.String)}
        )
        for one in known
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/O", "")) in _OWNERS
    ]
    if kept:
        element["/A"] = pikepdf.Array(kept)
    else:
        del element["/A"]


def _resolve_roles(pdf: pikepdf.Pdf) -> None:
    """Give tags the roles that their names stand for: names of styles say who made them."""
    root = pdf.Root.get("/StructTreeRoot")
    roles = root.get("/RoleMap") if isinstance(root, pikepdf.Dictionary) else None
    if not isinstance(roles, pikepdf.Dictionary):
        return
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and isinstance(one.get("/S"), pikepdf.Name):
            _resolve_role(one, roles)


def _resolve_role(element: pikepdf.Object, roles: pikepdf.Object) -> None:
    role: pikepdf.Object | None = element["/S"]
    for _ in range(_DEEPEST):
        after = roles.get(str(role))
        if not isinstance(after, pikepdf.Name):
            break
        role = after
    if role is not None and role != element["/S"]:
        element["/S"] = role


def _cut_to_size(picture: pikepdf.Stream) -> None:
    """Cut off what stands behind the last row of a picture that is packed without loss."""
    kind = picture.get("/Filter")
    if kind is not None and kind != pikepdf.Name.FlateDecode:
        return
    each = 1 if picture.get("/ImageMask") else components_of(picture.get("/ColorSpace"))
    bits = 1 if picture.get("/ImageMask") else int(picture.get("/BitsPerComponent", 8))
    row = (int(picture.get("/Width", 0)) * each * bits + _BYTE - 1) // _BYTE
    size = row * int(picture.get("/Height", 0))
    data = picture.read_bytes()
    if 0 < size < len(data):
        picture.write(data[:size])
