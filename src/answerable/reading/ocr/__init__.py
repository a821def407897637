"""Pictures of pages into blocks: scanned PDF, and files of pictures, by Tesseract.

What decodes pictures is written in C: it works in the process apart that reads PDF. Tesseract is a program
of the system, and is asked with limits on time and memory.
"""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_STARTS = (_PNG, _JPEG, b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"GIF87a", b"GIF89a")
_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)


def is_picture(data: bytes) -> bool:
    """Return whether a file's bytes say that they are PNG, JPEG, TIFF, GIF, BMP or WebP."""
    if data.startswith(_STARTS):
        return True
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return True
    # Words may begin with "BM"; a picture's header says how long it is.
    return data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADERS
