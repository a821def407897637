"""One page, rewritten without what stands under its marks, and with a black box on each."""

import pikepdf

from answerable.inspecting.redacting.pages import inherited
from answerable.inspecting.redacting.plane import Area
from answerable.inspecting.redacting.rewriting.content import Stream
from answerable.inspecting.redacting.rewriting.resources import resources_of
from answerable.inspecting.redacting.rewriting.state import State
from answerable.inspecting.redacting.rewriting.tags import Tags
from answerable.inspecting.redacting.rewriting.work import Work
from answerable.inspecting.redacting.unsupported import FAILURES, Unsupported


def rewrite_page(page: pikepdf.Page, work: Work) -> None:
    """Write a page's content anew without what stands under the marks of the work.

    :raises Unsupported: if what it holds cannot be taken apart.
    """
    stream = Stream(work, resources_of(inherited(page, "/Resources")), State(), Tags(work))
    try:
        stream.rewrite(pikepdf.parse_content_stream(page))
        content = pikepdf.unparse_content_stream(stream.written.instructions)
        resources = stream.resources.written()
    except FAILURES:
        raise Unsupported("damaged content") from None
    ends = b"\nQ" * len(stream.kept)
    page.obj.Contents = work.pdf.make_stream(b"q\n" + content + ends + b"\nQ\n" + boxes(work.marks))
    page.obj.Resources = resources


def boxes(marks: tuple[Area, ...]) -> bytes:
    """Return the content that draws a black box on each mark."""
    if not marks:
        return b""
    drawn = [
        f"{mark.left:.3f} {mark.bottom:.3f} {mark.right - mark.left:.3f} {mark.top - mark.bottom:.3f} re"
        for mark in marks
    ]
    return f"/Artifact BMC\nq 0 g\n{' '.join(drawn)} f\nQ\nEMC\n".encode()
