"""The index of questions on disk: what is found, by whom, and what becomes of a change that fails."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.relations import Relation
from answerable.matching import questions_on_file
from answerable.matching.analysis import stem_of
from answerable.matching.filed import Filed, Kept, kept_in, stored
from answerable.matching.filed_precedents import MOST_READ, Asking, FiledPrecedents
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.questions_on_file import (
    IndexUnavailable,
    QuestionChanges,
    QuestionsOnFile,
)
from tests.support.asking import reader

TODAY = dt.date(2024, 6, 3)
EARLIER = dt.date(2022, 2, 1)
SUPPLIER = "Who supplies your telephone system?"
TEXTS = (SUPPLIER, "How many swans live in the harbour?", "A copy of the policy on swans")
GROUPS = (("cob", "swan"),)


def filed(text, entry, *, on=EARLIER, outcomes=("disclosed",), limbs=(), answer="Seven"):
    reference = f"H-{entry}"
    return Filed(reference, "1", "Harbour Office", text, on, outcomes, limbs, answer, "log", entry)


def document(one, **more):
    return QuestionDocument(str(one.entry), Kept(0, one), **more)


DOCUMENTS = tuple(document(filed(text, entry)) for entry, text in enumerate(TEXTS, start=1))


def index_in(folder, *documents, is_public=True, by=None):
    index = QuestionsOnFile(folder, what="index", remedy="again", is_public=is_public)
    index.rebuild(documents, reader=by or reader(), made=Made(3, "words"))
    return index


def asked(text):
    return reader().asked(text, TODAY)


def entries(index, text, **more):
    return [one.kept.filed.entry for one in index.candidates(asked(text), **more)]


def like(index, text, by=None, most=5):
    found = FiledPrecedents(by or reader(), index)

    def on_file(keys):
        now = {one.kept.key: one.kept.filed for one in DOCUMENTS}
        return {key: now[key] for key in keys}

    return list(found.like(Asking(text, TODAY, TODAY), most=most, on_file=on_file))


def test_a_question_is_stored_whole():
    one = Kept(4, filed(SUPPLIER, 7, limbs=("31(1)(a)",), answer="\u00a35"))
    bare = Kept(0, replace(one.filed, reference=None, label=None, body=None, on=None))

    assert [kept_in(stored(each)) for each in (one, bare)] == [one, bare]


def test_candidates_share_a_term_and_the_nearest_come_first(tmp_path):
    index = index_in(tmp_path, *DOCUMENTS)

    assert entries(index, "Swans of the harbour") == [2, 3]
    assert entries(index, "Swans of the harbour", most=1) == [2]
    assert entries(index, "") == []


def test_what_is_restricted_is_found_by_those_named_alone(tmp_path):
    named = document(filed(SUPPLIER, 9), is_restricted=True, may_see=("a.clerk",))
    hidden = document(filed(SUPPLIER, 8), is_restricted=True)
    index = index_in(tmp_path, *DOCUMENTS, named, hidden, is_public=False)

    assert entries(index, SUPPLIER) == entries(index, SUPPLIER, viewer_key="b.clerk") == [1]
    assert sorted(entries(index, SUPPLIER, viewer_key="a.clerk")) == [1, 9]


def test_a_change_puts_the_questions_of_an_entry_in_the_place_of_what_was_there(tmp_path):
    index = index_in(tmp_path, *DOCUMENTS)
    new = (document(filed("Who cleans the quay?", 1)),)

    index.update(lambda since: QuestionChanges(new, ("1", "3"), since + 1), reader=reader())

    assert entries(index, SUPPLIER) == entries(index, "policy") == []
    assert entries(index, "Who cleans quays?") == [1]
    assert index.made() == Made(4, "words")


def test_a_change_that_fails_half_way_changes_nothing_and_can_be_done_again(tmp_path):
    index = index_in(tmp_path, *DOCUMENTS)

    def failing():
        yield document(filed("Who cleans the quay?", 1))
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        index.update(lambda _: QuestionChanges(failing(), ("1",), 4), reader=reader())

    assert entries(index, SUPPLIER) == [1]
    assert index.made() == Made(3, "words")
    again = (document(filed("Who cleans the quay?", 1)),)
    index.update(lambda _: QuestionChanges(again, ("1",), 4), reader=reader())
    assert entries(index, "Who cleans quays?") == [1]


def test_an_index_that_is_missing_or_damaged_is_said(tmp_path):
    index = QuestionsOnFile(tmp_path, what="index of swans", remedy="with a pen", is_public=True)
    with pytest.raises(IndexUnavailable, match="There is no index of swans: make it with a pen"):
        index.made()

    index_in(tmp_path, *DOCUMENTS)
    assert index.made().change == 3
    for part in tmp_path.rglob("meta.json"):
        part.write_bytes(b"{")
    with pytest.raises(IndexUnavailable, match="damaged"):
        index.candidates(asked(SUPPLIER))


def test_words_of_now_count_for_comparing_and_once_the_index_is_made_anew_for_finding(tmp_path):
    plain, taught = reader_of(stem_of, ()), reader_of(stem_of, GROUPS)
    index = index_in(tmp_path, *DOCUMENTS, by=plain)
    text = "How many cobs live in the harbour?"
    cobs = taught.asked("Cobs", TODAY)

    (before,) = like(index, text, by=plain)
    (compared,) = like(index, text, by=taught)

    assert before.related.relation is Relation.SAME_NEW_SUBJECT
    assert compared.related.relation is Relation.SAME
    assert list(index.candidates(cobs)) == []
    index.rebuild(DOCUMENTS, reader=taught, made=Made(3, "more words"))
    assert [one.kept.filed.entry for one in index.candidates(cobs)] == [3, 2]


class Counting:
    """A reader that counts what it reads."""

    def __init__(self, edition):
        self.edition, self.read = edition, []

    def asked(self, text, asked_on, under=""):
        self.read.append(text)
        return reader().asked(text, asked_on, under)


@pytest.mark.parametrize(
    ("edition", "on", "read"),
    [
        (reader().edition, EARLIER, []),
        ("that of yesterday", EARLIER, [SUPPLIER]),
        # Its times are counted from today: nobody knows its day.
        (reader().edition, None, [SUPPLIER]),
    ],
)
def test_only_what_other_rules_or_words_read_or_what_has_no_day_is_read_again(
    tmp_path, edition, on, read
):
    by, text = Counting(edition), "Telephone system supplier"
    one = document(replace(filed(SUPPLIER, 1), on=on))
    found = FiledPrecedents(by, index_in(tmp_path, one))

    (told,) = found.like(
        Asking(text, TODAY, TODAY), most=5, on_file=lambda _: {one.kept.key: one.kept.filed}
    )

    assert by.read == [text, *read]
    assert told.related.relation is Relation.SAME


def test_of_many_candidates_no_more_are_fetched_than_are_compared(tmp_path, monkeypatch):
    many = [document(filed(f"How many swans live on pier {one}?", one)) for one in range(1, 61)]
    now = {one.kept.key: one.kept.filed for one in many}
    index, fetched = index_in(tmp_path, *many), []

    def counted(data):
        fetched.append(kept_in(data))
        return fetched[-1]

    monkeypatch.setattr(questions_on_file, "kept_in", counted)
    found = FiledPrecedents(reader(), index)

    asking = Asking("How many swans live on the pier?", TODAY, TODAY)

    told = list(found.like(asking, most=5, on_file=lambda _: now))

    assert len(told) == 5
    # One more tells that there are enough.
    assert len(fetched) == MOST_READ + 1


def test_what_is_shown_is_what_is_on_file_now(tmp_path):
    old = [document(replace(one.kept.filed, answer="Six")) for one in DOCUMENTS]
    gone = document(filed(SUPPLIER, 7))
    other = document(replace(filed("Who supplies your telephone cables?", 1)))
    index = index_in(tmp_path, *old[1:], other, gone)
    found = FiledPrecedents(reader(), index)
    now = {one.kept.key: one.kept.filed for one in DOCUMENTS}

    shown = list(found.like(Asking(SUPPLIER, TODAY, TODAY), most=1, on_file=lambda _: now))

    assert [(one.filed.text, one.filed.answer) for one in shown] == [(SUPPLIER, "Seven")]
    assert shown[0].related.relation is Relation.SAME


def withheld(entry, **more):
    return filed(SUPPLIER, entry, outcomes=("withheld",), limbs=("31(1)(a)",), **more)


def test_each_pair_of_answers_that_contradict_each_other_is_found_once(tmp_path):
    every = [*(one.kept.filed for one in DOCUMENTS), withheld(4, on=TODAY), withheld(5, on=EARLIER)]
    index = index_in(tmp_path, *map(document, every))
    found = FiledPrecedents(reader(), index)

    pairs = list(found.contradictions(every, today=TODAY))

    assert [(one.one.entry, one.other.entry) for one in pairs] == [(1, 4), (1, 5)]


def test_what_one_answer_contradicts_is_told_alike_from_either_side(tmp_path):
    shown, kept = DOCUMENTS[0].kept.filed, withheld(4, on=TODAY)
    found = FiledPrecedents(reader(), index_in(tmp_path, *DOCUMENTS, document(kept)))

    pairs = [found.pair(one, other, today=TODAY) for one, other in ((shown, kept), (kept, shown))]

    assert pairs[0] == pairs[1]
    assert (pairs[0].one.entry, pairs[0].other.entry) == (1, 4)
    assert 1 in {one.entry for one in found.near(kept, today=TODAY)}


def test_what_only_some_may_see_is_near_a_question_whoever_asks(tmp_path):
    hidden = replace(DOCUMENTS[0], is_restricted=True, may_see=("somebody@example.org",))
    index = index_in(tmp_path, hidden, is_public=False)

    near = FiledPrecedents(reader(), index).near(withheld(4), today=TODAY)

    assert [one.entry for one in near] == [1]


def test_the_questions_of_one_request_leave_room_for_those_of_others(tmp_path):
    days = [EARLIER + dt.timedelta(days=number) for number in range(40)]
    at_once = [withheld(4, on=day) for day in days]
    index = index_in(tmp_path, *map(document, at_once), document(filed(SUPPLIER, 1)))

    near = FiledPrecedents(reader(), index).near(at_once[0], today=TODAY)

    assert [one.entry for one in near] == [1]
