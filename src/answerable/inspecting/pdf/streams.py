"""The bytes of a stream, unpacked without trust in how large they become, and what lies behind their end."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from typing import Any

import pikepdf

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.pdf.values import as_list
from answerable.inspecting.seen import Seen

MOST_BYTES = 128 * 1024 * 1024
_PIECE = 1024 * 1024
_FLATE = ("/FlateDecode", "/Fl")
_ASCII = {"/ASCIIHexDecode": b">", "/AHx": b">", "/ASCII85Decode": b"~>", "/A85": b"~>"}
PICTURES = {
    "/DCTDecode": "JPEG",
    "/DCT": "JPEG",
    "/JPXDecode": "JPEG 2000",
    "/JBIG2Decode": "JBIG2",
    "/CCITTFaxDecode": "fax",
    "/CCF": "fax",
}
"""Filters whose bytes are a picture's, by what the picture is."""

_SPACES = re.compile(rb"\s+")


@dataclass(slots=True)
class Streams:
    """Unpacks the streams of one file, out of one allowance."""

    allowance: Allowance
    seen: Seen

    def unpacked(self, stream: Any, where: str) -> bytes:
        """Return what a stream holds; what is packed as a picture is left so.

        :raises CannotSay: if it unpacks to far too much.
        """
        data: bytes = stream.read_raw_bytes()
        self.allowance.take_bytes(len(data))
        for filter_, given in zip(filters_of(stream), parameters_of(stream), strict=False):
            if filter_ in PICTURES:
                return data
            if filter_ in _FLATE and not _is_predicted(given):
                data = self._inflated(data, where)
            elif filter_ in _ASCII:
                data = self._from_ascii(data, filter_, where)
            else:
                return self._by_library(stream, data, where)
        return data

    def inflated(self, stream: Any, where: str) -> bytes:
        """Return what a picture's stream holds before the last filter puts its rows together.

        :raises CannotSay: if it unpacks to far too much.
        """
        data: bytes = stream.read_raw_bytes()
        return self._inflated(data, where) if filters_of(stream) else data

    def _inflated(self, data: bytes, where: str) -> bytes:
        inflating = zlib.decompressobj()
        pieces, size, waiting = [], 0, data
        try:
            while not inflating.eof and waiting:
                piece = inflating.decompress(waiting, _PIECE)
                waiting = inflating.unconsumed_tail
                size += len(piece)
                self.allowance.take_bytes(len(piece))
                if size > MOST_BYTES:
                    raise CannotSay(
                        f"{where.capitalize()} in it unpacks to more than can be inspected"
                    )
                pieces.append(piece)
        except zlib.error:
            self.seen.add("pdf.damaged", where)
        if inflating.unused_data.strip(b"\0\t\n\f\r "):
            odd = inflating.unused_data
            self.seen.add(
                "pdf.hidden-bytes", f"behind {where}", odd[:200].decode("latin-1"), count=len(odd)
            )
        return b"".join(pieces)

    def _from_ascii(self, data: bytes, filter_: str, where: str) -> bytes:
        mark = _ASCII[filter_]
        held, _, behind = data.partition(mark)
        if behind.strip(b"\0\t\n\f\r "):
            self.seen.add(
                "pdf.hidden-bytes",
                f"behind {where}",
                behind[:200].decode("latin-1"),
                count=len(behind),
            )
        held = _SPACES.sub(b"", held)
        try:
            if mark == b">":
                return binascii.unhexlify(held + b"0" * (len(held) % 2))
            return base64.a85decode(held.removeprefix(b"<~"))
        except ValueError:
            self.seen.add("pdf.damaged", where)
            return b""

    def _by_library(self, stream: Any, data: bytes, where: str) -> bytes:
        try:
            made: bytes = stream.read_bytes()
        except (pikepdf.PdfError, RuntimeError):
            self.seen.add("pdf.damaged", where)
            return data
        self.allowance.take_bytes(len(made))
        return made


def filters_of(stream: Any) -> list[str]:
    """Return the names of a stream's filters, the one to undo first in front."""
    return [str(one) for one in as_list(stream.get("/Filter"))]


def parameters_of(stream: Any) -> list[Any]:
    """Return what is given to each filter, or None for it."""
    given = as_list(stream.get("/DecodeParms"))
    return given + [None] * (len(filters_of(stream)) - len(given))


def _is_predicted(given: Any) -> bool:
    return isinstance(given, pikepdf.Dictionary) and given.get("/Predictor", 1) not in (1, None)
