"""The pack as one zip, written file by file: the same bytes for the same pack and the same files."""

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from answerable.publishing.assurance.pack import Pack, PackElement, PackEvidence
from answerable.publishing.assurance.pack_data import cells, pack_csv, pack_json
from answerable.publishing.assurance.pack_pdf import pack_pdf
from answerable.publishing.case_folder.folder import file_name

PDF, GRID, DATA = "pack.pdf", "grid.csv", "pack.json"
INDEX, KEPT_OUT = "index.csv", "kept-out.csv"
MOST_BYTES = 25 * 1024 * 1024
"""The largest file of evidence that is packed: one at a time is held in memory."""
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3
_INDEX_COLUMNS = ("path", "sha256", "bytes", "element", "title", "dated_on", "link", "verdict")
_KEPT_OUT_COLUMNS = ("element", "title", "dated_on", "file_name", "sha256", "link", "why_not")

Files = Callable[[str], bytes | None]
"""What gives the bytes of a file by its SHA-256 in hexadecimal, or None where they are not held."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of evidence that was kept out: of which element, and why."""

    element: str
    title: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: the digests of the files of evidence that are in, and which pieces were kept out."""

    digests: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def files(self) -> int:
        """Return how many files of evidence are in."""
        return len(self.digests)

    @property
    def kept_out(self) -> int:
        """Return how many pieces were kept out."""
        return len(self.left_out)


@dataclass(slots=True)
class _Packing:
    """A pack while it is written: what is in so far, and what is not."""

    archive: zipfile.ZipFile
    index: list[tuple[str, ...]] = field(default_factory=list)
    kept_out: list[tuple[str, ...]] = field(default_factory=list)
    paths: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The path and size of each file that is in, by its digest."""
    names: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(path, _NO_DAY)
        entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
        entry.external_attr = _READABLE
        self.archive.writestr(entry, data, compresslevel=6)

    def evidence(self, element: PackElement, one: PackEvidence, data: bytes) -> None:
        name = file_name(f"{element.number} {one.file_name or one.title}", taken=self.names)
        self.names.add(name)
        self.paths[one.sha256] = (f"evidence/{name}", len(data))
        self.write(f"evidence/{name}", data)

    def own(self, path: str, data: bytes) -> None:
        self.write(path, data)
        digest = hashlib.sha256(data).hexdigest()
        self.index.append((path, digest, str(len(data)), "", "", "", "", ""))


def pack_zip(pack: Pack, files: Files, into: BinaryIO) -> Packed:
    """Write the pack into a file: PDF, grid, data, evidence, and lists of what is in and what is not.

    A file that is evidence for several elements is written once and listed for each. Evidence whose
    bytes are not held, are not those of its digest, or are more than `MOST_BYTES` is kept out, and
    the list says why. One file at a time is in memory.

    :raises CannotPublish: if the PDF cannot be made.
    """
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        packing = _Packing(archive)
        told = _with_evidence(pack, packing, files)
        packing.own(PDF, pack_pdf(told))
        packing.own(GRID, pack_csv(told))
        packing.own(DATA, pack_json(told))
        packing.own(KEPT_OUT, cells(_KEPT_OUT_COLUMNS, packing.kept_out))
        packing.write(INDEX, cells(_INDEX_COLUMNS, packing.index))
        left_out = (LeftOut(row[0], row[1], row[-1]) for row in packing.kept_out)
        return Packed(tuple(packing.paths), tuple(left_out))


def _with_evidence(pack: Pack, packing: _Packing, files: Files) -> Pack:
    """Write the evidence, and return the pack as it went: what could not go in says why not."""
    criteria = []
    for criterion in pack.criteria:
        elements = []
        for element in criterion.elements:
            pieces = tuple(
                replace(one, why_not=one.why_not or _put(packing, element, one, files))
                for one in element.evidence
            )
            packing.kept_out += [_kept_out_row(element, one) for one in pieces if one.why_not]
            elements.append(replace(element, evidence=pieces))
        criteria.append(replace(criterion, elements=tuple(elements)))
    return replace(pack, criteria=tuple(criteria))


def _put(packing: _Packing, element: PackElement, one: PackEvidence, files: Files) -> str:
    """Put a piece of evidence in and list it, or return why it cannot go in."""
    path, size = "", ""
    if one.sha256:
        if one.sha256 not in packing.paths:
            data = files(one.sha256)
            if why_not := _fault(data, one.sha256):
                return why_not
            packing.evidence(element, one, data or b"")
        path, count = packing.paths[one.sha256]
        size = str(count)
    elif not one.link:
        return "It has neither a file nor an address"
    packing.index.append(
        (
            path,
            one.sha256,
            size,
            element.number,
            one.title,
            one.dated_on.isoformat() if one.dated_on else "",
            one.link,
            one.verdict,
        )
    )
    return ""


def _fault(data: bytes | None, sha256: str) -> str:
    """Return why the bytes cannot go in, empty if they can."""
    if data is None:
        return "Its file is not held any more"
    if len(data) > MOST_BYTES:
        return f"Its file is larger than {MOST_BYTES // 1024 // 1024} MB"
    if hashlib.sha256(data).hexdigest() != sha256:
        return "Its file is not the one that was inspected: its digest differs"
    return ""


def _kept_out_row(element: PackElement, one: PackEvidence) -> tuple[str, ...]:
    return (
        element.number,
        one.title,
        one.dated_on.isoformat() if one.dated_on else "",
        one.file_name,
        one.sha256,
        one.link,
        one.why_not,
    )
