"""The words by which questions are compared here: those of the product, and those that the office taught."""

from collections.abc import Mapping

from answerable.domain.precedent.office import OfficeWords
from answerable.records.archive.models import Body
from answerable.records.casework.models import TaughtWords, TaughtWordsNow

_KNOWN: dict[str, OfficeWords] = {}
"""The words that were read last, by their digest: one at most."""


def office_words() -> OfficeWords:
    """Return what the office taught, as it stands; read anew only when somebody changed it, here or elsewhere."""
    now = TaughtWordsNow.objects.filter(pk=1).values_list("digest", flat=True).first()
    if now is None:
        return OfficeWords()
    known = _KNOWN.get(now)
    if known is None:
        known = words_as_they_stand()
        _KNOWN.clear()
        # By its own digest: somebody may have changed them since the row was read.
        _KNOWN[known.digest] = known
    return known


def words_as_they_stand() -> OfficeWords:
    """Return what the office taught, read from every row in the order in which it was taught."""
    found: Mapping[str, list[list[str]]] = {one: [] for one in TaughtWords.Kind}
    on = TaughtWords.objects.filter(is_on=True).order_by("pk")
    for kind, words in on.values_list("kind", "words"):
        found[kind].append(words)
    return OfficeWords(
        tuple(map(tuple, found[TaughtWords.Kind.GROUP])),
        tuple(words[0] for words in found[TaughtWords.Kind.NAME]),
        tuple(words[0] for words in found[TaughtWords.Kind.LEFT_OUT]),
    )


def body_names() -> frozenset[str]:
    """Return the names of the bodies whose answers are on file."""
    return frozenset(Body.objects.values_list("name", flat=True))
