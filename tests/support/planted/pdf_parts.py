"""PDFs with a secret beside their pages: properties, pictures, forms, the structure of the text."""

from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.support.planted.pdf_given import (
    in_root,
    said_by,
    said_richly,
)
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    as_bytes,
    font,
    form,
    image,
    pdf_of,
    photograph,
    text_at,
)

PDF_PARTS = Table()
add, changed = PDF_PARTS.add, PDF_PARTS.changed


def _info(key):
    def change(pdf, secret):
        pdf.docinfo[key] = f"By {secret}"

    return change


changed("author", "pdf.property", (76,), _info("/Author"))
changed("property_of_an_office", "pdf.property", (76,), _info("/Reviewer"))
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>By {}</dc:source></rdf:Description>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _xmp(pdf, secret):
    made = pdf.make_stream(XMP.format(secret).encode())
    made.Type, made.Subtype = Name.Metadata, Name.XML
    return made


changed("metadata_of_the_file", "pdf.metadata", (76,), in_root("Metadata", _xmp))
changed(
    "metadata_of_a_page",
    "pdf.metadata",
    (76,),
    lambda pdf, secret: pdf.pages[0].obj.__setitem__("/Metadata", _xmp(pdf, secret)),
)


def _with_picture(code, rows, name, data=None, draws=True, **more):
    def make(secret):
        def pictures(pdf):
            held = {key: value(pdf, secret) for key, value in more.items()} if secret else {}
            given = data(secret) if data and secret else as_bytes(photograph())
            return Dictionary(Im1=image(pdf, data=given, **held))

        content = "q 200 0 0 120 72 500 cm /Im1 Do Q\n" if draws else ""
        return pdf_of(content, XObject=pictures)

    add(name, code, rows, make, is_bare=data is not None or "SMask" in more or "Alternates" in more)


_with_picture("pdf.metadata", (76,), "metadata_of_a_picture", Metadata=_xmp)


def _exif(secret):
    exif = Image.Exif()
    exif[0x013B] = secret
    return as_bytes(photograph(), exif=exif)


_with_picture("picture.metadata", (82,), "camera_in_a_photograph", _exif)
_with_picture(
    "picture.bytes-behind",
    (82,),
    "bytes_behind_a_photograph",
    lambda secret: as_bytes(photograph()) + secret.encode(),
)
_with_picture(
    "pdf.alternate-picture",
    (81,),
    "other_picture_on_paper",
    Alternates=lambda pdf, secret: Array(
        [Dictionary(Image=image(pdf), DefaultForPrinting=True, Remark=String(secret))]
    ),
)


def _mask(pdf, secret):
    del secret
    return image(pdf, Image.new("L", (12, 8), 0))


_with_picture("pdf.hidden-picture", (83,), "picture_that_its_mask_hides", SMask=_mask)
changed(
    "small_picture_of_a_page",
    "pdf.thumbnail",
    (81,),
    lambda pdf, secret: pdf.pages[0].obj.__setitem__("/Thumb", image(pdf, Remark=String(secret))),
)
changed(
    "private_data_of_a_program",
    "pdf.private-data",
    (76,),
    in_root(
        "PieceInfo",
        lambda _, secret: Dictionary(Draw=Dictionary(Private=Dictionary(Who=String(secret)))),
    ),
)


def _pictures(content, *, twin="", crop=False):
    def make(secret):
        placed = content if secret else twin
        return pdf_of(
            placed,
            XObject=lambda pdf: Dictionary(Im1=image(pdf)) if "/Im1" in placed else Dictionary(),
        )

    del crop
    return make


DRAWN = "q 200 0 0 120 72 500 cm /Im1 Do Q\n"
add(
    "picture_off_the_page",
    "pdf.hidden-picture",
    (83,),
    _pictures("q 200 0 0 120 700 500 cm /Im1 Do Q\n", twin=DRAWN),
    is_bare=True,
)
add(
    "picture_of_no_size",
    "pdf.hidden-picture",
    (83,),
    _pictures("q 0.2 0 0 0.2 72 500 cm /Im1 Do Q\n", twin=DRAWN),
    is_bare=True,
)
add(
    "picture_cut_by_the_page",
    "pdf.cropped-picture",
    (83,),
    _pictures("q 200 0 0 120 500 500 cm /Im1 Do Q\n", twin=DRAWN),
    is_bare=True,
)
add(
    "picture_cut_by_a_frame",
    "pdf.cropped-picture",
    (83,),
    _pictures("q 72 500 60 120 re W n q 200 0 0 120 72 500 cm /Im1 Do Q Q\n", twin=DRAWN),
    is_bare=True,
)
add(
    "picture_under_a_box",
    "pdf.hidden-picture",
    (83,),
    _pictures(DRAWN + "0 g 70 490 210 140 re f\n", twin=DRAWN),
    is_bare=True,
)
add(
    "part_of_a_picture_under_a_box",
    "pdf.covered",
    (83,),
    _pictures(DRAWN + "0 g 90 520 60 40 re f\n", twin=DRAWN),
    is_bare=True,
)
add(
    "drawing_under_a_box",
    "pdf.covered",
    (83,),
    _pictures("72 500 m 120 540 l 150 500 l 180 540 l S 0 g 70 490 130 60 re f\n"),
    is_bare=True,
)
add(
    "picture_that_is_not_drawn",
    "pdf.not-drawn",
    (84,),
    lambda secret: pdf_of(
        XObject=lambda pdf: Dictionary(Im1=image(pdf)) if secret else Dictionary()
    ),
    is_bare=True,
)
add(
    "drawing_that_is_not_drawn",
    "pdf.not-drawn",
    (84,),
    lambda secret: pdf_of(
        XObject=lambda pdf: (
            Dictionary(Fm1=form(pdf, text_at(72, 600, secret))) if secret else Dictionary()
        )
    ),
)
add(
    "page_cropped_to_its_half",
    "pdf.cropped-page",
    (69,),
    lambda secret: pdf_of(
        "72 72 40 40 re f\n" if secret else "",
        change=lambda pdf: setattr(pdf.pages[0], "CropBox", Array([0, 200, 595, 842])),
    ),
    is_bare=True,
)


