"""A PDF is written anew: what is seen stays as it is, and what nobody sees is gone."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from answerable.inspecting.rebuilding import CannotRebuild
from answerable.inspecting.rebuilding.pdf import rewrite_pdf
from answerable.inspecting.rebuilding.pdf.photographs import stripped_jpeg, stripped_jpeg2000
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.marked import around, fonts, pictures, torture
from tests.support.marked.made import AFTER, BEFORE, SECRET, Made
from tests.support.planted.fresh_pdf_parts import FRESH_PDF_PARTS

SEEN = f"{BEFORE} somebody {AFTER}"


def page(content, **more):
    """Return a PDF with a line that is seen, and this beside it."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    line = b"q BT /F 12 Tf 40 250 Td %s Tj ET Q " % write(SEEN)
    made.page(line + content.replace(b"{}", write(SECRET)), fonts={"F": font}, **more)
    return made


TEXT = b"BT /F 12 Tf 40 150 Td {} Tj ET "
HIDDEN = {
    "under a black box": b"0 g " + TEXT + b"0 g 30 140 200 30 re f",
    "under a white box": TEXT + b"1 g 30 140 200 30 re f",
    "white on white": b"1 g " + TEXT + b"0 g",
    "black on black": b"0 g 30 140 200 30 re f " + TEXT,
    "not drawn": b"BT 3 Tr /F 12 Tf 40 150 Td {} Tj ET",
    "beside the page": b"BT /F 12 Tf 40 -150 Td {} Tj ET",
    "clipped away": b"q 0 0 10 10 re W n " + TEXT + b"Q",
    "of no size": b"BT /F 0 Tf 40 150 Td {} Tj ET",
    "too small to be read": b"BT /F 0.5 Tf 40 150 Td {} Tj ET",
    "without a font": b"BT 40 150 Td {} Tj ET",
    "in a remark": b"% Quillfeather\n",
    "given to nothing": b"{} pop ",
    "given to another instruction": b"{} 0 g ",
    "said of a stretch": b"/Span <</ActualText {} /Alt {}>> BDC EMC ",
    "said of a point": b"/Span <</Who {}>> DP ",
}


@pytest.mark.parametrize("how", sorted(HIDDEN))
def test_text_that_nobody_sees_is_gone(how):
    rebuilt = rewrite_pdf(page(HIDDEN[how]).data(), name="a.pdf")

    (file,) = rebuilt.files
    assert traces_here(file.data, [SECRET]) == ()
    assert text_of(file.data).strip() == SEEN
    assert file.name == "a.pdf"


def test_what_was_left_out_is_counted():
    rebuilt = rewrite_pdf(page(HIDDEN["under a black box"]).data(), name="a.pdf")

    assert rebuilt.left_out == (f"{len(SECRET)} letters that nobody sees",)


def test_a_layer_that_is_switched_off_is_gone_with_all_that_is_in_it():
    made = page(b"/OC /L BDC " + TEXT + b"q 50 0 0 50 100 50 cm /P Do Q 10 10 50 50 re f EMC")
    layer = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET)))
    resources = made.pdf.pages[0].obj.Resources
    resources.Properties = Dictionary(L=layer)
    resources.XObject = Dictionary(P=made.picture(pictures.written_picture()))
    made.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(BaseState=Name.OFF, ON=Array([]))
    )

    rebuilt = rewrite_pdf(made.data(), name="a.pdf")

    data = rebuilt.files[0].data
    assert rebuilt.left_out[0] == "1 layer that is switched off"
    assert traces_here(data, [SECRET]) == ()
    assert pictures_in(data) == 0
    assert darkest_below(data) == 255


def test_what_is_around_the_pages_is_told_and_gone():
    data, _, _ = around.everything_around()

    rebuilt = rewrite_pdf(data, name="a.pdf")

    with pikepdf.open(io.BytesIO(rebuilt.files[0].data)) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot"}
        assert set(pdf.trailer.keys()) <= {
            "/Root",
            "/Size",
            "/ID",
            "/Type",
            "/W",
            "/Index",
            "/Length",
            "/Filter",
            "/DecodeParms",
        }
        assert "/Info" not in pdf.trailer
    assert [one.partition(" ")[2] for one in rebuilt.left_out] == [
        "attached file",
        "bookmark",
        "script or action",
        "sets of properties",
    ]


SAID_OF_PARTS = [
    one
    for one in FRESH_PDF_PARTS.all
    if one.name.endswith(("of_a_part", "a_part_is_said", "of_a_font", "stands_for", "listeners"))
]


@pytest.mark.parametrize("one", SAID_OF_PARTS, ids=lambda one: one.name)
def test_what_fonts_and_tags_say_besides_is_gone(one):
    made = rewrite_pdf(one.make(SECRET), name="a.pdf").files[0]

    assert traces_here(made.data, [SECRET]) == ()


