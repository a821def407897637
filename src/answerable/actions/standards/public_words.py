"""Search the words of a service standard for personal data before everybody reads them."""

from collections import Counter
from collections.abc import Mapping

from answerable.domain.assurance.quotations import check_may_be_shown
from answerable.queries.standards.public_words import found_in_texts
from answerable.records.standards.models import ServiceStandard


def check_words(
    one: ServiceStandard, texts: tuple[str, ...], confirmed: Mapping[str, str]
) -> dict[str, object]:
    """Keep why what is found in texts is nobody's, and return what the ledger says of it; nothing if nothing is found.

    What was said of the same find before still holds. The standard is not saved.

    :raises WordsRefused: if something is found of which nobody said that it is nobody's personal data.
    """
    found = found_in_texts(texts)
    said = {key: why.strip() for key, why in confirmed.items() if why.strip()}
    known = {**one.confirmed, **said}
    check_may_be_shown(found, known)
    if not found:
        return {}
    one.confirmed = {**one.confirmed, **{each.key: known[each.key] for each in found}}
    reasons = dict.fromkeys(known[each.key] for each in found)
    return {"confirmed": dict(Counter(each.name for each in found)), "reasons": list(reasons)}
