"""The place of one finding in a file, found again in its bytes for whoever has to decide about it."""

import re
from dataclasses import dataclass

from answerable.inspecting import Place
from answerable.inspecting.kinds import PICTURES
from answerable.inspecting.placed import ShownPlace, place_shown
from answerable.queries.casework.releasing.standings import (
    FileStanding,
    file_standings,
    key_of,
    key_of_hit,
)
from answerable.records.casework.models import CaseFile, Request

_PAGE = re.compile(r"page (\d{1,5})(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Where a finding stands in a file, and what it is of."""

    file: CaseFile
    place: Place
    is_picture: bool


def found_place(reference: str, pk: int, key: str) -> FoundPlace | None:
    """Return where a finding of a file stands, by its key; None if there is none, or it can only be said in words."""
    request = Request.objects.filter(reference=reference).first()
    file = None if request is None else request.files.filter(pk=pk).first()
    if request is None or file is None:
        return None
    (one,) = file_standings(request, [file])
    place = places_of(one).get(key)
    if place is None or one.inspection is None:
        return None
    return FoundPlace(file, place, bool(place.page) or one.inspection.kind in PICTURES)


def places_of(one: FileStanding) -> dict[str, Place]:
    """Return the first place of each finding that can be shown, by the finding's key."""
    if one.inspection is None or one.is_changed:
        return {}
    found = {key_of_hit(hit): hit.places[0] for hit in one.inspection.personal or () if hit.places}
    if one.inspection.kind in PICTURES:
        return {**found, **{key_of(each): Place(each.where) for each in one.inspection.findings}}
    if one.inspection.kind == "pdf":
        for each in one.inspection.findings:
            if page := _PAGE.search(each.where):
                found[key_of(each)] = Place(each.where, int(page[1]))
    return found


def shown_at(found: FoundPlace) -> ShownPlace:
    """Return what stands at a place, drawn or read in a process apart.

    :raises CannotShow: if it cannot be shown.
    """
    return place_shown(bytes(found.file.data), name=found.file.name, place=found.place)
