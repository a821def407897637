"""A document of Word as it is shown: its text, with its notes, and what stands at the edges of its pages."""

from itertools import chain

from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.text import scheme_of
from answerable.inspecting.office.writing.boxes import covered_boxes
from answerable.inspecting.office.writing.document import shown_headers
from answerable.inspecting.office.writing.places import covering
from answerable.inspecting.office.writing.runs import Runs
from answerable.inspecting.office.writing.styles import page_ground, styles_of
from answerable.inspecting.rebuilding.documents.blocks import Block, Document, Paragraph, words_of
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.pictures import Pictures
from answerable.inspecting.rebuilding.documents.writing.formats import formats_of
from answerable.inspecting.rebuilding.documents.writing.grounds import grounds_of
from answerable.inspecting.rebuilding.documents.writing.numbering import numbering_of
from answerable.inspecting.rebuilding.documents.writing.shared import Shared
from answerable.inspecting.rebuilding.documents.writing.story import Story
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild

_COVERED = (
    "A filled shape or a picture lies over its text: what it covers would be seen in a rebuilt file. Delete it and"
    " what is under it, and rebuild it then"
)


_HIDING = "The style of a table hides some of its words: give the table another, look at all of it, and rebuild it then"


def document_of(package: Package, left: Left) -> Document:
    """Return what a document shows.

    :raises CannotRebuild: if a shape covers some of it, or the style of a table hides some.
    """
    main = package.main_part()
    root = package.root(main)
    if next(chain(covering(root), covered_boxes(root)), None) is not None:
        raise CannotRebuild(_COVERED)
    shared = _shared(package, main, root, left)
    hiding = shared.judge.styles.hiding
    if any(attribute(one, "val") in hiding for one in named(root, "tblStyle")):
        raise CannotRebuild(_HIDING)
    body = next((one for one in root if local(one) == "body"), root)
    blocks = Story(root, main, shared).blocks(body)
    head, foot = (_edges(shared, main, root, kind) for kind in ("header", "footer"))
    return Document(blocks, tuple(shared.notes), head, foot, shared.formats.language)


def _shared(package: Package, main: str, root: Element, left: Left) -> Shared:
    def first(kind: str) -> Element | None:
        return next((found for _, found in package.roots_of(main, kind)), None)

    styles = styles_of(first("styles"))
    page = page_ground(root)
    return Shared(
        package=package,
        judge=Runs(styles, page, package.seen),
        grounds=grounds_of(first("styles"), styles, scheme_of([], first("theme")), page),
        formats=formats_of(first("styles"), first("settings")),
        numbering=numbering_of(first("numbering"), left),
        pictures=Pictures(left),
        left=left,
    )


def _edges(shared: Shared, main: str, root: Element, kind: str) -> tuple[Block, ...]:
    """Return what stands in headers or footers that some page has: each once, however many pages have it."""
    shown = shown_headers(shared.package, main, root)
    order = [one for one in shared.package.related(main, kind) if one in shown]
    made: list[Block] = []
    said: set[str] = set()
    for part in order:
        story = shared.package.root(part)
        for block in Story(story, part, shared, is_edge=True).blocks(story):
            words = words_of(block.runs) if isinstance(block, Paragraph) else ""
            if not words or words not in said:
                made.append(block)
            said.add(words)
    return tuple(made)
