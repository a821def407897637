"""Pictures in JBIG2, fonts with names in no Unicode, and keys with nothing behind them: what real files have."""

import io

import pikepdf
import pytest
from PIL import Image, ImageDraw

from answerable.inspecting import inspect_bytes
from answerable.inspecting.pdf.dots import UNREADABLE, dots_of
from answerable.inspecting.pdf.values import name_of
from tests.support.jbig2 import jbig2_in


def drawn():
    picture = Image.new("1", (90, 40), 1)
    ImageDraw.Draw(picture).rectangle((10, 5, 50, 20), fill=0)
    return picture


def saved(pdf, **how):
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def with_picture(pdf, picture):
    pdf.add_blank_page(page_size=(200, 200))
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(It=picture))
    page.Contents = pdf.make_stream(b"q 200 0 0 200 0 0 cm /It Do Q")
    return saved(pdf)


def test_a_picture_in_jbig2_is_unpacked_dot_by_dot():
    pdf = pikepdf.new()
    stream = jbig2_in(pdf, drawn())

    shown = dots_of(stream)

    assert (shown.mode, shown.size) == ("1", (90, 40))
    assert shown.tobytes() == drawn().tobytes()


def test_a_damaged_one_is_not_read():
    pdf = pikepdf.new()
    stream = jbig2_in(pdf, drawn())
    stream.write(b"\0" * 40, filter=pikepdf.Name.JBIG2Decode)

    with pytest.raises(UNREADABLE):
        dots_of(stream)


def masked(samples):
    """Return a PDF with a picture in grey of which a mask in JBIG2 hides a part."""
    pdf = pikepdf.new()
    picture = pdf.make_stream(
        samples.tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=90,
        Height=40,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        SMask=jbig2_in(pdf, drawn()),
    )
    return with_picture(pdf, picture)


def test_a_picture_whose_mask_is_in_jbig2_is_inspected_and_needs_no_other_program():
    inspection = inspect_bytes(masked(Image.new("L", (90, 40), 200)), name="scan.pdf")

    assert (inspection.kind, inspection.reason) == ("pdf", "")


def test_words_under_such_a_mask_are_told():
    samples = Image.new("L", (90, 40), 255)
    ImageDraw.Draw(samples).text((12, 6), "Quill", fill=0)

    inspection = inspect_bytes(masked(samples), name="scan.pdf")

    assert "pdf.under-mask" in {one.code for one in inspection.findings}


def test_a_font_whose_name_is_in_no_unicode_is_told_by_its_bytes():
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    font = pikepdf.Object.parse(b"<< /Type /Font /Subtype /TrueType /BaseFont /#cb#ce#cc#e5 >>")
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 12 Tf 50 100 Td (Page) Tj ET")

    inspection = inspect_bytes(saved(pdf), name="letter.pdf")

    assert name_of(font.BaseFont) == "/ËÎÌå"
    assert (inspection.kind, inspection.reason) == ("pdf", "")


def written_again(pdf, instructions):
    """Return a PDF to which a later version of its page's stream was added behind its end."""
    whole = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    before = int(whole.rsplit(b"startxref", 1)[1].split()[0])
    with pikepdf.open(io.BytesIO(whole)) as opened:
        root, number = opened.Root.objgen[0], opened.pages[0].Contents.objgen[0]
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        len(instructions),
        instructions,
    )
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 20 /Root %d 0 R /Prev %d >>\n" % (
        number,
        len(whole),
        root,
        before,
    )
    return whole + stream + table + b"startxref\n%d\n%%%%EOF\n" % (len(whole) + len(stream))


def test_an_earlier_stream_that_leads_to_another_object_is_no_damage():
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.pages[0].Contents = pdf.make_stream(b"0 0 9 9 re f", Kind=pdf.make_indirect([1]))

    inspection = inspect_bytes(written_again(pdf, b"0 0 8 8 re f"), name="letter.pdf")

    assert inspection.reason == ""
    assert "pdf.earlier-version" in {one.code for one in inspection.findings}
