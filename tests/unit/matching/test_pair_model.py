"""A model that reads two questions together: the model of paraphrase, and what it was taught besides."""

import math

import numpy as np
import pytest

from answerable.domain.precedent.rules import Relation
from answerable.domain.precedent.signs import NOTHING
from answerable.domain.precedent.together import Standing
from answerable.matching.pair_model import pair_model, taught
from answerable.matching.paraphrase import identity_of, model_in
from tests.support.models import installed_folder, installed_pair_model, needs_model
from tests.support.small_model import SIZE, write_model

SAID = {"model": "one", "relations": ["nothing", "same"]}
QUERY = "encoder.layer.0.attention.self.query"
HOW, SWANS = Standing("", "how many swans"), Standing("cafe .", "how many")


@pytest.fixture
def model(tmp_path):
    write_model(tmp_path / "model")
    return model_in(tmp_path / "model")


def _tables(**more):
    chance = np.random.default_rng(11)
    last = chance.normal(0, 0.1, (2, 4 * SIZE)).astype(np.float32)
    return {"last.weight": last, "last.bias": np.zeros(2, np.float32), **more}


def _narrow_and_wide():
    chance = np.random.default_rng(5)
    narrow, wide = (chance.normal(0, 0.3, one).astype(np.float32) for one in ((SIZE, 3), (3, SIZE)))
    return narrow, wide


def test_the_chances_of_all_relations_together_are_one(model):
    both = pair_model(model, _tables(), SAID)

    for chances in both.chances([(HOW, SWANS), (SWANS, HOW), (HOW, HOW)]):
        assert list(chances) == SAID["relations"]
        assert math.isclose(sum(map(math.exp, chances.values())), 1, abs_tol=1e-5)


def test_a_pair_is_told_the_same_alone_and_among_others(model):
    both = pair_model(model, _tables(), SAID)

    (alone,) = both.chances([(SWANS, HOW)])

    longer = Standing("", "swan " * 40)
    assert both.chances([(longer, longer), (SWANS, HOW)])[1] == pytest.approx(alone, abs=1e-4)


def test_what_stands_above_a_question_is_read(model):
    both = pair_model(model, _tables(), SAID)

    bare, under = both.chances([(HOW, Standing("", "how many")), (HOW, SWANS)])

    assert bare != pytest.approx(under, abs=1e-3)


def test_two_narrow_tables_are_added_as_their_product(model):
    narrow, wide = _narrow_and_wide()
    besides = _tables(**{f"{QUERY}.narrow": narrow, f"{QUERY}.wide": wide})
    whole = _tables(**{f"{QUERY}.weight": model.weights[f"{QUERY}.weight"] + (narrow @ wide).T})

    (one,), (other,), (without,) = (
        pair_model(model, tables, SAID).chances([(HOW, SWANS)])
        for tables in (besides, whole, _tables())
    )

    assert one == pytest.approx(other, abs=1e-3)
    assert one != pytest.approx(without, abs=1e-3)


def test_what_was_taught_leaves_the_model_as_it_was(model):
    before = model.vectors(["how many swans"])
    narrow, wide = _narrow_and_wide()

    pair_model(model, _tables(**{f"{QUERY}.narrow": narrow, f"{QUERY}.wide": wide}), SAID)

    assert np.array_equal(model.vectors(["how many swans"]), before)


@pytest.mark.parametrize("above", ["", "swan " * 300])
@pytest.mark.parametrize("text", ["", "swan " * 300])
def test_however_long_a_question_is_and_what_stands_above_it_both_fit(model, above, text):
    both = pair_model(model, _tables(), SAID)

    (chances,) = both.chances([(Standing(above, text), Standing(above, text))])

    assert all(map(math.isfinite, chances.values()))


def test_no_pair_is_nothing_told(model):
    assert pair_model(model, _tables(), SAID).chances([]) == []


def test_another_model_than_the_one_that_was_taught_reads_nothing_together(model):
    assert taught(model, "another") is None


@needs_model
def test_what_was_taught_is_of_the_model_that_comes_as_a_package():
    folder = installed_folder()

    both = taught(model_in(folder), identity_of(folder))

    assert both is not None
    assert set(both.relations) == {NOTHING, *Relation} - {Relation.SAME_NEW_PERIOD}


UPHELD = Standing("", "How many complaints about rude staff were upheld?")
READ = [
    # A small word, and what stands above two questions in the same words.
    (UPHELD, Standing("", "How many complaints about rude staff were not upheld?"), "opposite"),
    (
        UPHELD,
        Standing("", "How many complaints about rude drivers were upheld?"),
        "same_new_subject",
    ),
    (
        Standing("Photocopiers", "Contract end date"),
        Standing("Cleaning", "Contract end date"),
        "same_new_subject",
    ),
    (UPHELD, Standing("", "Which firms supply taxis?"), "nothing"),
]


@needs_model
def test_what_parts_two_questions_is_told_though_they_share_nearly_all_words():
    both = installed_pair_model()

    told = both.chances([(one, other) for one, other, _ in READ])

    assert [max(one, key=one.get) for one in told] == [relation for *_, relation in READ]
