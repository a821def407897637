"""What a PDF file holds and no reader shows: earlier versions of its parts, and parts to which nothing leads."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from answerable.inspecting.pdf.lexing import SPACE, tokens
from answerable.inspecting.pdf.spans import Span, value_end
from answerable.inspecting.pdf.streams import Streams
from answerable.inspecting.pdf.values import Kind, as_list, is_date, is_read, kind_of, string_of
from answerable.inspecting.pdf.walking import Walk
from answerable.inspecting.seen import Seen

_INFO = frozenset(
    "/Title /Author /Subject /Keywords /Creator /Producer /CreationDate /ModDate /Trapped /PTEX.Fullbanner"
    " /AAPL:Keywords /Company /SourceModified /Comments".split()
)
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"%!PS-AdobeFont", b"%!FontType", b"\x80\1", b"\1\0\4")
_MAP = b"begincmap"
_SHOWN = re.compile(rb"\b(?:Tj|TJ|Do)\b|['\"](?=\s)")
_NUMBERS = re.compile(rb"\d+")
_MOST_JUDGED = 50_000


@dataclass(slots=True)
class Orphans:
    """Judges what no reader shows, by what the pages show; `is_shown` says whether they show a text."""

    pdf: pikepdf.Pdf
    walk: Walk
    streams: Streams
    is_shown: Callable[[str], bool]
    known: set[bytes]
    """The digests of what streams hold that readers show."""
    _still: set[str] = field(default_factory=set)

    def judge(self, one: Any, where: str, stop: str, note: str) -> None:
        """Find an object that no reader shows: one that holds more than the pages show, and any other."""
        said = self._told(one)
        if said is None:
            # Hundreds of them say nothing: they are counted.
            self.walk.seen.add(note)
        else:
            self.walk.seen.add(stop, where, said)

    def judge_earlier(self, one: Any, key: tuple[int, int]) -> None:
        """Find an earlier version of an object: what it says that it says still is nothing new."""
        try:
            now = self.pdf.get_object(key)
        except (pikepdf.PdfError, ValueError):
            now = None
        self._still = set(self._texts(now))
        self.judge(one, f"object {key[0]}", "pdf.earlier-content", "pdf.earlier-version")
        self._still = set()

    def _told(self, one: Any) -> str | None:
        """Return what it holds beyond what is shown, or None; a picture has no words, and is told by none."""
        kind = kind_of(one)
        if kind is Kind.stream:
            if one.get("/Type") in ("/XRef", "/ObjStm", "/Metadata"):
                return None
            return self._told_by_stream(one)
        if kind is Kind.dictionary and set(one.keys()) <= _INFO:
            return None
        return next((text for text in self._texts(one) if text not in self._still), None)

    def _texts(self, one: Any) -> Iterator[str]:
        stack = [one]
        while stack:
            value = stack.pop()
            kind = kind_of(value)
            if kind is Kind.string:
                text = string_of(value)
                if is_read(text) and not is_date(text) and not self.is_shown(text):
                    yield text
            elif kind is Kind.array:
                stack += [each for each in value if not _is_reference(each)]
            elif kind is Kind.dictionary:
                stack += [
                    each
                    for key, each in value.items()
                    if key not in _BINARY and not _is_reference(each)
                ]

    def _told_by_stream(self, one: Any) -> str | None:
        raw = one.read_raw_bytes()
        if hashlib.sha256(raw).digest() in self.known:
            return None
        if one.get("/Subtype") == "/Image":
            return ""
        data = self.streams.unpacked(one, "a part that is not shown")
        if hashlib.sha256(data).digest() in self.walk.digests:
            return None
        is_font = "/Length1" in one or data.startswith(_FONTS) or _MAP in data
        if is_font or data[36:40] == b"acsp" or b"<?xpacket" in data[:200]:
            return None
        if _SHOWN.search(data):
            return ""
        words = (token.text for token in tokens(data) if token.kind in ("string", "remark"))
        return next((word.decode("latin-1") for word in words if len(word) > 4), None)  # noqa: PLR2004 brackets and two


_BINARY = ("/ID", "/CharSet", "/Panose", "/Lookup")


def _is_reference(value: Any) -> bool:
    return kind_of(value) is not None and bool(value.is_indirect)


def look_at_orphans(orphans: Orphans, data: bytes, spans: list[Span], seen: Seen) -> None:
    """Find what was replaced or taken out and is still in the file, and what nothing leads to."""
    pdf, reached = orphans.pdf, orphans.walk.reached
    table = pdf.get_xref_table()
    places = {entry.offset: key for key, entry in table.items() if entry.type == 1}
    judged = 0
    for span in spans:
        is_current = places.get(span.start) == (span.number, span.generation)
        if is_current or judged > _MOST_JUDGED:
            continue
        judged += 1
        _judge_earlier(orphans, data, span)
    for packed in _packed_objects(orphans, data, spans, seen):
        entry = table.get((packed.number, 0))
        is_here = entry is not None and entry.type == 2 and entry.obj_stream_number == packed.stream  # noqa: PLR2004
        if not (is_here and packed.is_current) and judged <= _MOST_JUDGED:
            judged += 1
            orphans.judge_earlier(_parsed(packed.held), (packed.number, 0))
    missing = set(places) - {span.start for span in spans}
    if any(offset for offset in missing):
        seen.add("pdf.hidden-object", count=len(missing))
    _look_at_unreached(orphans, reached)


def _look_at_unreached(orphans: Orphans, reached: set[tuple[int, int]]) -> None:
    skipped = _of_linearized(orphans.pdf)
    for one in orphans.pdf.objects:
        kind = kind_of(one)
        if kind is None or one.objgen in reached or one.objgen in skipped:
            continue
        if kind in (Kind.stream, Kind.dictionary) and one.get("/Type") in ("/XRef", "/ObjStm"):
            continue
        orphans.judge(one, f"object {one.objgen[0]}", "pdf.unreached-content", "pdf.unreached")


def _of_linearized(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return the objects that say in which order a file can be shown while it is fetched."""
    if not pdf.is_linearized:
        return set()
    table = {entry.offset: key for key, entry in pdf.get_xref_table().items() if entry.type == 1}
    found = set()
    for one in pdf.objects:
        if kind_of(one) is Kind.dictionary and "/Linearized" in one:
            hints = [int(each) for each in as_list(one.get("/H")) if isinstance(each, int)]
            found |= {one.objgen, *(table[each] for each in hints[:1] if each in table)}
    return found


