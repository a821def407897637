"""Members of a zip: those in its list, and those that only their heads tell of."""

import struct
from collections.abc import Iterator

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import open_archive
from answerable.inspecting.seen import Seen
from answerable.inspecting.sweeping.deflated import inflated

_HEAD, _END, _MOST = b"PK\x03\x04", b"PK\x05\x06", 256 * 1024 * 1024
_FIXED = struct.Struct("<4s5H3I2H")
_RAW = -15
_DEFLATED = 8


def members_of(data: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield the members of a zip, and what unpacks behind other heads of members anywhere in bytes.

    :raises CannotSay: if it is a zip that is locked or damaged.
    """
    listed = set()
    if data.startswith(b"PK") and _END in data[-66_000:]:
        archive = open_archive(data, allowance, Seen())
        for name, info in archive.members.items():
            listed.add(info.header_offset)
            yield name, archive.unpacked(name, most=_MOST)
            yield "comment", info.comment + info.extra
    yield from _unlisted(data, listed)


def _unlisted(data: bytes, listed: set[int]) -> Iterator[tuple[str, bytes]]:
    at = data.find(_HEAD)
    while at >= 0:
        if at not in listed and at + _FIXED.size <= len(data):
            head = _FIXED.unpack_from(data, at)
            if head[3] == _DEFLATED:
                start = at + _FIXED.size + head[9] + head[10]
                unpacked, _ = inflated(data, start, _RAW)
                yield f"unlisted at {at:,}", unpacked
        at = data.find(_HEAD, at + 4)
