"""Letters and files as they were sent, for whoever has the link of their request or of the files."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import BinaryField, F, Func, Value

from answerable.queries.casework.releasing.fetching import may_still_be_fetched
from answerable.queries.following.links import delivery_linked, request_followed
from answerable.queries.following.request_pages import SentFile
from answerable.records.casework.models import CaseFile, Letter, LetterFile

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files of a letter that are fetched by a link; `is_over` is whether its day has passed."""

    reference: str
    title: str
    ends_on: dt.date
    is_over: bool
    files: tuple[SentFile, ...]


@dataclass(frozen=True, slots=True)
class FileInPieces:
    """A file with its bytes, read piece by piece while they are sent."""

    name: str
    size: int
    pieces: Iterator[bytes]


def sent_letter_pdf(token: str, number: int) -> bytes | None:
    """Return a letter as it was sent, None if no such letter was.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    letter = _sent(token, number)
    return None if letter is None else bytes(letter.pdf)


def sent_letter_html(token: str, number: int) -> str | None:
    """Return a letter as a web page as it was sent, None if no such letter was.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    letter = _sent(token, number)
    return None if letter is None else letter.html


def sent_file(token: str, number: int, place: int) -> FileInPieces | None:
    """Return a file that went with a letter, None if none did.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    letter = _sent(token, number)
    return None if letter is None else _file(letter.pk, place)


def delivery(token: str, *, today: dt.date) -> Delivery:
    """Return the files of a letter that a link leads to: none of them once its day has passed.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    link, works = delivery_linked(token, today=today)
    listed = LetterFile.objects.filter(letter=link.letter_id).select_related("file")
    files = listed.defer("file__data").order_by("place") if works else ()
    return Delivery(
        reference=link.letter.request.reference,
        title=link.letter.title,
        ends_on=link.ends_on,
        is_over=not works,
        files=tuple(
            SentFile(one.place, one.file.name, one.file.size, one.file.sha256) for one in files
        ),
    )


def delivered_file(token: str, place: int, *, today: dt.date) -> FileInPieces | None:
    """Return a file that a link leads to, None if there is none, or its day has passed.

    :raises LinkNotOurs: if the link is forged.
    :raises LinkReplaced: if a newer link ended it.
    """
    link, works = delivery_linked(token, today=today)
    return _file(link.letter_id, place) if works else None


def _sent(token: str, number: int) -> Letter | None:
    request = request_followed(token)
    return request.letters.filter(number=number, state=Letter.State.SENT).first()


def _file(letter: int, place: int) -> FileInPieces | None:
    found = LetterFile.objects.filter(letter=letter, place=place)
    one = found.select_related("file", "letter__request").defer("file__data").first()
    if one is None or not may_still_be_fetched(one):
        return None
    return FileInPieces(one.file.name, one.file.size, _pieces(one.file_id, one.file.size))


def _pieces(pk: int, size: int) -> Iterator[bytes]:
    """Yield the bytes of a file so that no more than one piece of it is held at a time."""
    for start in range(0, size, _PIECE):
        piece = Func(
            F("data"),
            Value(start + 1),
            Value(_PIECE),
            function="SUBSTR",
            output_field=BinaryField(),
        )
        found = CaseFile.objects.filter(pk=pk).annotate(piece=piece)
        yield bytes(found.values_list("piece", flat=True).get())
