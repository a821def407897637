"""The model of paraphrase that is installed, beside what its makers publish of it, and on the founding logs."""

import numpy as np
import pytest

from answerable.cli import main
from tests.corpus.test_precedent import CONTRADICTIONS, contradictions_of
from tests.support.models import installed_model, needs_model
from tests.support.seeds import needs_seeds, seed_path

pytestmark = needs_model

# The example of the makers' library, to the four places that it prints.
TEXTS = ("The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium.")
PUBLISHED = [[1, 0.6660, 0.1046], [0.6660, 1, 0.1411], [0.1046, 0.1411, 1]]


def test_texts_are_as_near_as_the_makers_of_the_model_say():
    found = installed_model().vectors(TEXTS)

    assert np.allclose(found @ found.T, PUBLISHED, atol=5e-5)


@needs_seeds
def test_the_founding_logs_contradict_each_other_as_they_do_without_a_model(capsys):
    assert contradictions_of(capsys, "--model", "") == CONTRADICTIONS


@needs_seeds
@pytest.mark.parametrize(
    ("asked_again", "label"),
    [
        ("Which firm made the telephone equipment that you have?", "1"),
        ("Who looks after your telephones when they break?", "2"),
    ],
)
def test_vendors_questions_in_quite_other_words_find_their_counterparts(capsys, asked_again, label):
    main(["match", asked_again, "--in", str(seed_path("002")), "--model", "", "--top", "3"])

    assert f"5023075 question {label} " in capsys.readouterr().out
