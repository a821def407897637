"""Vectors of many texts, small enough to be kept and looked through: in memory, or in a folder as a memory-mapped file.

Of each number of a vector its sign is one bit and its size one byte. The bits sieve, the bytes decide.
"""

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SIZES, _SIGNS = "vectors.i8", "signs.u64"
# Numbers of a vector of length 1 are hardly ever beyond a third.
_SCALE = np.float32(400)
_LARGEST = 127
_BITS = 64
# So many are let through the sieve for each that is wanted.
_SIEVED = 20


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of texts, each known by its number: rows of bytes, and of bits.

    `held` is the file that the bytes are in, if they are in one.
    """

    sizes: NDArray[np.int8]
    signs: NDArray[np.uint64]
    held: mmap.mmap | None = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.sizes)

    def nearest(self, vector: Floats, *, most: int) -> list[int]:
        """Return the numbers of the texts that are nearest to one, the nearest first."""
        apart = np.zeros(len(self), np.uint16)
        for column, bits in zip(self.signs.T, _signs_of(vector[None])[0], strict=True):
            apart += np.bitwise_count(column ^ bits)
        through = np.sort(_least(apart, most * _SIEVED))
        near = self.nearness(through, vector)
        if self.held:
            # Rows here and there drag their neighbours along: in the end the whole file would be in memory.
            self.held.madvise(mmap.MADV_DONTNEED)
        return [int(through[place]) for place in np.argsort(-near, kind="stable")[:most]]

    def nearness(self, numbers: Sequence[int] | NDArray[np.int_], vector: Floats) -> Floats:
        """Return how near some of the texts are to one."""
        return (self.sizes[numbers].astype(np.float32) @ vector) / _SCALE

    def write(self, folder: Path) -> None:
        """Write them behind those that a folder holds: they go on counting there. One process writes at a time."""
        folder.mkdir(parents=True, exist_ok=True)
        signs = folder / _SIGNS
        before = signs.stat().st_size // self.signs[:1].nbytes if signs.exists() else 0
        # A row counts once its bits are there, so that what is read meanwhile is whole.
        for name, rows in ((_SIZES, self.sizes), (_SIGNS, self.signs)):
            with (folder / name).open("ab") as file:
                # What an earlier process could not end is written again.
                file.truncate(before * rows[:1].nbytes)
                file.write(np.ascontiguousarray(rows).tobytes())


def small_vectors(vectors: Floats) -> Vectors:
    """Return vectors of length 1 in the form in which many are kept."""
    sizes = np.clip(np.rint(vectors * _SCALE), -_LARGEST, _LARGEST).astype(np.int8)
    return Vectors(sizes, _signs_of(vectors))


def vectors_in(folder: Path, *, size: int) -> Vectors:
    """Return the vectors that a folder holds, each of so many numbers, without reading them into memory."""
    held = _held(folder / _SIZES)
    bits = _held(folder / _SIGNS)
    count = len(bits) // (size // 8)
    signs = np.frombuffer(bits, np.uint64, count * size // _BITS).reshape(count, -1)
    sizes = np.frombuffer(held, np.int8, count * size).reshape(count, -1)
    return Vectors(sizes, signs, held)


def _held(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _signs_of(vectors: Floats) -> NDArray[np.uint64]:
    return np.packbits(vectors > 0, axis=1, bitorder="little").view(np.uint64)


def _least(counts: NDArray[np.uint16], most: int) -> NDArray[np.int_]:
    if len(counts) <= most:
        return np.arange(len(counts))
    return np.argpartition(counts, most)[:most]
