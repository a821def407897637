"""Names under which files are published: they name nobody, and say what kind of file it is."""

import re

from answerable.domain.disclosure_log.entries import Attachment, Entry
from answerable.domain.disclosure_log.identifying import Known, Mark, marks_in
from answerable.domain.disclosure_log.taking_out import without_people
from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.questions.blind import Identity, blinded_file

LONGEST_NAME = 100
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._()-]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


class FileNameRefused(Exception):
    """A file cannot be published under a name; the message says why."""


def proposed_name(name: str, place: int, identity: Identity, known: Known) -> str:
    """Return a name under which a file can be published: its own, unless that may name somebody."""
    own = plain_name(name)
    if own and not _why_not(own, name, identity, known):
        return own
    return f"attachment-{place}{_ending(name)}"


def plain_name(name: str) -> str:
    """Return a name in the signs that stand in addresses: letters, figures, dots and dashes."""
    plain = _NOT_IN_NAMES.sub("-", name.strip())
    return plain.strip("-.")[-LONGEST_NAME:]


def check_name(name: str, *, of: str, identity: Identity, known: Known) -> None:
    """Do nothing if a file that is called `of` can be published under a name.

    :raises FileNameRefused: if the name names somebody, cannot stand in an address, or hides its kind.
    """
    refusal = _why_not(name, of, identity, known)
    if refusal:
        raise FileNameRefused(refusal)


def _why_not(name: str, of: str, identity: Identity, known: Known) -> str:
    if not name or plain_name(name) != name:
        return (
            f"A file’s name has letters, figures, dots and dashes only, {LONGEST_NAME} at most: "
            f"not “{name[:LONGEST_NAME]}”"
        )
    if _ending(name).lower() != _ending(of).lower():
        return (
            f"“{name}” must end as the file does, in {_ending(of) or 'nothing'}: readers go by it"
        )
    if _names_somebody(name, identity, known):
        return f"“{name}” may name somebody: call the file by what it holds"
    return ""


def _names_somebody(name: str, identity: Identity, known: Known) -> bool:
    # Between the words of a file's name there may stand anything.
    words = re.sub(r"[\W_]+", " ", name.removesuffix(_ending(name)))
    spoken = words.title()
    is_blind = blinded_file(name, identity) == name
    is_plain = all(without_people(each, identity) == each for each in (words, spoken))
    return not (is_blind and is_plain) or bool(
        _people_in(words, known) or _people_in(spoken, known)
    )


def _people_in(words: str, known: Known) -> tuple[Mark, ...]:
    named = Entry(None, "", "", "", (), attachments=(Attachment(words),))
    return tuple(one for one in marks_in(named, known) if _is_of_somebody(one))


def _is_of_somebody(mark: Mark) -> bool:
    # Numbers and places in the name of a file are seldom anybody's.
    is_name = mark.kind in (PersonalKind.NAME, PersonalKind.STAFF)
    return is_name and mark.certainty is not Certainty.POSSIBLE


def _ending(name: str) -> str:
    found = _ENDING.search(name)
    return found.group() if found else ""
