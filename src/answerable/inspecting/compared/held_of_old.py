"""Every text that can be taken out of a file of old Office, shown or not, and such a workbook laid open."""

import re
import struct
from collections.abc import Callable, Iterator

from answerable.inspecting.compared.held import Held, Kind
from answerable.inspecting.compound.container import Container, damage_told, opened
from answerable.inspecting.compound.records import records_of
from answerable.inspecting.compound.slides import texts_of_slides
from answerable.inspecting.compound.workbook import (
    numbers_of_workbook,
    stream_of,
    texts_of_workbook,
)
from answerable.inspecting.compound.writing import field_codes, text_of_writing, without_codes
from answerable.inspecting.findings import CannotSay

MOST_RECORDS = 5 * 1024 * 1024
"""Bytes of the records of a workbook that is still drawn: so many cells as in the XML of one that is."""

_ENDS = re.compile(r"[\r\x07\x0b\x0c\x0e]+")
_NOT_LETTERS = str.maketrans("\x1e", "-", "\x01\x02\x03\x04\x05\x08\x13\x14\x15")
_NAME, _PAGE = 0x0018, 0x0081
_OF_EXCEL, _PRINT_AREA = 0x20, 0x06
_FITS_PAGES = 0x01


def texts_of_old_office(data: bytes, kind: str) -> Iterator[Held]:
    """Yield the texts of a file of old Office.

    :raises CannotSay: if it is damaged.
    """
    container = opened(data)
    with damage_told():
        yield from _TEXTS[kind](container)


def _of_workbook(container: Container) -> Iterator[Held]:
    for where, text in texts_of_workbook(container):
        yield Held(where, Kind.WORDS, text)
    for where, number in numbers_of_workbook(container):
        if number.is_integer():
            yield Held(where, Kind.NUMBER, str(int(number)))


def _of_writing(container: Container) -> Iterator[Held]:
    whole = text_of_writing(container).whole()
    for text in _ENDS.split(without_codes(whole)):
        yield Held("", Kind.WORDS, text.translate(_NOT_LETTERS))
    for code in field_codes(whole):
        yield Held("", Kind.INSTRUCTION, code)


def _of_slides(container: Container) -> Iterator[Held]:
    for whole in texts_of_slides(container):
        for text in _ENDS.split(whole):
            yield Held("", Kind.WORDS, text)


_TEXTS: dict[str, Callable[[Container], Iterator[Held]]] = {
    "xls": _of_workbook,
    "doc": _of_writing,
    "ppt": _of_slides,
}


def old_workbook_laid_open(data: bytes) -> bytes:
    """Return an old workbook of which every sheet is drawn whole.

    Its areas to print become names like others, and no sheet is shrunk to fit on pages.

    :raises CannotSay: if it is damaged, or too large to be drawn.
    """
    container = opened(data)
    records = bytearray(stream_of(container))
    if len(records) > MOST_RECORDS:
        raise CannotSay("It is larger than what is drawn")
    for one in records_of(bytes(records)):
        at = one.at + 4
        if one.kind == _NAME and _is_print_area(one.held):
            records[at] &= ~_OF_EXCEL
        elif one.kind == _PAGE and len(one.held) > 1:
            records[at + 1] &= ~_FITS_PAGES
    name = "Workbook" if container.read("Workbook") else "Book"
    return container.with_stream(name, bytes(records))


def _is_print_area(held: bytes) -> bool:
    """Return whether a name is the one of what is printed of a sheet, before or after its byte of width."""
    (length,) = struct.unpack_from("<B", held, 3)
    return bool(held[0] & _OF_EXCEL) and length == 1 and _PRINT_AREA in held[14:16]
