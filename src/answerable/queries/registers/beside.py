"""What a measured table gives away beside those that were kept before: each of them may have left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.domain.measures.as_json import stored_result
from answerable.domain.suppression.profiles import Profile, profile_from_data, profile_named
from answerable.domain.suppression.released import ReleasedTable
from answerable.domain.suppression.released_data import released_of
from answerable.measuring.disclosure.beside import beside_others, strictest
from answerable.measuring.disclosure.leaving import tables_that_leave
from answerable.queries.registers.measuring import THIS_TABLE
from answerable.records.registers.models import MeasuredTable

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


def beside_kept(
    leaves: Sequence[ReleasedTable], *, register: str, profile: Profile | None, sha256: str
) -> BesideKept:
    """Return what a result gives away beside all other tables of its register that were kept, whoever kept them."""
    if not leaves:
        return BesideKept()
    others = MeasuredTable.objects.filter(result__register__name=register).exclude(sha256=sha256)
    rows = list(others.order_by("-pk")[:_MOST_READ])
    before = [table for row in rows for table in _left(row)]
    found = beside_others(leaves, before, strictest([_profile(profile), *map(_profile_of, rows)]))
    unread = others.count() - len(rows)
    more = (f"{unread} tables that were kept before them",) if unread > 0 else ()
    return BesideKept(
        tuple(one.words for one in found.given),
        found.contradicts,
        (*found.left_out, *more),
        found.is_brief,
    )


def beside_of(number: int) -> BesideKept:
    """Return what a kept table gives away beside the others, less what somebody said may leave all the same."""
    row = MeasuredTable.objects.filter(pk=number).first()
    if row is None:
        return BesideKept()
    leaves = [replace(one, name=THIS_TABLE) for one in _left(row)]
    register = row.result["register"]["name"]
    found = beside_kept(leaves, register=register, profile=_profile_of(row), sha256=row.sha256)
    return found.without(row.beside.get("found", ()))


def _left(row: MeasuredTable) -> list[ReleasedTable]:
    """Return a kept table as it is set beside others: as it was worked out then, or else from its result."""
    name = f"table {row.pk} ({row.title}, as at {row.as_at:%-d %B %Y})"
    if row.released is not None:
        return [replace(released_of(one), name=name) for one in row.released]
    stored = stored_result(row.result)
    return list(
        tables_that_leave(
            stored.result, measure=stored.measure, register=stored.register, name=name
        )
    )


def _profile_of(row: MeasuredTable) -> Profile:
    applied = row.result.get("disclosure")
    return _profile(profile_from_data(applied) if applied else None)


def _profile(applied: Profile | None) -> Profile:
    return applied or profile_named(_AS_COUNTED)
