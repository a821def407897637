"""The model of paraphrase that is installed, beside what its makers publish of it, and on the founding logs."""

import datetime as dt
import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from answerable.cli import main
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import Asking, FiledPrecedents
from answerable.matching.meanings import Meanings
from answerable.matching.near_on_file import NearOnFile
from answerable.matching.nearness import NearQuestions
from answerable.matching.precedents import Precedents
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.questions_on_file import QuestionsOnFile
from tests.corpus.test_precedent import CONTRADICTIONS, contradictions_of
from tests.support.asking import reader
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


PAIRS = json.loads((Path(__file__).parent / "precedent" / "tuning.json").read_text("utf-8"))[
    "pairs"
][:40]
TODAY = dt.date(2026, 1, 5)


def test_an_index_on_disk_with_small_vectors_finds_what_a_list_in_memory_finds(tmp_path):
    model = installed_model()
    filed = [
        Filed(None, None, None, pair["earlier"], TODAY, (), (), "", entry=number)
        for number, pair in enumerate(PAIRS)
    ]
    in_memory = Precedents(reader(), filed, TODAY, partial(NearQuestions, model))
    index = QuestionsOnFile(tmp_path, what="index", remedy="again", is_public=True)
    documents = [QuestionDocument(str(one.entry), Kept(0, one)) for one in filed]
    index.rebuild(documents, reader=reader(), made=Made(1, ""))
    meanings = Meanings(tmp_path / "meanings", identity="installed", size=model.size)
    with meanings.writing():
        texts = dict(index.texts(meanings.compared_with(index.meanings())[1], reader()))
        meanings.add(list(texts), model.vectors(list(texts.values())))
    on_disk = FiledPrecedents(reader(), index, NearOnFile(model, meanings))
    now = {(one.entry, 0): one for one in filed}

    first = [
        (
            in_memory.like(pair["asked"], TODAY, most=1),
            list(on_disk.like(Asking(pair["asked"], TODAY, TODAY), most=1, on_file=lambda _: now)),
        )
        for pair in PAIRS
    ]

    told = [[[one.filed.entry for one in found] for found in both] for both in first]
    assert sum(one == other for one, other in told) >= len(PAIRS) - 2
