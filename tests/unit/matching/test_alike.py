"""Entries like a question: those that hold most of what it is about, and no others."""

import pytest

from answerable.matching.public_index import IndexUnavailable, PublicIndex
from tests.support.documents import make_document

BICYCLES, CAMERAS, DOGS = 1, 2, 3


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    index = PublicIndex(tmp_path_factory.mktemp("alike"))
    filler = [
        make_document(100 + n, f"Police {n}", told="Officers of the police") for n in range(40)
    ]
    index.rebuild(
        [
            *filler,
            make_document(BICYCLES, "Bicycles", asked="How many bicycles were repaired in 2021?"),
            make_document(CAMERAS, "Body-worn video", told="Each camera cost £500 in 2021"),
            make_document(DOGS, "Dogs", told="Nine police dogs retired"),
        ],
        change=1,
    )
    return index


LIKE = [
    ("How many bicycles have been repaired?", [BICYCLES], "its words in other forms"),
    ("Please say what each camera costs, and which police use body-worn video", [CAMERAS], "most"),
    ("How many dogs?", [DOGS], "the one word of a title"),
    ("How many nine?", [], "one word that a text only mentions"),
    ("How many bicycles were imported from Portugal by ferry?", [], "one word of several"),
    ("How many?", [], "no word that tells anything"),
    ("", [], "nothing"),
    ("\0 🚁 \ud800", [], "what is no word"),
    ('"AND OR NOT (((: s.31(1)(a)', [], "what means something to search engines"),
]


@pytest.mark.parametrize(("text", "numbers", "because"), LIKE)
def test_an_entry_is_like_a_question_by_most_of_its_weight(index, text, numbers, because):
    assert list(index.alike([text], limit=3)) == numbers


def test_no_more_are_found_than_asked_for(index):
    assert len(index.alike(["How many police officers?"], limit=3)) == 3


def test_the_likeliest_of_all_questions_come_first(index):
    texts = ["Which camera costs £500?", "How many bicycles were repaired in 2021?", "nothing"]

    assert set(index.alike(texts, limit=2)) == {BICYCLES, CAMERAS}


def test_a_long_text_is_looked_for_by_its_beginning(index):
    assert index.alike(["bicycles repaired 2021 " + "word " * 100_000], limit=1) == ()


def test_without_an_index_it_says_so(tmp_path):
    with pytest.raises(IndexUnavailable):
        PublicIndex(tmp_path).alike(["dogs"], limit=1)
