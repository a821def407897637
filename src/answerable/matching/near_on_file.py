"""Questions on file on disk as a model of paraphrase sees them: their vectors stand beside the index.

To read one text takes the model about as long as to compare fifty questions without it, and to read ten at once twice as
long. So what is asked is read first, then all parts of questions that have to be held against each other, together.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.paraphrased import like_by, read_by_model
from answerable.domain.precedent.relations import Related, like_at_all
from answerable.matching.meanings import Meanings
from answerable.matching.nearness import ReadsTexts
from answerable.matching.pair_model import ReadsBoth
from answerable.matching.read_together import read_together
from answerable.matching.vectors import Floats

MOST_PARTS, MOST_WORDS = 12, 80
"""So many parts of questions are read for one look-up, those of the nearest, of so many words together if each were as
long as the longest. The rest is told by all signs alone.
"""
_KEPT = 256


class NearOnFile:
    """Questions on file, known by the keys of their texts. Safe to share between threads."""

    def __init__(
        self, model: ReadsTexts, meanings: Meanings, both: ReadsBoth | None = None
    ) -> None:
        """Let a model read the questions that are asked; those on file it has read, or will.

        Another may read a question together with the earlier ones that seem of most use.
        """
        self._model, self._meanings, self._both = model, meanings, both
        self._vector = lru_cache(maxsize=_KEPT)(lambda text: model.vectors([text])[0])

    @property
    def knows_any(self) -> bool:
        """Return whether any question on file was read by the model yet."""
        return self._meanings.are_there

    def nearest(self, asked: Asked, *, most: int) -> list[int]:
        """Return the keys of the texts that are nearest, the nearest first."""
        return self._meanings.nearest(self._vector(read_by_model(asked)), most=most)

    def like(self, asked: Asked, earlier: Sequence[Asked]) -> list[Related | None]:
        """Return how a question is related to each of some earlier ones, and where nothing is told, whether it may be of use.

        What the model has not read yet is compared without it: nobody waits for that.
        """
        text = read_by_model(asked)
        known = {text: self._vector(text)}
        for one in earlier:
            vector = self._meanings.get(read_by_model(one))
            if vector is not None:
                known[read_by_model(one)] = vector
        found = [_compared(asked, one, known) for one in earlier]
        told = [how for how, _ in found]
        if self._both:
            # Whoever reads both whole needs no parts of theirs held against each other.
            return read_together(asked, earlier, told, self._both)
        waiting = [place for place, (_, parts) in enumerate(found) if parts]
        if waiting:
            waiting.sort(
                key=lambda place: -float(known[text] @ known[read_by_model(earlier[place])])
            )
            known |= self._parts([found[place][1] for place in waiting])
            for place in waiting:
                told[place], _ = _compared(asked, earlier[place], known)
        return told

    def _parts(self, wanted: Sequence[Sequence[str]]) -> dict[str, Floats]:
        """Return the vectors of the first parts of questions that are wanted, as many as may be read."""
        texts: dict[str, None] = {}
        for parts in wanted:
            more = texts | dict.fromkeys(parts)
            longest = max(len(one.split()) for one in more)
            if len(more) > MOST_PARTS or len(more) * longest > MOST_WORDS:
                continue
            texts = more
        return dict(zip(texts, self._model.vectors(list(texts)), strict=True)) if texts else {}


def _compared(
    asked: Asked, earlier: Asked, known: Mapping[str, Floats]
) -> tuple[Related | None, Sequence[str]]:
    """Return how two questions are related, and the texts that had to be known for it and are not."""
    if read_by_model(earlier) not in known:
        return like_at_all(asked, earlier), ()
    unknown: list[str] = []

    def near(one: str, other: str) -> float:
        missing = [text for text in (one, other) if text not in known]
        unknown.extend(missing)
        return 0.0 if missing else float(known[one] @ known[other])

    return like_by(asked, earlier, near), unknown
