"""Questions as they are compared, read with the stems of the index and the thesaurus that comes with the product."""

import datetime as dt
from functools import cache

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.relations import related
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of

DAY = dt.date(2024, 6, 3)


@cache
def reader():
    return reader_of(stem_of, usual_groups())


def asked(text, on=DAY, under=""):
    return reader().asked(text, on, under)


def asked_in(pair, side):
    """Return the question on one side of a labelled pair, `asked` or `earlier`, as it is compared."""
    on = dt.date.fromisoformat(pair[f"{side}_on"])
    return asked(pair[side], on, pair.get(f"{side}_under", ""))


def relation(new, earlier, on=DAY, earlier_on=DAY):
    """Return the relation of a question to an earlier one, by its name, and in what they differ, in words."""
    found = related(asked(new, on), asked(earlier, earlier_on))
    if found is None:
        return "nothing", ""
    return found.relation.value, "; ".join(one.said for one in found.differs)
