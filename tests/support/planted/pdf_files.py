"""PDFs with a secret in attached files, layers, earlier versions, and bytes beside all that."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.support.planted.containers import TABLE
from tests.support.planted.pdf_given import (
    in_a_tree,
    in_root,
    on_page,
)
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    appended,
    attached,
    bytes_of,
    pdf_of,
    text_at,
)

PDF_FILES = Table()
add, changed = PDF_FILES.add, PDF_FILES.changed


def _file(data, name="notes.csv", **more):
    return lambda pdf, secret: attached(pdf, data.replace(b"{}", secret.encode()), name, **more)


NOTES = b"Ward,Officer\nNorth,{}\n"
changed("attached_file", "pdf.attached-file", (72,), in_a_tree("EmbeddedFiles", _file(NOTES)))
changed(
    "attached_file_by_its_name",
    "pdf.attached-file",
    (72,),
    in_a_tree("EmbeddedFiles", lambda pdf, secret: attached(pdf, TABLE.encode(), f"{secret}.csv")),
    is_bare=True,
)
changed(
    "attached_data",
    "pdf.attached-data",
    (72,),
    lambda pdf, secret: pdf.Root.__setitem__(
        "/AF",
        Array(
            [
                attached(
                    pdf, NOTES.replace(b"{}", secret.encode()), "a.csv", AFRelationship=Name.Data
                )
            ]
        ),
    ),
)
changed(
    "file_attached_to_a_page",
    "pdf.attached-file",
    (72,),
    on_page("FileAttachment", FS=_file(NOTES)),
)
changed(
    "file_of_a_picture",
    "pdf.attached-file",
    (72,),
    lambda pdf, secret: pdf.pages[0].obj.__setitem__(
        "/AF", Array([attached(pdf, NOTES.replace(b"{}", secret.encode()), "a.csv")])
    ),
)
changed(
    "attached_noise",
    "pdf.unread-file",
    (72,),
    in_a_tree("EmbeddedFiles", _file(b"\0\1\2 {} \0", "notes.bin")),
)
changed(
    "attached_pdf_with_a_note",
    "pdf.comment",
    (72,),
    in_a_tree(
        "EmbeddedFiles",
        lambda pdf, secret: attached(
            pdf,
            pdf_of(change=lambda held: annotation(held, "Text", Contents=String(secret))),
            "inside.pdf",
        ),
    ),
    is_bare=True,
)
changed(
    "portfolio",
    "pdf.portfolio",
    (72,),
    in_root(
        "Collection",
        lambda _, secret: Dictionary(
            Type=Name.Collection, Schema=Dictionary(A=Dictionary(Subtype=Name.S, N=String(secret)))
        ),
    ),
)
changed(
    "file_elsewhere",
    "pdf.linked-file",
    (72,),
    in_a_tree(
        "EmbeddedFiles",
        lambda _, secret: Dictionary(Type=Name.Filespec, F=String(f"C:/{secret}.csv")),
    ),
)


def _layer(**states):
    def change(pdf, secret):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"For {secret}")))
        held = {key: value(layer) if callable(value) else value for key, value in states.items()}
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(**held))
        pdf.pages[0].Resources.Properties = Dictionary(MC0=layer)
        stream = pdf.pages[0].Contents
        stream.write(stream.read_bytes() + b"/OC /MC0 BDC 72 500 50 50 re f EMC\n")

    return change


changed("layer_with_a_name", "pdf.layer", (68,), _layer())
changed("layer_that_is_off", "pdf.hidden-layer", (68,), _layer(OFF=lambda layer: Array([layer])))
changed("layers_that_are_off_at_first", "pdf.hidden-layer", (68,), _layer(BaseState=Name.OFF))


def _text_on_layer(pdf, secret):
    _layer(OFF=lambda layer: Array([layer]))(pdf, "staff")
    stream = pdf.pages[0].Contents
    stream.write(stream.read_bytes() + f"/OC /MC0 BDC {text_at(72, 600, secret)} EMC\n".encode())


changed("text_on_a_layer_that_is_off", "pdf.hidden-text", (68,), _text_on_layer)


def _earlier(secret):
    pdf = pikepdf.open(io.BytesIO(pdf_of(text_at(72, 600, secret) if secret else "")))
    data = bytes_of(pdf, compress_streams=False)
    pdf = pikepdf.open(io.BytesIO(data))
    number = pdf.pages[0].Contents.objgen[0]
    with pikepdf.open(io.BytesIO(pdf_of())) as plain:
        content = plain.pages[0].Contents.read_bytes()
    body = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    return appended(data, number, body)


add("earlier_version_of_a_page", "pdf.earlier-content", (73,), _earlier, is_bare=True)


def _earlier_note(secret):
    def change(pdf):
        annotation(pdf, "Link", Contents=String(secret or "There were 31 bins"))

    data = pdf_of(change=change)
    pdf = pikepdf.open(io.BytesIO(data))
    return appended(
        data, pdf.pages[0].Annots[0].objgen[0], b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]>>"
    )


add("earlier_version_of_a_note", "pdf.earlier-content", (73,), _earlier_note)


def _loose(body, *, is_stream=False):
    """Return a PDF with an object to which nothing leads, written behind the others before their table is made."""

    def make(secret):
        pdf = pikepdf.open(io.BytesIO(pdf_of()))
        number = len(pdf.objects) + 1
        held = body.replace(b"{}", secret.encode() or b"North")
        if is_stream:
            held = b"<</Length %d>>\nstream\n%s\nendstream" % (len(held), held)
        return appended(pdf_of(), number, held) if secret else pdf_of()

    return make


add("object_to_which_nothing_leads", "pdf.unreached-content", (74,), _loose(b"<</A (To {})>>"))
add(
    "drawing_to_which_nothing_leads",
    "pdf.unreached-content",
    (74,),
    _loose(b"BT (To {}) Tj ET", is_stream=True),
)
add(
    "bytes_before_the_file",
    "pdf.hidden-bytes",
    (75,),
    lambda secret: (f"To {secret}\n".encode() if secret else b"") + pdf_of(),
)
add(
    "bytes_behind_the_file",
    "pdf.hidden-bytes",
    (75,),
    lambda secret: pdf_of() + f"To {secret}".encode() * bool(secret),
)
add(
    "zip_behind_the_file",
    "pdf.hidden-bytes",
    (75,),
    lambda secret: pdf_of() + _zip(secret) * bool(secret),
    is_bare=True,
)


def _zip(secret):
    from tests.support.planted.fixtures import zipped

    return zipped({"notes.txt": secret.encode()})
