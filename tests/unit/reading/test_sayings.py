"""Forms of sentences: what each of their signs stands for, and that the files hold nothing else."""

import re
from pathlib import Path

import pytest

from answerable.reading import sayings
from answerable.reading.asides import closes, is_general
from answerable.reading.naming import only_names

FILES = sorted(path.stem for path in Path(sayings.__file__).parent.glob("sayings/*.toml"))


@pytest.mark.parametrize(
    ("form", "said", "not_said"),
    [
        ("thank you", "thank you", "thank your"),
        ("(thanks | thank you) for", "thank you for", "thank for"),
        ("[many] thanks", "thanks", "more thanks"),
        ("[many] thanks", "many thanks", "manythanks"),
        ("to your [recent | foi]* letter", "to your recent foi letter", "to your old letter"),
        ("question[s]", "questions", "questionable"),
        ("in use of [the]", "in use of", "in use ofthe"),
        ("complain*", "complained", "compline"),
        ("the * has", "the council has", "the has"),
        ("a ~5 b", "a c d b", "a ccccccc b"),
        ("a ~ b", "a ccccccc b", "a c. d b"),
        ("a ~9{?}$", "a c d", "a c?"),
        ("a ~~9 b", "a c. d b", "a c. d c. d b"),
        ("back ~! $", "back. ", "back now"),
        ("part #", "part 3", "part b"),
        ("part #+ of", "part 33 of", "part of"),
        ("s.[ ]1[[ ]\\(1\\)] of", "s.1 (1) of", "s.1(2) of"),
        ("applicant's", "applicant\u2019s", "applicants"),
    ],
)
def test_a_form_says_what_its_signs_stand_for(form, said, not_said):
    pattern = re.compile(sayings.pattern_of(form))

    assert pattern.match(said)
    assert not pattern.match(not_said)


@pytest.mark.parametrize(
    "form", ["(thanks", "[many thanks", "thanks)", "many] thanks", "(one | two"]
)
def test_a_bracket_without_its_other_half_is_no_form(form):
    with pytest.raises(sayings.NoForm):
        sayings.pattern_of(form)


@pytest.mark.parametrize("name", FILES)
def test_every_list_of_a_file_is_forms_in_small_letters(name):
    for key, forms in sayings.listed(name).items():
        assert forms, key
        assert [form for form in forms if form != form.lower()] == []
        assert re.compile(sayings.sayings(name)[key])


def test_words_may_go_on_behind_an_opening_alone():
    assert re.match(sayings.openings("asides")["parts"], "s40")
    assert not re.match(sayings.sayings("asides")["parts"], "section40")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Thank you for your email. We have considered your request.", True),
        ("Thank you for your email. There are nine of them.", False),
    ],
)
def test_a_passage_is_general_if_each_of_its_sentences_is_in_the_file(text, is_said):
    assert is_general(text) is is_said


def test_the_ways_to_complain_close_an_answer_and_a_name_names_nothing_else():
    assert closes("If you are unhappy with this reply you may ask for a review.")
    assert not closes("If you are under 18 you pay half.")
    assert only_names("In response to your questions 1 and 2")
    assert not only_names("In response to your cheque 1")
