"""Which picture a file is, told from its first bytes alone."""

_HEADS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
)
_BMP_HEADS = (12, 40, 52, 56, 64, 108, 124)


def kind_of_picture(data: bytes) -> str:
    """Return of which format a picture is, told from its first bytes; nothing if it is none that is looked into."""
    for head, kind in _HEADS:
        if data.startswith(head):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADS:
        return "bmp"
    return ""
