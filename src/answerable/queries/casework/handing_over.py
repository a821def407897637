"""Whether a letter may be handed over: told from the bytes that its mail carries, at that very moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.standing import Standing
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.letters import ANSWER
from answerable.queries.casework.releasing.gate import why_all_held, why_held
from answerable.queries.casework.releasing.standings import (
    digest_of,
    file_standings,
)
from answerable.records.casework.models import CaseFile, Letter, LetterFile

_PASSES = frozenset({Standing.NOT_INSPECTED, Standing.BEING_INSPECTED})


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """Why a letter cannot be handed over; it `passes` where an inspection that is under way decides."""

    sentences: tuple[str, ...] = ()
    passes: bool = False


def why_letter_held(letter: Letter, digests: Sequence[str]) -> HeldLetter:
    """Return why a letter cannot be handed over with the bytes of these digests, in the order of its files.

    Files that are fetched by a link are not in the mail: what is stored of them is looked at.
    """
    listed = list(letter.files.select_related("file").defer("file__data").order_by("place"))
    going = digests if len(digests) == len(listed) else [digest_of(one.file) for one in listed]
    swapped = tuple(_swapped(letter, listed, going))
    if swapped:
        return HeldLetter(swapped)
    if not listed and letter.kind != ANSWER:
        # Of most such letters the law says by when they have to go; they carry nothing of what was asked for.
        return HeldLetter()
    files = [one.file for one in listed]
    sentences = why_held(letter.request, files)
    return HeldLetter(sentences, passes=bool(sentences) and _passes(letter, files))


def _swapped(letter: Letter, listed: Sequence[LetterFile], going: Sequence[str]) -> Iterator[str]:
    identity = identity_of(letter.request)
    for one, sha256 in zip(listed, going, strict=True):
        if sha256 != (one.sha256 or one.file.sha256):
            name = blinded_file(one.file.name, identity)
            yield (
                f"{name} is not the file that was inspected when the letter was sent: stop the letter, and attach "
                "the file anew"
            )


def _passes(letter: Letter, files: Sequence[CaseFile]) -> bool:
    """Return whether nothing holds a letter but that its files are inspected again."""
    standings = file_standings(letter.request, files)
    waits = all(one.standing.may_leave or one.standing in _PASSES for one in standings)
    return waits and not why_all_held(letter.request)
