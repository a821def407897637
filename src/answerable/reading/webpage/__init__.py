"""Pages of web sites: which parts of a page hold its text, and what only stands around it."""

from answerable.reading.webpage.document import html_document, page_document

__all__ = ["html_document", "page_document"]
