"""A zip, opened without trust in what it says of itself: what is in it, and what lies between its members."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.words import has_number_of_somebody, is_of_the_format
from answerable.inspecting.seen import Seen

_HEAD = struct.Struct("<4s5H3I2H")
_PIECE = 1024 * 1024
_LOCKED = 0x41
_DESCRIBED = 0x08
_DESCRIPTORS = (12, 16, 20, 24)
_SIGNATURE = b"PK\x07\x08"
_END = b"PK\x05\x06"
_END_SIZE = 22
_ENTRY_SIZE = 46
_LARGE_SIZE = 76
# Sizes beyond 4 GB, times and owners, alignment (Office writes zeros behind four bytes), Java's mark, and how long each is.
_OWNERS, _LARGEST_OWNER = 0x7875, 8
_KNOWN_EXTRAS = {0x0001: 28, 0x5455: 13, 0x7875: 15, 0x5855: 12, 0x000A: 32, 0xCAFE: 0}
_PADDING = 0xA220
# The ways to this folder and to the one above it, and a part of every Office file.
_NOT_HIDDEN = frozenset((".", "..", ".rels"))
_RATIO_FROM = 4 * 1024 * 1024
_MOST_TIMES = 600
_EMPTY_OF_OFFICES = re.compile(
    r"/Configurations2/(?:accelerator|floater|images/Bitmaps|menubar|popupmenu|progressbar|statusbar"
    r"|toolbar|toolpanel)/"
)
"""Folders without a file that some writers of OpenDocument name from the root: nothing is ever written there."""
_STREAM = re.compile(r"^[A-Za-z]:\S|\.[A-Za-z]\w{0,7}:[^/\s]")
_FROM_DESKTOPS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini", "~$", ".~lock.")
_READ_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip by their names, folders left out."""

    data: bytes
    members: dict[str, zipfile.ZipInfo]
    allowance: Allowance
    seen: Seen

    def stream(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes as they are unpacked, counted as they come.

        :raises CannotSay: if they are damaged, locked, a bomb, or too many.
        """
        try:
            yield from self._pieces(self.members[name])
        except DAMAGED:
            raise CannotSay(f"“{name}” in it is damaged: fetch the file again") from None

    def unpacked(self, name: str, *, most: int) -> bytes:
        """Return a member's bytes.

        :raises CannotSay: as `stream` does, and if they are more than `most`.
        """
        pieces, size = [], 0
        for piece in self.stream(name):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise CannotSay(f"“{name}” in it is larger than what can be inspected")
        return b"".join(pieces)

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        start = _data_start(self.data, info)
        packed = memoryview(self.data)[start : start + info.compress_size]
        crc = size = 0
        for piece in self._inflated(packed, info):
            size += len(piece)
            self.allowance.take_bytes(len(piece))
            if size > _RATIO_FROM and size > _MOST_TIMES * max(1, info.compress_size):
                raise CannotSay(
                    f"“{info.filename}” in it unpacks to more than {_MOST_TIMES} times its size,"
                    " as no document does"
                )
            crc = zlib.crc32(piece, crc)
            yield piece
        if size != info.file_size or crc != info.CRC:
            raise zipfile.BadZipFile

    def _inflated(self, packed: memoryview, info: zipfile.ZipInfo) -> Iterator[bytes]:
        if info.compress_type == zipfile.ZIP_STORED:
            for at in range(0, len(packed), _PIECE):
                yield bytes(packed[at : at + _PIECE])
            return
        inflating = zlib.decompressobj(-15)
        given = 0
        waiting = b""
        while not inflating.eof:
            if not waiting:
                waiting = bytes(packed[given : given + _PIECE])
                given += len(waiting)
            piece = inflating.decompress(waiting, _PIECE)
            is_starved = not waiting and not piece
            waiting = inflating.unconsumed_tail
            if is_starved:
                raise EOFError
            yield piece
        if inflating.unused_data or given < len(packed):
            self.seen.add("zip.hidden-bytes", f"behind “{info.filename}”")


def open_archive(data: bytes, allowance: Allowance, seen: Seen) -> Archive:
    """Return the members of a zip, and find what is amiss with it as a zip.

    :raises CannotSay: if it is damaged, locked, packed in an unknown way, or declares far too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos = opened.infolist()
            directory = opened.start_dir
            comment = opened.comment
        allowance.take_files(len(infos))
        for info in infos:
            _check_can_be_read(info, allowance)
            _look_at_entry(data, info, seen)
        _look_between(data, infos, directory, seen)
        _look_at_folders(infos, seen)
    except DAMAGED:
        raise CannotSay("It is a zip that is cut off or damaged: fetch it again") from None
    if comment:
        seen.add("zip.comment", "", comment.decode("utf-8", "replace"))
    members = {info.filename: info for info in infos if not info.is_dir()}
    return Archive(data, members, allowance, seen)


def _check_can_be_read(info: zipfile.ZipInfo, allowance: Allowance) -> None:
    if info.flag_bits & _LOCKED:
        raise CannotSay(
            f"“{info.filename}” in it is locked by a password: unlock it, and inspect it then"
        )
    if info.compress_type not in _READ_AS:
        raise CannotSay(f"“{info.filename}” in it is packed in a way that is not known here")
    if info.file_size > allowance.bytes:
        raise CannotSay(
            f"“{info.filename}” in it says that it unpacks to {info.file_size / 2**30:.1f} GB,"
            " which is more than can be inspected"
        )


def _look_at_entry(data: bytes, info: zipfile.ZipInfo, seen: Seen) -> None:
    name = info.orig_filename
    is_of_offices = _EMPTY_OF_OFFICES.fullmatch(name) is not None and not info.file_size
    if info.comment:
        seen.add("zip.comment", f"“{name}”", info.comment.decode("utf-8", "replace"))
    if stat.S_ISLNK(info.external_attr >> 16):
        seen.add("zip.symbolic-link", f"“{name}”")
    leads_away = ".." in name.replace("\\", "/").split("/") or "\0" in name
    # Windows keeps what stands behind a colon beside the file, where no folder shows it.
    leads_away |= _STREAM.search(name) is not None
    if leads_away or (name.startswith("/") and not is_of_offices):
        seen.add("zip.path-outside", f"“{name}”")
    if is_left_by_a_desktop(name):
        seen.add("zip.left-by-a-desktop", f"“{name}”")
    if info.is_dir() and info.file_size:
        seen.add("zip.hidden-bytes", f"in the folder “{name}”")
    _look_at_head(data, info, seen)


def is_left_by_a_desktop(name: str) -> bool:
    """Return whether a file's name says that a desktop put it there beside the others."""
    last = name.rpartition("/")[2]
    # Desktops show no file whose name, or whose folder's, begins with a dot.
    parts = set(name.split("/")) - _NOT_HIDDEN
    is_unseen = any(one.startswith(".") for one in parts)
    return is_unseen or any(last.startswith(one) or name.startswith(one) for one in _FROM_DESKTOPS)


def _look_at_folders(infos: list[zipfile.ZipInfo], seen: Seen) -> None:
    """Find folders without a file: what is shown of a zip are its files, and a list of them leaves these out."""
    filled: set[str] = set()
    for info in infos:
        folder = info.filename.rpartition("/")[0] if not info.is_dir() else ""
        while folder and folder not in filled:
            filled.add(folder)
            folder = folder.rpartition("/")[0]
    for info in infos:
        name = info.filename.rstrip("/")
        is_usual = is_of_the_format(name) and not has_number_of_somebody(name)
        if info.is_dir() and name not in filled and not is_usual:
            seen.add("zip.empty-folder", "", name)


def _look_at_head(data: bytes, info: zipfile.ZipInfo, seen: Seen) -> None:
    """Compare the head before a member's bytes with what the directory at the end says."""
    head = _HEAD.unpack_from(data, info.header_offset)
    start = info.header_offset + _HEAD.size
    name = data[start : start + head[9]]
    extra = data[start + head[9] : start + head[9] + head[10]]
    told = name.decode("utf-8" if head[2] & 0x800 else "cp437", "replace")
    if told != info.orig_filename:
        seen.add("zip.two-names", f"“{info.orig_filename}”", told)
    if not all(map(_is_known_extra, (extra, info.extra))):
        seen.add("zip.extra-field", f"“{info.orig_filename}”")


def _says_owners(field: bytes) -> bool:
    """Return whether a field says who owned a file by two small numbers, each with its length before it."""
    if field[:1] != b"\x01":
        return not field
    first = field[1] if len(field) > 1 else 0
    second = field[2 + first] if len(field) > 2 + first else 0
    sizes = (first, second)
    numbers = field[2 : 2 + first], field[3 + first :]
    return (
        len(field) == 3 + sum(sizes)
        and max(sizes) <= _LARGEST_OWNER
        and all(not any(one[4:]) for one in numbers)
    )


def _is_known_extra(extra: bytes) -> bool:
    while len(extra) >= 4:  # noqa: PLR2004 two bytes each say what it is, and how long
        kind, size = struct.unpack_from("<HH", extra)
        is_padding = kind == _PADDING and not any(extra[8 : 4 + size])
        is_of_owners = kind != _OWNERS or _says_owners(extra[4 : 4 + size])
        if (size > _KNOWN_EXTRAS.get(kind, -1) and not is_padding) or not is_of_owners:
            return False
        extra = extra[4 + size :]
    return not any(extra)


def _data_start(data: bytes, info: zipfile.ZipInfo) -> int:
    head = _HEAD.unpack_from(data, info.header_offset)
    if head[0] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    return int(info.header_offset + _HEAD.size + head[9] + head[10])


def _look_between(data: bytes, infos: list[zipfile.ZipInfo], directory: int, seen: Seen) -> None:
    """Find bytes that belong to no member: before the first, between two, and behind the end.

    :raises CannotSay: if members overlap, which is how a small file is made to unpack to a huge one.
    """
    reached = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset > reached:
            seen.add("zip.hidden-bytes", f"before “{info.orig_filename}”")
        elif info.header_offset < reached:
            raise CannotSay("Files in it lie over each other, as in no honest zip")
        reached = _end_of(data, info)
    if directory > reached:
        seen.add("zip.hidden-bytes", "before its list of files")
    _look_at_end(data, infos, directory, seen)
    for name, count in Counter(info.filename for info in infos).items():
        if count > 1:
            seen.add("zip.duplicate-name", f"“{name}”", count=count - 1)


def _look_at_end(data: bytes, infos: list[zipfile.ZipInfo], directory: int, seen: Seen) -> None:
    at = directory
    for _ in infos:
        lengths = struct.unpack_from("<3H", data, at + 28)
        at += _ENTRY_SIZE + sum(lengths)
    end = data.rfind(_END)
    # Behind a list of more than 4 GB, or as if it were, stand where it is and how large.
    is_large = data[at : at + 4] == b"PK\x06\x06" and end - at == _LARGE_SIZE
    if at != end and not is_large:
        seen.add("zip.hidden-bytes", "behind its list of files")
    size = struct.unpack_from("<H", data, end + 20)[0]
    if end + _END_SIZE + size != len(data):
        seen.add("zip.hidden-bytes", "behind its end")


def _end_of(data: bytes, info: zipfile.ZipInfo) -> int:
    end = _data_start(data, info) + info.compress_size
    if not info.flag_bits & _DESCRIBED:
        return end
    # What describes a member behind it has one of four lengths, and begins with a signature or the CRC.
    crc = struct.pack("<I", info.CRC)
    for length in _DESCRIPTORS:
        told = data[end : end + length]
        begins = told.startswith(_SIGNATURE + crc) if length in (16, 24) else told.startswith(crc)
        if begins and data[end + length : end + length + 2] == b"PK":
            return end + length
    return end
