"""The catalogue of a PDF: what is around its pages goes, but for what readers need to show and to speak them."""

import pikepdf

from answerable.inspecting.redacting.cleaning.annotations import clean_annotations
from answerable.inspecting.redacting.cleaning.font_tables import bare_fonts
from answerable.inspecting.redacting.cleaning.outline import clean_outline
from answerable.inspecting.redacting.cleaning.targets import Targets

_CATALOGUE = frozenset(
    ("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Outlines", "/OCProperties")
)
_PAGE = frozenset(
    (
        *("/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents"),
        *("/Group", "/Annots", "/StructParents", "/Tabs", "/UserUnit"),
    )
)
_NOWHERE = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/Alternates", "/OPI", "/Thumb", "/AF", "/AA"),
    *("/Measure", "/PtData", "/JS", "/XFA"),
)


def clean(pdf: pikepdf.Pdf) -> None:
    """Take everything out of a PDF that is neither on a page, nor says how its pages are read.

    What annotations and fields show becomes part of their page; what they hold besides is gone.
    """
    targets = Targets(pdf)
    clean_annotations(pdf, targets)
    clean_outline(pdf, targets)
    _keep(pdf.Root, _CATALOGUE)
    for page in pdf.pages:
        _keep(page.obj, _PAGE)
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            for name in _NOWHERE:
                if name in one:
                    del one[name]
    bare_fonts(pdf)
    for name in ("/Info", "/ID"):
        if name in pdf.trailer:
            del pdf.trailer[name]


def _keep(given: pikepdf.Object, names: frozenset[str]) -> None:
    for name in list(given.keys()):
        if name not in names:
            del given[name]
