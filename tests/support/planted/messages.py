"""Messages with a secret that no mail program shows (rows 99 to 107)."""

import base64
import struct
from email.message import EmailMessage

from tests.support.outlook_files import container, message, packed_rtf
from tests.support.planted.cells import hidden_sheet, written
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, zipped

MESSAGES = Listed()
planted = MESSAGES.planted
TEXT = "Dear Sir or Madam,\n\nthere were 31 bins.\n\nYours faithfully\n"
PAGE = "<html><body><p>Dear Sir or Madam,</p><p>there were 31 bins.</p><p>Yours faithfully</p>{}</body></html>"


def mail(**heads):
    """Return a message; a head is named with an underscore for each hyphen."""
    made = EmailMessage()
    made["From"] = "Records <foi@example.org>"
    made["To"] = "asker@example.org"
    made["Subject"] = "Bins by ward"
    made["Date"] = "Mon, 01 Jul 2024 09:00:00 +0100"
    for name, value in heads.items():
        if value:
            made[name.replace("_", "-")] = value
    made.set_content(TEXT)
    return made


def _head(name, value):
    def make(secret):
        return mail(**{name: value.format(secret) if secret else ""}).as_bytes()

    return make


HEADS = (
    ("Bcc", "{}@example.org", "mail.blind-copy"),
    ("Resent_Bcc", "{}@example.org", "mail.blind-copy"),
    ("Cc", "{}@example.org", "mail.copied-to"),
    ("Reply_To", "{}@example.org", "mail.unshown-address"),
    ("Delivered_To", "{}@example.org", "mail.unshown-address"),
    ("Disposition_Notification_To", "{}@example.org", "mail.unshown-address"),
    (
        "Received",
        "from {}.example.org ([192.0.2.1]) by mx.example.org; Mon, 01 Jul 2024 09:00:00 +0100",
        "mail.route",
    ),
    ("X_Originating_IP", "[192.0.2.1] {}", "mail.route"),
    ("X_Mailer", "{} 1.0", "mail.route"),
    ("Message_ID", "<{}@example.org>", "mail.thread"),
    ("In_Reply_To", "<{}@example.org>", "mail.thread"),
    ("Thread_Topic", "About {}", "mail.other-subject"),
    ("X_Case_Officer", "{}", "mail.unknown-head"),
    ("Comments", "{}", "mail.unknown-head"),
    ("Keywords", "{}", "mail.unknown-head"),
)
for _name, _value, _code in HEADS:
    _make = _head(_name, _value)
    _make.__name__ = f"head_{_name.lower()}_of_a_message"
    planted(_code, 99)(_make)


@planted("mail.unknown-head", 99)
def description_of_a_part(secret):
    return (f"Content-Description: {secret}\n" if secret else "").encode() + mail().as_bytes()


@planted("mail.two-heads", 99)
def second_subject(secret):
    data = mail().as_bytes()
    return (
        data.replace(b"Subject:", b"Subject: About " + secret.encode() + b"\nSubject:", 1)
        if secret
        else data
    )


@planted("mail.unknown-head", 99)
def comment_in_a_version(secret):
    return (
        mail()
        .as_bytes()
        .replace(
            b"MIME-Version: 1.0", b"MIME-Version: 1.0" + (f" ({secret})" if secret else "").encode()
        )
    )


@planted("mail.unknown-head", 99)
def strange_parameter(secret):
    more = f'; x-officer="{secret}"' if secret else ""
    return mail().as_bytes().replace(b'charset="utf-8"', b'charset="utf-8"' + more.encode())


@planted("mail.thread", 99)
def words_in_a_boundary(secret):
    made = mail()
    made.add_alternative(PAGE.format(""), subtype="html")
    made.set_boundary(f"==={secret}===" if secret else "===12345===")
    return made.as_bytes()


@planted("csv.far-text", 99)
def subject_beyond_the_edge(secret):
    data = mail().as_bytes()
    return (
        data.replace(b"Bins by ward", b"Bins by ward" + b" " * 300 + secret.encode(), 1)
        if secret
        else data
    )


@planted("mail.quoted-thread", 100)
def earlier_message(secret):
    made = mail()
    more = f"\nOn Mon, 1 Jul 2024 at 09:00, Records wrote:\n> {secret} said so\n" if secret else ""
    made.set_content(TEXT + more)
    return made.as_bytes()


@planted("mail.quoted-thread", 100)
def message_of_outlook_before(secret):
    made = mail()
    more = (
        f"\n-----Original Message-----\nFrom: {secret}\nSent: 1 July 2024\nTo: Records\n"
        if secret
        else ""
    )
    made.set_content(TEXT + more)
    return made.as_bytes()


