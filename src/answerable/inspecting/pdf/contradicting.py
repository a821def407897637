"""Fonts that draw one letter and let another be copied: their own names of signs against their map of letters."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from answerable.inspecting.pdf.streams import Streams
from answerable.inspecting.pdf.values import Kind, as_list, kind_of, name_of
from answerable.inspecting.seen import Seen

_SIMPLE = ("/Type1", "/MMType1", "/TrueType")
_ALPHABETS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac-roman"}
_STANDARD = re.compile(
    r"/(?:Helvetica|Times|Courier|Arial)(?:-\w+|(?:NewRoman|New)?(?:PS)?(?:MT)?(?:-\w+)?)?"
)
"""Fonts that every reader has: without an alphabet of their own, their letters are those of Adobe's."""

_FIGURES = "zero one two three four five six seven eight nine".split()
_NAMES = {f"/{name}": str(number) for number, name in enumerate(_FIGURES)}
_SYMBOLIC = 4
_LEAST = 3
_SINGLES = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_ONE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_SEVERAL = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")


def look_at_fonts(pdf: pikepdf.Pdf, streams: Streams, seen: Seen) -> None:
    """Find fonts of which three letters or more are drawn as others than they stand for."""
    done: set[tuple[int, int]] = set()
    for one in _fonts(pdf):
        letters = one.get("/ToUnicode")
        if one.get("/Subtype") not in _SIMPLE or kind_of(letters) is not Kind.stream:
            continue
        if letters.objgen in done:
            continue
        done.add(letters.objgen)
        drawn = dict(_drawn_as(one))
        meant = dict(_standing_for(streams.unpacked(letters, "the letters of a font")))
        differing = [
            meant[code] for code in meant.keys() & drawn.keys() if _differ(meant[code], drawn[code])
        ]
        if len(differing) >= _LEAST:
            seen.add("pdf.letters-that-differ", "a font", "".join(differing), count=len(differing))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the fonts of a file, those too that stand in the resources of what draws with them."""
    for one in pdf.objects:
        if kind_of(one) not in (Kind.dictionary, Kind.stream):
            continue
        if one.get("/Type") == "/Font":
            yield one
        held: tuple[Any, Any] = (one, one.get("/Resources"))
        for resources in held:
            fonts: Any = resources.get("/Font") if kind_of(resources) is Kind.dictionary else None
            if kind_of(fonts) is Kind.dictionary:
                yield from (each for _, each in fonts.items() if kind_of(each) is Kind.dictionary)


def _differ(meant: str, drawn: str) -> bool:
    """Return whether two letters are others; small capitals, and letters of other alphabets, are not told."""
    is_told = meant.isascii() and meant.isalnum() and drawn.isascii() and drawn.isalnum()
    return is_told and meant.casefold() != drawn.casefold()


def _drawn_as(font: Any) -> Iterator[tuple[int, str]]:
    """Yield what a font draws for its codes, as far as that has a name."""
    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if kind_of(encoding) is Kind.dictionary else None
    base = encoding.get("/BaseEncoding") if kind_of(encoding) is Kind.dictionary else encoding
    if base is None and "/FontDescriptor" not in font:
        is_standard = _STANDARD.fullmatch(name_of(font.get("/BaseFont", ""))) is not None
        base = "/WinAnsiEncoding" if is_standard else None
    if not _is_symbolic(font) and (alphabet := _ALPHABETS.get(str(base))):
        for code in range(0x30, 0x7B):
            yield code, bytes([code]).decode(alphabet)
    code = 0
    for one in as_list(differences):
        if isinstance(one, int):
            code = one
        else:
            name = name_of(one)
            yield code, _NAMES.get(name, name[1:] if len(name) == 2 else "")  # noqa: PLR2004 a stroke and a letter
            code += 1


def _is_symbolic(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor")
    flags = descriptor.get("/Flags", 0) if kind_of(descriptor) is Kind.dictionary else 0
    return isinstance(flags, int) and bool(flags & _SYMBOLIC)


def _standing_for(letters: bytes) -> Iterator[tuple[int, str]]:
    """Yield the letters that signs stand for, by a font's map."""
    for first, last, target in _SEVERAL.findall(b" ".join(_RANGES.findall(letters))):
        start = int(first, 16)
        for code in range(start, int(last, 16) + 1):
            yield code, chr(min(int(target, 16) + code - start, 0xFFFF))
    for code, target in _ONE.findall(b" ".join(_SINGLES.findall(letters))):
        yield int(code, 16), chr(int(target, 16))
