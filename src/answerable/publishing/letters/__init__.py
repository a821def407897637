"""Letters into HTML, PDF and plain text."""

from answerable.publishing.letters.letter_page import letter_fragment, letter_html
from answerable.publishing.letters.letter_pdf import letter_pdf
from answerable.publishing.letters.plain_text import letter_text
from answerable.publishing.letters.read_back import TextBlock, text_blocks

__all__ = [
    "TextBlock",
    "letter_fragment",
    "letter_html",
    "letter_pdf",
    "letter_text",
    "text_blocks",
]
