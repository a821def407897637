"""Old documents (DOC) with a secret in their text that no page shows, and in the tables beside it (row 52)."""

import struct

from tests.support.outlook_files import container
from tests.support.planted.fixtures import Listed

OLD_DOCUMENTS = Listed()
planted = OLD_DOCUMENTS.planted
_FIB, _PAGE = 0x400, 512
_CLX, _LOOKS, _STYLES, _NAMES = 33, 12, 1, 51
_PARTS = ("text", "footnotes", "heads", "macros", "comments", "endnotes", "boxes")
_WORDS = "There were 31 bins.\r"


def old_document(*, flags=0, pieces=None, streams=None, text=(), comments="", gap=b""):
    """Return an old document.

    `text` are its words with the properties of their letters, behind which `comments` stand; `gap` lies between
    the text and them; `pieces` are further tables by their numbers, and `streams` further streams. Letters take
    two bytes where one of them has to.
    """
    runs = [(_WORDS, b""), *text, *([(comments, b"")] if comments else [])]
    is_wide = any(ord(one) > 0xFF for words, _ in runs for one in words)
    coded = [words.encode("utf-16-le" if is_wide else "cp1252") for words, _ in runs]
    head, held = bytearray(_FIB), b"".join(coded)
    struct.pack_into("<HH", head, 0, 0xA5EC, 193)
    struct.pack_into("<H", head, 10, flags | 0x0200)
    body = bytes(head) + held + gap
    struct.pack_into("<II", head, 0x18, _FIB, len(body))
    count = sum(len(words) for words, _ in runs)
    for name, one in (("text", count - len(comments)), ("comments", len(comments))):
        struct.pack_into("<I", head, 0x4C + 4 * _PARTS.index(name), one)
    page = len(body) // _PAGE + 1
    table = b""
    tables = {_CLX: _list_of_pieces(count, is_wide), _LOOKS: struct.pack("<III", _FIB, len(body), page)}  # fmt: skip
    for number, one in {**tables, **(pieces or {})}.items():
        struct.pack_into("<II", head, 0x9A + 8 * number, len(table), len(one))
        table += one
    looks = _page_of_looks([len(one) for one in coded], [sprms for _, sprms in runs])
    data = (bytes(head) + held + gap).ljust(page * _PAGE, b"\0") + looks
    return container({"WordDocument": data, "1Table": table, **(streams or {})})


def _list_of_pieces(count, is_wide):
    place = _FIB if is_wide else 2 * _FIB | 1 << 30
    held = struct.pack("<IIHIH", 0, count, 0, place, 0)
    return b"\2" + struct.pack("<I", len(held)) + held


