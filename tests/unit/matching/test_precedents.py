"""Earlier questions like one, and answers that contradict each other, among questions on file."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.relations import Related, Relation
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import Filed, Precedent, Precedents, distance
from answerable.matching.question_index import QuestionIndex

READER = reader_of(stem_of, usual_groups())
TODAY = dt.date(2024, 6, 3)
EARLIER = dt.date(2022, 2, 1)
QUESTIONS = (
    "Who supplies your telephone system?",
    "How many lifeboats were launched in 2021?",
    "Please send a copy of your policy on swans",
    "How many swans live in the harbour?",
    "When does your contract for cleaning end?",
)


def filed(text, *, reference="H-1", on=EARLIER, outcomes=("disclosed",), limbs=(), answer="Seven"):
    return Filed(reference, None, "Harbour Office", text, on, outcomes, limbs, answer, "log.txt")


def precedents(*questions):
    return Precedents(READER, questions, TODAY)


LIKE = [
    ("Who supplies your telephone system?", 0, Relation.SAME),
    ("Please name the provider of your PBX", 0, Relation.SAME),
    ("How many lifeboats were launched in 2023?", 1, Relation.SAME_NEW_PERIOD),
    ("Copy of the swan policy", 2, Relation.SAME),
]


@pytest.mark.parametrize(("text", "place", "relation"), LIKE)
def test_the_question_that_asks_the_same_comes_first(text, place, relation):
    found = precedents(*map(filed, QUESTIONS)).like(text, TODAY, most=3)

    assert found[0].filed.text == QUESTIONS[place]
    assert found[0].related.relation is relation


def test_among_the_same_the_latest_comes_first():
    old, new = filed(QUESTIONS[0]), filed(QUESTIONS[0], on=TODAY)

    found = precedents(old, new).like(QUESTIONS[0], TODAY, most=2)

    assert [one.filed for one in found] == [new, old]


@pytest.mark.parametrize(
    "text", ["", "?", "swan " * 20_000, "1234 5678", "\ud83d", "Beth yw eich polisi ar elyrch?"]
)
def test_whatever_is_asked_there_is_an_answer(text):
    found = precedents(*map(filed, QUESTIONS)).like(text, TODAY, most=3)

    assert len(found) <= 3


def test_it_is_said_which_words_were_taken_for_one_thing_and_what_differs():
    (found,) = precedents(filed("What did your PBX cost in 2021?")).like(
        "What did your telephone system cost in 2023?", TODAY, most=1
    )

    assert "“telephone system” is taken for “PBX”" in found.why
    assert found.why.endswith("asks for 2023, the earlier for 2021")


def test_nothing_on_file_is_like_nothing():
    assert precedents().like(QUESTIONS[0], TODAY, most=3) == []


def test_a_pair_that_contradicts_itself_is_found_once_with_the_earlier_first():
    shown = filed(QUESTIONS[0], reference="H-1", answer="Tarn Telephones")
    kept = filed(
        QUESTIONS[0], reference="H-2", on=TODAY, outcomes=("withheld",), limbs=("31(1)(a)",)
    )

    for questions in ((shown, kept), (kept, shown)):
        (pair,) = precedents(*questions).contradictions()

        assert (pair.one, pair.other) == (shown, kept)


def test_a_log_that_is_on_file_twice_makes_each_pair_once():
    shown = filed(QUESTIONS[0], answer="Tarn Telephones")
    kept = filed(QUESTIONS[0], reference="H-2", outcomes=("withheld",), limbs=("31(1)(a)",))
    again = replace(kept, source="log.pdf")

    assert len(list(precedents(shown, kept, again).contradictions())) == 1


def test_the_questions_of_one_request_do_not_contradict_each_other():
    shown = filed(QUESTIONS[0], answer="Tarn Telephones")
    kept = filed(QUESTIONS[0], outcomes=("withheld",), limbs=("31(1)(a)",))

    in_another_form = replace(kept, source="log.pdf")

    assert list(precedents(shown, kept, in_another_form).contradictions()) == []


def test_requests_without_a_reference_are_told_apart_by_their_places():
    shown = filed(QUESTIONS[0], reference=None, answer="Tarn Telephones")
    kept = filed(QUESTIONS[0], reference=None, outcomes=("withheld",), limbs=("31(1)(a)",))

    assert len(list(precedents(shown, replace(kept, entry=1)).contradictions())) == 1
    assert list(precedents(shown, kept).contradictions()) == []


def test_a_term_that_few_questions_have_tells_more():
    asked = [READER.asked(text, TODAY) for text in (*QUESTIONS, "How many swans were ringed?")]
    index = QuestionIndex(asked)
    swan, lifeboat, none = (
        READER.asked(word, TODAY).terms[0].stem for word in ("swan", "lifeboat", "zebra")
    )

    assert index.weigh(swan) < index.weigh(lifeboat) < index.weigh(none) <= 1


def test_candidates_share_a_term_and_the_nearest_come_first():
    index = QuestionIndex([READER.asked(text, TODAY) for text in QUESTIONS])

    found = index.candidates(READER.asked("swans living in the harbour", TODAY))

    assert list(found) == [3, 2]


def test_a_bare_question_is_found_by_what_stands_above_it_and_why_says_so():
    bare = filed("Who maintains it?")
    below = replace(bare, under="Which telephone system do you use?")

    (found,) = precedents(below, bare).like("Who maintains your telephony?", TODAY, most=5)

    assert found.filed is below
    assert found.related.relation == "same"
    assert (
        "the earlier is read with what stands above it: “Which telephone system do you use?”"
        in found.why
    )


def like(*, of_use, share=0.0):
    how = Related(Relation.RELATED, 0.5, "a rule", (), (), of_use=of_use)
    return Precedent(filed("Swans"), how, share)


NEARER = [
    (like(of_use=1.0), like(of_use=0.5)),
    (like(of_use=0.5, share=1.0), like(of_use=1.0, share=0.5)),
    (like(of_use=3.0, share=0.1), like(of_use=-2.0, share=1.0)),
]


@pytest.mark.parametrize(("one", "other"), NEARER)
def test_what_is_likely_of_use_comes_first_and_words_count_as_well(one, other):
    assert distance(one) < distance(other)


def test_the_order_does_not_hang_on_which_relation_is_told():
    same = like(of_use=0.0)
    told_as_same = replace(same, related=replace(same.related, relation=Relation.SAME))

    assert distance(told_as_same) == distance(same)
