"""Workbooks with a secret in a drawing, a picture, a link or the markup itself (rows 31 to 33)."""

import io

from PIL import Image, PngImagePlugin

from tests.support.planted.cells import written
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.workbooks import BOOK, SHEET

DRAWINGS = Listed()
planted = DRAWINGS.planted
DRAWING = "xl/drawings/drawing1.xml"


def photograph(format_="PNG", **options):
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (29, 112, 184)).save(out, format_, **options)
    return out.getvalue()


def with_picture(data=b"", **options):
    """Return a workbook with a picture in it."""

    def fill(_, sheet):
        sheet.insert_image(
            "H2", "bins.png", {"image_data": io.BytesIO(data or photograph()), **options}
        )

    return written(fill)


@planted("office.description", 32)
def description_of_a_picture(secret):
    return with_picture(description=secret) if secret else with_picture(decorative=True)


@planted("office.hidden-shape", 32, is_bare=True)
def hidden_picture(secret):
    data = with_picture(decorative=True)
    return edited(data, DRAWING, ("<xdr:cNvPr ", '<xdr:cNvPr hidden="1" ')) if secret else data


@planted("office.hidden-shape", 32)
def hidden_text_box(secret):
    def fill(_, sheet):
        sheet.insert_textbox("H2", secret or "Bins by ward")

    data = written(fill)
    return edited(data, DRAWING, ("<xdr:cNvPr ", '<xdr:cNvPr hidden="1" ')) if secret else data


@planted("office.cropped-picture", 32, is_bare=True)
def cropped_picture(secret):
    data = with_picture(decorative=True)
    return (
        edited(data, DRAWING, ("<a:stretch>", '<a:srcRect r="40000"/><a:stretch>'))
        if secret
        else data
    )


@planted("picture.words", 32)
def words_in_a_png(secret):
    if not secret:
        return with_picture(decorative=True)
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", secret)
    return with_picture(photograph(pnginfo=notes), decorative=True)


@planted("picture.words", 32)
def exif_of_a_photograph(secret):
    if not secret:
        return with_picture(photograph("JPEG"), decorative=True)
    exif = Image.Exif()
    exif[0x013B] = secret
    return with_picture(photograph("JPEG", exif=exif), decorative=True)


@planted("picture.bytes-behind", 32)
def bytes_behind_a_picture(secret):
    return with_picture(photograph() + secret.encode(), decorative=True)


@planted("picture.more-pictures", 32, is_bare=True)
def frames_of_a_picture(secret):
    other = Image.new("RGB", (64, 48), (212, 53, 28))
    options = {"save_all": True, "append_images": [other]} if secret else {}
    return with_picture(photograph("GIF", **options), decorative=True)


@planted("office.shape-name", 32)
def name_of_a_picture(secret):
    data = with_picture(decorative=True)
    return edited(data, DRAWING, ('name="Picture 1"', f'name="{secret}"')) if secret else data


@planted("office.telling-link", 33)
def link_to_a_mailbox(secret):
    def fill(_, sheet):
        sheet.write_url(
            "A9",
            f"mailto:{secret}@example.org" if secret else "https://example.org/bins",
            string="Ask",
        )

    return written(fill)


@planted("office.telling-link", 33)
def link_to_a_server(secret):
    def fill(_, sheet):
        sheet.write_url(
            "A9",
            f"external:\\\\server\\{secret}.xlsx" if secret else "https://example.org/a",
            string="See",
        )

    return written(fill)


@planted("office.telling-link", 33)
def link_with_a_key(secret):
    def fill(_, sheet):
        query = f"?token={secret}" if secret else ""
        sheet.write_url("A9", f"https://example.org/bins{query}", string="See")

    return written(fill)


@planted("office.web-link", 33)
def address_under_other_words(secret):
    return written(
        lambda _, sheet: (
            sheet.write_url("A9", f"https://example.org/{secret}", string="See") if secret else None
        )
    )


@planted("office.tooltip", 33)
def words_under_the_pointer(secret):
    def fill(_, sheet):
        sheet.write_url("A9", "https://example.org/bins", string="See", tip=secret or None)

    return written(fill)


@planted("office.odd-markup", 31)
def comment_in_the_xml(secret):
    data = written()
    return edited(data, BOOK, ("</workbook>", f"<!-- {secret} --></workbook>")) if secret else data


@planted("office.odd-markup", 31)
def comment_among_rows(secret):
    data = written()
    return (
        edited(data, SHEET, ("</sheetData>", f"<!-- {secret} --></sheetData>")) if secret else data
    )


@planted("office.foreign-markup", 31)
def markup_of_strangers(secret):
    data = written()
    markup = f'<n:note xmlns:n="urn:example:notes">{secret}</n:note></workbook>'
    return edited(data, BOOK, ("</workbook>", markup)) if secret else data


@planted("office.foreign-markup", 31)
def attribute_of_strangers(secret):
    data = written()
    row = f'<row xmlns:n="urn:example:notes" n:note="{secret}" r="1"'
    return edited(data, SHEET, ('<row r="1"', row)) if secret else data


@planted("office.unread-text", 31)
def text_between_elements(secret):
    data = written()
    return edited(data, SHEET, ("</sheetData>", f"{secret}</sheetData>")) if secret else data


@planted("office.unread-text", 31)
def text_in_an_unknown_attribute(secret):
    data = written()
    return (
        edited(data, SHEET, ("<sheetData>", f'<sheetData note="for {secret} alone">'))
        if secret
        else data
    )


@planted("office.unread-text", 31)
def text_in_an_unknown_element(secret):
    data = written()
    return (
        edited(data, "xl/styles.xml", ("</styleSheet>", f"<remark>{secret}</remark></styleSheet>"))
        if secret
        else data
    )


@planted("office.invisible-signs", is_bare=True)
def signs_without_a_shape(secret):
    tags = "".join(chr(0xE0000 + ord(sign)) for sign in secret)
    return written(lambda _, sheet: sheet.insert_textbox("H2", f"Bins{tags} by ward"))