def test_notes_and_fields_are_drawn_where_they_were_seen():
    for make in (around.free_text, around.form_field):
        data, _, _ = make()

        rebuilt = rewrite_pdf(data, name="a.pdf")

        with pikepdf.open(io.BytesIO(rebuilt.files[0].data)) as pdf:
            assert "/Annots" not in pdf.pages[0].obj
            assert "/AcroForm" not in pdf.Root
        assert SECRET in text_of(rebuilt.files[0].data)
        assert is_the_same_to_see(data, rebuilt.files[0].data)


def test_links_are_kept_to_the_web_alone():
    made = page(b"")
    for kind in (
        Dictionary(S=Name.URI, URI=String("https://example.org/log")),
        Dictionary(S=Name.URI, URI=String("file:///home/quill")),
        Dictionary(S=Name.URI, URI=String("https://body.sharepoint.com/x?token=1")),
        Dictionary(S=Name.Launch, F=String("x.exe")),
        Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
    ):
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=kind)
        annotations = made.pdf.pages[0].obj.get("/Annots", Array([]))
        made.pdf.pages[0].obj.Annots = Array([*annotations, made.pdf.make_indirect(link)])

    rebuilt = rewrite_pdf(made.data(), name="a.pdf")

    with pikepdf.open(io.BytesIO(rebuilt.files[0].data)) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert str(link.A.URI) == "https://example.org/log"


def test_words_under_a_scan_stay_and_those_under_a_black_box_in_it_go():
    made = Made()
    font, write = fonts.standard(made.pdf)
    picture = Image.new("L", (800, 600), 255)
    shown = pictures.written_picture((600, 60))
    picture.paste(shown, (80, 100))
    picture.paste(0, (80, 300, 700, 360))
    layer = b"BT 3 Tr /F 14 Tf 115 226 Td %s Tj 0 -100 Td %s Tj ET" % (
        write(SECRET),
        write("Inkwell"),
    )
    made.page(
        b"q 400 0 0 300 0 0 cm /P Do Q " + layer,
        fonts={"F": font},
        drawings={"P": made.picture(picture)},
    )

    text = text_of(rewrite_pdf(made.data(), name="a.pdf").files[0].data)

    assert SECRET in text
    assert "Inkwell" not in text


@pytest.mark.parametrize("name", sorted(set(torture.TORTURE) - set(torture.DRAWN)))
def test_what_is_seen_stays_as_it_is(name):
    data, _, _ = torture.TORTURE[name]()

    rebuilt = rewrite_pdf(data, name="a.pdf")

    assert is_the_same_to_see(data, rebuilt.files[0].data)


def test_the_same_file_gives_the_same_bytes():
    data, _, _ = around.everything_around()

    assert rewrite_pdf(data, name="a.pdf") == rewrite_pdf(data, name="a.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"%PDF-1.4\n" + b"\xff" * 900])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(CannotRebuild, match="It is"):
        rewrite_pdf(data, name="a.pdf")


def test_a_photograph_loses_what_its_camera_wrote_and_no_pixel():
    picture = Image.effect_noise((64, 48), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = SECRET
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET.encode(), progressive=True)

    bare = stripped_jpeg(out.getvalue() + SECRET.encode())

    assert SECRET.encode() not in bare
    before, after = (Image.open(io.BytesIO(one)) for one in (out.getvalue(), bare))
    assert ImageChops.difference(before, after).getbbox() is None


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xda\x00\x02", b"no picture"])
def test_a_damaged_photograph_stays_as_it_is(data):
    assert stripped_jpeg(data) == data
    assert stripped_jpeg2000(data) == data


def test_a_jpeg_2000_loses_its_boxes_of_text():
    out = io.BytesIO()
    Image.new("L", (16, 16), 90).save(out, "JPEG2000")
    said = SECRET.encode()
    box = (8 + len(said)).to_bytes(4, "big") + b"xml " + said

    bare = stripped_jpeg2000(out.getvalue() + box)

    assert bare == out.getvalue()


def text_of(data):
    """Return the text of the first page."""
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def pictures_in(data):
    """Return how many pictures a file holds."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(
            isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Image
            for one in pdf.objects
        )


def drawn(data):
    """Return a picture of the first page."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    return document[0].render(scale=1).to_pil().convert("L")


def darkest_below(data):
    """Return the darkest dot of the lower two thirds of the first page."""
    picture = drawn(data)
    return picture.crop((0, picture.height // 3, picture.width, picture.height)).getextrema()[0]


def is_the_same_to_see(before, after):
    """Return whether a person sees the same: hardly any dot differs, and none much."""
    difference = ImageChops.difference(drawn(before), drawn(after))
    return sum(difference.histogram()[48:]) <= difference.width * difference.height // 500
