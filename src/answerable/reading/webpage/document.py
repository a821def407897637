"""A page of a web site as a document: its blocks, and what stands around them set aside."""

from answerable.reading.blocks import Document
from answerable.reading.vocabulary import label_of
from answerable.reading.webpage.addresses import address_of, with_whole_links
from answerable.reading.webpage.elements import Elements, elements_of
from answerable.reading.webpage.fragment import PageFragment
from answerable.reading.webpage.furniture import without_furniture
from answerable.reading.webpage.named import INLINE, is_hidden
from answerable.reading.webpage.styles import list_styles
from answerable.reading.webpage.tabs import with_tabs

# What is longer was not closed, or holds more than a few words of a line.
_LONGEST = 1_000


def html_document(text: str) -> Document:
    """Return the blocks of HTML that is no page of a site: a mail, a piece of a feed."""
    return Document(text, tuple(PageFragment(text).blocks(0, len(text))))


def page_document(text: str) -> Document:
    """Return the blocks of a page; menus, notices, its foot and what is hidden on it stand aside."""
    elements = elements_of(text)
    fragment = PageFragment(text, hidden=_hidden(text, elements), lists=list_styles(text))
    blocks = with_tabs(fragment.blocks(0, len(text)), elements)
    if address := address_of(text):
        blocks = with_whole_links(blocks, address)
    return Document(text, without_furniture(blocks, elements, text))


def _hidden(text: str, elements: Elements) -> dict[int, int]:
    """Return where words inside of lines are hidden, without labels, which only those who cannot see are told."""
    return {
        one.start: one.end
        for one in elements.all
        if one.tag in INLINE
        and one.end - one.inner <= _LONGEST
        and is_hidden(one)
        and not _is_label(text[one.inner : one.end])
    }


def _is_label(words: str) -> bool:
    label = label_of(words.strip())
    return label is not None and label.is_strong
