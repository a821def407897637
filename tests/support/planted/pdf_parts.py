"""PDFs with a secret beside their pages: notes, files, layers, earlier versions, properties, forms, scripts."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.support.planted.containers import TABLE
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    appended,
    as_bytes,
    attached,
    bytes_of,
    font,
    form,
    image,
    pdf_of,
    photograph,
    text_at,
)

PDF_PARTS = Table()
add, changed = PDF_PARTS.add, PDF_PARTS.changed


def _on_page(kind, **more):
    """Return what puts something on the page that says the secret under one of its keys."""

    def change(pdf, secret):
        told = {
            key: value(pdf, secret) if callable(value) else value for key, value in more.items()
        }
        annotation(pdf, kind, **told)

    return change


def _said(pdf, secret):
    del pdf
    return String(f"Ask {secret} first")


def _rich(pdf, secret):
    del pdf
    return String(f"<body><p>Ask {secret}</p></body>")


def _action(kind, **more):
    def made(pdf, secret):
        held = {
            f"/{key}": value(pdf, secret) if callable(value) else value
            for key, value in more.items()
        }
        return Dictionary({"/S": Name(f"/{kind}"), **held})

    return made


def _path(form_):
    return lambda pdf, secret: String(form_.format(secret))


changed(
    "redaction_that_was_not_applied",
    "pdf.redaction-not-applied",
    (65,),
    _on_page("Redact", OverlayText=_said),
)
changed("sticky_note", "pdf.comment", (71,), _on_page("Text", Contents=_said))
changed("note_in_rich_text", "pdf.comment", (71,), _on_page("Highlight", RC=_rich))
changed("author_of_a_mark", "pdf.comment", (71,), _on_page("Underline", T=_said))
changed("subject_of_a_drawing", "pdf.comment", (71,), _on_page("Ink", Subj=_said))
changed("window_of_a_note", "pdf.comment", (71,), _on_page("Popup", Contents=_said))
changed("stamp_with_words", "pdf.comment", (71,), _on_page("Stamp", Contents=_said))
changed(
    "text_box_on_a_page",
    "pdf.annotation",
    (71,),
    _on_page("FreeText", Contents=_said, DA=String("/Helv 12 Tf 0 g")),
)
changed("hidden_mark", "pdf.hidden-annotation", (71,), _on_page("FreeText", F=2, Contents=_said))
changed(
    "mark_on_paper_alone", "pdf.hidden-annotation", (71,), _on_page("Square", F=32, Contents=_said)
)
changed(
    "mark_of_no_known_kind", "pdf.unknown-annotation", (71,), _on_page("Bubble", Contents=_said)
)
changed("film_on_a_page", "pdf.media", (71,), _on_page("Movie", T=_said))
changed(
    "text_of_a_stamp",
    "pdf.annotation-text",
    (71,),
    lambda pdf, secret: annotation(
        pdf, "Stamp", AP=Dictionary(N=form(pdf, text_at(80, 510, secret)))
    ),
)
changed(
    "look_under_the_pointer",
    "pdf.other-appearance",
    (71,),
    lambda pdf, secret: annotation(
        pdf, "Link", AP=Dictionary(N=form(pdf, ""), R=form(pdf, text_at(80, 510, secret)))
    ),
)
changed("description_of_a_link", "pdf.description", (71, 79), _on_page("Link", Contents=_said))
changed(
    "link_to_a_file",
    "pdf.telling-link",
    (71,),
    _on_page("Link", A=_action("URI", URI=_path("file:///C:/Users/{}/bins.docx"))),
)
changed(
    "link_to_a_mailbox",
    "pdf.telling-link",
    (71,),
    _on_page("Link", A=_action("URI", URI=_path("mailto:{}@example.org"))),
)
changed(
    "link_to_sharepoint",
    "pdf.telling-link",
    (71,),
    _on_page("Link", A=_action("URI", URI=_path("https://council.sharepoint.com/{}/bins"))),
)
changed(
    "link_to_the_web",
    "pdf.web-link",
    (71,),
    _on_page("Link", A=_action("URI", URI=_path("https://www.example.org/{}"))),
)
changed(
    "link_that_starts_a_program",
    "pdf.other-file",
    (80,),
    _on_page("Link", A=_action("Launch", F=_path("C:\\{}.exe"))),
)
changed(
    "link_to_another_pdf",
    "pdf.other-file",
    (80,),
    _on_page("Link", A=_action("GoToR", F=_path("{}.pdf"))),
)
changed(
    "button_that_sends_a_form",
    "pdf.action",
    (80,),
    _on_page("Link", A=_action("SubmitForm", F=_path("https://{}.example.org"))),
)
changed(
    "script_of_a_link",
    "pdf.script",
    (80,),
    _on_page("Link", A=_action("JavaScript", JS=_path("app.alert('{}')"))),
)
changed(
    "second_action_of_a_link",
    "pdf.script",
    (80,),
    _on_page(
        "Link",
        A=_action("Named", N=Name.NextPage, Next=_action("JavaScript", JS=_path("var a='{}'"))),
    ),
)


def _in_root(key, value):
    def change(pdf, secret):
        pdf.Root[f"/{key}"] = value(pdf, secret)

    return change


def _tree(key, value):
    """Return what keeps something in a tree of names of the file."""

    def change(pdf, secret):
        pdf.Root.Names = Dictionary(
            {f"/{key}": Dictionary(Names=Array([String("a"), value(pdf, secret)]))}
        )

    return change


changed(
    "script_of_the_file",
    "pdf.script",
    (80,),
    _tree("JavaScript", _action("JavaScript", JS=_path("var who = '{}'"))),
)
changed(
    "script_when_it_opens",
    "pdf.script",
    (80,),
    _in_root("OpenAction", _action("JavaScript", JS=_path("var who = '{}'"))),
)
changed(
    "action_when_a_page_opens",
    "pdf.script",
    (80,),
    lambda pdf, secret: pdf.pages[0].obj.__setitem__(
        "/AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(f"// {secret}")))
    ),
)
changed(
    "kept_page",
    "pdf.template",
    (84,),
    _tree(
        "Templates",
        lambda pdf, secret: Dictionary(
            Type=Name.Template, Contents=pdf.make_stream(text_at(72, 600, secret).encode())
        ),
    ),
)
changed(
    "name_of_a_place",
    "pdf.place-name",
    (78,),
    lambda pdf, secret: setattr(
        pdf.Root,
        "Names",
        Dictionary(
            Dests=Dictionary(
                Names=Array([String(f"on-{secret}"), Array([pdf.pages[0].obj, Name.Fit])])
            )
        ),
    ),
)
changed(
    "name_of_a_place_as_of_old",
    "pdf.place-name",
    (78,),
    _in_root(
        "Dests",
        lambda pdf, secret: pdf.make_indirect(
            Dictionary({f"/{secret}": Array([pdf.pages[0].obj, Name.Fit])})
        ),
    ),
)
changed(
    "label_of_pages",
    "pdf.page-label",
    (78,),
    _in_root(
        "PageLabels",
        lambda pdf, secret: Dictionary(
            Nums=Array([0, Dictionary(S=Name.D, P=String(f"{secret} "))])
        ),
    ),
)
changed(
    "viewer_of_an_office",
    "pdf.unknown-text",
    (78,),
    _in_root("ViewerPreferences", lambda pdf, secret: Dictionary(Remark=String(f"for {secret}"))),
)


def _outline(pdf, secret):
    item = pdf.make_indirect(
        Dictionary(Title=String(f"About {secret}"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
    )
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1)
    )
    item.Parent = pdf.Root.Outlines


changed("bookmark", "pdf.bookmark", (78,), _outline)


def _file(data, name="notes.csv", **more):
    return lambda pdf, secret: attached(pdf, data.replace(b"{}", secret.encode()), name, **more)


NOTES = b"Ward,Officer\nNorth,{}\n"
changed("attached_file", "pdf.attached-file", (72,), _tree("EmbeddedFiles", _file(NOTES)))
changed(
    "attached_file_by_its_name",
    "pdf.attached-file",
    (72,),
    _tree("EmbeddedFiles", lambda pdf, secret: attached(pdf, TABLE.encode(), f"{secret}.csv")),
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
    _on_page("FileAttachment", FS=_file(NOTES)),
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
    _tree("EmbeddedFiles", _file(b"\0\1\2 {} \0", "notes.bin")),
)
changed(
    "attached_pdf_with_a_note",
    "pdf.comment",
    (72,),
    _tree(
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
    _in_root(
        "Collection",
        lambda pdf, secret: Dictionary(
            Type=Name.Collection, Schema=Dictionary(A=Dictionary(Subtype=Name.S, N=String(secret)))
        ),
    ),
)
changed(
    "file_elsewhere",
    "pdf.linked-file",
    (72,),
    _tree(
        "EmbeddedFiles",
        lambda pdf, secret: Dictionary(Type=Name.Filespec, F=String(f"C:/{secret}.csv")),
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


add("earlier_version_of_a_page", "pdf.earlier-content", (73,), _earlier)


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


def _info(key):
    def change(pdf, secret):
        pdf.docinfo[key] = f"By {secret}"

    return change


changed("author", "pdf.property", (76,), _info("/Author"))
changed("property_of_an_office", "pdf.property", (76,), _info("/Reviewer"))
XMP = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><r>By {}</r></x:xmpmeta><?xpacket end="w"?>'


def _xmp(pdf, secret):
    made = pdf.make_stream(XMP.format(secret).encode())
    made.Type, made.Subtype = Name.Metadata, Name.XML
    return made


changed("metadata_of_the_file", "pdf.metadata", (76,), _in_root("Metadata", _xmp))
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
    _in_root(
        "PieceInfo",
        lambda pdf, secret: Dictionary(Draw=Dictionary(Private=Dictionary(Who=String(secret)))),
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


changed("value_of_a_field", "pdf.hidden-value", (77,), _field(V=_said))
changed("default_of_a_field", "pdf.hidden-value", (77,), _field(DV=_said))
changed("value_in_rich_text", "pdf.hidden-value", (77,), _field(RV=_rich))
changed("tooltip_of_a_field", "pdf.tooltip", (77,), _field(TU=_said))
changed(
    "choices_of_a_list",
    "pdf.list-item",
    (77,),
    _field(Opt=lambda pdf, secret: Array([String(f"{secret}, J")])),
)
changed("name_of_a_field", "pdf.field-name", (77,), _field(TM=_said))
changed("hidden_field", "pdf.hidden-annotation", (77,), _field(F=2, V=_said))
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
    _in_root(
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
    _in_root(
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


changed("description_of_a_picture", "pdf.description", (79,), _structure(Alt=_said))
changed("text_for_a_part", "pdf.other-text", (79,), _structure(ActualText=_said))
changed("meaning_of_a_short_form", "pdf.other-text", (79,), _structure(E=_said))
changed("title_of_a_part", "pdf.description", (79,), _structure(T=_said))
changed(
    "property_of_a_part",
    "pdf.user-property",
    (79,),
    _structure(
        A=lambda pdf, secret: Dictionary(
            O=Name.UserProperties, P=Array([Dictionary(N=String("By"), V=String(secret))])
        )
    ),
)
changed(
    "attribute_of_a_part",
    "pdf.unknown-text",
    (79,),
    _structure(A=lambda pdf, secret: Dictionary(O=Name.Layout, Remark=String(secret))),
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
