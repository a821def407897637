"""What fonts, maps of letters, profiles of colours and functions say in words, where they should hold none."""

import re
import struct

from answerable.inspecting.pdf.lexing import bytes_of, text_of, tokens
from answerable.inspecting.pdf.parts import is_known, is_known_font
from answerable.inspecting.pdf.values import has_letters, spelled
from answerable.inspecting.seen import Seen

_TABLES = frozenset(
    "cmap glyf head hhea hmtx loca maxp name post OS/2 cvt  fpgm prep gasp GDEF GPOS GSUB BASE JSTF kern hdmx LTSH"
    " VDMX PCLT DSIG EBDT EBLC EBSC CFF  CFF2 VORG vhea vmtx COLR CPAL MATH avar fvar gvar HVAR MVAR STAT cvar VVAR"
    " FFTM feat morx mort prop trak just lcar opbd Zapf bsln fmtx acnt bdat bhed bloc fdsc fond gcid hsty xref TTFA"
    " meta Silf Glat Gloc Feat Sill ankr ltag kerx SVG  sbix CBDT CBLC SING PfEd BDF ".replace(
        "cvt  ", "cvt_ "
    ).split()
) | {"cvt ", "CFF ", "SVG ", "BDF "}
_MAPPED = re.compile(rb"<([0-9A-Fa-f\s]{17,})>")
_MOST_LETTERS = 4
_NAMING = ("Registry", "Ordering", "CMapName")
_MAP_WORDS = frozenset(
    "begin end def dict findresource begincmap endcmap usecmap currentdict defineresource pop dup true false put"
    " begincodespacerange endcodespacerange beginbfchar endbfchar beginbfrange endbfrange begincidrange endcidrange"
    " begincidchar endcidchar beginnotdefrange endnotdefrange null index array for exch".split()
)
_MAP_NAMES = frozenset(
    "CIDInit ProcSet CIDSystemInfo Registry Ordering Supplement CMapName CMapType CMapVersion WMode XUID UIDOffset"
    " CMap UIDBase".split()
)
_MAP_REMARK = re.compile(
    rb"%(?:!PS-Adobe-3\.0 Resource-CMap|%(?:DocumentNeededResources|DocumentSuppliedResources|IncludeResource"
    rb"|BeginResource|EndResource|EndComments|EOF|Title|Version|CreationDate|Copyright|BeginProlog|EndProlog|Creator)"
    rb"[ -~]{0,80}|.{0,6})\s*",
    re.DOTALL,
)
_CODE = frozenset(
    "abs add and atan bitshift ceiling copy cos cvi cvr div dup eq exch exp false floor ge gt idiv if ifelse index le"
    " ln log lt mod mul ne neg not or pop roll round sin sqrt sub true truncate xor".split()
)
_PROFILE_WORDS = re.compile(
    r"srgb|s?gry|cc0|iec|icc|copyright|adobe|rgb|cmyk|gr[ae]y|profile|hewlett|kodak|apple|ghostscript|artifex|lcms|little"
    r"|public domain|no copyright|fogra|swop|colou?r|display|white|gamma|crt|d50|d65|coated|freely|google|facebook"
    r"|reference viewing|built-in|swiss|monitor|gimp|krita|saucecontrol|compact|argyll",
    re.IGNORECASE,
)
_HEAD, _ENTRY = 128, 12
_DEEPEST = 4096


def look_at_letters(data: bytes, where: str, seen: Seen) -> None:
    """Find what a map from signs to letters says beside, and signs that stand for whole words."""
    key = ""
    for token in tokens(data):
        if token.kind == "remark":
            if not _MAP_REMARK.fullmatch(token.text):
                seen.add("pdf.remark", where, token.text[1:].decode("latin-1"))
        elif token.kind == "string":
            text = text_of(bytes_of(token))
            if not is_known(text) and not is_known_font(text):
                seen.add("pdf.font-name" if key in _NAMING else "pdf.text-in-font", where, text)
        elif token.kind == "name":
            name = key = token.text[1:].decode("latin-1")
            if name not in _MAP_NAMES and not is_known(name) and not is_known_font(name):
                seen.add("pdf.font-name", where, name)
        elif (
            token.kind == "word"
            and (word := token.text.decode("latin-1")) not in _MAP_WORDS | _MAP_NAMES
            and has_letters(word)
        ):
            seen.add("pdf.text-in-font", where, word)
    for target in _MAPPED.findall(data):
        _look_at_target(target, where, seen)


def _look_at_target(target: bytes, where: str, seen: Seen) -> None:
    digits = b"".join(target.split())
    if len(digits) > 4 * _MOST_LETTERS and len(digits) % 4 == 0:
        text = bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
        if has_letters(text) and len(text) > _MOST_LETTERS:
            seen.add("pdf.letters-that-differ", where, text)


