"""Earlier questions in other words, found and told by a model of paraphrase."""

import datetime as dt
from functools import partial

import numpy as np
import pytest

from answerable.domain.precedent.relations import Relation
from answerable.matching.nearness import NearQuestions
from answerable.matching.precedents import Filed, Precedents
from tests.support.asking import reader
from tests.support.read_together import Says

TODAY = dt.date(2024, 6, 3)
MEANINGS = {"hull": 0, "keel": 0, "barnacle": 1, "limpet": 1, "heron": 2}


class Meanings:
    """A model that knows a few words, and which of them mean the same."""

    def __init__(self):
        self.read = 0

    def vectors(self, texts):
        self.read += len(texts)
        found = np.full((len(texts), 64), 0.01, np.float32)
        for row, text in zip(found, texts, strict=True):
            for word, place in MEANINGS.items():
                row[place] += word in text.lower()
        return found / np.linalg.norm(found, axis=1, keepdims=True)


def precedents(*texts, model=None, both=None):
    questions = [Filed(None, None, None, text, TODAY, (), (), "") for text in texts]
    by_model = partial(NearQuestions, model or Meanings(), both=both)
    return Precedents(reader(), questions, TODAY, by_model)


def test_a_question_in_other_words_is_found_and_why_is_said():
    found = precedents("Limpet on keel, number", "How many herons nest here?").like(
        "How many hull barnacles?", TODAY, most=5
    )

    assert [one.filed.text for one in found] == ["Limpet on keel, number"]
    assert found[0].related.relation is Relation.SAME
    assert found[0].why.startswith(
        "a model of paraphrase finds that both say the same in other words; a model of paraphrase puts them at 1.00"
    )


def test_what_a_model_says_that_reads_both_is_told_of_files():
    both = Says(opposite=-0.01)

    (found,) = precedents("Limpet on keel, number", both=both).like(
        "How many hull barnacles?", TODAY, most=5
    )

    assert found.related.relation is Relation.OPPOSITE
    assert len(both.read) == 1


def test_what_shares_a_word_and_no_meaning_is_left_out():
    text = "How many sheds with hull numbers?"

    assert not precedents("How many sheds for heron watching?").like(text, TODAY, most=5)


def test_the_nearer_of_two_that_share_as_much_stands_first():
    found = precedents("How many barnacles in red sheds?", "How many limpets in red sheds?").like(
        "How many limpets in red sheds?", TODAY, most=5
    )

    assert found[0].related.near == pytest.approx(1, abs=0.01)
    assert found[0].filed.text == "How many limpets in red sheds?"


def test_a_text_is_read_once():
    model = Meanings()
    on_file = precedents("Limpet on keel, number", model=model)

    for _ in range(3):
        on_file.like("How many hull barnacles?", TODAY, most=5)

    # The question on file, the new one, and what only the one and only the other says.
    assert model.read == 4


def test_nothing_on_file_is_like_nothing():
    assert precedents().like("How many hull barnacles?", TODAY, most=5) == []