def _page_of_looks(sizes, looks):
    ends, at = [_FIB], _PAGE - 1
    places, said = b"", bytearray(_PAGE)
    for size, sprms in zip(sizes, looks, strict=True):
        ends.append(ends[-1] + size)
        if sprms:
            at = (at - len(sprms) - 1) & ~1
            said[at : at + 1 + len(sprms)] = bytes([len(sprms)]) + sprms
        places += bytes([at // 2 if sprms else 0])
    listed = struct.pack(f"<{len(ends)}I", *ends) + places
    said[: len(listed)] = listed
    said[-1] = len(sizes)
    return bytes(said)


def strings(*names):
    """Return a table of strings."""
    held = b"".join(struct.pack("<H", len(one)) + one.encode("utf-16-le") for one in names)
    return struct.pack("<HHH", 0xFFFF, len(names), 0) + held


def styles(*looks):
    """Return a sheet of styles of letters with these properties."""
    made = b""
    for sprms in looks:
        fixed = struct.pack("<HHHHH", 0, 2, 1, 0, 0)
        style = fixed + struct.pack("<H", 1) + "S\0".encode("utf-16-le") + struct.pack("<H", len(sprms)) + sprms  # fmt: skip
        style += b"\0" * (len(style) % 2)
        made += struct.pack("<H", len(style)) + style
    return struct.pack("<HHH", 4, len(looks), 10) + made


LOOKS = {
    "hidden": (struct.pack("<HB", 0x083C, 1), "ole.hidden-text"),
    "deleted": (struct.pack("<HBHI", 0x0800, 1, 0x6864, 0), "ole.deleted-text"),
    "inserted": (struct.pack("<HB", 0x0801, 1), "ole.changes"),
    "white": (struct.pack("<HI", 0x6870, 0x00FFFFFF), "ole.invisible-text"),
    "white_of_old": (struct.pack("<HB", 0x2A42, 8), "ole.invisible-text"),
    "tiny": (struct.pack("<HH", 0x4A43, 2), "ole.invisible-text"),
    "black_on_black": (struct.pack("<HB", 0x2A0C, 1), "ole.black-box"),
    "another_look_before": (
        struct.pack("<HBBHBH", 0xCA57, 7, 1, 0, 0, 0) + bytes(2),
        "ole.changes",
    ),
}
# Set for the twin: letters that are hidden in no way, in the same place.
_SHOWN = struct.pack("<HB", 0x083C, 0)
for _name, (_sprms, _code) in LOOKS.items():

    def _make_look(secret, _sprms=_sprms):
        return old_document(text=[((secret or "East") + "\r", _sprms if secret else _SHOWN)])

    _make_look.__name__ = f"doc_{_name}_text"
    planted(_code, 52)(_make_look)


@planted("ole.hidden-text", 52)
def doc_text_hidden_by_its_style(secret):
    sprms = struct.pack("<HH", 0x4A30, 1 if secret else 0)
    sheet = {_STYLES: styles(b"", struct.pack("<HB", 0x083C, 1))}
    return old_document(text=[((secret or "East") + "\r", sprms)], pieces=sheet)


@planted("ole.hidden-text", 52)
def doc_hidden_text_in_wide_letters(secret):
    sprms = struct.pack("<HB", 0x083C, 1)
    return old_document(text=[((secret or "East") + " \u20ac\r", sprms if secret else _SHOWN)])


@planted("ole.comment", 52)
def doc_comment_with_its_words(secret):
    return old_document(comments=f"\5{secret} said so.\r" if secret else "")


@planted("ole.field", 52)
def doc_field_that_takes_in_a_file(secret):
    code = f'\x13 INCLUDETEXT "{secret}.doc" \x14East\x15\r' if secret else "\x13 PAGE \x141\x15\r"
    return old_document(text=[(code, b"")])


@planted("ole.link", 52)
def doc_link(secret):
    code = f'\x13 HYPERLINK "http://example.org/{secret}" \x14East\x15\r' if secret else "East\r"
    return old_document(text=[(code, b"")])


@planted("ole.changes", 52)
def doc_reviewers(secret):
    return old_document(pieces={_NAMES: strings("Unknown", *([secret] if secret else []))})


@planted("ole.left-over", 52)
def doc_text_in_no_piece(secret):
    return old_document(gap=f"\r{secret} was here\r".encode() if secret else b"")


PIECES = {
    "comment": (4, "ole.comment"),
    "where_it_was_saved": (71, "ole.saved-path"),
    "bookmark": (21, "ole.name"),
    "who_commented": (36, "ole.person"),
}
for _name, (_number, _code) in PIECES.items():

    def _make_piece(secret, _number=_number):
        return old_document(pieces={_number: strings(secret)} if secret else {})

    _make_piece.__name__ = f"doc_{_name}"
    planted(_code, 52)(_make_piece)


@planted("ole.fast-saved", 52, is_bare=True)
def doc_fast_saved(secret):
    return old_document(flags=4 if secret else 0)


@planted("ole.embedded-file", 52)
def doc_with_an_object(secret):
    return old_document(
        streams={"ObjectPool": {"_1": {"Package": secret.encode()}}} if secret else {}
    )


def summary(number, text):
    """Return a stream of properties with one text."""
    value = struct.pack("<II", 30, len(text) + 1) + text + b"\0" * (4 - len(text) % 4)
    section = struct.pack("<IIII", 16 + len(value), 1, number, 16) + value
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0x20006, bytes(16), 1)
    return (
        head + bytes.fromhex("E0859FF2F94F6810AB9108002B27B3D9") + struct.pack("<I", 48) + section
    )


@planted("ole.person", 113)
def doc_author(secret):
    return old_document(
        streams={"\x05SummaryInformation": summary(4, secret.encode())} if secret else {}
    )


@planted("ole.property", 113)
def doc_title(secret):
    return old_document(
        streams={"\x05SummaryInformation": summary(2, secret.encode())} if secret else {}
    )
