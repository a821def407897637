"""What a measured table gives away beside those that were kept before, each of which may have left, and what is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.domain.measures.as_json import stored_result
from answerable.domain.suppression.profiles import Profile, profile_from_data, profile_named
from answerable.domain.suppression.released import ReleasedTable
from answerable.domain.suppression.released_data import released_of
from answerable.queries.registers.opened import counted_by_anybody
from answerable.records.registers.models import MeasuredTable

THIS_TABLE = "this table"
"""What a table is called beside others."""
_AS_COUNTED = "none"
_MOST_READ = 200
"""So many of the latest tables of a register are read; those before are counted, and named as left out."""


@dataclass(frozen=True, slots=True)
class BesideKept:
    """What a table gives away beside others, in sentences; tables that contradict it, and those not looked at."""

    found: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_brief: bool = False
    """Whether there were so many figures that only what follows sum by sum is told."""

    def without(self, accepted: Sequence[str]) -> "BesideKept":
        """Return it without what somebody said may leave all the same."""
        return replace(self, found=tuple(one for one in self.found if one not in accepted))


def leaving(data: dict[str, Any], *, name: str = THIS_TABLE) -> tuple[ReleasedTable, ...]:
    """Return what a reader knows of a result, from its JSON, as tables to be set beside others."""
    from answerable.measuring.disclosure.leaving import tables_that_leave  # noqa: PLC0415 it loads scipy

    stored = stored_result(data)
    return tables_that_leave(
        stored.result, measure=stored.measure, register=stored.register, name=name
    )


def beside_kept(leaves: Sequence[ReleasedTable], data: dict[str, Any]) -> BesideKept:
    """Return what a result gives away beside all other tables of its register that were kept, and what is published.

    `leaves` are the result's own tables, and `data` is the result as JSON.
    """
    if not leaves:
        return BesideKept()
    from answerable.measuring.disclosure.beside import beside_others, strictest  # noqa: PLC0415 it loads scipy

    same = MeasuredTable.objects.filter(result__register__name=data["register"]["name"])
    others = same.exclude(sha256=data["result_sha256"])
    rows = list(others.order_by("-pk")[:_MOST_READ])
    before = [table for row in rows for table in _left(row)]
    rule = strictest([_profile(data), *(_profile(row.result) for row in rows)])
    found = beside_others(leaves, before, rule)
    unread = others.count() - len(rows)
    more = (f"{unread} tables that were kept before them",) if unread > 0 else ()
    return BesideKept(
        (*counted_by_anybody(leaves, data), *(one.words for one in found.given)),
        found.contradicts,
        (*found.left_out, *more),
        found.is_brief,
    )


def beside_of(number: int) -> BesideKept:
    """Return what a kept table gives away beside the others, less what somebody said may leave all the same."""
    row = MeasuredTable.objects.filter(pk=number, disposed_at=None).first()
    if row is None:
        return BesideKept()
    found = beside_kept([replace(one, name=THIS_TABLE) for one in _left(row)], row.result)
    return found.without(row.beside.get("found", ()))


def _left(row: MeasuredTable) -> list[ReleasedTable]:
    """Return a kept table as it is set beside others: as it was worked out then, or else from its result."""
    name = f"table {row.pk} ({row.title}, as at {row.as_at:%-d %B %Y})"
    if row.released is None:
        return list(leaving(row.result, name=name))
    return [replace(released_of(one), name=name) for one in row.released]


def _profile(data: dict[str, Any]) -> Profile:
    applied = data.get("disclosure")
    return profile_from_data(applied) if applied else profile_named(_AS_COUNTED)
