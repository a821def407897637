"""OpenDocument files (.odt, .ods) into blocks: what is printed, with its numbers, styles and links.

The heads and feet of the pages come first, once, as what frames them. Comments, hidden words, hidden rows
and what a tracked change took out are left out; how often is told.
"""

from collections.abc import Iterator

from answerable.reading.blocks import Document
from answerable.reading.documents import NotReadable, Repair
from answerable.reading.docx.package import Package, package_of
from answerable.reading.opendocument.body import Body
from answerable.reading.opendocument.elements import OFFICE, STYLE, Element, TooDeep, words_of
from answerable.reading.opendocument.sheets import sheets_in
from answerable.reading.opendocument.styles import styles_of
from answerable.reading.writing import Writer

__all__ = ["sheets_of", "text_of"]

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_MAKER = "LibreOffice"


def text_of(data: bytes, name: str) -> Document:
    """Return the blocks of a text (.odt).

    :raises NotReadable: if it is protected, cut off, damaged or far too large.
    :raises TooManyBlocks: if it has more paragraphs than a reading may hold.
    """
    package, content = _opened(data, name)
    styles = package.root(_STYLES)
    body = Body(Writer(), styles_of(styles, content))
    found = content.find(f"{OFFICE}body/{OFFICE}text")
    if found is None:
        raise NotReadable(f"{name} holds no text: open it with {_MAKER} and save it again")
    try:
        blocks = [*body.writer.frames(_frames(styles)), *body.blocks(found)]
    except TooDeep:
        raise NotReadable(
            f"{name} has tables in tables too deep to read: take some apart"
        ) from None
    return Document("".join(body.writer.text), tuple(blocks), repairs=tuple(_left_out(body)))


def sheets_of(data: bytes, name: str) -> Document:
    """Return the visible sheets of a spreadsheet (.ods), a table for each.

    :raises NotReadable: if it is protected, cut off, damaged or far too large.
    :raises TooManyBlocks: if it has more cells than a reading may hold.
    """
    _, content = _opened(data, name)
    return sheets_in(content)


def _opened(data: bytes, name: str) -> tuple[Package, Element]:
    package = package_of(data, name=name, maker=_MAKER)
    manifest = package.unpacked(_MANIFEST) if _MANIFEST in package.names else b""
    if b"encryption-data" in manifest or "encrypted-package" in package.names:
        raise NotReadable(f"{name} is protected by a password: save a copy without one")
    content = package.root(_CONTENT)
    if content is None:
        raise NotReadable(f"{name} is damaged inside: open it with {_MAKER} and save it again")
    return package, content


def _frames(styles: Element | None) -> Iterator[str]:
    """Yield the paragraphs of the pages' heads and feet."""
    pages = () if styles is None else styles.iterfind(f"{OFFICE}master-styles/{STYLE}master-page")
    for page in pages:
        for part in page:
            if part.tag.rpartition("}")[2].startswith(("header", "footer")):
                yield from (words_of(one) for one in part)


def _left_out(body: Body) -> Iterator[Repair]:
    why = "They are hidden: they are not printed"
    if body.deleted:
        yield Repair(
            "deleted words",
            "",
            "A tracked change took them out: they are not printed",
            body.deleted,
        )
    if body.hidden:
        yield Repair("hidden words", "", why, body.hidden)