def look_at_font(data: bytes, where: str, seen: Seen) -> None:
    """Find what an embedded font says of itself, and tables that no font has."""
    try:
        if data[:4] in (b"\0\1\0\0", b"OTTO", b"true", b"ttcf"):
            _look_at_tables(data, where, seen)
        elif data.startswith((b"%!", b"\x80\1")):
            _look_at_type1(data, where, seen)
        elif spelled(data):
            # A bare CFF names itself, its signs and who made it among its strings.
            seen.add("pdf.font-text", where, spelled(data))
    except (struct.error, IndexError):
        seen.add("pdf.text-in-font", where, "")


def _look_at_tables(data: bytes, where: str, seen: Seen) -> None:
    if data[:4] == b"ttcf":
        seen.add("pdf.text-in-font", where, "ttcf")
        return
    count = struct.unpack_from(">H", data, 4)[0]
    ends = [12 + 16 * count]
    starts = []
    for number in range(count):
        tag, _, offset, size = struct.unpack_from(">4s3I", data, 12 + 16 * number)
        starts.append(offset)
        ends.append(offset + size)
        name = tag.decode("latin-1")
        if name not in _TABLES:
            seen.add("pdf.text-in-font", where, f"{name} {spelled(data[offset : offset + size])}")
        elif name == "name" and size:
            _look_at_names(data[offset : offset + size], where, seen)
    _look_between_tables(data, sorted(starts), sorted(ends), where, seen)


def _look_between_tables(
    data: bytes, starts: list[int], ends: list[int], where: str, seen: Seen
) -> None:
    """Find bytes of a font that belong to none of its tables."""
    for start, end in zip([*starts, len(data)], ends, strict=False):
        gap = data[end:start] if start > end else b""
        if gap.strip(b"\0\r\n "):
            seen.add("pdf.hidden-bytes", f"in {where}", gap[:200].decode("latin-1"), count=len(gap))


def _look_at_names(table: bytes, where: str, seen: Seen) -> None:
    _, count, start = struct.unpack_from(">3H", table)
    for number in range(count):
        platform, _, _, kind, size, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        raw = table[start + offset : start + offset + size]
        text = raw.decode("mac-roman" if platform == 1 else "utf-16-be", "replace")
        if has_letters(text):
            seen.add("pdf.font-text", where, text if kind else "")


def _look_at_type1(data: bytes, where: str, seen: Seen) -> None:
    head = data[: max(0, data.find(b"eexec")) or len(data)]
    for token in tokens(head[: _DEEPEST * 16]):
        if token.kind == "remark" and len(token.text) > 40:  # noqa: PLR2004 longer than its name and day
            seen.add("pdf.font-text", where, token.text[1:].decode("latin-1"))
        elif token.kind == "string" and has_letters(text_of(bytes_of(token))):
            seen.add("pdf.font-text", where, text_of(bytes_of(token)))


def look_at_profile(data: bytes, where: str, seen: Seen) -> None:
    """Find what a profile of colours says in words that profiles do not use."""
    if data[36:40] != b"acsp":
        if word := spelled(data):
            seen.add("pdf.text-in-data", where, word)
        return
    try:
        _look_at_tags(data, where, seen)
    except struct.error:
        seen.add("pdf.text-in-data", where, "")


def _look_at_tags(data: bytes, where: str, seen: Seen) -> None:
    size, count = struct.unpack_from(">I", data)[0], struct.unpack_from(">I", data, _HEAD)[0]
    if data[size:].strip(b"\0"):
        seen.add("pdf.hidden-bytes", f"behind {where}", data[size : size + 200].decode("latin-1"))
    held = bytearray(data)
    for number in range(min(count, 200)):
        _, offset, length = struct.unpack_from(">4s2I", data, _HEAD + 4 + _ENTRY * number)
        part = data[offset : offset + length]
        if part[:4] in (b"desc", b"text", b"mluc", b"data", b"dict", b"ZXML"):
            _look_at_words(part, where, seen)
            held[offset : offset + length] = bytes(len(part))
    if word := spelled(bytes(held[_HEAD:])):
        seen.add("pdf.text-in-data", where, word)


def _look_at_words(part: bytes, where: str, seen: Seen) -> None:
    text = part[8:].replace(b"\0", b"").decode("latin-1")
    if has_letters(text) and not _PROFILE_WORDS.search(text):
        seen.add("pdf.profile-text", where, text)


def look_at_code(data: bytes, where: str, seen: Seen) -> None:
    """Find words in a function of numbers."""
    for token in tokens(data):
        word = token.text.decode("latin-1")
        if token.kind == "number" or (token.kind in ("open", "close") and word in "{}"):
            continue
        if token.kind != "word" or word not in _CODE:
            seen.add("pdf.text-in-data", where, word)
