"""A question read by a model together with the earlier ones that seem of most use."""

from collections.abc import Sequence

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.paraphrased import like_together
from answerable.domain.precedent.relations import Related
from answerable.domain.precedent.together import as_it_stands
from answerable.matching.pair_model import ReadsBoth

MOST_TOGETHER = 5
"""With so many earlier ones a question is read together: a page shows five, and each takes longer than to read one text."""


def read_together(
    asked: Asked,
    earlier: Sequence[Asked],
    found: Sequence[Related | None],
    both: ReadsBoth,
) -> list[Related | None]:
    """Return how a question is related to each of some earlier ones, those of most use by what a model says of both.

    `found` is how it is related to each by the rules and by how near a model finds them; what has not been read by
    that is left as it is.
    """
    of_use = {
        place: how.of_use
        for place, how in enumerate(found)
        if how is not None and how.near is not None
    }
    places = sorted(of_use, key=lambda place: (-of_use[place], place))[:MOST_TOGETHER]
    mine = as_it_stands(asked)
    told = both.chances([(mine, as_it_stands(earlier[place])) for place in places])
    again = list(found)
    for place, chances in zip(places, told, strict=True):
        how = found[place]
        near = how.near if how and how.near is not None else 0.0
        again[place] = like_together(asked, earlier[place], near, chances)
    return again
