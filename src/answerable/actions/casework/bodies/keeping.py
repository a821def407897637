"""Keep the directory of other bodies: who they are, and how they are reached."""

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils.text import slugify

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.law.bodies import listed_bodies
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.domain.roles.people import MACHINE
from answerable.reading.alphabets import storable
from answerable.records.casework.models import OtherBody

_LONGEST = {"name": 200, "area": 200, "website": 300, "email": 254, "postal": 1000, "phone": 60}


class BodyRefused(Exception):
    """This cannot be done with another body; the message says why."""


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """How a body stands in the directory; what is not known is empty."""

    name: str
    is_force: bool = False
    area: str = ""
    website: str = ""
    email: str = ""
    postal: str = ""
    phone: str = ""


def load_directory(*, at: dt.datetime) -> int:
    """Put the bodies that come with the product into the directory; return how many were new.

    What is there already stays as it is, whatever staff made of it.
    """
    with transaction.atomic():
        known = set(OtherBody.objects.values_list("slug", flat=True))
        names = set(OtherBody.objects.values_list("name", flat=True))
        made = [one for one in listed_bodies() if one.slug not in known and one.name not in names]
        for one in made:
            OtherBody.objects.get_or_create(
                slug=one.slug, defaults={"name": one.name, "kind": one.kind, "area": one.area}
            )
        if made:
            data = {"bodies": len(made)}
            record("directory loaded", subject="the directory", by=MACHINE.key, at=at, data=data)
    return len(made)


def add_body(entry: BodyEntry, *, doing: Doing) -> str:
    """Put a body into the directory; return its name in addresses.

    :raises MoveNotAllowed: if they may not.
    :raises BodyRefused: if it is there already, has no name, or cannot be reached as it says.
    """
    _check_may(doing)
    said = _checked(entry)
    slug = slugify(said.name)[:100]
    if not slug:
        message = f"{said.name!r} is no name: write it in letters"
        raise BodyRefused(message)
    with transaction.atomic():
        there = OtherBody.objects.filter(slug=slug).first()
        if there is not None:
            how = "" if there.is_active else ", and retired: take it up again"
            message = f"{there.name} is in the directory already{how}"
            raise BodyRefused(message)
        body = OtherBody(slug=slug)
        _keep(body, said, doing)
        _tell("body added", body, doing, ())
    return slug


def change_body(slug: str, entry: BodyEntry, *, doing: Doing) -> None:
    """Change how a body stands in the directory; letters that left say what they said.

    :raises MoveNotAllowed: if they may not.
    :raises BodyRefused: if there is no such body, another has its name, or it cannot be reached so.
    """
    _check_may(doing)
    said = _checked(entry)
    with transaction.atomic():
        body = _body(slug)
        before = _entry(body)
        changed = tuple(
            name for name, value in asdict(said).items() if asdict(before)[name] != value
        )
        if not changed:
            return
        _keep(body, said, doing)
        _tell("body changed", body, doing, changed)


def retire_body(slug: str, *, doing: Doing) -> None:
    """Let a body be chosen no more; where it was chosen it stays.

    :raises MoveNotAllowed: if they may not.
    :raises BodyRefused: if there is no such body.
    """
    _set_active(slug, doing, is_active=False)


def restore_body(slug: str, *, doing: Doing) -> None:
    """Let a body that was retired be chosen again.

    :raises MoveNotAllowed: if they may not.
    :raises BodyRefused: if there is no such body.
    """
    _set_active(slug, doing, is_active=True)


_ACTIONS = {True: "body restored", False: "body retired"}


def _set_active(slug: str, doing: Doing, *, is_active: bool) -> None:
    _check_may(doing)
    with transaction.atomic():
        body = _body(slug)
        if body.is_active == is_active:
            return
        body.is_active = is_active
        body.changed_by, body.changed_at = doing.by.key, doing.at
        body.save()
        _tell(_ACTIONS[is_active], body, doing, ())


def _check_may(doing: Doing) -> None:
    check_move(Move.KEEP_DIRECTORY, actor=doing.by, situation=NO_REQUEST)


def _checked(entry: BodyEntry) -> BodyEntry:
    """Return an entry as it is kept, if it can be."""
    said = replace(
        entry,
        name=_line(entry.name),
        area=_line(entry.area),
        website=_line(entry.website),
        email=_line(entry.email),
        phone=_line(entry.phone),
        postal=storable(entry.postal).strip(),
    )
    if not said.name:
        message = "Give the body its name: letters say it"
        raise BodyRefused(message)
    for name, longest in _LONGEST.items():
        if len(getattr(said, name)) > longest:
            message = f"The {name} can have {longest} characters: shorten it"
            raise BodyRefused(message)
    if said.email:
        _check(validate_email, said.email, "is no e-mail address: write it as foi@example.org")
    if said.website:
        words = "is no address of a website: write it as https://www.example.org/"
        _check(URLValidator(schemes=["https", "http"]), said.website, words)
    return said


def _line(text: str) -> str:
    return " ".join(storable(text).split())


def _check(validate: Callable[[str], None], value: str, words: str) -> None:
    try:
        validate(value)
    except ValidationError:
        message = f"{value!r} {words}"
        raise BodyRefused(message) from None


def _body(slug: str) -> OtherBody:
    body = OtherBody.objects.select_for_update().filter(slug=slug).first()
    if body is None:
        message = f"There is no body {slug} in the directory: look it up in the list"
        raise BodyRefused(message)
    return body


def _entry(body: OtherBody) -> BodyEntry:
    return BodyEntry(
        name=body.name,
        is_force=body.kind == OtherBody.Kind.FORCE,
        area=body.area,
        website=body.website,
        email=body.email,
        postal=body.postal,
        phone=body.phone,
    )


def _keep(body: OtherBody, said: BodyEntry, doing: Doing) -> None:
    if OtherBody.objects.filter(name=said.name).exclude(slug=body.slug).exists():
        message = f"Another body in the directory is called {said.name}: change that entry"
        raise BodyRefused(message)
    body.name, body.area, body.website = said.name, said.area, said.website
    body.email, body.postal, body.phone = said.email, said.postal, said.phone
    body.kind = OtherBody.Kind.FORCE if said.is_force else OtherBody.Kind.OTHER
    body.changed_by, body.changed_at = doing.by.key, doing.at
    body.save()


def _tell(action: str, body: OtherBody, doing: Doing, changed: tuple[str, ...]) -> None:
    data: dict[str, object] = {"name": body.name}
    if changed:
        data["fields"] = list(changed)
    record(action, subject=f"body {body.slug}", by=doing.by.key, at=doing.at, data=data)
