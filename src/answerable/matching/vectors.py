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
# So many rows are looked at before what they dragged into memory is let go.
_AT_ONCE = 100


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
        near = np.concatenate(
            [self._nearness_of(some, vector) for some in _in_parts(through, _AT_ONCE)]
        )
        return [int(through[place]) for place in np.argsort(-near, kind="stable")[:most]]

    def _nearness_of(self, numbers: NDArray[np.int_], vector: Floats) -> Floats:
        near = self.nearness(numbers, vector)
        if self.held:
            # Rows here and there drag their neighbours along: in the end the whole file would be in memory.
            self.held.madvise(mmap.MADV_DONTNEED)
        return near

    def nearness(self, numbers: Sequence[int] | NDArray[np.int_], vector: Floats) -> Floats:
        """Return how near some of the texts are to one."""
        return (self.sizes[numbers].astype(np.float32) @ vector) / _SCALE

    def row(self, number: int) -> Floats:
        """Return one of them, of length 1 again, as near to what it was as its bytes are."""
        found = self.sizes[number].astype(np.float32)
        return np.asarray(found / (np.linalg.norm(found) or 1), np.float32)

    def empty(self, numbers: Sequence[int] | NDArray[np.int_], folder: Path) -> None:
        """Write nothing into rows of a folder, which count as before. One process writes at a time."""
        for name, rows in ((_SIZES, self.sizes), (_SIGNS, self.signs)):
            with (folder / name).open("r+b") as file:
                for number in numbers:
                    file.seek(int(number) * rows[:1].nbytes)
                    file.write(bytes(rows[:1].nbytes))

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


def stamp_of(folder: Path) -> tuple[int, int] | None:
    """Return what is another after every change of the vectors in a folder; None if it holds none."""
    try:
        said = (folder / _SIGNS).stat()
    except FileNotFoundError:
        return None
    return (said.st_size, said.st_mtime_ns) if said.st_size else None


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


def _in_parts(numbers: NDArray[np.int_], most: int) -> list[NDArray[np.int_]]:
    return np.array_split(numbers, max(1, -(-len(numbers) // most)))


def _least(counts: NDArray[np.uint16], most: int) -> NDArray[np.int_]:
    if len(counts) <= most:
        return np.arange(len(counts))
    return np.argpartition(counts, most)[:most]
