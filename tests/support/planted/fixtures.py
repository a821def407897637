"""Files with one secret in one place, and a twin of each without it."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

SECRET = "Quillfeather"
"""A name that nobody bears."""

CANNOT_SAY, MISSED = "cannot say", ""
"""In place of a code: the file cannot be inspected, or the secret is known not to be found."""


@dataclass(frozen=True)
class Planted:
    """A leak: its number in the table of leaks, the code that must find it, and what makes the file.

    `make` is given the secret, or nothing for the twin. It makes each once in a process: several files of
    tests ask for all of them, and some ask what kind they are before there is a test. `is_bare` says that the secret is no text of its own
    in the file: a number, or packed once more.
    """

    name: str
    rows: tuple[int, ...]
    code: str
    make: Callable[[str], bytes]
    is_bare: bool = False


class Listed:
    """Fixtures of one kind of file, in the order in which they are defined."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Planted] = []

    def planted(self, code: str, *rows: int, is_bare: bool = False):
        """Return what takes a function in as a fixture."""

        def take(make):
            self.all.append(Planted(make.__name__, rows, code, cache(make), is_bare))
            return make

        return take


def members(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {one.filename: opened.read(one) for one in opened.infolist()}


def zipped(parts: dict[str, bytes], *, level: int = 1) -> bytes:
    """Return parts as a zip, packed as quickly as it goes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            one = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            # Thousands of files are packed, and their size matters to hardly anybody.
            made.writestr(one, data, zipfile.ZIP_DEFLATED, compresslevel=level)
    return out.getvalue()


def edited(data: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """Return an office file with words of one part replaced; each must be there."""
    parts = members(data)
    text = parts[part].decode()
    for old, new in changes:
        assert old in text, f"{old!r} is not in {part}"
        text = text.replace(old, new, 1)
    return zipped({**parts, part: text.encode()})


_TYPES = "[Content_Types].xml"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_part(
    data: bytes, name: str, content: bytes, type_: str, reached: tuple[str, str]
) -> bytes:
    """Return an Office file with one more part; `reached` says from which part, and as what. From none: ("", "")."""
    parts = members(data)
    types = parts[_TYPES].decode()
    override = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
    parts[_TYPES] = types.replace("</Types>", override).encode()
    parts[name] = content
    of, kind = reached
    if kind:
        parts = with_relation(parts, of, kind, name)
    return zipped(parts)


def with_relation(
    parts: dict[str, bytes], of: str, kind: str, target: str, *, outside: bool = False
) -> dict[str, bytes]:
    """Return parts of which one refers to a target, in the file or outside, by the name `rIdPlanted`."""
    folder, _, last = of.rpartition("/")
    place = f"{folder}/_rels/{last}.rels".lstrip("/")
    text = parts.get(place, _NO_RELATIONS).decode()
    full = kind if kind.startswith("http") else _RELATIONS + kind
    mode = ' TargetMode="External"' if outside else ""
    aim = target if outside else f"/{target}"
    one = f'<Relationship Id="rIdPlanted" Type="{full}" Target="{aim}"{mode}/></Relationships>'
    return {**parts, place: text.replace("</Relationships>", one).encode()}


def related(data: bytes, of: str, kind: str, target: str) -> bytes:
    """Return an Office file of which a part refers to an address outside."""
    return zipped(with_relation(members(data), of, kind, target, outside=True))
