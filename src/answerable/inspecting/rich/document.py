"""A document in RTF, token by token: text that is not seen, what is kept beside it, and unknown destinations."""

import binascii
import re
from collections.abc import Callable

from answerable.inspecting.commas import look_at_text
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.words import has_number_of_somebody
from answerable.inspecting.pictures import look_at_picture
from answerable.inspecting.results import could_give
from answerable.inspecting.rich.coded import codepage, unpacked
from answerable.inspecting.rich.fields import look_at_field
from answerable.inspecting.rich.looks import Looks
from answerable.inspecting.rich.places import (
    COUNTED,
    FOUND,
    NAMES,
    PICTURES,
    SETTINGS,
    SHOWN,
)
from answerable.inspecting.rich.reading import Group, Reading
from answerable.inspecting.rich.tokens import Token, sign_of, tokens_of
from answerable.inspecting.rich.words import code_of_word
from answerable.inspecting.seen import Seen
from answerable.inspecting.standing import Standing
from answerable.inspecting.symbols import are_words_as_signs

Inside = Callable[[bytes, str, Seen], None]

MOST_BYTES = 128 * 1024 * 1024
_DEEPEST = 1_000
_MOST_PICTURE = 64 * 1024 * 1024
_HARMLESS_AUTHORS = re.compile(r"\s*(?:Unknown;?)?\s*")
_WORD = re.compile(r"[^\W\d_]{2,}|\d{3,}")
_ANY_WORD = re.compile(r"[^\W_]+")
# Chance makes no such run among the bytes of a number.
_WORD_AS_BYTES = re.compile(r"[A-Za-z]{6}|(?:[A-Za-z]\0){4}|(?:\d\0?){7}")
_BREAKS = {
    "par": "\n",
    "line": "\n",
    "tab": "\t",
    "cell": "\t",
    "row": "\n",
    "page": "\n",
    "sect": "\n",
    "nestcell": "\t",
}
_SIGNS = {
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
}
_OF_A_COUNT = re.compile(r"[ivxlcdm]+|([^\W\d_])\1*|\d{1,5}(?:st|nd|rd|th)?", re.IGNORECASE)
_LEAST_LINE = 200
_NARROWEST, _SMALLEST_PAGE = 40, 1_000
_PAGES = ("pgwsxn", "pghsxn", "paperw", "paperh")
_OF_SOME_PAGES = ("headerf", "footerf", "headerl", "headerr", "footerl", "footerr")
_EDGES = ("shpleft", "shptop", "shpright", "shpbottom")
_CROPS = ("piccropl", "piccropr", "piccropt", "piccropb")


def look_at_rtf(data: bytes, seen: Seen) -> None:
    """Find what a document in RTF holds and does not show.

    :raises CannotSay: if it is damaged, or larger than what can be inspected.
    """
    if len(data) > MOST_BYTES:
        raise CannotSay("It is an RTF document larger than what can be inspected: split it")
    reading = Reading(seen)
    end = 0
    for token in tokens_of(data):
        _take(reading, token)
        if not reading.groups:
            end = token.end
            break
    if not end:
        raise CannotSay(
            "It is an RTF document that is cut off: open it with its program, and save it again"
        )
    if data[end:].strip(b"\0\r\n\t "):
        seen.add("rtf.behind-the-end", "", data[end : end + 200].decode("latin-1"))
    look_at_text("".join(reading.shown), seen)
    if sum(reading.margins.values()) > reading.page - _LEAST_LINE:
        seen.add("rtf.off-page", "page", "".join(reading.shown))
    _tell_left_over(reading)
    for place, text in reading.headers.items():
        if not (reading.has_first if place.endswith("f") else reading.has_both):
            seen.add("rtf.unused-header", f"“{place}”", text)


