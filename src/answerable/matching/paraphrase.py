"""A model of paraphrase: texts into vectors that lie near each other where the texts say the same.

It runs all-MiniLM-L6-v2, or another BERT in the same form, on numpy alone, from a folder on this machine.
"""

import hashlib
import json
import math
import mmap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.matching.vectors import Floats
from answerable.matching.word_pieces import WordPieces

_WEIGHTS, _CONFIGURATION, _PIECES = _FILES = "model.safetensors", "config.json", "vocab.txt"
MOST_PIECES = 128
_TOGETHER = 32
_FAR = np.float32(-1e9)
_KINDS = {"F32": "<f4", "F16": "<f2"}
# Abramowitz and Stegun 7.1.26: the error function to 1.5e-7, which is as near as these floats go.
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_AT = 0.3275911


class ModelNotReadable(Exception):
    """The folder holds no model of paraphrase, or none that can be run here."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model of paraphrase that was loaded."""

    pieces: WordPieces
    weights: Mapping[str, Floats]
    layers: int
    heads: int
    epsilon: float
    besides: Mapping[str, tuple[Floats, Floats]] = field(default_factory=dict)
    """What was learnt besides of some tables, by their names: two narrow ones, whose product is added."""

    @property
    def size(self) -> int:
        """Return of how many numbers a vector is."""
        return int(self.weights["embeddings.LayerNorm.bias"].size)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return for each text a vector of length 1; the product of two says how near the texts are."""
        rows = [self.pieces.of(text, most=MOST_PIECES) for text in texts]
        found = np.zeros((len(rows), self.size), np.float32)
        # Texts of about one length together, so that few are filled up.
        order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
        for start in range(0, len(order), _TOGETHER):
            some = order[start : start + _TOGETHER]
            found[some] = self._pooled([rows[number] for number in some])
        return found

    def _pooled(self, rows: Sequence[Sequence[int]]) -> Floats:
        longest = max(map(len, rows))
        numbers = np.array([[*row, *[0] * (longest - len(row))] for row in rows])
        is_text = np.array([[place < len(row) for place in range(longest)] for row in rows])
        state = self.states(numbers, is_text, np.zeros_like(numbers))
        summed = (state * is_text[:, :, None]).sum(axis=1)
        lengths: Floats = np.linalg.norm(summed, axis=1, keepdims=True)
        return np.asarray(summed / lengths, np.float32)

    def states(
        self, numbers: NDArray[np.int_], is_text: NDArray[np.bool_], kinds: NDArray[np.int_]
    ) -> Floats:
        """Return what the last layer says of every piece of some texts, a row for each text.

        `numbers` are the numbers of the pieces, `is_text` which of them are not there to fill up, `kinds` to which
        of two texts of a row each belongs, 0 or 1.
        """
        state = self._embedded(numbers, kinds)
        unseen = np.where(is_text, np.float32(0), _FAR)[:, None, None, :]
        for layer in range(self.layers):
            state = self._through(f"encoder.layer.{layer}", state, unseen)
        return state

    def _embedded(self, numbers: NDArray[np.int_], kinds: NDArray[np.int_]) -> Floats:
        words, places, of_kinds = (
            self.weights[f"embeddings.{name}_embeddings.weight"]
            for name in ("word", "position", "token_type")
        )
        summed: Floats = words[numbers] + places[: numbers.shape[1]] + of_kinds[kinds]
        return self._levelled("embeddings.LayerNorm", summed)

    def _through(self, name: str, state: Floats, unseen: Floats) -> Floats:
        seen = self._attended(f"{name}.attention.self", state, unseen)
        seen = self._linear(f"{name}.attention.output.dense", seen)
        state = self._levelled(f"{name}.attention.output.LayerNorm", state + seen)
        wide = _gelu(self._linear(f"{name}.intermediate.dense", state))
        thought = self._linear(f"{name}.output.dense", wide)
        return self._levelled(f"{name}.output.LayerNorm", state + thought)

    def _attended(self, name: str, state: Floats, unseen: Floats) -> Floats:
        count, length, size = state.shape
        asked, keys, values = (
            self._linear(f"{name}.{part}", state)
            .reshape(count, length, self.heads, -1)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = asked @ keys.transpose(0, 1, 3, 2) / np.float32(math.sqrt(size / self.heads))
        scores += unseen
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        seen: Floats = (shares @ values).transpose(0, 2, 1, 3).reshape(count, length, size)
        return seen

    def _linear(self, name: str, state: Floats) -> Floats:
        weight = self.weights[f"{name}.weight"]
        # One product of two tables is faster than one for every text.
        rows = state.reshape(-1, weight.shape[1])
        flat: Floats = rows @ weight.T + self.weights[f"{name}.bias"]
        if name in self.besides:
            narrow, wide = self.besides[name]
            flat += (rows @ narrow) @ wide
        return flat.reshape(*state.shape[:-1], -1)

    def _levelled(self, name: str, state: Floats) -> Floats:
        apart = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((apart * apart).mean(axis=-1, keepdims=True) + np.float32(self.epsilon))
        level: Floats = apart / spread * self.weights[f"{name}.weight"]
        return level + self.weights[f"{name}.bias"]


def _gelu(state: Floats) -> Floats:
    """Return the Gaussian error linear unit of every number."""
    size = np.abs(state) * np.float32(math.sqrt(0.5))
    at = 1 / (1 + np.float32(_ERF_AT) * size)
    rest = np.zeros_like(at)
    for factor in reversed(_ERF):
        rest = (rest + np.float32(factor)) * at
    error = np.copysign(1 - rest * np.exp(-size * size), state)
    passed: Floats = np.float32(0.5) * state * (1 + error)
    return passed


def model_in(folder: Path) -> Model:
    """Return the model of paraphrase that a folder holds.

    :raises ModelNotReadable: if files are missing or are not in the form that can be run.
    """
    try:
        said = json.loads((folder / _CONFIGURATION).read_text("utf-8"))
        pieces = (folder / _PIECES).read_text("utf-8").split("\n")
        model = Model(
            WordPieces({piece: number for number, piece in enumerate(pieces) if piece}),
            dict(tables_in(folder / _WEIGHTS)),
            said["num_hidden_layers"],
            said["num_attention_heads"],
            said["layer_norm_eps"],
        )
        model.vectors(["A text."])
    except OSError as missing:
        raise ModelNotReadable(_missing(folder, missing)) from missing
    except (ValueError, KeyError, TypeError, IndexError) as odd:
        raise ModelNotReadable(f"{folder} holds no model of paraphrase that runs here") from odd
    return model


def identity_of(folder: Path) -> str:
    """Return what tells the model in a folder from every other: the vectors of two cannot be compared.

    :raises ModelNotReadable: if files are missing.
    """
    found = hashlib.sha256()
    for name in _FILES:
        try:
            with (folder / name).open("rb") as file:
                found.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as missing:
            raise ModelNotReadable(_missing(folder, missing)) from missing
    return found.hexdigest()


def lacks(folder: Path) -> str:
    """Return in a sentence what a folder lacks of a model of paraphrase; nothing if its files are there."""
    missing = [name for name in _FILES if not (folder / name).is_file()]
    return f"{folder} holds no model of paraphrase: {', '.join(missing)} missing" if missing else ""


def _missing(folder: Path, missing: OSError) -> str:
    return f"{folder} holds no model of paraphrase: {missing.filename} cannot be read"


def tables_in(path: Path) -> Iterator[tuple[str, Floats]]:
    """Yield the tables of a safetensors file by their names: how long its list is, the list, and the numbers.

    Those of two bytes a number are made into those of four, which are reckoned with; what is no table of either is left out.
    """
    with path.open("rb") as file:
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    start = 8 + int.from_bytes(held[:8], "little")
    for name, said in json.loads(bytes(held[8:start])).items():
        if (kind := _KINDS.get(said.get("dtype"))) is not None:
            first, last = said["data_offsets"]
            numbers = np.frombuffer(held[start + first : start + last], kind)
            yield name, numbers.reshape(said["shape"]).astype(np.float32, copy=False)