@planted("mail.nested-message", 101)
def message_in_a_message(secret):
    made = mail()
    if secret:
        made.add_attachment(mail(X_Case_Officer=secret))
    return made.as_bytes()


@planted("mail.blind-copy", 101)
def blind_copy_of_the_message_in_a_message(secret):
    made = mail()
    made.add_attachment(mail(Bcc=f"{secret}@example.org" if secret else ""))
    return made.as_bytes()


def _with_page(markup, plain=TEXT):
    made = mail()
    made.set_content(plain)
    made.add_alternative(PAGE.format(markup), subtype="html")
    return made.as_bytes()


@planted("html.hidden-text", 102)
def hidden_line_of_a_page(secret):
    return _with_page(f'<p style="display:none">{secret}</p>' if secret else "")


@planted("html.comment", 102)
def comment_in_a_page(secret):
    return _with_page(f"<!-- {secret} -->" if secret else "")


@planted("html.comment", 102)
def comment_for_outlook(secret):
    return _with_page(f"<!--[if mso]><p>{secret}</p><![endif]-->" if secret else "")


@planted("mail.other-text", 103)
def words_of_the_plain_text_alone(secret):
    return _with_page("", f"{TEXT}{secret}\n" if secret else TEXT)


@planted("mail.not-in-both", 103)
def words_of_the_page_alone(secret):
    return _with_page(f"<p>{secret}</p>" if secret else "")


def _with_file(data, name, main="application", sub="octet-stream"):
    made = mail()
    made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


@planted("xlsx.hidden-sheet", 104, is_bare=True)
def hidden_sheet_in_a_file_of_a_message(secret):
    return _with_file(hidden_sheet(secret) if secret else written(), "bins.xlsx")


@planted("xlsx.hidden-sheet", 104, is_bare=True)
def hidden_sheet_in_a_zip_of_a_message(secret):
    return _with_file(
        zipped({"bins.xlsx": hidden_sheet(secret) if secret else written()}), "bins.zip"
    )


@planted("picture.words", 104, is_bare=True)
def words_in_a_picture_of_a_message(secret):
    data = photograph("JPEG")
    held = (
        data[:2] + struct.pack(">BBH", 0xFF, 0xFE, len(secret) + 2) + secret.encode() + data[2:]
        if secret
        else data
    )
    return _with_file(held, "bins.jpg", "image", "jpeg")


@planted("mail.two-names", 104)
def second_name_of_a_file(secret):
    data = _with_file(b"Ward,Bins\nNorth,31\n", "bins.csv")
    return (
        data.replace(
            b"Content-Type: application/octet-stream",
            f'Content-Type: application/octet-stream; name="{secret}.csv"'.encode(),
            1,
        )
        if secret
        else data
    )


@planted("mail.unshown-part", 104, is_bare=True)
def picture_that_the_page_does_not_show(secret):
    made = mail()
    made.add_alternative(
        PAGE.format('<img src="cid:one@example.org" width="9" height="9">'), subtype="html"
    )
    page = made.get_payload()[1]
    page.add_related(photograph(), "image", "png", cid="<one@example.org>")
    if secret:
        page.add_related(photograph("JPEG"), "image", "jpeg", cid="<two@example.org>")
    return made.as_bytes()


@planted("mail.tnef", 105, is_bare=True)
def packing_of_outlook(secret):
    return (
        _with_file(b"x\x9f>\x22" + secret.encode(), "winmail.dat", "application", "ms-tnef")
        if secret
        else mail().as_bytes()
    )


def _two_parts():
    made = mail()
    made.add_attachment(
        b"Ward,Bins\nNorth,31\n", maintype="text", subtype="csv", filename="bins.csv"
    )
    return made


@planted("mail.between-parts", 106)
def text_before_the_parts(secret):
    made = _two_parts()
    made.preamble = f"{secret}\n" if secret else "This is a multi-part message in MIME format.\n"
    return made.as_bytes()


@planted("mail.between-parts", 106)
def text_behind_the_parts(secret):
    made = _two_parts()
    made.epilogue = f"{secret}\n" if secret else "\n"
    return made.as_bytes()


@planted("mail.odd-encoding", 106)
def letters_that_a_decoder_passes_over(secret):
    data = _with_file(b"Ward,Bins\nNorth,31\n", "bins.csv")
    held = base64.b64encode(b"Ward,Bins\nNorth,31\n")
    assert held in data
    return data.replace(held, held + f"\n=== {secret}".encode()) if secret else data


