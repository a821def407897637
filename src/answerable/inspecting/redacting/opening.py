"""A PDF opened to be written anew."""

import io

import pikepdf
import pypdfium2

from answerable.inspecting.redacting.cannot import CannotRedact

MOST_PAGES = 5_000
"""Pages of a file that is redacted."""


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a PDF to be written anew.

    :raises CannotRedact: if it cannot be opened without a password, or at all, or is too long.
    """
    if b"%PDF-" not in data[:1024]:
        raise CannotRedact("It is no PDF: make a PDF of it first, or redact it in its own program")
    try:
        pdf = pikepdf.Pdf.open(io.BytesIO(data), suppress_warnings=True)
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        raise CannotRedact("It is encrypted: save it without a password, and redact that") from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise CannotRedact(
            "It is damaged: open it with its program, and save it as a PDF again"
        ) from None
    if pdf.is_encrypted:
        raise CannotRedact("It is encrypted: save it without a password, and redact that")
    if not 0 < count <= MOST_PAGES:
        raise CannotRedact(f"It has {count:,} pages: between 1 and {MOST_PAGES:,} are redacted")
    return pdf


def saved(pdf: pikepdf.Pdf, *, anew: bool = False) -> bytes:
    """Return a PDF as a new file: one revision, only what its pages reach, the same bytes each time.

    What is packed without loss is packed `anew` if it is asked for, so that nothing hides behind it.
    """
    level = pikepdf.StreamDecodeLevel
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=level.generalized if anew else level.none,
        recompress_flate=anew,
        fix_metadata_version=False,
    )
    return out.getvalue()


def read(data: bytes) -> pypdfium2.PdfDocument:
    """Return a PDF as PDFium reads it.

    :raises CannotRedact: if it cannot.
    """
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise CannotRedact(
            "It is damaged: open it with its program, and save it as a PDF again"
        ) from None
