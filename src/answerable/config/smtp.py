"""The server that sends mail, read from one address; and what stands in its place where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_PORTS = {"smtp": 25, "smtps": 465}


class NotAServer(ValueError):
    """An address names no mail server."""


class MailNotSetUp(OSError):
    """This site sends no mail."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A mail server: no host, no mail. `starts_tls` is STARTTLS, `is_tls` is TLS from the first byte."""

    host: str
    port: int
    user: str
    password: str
    starts_tls: bool
    is_tls: bool


def smtp_server(address: str) -> SmtpServer:
    """Return the server of an address such as `smtp://user:secret@mail.example:587?tls=1`.

    :raises NotAServer: if the address is something else.
    """
    if not address:
        return SmtpServer("", 0, "", "", starts_tls=False, is_tls=False)
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        port = 0
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        # The address is not repeated: it may hold a password.
        message = "ANSWERABLE_SMTP is no address of a mail server: write smtp://host:port"
        raise NotAServer(message)
    asked = parse_qs(parts.query)
    return SmtpServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starts_tls=asked.get("tls", ["0"])[-1] == "1",
        is_tls=parts.scheme == "smtps",
    )


class NoMail(BaseEmailBackend):
    """Refuses every mail with one clear sentence."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> NoReturn:
        """Refuse.

        :raises MailNotSetUp: always.
        """
        message = (
            f"{len(email_messages)} mails not sent, as this site sends none: set ANSWERABLE_SMTP"
        )
        raise MailNotSetUp(message)
