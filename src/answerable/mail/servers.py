"""The servers that a site's settings name: where mail leaves, and where it comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.conf import settings

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_SMTP_PORTS = {"smtp": 25, "smtps": 465}
_IMAP_PORTS = {"imap": 143, "imaps": 993}


class ServerNotNamed(Exception):
    """A setting does not say where a server is, or would send a password in clear."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail leaves: `is_secure` from the first byte on, or after STARTTLS if it `starts_tls`.

    Without a host, no mail leaves.
    """

    host: str
    port: int
    user: str
    password: str
    is_secure: bool
    starts_tls: bool


@dataclass(frozen=True, slots=True)
class ImapServer:
    """Where mail comes in; what was taken in moves to the folder `done`, or is marked as seen if none."""

    host: str
    port: int
    user: str
    password: str
    is_secure: bool
    folder: str
    done: str


def smtp_server_at(setting: str) -> SmtpServer:
    """Return the server of `smtp://user:password@host:587?tls=1`, or one without a host for nothing.

    :raises ServerNotNamed: if it is not written so.
    """
    if not setting:
        return SmtpServer("", 0, "", "", is_secure=False, starts_tls=False)
    parts, port = _parts(
        setting, _SMTP_PORTS, "ANSWERABLE_SMTP names no mail server: write smtp://host:port"
    )
    return SmtpServer(
        host=parts.hostname or "",
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_secure=parts.scheme == "smtps",
        starts_tls=parse_qs(parts.query).get("tls", ["0"])[-1] == "1",
    )


def smtp_server() -> SmtpServer:
    """Return the server that the settings name, of `ANSWERABLE_SMTP`.

    :raises ServerNotNamed: if a password would cross a network in clear.
    """
    server = SmtpServer(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        is_secure=settings.EMAIL_USE_SSL,
        starts_tls=settings.EMAIL_USE_TLS,
    )
    is_hidden = server.is_secure or server.starts_tls or server.host in _LOOPBACK
    if server.password and not is_hidden:
        message = "ANSWERABLE_SMTP would send its password in clear: add ?tls=1, or write smtps://"
        raise ServerNotNamed(message)
    return server


def imap_server(setting: str) -> ImapServer:
    """Return the mailbox of `imaps://user:password@host:993/FOLDER?done=FOLDER`.

    :raises ServerNotNamed: if it is not written so, or a password would cross a network in clear.
    """
    parts, port = _parts(
        setting,
        _IMAP_PORTS,
        "ANSWERABLE_IMAP names no mailbox: write imaps://user:password@host:port/FOLDER",
    )
    server = ImapServer(
        host=parts.hostname or "",
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_secure=parts.scheme == "imaps",
        folder=unquote(parts.path.strip("/")) or "INBOX",
        done=parse_qs(parts.query).get("done", [""])[0],
    )
    if not server.is_secure and server.host not in _LOOPBACK:
        message = "ANSWERABLE_IMAP would send its password in clear: write imaps://"
        raise ServerNotNamed(message)
    if server.done == server.folder:
        message = f"ANSWERABLE_IMAP moves mail from {server.folder} to itself: name another ?done="
        raise ServerNotNamed(message)
    return server


def _parts(setting: str, ports: Mapping[str, int], message: str) -> tuple[SplitResult, int]:
    """Return the parts of an address, and its port; a refusal does not repeat it, for its password."""
    try:
        parts = urlsplit(setting)
        port = parts.port
    except ValueError:
        raise ServerNotNamed(message) from None
    if parts.scheme not in ports or not parts.hostname or port == 0:
        raise ServerNotNamed(message)
    return parts, port or ports[parts.scheme]
