"""The words of a service standard that everybody reads once it is published, and the personal data in them."""

from answerable.domain.assurance.quotations import FoundWords
from answerable.queries.standards.quotations import found_in
from answerable.records.standards.models import ServiceStandard


def texts_of(one: ServiceStandard) -> tuple[str, ...]:
    """Return all that somebody wrote in a service standard and about its months."""
    own = (one.name, one.name_cy, one.promise, one.promise_cy, one.team)
    rows = one.months.order_by("month").values_list("told", "told_cy", "action", "action_cy")
    return (*own, *(text for row in rows for text in row))


def found_in_texts(texts: tuple[str, ...]) -> tuple[FoundWords, ...]:
    """Return the personal data in texts, the same once."""
    return found_in("\n\n".join(text for text in texts if text))


def words_to_decide(slug: str, texts: tuple[str, ...] | None = None) -> tuple[FoundWords, ...]:
    """Return what is found in the words of a standard, or in other texts of it, of which nobody has said why it is nobody's."""
    one = ServiceStandard.objects.filter(slug=slug).first()
    if one is None:
        return ()
    found = found_in_texts(texts_of(one) if texts is None else texts)
    return tuple(each for each in found if each.key not in one.confirmed)
