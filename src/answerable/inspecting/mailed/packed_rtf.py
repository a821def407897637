"""RTF as Outlook packs it (MS-OXRTFCP), and the page that is wrapped in it (MS-OXRTFEX)."""

import struct

from answerable.inspecting.findings import CannotSay
from answerable.inspecting.rich.tokens import Token, sign_of, tokens_of

MOST_BYTES = 64 * 1024 * 1024
_HEAD = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_RING = 4096
_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_DAMAGED = "It is a message of Outlook whose text is damaged: open it in Outlook, and save it again"


def unpacked_rtf(packed: bytes) -> bytes:
    """Return the RTF that Outlook packed.

    :raises CannotSay: if it is damaged, or larger than what can be inspected.
    """
    if len(packed) < _HEAD.size:
        raise CannotSay(_DAMAGED)
    _, size, kind, _ = _HEAD.unpack_from(packed)
    if size > MOST_BYTES or kind not in (_PACKED, _PLAIN):
        raise CannotSay(_DAMAGED)
    if kind == _PLAIN:
        return packed[_HEAD.size :]
    return _inflated(packed, size)


def _inflated(packed: bytes, size: int) -> bytes:
    ring = bytearray(_RING)
    ring[: len(_BEGINNING)] = _BEGINNING
    at, place, out = _HEAD.size, len(_BEGINNING), bytearray()
    while at < len(packed) and len(out) < size:
        flags, at = packed[at], at + 1
        for bit in range(8):
            if at >= len(packed):
                break
            if not flags >> bit & 1:
                piece, at = packed[at : at + 1], at + 1
            else:
                told = int.from_bytes(packed[at : at + 2], "big")
                start, at = told >> 4, at + 2
                if start == place:
                    return bytes(out)
                piece = _copied(ring, start, place, (told & 15) + 2)
            for one in piece:
                ring[place] = one
                place = (place + 1) % _RING
            out += piece
    return bytes(out[:size])


def _copied(ring: bytearray, start: int, place: int, count: int) -> bytes:
    """Return what stands in the ring, of which the first may be written while the last is read."""
    span = (place - start) % _RING
    return bytes(
        ring[(start + number % span if span else start) % _RING] for number in range(count)
    )


def page_in(rtf: bytes) -> str:
    """Return the page that is wrapped in RTF; nothing if none is."""
    if b"\\fromhtml" not in rtf[:2_000]:
        return ""
    out, depth, wrapped = list[str](), 0, list[int]()
    silent = list[bool]([False])
    for token in tokens_of(rtf):
        if token.kind == "open":
            depth += 1
            silent.append(silent[-1])
        elif token.kind == "close":
            depth -= 1
            silent.pop()
            if wrapped and depth < wrapped[-1]:
                wrapped.pop()
            if not silent:
                break
        elif token.kind == "word":
            _take_word(token, out, (wrapped, silent), depth)
        elif token.held and (wrapped or not silent[-1]):
            out.append(token.held.decode("utf-8" if token.kind == "text" else "cp1252", "replace"))
    return "".join(out)


def _take_word(
    token: Token, out: list[str], state: tuple[list[int], list[bool]], depth: int
) -> None:
    wrapped, silent = state
    if token.name == "htmltag":
        wrapped.append(depth)
    elif token.name == "htmlrtf":
        silent[-1] = token.number != 0
    elif token.name in ("fonttbl", "colortbl", "mhtmltag"):
        silent[-1] = True
    elif token.name in ("par", "line") and not silent[-1]:
        out.append("\n")
    elif token.name == "tab" and not silent[-1]:
        out.append("\t")
    elif token.name == "u" and token.number is not None and not silent[-1]:
        out.append(sign_of(token.number))
