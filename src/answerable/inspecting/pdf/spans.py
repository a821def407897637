"""Every byte of a PDF file by what it belongs to: what belongs to nothing is found, whatever it is.

A reader of PDF goes from one place to the next by the table at the end of the file. Here the file is read from its
first byte to its last, as no reader does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from answerable.inspecting.pdf.lexing import SPACE, string_end
from answerable.inspecting.seen import Seen

_SPACES = re.compile(rb"[\0\t\n\f\r ]*")
_OBJECT = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj\b")
_TABLE = re.compile(
    rb"xref[\0\t\n\f\r ]+(?:\d{1,10} +\d{1,10} *[\r\n]+(?:\d{10} \d{5} [nf][\r\n ]{1,3})*)*"
)
_TRAILER = re.compile(rb"trailer[\0\t\n\f\r ]*(?=<<)")
_START = re.compile(rb"startxref[\0\t\n\f\r ]+\d{1,12}")
_REMARK = re.compile(rb"%[^\r\n]*")
_HEAD = re.compile(rb"%PDF-\d\.\d[\0\t\n\f\r ]*(?=[\r\n%]|\Z)")
_NEXT = re.compile(
    rb"\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b|\bxref\b|\btrailer\b|\bstartxref\b|%%EOF"
)
_JUMP = re.compile(rb"\(|<<|>>|<|%|\[|\]|\bendobj\b|\bstream(?=\r?\n)|\bobj\b")
_STREAM = re.compile(rb"stream\r?\n")
_BEHIND_STREAM = re.compile(rb"[\0\t\n\f\r ]*endstream[\0\t\n\f\r ]*endobj\b")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)?endstream\b")
_LENGTH = re.compile(rb"/Length[\0\t\n\f\r ]+(\d{1,10})(?:[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R)?")
_LETTERS = re.compile(rb"[A-Za-z]{3}")
# What well-known programs write about themselves and nothing else.
_OF_PROGRAMS = re.compile(
    rb"%(?:%EOF|PDF-\d\.\d|%?[ \x80-\xff]*ReportLab [Gg]enerated PDF document[ -~]{0,40}"
    rb"|% Original object ID: \d+ \d+|% Contents for page \d+|QDF-1\.\d|% Page \d+|QDF: ignore_newline"
    rb"|[ \x80-\xff]*Skia/PDF [ -~]{0,20}| created by Pillow PDF driver)[\0\t\n\f\r ]*"
)


@dataclass(frozen=True, slots=True)
class Span:
    """An object as it stands in the file: its numbers, where it begins, its value, and its stream if it has one."""

    number: int
    generation: int
    start: int
    value: tuple[int, int]
    stream: tuple[int, int] | None


class Lengths:
    """How long streams are whose length is an object of its own, by that object's number."""

    def __init__(self, known: Callable[[int, int], int]) -> None:
        """Begin with what returns an object's number, or -1 where it is none."""
        self.known = known

    def of(self, data: bytes, start: int, end: int) -> int:
        """Return the length that a stream's dictionary gives, or -1."""
        told = list(_LENGTH.finditer(data, start, end))
        if not told:
            return -1
        found = told[-1]
        return self.known(int(found[1]), int(found[2])) if found[2] is not None else int(found[1])


def spans_of(data: bytes, lengths: Lengths, seen: Seen) -> list[Span]:
    """Return the objects of a file in their order, and find the bytes that belong to none."""
    at = _after_head(data, seen)
    found: list[Span] = []
    while (at := _SPACES.match(data, at).end()) < len(data):  # type: ignore[union-attr] # it matches nothing, too
        one = _OBJECT.match(data, at)
        if one:
            span, at = _span_at(data, one, lengths, seen)
            found.append(span)
            continue
        end = _known_end(data, at, seen)
        if end < 0:
            following = _NEXT.search(data, at + 1)
            end = following.start() if following else len(data)
            _tell(data[at:end], _where(data, at), seen)
        at = end
    return found


def _after_head(data: bytes, seen: Seen) -> int:
    start = data.find(b"%PDF-")
    if start > 0:
        _tell(data[:start], "before its beginning", seen)
    head = _HEAD.match(data, start)
    return head.end() if head else start


