"""Ordinary pictures, messages, documents in RTF, pages and data, as offices make them every day."""

import json
from email.message import EmailMessage

from PIL import Image, ImageDraw

from tests.support.outlook_files import container, message, packed_rtf
from tests.support.planted.cells import written
from tests.support.planted.containers import PAGE, TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.messages import PAGE as MAIL_PAGE
from tests.support.planted.messages import TEXT, mail
from tests.support.planted.photographs import saved
from tests.support.planted.rich_texts import TEXT as RICH
from tests.support.planted.rich_texts import rich


def _scene(mode="RGB", size=(160, 90)):
    made = Image.radial_gradient("L").resize(size).convert("RGB")
    drawing = ImageDraw.Draw(made)
    drawing.rectangle((20, 20, 60, 60), fill=(29, 112, 184))
    drawing.text((70, 40), "Bins by ward", fill=(212, 53, 28))
    return made.convert(mode)


def _camera():
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112], exif[0x0131], exif[0x0132] = (
        "Maker",
        "One",
        1,
        "1.0",
        "2024:07:01 09:00:00",
    )
    inner = exif.get_ifd(0x8769)
    inner[0x9003], inner[0x829A], inner[0x8827], inner[0x9000] = (
        "2024:07:01 09:00:00",
        0.01,
        100,
        b"0230",
    )
    return exif


def _with_alpha():
    made = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    ImageDraw.Draw(made).ellipse((10, 10, 70, 70), fill=(29, 112, 184, 255))
    return made


def _shadowed():
    made = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    ImageDraw.Draw(made).rounded_rectangle((20, 20, 100, 100), 12, fill=(0, 94, 165, 255))
    return made.resize((60, 60), Image.Resampling.LANCZOS)


def _pictures():
    scene = _scene()
    return {
        "photo.jpg": saved(scene, "JPEG", quality=85),
        "photo-of-a-camera.jpg": saved(scene, "JPEG", exif=_camera()),
        "photo-in-steps.jpg": saved(scene, "JPEG", progressive=True, optimize=True),
        "photo-fine.jpg": saved(scene, "JPEG", quality=100, subsampling=0),
        "photo-small.jpeg": saved(scene, "JPEG", quality=20),
        "scan.jpg": saved(scene.convert("L"), "JPEG"),
        "print.jpg": saved(scene.convert("CMYK"), "JPEG"),
        "photo-with-restarts.jpg": saved(scene, "JPEG", restart_marker_rows=1),
        "white.jpg": saved(Image.new("RGB", (200, 200), "white"), "JPEG"),
        "grey.jpg": saved(Image.new("RGB", (200, 200), (128, 128, 128)), "JPEG"),
        "photo-at-300.jpg": saved(scene, "JPEG", dpi=(300, 300)),
        "chart.png": saved(scene, "PNG"),
        "chart-optimised.png": saved(scene, "PNG", optimize=True),
        "chart-at-96.png": saved(scene, "PNG", dpi=(96, 96)),
        "logo.png": saved(_with_alpha(), "PNG"),
        "logo-soft.png": saved(_shadowed(), "PNG"),
        "grey.png": saved(scene.convert("L"), "PNG"),
        "fax.png": saved(scene.convert("1"), "PNG"),
        "deep.png": saved(
            scene.convert("I;16") if scene.mode == "I" else scene.convert("L").convert("I;16"),
            "PNG",
        ),
        "few-colours.png": saved(scene.quantize(16), "PNG"),
        "all-colours.png": saved(scene.quantize(256), "PNG"),
        "drawing.gif": saved(scene.quantize(32), "GIF"),
        "photo.gif": saved(scene, "GIF"),
        "fax.gif": saved(scene.convert("1"), "GIF"),
        "cut-out.gif": saved(_with_alpha(), "GIF"),
        "paint.bmp": saved(scene, "BMP"),
        "paint-grey.bmp": saved(scene.convert("L"), "BMP"),
        "paint-fax.bmp": saved(scene.convert("1"), "BMP"),
        "paint-few.bmp": saved(scene.quantize(8), "BMP"),
        "scan.tif": saved(scene, "TIFF"),
        "scan-packed.tif": saved(scene, "TIFF", compression="tiff_lzw"),
        "scan-deflated.tiff": saved(scene, "TIFF", compression="tiff_adobe_deflate"),
        "scan-bits.tif": saved(scene.convert("L"), "TIFF", compression="packbits"),
        "fax.tif": saved(scene.convert("1"), "TIFF", compression="group4"),
        "scan-of-photo.tif": saved(scene, "TIFF", compression="jpeg"),
        "photo.webp": saved(scene, "WEBP"),
        "photo-exact.webp": saved(scene, "WEBP", lossless=True),
        "logo.webp": saved(_with_alpha(), "WEBP", lossless=True),
    }


def _paged(page, plain=TEXT):
    made = mail(Message_ID="<1@mail.example.org>", X_Mailer="Mail 1.0", MIME_Version="")
    made.set_content(plain)
    made.add_alternative(page, subtype="html")
    return made


OUTLOOK = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15">
<!--[if !mso]><style>v\\:* {behavior:none;}</style><![endif]-->
<style><!--
/* Font Definitions */
@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
/* Style Definitions */
p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
a:link {color:#0563C1; text-decoration:underline;}
@page WordSection1 {size:612.0pt 792.0pt; margin:72.0pt 72.0pt 72.0pt 72.0pt;}
div.WordSection1 {page:WordSection1;}
--></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>
<body lang="EN-GB" link="#0563C1"><div class="WordSection1"><p class="MsoNormal">Dear Sir or Madam,<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">there were 31 bins.<o:p></o:p></p>
<p class="MsoNormal">Yours faithfully<o:p></o:p></p></div></body></html>
"""
WEBMAIL = '<div dir="ltr"><div>Dear Sir or Madam,</div><div><br></div><div>there were 31 bins.</div><div>Yours faithfully</div></div>'


def _with_files(*files):
    made = mail()
    for name, data, kind in files:
        main, _, sub = kind.partition("/")
        made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def _with_logo():
    made = _paged(
        MAIL_PAGE.format('<p><img src="cid:logo@example.org" width="64" height="48"></p>')
    )
    made.get_payload()[1].add_related(photograph(), "image", "png", cid="<logo@example.org>")
    return made.as_bytes()


def _in_base64():
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        "foi@example.org",
        "asker@example.org",
        "Biniau — bins",
    )
    made.set_content(
        "Annwyl Syr neu Fadam,\n\nroedd 31 o finiau — “tŷ” a “dŵr”.\n" * 4, cte="base64"
    )
    return made.as_bytes()


def _messages():
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {
        "plain.eml": mail().as_bytes(),
        "with-a-page.eml": _paged(MAIL_PAGE.format("")).as_bytes(),
        "of-outlook.eml": _paged(OUTLOOK).as_bytes(),
        "of-webmail.eml": _paged(WEBMAIL).as_bytes(),
        "with-a-logo.eml": _with_logo(),
        "in-base64.eml": _in_base64(),
        "with-a-table.eml": _with_files(("bins.csv", TABLE.encode(), "text/csv")),
        "with-a-workbook.eml": _with_files(("bins.xlsx", written(), sheet)),
        "with-a-picture.eml": _with_files(
            ("bins.png", photograph(), "image/png"), ("bins.jpg", photograph("JPEG"), "image/jpeg")
        ),
        "memo.txt": b"From: Records\nTo: Planning\nDate: 1 July 2024\nSubject: Bins\n\nThere were 31 bins.\n",
        "plain.msg": container(message(subject="Bins by ward", text=TEXT)),
        "with-a-page.msg": container(
            message(subject="Bins", text=TEXT, html=MAIL_PAGE.format("").encode())
        ),
        "with-rtf.msg": container(
            message(subject="Bins", text="There were 31 bins.", rtf=packed_rtf(rich()))
        ),
        "with-a-table.msg": container(
            message(subject="Bins", text=TEXT, files=[("bins.csv", TABLE.encode())])
        ),
    }


STYLES = (
    "{\\stylesheet{\\ql \\li0\\ri0\\f0\\fs24 \\snext0 Normal;}{\\*\\cs10 \\additive Default Paragraph Font;}"
    "{\\s1\\ql\\b\\fs32 \\sbasedon0 \\snext0 heading 1;}}{\\*\\generator Riched20 10.0.19041}"
)
GRID = "\\trowd\\cellx2000\\cellx4000 Ward\\cell Bins\\cell\\row\\trowd\\cellx2000\\cellx4000 North\\cell 31\\cell\\row\n"
LIST = "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc23{\\leveltext\\'01\\'b7;}{\\levelnumbers;}}{\\listname ;}\\listid1}}"


def _rich_texts():
    return {
        "letter.rtf": rich(),
        "wordpad.rtf": rich(STYLES + RICH) + b"\r\n\0",
        "table.rtf": rich(GRID),
        "list.rtf": rich(LIST + "{\\listtext\\'b7\\tab}{\\b North}\\par {\\i South}\\par"),
        "coloured.rtf": rich(
            "{\\cf3 Bins by ward}\\par{\\cf2\\chcbpat3 White on blue}\\par{\\highlight7 Marked}"
        ),
        "letters.rtf": rich(
            "Caf\\'e9 \\u8364? \\ldblquote T\\u375?\\rdblquote\\par\\uc1\\u8211\\'96"
        ),
        "linked.rtf": rich(
            '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/bins"}}{\\fldrslt{\\ul Bins}}}'
        ),
        "numbered.rtf": rich("{\\footer\\pard\\qc{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}"),
        "pictured.rtf": rich(
            "{\\pict\\pngblip\\picw64\\pich48\\picwgoal960\n" + photograph().hex() + "}"
        ),
        "noted.rtf": rich("Bins{\\super\\chftn{\\footnote\\pard\\plain There were more.}}"),
    }


def _pages():
    govuk = (
        '<style>body{font-family:"Arial",sans-serif;color:#0b0c0c}.head{background:#1d70b8;color:#ffffff;padding:15px}'
        "table{border-collapse:collapse}td,th{border:1px solid #b1b4b6;padding:4px}</style>"
        "<div class='head'>Council</div><table><caption>Bins</caption><thead><tr><th scope='col'>Ward</th></tr></thead>"
        "<tbody><tr><td>North</td></tr></tbody></table>"
    )
    return {
        "styled.html": PAGE.replace("{}", govuk).encode(),
        "lists.html": PAGE.replace(
            "{}",
            "<ul><li>North</li><li>South</li></ul><hr><p>Bins &amp; routes &mdash; &pound;31<br>each</p>",
        ).encode(),
        "old.htm": b'<HTML><BODY BGCOLOR="#FFFFFF" TEXT="#000000"><FONT COLOR="#0000FF" SIZE="2">Bins</FONT></BODY></HTML>',
        "strict.xhtml": b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Bins</title></head><body><p>There were 31 bins.</p></body></html>',
        "linked.html": PAGE.replace(
            "{}", '<p><a href="https://example.org/bins">Bins</a> <a href="#top">Top</a></p>'
        ).encode(),
        "of-word.htm": OUTLOOK.encode(),
    }


def _data():
    return {
        "bins.json": json.dumps(
            [{"ward": "North", "bins": 31}, {"ward": "South", "bins": 27}], indent=2
        ).encode(),
        "nested.json": json.dumps(
            {"council": {"wards": [{"ward": "Café", "bins": None}]}, "total": 58.5}
        ).encode(),
        "flat.json": b'\xef\xbb\xbf{"bins":31}',
        "wide.csv": ("\ufeff" + TABLE).encode("utf-16"),
        "welsh.txt": "Annwyl Syr neu Fadam,\n\nDiolch am eich cais — tŷ.\n".encode(),
        "brackets.txt": b"[Minutes]\n{draft}\nThere were 31 bins.\n",
    }


def ordinary_of_other_kinds() -> dict[str, bytes]:
    """Return ordinary files by their names."""
    return {**_pictures(), **_messages(), **_rich_texts(), **_pages(), **_data()}
