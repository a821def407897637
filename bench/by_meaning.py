"""An index of questions as if a model of paraphrase had read all of it, for measuring how long a match takes then.

The model has the size of all-MiniLM-L6-v2 and numbers of chance, for to read a million questions with a real one takes
hours; a text takes it as long. Any two of its vectors are as near each other as two questions about one thing, so that a
match has as much to look at as it can have.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from answerable.domain.precedent.signs import Chances
from answerable.domain.precedent.together import Standing
from answerable.matching.meanings import Meanings
from answerable.matching.near_on_file import NearOnFile
from answerable.matching.pair_model import Pair, pair_model
from answerable.matching.paraphrase import Model
from answerable.matching.questions_on_file import QuestionsOnFile
from answerable.matching.vectors import Floats
from answerable.matching.word_pieces import WordPieces

_SIZE, _WIDE, _LAYERS, _HEADS, _PLACES = 384, 1536, 6, 12, 128
_SMALL = 1e-12
_AT_ONCE = 10_000
_NEAR = 0.6
_IDENTITY = "of chance"
_RANK = 32
_RELATIONS = ("nothing", "same", "same_new_subject", "overlap", "opposite", "related")
_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
"""Every word is one piece that is not known; a real model cuts each third word in two."""


class AllNear:
    """A model that reads as long as a real one, and finds all texts near each other."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)
        numbers = {piece: number for number, piece in enumerate(_PIECES)}
        weights = dict(_weights(self._chance))
        self._model = Model(WordPieces(numbers), weights, _LAYERS, _HEADS, _SMALL)
        self.size = self._model.size
        # What a real one was taught is as large, and takes as long.
        learnt = dict(_learnt(self._chance, weights))
        self._both = pair_model(self._model, learnt, {"relations": _RELATIONS})

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Read texts, and return vectors of chance that lie near each other."""
        self._model.vectors([_longer(text) for text in texts])
        return self.some(len(texts))

    def chances(self, pairs: Sequence[Pair]) -> list[Chances]:
        """Read pairs of texts together, and return what comes of chance."""
        return self._both.chances([(_in_pieces(one), _in_pieces(other)) for one, other in pairs])

    def some(self, count: int) -> Floats:
        """Return so many of them."""
        found = self._chance.standard_normal((count, _SIZE), np.float32)
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        found *= np.float32(np.sqrt(1 - _NEAR))
        found += np.float32(np.sqrt(_NEAR / _SIZE))
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def _longer(text: str) -> str:
    """Return a text with as many words as a real model finds pieces in it."""
    words = text.split()
    return " ".join([*words, *words[: len(words) // 3]])


def _in_pieces(one: Standing) -> Standing:
    return Standing(_longer(one.above), _longer(one.text))


def near_on(index: QuestionsOnFile) -> NearOnFile:
    """Return an index with a model, as vectors beside it say what that has read."""
    model = AllNear()
    return NearOnFile(model, _meanings(index), model)


def read_all(index: QuestionsOnFile) -> None:
    """Write vectors beside an index as if the model had read all of it."""
    model, meanings = AllNear(), _meanings(index)
    with meanings.writing():
        _, lacking = meanings.compared_with(index.meanings())
        for start in range(0, len(lacking), _AT_ONCE):
            some = lacking[start : start + _AT_ONCE]
            meanings.add(some, model.some(len(some)))


def _meanings(index: QuestionsOnFile) -> Meanings:
    return Meanings(index.path / "meanings", identity=_IDENTITY, size=_SIZE)


def _weights(chance: np.random.Generator) -> Iterator[tuple[str, Floats]]:
    shapes = {
        "embeddings.word_embeddings.weight": (len(_PIECES), _SIZE),
        "embeddings.position_embeddings.weight": (_PLACES, _SIZE),
        "embeddings.token_type_embeddings.weight": (2, _SIZE),
        **_level("embeddings.LayerNorm"),
    }
    for layer in range(_LAYERS):
        name = f"encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            shapes |= _linear(f"{name}.attention.self.{part}", _SIZE, _SIZE)
        shapes |= _linear(f"{name}.attention.output.dense", _SIZE, _SIZE)
        shapes |= _level(f"{name}.attention.output.LayerNorm") | _level(f"{name}.output.LayerNorm")
        shapes |= _linear(f"{name}.intermediate.dense", _WIDE, _SIZE)
        shapes |= _linear(f"{name}.output.dense", _SIZE, _WIDE)
    for name, shape in shapes.items():
        yield name, np.asarray(chance.normal(0, 0.05, shape), np.float32)


def _learnt(
    chance: np.random.Generator, weights: Mapping[str, Floats]
) -> Iterator[tuple[str, Floats]]:
    """Yield two narrow tables for each large one, and a last step."""
    for name, table in weights.items():
        if table.ndim > 1 and name.startswith("encoder"):
            to, of = table.shape
            for part, shape in (("narrow", (of, _RANK)), ("wide", (_RANK, to))):
                said = f"{name.removesuffix('weight')}{part}"
                yield said, np.asarray(chance.normal(0, 0.05, shape), np.float32)
    last = len(_RELATIONS), 4 * _SIZE
    yield "last.weight", np.asarray(chance.normal(0, 0.05, last), np.float32)
    yield "last.bias", np.zeros(last[0], np.float32)


def _level(name: str) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (_SIZE,), f"{name}.bias": (_SIZE,)}


def _linear(name: str, to: int, of: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (to, of), f"{name}.bias": (to,)}
