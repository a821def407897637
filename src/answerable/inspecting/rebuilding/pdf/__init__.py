"""A PDF written anew: the pages as they are shown, and nothing besides."""

from answerable.inspecting.rebuilding.pdf.rewritten import rewrite_pdf

__all__ = ["rewrite_pdf"]
