"""Vectors of many texts, in memory and in a folder."""

import numpy as np
import pytest

from answerable.matching.vectors import small_vectors, vectors_in


def floats(count, seed=3):
    found = np.random.default_rng(seed).normal(size=(count, 128)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_a_vector_is_nearest_to_itself_and_then_to_what_is_like_it():
    some = floats(3_000)
    some[7] = some[5] + 0.3 * some[6]
    some[7] /= np.linalg.norm(some[7])

    assert small_vectors(some).nearest(some[5], most=2) == [5, 7]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_fewer_than_are_wanted_are_all(count):
    some = floats(4)

    assert sorted(small_vectors(some[:count]).nearest(some[3], most=5)) == list(range(count))


def test_bytes_say_nearly_what_the_numbers_say():
    some = floats(200)

    found = small_vectors(some).nearness(range(200), some[9])

    assert np.allclose(found, some @ some[9], atol=0.02)


def test_a_folder_takes_further_vectors_and_keeps_their_numbers(tmp_path):
    some = floats(50)
    small_vectors(some[:20]).write(tmp_path / "vectors")
    small_vectors(some[20:]).write(tmp_path / "vectors")

    kept = vectors_in(tmp_path / "vectors", size=128)

    assert len(kept) == 50
    assert kept.nearest(some[31], most=1) == [31]


@pytest.mark.parametrize(("name", "begun"), [("vectors.i8", 200), ("signs.u64", 7)])
def test_a_row_that_is_half_written_does_not_count_and_is_written_again(tmp_path, name, begun):
    some = floats(8)
    small_vectors(some[:5]).write(tmp_path)
    with (tmp_path / name).open("ab") as file:
        file.write(b"\1" * begun)

    assert len(vectors_in(tmp_path, size=128)) == 5
    small_vectors(some[5:]).write(tmp_path)
    assert vectors_in(tmp_path, size=128).nearest(some[6], most=1) == [6]
