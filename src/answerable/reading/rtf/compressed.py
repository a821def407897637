"""RTF as Outlook packs it (MS-OXRTFCP), and the HTML that it may hold (MS-OXRTFEX)."""

import struct
from dataclasses import dataclass, field

from answerable.reading.rtf.letters import Letters
from answerable.reading.rtf.tokens import Token, tokens_of

_HEAD = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_WINDOW = 4096
_SILENT = ("fonttbl", "colortbl", "stylesheet", "info")
_MOST = 32 * 1024 * 1024
_BEGIN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans"
    rb" SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_SIGNS = {
    "par": "\r\n", "line": "\r\n", "tab": "\t", "lquote": "&lsquo;", "rquote": "&rsquo;", "bullet": "&bull;",
    "ldblquote": "&ldquo;", "rdblquote": "&rdquo;", "endash": "&ndash;", "emdash": "&mdash;", "~": "&nbsp;",
    "_": "&shy;",
}  # fmt: skip


def unpacked(data: bytes) -> bytes:
    """Return the RTF that is packed; none if it is not packed in this way, what there is if it is cut off."""
    if len(data) < _HEAD.size:
        return b""
    _, size, kind, _ = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    return _unpacked(data, min(size, _MOST)) if kind == _PACKED else b""


def _unpacked(data: bytes, size: int) -> bytes:
    """Return what is packed: each bit of a control byte says whether a letter or a place follows it."""
    window = bytearray(_BEGIN.ljust(_WINDOW, b"\0"))
    write, out, at = len(_BEGIN), bytearray(), _HEAD.size
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                piece, at = data[at : at + 1], at + 1
            else:
                pair, at = int.from_bytes(data[at : at + 2], "big"), at + 2
                if pair >> 4 == write % _WINDOW:
                    return bytes(out[:size])
                piece = _repeated(window, pair, write)
            for letter in piece:
                window[write % _WINDOW] = letter
                write += 1
            out += piece
            if at >= len(data):
                break
    return bytes(out[:size])


def _repeated(window: bytearray, pair: int, write: int) -> bytes:
    """Return the letters that a place and a length name; they may reach into themselves."""
    place, length = pair >> 4, (pair & 15) + 2
    before = (write - place) % _WINDOW
    piece = bytes(window[(place + step) % _WINDOW] for step in range(min(length, before)))
    return (piece * (length // max(1, len(piece)) + 1))[:length]


def html_of(rtf: bytes) -> str:
    """Return the HTML that an RTF was made of; nothing if it was made of none."""
    if b"\\fromhtml1" not in rtf[:4096]:
        return ""
    inside = _Inside()
    for token in tokens_of(rtf):
        inside.take(token)
    return "".join(inside.said) + inside.letters.rest()


@dataclass(slots=True)
class _Inside:
    """Takes HTML out of RTF. `groups` say of each open group whether it is HTML's own, and whether it is silent."""

    letters: Letters = field(default_factory=Letters)
    said: list[str] = field(default_factory=list)
    groups: list[tuple[bool, bool]] = field(default_factory=lambda: [(False, False)])
    is_starred: bool = False
    is_rtf: bool = False
    passing: int = 0

    def take(self, token: Token) -> None:
        word = token.word
        if word in ("{", "}", "htmlrtf"):
            self.said.append(self.letters.rest())
        if word == "{":
            self.groups.append(self.groups[-1])
        elif word == "}":
            self.groups = self.groups[:-1] or [(False, False)]
        elif word == "htmltag":
            self.groups[-1] = (True, False)
        elif word == "htmlrtf":
            self.is_rtf = token.number != 0
        elif (self.is_starred and word != "*") or word in _SILENT:
            self.groups[-1] = (False, True)
        else:
            self._say(token)
        self.is_starred = word == "*"

    def _say(self, token: Token) -> None:
        is_tag, is_silent = self.groups[-1]
        if is_silent or (self.is_rtf and not is_tag):
            return
        if token.word == "u" and token.number is not None:
            self.said.append(self.letters.sign(token.number))
            self.passing = 1
        elif token.word:
            self.said.append(self.letters.rest() + _SIGNS.get(token.word, ""))
        else:
            self.said.append(self.letters.take(token.text[self.passing :], None))
            self.passing = 0