def _tell_left_over(reading: Reading) -> None:
    """Find what only programs of long ago show, if those of today do not show the same elsewhere."""
    shown = Standing(["".join(reading.shown)])
    for text in reading.counts:
        if not shown.have(text):
            reading.seen.add("rtf.other-text", "number of a list", text)
    lines = "".join(reading.for_old).splitlines()
    for line in lines:
        if _WORD.search(line) and not shown.have(line):
            reading.seen.add("rtf.other-text", "drawing for old programs", line)


def _take(reading: Reading, token: Token) -> None:
    if token.kind == "open":
        if len(reading.groups) > _DEEPEST:
            raise CannotSay(
                "It is an RTF document with groups in each other too deep to be inspected"
            )
        above = reading.groups[-1] if reading.groups else Group("rtf", Looks())
        reading.groups.append(Group(above.place, above.looks.copy(), is_for_old=above.is_for_old))
        reading.skipping = 0
    elif not reading.groups:
        raise CannotSay(
            "It is an RTF document that is damaged: open it with its program, and save it again"
        )
    elif token.kind == "close":
        _tell_skipped(reading)
        _close(reading, reading.groups.pop())
    else:
        _take_content(reading, reading.groups[-1], token)


def _take_content(reading: Reading, group: Group, token: Token) -> None:
    if token.kind == "star":
        group.is_starred = group.is_new
    elif token.kind == "word":
        _take_word(reading, group, token)
        group.is_new = False
    elif token.kind == "binary":
        group.is_new = False
        if group.place in PICTURES:
            group.text.append(token.held.hex())
        else:
            reading.seen.add("rtf.unknown-piece", "bytes", token.held.decode("latin-1"))
    else:
        group.is_new = False
        _take_text(
            reading,
            group,
            token.held.decode("utf-8" if token.kind == "text" else reading.codepage, "replace"),
        )


def _take_word(reading: Reading, group: Group, token: Token) -> None:
    name, number = token.name, token.number
    if group.is_new:
        _go_to(reading, group, name)
    if name == "u" and number is not None:
        _tell_skipped(reading)
        _take_text(reading, group, sign_of(number))
        reading.skipping = group.looks.skip
    elif name in _BREAKS:
        _take_text(reading, group, _BREAKS[name])
        reading.cell = {"cell": reading.cell + 1, "row": 0}.get(name, reading.cell)
    elif name in _SIGNS:
        _take_text(reading, group, _SIGNS[name])
    elif name in ("red", "green", "blue"):
        reading.colour[name] = min(255, max(0, number or 0))
    elif name == "ansicpg" and number:
        reading.codepage = codepage(number)
    elif name in _CROPS and number:
        reading.seen.add("rtf.cropped-picture")
    elif name == "trowd":
        group.looks.cell = reading.edge = reading.cell = 0
        reading.merged, reading.is_merged = [], False
        group.looks.take(name, number)
    else:
        group.looks.take(name, number)
        _take_of_the_whole(reading, name, number)
        _take_size(reading, name, number or 0)


def _take_size(reading: Reading, name: str, number: int) -> None:
    """Find cells and pages too narrow to show anything."""
    if name in ("paperw", "pgwsxn"):
        reading.page = max(reading.page, number)
    elif name in ("paperh", "pghsxn"):
        reading.height = max(reading.height, number)
    elif name in ("margl", "margr"):
        reading.margins[name] = number
    if name == "cellx":
        if number - reading.edge < _NARROWEST:
            reading.seen.add("rtf.tiny-text", "cell")
        reading.edge = number
        reading.merged.append(reading.is_merged)
        reading.is_merged = False
    elif name in _PAGES and number < _SMALLEST_PAGE:
        reading.seen.add("rtf.off-page", "page")
    elif name in _EDGES:
        reading.edges[name] = number
    elif name == "colw" and number < _LEAST_LINE:
        reading.seen.add("rtf.off-page", "column")
    elif name == "webhidden":
        reading.seen.add("docx.web-hidden")


