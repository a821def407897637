"""Small files that stand within others of the seventh set: a metafile, a drawing, a packed file."""

import struct

from tests.support.outlook_files import container
from tests.support.planted.containers import TABLE

_HEADER, _END, _WORDS = 1, 14, 84


def metafile(description, *, words=""):
    """Return an enhanced metafile (MS-EMF) of a grey nothing: its description, and words that it draws if there are any."""
    said = f"Answerable\0{description}\0\0".encode("utf-16-le")
    said += bytes(-len(said) % 4)
    records = _drawn(words) if words else b""
    end = struct.pack("<IIIII", _END, 20, 0, 16, 20)
    size = 88 + len(said)
    head = struct.pack("<II", _HEADER, size) + struct.pack("<8i", 0, 0, 99, 49, 0, 0, 2645, 1322)
    head += b" EMF" + struct.pack("<II", 0x10000, size + len(records) + len(end))
    head += struct.pack("<IHHIII", 3 if words else 2, 1, 0, len(said) // 2, 88, 0)
    head += struct.pack("<4i", 1920, 1080, 508, 286)
    return head + said + records + end


def _drawn(words):
    """Return the record that draws words (EMR_EXTTEXTOUTW), each letter eight dots from the last."""
    text = words.encode("utf-16-le")
    text += bytes(-len(text) % 4)
    steps = struct.pack(f"<{len(words)}I", *[8] * len(words))
    record = struct.pack("<4i", 0, 0, 99, 49) + struct.pack("<Iff", 1, 1.0, 1.0)
    record += struct.pack("<iiIII", 5, 5, len(words), 76, 0) + struct.pack("<4i", 0, 0, -1, -1)
    record += struct.pack("<I", 76 + len(text)) + text + steps
    return struct.pack("<II", _WORDS, 8 + len(record)) + record


def packed_file(place):
    """Return a table that somebody dropped into a document, in a container that keeps where it lay (Ole10Native)."""
    data = TABLE.encode()
    path = f"{place}\\bins.csv".encode()
    inside = struct.pack("<H", 2) + b"bins.csv\0" + path + b"\0" + struct.pack("<HH", 0, 3)
    inside += struct.pack("<I", len(path) + 1) + path + b"\0" + struct.pack("<I", len(data)) + data
    return container({"\x01Ole10Native": struct.pack("<I", len(inside)) + inside})


def vector(attributes="", inside=""):
    """Return a drawing of a blue box (SVG) with attributes and elements of its own."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="64" height="48"{attributes}><rect width="64" height="48" fill="#1d70b8"/>{inside}</svg>'.encode()
