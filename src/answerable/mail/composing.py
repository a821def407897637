"""A mail of the outbox as the bytes that leave: well-formed whatever it holds."""

import datetime as dt
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr

from answerable.actions.sending_mail import Claim, Enclosure

_LONGEST_ADDRESS = 254
_BINARY = ("application", "octet-stream")


class AddressRefused(Exception):
    """No mail can go to, or come from, what stands as an address."""


class _Policy(EmailPolicy):
    """Headers folded as usual, but those of lists (RFC 2369): a long address in them must stay whole."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return a header as it stands on the wire."""
        if name.startswith("List-"):
            return f"{name}: {value}{self.linesep}".encode("ascii", "replace")
        return super().fold_binary(name, value)


_POLICY = _Policy(linesep="\r\n", cte_type="7bit")


def composed(claim: Claim, *, sender: str, at: dt.datetime) -> bytes:
    """Return a mail as it is handed over; `sender` may have a name: FOI team <foi@body.example>.

    :raises AddressRefused: if one of the two addresses is none.
    """
    message = EmailMessage(policy=_POLICY)
    name, address = parseaddr(sender)
    message["From"] = Address(_one_line(name), addr_spec=plain_address(address))
    message["To"] = Address(addr_spec=plain_address(claim.address))
    message["Subject"] = _one_line(claim.subject)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = claim.message_id
    _add_thread(message, claim)
    if claim.is_automatic:
        # RFC 3834: whoever answers by machine does not answer this; the second is Exchange's own word.
        message["Auto-Submitted"] = "auto-replied" if claim.answers else "auto-generated"
        message["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    for name, value in claim.headers:
        message[name] = _one_line(value)
    message.set_content(_text(claim.text), cte="quoted-printable")
    for enclosure in claim.enclosures:
        _enclose(message, enclosure)
    return message.as_bytes()


def plain_address(address: str) -> str:
    """Return an address as mail servers understand it: one, and of ASCII only.

    :raises AddressRefused: if it is none, is several, holds a line break, or needs other letters.
    """
    if len(address) > _LONGEST_ADDRESS or not address.isprintable() or " " in address:
        raise AddressRefused(
            "The address is none that mail can go to: check it with whoever gave it"
        )
    local, _, domain = address.rpartition("@")
    try:
        spelled = f"{local}@{domain.encode('idna').decode()}"
        parsed = Address(addr_spec=spelled)
        spelled.encode("ascii")
    except (HeaderParseError, IndexError, ValueError):
        raise AddressRefused(
            "The address is none that mail can go to: check it with whoever gave it"
        ) from None
    if not (parsed.username and parsed.domain):
        raise AddressRefused("The address is not whole: check it with whoever gave it")
    return spelled


def _add_thread(message: EmailMessage, claim: Claim) -> None:
    """Say which message a mail follows, where its id can stand in a header."""
    ids = [one for one in claim.answers if one.isascii() and one.isprintable() and " " not in one]
    if ids:
        message["In-Reply-To"] = ids[-1]
        message["References"] = " ".join(ids)


def _enclose(message: EmailMessage, enclosure: Enclosure) -> None:
    kind, _, subkind = enclosure.content_type.partition("/")
    is_known = kind.isalnum() and kind not in ("multipart", "message")
    main, sub = (kind, subkind) if is_known and _is_token(subkind) else _BINARY
    message.add_attachment(
        enclosure.data, maintype=main, subtype=sub, filename=_one_line(enclosure.name)
    )


def _is_token(word: str) -> bool:
    return bool(word) and word.isascii() and all(one.isalnum() or one in "+-._" for one in word)


def _one_line(text: str) -> str:
    """Return a text without what could begin another header, or that no header can hold."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _text(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()
