"""The properties of a file of old Office: who wrote it, for whom, with what."""

import struct

from answerable.inspecting.compound.container import Container, damage_told
from answerable.inspecting.seen import Seen

_SUMMARY, _MORE = "\x05SummaryInformation", "\x05DocumentSummaryInformation"
_PEOPLE = {(_SUMMARY, 4), (_SUMMARY, 8), (_MORE, 14)}
_THUMBNAIL = (_SUMMARY, 17)
_AT_SECTION = 44
_LIST = 0x1000


def look_at_properties(container: Container, seen: Seen) -> None:
    """Find people, words and a small picture among the properties."""
    for name in (_SUMMARY, _MORE):
        held = container.read(name)
        if not held:
            continue
        with damage_told():
            _check_counts(held)
            found = container.ole.getproperties([name], convert_time=False, no_conversion=[])
        for number, value in found.items():
            _look_at_property(name, number, value, seen)
        if int.from_bytes(held[24:28], "little") > 1:
            seen.add("ole.property", "properties of an office's own", _words(held))


def _check_counts(held: bytes) -> None:
    """Do nothing if there is room for as many properties, and values in them, as a stream says that it has.

    :raises ValueError: if there is not: a library would look for them for minutes.
    """
    (section,) = struct.unpack_from("<I", held, _AT_SECTION)
    (count,) = struct.unpack_from("<I", held, section + 4)
    if count > len(held) // 8:
        raise ValueError(count)
    for number in range(count):
        _, at = struct.unpack_from("<II", held, section + 8 + 8 * number)
        kind, values = struct.unpack_from(
            "<II", held[section + at : section + at + 8].ljust(8, b"\0")
        )
        if kind & _LIST and values > len(held):
            raise ValueError(values)


def _look_at_property(name: str, number: int, value: object, seen: Seen) -> None:
    if (name, number) == _THUMBNAIL:
        seen.add("ole.thumbnail")
        return
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    if isinstance(text, list):
        text = " ".join(
            one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in text
        )
    if isinstance(text, str) and text.strip("\0 "):
        seen.add("ole.person" if (name, number) in _PEOPLE else "ole.property", "", text)


def _words(held: bytes) -> str:
    from answerable.inspecting.pictures.looked import letters_in  # noqa: PLC0415 rarely

    section = int.from_bytes(held[64:68], "little")
    return letters_in(held[section:])
