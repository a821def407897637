"""The questions that the bench looks earlier ones up among."""

from collections import Counter
from itertools import islice

from bench.questions import generated_questions

from answerable.matching.filed import Kept, kept_in, stored


def test_the_same_seed_gives_the_same_questions():
    first, again, others = (list(generated_questions(60, seed=seed)) for seed in (3, 3, 4))

    assert first == again != others


def test_words_are_as_often_as_in_real_text_and_half_of_the_questions_are_nearly_the_same():
    questions = list(generated_questions(2_000))
    others = list(islice(generated_questions(2_000, seed=2), 300))

    words = Counter(word for one in questions for word in set(one.text.lower().split()))
    forms = [frozenset(one.text.split()) for one in questions]
    again = sum(
        any(len(asked & form) >= 0.7 * len(asked | form) for form in forms)
        for asked in (frozenset(one.text.split()) for one in others)
    )

    assert sum(count == 1 for count in words.values()) > len(words) / 3
    assert 100 < again < 260
    assert [kept_in(stored(Kept(0, one))).filed for one in questions[:50]] == questions[:50]
