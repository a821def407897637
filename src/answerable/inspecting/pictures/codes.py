"""How many pixels packed bytes unpack to, and what is left behind them: neither GIF nor TIFF say it beforehand."""

from collections.abc import Iterator

from answerable.inspecting.findings import CannotSay

MOST_CODES = 8_000_000
_WIDEST = 12
_TOO_MANY = "It is a picture of more pixels than can be inspected: save it as PNG"


def size_of_codes(packed: bytes, least: int, *, is_tiff: bool = False) -> tuple[int, bytes]:
    """Return how many values LZW unpacks to, and the bytes behind its end; only lengths are followed.

    :raises CannotSay: if there are too many.
    """
    reader = _Codes(packed, is_tiff=is_tiff)
    clear, stop = 1 << least, (1 << least) + 1
    lengths, before, total = [1] * (clear + 2), 0, 0
    reader.width = least + 1
    for code in reader:
        if code == stop:
            return total, packed[reader.at :]
        if code == clear:
            lengths, before = [1] * (clear + 2), 0
            reader.width = least + 1
            continue
        length = lengths[code] if code < len(lengths) else before + 1
        if before and len(lengths) < 1 << _WIDEST:
            lengths.append(before + 1)
            reader.width = min(
                _WIDEST, max(reader.width, (len(lengths) + int(is_tiff)).bit_length())
            )
        before = length
        total += length
    return total, b""


class _Codes:
    """Codes of as many bits as they have by then, from either end of a byte."""

    def __init__(self, packed: bytes, *, is_tiff: bool) -> None:
        self._packed, self._is_tiff = packed, is_tiff
        self.width = 0
        self.at = 0

    def __iter__(self) -> Iterator[int]:
        held = bits = 0
        for _ in range(MOST_CODES):
            while bits < self.width:
                if self.at >= len(self._packed):
                    return
                one = self._packed[self.at]
                held = held << 8 | one if self._is_tiff else held | one << bits
                bits, self.at = bits + 8, self.at + 1
            bits -= self.width
            if self._is_tiff:
                yield held >> bits
                held &= (1 << bits) - 1
            else:
                yield held & ((1 << self.width) - 1)
                held >>= self.width
        raise CannotSay(_TOO_MANY)


def size_of_runs(packed: bytes) -> int:
    """Return how many bytes PackBits unpack to."""
    at = total = 0
    while at < len(packed):
        one = packed[at]
        if one < 128:  # noqa: PLR2004 as they are
            total, at = total + one + 1, at + one + 2
        else:
            total, at = total + (257 - one if one > 128 else 0), at + (2 if one > 128 else 1)  # noqa: PLR2004 one again and again
    return total