@planted("mail.odd-encoding", 106)
def part_in_an_unknown_encoding(secret):
    data = mail().as_bytes()
    if not secret:
        return data
    return data.replace(
        b"Content-Transfer-Encoding: 7bit", b"Content-Transfer-Encoding: x-uuencode"
    ).replace(b"31 bins", secret.encode())


@planted("mail.damaged", 106)
def parts_that_do_not_end(secret):
    data = _two_parts().as_bytes()
    end = data.rstrip().rfind(b"--==")
    return data[:end] + f"{secret},1\n".encode() if secret else data


@planted("mail.unshown-part", 103)
def third_alternative(secret):
    made = mail()
    made.add_alternative(PAGE.format(""), subtype="html")
    if secret:
        made.add_alternative(PAGE.format(f"<p>{secret}</p>"), subtype="html")
    return made.as_bytes()


def outlook(**said):
    """Return what is in a message of Outlook, as folders and streams."""
    return message(**{"subject": "Bins by ward", "text": TEXT, **said})


def _property(made, name, value):
    return container({**made, name: value})


PROPERTIES = (
    ("0E02001F", "mail.blind-copy", "blind_copies"),
    ("0E03001F", "mail.copied-to", "copies"),
    ("0070001F", "mail.other-subject", "topic"),
    ("3FFA001F", "mail.property", "who_changed_it"),
    ("8005001F", "mail.unknown-property", "property_of_an_office"),
    ("6800001F", "mail.unknown-property", "property_that_nobody_knows"),
    ("0050001F", "mail.unshown-address", "where_answers_go"),
)
for _number, _code, _called in PROPERTIES:

    def _make_property(secret, _number=_number):
        made = outlook()
        return (
            _property(made, f"__substg1.0_{_number}", secret.encode("utf-16-le"))
            if secret
            else container(made)
        )

    _make_property.__name__ = f"outlook_{_called}"
    planted(_code, 107)(_make_property)


@planted("mail.unknown-head", 107)
def outlook_heads(secret):
    heads = (
        f"From: foi@example.org\r\nX-Case-Officer: {secret}\r\n"
        if secret
        else "From: foi@example.org\r\n"
    )
    return _property(outlook(), "__substg1.0_007D001F", heads.encode("utf-16-le"))


@planted("mail.blind-copy", 107)
def outlook_blind_recipient(secret):
    made = outlook()
    for number, (kind, name) in enumerate([(1, "asker"), (3, secret)][: 2 if secret else 1]):
        made[f"__recip_version1.0_#{number:08X}"] = {
            "__substg1.0_3001001F": name.encode("utf-16-le"),
            "__properties_version1.0": bytes(8) + struct.pack("<HHIQ", 3, 0x0C15, 6, kind),
        }
    return container(made)


@planted("mail.hidden-attachment", 107, is_bare=True)
def outlook_hidden_file(secret):
    made = outlook(files=[("bins.csv", b"Ward,Bins\nNorth,31\n")])
    folder = made["__attach_version1.0_#00000000"]
    if secret:
        folder["__properties_version1.0"] = bytes(8) + struct.pack("<HHIQ", 0x0B, 0x7FFE, 6, 1)
    return container(made)


@planted("xlsx.hidden-sheet", 107, is_bare=True)
def outlook_hidden_sheet(secret):
    return container(outlook(files=[("bins.xlsx", hidden_sheet(secret) if secret else written())]))


@planted("mail.nested-message", 107)
def outlook_message_in_a_message(secret):
    files = [("Earlier", message(subject="Earlier", text=secret))] if secret else []
    return container(outlook(files=files))


@planted("html.hidden-text", 107)
def outlook_hidden_line(secret):
    page = PAGE.format(f'<p style="display:none">{secret}</p>' if secret else "")
    return container(outlook(html=page.encode()))


@planted("rtf.hidden-text", 107, is_bare=True)
def outlook_hidden_words(secret):
    more = b"{\\v " + secret.encode() + b"}" if secret else b""
    rtf = b"{\\rtf1\\ansi there were 31 bins." + more + b"}"
    return container(outlook(rtf=packed_rtf(rtf)))


@planted("mail.other-text", 107)
def outlook_words_of_the_plain_text(secret):
    return container(outlook(text=TEXT + secret, html=PAGE.format("").encode()))


@planted("ole.left-over", 107)
def bytes_behind_outlooks_streams(secret):
    data = container(outlook())
    return data + secret.encode().ljust(512, b"\0") if secret else data