def _is_speck(edges: dict[str, int]) -> bool:
    """Return whether a shape of these edges has no room for a letter."""
    left, top, right, bottom = (edges.get(one) for one in _EDGES)
    pairs = [(left, right), (top, bottom)]
    return any(None not in (one, other) and 0 <= other - one < _NARROWEST for one, other in pairs)  # type: ignore[operator] # both are numbers


def _is_under_another(reading: Reading, group: Group) -> bool:
    """Return whether text stands in a cell over which another is merged."""
    is_in_row = group.looks.is_in_table and reading.cell < len(reading.merged)
    return is_in_row and reading.merged[reading.cell]


def _take_of_the_whole(reading: Reading, name: str, number: int | None) -> None:
    reading.is_merged = reading.is_merged or name in ("clvmrg", "clmrg")
    reading.has_first = reading.has_first or name == "titlepg"
    reading.has_both = reading.has_both or name in ("facingp", "margmirror")
    if code := code_of_word(name, number):
        reading.seen.add(code, "", name)


def _go_to(reading: Reading, group: Group, name: str) -> None:
    """Let a group's first word say where its text goes."""
    group.is_for_old = group.is_for_old or name == "shprslt"
    if name == "ud" and group.place != "upr":
        group.place = "unknown"
        reading.seen.add("rtf.unknown-piece", f"“{name}”")
    elif name in COUNTED or name in FOUND or name in SETTINGS or name in PICTURES:
        group.place = name
    elif name in SHOWN:
        group.place = (
            name
            if group.place in ("rtf", *SHOWN) or name in ("fldrslt", "shptxt", "result")
            else group.place
        )
    elif group.is_starred:
        group.place = "unknown"
        reading.seen.add("rtf.unknown-piece", f"“{name}”")


def _take_text(reading: Reading, group: Group, text: str) -> None:
    if reading.skipping and group.place != "colortbl":
        taken, text = text[: reading.skipping], text[reading.skipping :]
        reading.skipping -= len(taken)
        reading.skipped.append(taken)
        if not text:
            return
    _tell_skipped(reading)
    if group.place == "colortbl":
        _take_colour(reading, text)
    elif group.place in SHOWN:
        _show(reading, group, text)
    else:
        group.text.append(text)


def _take_colour(reading: Reading, text: str) -> None:
    if _WORD.search(text):
        reading.seen.add("rtf.free-text", "“colortbl”", text)
    for _ in range(text.count(";")):
        held = reading.colour
        is_given = {"red", "green", "blue"} <= held.keys()
        reading.colours.append((held["red"], held["green"], held["blue"]) if is_given else None)
        reading.colour = {}


def _show(reading: Reading, group: Group, text: str) -> None:
    if group.place == "fldrslt":
        reading.kept.append(text)
    code = group.looks.code(reading.colours)
    is_beyond = group.looks.place > max(reading.page, reading.height)
    if not code and (is_beyond or group.looks.indent > reading.page - _LEAST_LINE):
        code = "rtf.off-page"
    if _is_under_another(reading, group) and text.strip():
        reading.seen.add("docx.under-merged", "", text)
    if group.place in _OF_SOME_PAGES and text.strip():
        reading.headers.setdefault(group.place, text)
    if not code and group.place == "shptxt" and _is_speck(reading.edges):
        code = "rtf.off-page"
    if code and text.strip():
        reading.seen.add(code, "", text)
    if are_words_as_signs(text, reading.fonts.get(group.looks.font, "")):
        reading.seen.add("office.symbol-font", "", text)
    if group.is_for_old:
        reading.for_old.append(text)
    elif code not in ("rtf.hidden-text", "rtf.tracked-deletion"):
        reading.shown.append(text)


def _tell_skipped(reading: Reading) -> None:
    """Find letters that stand for a sign in old programs: they can be any."""
    if reading.skipped and not reading.skipping:
        text = "".join(reading.skipped)
        if len(text) > 1 and _WORD.search(text):
            reading.seen.add("rtf.fallback-text", "", text)
        reading.skipped = []


