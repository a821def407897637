"""Addresses of the public log: short, stable, and derivable from what is printed."""

import re
import unicodedata

from answerable.domain.disclosure_log.published import Body

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
_A_MONTH = re.compile(r"\d{4}-\d{2}")


def entry_key(ref: str | None, title: str) -> str:
    """Return an entry's part of its address: its reference in small letters, else its title.

    "5023075" stays, "FOI-2024/0123" becomes `foi-2024-0123`. A key never looks like a month, so
    that /log/2021-11 can only be one.
    """
    key = _slug(ref) if ref else ""
    key = key or _slug(title)[:60].strip("-") or "untitled"
    return f"ref-{key}" if _A_MONTH.fullmatch(key) else key


def log_address(body: Body) -> str:
    """Return where the body's log begins."""
    return f"/{body.prefix}/log" if body.prefix else "/log"


def month_address(body: Body, month: str) -> str:
    """Return where the month's page stands: `/log/2021-11`."""
    return f"{log_address(body)}/{month}"


def entry_address(body: Body, key: str) -> str:
    """Return where the entry stands, for good: `/log/5023075`."""
    return f"{log_address(body)}/{key}"


def file_address(body: Body, key: str, name: str) -> str:
    """Return where a file of the entry stands: `/log/5023075/files/rooms.csv`."""
    return f"{entry_address(body, key)}/files/{_quoted(name)}"


def question_address(body: Body, key: str, label: str | None) -> str:
    """Return where one question stands: `/log/5023075/3`; the only, unlabelled one is question 1."""
    return f"{entry_address(body, key)}/{label or '1'}"


def _quoted(name: str) -> str:
    """Return a name as it stands in an address: all but plain letters by their codes (RFC 3986)."""
    return "".join(
        one if one.isascii() and (one.isalnum() or one in "-._~") else _codes(one) for one in name
    )


def _codes(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_IN_KEYS.sub("-", plain.lower()).strip("-")
