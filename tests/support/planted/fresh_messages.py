"""Messages with a secret in places that were thought of without looking at the rules."""

import base64

from tests.support.planted.containers import PAGE
from tests.support.planted.fixtures import CANNOT_SAY, Listed
from tests.support.planted.messages import mail

FRESH_MESSAGES = Listed()
planted = FRESH_MESSAGES.planted
ROW = 115


def _raw(old, new):
    def make(secret):
        data = mail().as_bytes()
        assert old in data, data[:600]
        return data.replace(old, new.replace(b"SECRET", secret.encode()), 1) if secret else data

    return make


for _name, _code, _old, _new in (
    (
        "remark_beside_an_address",
        "mail.unshown-address",
        b"To: asker@example.org",
        b"To: asker@example.org (SECRET)",
    ),
    (
        "name_of_a_group_of_people",
        "mail.unshown-address",
        b"To: asker@example.org",
        b"To: SECRET: asker@example.org;",
    ),
    ("remark_beside_a_date", "mail.unknown-head", b"+0100", b"+0100 (SECRET)"),
    (
        "route_of_an_address",
        "mail.unshown-address",
        b"<foi@example.org>",
        b"<@SECRET:foi@example.org>",
    ),
    (
        "head_that_goes_on_after_a_blank_line",
        "mail.unknown-head",
        b"MIME-Version: 1.0",
        b"MIME-Version: 1.0\n \n SECRET",
    ),
    (
        "name_of_the_type_of_a_part",
        "mail.unknown-head",
        b"text/plain;",
        b'text/plain; x-SECRET="a";',
    ),
    (
        "id_of_a_part",
        "mail.thread",
        b"MIME-Version: 1.0",
        b"MIME-Version: 1.0\nContent-ID: <SECRET>",
    ),
    (
        "place_of_a_part",
        "mail.thread",
        b"MIME-Version: 1.0",
        b"MIME-Version: 1.0\nContent-Location: file:///SECRET",
    ),
    (
        "list_of_a_message",
        "mail.route",
        b"Subject:",
        b"List-Unsubscribe: <https://example.org/SECRET>\nSubject:",
    ),
    (
        "signature_of_a_server",
        "mail.route",
        b"Subject:",
        b"DKIM-Signature: v=1; d=example.org; i=SECRET@example.org; b=a\nSubject:",
    ),
    (
        "second_sender",
        "mail.unshown-address",
        b"Subject:",
        b"Sender: SECRET <a@example.org>\nSubject:",
    ),
    ("words_of_an_envelope", CANNOT_SAY, b"From:", b"From SECRET Mon Jul  1 09:00:00 2024\nFrom:"),
    (
        "spaces_at_the_ends_of_lines",
        "csv.far-text",
        b"there were 31 bins.",
        b"there were 31 bins." + b" " * 300 + b"SECRET",
    ),
    (
        "lines_far_below_of_a_message",
        "csv.far-text",
        b"Yours faithfully\n",
        b"Yours faithfully\n" + b"\n" * 300 + b"SECRET\n",
    ),
):
    _make = _raw(_old, _new)
    _make.__name__ = _name
    planted(_code, ROW)(_make)


def _with_part(name, code, add, *, is_bare=False):
    def make(secret):
        made = mail()
        if secret:
            add(made, secret)
        return made.as_bytes()

    make.__name__ = name
    planted(code, ROW, is_bare=is_bare)(make)


def _invitation(made, secret):
    held = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:{secret}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    made.add_alternative(held, subtype="calendar")


def _in_blocks(made, secret):
    made.add_alternative(
        PAGE.replace(
            "{}",
            f"<p>there were 31 bins</p><div style='max-height:0;overflow:hidden'>{secret}</div>",
        ),
        subtype="html",
    )


def _named_twice(made, secret):
    made.add_attachment(
        b"Ward,Bins\r\nNorth,31\r\n", maintype="text", subtype="csv", filename="bins.csv"
    )
    part = next(iter(made.iter_attachments()))
    part.set_param("name", f"{secret}.csv")


def _report(made, secret):
    made.add_attachment(
        f"Final-Recipient: rfc822; {secret}@example.org\n".encode(),
        maintype="text",
        subtype="rfc822-headers",
    )


_with_part("invitation_beside_the_text", CANNOT_SAY, _invitation)
_with_part("words_before_a_message_begins", "html.hidden-text", _in_blocks, is_bare=True)
_with_part("name_of_a_file_in_its_type", "mail.two-names", _named_twice)
_with_part("heads_of_another_message", "mail.attachment", _report, is_bare=True)


@planted("csv.encoded", ROW, is_bare=True)
def file_within_the_lines_of_a_text(secret):
    lines = "\n".join(
        base64.b64encode((secret + " was here. ").encode() * 8).decode()[at : at + 60]
        for at in range(0, 240, 60)
    )
    return (
        mail().as_bytes().replace(b"Yours", f"begin 644 a.txt\n{lines}\nend\nYours".encode())
        if secret
        else mail().as_bytes()
    )