def _judge_earlier(orphans: Orphans, data: bytes, span: Span) -> None:
    value = _parsed(data[slice(*span.value)])
    if span.stream is not None and kind_of(value) is Kind.dictionary:
        made = orphans.pdf.make_stream(data[slice(*span.stream)])
        for key, one in value.items():
            if key != "/Length" and one is not None:
                made[key] = one
        value = made
        if value.get("/Type") in ("/XRef", "/ObjStm"):
            return
    orphans.judge_earlier(value, (span.number, span.generation))


def _parsed(data: bytes) -> Any:
    # A reference leads to another object, and that is judged by itself.
    plain = re.sub(rb"\b\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R\b", b"null", data)
    try:
        return pikepdf.Object.parse(plain)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return pikepdf.String(data[:2000])


@dataclass(frozen=True, slots=True)
class _Packed:
    """An object in a stream of objects: in which, and whether that is the one that readers go to."""

    number: int
    held: bytes
    stream: int
    is_current: bool


def _packed_objects(
    orphans: Orphans, data: bytes, spans: list[Span], seen: Seen
) -> Iterator[_Packed]:
    """Yield the objects of all streams of objects, and find what lies between them."""
    table = orphans.pdf.get_xref_table()
    for span in spans:
        if span.stream is None or b"/ObjStm" not in data[slice(*span.value)]:
            continue
        entry = table.get((span.number, span.generation))
        is_current = entry is not None and entry.type == 1 and entry.offset == span.start
        value = _parsed(data[slice(*span.value)])
        made = orphans.pdf.make_stream(data[slice(*span.stream)])
        for key, one in value.items():
            if key not in ("/Length", "/Extends") and one is not None:
                made[key] = one
        held = orphans.streams.unpacked(made, "a stream of objects")
        for number, one in _members(
            held, int(value.get("/First", 0)), f"object {span.number}", seen
        ):
            yield _Packed(number, one, span.number, is_current)


def _members(held: bytes, first: int, where: str, seen: Seen) -> Iterator[tuple[int, bytes]]:
    head = held[:first]
    if _NUMBERS.sub(b"", head).strip(SPACE):
        seen.add("pdf.hidden-bytes", f"in {where}", head.decode("latin-1"))
    numbers = [int(one) for one in _NUMBERS.findall(head)]
    pairs = sorted(zip(numbers[1::2], numbers[::2], strict=False))
    reached = first
    for offset, number in pairs:
        start = first + offset
        _tell_gap(held[reached:start], where, seen)
        reached = max(reached, value_end(held, start, where, seen))
        yield number, held[start:reached]
    _tell_gap(held[reached:], where, seen)


def _tell_gap(gap: bytes, where: str, seen: Seen) -> None:
    if gap.strip(SPACE):
        seen.add("pdf.hidden-bytes", f"in {where}", gap[:200].decode("latin-1"), count=len(gap))
