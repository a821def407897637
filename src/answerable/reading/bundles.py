"""Files that hold files: folders, zips, e-mails with what came with them; a reading or a refusal of each.

What cannot be read is a value among the others, so that the rest goes on; one file of a zip is in memory at a
time. In a folder or a zip, files of one name in several formats are one document, and the richest is read.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from answerable.reading.choosing import are_alike, richest, stem_of
from answerable.reading.documents import NotReadable, PassedOver, Reading
from answerable.reading.folders import files_in, passed_over
from answerable.reading.names import cleaned, joined
from answerable.reading.recognised import is_mail, is_outlook, is_zip_of_files
from answerable.reading.source import (
    LARGEST_BYTES,
    Source,
    bytes_of_file,
    paragraphs_counted,
    source_from,
)
from answerable.reading.zips import Allowance, Member, members_of

if TYPE_CHECKING:
    from answerable.reading.mail import MailFile
    from answerable.reading.mailed.letter import Letter

MOST_DEEP = 10
"""Zips and mails that are read, each in the other."""

LARGEST_ZIP = 4 * 1024 * 1024 * 1024
"""Bytes of the largest zip that is opened; it is never in memory as a whole."""

_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "text/x-vcard",
    "text/vcard",
)
_MAILS = ("message/rfc822", "message/global")

Found = Reading | NotReadable
Read = Callable[[Callable[[], Source]], Reading]
"""Reads a source, which is made when it is called: a document's words are cut by the grammar's own words."""


def readings_in(given: Path | bytes, *, name: str, read: Read) -> Iterator[Found]:
    """Yield what a file or a folder says: a reading for each document in it, or why there is none.

    `name` is that of the file whose bytes are given. Sources are named by where they stand:
    "answers.zip/log.docx", "mail.eml/letter.pdf". Files that are no documents come as `PassedOver`.
    """
    bundle = _Bundle(read)
    if isinstance(given, bytes):
        return bundle.found_in(Member(cleaned(name), lambda: given), 1)
    return bundle.found_at(given)


def richest_of(paths: Sequence[Path], *, read: Read) -> Iterator[Found]:
    """Yield the richest reading of one document that lies in several files, with the others beside it.

    If none of them can be read, yield why of each.
    """
    bundle = _Bundle(read)
    found = [(cleaned(path.name), one) for path in paths for one in bundle.found_at(path)]
    return _chosen(found)


@dataclass(slots=True)
class _Bundle:
    """Reads one file or folder with all that is in it."""

    read: Read
    allowance: Allowance = field(default_factory=Allowance)

    def found_at(self, path: Path) -> Iterator[Found]:
        """Yield what a file or a folder says."""
        if path.is_dir():
            yield from self._beside(files_in(path), 1)
            return
        name = cleaned(path.name)
        if _is_large_zip(path):
            with path.open("rb") as file:
                yield from self._zip(file, name, 1)
            return
        yield from self.found_in(Member(name, lambda: bytes_of_file(path)), 1)

    def found_in(self, member: Member, depth: int) -> Iterator[Found]:
        """Yield what one file says, `depth` files deep in others; whatever is wrong with it is a value."""
        try:
            data = member.data()
            if depth > MOST_DEEP:
                yield NotReadable(_too_deep(member.name))
            elif is_zip_of_files(io.BytesIO(data)):
                yield from self._zip(io.BytesIO(data), member.name, depth)
            elif is_mail(data):
                yield from self._letter(_mailed(data), data, member.name, depth)
            elif is_outlook(data):
                from answerable.reading.mailed.outlook import letter_of_outlook  # noqa: PLC0415 few files need it

                letter = letter_of_outlook(data, member.name)
                yield from self._letter(letter, data, member.name, depth, form="msg")
            else:
                yield self._one(member.name, lambda: source_from(data, name=member.name))
        except NotReadable as refusal:
            yield refusal
        # One file in thousands that meets a fault of ours must not stop the others.
        except Exception as fault:  # noqa: BLE001
            yield _owned_to(fault, member.name)

    def _one(self, name: str, source: Callable[[], Source]) -> Found:
        """Return what one document says, or why nothing: what is around it is read all the same."""
        try:
            return self.read(source)
        except NotReadable as refusal:
            return refusal
        except Exception as fault:  # noqa: BLE001 as above
            return _owned_to(fault, name)

    def _zip(self, file: BinaryIO, name: str, depth: int) -> Iterator[Found]:
        members = members_of(file, name=name, largest=LARGEST_BYTES, allowance=self.allowance)
        try:
            yield from self._beside(members, depth + 1)
        except NotReadable as refusal:
            yield refusal

    def _beside(self, members: Iterable[Member | NotReadable], depth: int) -> Iterator[Found]:
        """Yield what files say that lie beside each other: those of one name are one document."""
        groups: dict[str, list[Member]] = {}
        for one in members:
            if isinstance(one, NotReadable):
                yield one
            elif passed := passed_over(one.name):
                yield passed
            else:
                groups.setdefault(stem_of(one.name) or f"/{one.name}", []).append(one)
        for group in groups.values():
            if len(group) == 1:
                yield from self.found_in(group[0], depth)
            else:
                yield from _chosen_if_alike(
                    [(one.name, found) for one in group for found in self.found_in(one, depth)]
                )

    def _letter(
        self, letter: "Letter", data: bytes, name: str, depth: int, *, form: str = "eml"
    ) -> Iterator[Found]:
        """Yield what a mail says itself, and what came with it."""
        enclosed = bool(letter.files or letter.letters or letter.unread)
        if letter.has_words or not enclosed:
            yield self._one(name, lambda: _source(letter, data, name, form))
        for file in letter.files:
            yield from self._enclosed(file, joined(name, cleaned(file.name)), depth + 1)
        for title, inner in letter.letters:
            said = f"{inner.subject}\0{inner.sent_on}\0{inner.text}\0{inner.html}".encode()
            yield from self._letter(inner, said, joined(name, cleaned(title)), depth + 1, form=form)
        for title in letter.unread:
            yield NotReadable(_too_deep(joined(name, cleaned(title))))

    def _enclosed(self, file: "MailFile", name: str, depth: int) -> Iterator[Found]:
        if file.content_type.lower() in _SIGNATURES:
            yield PassedOver(f"{name} belongs to the mail's signature: it is passed over")
        elif file.content_type.lower() in _MAILS and depth <= MOST_DEEP:
            yield from self._letter(_mailed(file.data), file.data, name, depth)
        else:
            yield from self.found_in(Member(name, lambda: file.data), depth)


def _owned_to(fault: Exception, name: str) -> NotReadable:
    """Return the refusal that owns to a fault by its kind; what it says stays unsaid: it may quote the file."""
    return NotReadable(
        f"{name} stopped the reader by a fault of its own ({type(fault).__name__}), and need not be damaged:"
        " report it, and save the file in another format"
    )


def _mailed(data: bytes) -> "Letter":
    from answerable.reading.mailed.mail import letter_of  # noqa: PLC0415 few files need it

    return letter_of(data)


def _source(letter: "Letter", data: bytes, name: str, form: str) -> Source:
    from answerable.reading.mailed.letter import document_of_letter  # noqa: PLC0415 few files need it

    with paragraphs_counted(name):
        document = document_of_letter(letter, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(name, sha256, document.text, format=form, document=document)


def _too_deep(name: str) -> str:
    return f"{name} stands in more than {MOST_DEEP} zips or mails, each in the other: take it out"


def _is_large_zip(path: Path) -> bool:
    """Return whether a file is a zip that is too large to be held in memory."""
    try:
        if not LARGEST_BYTES < path.stat().st_size <= LARGEST_ZIP:
            return False
        with path.open("rb") as file:
            return is_zip_of_files(file)
    except OSError:
        return False


def _chosen(found: Sequence[tuple[str, Found]]) -> Iterator[Found]:
    readings = [one for _, one in found if isinstance(one, Reading)]
    refused = [(name, one) for name, one in found if isinstance(one, NotReadable)]
    if readings:
        yield richest(readings, refused)
    else:
        yield from (refusal for _, refusal in refused)


def _chosen_if_alike(found: Sequence[tuple[str, Found]]) -> Iterator[Found]:
    """Yield the richest of readings of one document; all of them, if they say different things."""
    readings = [one for _, one in found if isinstance(one, Reading)]
    if are_alike(readings):
        yield from _chosen(found)
    else:
        yield from (one for _, one in found)
