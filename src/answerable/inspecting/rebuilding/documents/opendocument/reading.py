"""An OpenDocument text or presentation as it is shown."""

import re

from answerable.inspecting.archive import Archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.markup import MOST_BYTES, Element, attribute, local, named, root_of
from answerable.inspecting.opendocument.covered import (
    covers_on_pages,
    covers_text,
    covers_text_of_a_page,
)
from answerable.inspecting.opendocument.slides import is_hidden_shape, is_off_the_slide
from answerable.inspecting.opendocument.styles import styles_of
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Document,
    Heading,
    Paragraph,
    words_of,
)
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.opendocument.counting import counting_of
from answerable.inspecting.rebuilding.documents.opendocument.text import Shared, Text
from answerable.inspecting.rebuilding.documents.pictures import Pictures
from answerable.inspecting.rebuilding.documents.writing.formats import language_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.seen import Seen

_HEADS = ("header", "header-first", "header-left")
_FEET = ("footer", "footer-first", "footer-left")
_USUAL_PAGE = "Standard"
_COVERED = (
    "{}A filled shape or a picture lies over its text, and what it covers would be seen in a rebuilt file. Delete"
    " it and what is under it, and rebuild it then"
)


def opendocument_of(archive: Archive, kind: str, left: Left) -> Document:
    """Return what an OpenDocument file shows.

    :raises CannotRebuild: if a shape covers some of it.
    :raises CannotSay: if it is damaged.
    """
    content, looks = (_root(archive, name) for name in ("content.xml", "styles.xml"))
    if content is None:
        raise CannotSay("It is an OpenDocument file without its content: it is damaged")
    styles = styles_of(content, looks)
    shared = Shared(archive, styles, counting_of(left, content, looks), Pictures(left), left)
    language = "-".join(
        filter(None, (styles.said("paragraph", "", name) for name in ("language", "country")))
    )
    if kind == "odp":
        blocks, foot = _slides(content, shared)
        return Document(blocks, foot=foot, language=language_of(language) or "en", is_wide=True)
    # A format of dates or numbers has a text, too, and stands before.
    bodies = (each for one in named(content, "body") for each in one if local(each) == "text")
    body = next(bodies, content)
    if covers_text(body, styles) or covers_on_pages(body, styles):
        raise CannotRebuild(_COVERED.format(""))
    blocks = _without_leading_breaks(Text(shared).blocks(body))
    head, foot = (_edges(content, looks, shared, names) for names in (_HEADS, _FEET))
    return Document(blocks, tuple(shared.notes), head, foot, language_of(language) or "en")


def _root(archive: Archive, name: str) -> Element | None:
    if name not in archive.members:
        return None
    return root_of(archive.unpacked(name, most=MOST_BYTES), name, Seen())


def _without_leading_breaks(blocks: list[Block]) -> tuple[Block, ...]:
    while blocks and isinstance(blocks[0], Break):
        blocks = blocks[1:]
    return tuple(blocks)


def _edges(
    content: Element, looks: Element | None, shared: Shared, names: tuple[str, ...]
) -> tuple[Block, ...]:
    """Return what stands at the edges of pages that the text uses, each once."""
    used = {attribute(one, "master-page-name") for one in named(content, "style")} | {_USUAL_PAGE}
    pages = (
        []
        if looks is None
        else [one for one in named(looks, "master-page") if attribute(one, "name") in used]
    )
    made: list[Block] = []
    said: set[str] = set()
    for page in pages:
        for one in page:
            if local(one) not in names or attribute(one, "display") == "false":
                continue
            for block in Text(shared, is_edge=True).blocks(one):
                words = words_of(block.runs) if isinstance(block, Paragraph) else ""
                if not words or words not in said:
                    made.append(block)
                said.add(words)
    return tuple(made)


def _slides(content: Element, shared: Shared) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    made: list[Block] = []
    foot: list[Block] = []
    pages = [one for one in named(content, "page") if local(one.getparent()) == "presentation"]
    for number, page in enumerate(pages, 1):
        style = attribute(page, "style-name")
        if shared.styles.said("drawing-page", style, "visibility") == "hidden":
            continue
        if covers_text_of_a_page(page, shared.styles):
            raise CannotRebuild(_COVERED.format(f"Slide {number}: "))
        blocks = _slide(page, Text(shared), is_first=number == 1)
        made += [Break(), *blocks] if made and blocks else blocks
    return tuple(made), tuple(foot)


def _slide(page: Element, text: Text, *, is_first: bool) -> list[Block]:
    """Return what is seen of one slide, its title first."""
    titles: list[Block] = []
    others: list[Block] = []
    for shape in page:
        if not re.fullmatch(
            r"frame|custom-shape|rect|ellipse|circle|polygon|path|g|caption", local(shape)
        ):
            continue
        kind = attribute(shape, "class")
        if (
            is_hidden_shape(shape, text.shared.styles)
            or is_off_the_slide(shape)
            or kind in ("notes", "page-number", "page")
        ):
            continue
        made = text.shape(shape)
        if kind == "title":
            titles += [
                Heading(1 if is_first else 2, one.runs) if isinstance(one, Paragraph) else one
                for one in made
            ]
        else:
            others += made
    return titles + others
