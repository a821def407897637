"""RTF as a row of tokens: control words with their numbers, groups, and bytes of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z']))"
    rb"|(?P<group>[{}])|(?P<lines>(?:[0-9a-f]{100,}\r?\n){2,})|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_BINARY = "bin"
MOST_TOKENS = 2_000_000
"""Tokens of one file: a log of a thousand pages has a tenth of them."""

_PLAIN = (b"{", b"}", b"\\")


class TooManyTokens(Exception):
    """A file has more tokens than are read."""


class Token(NamedTuple):
    """One token: a control `word` with its `number`, "{" or "}", or bytes of text.

    A control sign, such as "~", is a word too. A byte that is written as two figures of sixteen is text, and
    counts as one sign.
    """

    word: str
    number: int | None
    text: bytes


def tokens_of(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; what is none, and the bytes of pictures, are passed over.

    :raises TooManyTokens: if they are more than are read.
    """
    at = count = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        count += 1
        if count > MOST_TOKENS:
            raise TooManyTokens
        kind = found.lastgroup
        if kind == "text":
            yield Token("", None, found["text"])
        elif kind == "lines":
            # A picture's bytes fill thousands of lines: they are one token.
            yield Token("", None, found["lines"].translate(None, b"\r\n"))
        elif kind == "byte":
            yield Token("", None, bytes((int(found["byte"], 16),)))
        elif kind == "sign" and found["sign"] in _PLAIN:
            yield Token("", None, found["sign"])
        elif kind in ("group", "sign"):
            yield Token(found[kind].decode("latin-1"), None, b"")
        else:
            word = found["word"].decode()
            number = int(found["number"]) if found["number"] else None
            if word == _BINARY:
                at += max(0, number or 0)
            else:
                yield Token(word, number, b"")
