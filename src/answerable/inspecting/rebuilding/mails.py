"""Messages as mail programs send them (EML), into text and rebuilt attachments."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from answerable.inspecting.mailed.encodings import KNOWN_WAYS, bytes_of, decoded, way_of
from answerable.inspecting.mailed.message import MOST_PARTS, held_in
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.letters import Letter, rebuilt_letter
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuild, Rebuilt
from answerable.inspecting.rebuilding.web_text import text_of_page

_KEPT = ("From", "To", "Subject")
_COPIES = ("cc", "bcc", "resent-to", "resent-cc", "resent-bcc")
_SHOWN = ("from", "to", "subject", "date", *_COPIES)
_ONCE = ("From", "To", "Subject", "Date")


def rebuilt_mail(data: bytes, name: str, rebuild: Rebuild) -> Rebuilt:
    """Return a message as text, and its attachments rebuilt.

    :raises CannotRebuild: if it has more parts than a message has, or programs differ about what it shows.
    """
    message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=policy.default)
    if sum(1 for _ in message.walk()) > MOST_PARTS:
        raise CannotRebuild("It has more parts than a message has: take the attachments out of it")
    _check_is_plain(message)
    left = LeftOut()
    letter = Letter(heads={one: _head(message, one) for one in _KEPT}, sent_at=_sent_at(message))
    body = message.get_body(("html", "plain"))
    letter.text = _text(body)
    letter.attached = list(_attached(message, body))
    _tell_heads(message, left)
    return rebuilt_letter(letter, name, rebuild, left)


def _check_is_plain(message: EmailMessage) -> None:
    """Do nothing if each program shows the same of a message.

    :raises CannotRebuild: if a head that is shown stands in it twice, or a part is in no known encoding.
    """
    # Names alone: a date that cannot be must not be read for it.
    names = Counter(name.lower() for name in message)
    for name in _ONCE:
        if names[name.lower()] > 1:
            raise CannotRebuild(
                f"It has more than one head “{name}”, of which programs show one or another: print it"
            )
    for part in message.walk():
        if way_of(part) not in KNOWN_WAYS:
            raise CannotRebuild(
                "It has a part in an encoding that is not known: open it in a mail program, and print it"
            )


def _head(message: EmailMessage, name: str) -> str:
    values = message.get_all(name, [])
    return str(values[0]) if values else ""


def _sent_at(message: EmailMessage) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(_head(message, "Date")).replace(tzinfo=None)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(body: MIMEPart | None) -> str:
    """Return what a message's reader sees of it: of two ways in which it is written, its page."""
    if body is None:
        return ""
    text = _decoded(body)
    return text_of_page(text) if body.get_content_type() == "text/html" else text


def _decoded(part: MIMEPart) -> str:
    text = decoded(part)
    return bytes_of(part).decode("latin-1") if text is None else text


def _attached(message: EmailMessage, body: MIMEPart | None) -> Iterator[tuple[str, bytes]]:
    """Yield the names and the bytes of what goes with a message, whatever it says of where it is shown."""
    number = 0
    not_seen = [body, *_alternatives(message, body)]
    waiting: list[MIMEPart] = [message]
    while waiting:
        part = waiting.pop(0)
        if any(part is one for one in not_seen):
            continue
        inner = _inner(part)
        if inner is None and part.is_multipart():
            waiting = [*part.iter_parts(), *waiting]
            continue
        number += 1
        data = bytes_of(part) if inner is None else inner
        if data.strip():
            usual = f"attachment {number}" if inner is None else f"message {number}.eml"
            yield part.get_filename() or usual, data


def _inner(part: MIMEPart) -> bytes | None:
    """Return the bytes of a message that is attached as one; None if it is something else."""
    held = held_in(part) if part.get_content_type() == "message/rfc822" else []
    return held[0].as_bytes(policy=policy.default) if held else None


def _alternatives(message: EmailMessage, body: MIMEPart | None) -> list[MIMEPart]:
    """Return the parts that say in another way what the body says: nobody sees both."""
    found: list[MIMEPart] = []
    for part in message.walk():
        if part.get_content_type() == "multipart/alternative" and body is not None:
            leaves = [one for one in part.walk() if not one.is_multipart()]
            if any(one is body for one in leaves):
                found += [
                    one
                    for one in leaves
                    if one is not body
                    and one.get_content_maintype() == "text"
                    and not one.get_filename()
                ]
    return found


def _tell_heads(message: EmailMessage, left: LeftOut) -> None:
    names = [one.lower() for one in message]
    if copies := sum(one in _COPIES for one in names):
        left.say(
            f"{copies} {'head' if copies == 1 else 'heads'} with who got copies (Cc, Bcc) "
            f"{'was' if copies == 1 else 'were'} left out."
        )
    if others := sum(one not in _SHOWN for one in names):
        left.say(f"{others} technical {'head was' if others == 1 else 'heads were'} left out.")
