"""What cannot be taken apart on a page, so that the page is drawn instead."""

import pikepdf

FAILURES = (
    *(pikepdf.PdfError, TypeError, ValueError, LookupError, AttributeError, OverflowError),
    RuntimeError,
)
"""What words where numbers belong, and the like, end with; pikepdf and PDFium end with a RuntimeError, too."""


class Unsupported(Exception):
    """A page holds what cannot be rewritten safely: it has to be drawn as a picture."""


class TooMuch(Exception):
    """A page takes more steps than are spent on one file."""
