"""Questions on file on disk that share no word with one, found by what a model of paraphrase read of them."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from answerable.domain.precedent.relations import Relation
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import MOST_NEAR, Asking, FiledPrecedents
from answerable.matching.meanings import Meanings
from answerable.matching.near_on_file import MOST_PARTS, NearOnFile
from answerable.matching.question_documents import Made, QuestionDocument, meaning_key
from answerable.matching.questions_on_file import QuestionChanges, QuestionsOnFile
from tests.support.asking import reader
from tests.support.read_together import Says
from tests.unit.matching.test_nearness import MEANINGS

TODAY = dt.date(2024, 6, 3)
EARLIER = dt.date(2022, 2, 1)
LIMPETS, HERONS = "Limpet on keel, number", "How many herons nest here?"
BARNACLES = "How many hull barnacles?"


class Model:
    """A model that knows a few words, and which of them mean the same; its numbers are as small as those of a real one."""

    def __init__(self):
        self.read = []

    def vectors(self, texts):
        self.read.append(list(texts))
        lines = np.random.default_rng(3).choice([-1.0, 1.0], (4, 64)).astype(np.float32)
        said = [[word in text.lower() for word in MEANINGS] for text in texts]
        every = np.stack([lines[place] for place in MEANINGS.values()])
        found = np.array(said, np.float32).reshape(-1, len(MEANINGS)) @ every + 0.1 * lines[3]
        return found / np.linalg.norm(found, axis=1, keepdims=True)


def document(text, entry, **more):
    filed = Filed(f"H-{entry}", "1", None, text, EARLIER, ("disclosed",), (), "Seven", "log", entry)
    return QuestionDocument(str(entry), Kept(0, filed), **more)


class Site:
    """An index on disk, and a model that has read some of its texts."""

    def __init__(self, folder, *documents, is_public=True):
        self.index = QuestionsOnFile(folder, what="index", remedy="again", is_public=is_public)
        self.documents = list(documents)
        self.index.rebuild(self.documents, reader=reader(), made=Made(1, ""))
        self.meanings = Meanings(folder / "meanings", identity="one", size=64)

    def read(self, *texts):
        """Let the model read texts, all without any."""
        with self.meanings.writing():
            wanted, lacking = self.meanings.compared_with(self.index.meanings())
            self.meanings.keep_only(wanted)
            found = dict(self.index.texts(lacking, reader()))
            some = {key: text for key, text in found.items() if not texts or text in texts}
            self.meanings.add(list(some), Model().vectors(list(some.values())))
        return list(some.values())

    def like(self, text, *, by_model=True, model=None, both=None, **more):
        near = NearOnFile(model or Model(), self.meanings, both) if by_model else None
        now = {one.kept.key: one.kept.filed for one in self.documents}
        found = FiledPrecedents(reader(), self.index, near)
        return list(found.like(Asking(text, TODAY, TODAY, **more), most=5, on_file=lambda _: now))


def test_what_a_model_says_that_reads_both_is_told_and_no_parts_are_read(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1), document(HERONS, 2))
    site.read()
    model, both = Model(), Says(opposite=-0.01)

    (found,) = site.like(BARNACLES, model=model, both=both)

    assert found.related.relation is Relation.OPPOSITE
    assert [tuple(one.text for one in pair) for pair in both.read] == [(BARNACLES, LIMPETS)]
    assert model.read == [[BARNACLES]]


def test_a_question_in_other_words_is_found_and_why_is_said(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1), document(HERONS, 2))
    site.read()

    (found,) = site.like(BARNACLES)

    assert found.filed.text == LIMPETS
    assert found.related.relation is Relation.SAME
    assert found.is_by_meaning
    assert "it was found by meaning (model), not by its words" in found.why
    assert site.like(BARNACLES, by_model=False) == []


def test_how_near_a_model_finds_what_words_found_is_a_sign_with_weights_of_its_own(tmp_path):
    site = Site(tmp_path, document("Limpets on red keels, number", 1))
    site.read()

    (by_model,), (by_words,) = (
        site.like("How many barnacles on red hulls?", by_model=each) for each in (True, False)
    )

    assert by_model.related.near == pytest.approx(1, abs=0.01)
    assert by_words.related.near is None
    assert not by_model.is_by_meaning
    assert "found by meaning" not in by_model.why


def test_what_the_model_has_not_read_yet_is_compared_without_it(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1), document("How many hull rivets?", 2))
    words = site.like("How many hull barnacles and rivets?", by_model=False)

    assert site.like("How many hull barnacles and rivets?") == words
    site.read(LIMPETS)
    found = site.like("How many hull barnacles and rivets?")

    near = {one.filed.text: one.related.near for one in found}
    assert near["How many hull rivets?"] is None
    assert near[LIMPETS] is not None


def test_nobody_finds_by_meaning_what_they_may_not_see_and_it_takes_nobodys_place(tmp_path):
    hidden = [
        document(f"{LIMPETS}, {number}", number + 10, is_restricted=True, may_see=("a.clerk",))
        for number in range(MOST_NEAR)
    ]
    site = Site(tmp_path, *hidden, document("Limpets, keels: number", 1), is_public=False)
    site.read()

    assert [one.filed.entry for one in site.like(BARNACLES)] == [1]
    assert len(site.like(BARNACLES, viewer_key="a.clerk")) == 5
    assert [one.filed.entry for one in site.like(BARNACLES, viewer_key="b.clerk")] == [1]


def test_the_question_is_read_first_and_then_the_parts_of_the_nearest_together(tmp_path):
    site = Site(
        tmp_path,
        *(document(f"Limpet on keel {'o' * number}, number", number) for number in range(40)),
    )
    site.read()
    model = Model()

    found = site.like(BARNACLES, model=model)

    first, parts = model.read
    assert first == [BARNACLES]
    assert len(parts) <= MOST_PARTS
    assert [one.related.relation for one in found] == [Relation.SAME] * 5


def test_new_texts_are_read_and_those_that_are_gone_are_forgotten(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1), document(HERONS, 2))
    assert site.read() == [*sorted((LIMPETS, HERONS), key=meaning_key)]
    new = document("Barnacle counts of each keel", 3)
    site.documents = [site.documents[1], new]

    site.index.update(lambda _: QuestionChanges([new], ("1", "3"), 2), reader=reader())

    assert site.read() == ["Barnacle counts of each keel"]
    assert site.read() == []
    assert len(site.meanings) == 2
    assert [one.filed.entry for one in site.like("How many hull limpets?")] == [3]


def test_an_index_that_is_made_anew_finds_its_vectors_where_they_are(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1))
    site.read()

    site.index.rebuild(site.documents, reader=reader(), made=Made(2, "other words"))

    assert site.read() == []
    assert [one.filed.text for one in site.like(BARNACLES)] == [LIMPETS]


def test_the_texts_of_what_another_edition_read_are_read_anew(tmp_path):
    site = Site(tmp_path, document(LIMPETS, 1))
    other = replace(reader(), edition="another")
    keys = list(site.index.meanings())

    assert dict(site.index.texts([*keys, 7], other)) == {keys[0]: LIMPETS}
