"""Vectors of the texts of an index of questions, beside it in its folder: what a model read once it need not read again.

A text is known by a key that is made of it, in the index as well, so that an index which is made anew finds its vectors
where they are. What no question says any more is emptied. One folder holds the vectors of one model.
"""

import fcntl
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answerable.matching.question_documents import meaning_key
from answerable.matching.vectors import Floats, Vectors, small_vectors, stamp_of, vectors_in

Keys = NDArray[np.uint64]
_KEYS, _DONE, _LOCK = "keys.u64", "done", "lock"
_LONGEST_NAME = 16
_EMPTY = 0
"""The key of a row that was emptied: no text has it."""


class MeaningsBusy(Exception):
    """Another process reads texts by the model just now."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What the folder held at a time: the keys in order, the row of each, the keys of the rows, the vectors."""

    stamp: tuple[int, int]
    keys: Keys
    rows: NDArray[np.intp]
    of_rows: Keys
    vectors: Vectors


class Meanings:
    """The vectors of a model in a folder. Safe to share between threads; one process writes at a time."""

    def __init__(self, folder: Path, *, identity: str, size: int) -> None:
        """Use a folder, which need not exist yet, for the vectors of a model, each of so many numbers."""
        self._every, self._size = folder, size
        self._folder = folder / identity[:_LONGEST_NAME]
        self._lock = threading.Lock()
        self._held: _Held | None = None

    def __len__(self) -> int:
        """Return how many texts have a vector."""
        held = self._now()
        return int(np.count_nonzero(held.of_rows)) if held else 0

    @property
    def are_there(self) -> bool:
        """Return whether the folder holds any of this model."""
        return self._now() is not None

    @property
    def are_of_another(self) -> bool:
        """Return whether the folder holds vectors of another model, and none of this."""
        return not self._folder.exists() and any(one.is_dir() for one in _inside(self._every))

    def get(self, text: str) -> Floats | None:
        """Return the vector of a text; None if it has none yet."""
        held = self._now()
        row = _row(held, meaning_key(text)) if held else None
        return held.vectors.row(row) if held and row is not None else None

    def nearest(self, vector: Floats, *, most: int) -> list[int]:
        """Return the keys of the texts that are nearest to one, the nearest first."""
        held = self._now()
        if held is None:
            return []
        keys = (int(held.of_rows[row]) for row in held.vectors.nearest(vector, most=most))
        return [key for key in keys if key != _EMPTY]

    def compared_with(self, keys: Iterable[int]) -> tuple[Keys, list[int]]:
        """Return the keys of all texts, each once and in order, and those of them that have no vector yet."""
        every = np.unique(np.fromiter(keys, np.uint64))
        held = self._now()
        lacking = np.setdiff1d(every, held.keys, assume_unique=True) if held else every
        return every, [int(key) for key in lacking]

    @property
    def done_with(self) -> str:
        """Return the state of the index of which every text has its vector, and no other; nothing if none was."""
        done = self._folder / _DONE
        return done.read_text("utf-8") if done.exists() else ""

    def say_done(self, state: str) -> None:
        """Say of which state of the index every text has its vector; only who is `writing` may do so."""
        (self._folder / _DONE).write_text(state, "utf-8")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let no other process write meanwhile; vectors of other models are removed.

        :raises MeaningsBusy: if another one does.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._every / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as problem:
                message = "Another process reads questions by the model of paraphrase"
                raise MeaningsBusy(message) from problem
            for one in _inside(self._every):
                if one.is_dir() and one != self._folder:
                    shutil.rmtree(one, ignore_errors=True)
            yield

    def add(self, keys: Sequence[int], vectors: Floats) -> None:
        """Keep the vectors of texts, which have none yet; only who is `writing` may do so."""
        if not len(keys):
            return
        held = self._now()
        before = len(held.of_rows) if held else 0
        rows = np.asarray(keys, np.uint64)
        with (self._folder / _KEYS).open("ab") as file:
            # A row counts once its bits are there: they are written last.
            file.truncate(before * rows.itemsize)
            file.write(rows.tobytes())
        small_vectors(vectors).write(self._folder)

    def keep_only(self, keys: Keys) -> int:
        """Empty the rows of all other texts, and return how many those are; only who is `writing` may do so."""
        held = self._now()
        if held is None:
            return 0
        is_gone = (held.of_rows != _EMPTY) & ~np.isin(held.of_rows, keys)
        gone = np.flatnonzero(is_gone)
        with (self._folder / _KEYS).open("r+b") as file:
            for row in gone:
                file.seek(int(row) * held.of_rows.itemsize)
                file.write(bytes(held.of_rows.itemsize))
        held.vectors.empty(gone, self._folder)
        self._held = None
        return len(gone)

    def _now(self) -> _Held | None:
        """Return what the folder holds now; None if that is nothing."""
        stamp = stamp_of(self._folder)
        if stamp is None:
            return None
        held = self._held
        if held is not None and held.stamp == stamp:
            return held
        with self._lock:
            held = self._held = self._read(stamp)
        return held

    def _read(self, stamp: tuple[int, int]) -> _Held:
        vectors = vectors_in(self._folder, size=self._size)
        of_rows = np.fromfile(self._folder / _KEYS, np.uint64, len(vectors))
        rows = np.argsort(of_rows, kind="stable")
        return _Held(stamp, of_rows[rows], rows, of_rows, vectors)


def _row(held: _Held, key: int) -> int | None:
    place = int(np.searchsorted(held.keys, np.uint64(key)))
    is_there = place < len(held.keys) and int(held.keys[place]) == key
    return int(held.rows[place]) if is_there else None


def _inside(folder: Path) -> Sequence[Path]:
    return tuple(folder.iterdir()) if folder.is_dir() else ()
