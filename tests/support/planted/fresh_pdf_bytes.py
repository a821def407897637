"""PDFs with a secret in the bytes of the file, in places thought of without looking at the rules."""

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.support.planted.fixtures import CANNOT_SAY
from tests.support.planted.pdf_given import in_root
from tests.support.planted.pdf_made import Table, bytes_of, font, pdf_of, text_at

FRESH_PDF_BYTES = Table()
add, changed = FRESH_PDF_BYTES.add, FRESH_PDF_BYTES.changed
ROW = (115,)


def _first(pdf):
    return pdf.pages[0].obj


def _in_trailer(pdf, secret):
    pdf.trailer["/Reviewer"] = String(secret)


changed("key_at_the_end_of_the_file", "pdf.unknown-text", ROW, _in_trailer)


def _identity(secret):
    data = pdf_of()
    return data.replace(b"/ID [<", b"/ID [<" + secret.encode().hex().encode()) if secret else data


add("number_of_the_file", "pdf.identifier", ROW, _identity, is_bare=True)


def _unlisted_page(pdf, secret):
    page = pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, 595, 842]),
            Resources=Dictionary(Font=Dictionary(F1=font())),
            Contents=pdf.make_stream(text_at(72, 600, secret).encode()),
        )
    )
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=Array([String("a"), page])))


changed("page_kept_as_a_template", "pdf.template", ROW, _unlisted_page)


def _page_beyond_the_count(secret):
    data = pdf_of("", text_at(72, 600, secret)) if secret else pdf_of("")
    return data.replace(b"/Count 2", b"/Count 1")


add("page_beyond_the_count", CANNOT_SAY, ROW, _page_beyond_the_count)
changed(
    "copy_of_an_earlier_page_in_an_unused_tree",
    "pdf.captured",
    ROW,
    in_root("SpiderInfo", lambda _, secret: Dictionary(V=1.0, C=Array([String(secret)]))),
)
changed(
    "viewer_that_is_required",
    "pdf.unknown-text",
    ROW,
    in_root(
        "Requirements",
        lambda _, secret: Array(
            [
                Dictionary(
                    S=Name.EnableJavaScripts,
                    RH=Array([Dictionary(S=Name.JS, Script=String(secret))]),
                )
            ]
        ),
    ),
)
changed(
    "proof_of_a_signature",
    "pdf.signature",
    ROW,
    in_root("DSS", lambda pdf, secret: Dictionary(Certs=Array([pdf.make_stream(secret.encode())]))),
)
changed(
    "legal_words_of_a_signature",
    "pdf.signature",
    ROW,
    in_root("Legal", lambda _, secret: Dictionary(Attestation=String(secret))),
)


def _packed_twice(secret):
    """An object stands in a stream of objects, of which no table says that it is there."""
    pdf = pikepdf.open(io.BytesIO(pdf_of()))
    if secret:
        held = f"90 0 ({secret})".encode()
        pdf.Root.Names = Dictionary()
        made = pdf.make_stream(held, Type=Name.ObjStm, N=1, First=5)
        pdf.Root.Names.Dests = Dictionary(Names=Array([]), Kept=made)
    return bytes_of(pdf)


add("stream_of_objects_that_is_not_read", "pdf.earlier-content", ROW, _packed_twice)


def _after_the_data(secret):
    """A page's instructions are packed, and more is packed behind them in the same stream."""
    pdf = pikepdf.open(io.BytesIO(pdf_of()))
    packed = zlib.compress(_first(pdf).Contents.read_bytes())
    more = zlib.compress(secret.encode()) if secret else b""
    _first(pdf).Contents.write(packed + more, filter=Name.FlateDecode)
    return bytes_of(pdf, compress_streams=False)


add("words_packed_behind_the_instructions", "pdf.hidden-bytes", ROW, _after_the_data, is_bare=True)
