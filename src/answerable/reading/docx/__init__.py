"""Word files (.docx, .docm) into blocks: what is printed, with its numbers, styles and links.

What frames the pages (their heads and feet) comes first, once, as what frames them. Comments, hidden
words and what a tracked change took out are left out; how often is told.
"""

from collections.abc import Callable, Iterator

from answerable.reading.blocks import Block, Document
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.docx.body import Body
from answerable.reading.docx.elements import Element, W
from answerable.reading.docx.inline import Inline
from answerable.reading.docx.notes import notes_of
from answerable.reading.docx.numbering import numbering_of
from answerable.reading.docx.others import OLD_OFFICE, named_by_streams
from answerable.reading.docx.package import Package, Related, package_of
from answerable.reading.docx.styles import styles_of, without_styles_of_tables

__all__ = ["document_of"]


def document_of(data: bytes, name: str) -> Document:
    """Return the blocks of a Word file.

    :raises NotReadable: if it is none, protected, cut off, damaged or far too large.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    if data.startswith(OLD_OFFICE):
        raise NotReadable(f"{name} {named_by_streams(data)}")
    package = package_of(data, name=name)
    path = package.document_path()
    related = package.related(path)
    body = _body(package, related)
    blocks = [*_furniture(package, related, body), *body.blocks(package.blocks(path))]
    blocks += body.blocks(part for note in body.notes.left() for part in note)
    return Document("".join(body.text), tuple(blocks), repairs=tuple(_left_out(body)))


def _body(package: Package, related: dict[str, Related]) -> Body:
    styles = styles_of(_part(package, related, "styles", cut=without_styles_of_tables))
    numbering = numbering_of(_part(package, related, "numbering"), styles)
    return Body(Inline(styles, related), numbering, notes_of(package, related))


def _part(
    package: Package,
    related: dict[str, Related],
    kind: str,
    *,
    cut: Callable[[bytes], bytes] | None = None,
) -> Element | None:
    found = [one.target for one in related.values() if one.kind == kind and not one.is_outside]
    return package.root(found[0], cut=cut) if found else None


def _furniture(package: Package, related: dict[str, Related], body: Body) -> Iterator[Block]:
    """Yield the heads and feet of the pages: the first page's and the others' are often the same."""
    said: set[str] = set()
    paths = sorted(one.target for one in related.values() if one.kind in ("header", "footer"))
    for path in dict.fromkeys(paths):
        root = package.root(path)
        if root is None:
            continue
        words = " ".join(one.text or "" for one in root.iter(f"{W}t"))
        if words not in said:
            said.add(words)
            yield from body.furniture(root.iter(f"{W}p"))


def _left_out(body: Body) -> Iterator[Repair]:
    counts = (
        (
            body.inline.deleted,
            "deleted words",
            "A tracked change took them out: they are not printed",
        ),
        (body.inline.hidden, "hidden words", "They are hidden in Word: they are not printed"),
        (
            body.not_read,
            "an inserted file",
            "A file inserted whole is not read: open and save the document with Word",
        ),
    )
    for times, was, why in counts:
        if times:
            yield Repair(was, "", why, times)
