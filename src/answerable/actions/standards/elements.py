"""What the office writes about an element: whose it is, its storyboard, and its evidence."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django_q.tasks import async_task

from answerable.actions.casework.attaching import LARGEST_FILE
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import short_digest
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed, Role, check_move
from answerable.queries.standards.elements import who_may_write
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.reading.alphabets import storable
from answerable.records.standards.models import (
    ElementOwner,
    Evidence,
    Storyboard,
)

JOB = "inspect evidence"
_RUN = "answerable.jobs.running.run_job"
_LONGEST_NAME = 200
_ADDRESSES = ("https:" + "//", "http:" + "//")


class ElementRefused(ValueError):
    """What somebody writes about an element cannot be kept; the message says why."""


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """Evidence as somebody gives it: a file, or an address; `dated_on` is the day that it is from."""

    title: str
    dated_on: dt.date
    note: str = ""
    address: str = ""
    file_name: str = ""
    content_type: str = ""
    data: bytes = b""


def give_element(framework: str, element: str, *, owner: str, doing: Doing) -> None:
    """Give an element to somebody to look after; nobody's key takes it from whoever has it.

    :raises MoveNotAllowed: if they may not.
    :raises ElementRefused: if there is no such element, or the owner may not write about elements.
    """
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    _check_element(framework, element)
    if owner:
        check_may_be_named(owner)
    with transaction.atomic():
        mine = ElementOwner.objects.filter(framework=framework, element=element)
        if owner:
            mine.update_or_create(framework=framework, element=element, defaults={"owner": owner})
        else:
            mine.delete()
        tell_of_element("element given", framework, element, doing, {"owner": owner})


def write_storyboard(framework: str, element: str, *, text: str, doing: Doing) -> None:
    """Keep what the office says about how it meets an element as its newest version.

    :raises MoveNotAllowed: if they may not, or the element is another's.
    :raises ElementRefused: if there is no such element, or nothing is said.
    """
    said = storable(text).strip()
    check_may_write(framework, element, doing)
    if not said:
        raise ElementRefused(f"Say something about element {element}: nothing was kept")
    with transaction.atomic():
        Storyboard.objects.create(
            framework=framework, element=element, text=said, by=doing.by.key, at=doing.at
        )
        tell_of_element(
            "storyboard written", framework, element, doing, {"text": short_digest(said)}
        )


def add_evidence(framework: str, element: str, given: GivenEvidence, *, doing: Doing) -> int:
    """Keep evidence for an element, and return its number; a file waits for its inspection.

    :raises MoveNotAllowed: if they may not, or the element is another's.
    :raises ElementRefused: if there is no such element, or the evidence cannot be kept.
    """
    check_may_write(framework, element, doing)
    _check_given(given, doing)
    digest = hashlib.sha256(given.data).hexdigest() if given.data else ""
    with transaction.atomic():
        made = Evidence.objects.create(
            framework=framework,
            elements=f" {element} ",
            title=storable(given.title).strip()[:300],
            note=storable(given.note).strip(),
            address=given.address.strip(),
            dated_on=given.dated_on,
            file_name=_file_name(given.file_name) if digest else "",
            content_type=given.content_type[:200],
            size=len(given.data),
            sha256=digest,
            added_by=doing.by.key,
            added_at=doing.at,
            data=given.data,
        )
        told = {"evidence": made.pk, "file": digest}
        tell_of_element("evidence added", framework, element, doing, told)
        if digest:
            transaction.on_commit(_begin_soon)
    return made.pk


def take_back_evidence(number: int, *, doing: Doing) -> None:
    """Let evidence count no more; the bytes of its file are removed.

    :raises MoveNotAllowed: if they may not, or an element of it is another's.
    :raises ElementRefused: if there is no such evidence.
    """
    with transaction.atomic():
        row = Evidence.objects.select_for_update().filter(pk=number, taken_back_at=None).first()
        if row is None:
            raise ElementRefused(f"There is no evidence {number}: look at the element again")
        for element in row.elements.split():
            check_may_write(row.framework, element, doing)
        row.taken_back_by, row.taken_back_at, row.data = doing.by.key, doing.at, b""
        row.save(update_fields=["taken_back_by", "taken_back_at", "data"])
        told = {"evidence": row.pk, "file": row.sha256}
        tell_of_element("evidence taken back", row.framework, row.elements.strip(), doing, told)


def _begin_soon() -> None:
    """Have a worker inspect what waits as soon as one is free, and not only with the next minute."""
    async_task(_RUN, JOB)


def _check_element(framework: str, element: str) -> None:
    found = frameworks_in_use().get(framework)
    if found is None:
        raise ElementRefused(f"No standard {framework!r} is in use")
    if found.element(element) is None:
        raise ElementRefused(f"{found.name} has no element {element}")


def check_may_write(framework: str, element: str, doing: Doing) -> None:
    """Do nothing if somebody may write about an element: owners write about their own only."""
    check_move(Move.WRITE_ELEMENT, actor=doing.by, situation=NO_REQUEST)
    _check_element(framework, element)
    if Role.QUALITY_LEAD in doing.by.roles:
        return
    owned = ElementOwner.objects.filter(framework=framework, element=element, owner=doing.by.key)
    if not owned.exists():
        message = f"Element {element} is not yours: whoever owns it, or a quality lead, writes here"
        raise MoveNotAllowed(message)


def check_may_be_named(person: str) -> None:
    """Do nothing if somebody works here and may write about elements, so that one can be theirs to see to.

    :raises ElementRefused: if not.
    """
    if person not in dict(who_may_write()):
        message = "Choose a quality lead or an element owner who works here: nobody else may write about elements"
        raise ElementRefused(message)


def _check_given(given: GivenEvidence, doing: Doing) -> None:
    if not given.title.strip():
        raise ElementRefused("Say what the evidence is: it needs a title")
    if given.dated_on > doing.on:
        raise ElementRefused(f"{given.dated_on:%-d %B %Y} is still to come: say the day it is from")
    if given.address and given.file_name:
        raise ElementRefused("Give a file or an address, and not both")
    if given.address:
        if not given.address.strip().lower().startswith(_ADDRESSES):
            raise ElementRefused("An address begins with https: or http:")
        return
    name = _file_name(given.file_name)
    if not given.data:
        raise ElementRefused(f"{name} is empty: choose the file again")
    if len(given.data) > LARGEST_FILE:
        size, most = len(given.data) // 1024**2, LARGEST_FILE // 1024**2
        raise ElementRefused(f"{name} has {size} MB: evidence has at most {most} MB a file")


def _file_name(name: str) -> str:
    """Return a name without the folders that it came from."""
    last = storable(name).replace("\\", "/").rpartition("/")[2]
    return " ".join(last.split())[:_LONGEST_NAME] or "file"


def tell_of_element(
    action: str, framework: str, element: str, doing: Doing, data: Mapping[str, object]
) -> None:
    """Add what was done about an element to the ledger; a transaction is open."""
    record(
        action, subject=f"element {framework}/{element}", by=doing.by.key, at=doing.at, data=data
    )