def _known_end(data: bytes, at: int, seen: Seen) -> int:
    """Return where what stands here ends if it is no object, but part of the order of a file; or -1."""
    for kind in (_TABLE, _START):
        if found := kind.match(data, at):
            return found.end()
    if found := _TRAILER.match(data, at):
        return _value_end(data, found.end(), "the trailer", seen)
    if found := _REMARK.match(data, at):
        _look_at_remark(found[0], _where(data, at), seen)
        return found.end()
    return -1


def _where(data: bytes, at: int) -> str:
    is_behind = data.find(b"endobj", at) < 0 and data.find(b"startxref", at) < 0
    return "behind its end" if is_behind else "between its objects"


def _tell(odd: bytes, where: str, seen: Seen) -> None:
    if odd.strip(SPACE):
        seen.add("pdf.hidden-bytes", where, odd[:200].decode("latin-1"), count=len(odd))


def _look_at_remark(remark: bytes, where: str, seen: Seen) -> None:
    if remark.startswith(b"%%Invocation:"):
        seen.add("pdf.property", where, remark[13:200].decode("latin-1"))
    elif _LETTERS.search(remark) and not _OF_PROGRAMS.fullmatch(remark):
        seen.add("pdf.remark", where, remark[1:200].decode("latin-1"))


def _span_at(data: bytes, one: re.Match[bytes], lengths: Lengths, seen: Seen) -> tuple[Span, int]:
    number, start = int(one[1]), one.end()
    where = f"object {number}"
    end = value_end(data, start, where, seen)
    after = _SPACES.match(data, end).end()  # type: ignore[union-attr] # it matches nothing, too
    begins = _STREAM.match(data, after)
    stream = None
    if begins:
        stream, after = _stream_at(data, begins.end(), lengths.of(data, start, end), where, seen)
    elif data.startswith(b"endobj", after):
        after += len(b"endobj")
    else:
        following = _NEXT.search(data, after)
        until = data.find(b"endobj", after, following.start() if following else len(data))
        stop = until if until >= 0 else (following.start() if following else len(data))
        _tell(data[after:stop], where, seen)
        after = stop + len(b"endobj") if until >= 0 else stop
    return Span(number, int(one[2]), one.start(), (start, end), stream), after


def _stream_at(
    data: bytes, start: int, length: int, where: str, seen: Seen
) -> tuple[tuple[int, int], int]:
    if length >= 0 and (behind := _BEHIND_STREAM.match(data, start + length)):
        return (start, start + length), behind.end()
    found = _END_OF_STREAM.search(data, start + max(0, length))
    end = found.start() if found else len(data)
    after = found.end() if found else len(data)
    if length < 0:
        length = end - start
    _tell(data[start + length : end], f"behind the stream of {where}", seen)
    closing = data.find(b"endobj", after)
    if closing < 0:
        return (start, start + length), after
    _tell(data[after:closing], f"behind the stream of {where}", seen)
    return (start, start + length), closing + len(b"endobj")


def value_end(data: bytes, at: int, where: str, seen: Seen) -> int:
    """Return where the value ends that begins here, and find remarks in it."""
    at = _SPACES.match(data, at).end()  # type: ignore[union-attr] # it matches nothing, too
    while data[at : at + 1] == b"%":
        found = _REMARK.match(data, at)
        end = found.end() if found else at + 1
        _look_at_remark(data[at:end], where, seen)
        at = _SPACES.match(data, end).end()  # type: ignore[union-attr] # it matches nothing, too
    if data[at : at + 1] in (b"<", b"[", b"("):
        return _value_end(data, at, where, seen)
    scalar = _SCALAR.match(data, at)
    return scalar.end() if scalar else at


_SCALAR = re.compile(rb"\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R\b|/?[^\0\t\n\f\r ()<>\[\]{}/%]*")


def _value_end(data: bytes, at: int, where: str, seen: Seen) -> int:
    """Return where a string, an array or a dictionary ends, from bracket to bracket."""
    depth = 0
    while found := _JUMP.search(data, at):
        sign, at = found[0], found.end()
        if sign == b"(":
            at = max(string_end(data, found.start()), at)
        elif sign == b"<":
            at = data.find(b">", at) + 1 or len(data)
        elif sign == b"%":
            remark = _REMARK.match(data, found.start())
            at = remark.end() if remark else at
            _look_at_remark(data[found.start() : at], where, seen)
        elif sign in (b"<<", b"["):
            depth += 1
        elif sign in (b">>", b"]"):
            depth -= 1
        else:
            return found.start()
        if depth <= 0:
            return at
    return len(data)
