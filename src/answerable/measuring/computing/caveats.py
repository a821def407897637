"""Which caveats go with a result: all of the measure's, less those of days that it does not cover."""

import datetime as dt
from collections.abc import Iterable

from answerable.domain.measures.registers import Caveat
from answerable.measuring.computing.question import Days


def caveats_covering(caveats: Iterable[Caveat], spans: Iterable[Days]) -> tuple[Caveat, ...]:
    """Return the caveats that go with figures of some spans of days; all of them where no span is known."""
    known = tuple(spans)
    return tuple(one for one in caveats if not known or _covers(one, known))


def _covers(caveat: Caveat, spans: Iterable[Days]) -> bool:
    first, last = caveat.first or dt.date.min, caveat.last or dt.date.max
    return any(first <= until and since <= last for since, until in spans)
