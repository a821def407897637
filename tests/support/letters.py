"""E-mails and letters for tests, with valid defaults, and broken ones."""

from email.message import EmailMessage
from email.policy import SMTP

ASKED = (
    "Dear team,\n\n1. How many printers do you have?\n2. Who mends them?\n\nRegards,\nA. Person\n"
)


def make_mail(text=ASKED, *, files=(), **headers):
    """Return the bytes of a message; a header that is None is left out."""
    message = EmailMessage(policy=SMTP)
    values = {
        "From": "A. Person <a.person@example.org>",
        "To": "foi@opa.example",
        "Subject": "Printers",
        "Date": "Mon, 06 Oct 2025 09:30:00 +0100",
        "Message-ID": "<1@example.org>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in values.items():
        if value is not None:
            message[name] = value
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
