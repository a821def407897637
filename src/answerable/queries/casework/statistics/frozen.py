"""Figures that were frozen: as they stood on a day, whatever was recorded since."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from answerable.domain.measures.office import OfficeFigures, Period, office_of
from answerable.queries.accounts import person_names
from answerable.records.casework.models import FrozenFigures


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """Figures that were frozen, and by whom; `is_whole` says that they still have their digest."""

    number: int
    period: Period
    as_at: dt.date
    sha256: str
    frozen_by: str
    frozen_key: str
    frozen_at: dt.datetime
    published_by: str
    published_at: dt.datetime | None
    is_whole: bool = True

    @property
    def query(self) -> str:
        """Return the beginning of the query of an address of its cases, up to what is counted."""
        return f"frozen={self.number}&by="


def frozen_rows(*, limit: int = 200) -> tuple[FrozenRow, ...]:
    """Return what was frozen, the latest first."""
    found = list(FrozenFigures.objects.defer("data").order_by("-frozen_at", "-pk")[:limit])
    names = person_names({one.frozen_by for one in found} | {one.published_by for one in found})
    return tuple(_row(one, names) for one in found)


def frozen_figures(number: int) -> tuple[FrozenRow, OfficeFigures] | None:
    """Return what was frozen under a number, None if nothing was."""
    one = FrozenFigures.objects.filter(pk=number).first()
    if one is None:
        return None
    names = person_names({one.frozen_by, one.published_by})
    is_whole = hashlib.sha256(one.data.encode()).hexdigest() == one.sha256
    return _row(one, names, is_whole=is_whole), office_of(json.loads(one.data))


def _row(one: FrozenFigures, names: dict[str, str], *, is_whole: bool = True) -> FrozenRow:
    return FrozenRow(
        number=one.pk,
        period=Period(one.first, one.last),
        as_at=one.as_at,
        sha256=one.sha256,
        frozen_by=names.get(one.frozen_by, one.frozen_by),
        frozen_key=one.frozen_by,
        frozen_at=one.frozen_at,
        published_by=names.get(one.published_by, one.published_by),
        published_at=one.published_at,
        is_whole=is_whole,
    )
