"""The headers of an e-mail: cut to a length before they are read, and never a cause to fail.

Python's own header classes are not used: they take minutes over a long header, and stop at the
limit of recursion over a few thousand brackets.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.quoprimime import header_decode
from email.utils import collapse_rfc2231_value, decode_params

from answerable.reading.alphabets import in_letters

_LONGEST = 10_000
_LONGEST_REFERENCES = 20_000
_LONGEST_PARAMETERS = 4_000
_MOST_HEADERS = 2_000
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:((?:[^\n]*\n(?=[ \t]))*[^\n]*)(?:\n|\Z)")
_MBOX = re.compile(rb">?From [^\n]*\n")
_END = re.compile(rb"\r?\n\r?\n")
_KIND = re.compile(r"\s*([a-z0-9.+_-]{1,60}/[a-z0-9.+_-]{1,60})(?=[\s;,]|$)", re.ASCII | re.I)
_PARAMETER = re.compile(r";\s*([^\s=;\"]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^;]*))", re.DOTALL)
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=", re.I)
_ANY_WORD = r"=\?[^?\s]{1,60}\?[bq]\?[^?]*\?="
_WORDS = re.compile(rf"{_ANY_WORD}(?:\s*{_ANY_WORD})*", re.I)


@dataclass(frozen=True, slots=True)
class Headers:
    """The first of each header, by its name in small letters, as bytes; and what they say."""

    raw: Mapping[str, bytes]
    content_type: str
    parameters: Mapping[str, str]
    disposition: str
    file_name: str

    def has(self, name: str) -> bool:
        """Return whether there is a header of that name."""
        return name.lower() in self.raw

    def text(self, name: str) -> str:
        """Return a header as it is written, or nothing."""
        return _letters(self.raw.get(name.lower(), b""))

    def words(self, name: str) -> str:
        """Return a header with its encoded words in letters (RFC 2047)."""
        return decoded_words(self.text(name))


def headers_and_rest(data: bytes) -> tuple[Headers, bytes]:
    """Return the headers at the front of some bytes, and what follows the empty line."""
    raw: dict[str, bytes] = {}
    mbox = _MBOX.match(data)
    at = mbox.end() if mbox else 0
    for _ in range(_MOST_HEADERS):
        found = _HEADER.match(data, at)
        if found is None:
            break
        name = found[1][:100].decode("latin-1").lower()
        raw.setdefault(name, _cut(name, found[2]))
        at = found.end()
    else:
        end = _END.search(data, at)
        at = end.start() + 1 if end else len(data)
    return _described(raw), data[_after_empty_line(data, at) :]


def _after_empty_line(data: bytes, at: int) -> int:
    for line in (b"\r\n", b"\n"):
        if data.startswith(line, at):
            return at + len(line)
    return at


def _cut(name: str, value: bytes) -> bytes:
    # The last of the references are the nearest in the thread.
    value = value[-_LONGEST_REFERENCES:] if name == "references" else value[:_LONGEST]
    return value.replace(b"\r\n", b"").replace(b"\n", b"").strip()


def _described(raw: Mapping[str, bytes]) -> Headers:
    written = _letters(raw.get("content-type", b""))
    kind = _KIND.match(written)
    placed = _letters(raw.get("content-disposition", b""))
    parameters = _parameters(written)
    name = _parameters(placed).get("filename", "") or parameters.get("name", "")
    # RFC 2045 section 5.2: what says nothing that can be read is plain text.
    content_type = kind[1].lower() if kind else "text/plain" if written else ""
    disposition = placed.partition(";")[0].strip().lower()
    return Headers(raw, content_type, parameters, disposition, decoded_words(name))


def _parameters(written: str) -> dict[str, str]:
    """Return what stands behind the semicolons, put together from its numbered pieces (RFC 2231)."""
    found = [
        (name.lower(), re.sub(r"\\(.)", r"\1", quoted) or bare.strip())
        for name, quoted, bare in _PARAMETER.findall(written[:_LONGEST_PARAMETERS])
    ]
    if not any("*" in name for name, _ in found):
        return dict(reversed(found))
    try:
        joined = decode_params([("", ""), *found])[1:]
        return {name: collapse_rfc2231_value(value).strip('"') for name, value in joined}
    except (ValueError, TypeError, LookupError):
        return dict(reversed(found))


def _letters(data: bytes) -> str:
    """Return a header's bytes as letters: UTF-8 as RFC 6532 has it, or what Windows writes."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def decoded_words(text: str) -> str:
    """Return a text with its encoded words in letters; one word may end within a letter."""
    return _WORDS.sub(lambda run: _run(run[0]), text)


def _run(text: str) -> str:
    pieces: list[tuple[str, bytes]] = []
    for charset, way, written in _WORD.findall(text):
        data = _word(way.lower(), written)
        if pieces and pieces[-1][0] == charset.lower():
            data = pieces.pop()[1] + data
        pieces.append((charset.lower(), data))
    return "".join(in_letters(data, charset)[0] for charset, data in pieces)


def _word(way: str, written: str) -> bytes:
    if way == "q":
        return header_decode(written).encode("latin-1", "replace")
    try:
        return binascii.a2b_base64(written.encode("ascii", "ignore") + b"==")
    except binascii.Error:
        return written.encode()
