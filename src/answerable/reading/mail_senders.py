"""Who wrote an e-mail, when it came, what it answers, and whether a machine wrote it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from answerable.reading.alphabets import storable
from answerable.reading.mail_headers import Headers, decoded_words

_LONGEST_LINE = 1_000
_LONGEST_DATE = 200
_IDS = re.compile(r"<[^<>\s\0]{1,400}>")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ANGLED = re.compile(r"<([^<>]*)>")
_BARE = re.compile(r'[^\s<>()\[\]",;:]+')
_COMMENT = re.compile(r"\(([^()]*)\)")


def sender_of(headers: Headers) -> tuple[str, str]:
    """Return the name and the address of who wrote, or nothing."""
    for header in ("From", "Reply-To", "Sender"):
        for written in (headers.text(header), headers.words(header)):
            name, address = _first_address(written)
            if address:
                return one_line(decoded_words(name)).strip(" \"'"), one_line(address).lower()
    return "", ""


def _first_address(written: str) -> tuple[str, str]:
    # What stands in quotation marks is a name, though it may look like an address.
    masked = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), written)
    for found in _ANGLED.finditer(masked):
        address = written[found.start(1) : found.end(1)].strip().removeprefix("mailto:")
        if _is_address(address):
            before, comma, _ = masked[: found.start()].partition(",")
            if comma and _is_address(before.strip()):
                return "", before.strip()
            return _name(written[: found.start()]), address
    for text in (masked, written):
        for word in _BARE.findall(text):
            if _is_address(word):
                comment = _COMMENT.search(written)
                return comment[1] if comment else "", word
    return "", ""


def _is_address(text: str) -> bool:
    local, _, domain = text.rpartition("@")
    return bool(local and domain) and not domain.startswith((".", '"'))


def _name(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace('"', "")


def received_at(headers: Headers) -> dt.datetime | None:
    """Return when the mail came: what the last server wrote comes before what the sender says."""
    for stamp in (headers.text("Received").rpartition(";")[2], headers.words("Date")):
        try:
            moment = parsedate_to_datetime(stamp.strip()[:_LONGEST_DATE])
            aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
            return aware.astimezone(dt.UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def ids_of(headers: Headers, name: str) -> list[str]:
    """Return the ids in a header, each in angle brackets, also where it was written without."""
    written = storable(headers.text(name))
    words = written.split()
    if "<" not in written and words and all(_is_address(word) for word in words):
        return [f"<{word[:400]}>" for word in words]
    return _IDS.findall(written)


def is_automatic(headers: Headers, kind: str) -> bool:
    """Return whether a machine wrote: RFC 3834 section 5, and what was done before it."""
    said = headers.text("Auto-Submitted").partition(";")[0].partition("(")[0].strip().lower()
    return (
        (headers.has("Auto-Submitted") and said != "no")
        or headers.has("X-Autoreply")
        or headers.has("X-Autorespond")
        or headers.text("Precedence").strip().lower() == "auto_reply"
        or kind == "multipart/report"
    )


def one_line(text: str) -> str:
    """Return a text on one line, without what no database stores."""
    return " ".join(storable(text).split())[:_LONGEST_LINE]