def _field(**more):
    def change(pdf, secret):
        held = {
            key: value(pdf, secret) if callable(value) else value for key, value in more.items()
        }
        one = annotation(pdf, "Widget", FT=Name.Tx, T=String("a"), **held)
        pdf.Root.AcroForm = Dictionary(Fields=Array([one]))

    return change


changed("value_of_a_field", "pdf.hidden-value", (77,), _field(V=said_by))
changed("default_of_a_field", "pdf.hidden-value", (77,), _field(DV=said_by))
changed("value_in_rich_text", "pdf.hidden-value", (77,), _field(RV=said_richly))
changed("tooltip_of_a_field", "pdf.tooltip", (77,), _field(TU=said_by))
changed(
    "choices_of_a_list",
    "pdf.list-item",
    (77,),
    _field(Opt=lambda _, secret: Array([String(f"{secret}, J")])),
)
changed("name_of_a_field", "pdf.field-name", (77,), _field(TM=said_by))
changed("hidden_field", "pdf.hidden-annotation", (77,), _field(F=2, V=said_by))
changed(
    "field_without_a_form",
    "pdf.hidden-value",
    (77,),
    lambda pdf, secret: annotation(
        pdf, "Widget", FT=Name.Tx, T=String("a"), V=String(f"By {secret}")
    ),
)
changed(
    "field_without_a_page",
    "pdf.hidden-value",
    (77,),
    in_root(
        "AcroForm",
        lambda pdf, secret: Dictionary(
            Fields=Array(
                [pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String(f"By {secret}")))]
            )
        ),
    ),
)
changed(
    "form_as_xml",
    "pdf.xfa",
    (77,),
    in_root(
        "AcroForm",
        lambda pdf, secret: Dictionary(
            Fields=Array([]), XFA=pdf.make_stream(f"<xdp>{secret}</xdp>".encode())
        ),
    ),
)
changed(
    "signature",
    "pdf.signature",
    (88,),
    lambda pdf, secret: annotation(
        pdf,
        "Widget",
        rect=(0, 0, 0, 0),
        FT=Name.Sig,
        T=String("s"),
        V=Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String(f"By {secret}")),
    ),
)


def _structure(**more):
    def change(pdf, secret):
        held = {f"/{key}": value(pdf, secret) for key, value in more.items()}
        one = pdf.make_indirect(Dictionary({"/Type": Name.StructElem, "/S": Name.Figure, **held}))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=one))
        one.P = pdf.Root.StructTreeRoot

    return change


changed("description_of_a_picture", "pdf.description", (79,), _structure(Alt=said_by))
changed("text_for_a_part", "pdf.other-text", (79,), _structure(ActualText=said_by))
changed("meaning_of_a_short_form", "pdf.other-text", (79,), _structure(E=said_by))
changed("title_of_a_part", "pdf.description", (79,), _structure(T=said_by))
changed(
    "property_of_a_part",
    "pdf.user-property",
    (79,),
    _structure(
        A=lambda _, secret: Dictionary(
            O=Name.UserProperties, P=Array([Dictionary(N=String("By"), V=String(secret))])
        )
    ),
)
changed(
    "attribute_of_a_part",
    "pdf.unknown-text",
    (79,),
    _structure(A=lambda _, secret: Dictionary(O=Name.Layout, Remark=String(secret))),
)


def _marked(properties):
    def make(secret):
        around = (
            f"/Span <<{properties.format(secret)}>> BDC " if secret else "/Span <</MCID 0>> BDC "
        )
        return pdf_of(f"{around}{text_at(72, 600, 'East')} EMC\n")

    return make


add("text_for_what_is_drawn", "pdf.other-text", (79,), _marked("/ActualText ({})"))
add("description_in_the_page", "pdf.description", (79,), _marked("/Alt (By {})"))
add("remark_in_the_page", "pdf.text-not-drawn", (79,), _marked("/Remark (By {})"))


def _pattern(secret):
    def patterns(pdf):
        made = pdf.make_stream(
            (f"BT /F1 8 Tf 2 2 Td ({secret}) Tj ET" if secret else "0 0 5 5 re f").encode()
        )
        made.Type, made.PatternType, made.PaintType, made.TilingType = Name.Pattern, 1, 1, 1
        made.BBox, made.XStep, made.YStep = Array([0, 0, 60, 12]), 60, 12
        made.Resources = Dictionary(Font=Dictionary(F1=font()))
        return Dictionary(P1=made)

    return pdf_of("/Pattern cs /P1 scn 72 500 200 50 re f\n", Pattern=patterns)


add("text_in_a_pattern", "pdf.text-in-pattern", (85,), _pattern)
