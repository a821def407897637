"""How near questions are for a model of paraphrase, and how one is related to an earlier one by the rules and by it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from answerable.domain.precedent.asked import Asked
from answerable.domain.precedent.paraphrased import like_by, read_by_model, related_by
from answerable.domain.precedent.relations import Related
from answerable.matching.pair_model import ReadsBoth
from answerable.matching.read_together import read_together
from answerable.matching.vectors import Floats, Vectors, small_vectors

MOST_NEAR = 20
_KEPT = 4_096


class ReadsTexts(Protocol):
    """A model of paraphrase, or what stands in for one."""

    def vectors(self, texts: Sequence[str], /) -> Floats:
        """Return for each text a vector of length 1; the product of two says how near the texts are."""


class Known(Protocol):
    """Vectors of texts that are known already."""

    def get(self, text: str, /) -> Floats | None:
        """Return the vector of a text; None if it has none."""


class Nearness:
    """A model of paraphrase, with the vectors of texts that are known already; others it reads when they are asked for."""

    def __init__(self, model: ReadsTexts, known: Known) -> None:
        """Use a model; `known` has the vectors of what the model reads of questions."""
        self._model = model
        self._known = known
        self._read = lru_cache(maxsize=_KEPT)(self._vector)

    def vector(self, asked: Asked) -> Floats:
        """Return the vector of a question."""
        return self._read(read_by_model(asked))

    def related(self, asked: Asked, earlier: Asked) -> Related | None:
        """Return how a question is related to an earlier one; None if neither the rules nor the model say that it is."""
        return related_by(asked, earlier, self._near)

    def like(self, asked: Asked, earlier: Asked) -> Related | None:
        """Return the same, and where nothing is told, whether the earlier answer may be of use all the same."""
        return like_by(asked, earlier, self._near)

    def _near(self, one: str, other: str) -> float:
        return float(self._read(one) @ self._read(other))

    def _vector(self, text: str) -> Floats:
        known = self._known.get(text)
        return self._model.vectors([text])[0] if known is None else known


class NearQuestions:
    """Questions in memory as a model of paraphrase sees them, known by their numbers."""

    def __init__(
        self, model: ReadsTexts, questions: Sequence[Asked], both: ReadsBoth | None = None
    ) -> None:
        """Let a model read questions; the first has the number 0.

        Another may read a question together with the earlier ones that seem of most use.
        """
        texts = [read_by_model(one) for one in questions]
        read = model.vectors(texts)
        self._nearness = Nearness(model, dict(zip(texts, read, strict=True)))
        self._vectors: Vectors = small_vectors(read)
        self.related = self._nearness.related
        self._both = both

    def nearest(self, asked: Asked, *, most: int = MOST_NEAR) -> list[int]:
        """Return the numbers of the questions that are nearest, the nearest first."""
        return self._vectors.nearest(self._nearness.vector(asked), most=most)

    def like(self, asked: Asked, earlier: Sequence[Asked]) -> list[Related | None]:
        """Return how a question is related to each of some earlier ones, and where nothing is told, whether it may be of use."""
        found = [self._nearness.like(asked, one) for one in earlier]
        return read_together(asked, earlier, found, self._both) if self._both else found
