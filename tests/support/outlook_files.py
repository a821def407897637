"""Messages of Outlook made in a test: properties as streams, in a container of old Office (MS-CFB)."""

import struct

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STREAM, _STORAGE, _ROOT = 2, 1, 5
_FOLDER = "__substg1.0_{:04X}{:04X}"
_UNICODE, _BYTES, _TIME = 0x001F, 0x0102, 0x0040
_SUBJECT, _BODY, _HTML, _RTF, _DATA, _LONG_NAME, _SENT = (
    0x0037, 0x1000, 0x1013, 0x1009, 0x3701, 0x3707, 0x0039,
)  # fmt: skip
_INSIDE = "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"


def outlook_file(**said):
    """Return the bytes of a message: `subject`, `text`, `html`, `rtf`, `files`, `sent`."""
    return container(message(**said))


def message(*, subject="", text="", html=b"", rtf=b"", files=(), sent=0):
    """Return a message as a folder of streams and folders; a file is bytes, or such a folder, with its name."""
    folder = {
        _FOLDER.format(_SUBJECT, _UNICODE): subject.encode("utf-16-le"),
        _FOLDER.format(_BODY, _UNICODE): text.encode("utf-16-le"),
    }
    if html:
        folder[_FOLDER.format(_HTML, _BYTES)] = html
    if rtf:
        folder[_FOLDER.format(_RTF, _BYTES)] = rtf
    rows = struct.pack("<HHIQ", _TIME, _SENT, 6, sent) if sent else b""
    folder[_PROPERTIES] = bytes(32) + rows
    for number, (name, data) in enumerate(files):
        folder[f"__attach_version1.0_#{number:08X}"] = {
            _FOLDER.format(_LONG_NAME, _UNICODE): name.encode("utf-16-le"),
            **_enclosed(data),
            _PROPERTIES: bytes(8),
        }
    return folder


def _enclosed(data):
    if isinstance(data, bytes):
        return {_FOLDER.format(_DATA, _BYTES): data}
    # The head of a message within another is shorter.
    return {_INSIDE: {**data, _PROPERTIES: data[_PROPERTIES][8:]}}


def packed_rtf(rtf):
    """Return RTF as Outlook packs it, each letter by itself."""
    packed = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<IIII", len(packed) + 12, len(rtf), 0x75465A4C, 0) + packed


def container(folder):
    """Return the bytes of a container that holds a folder: streams are bytes, folders are dicts."""
    entries = [["Root Entry", _ROOT, None, _FREE, _FREE]]
    _add(entries, 0, folder)
    mini, sectors, fat, mini_fat = bytearray(), [], [], []
    for entry in entries[1:]:
        if entry[1] == _STREAM:
            data = entry[2]
            small = len(data) < _CUTOFF
            start = _chain(mini_fat, len(data), _MINI) if small else _chain(fat, len(data), _SECTOR)
            if small:
                mini += data + bytes(-len(data) % _MINI)
            else:
                sectors.append(data + bytes(-len(data) % _SECTOR))
            entry[2] = (start, len(data))
    parts = {
        "mini": bytes(mini),
        "mini_fat": b"".join(struct.pack("<I", one) for one in mini_fat),
        "directory": bytes(128 * len(entries)),
    }
    starts = {}
    for name, data in parts.items():
        starts[name] = _chain(fat, len(data), _SECTOR)
        fill = b"\xff" if name == "mini_fat" else b"\0"
        sectors.append(data + fill * (-len(data) % _SECTOR))
    entries[0][2] = (starts["mini"], len(mini))
    directory = b"".join(map(_entry, entries))
    sectors[-1] = directory + bytes(-len(directory) % _SECTOR)
    count = next(n for n in range(1, 200) if n * 128 >= len(fat) + n)
    first = len(fat)
    fat += [_FAT] * count + [_FREE] * (count * 128 - len(fat) - count)
    sectors.append(b"".join(struct.pack("<I", one) for one in fat))
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, count,
        starts["directory"], 0, _CUTOFF, starts["mini_fat"], (len(mini_fat) + 127) // 128, _END, 0,
    )  # fmt: skip
    difat = [first + one for one in range(count)] + [_FREE] * (109 - count)
    return head + b"".join(struct.pack("<I", one) for one in difat) + b"".join(sectors)


def _add(entries, parent, folder):
    """Add what is in a folder, each entry the right neighbour of the one before it."""
    before = None
    for name in sorted(folder, key=lambda one: (len(one), one.upper())):
        inside = folder[name]
        at = len(entries)
        is_folder = isinstance(inside, dict)
        entries.append([name, _STORAGE if is_folder else _STREAM, inside, _FREE, _FREE])
        if before is None:
            entries[parent][4] = at
        else:
            entries[before][3] = at
        before = at
        if is_folder:
            _add(entries, at, inside)
            entries[at][2] = (0, 0)


def _chain(table, size, sector):
    count = -(-size // sector)
    start = len(table)
    table += [start + one + 1 for one in range(count)]
    if not count:
        return _END
    table[-1] = _END
    return start


def _entry(entry):
    name, kind, (start, size), right, child = entry
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        written, len(written), kind, 1, _FREE, right, child, bytes(16), 0, 0, 0, start, size,
    )  # fmt: skip
