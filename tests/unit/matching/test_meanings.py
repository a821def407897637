"""Vectors of the texts of an index, beside it: kept, found, emptied, and made anew for another model."""

import numpy as np
import pytest

from answerable.matching.meanings import Meanings, MeaningsBusy
from answerable.matching.question_documents import MEANING_KEYS, meaning_key
from answerable.matching.vectors import Vectors

SIZE = 64
TEXTS = ("swans", "herons", "geese")


def vectors(*places):
    """Return a vector for each place, which is near those of neighbouring places."""
    lines = np.random.default_rng(3).choice([-1.0, 1.0], (8, SIZE)).astype(np.float32)
    found = np.stack([2 * lines[place] + lines[place + 1] for place in places])
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def meanings_in(folder, identity="one model"):
    return Meanings(folder, identity=identity, size=SIZE)


def kept(folder, texts=TEXTS, identity="one model"):
    one = meanings_in(folder, identity)
    with one.writing():
        one.add([meaning_key(text) for text in texts], vectors(*range(len(texts))))
    return one


def test_a_key_fits_the_index_and_is_another_for_another_text():
    keys = {meaning_key(text) for text in (*TEXTS, "", "\ud83d", "漢")}

    assert len(keys) == 6
    assert all(0 < key < MEANING_KEYS for key in keys)


def test_a_vector_comes_back_as_near_as_a_byte_for_each_number_is(tmp_path):
    found = kept(tmp_path).get("herons")

    assert found @ vectors(1)[0] > 0.999
    assert meanings_in(tmp_path).get("ducks") is None


def test_the_nearest_come_first_by_their_keys(tmp_path):
    found = kept(tmp_path).nearest(vectors(0)[0], most=2)

    assert found == [meaning_key("swans"), meaning_key("herons")]


def test_who_reads_sees_what_another_process_wrote_since(tmp_path):
    reading = meanings_in(tmp_path)
    assert not reading.are_there
    assert reading.nearest(vectors(0)[0], most=2) == []

    kept(tmp_path, TEXTS[:1])
    assert reading.get("swans") is not None
    assert reading.get("herons") is None
    writing = meanings_in(tmp_path)
    with writing.writing():
        writing.add([meaning_key("herons")], vectors(1))

    assert reading.get("herons") is not None
    assert len(reading) == 2


def test_what_no_question_says_any_more_is_emptied_and_nothing_of_it_is_left(tmp_path):
    one, reading = kept(tmp_path), meanings_in(tmp_path)
    assert reading.get("herons") is not None

    with one.writing():
        gone = one.keep_only(np.array([meaning_key("swans"), meaning_key("geese")], np.uint64))

    assert gone == 1
    assert reading.get("herons") is None
    assert len(reading) == 2
    assert meaning_key("herons") not in reading.nearest(vectors(1)[0], most=3)
    assert reading.get("geese") is not None
    rows = np.fromfile(next(tmp_path.rglob("vectors.i8")), np.int8).reshape(-1, SIZE)
    assert [bool(row.any()) for row in rows] == [True, False, True]


def test_it_is_told_which_texts_are_wanted_and_which_of_them_lack_a_vector(tmp_path):
    keys = sorted(map(meaning_key, (*TEXTS, "ducks")))

    wanted, lacking = kept(tmp_path).compared_with([*keys, *keys])

    assert wanted.tolist() == keys
    assert lacking == [meaning_key("ducks")]


def test_what_a_killed_process_could_not_end_is_written_again(tmp_path, monkeypatch):
    one = kept(tmp_path, TEXTS[:1])

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Vectors, "write", killed)
        with pytest.raises(KeyboardInterrupt), one.writing():
            one.add([meaning_key("geese")], vectors(2))
    assert meanings_in(tmp_path).get("geese") is None

    with one.writing():
        one.add([meaning_key("herons")], vectors(1))
    assert meanings_in(tmp_path).get("herons") is not None
    assert meanings_in(tmp_path).get("geese") is None


def test_vectors_of_another_model_are_told_and_removed_once_this_one_writes(tmp_path):
    kept(tmp_path, identity="another model")
    one = meanings_in(tmp_path)

    assert one.are_of_another
    assert one.get("swans") is None
    kept(tmp_path, TEXTS[:1])

    assert not one.are_of_another
    assert one.get("swans") is not None
    assert meanings_in(tmp_path, "another model").get("swans") is None


def test_one_process_writes_at_a_time(tmp_path):
    one, other = meanings_in(tmp_path), meanings_in(tmp_path)

    with one.writing(), pytest.raises(MeaningsBusy, match="Another process"), other.writing():
        pass