def _close(reading: Reading, group: Group) -> None:
    text = "".join(group.text)
    reading.skipping = 0
    if group.place == "fldrslt" and reading.groups[-1].place != "fldrslt":
        _tell_kept_result(reading)
    if group.place == "defchp" and group.looks.code(reading.colours):
        reading.seen.add("rtf.hiding-style", "“defchp”")
    if not text.strip():
        _tell_empty(reading, group)
    elif group.place in PICTURES:
        _look_at_picture(reading, text)
    elif group.place == "fldinst":
        reading.code = text
        look_at_field(text, reading.seen)
    elif group.place in ("sn", "sv"):
        _look_at_shape(reading, group.place, text)
    elif group.place == "blipuid":
        _look_at_number_of_a_picture(reading, text)
    elif not (group.place == "revtbl" and _HARMLESS_AUTHORS.fullmatch(text)):
        _tell_kept(reading, group.place, text, group.looks)


def _look_at_number_of_a_picture(reading: Reading, text: str) -> None:
    """Find words in the number that tells pictures apart, written down or as the bytes of their letters."""
    letters = unpacked(text)
    is_number = re.fullmatch(r"\s*(?!\d+\s*\Z)[0-9a-fA-F]{1,32}\s*", text) is not None
    if not is_number or letters.isprintable() or _WORD_AS_BYTES.search(letters):
        reading.seen.add("rtf.shape", "“blipuid”", letters)


def _tell_kept_result(reading: Reading) -> None:
    """Find words in a field which its program would never put there."""
    kept = "".join(reading.kept)
    if not could_give(reading.code, kept):
        reading.seen.add("office.kept-result", "", kept)
    reading.code, reading.kept = "", []


def _tell_kept(reading: Reading, place: str, text: str, looks: Looks) -> None:
    """Find what stands where no text of a page is expected."""
    if place == "unknown":
        reading.seen.add("rtf.unknown-piece", "", text)
    elif place in COUNTED:
        is_count = all(map(_OF_A_COUNT.fullmatch, _ANY_WORD.findall(text)))
        if not is_count or has_number_of_somebody(text):
            reading.counts.append(text)
    elif place in FOUND:
        reading.seen.add(FOUND[place], f"“{place}”", unpacked(text))
    elif place in NAMES:
        if place == "fonttbl":
            reading.fonts[looks.font] = text.strip().rstrip(";")
        reading.seen.add("rtf.style-name", "", text)
        if looks.code(reading.colours):
            reading.seen.add("rtf.hiding-style", "", text)
    elif _WORD.search(text):
        reading.seen.add("rtf.free-text", f"“{place}”", text)


def _tell_empty(reading: Reading, group: Group) -> None:
    if group.place == "object":
        reading.seen.add("rtf.object")


def _look_at_shape(reading: Reading, place: str, text: str) -> None:
    if place == "sn":
        reading.seen.add("rtf.style-name", "shape", text)
        reading.hides = text.strip() == "fHidden"
    elif reading.hides and text.strip() == "1":
        reading.seen.add("rtf.hidden-text", "shape")
    elif _WORD.search(text):
        reading.seen.add("rtf.shape", "", text)


def _look_at_picture(reading: Reading, text: str) -> None:
    bare = "".join(text.split())
    reading.pictures += 1
    where = f"picture {reading.pictures}"
    if len(bare) > 2 * _MOST_PICTURE:
        raise CannotSay("It is an RTF document with a picture larger than what can be inspected")
    try:
        look_at_picture(binascii.unhexlify(bare), where, reading.seen)
    except (binascii.Error, ValueError):
        reading.seen.add("rtf.unknown-piece", where, re.sub(r"[0-9a-fA-F]{2}", "", bare) or bare)
