"""All that an answer of the site says, whatever its form."""

import io

import pikepdf

from tests.support.pdf_text import words


def said_by(response):
    """Return what a response says, its headers with it: a PDF says its words and what is attached to it."""
    data = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{_text(data)}\n{response.headers}"


def _text(data):
    if not data.startswith(b"%PDF-"):
        return data.decode(errors="replace")
    with pikepdf.open(io.BytesIO(data)) as document:
        attached = [file.get_file().read_bytes() for file in document.attachments.values()]
        return words(document) + b"".join(attached).decode(errors="replace")
