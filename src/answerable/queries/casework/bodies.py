"""The directory of other bodies: the list, one of them, and what a letter says of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from answerable.domain.decisions.signposts import Signpost
from answerable.records.casework.models import OtherBody


@dataclass(frozen=True, slots=True)
class BodyRow:
    """Another body, and how it is reached as far as staff filled that in."""

    slug: str
    name: str
    is_force: bool
    area: str
    website: str
    email: str
    postal: str
    phone: str
    is_active: bool
    changed_by: str
    changed_at: dt.datetime | None

    @property
    def is_reachable(self) -> bool:
        """Return whether a letter can say how to reach it."""
        return any((self.website, self.email, self.postal, self.phone))


def bodies(words: str = "") -> tuple[BodyRow, ...]:
    """Return the bodies that have words in their name or area, by name; the retired ones last."""
    found = OtherBody.objects.order_by("-is_active", "name")
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(area__icontains=word))
    return tuple(map(_row, found))


def body_row(slug: str) -> BodyRow | None:
    """Return the body of a name in addresses, None if there is none."""
    found = OtherBody.objects.filter(slug=slug).first()
    return None if found is None else _row(found)


def body_choices() -> list[tuple[str, str]]:
    """Return the bodies that can be chosen, by name, with their areas."""
    found = OtherBody.objects.filter(is_active=True).order_by("name")
    return [(one.slug, f"{one.name} ({one.area})" if one.area else one.name) for one in found]


def signposts_of(slugs: Iterable[str]) -> tuple[Signpost, ...]:
    """Return what a letter says of bodies as the directory has them now, by name."""
    found = OtherBody.objects.filter(slug__in=list(slugs)).order_by("name")
    return tuple(
        Signpost(one.slug, one.name, one.website, one.email, one.postal, one.phone) for one in found
    )


def _row(one: OtherBody) -> BodyRow:
    return BodyRow(
        slug=one.slug,
        name=one.name,
        is_force=one.kind == OtherBody.Kind.FORCE,
        area=one.area,
        website=one.website,
        email=one.email,
        postal=one.postal,
        phone=one.phone,
        is_active=one.is_active,
        changed_by=one.changed_by,
        changed_at=one.changed_at,
    )
