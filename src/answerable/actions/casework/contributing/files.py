"""Files that information owners give: any type, kept as they came; what is inspected is inspected apart."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from answerable.actions.casework.contributing.refusing import ContributionRefused
from answerable.actions.casework.releasing.asking import ask_inspection
from answerable.reading.alphabets import storable
from answerable.records.casework.models import Contribution, ContributionAnswer, ContributionFile

MOST_FILES = 20
"""More are given as one archive, which a person can look through."""
MOST_BYTES_OF_A_FILE = 25 * 1024 * 1024
"""What most mail servers take as well; larger material is handed over another way."""
MOST_BYTES = 100 * 1024 * 1024
"""All files of a contribution together: they stand in the database, and in each of its backups."""

_LONGEST_NAME = 200
_LONGEST_SUFFIX = 12
_MEGABYTE = 1024 * 1024


class TooMuchGiven(ContributionRefused):
    """Files are too many, too large, or empty; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it was given: what it was called, what it was said to be, and where it is read from."""

    name: str
    content_type: str
    file: IO[bytes]


@dataclass(frozen=True, slots=True)
class WeighedFile:
    """A file with what was found by reading it once from end to end."""

    given: GivenFile
    name: str
    sha256: str
    size: int


def weighed(files: Sequence[GivenFile]) -> list[WeighedFile]:
    """Return files with their digests, reading each once; no database is held up meanwhile.

    :raises TooMuchGiven: if they are too many or too large, or one is empty.
    """
    check_number(len(files))
    found = [_weigh(one) for one in files]
    check_bytes(sum(one.size for one in found))
    return found


def check_number(count: int) -> None:
    """Do nothing if a contribution can have so many files.

    :raises TooMuchGiven: if not.
    """
    if count > MOST_FILES:
        message = (
            f"That makes {count} files, and there can be {MOST_FILES}: put several into one archive"
        )
        raise TooMuchGiven(message)


def check_bytes(total: int) -> None:
    """Do nothing if the files of a contribution can have so many bytes together.

    :raises TooMuchGiven: if not.
    """
    if total > MOST_BYTES:
        message = (
            f"The files are larger than {MOST_BYTES // _MEGABYTE} MB together: send fewer of them, "
            "and say in words how the rest can be had"
        )
        raise TooMuchGiven(message)


def check_file(name: str, size: int) -> None:
    """Do nothing if a file can have so many bytes.

    :raises TooMuchGiven: if not.
    """
    if size > MOST_BYTES_OF_A_FILE:
        message = (
            f"{clean_name(name)} is larger than {MOST_BYTES_OF_A_FILE // _MEGABYTE} MB: "
            "say in words how it can be had instead"
        )
        raise TooMuchGiven(message)


def keep_files(answer: ContributionAnswer, files: Sequence[WeighedFile]) -> None:
    """Keep files with an answer, one after another, so that only one at a time is in memory.

    Each is inspected soon: nobody has to wait for that who sends it.
    """
    contribution = answer.contribution
    before = contribution.files.count()
    for place, one in enumerate(files, start=before + 1):
        one.given.file.seek(0)
        ContributionFile.objects.create(
            contribution=contribution,
            answer=answer,
            place=place,
            name=one.name,
            content_type=storable(one.given.content_type)[:100],
            sha256=one.sha256,
            size=one.size,
            data=one.given.file.read(),
        )
        ask_inspection(contribution.question.request, one.sha256, one.name, at=answer.at)


def not_given_before(contribution: Contribution, files: Sequence[WeighedFile]) -> list[WeighedFile]:
    """Return the files that the contribution does not have yet, by name and digest.

    :raises TooMuchGiven: if it would have too many then, or too much.
    """
    rows = list(contribution.files.values_list("name", "sha256", "size"))
    had = {(name, sha256) for name, sha256, _ in rows}
    new = list({(one.name, one.sha256): one for one in files}.items())
    fresh = [one for key, one in new if key not in had]
    check_number(len(rows) + len(fresh))
    check_bytes(sum(size for *_, size in rows) + sum(one.size for one in fresh))
    return fresh


def clean_name(name: str) -> str:
    """Return the name of a file without folders, and without signs that show it as something else."""
    last = re.split(r"[/\\]", storable(name))[-1]
    # Signs that turn the direction of writing make "exe.fdp" of "pdf.exe".
    seen = "".join(one for one in last if not unicodedata.category(one).startswith("C"))
    plain = " ".join(seen.split()).strip(". ")
    if len(plain) <= _LONGEST_NAME:
        return plain or "file"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX:
        return plain[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"


def _weigh(given: GivenFile) -> WeighedFile:
    name = clean_name(given.name)
    size = given.file.seek(0, 2)
    if size == 0:
        message = f"{name} is empty: choose the file again"
        raise TooMuchGiven(message)
    check_file(name, size)
    given.file.seek(0)
    digest = hashlib.sha256()
    while block := given.file.read(_MEGABYTE):
        digest.update(block)
    return WeighedFile(given, name, digest.hexdigest(), size)
