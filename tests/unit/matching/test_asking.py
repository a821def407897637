"""What a reader types, understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.matching.asking import LONGEST, MOST_WORDS, asked

UNDERSTOOD = [
    ("tasers", {"words": ("taser",)}, "a plural is looked for as its singular"),
    ("how many tasers", {"words": ("taser",)}, "small words are left out"),
    ("how many", {"words": ("how", "mani")}, "unless there are no others"),
    ("Safer-Schools", {"words": ("safer", "school")}, "a hyphen parts two words"),
    ("police's", {"words": ("polic",)}, "an apostrophe parts nothing"),
    ("police’s", {"words": ("polic",)}, "whichever way it is printed"),
    ("officers", {"words": ("officerx",)}, "an officer is not an office"),
    ("café", {"words": ("cafe",)}, "accents do not matter"),
    ("e-mails", {"words": ("email",)}, "e-mail is email"),
    ('"the policies"', {"phrases": (("the", "polici"),)}, "in a phrase every word counts"),
    ("“dog bites” cost", {"phrases": (("dog", "bite"),), "words": ("cost",)}, "curled quotes"),
    ('"dog bites', {"phrases": (("dog", "bite"),)}, "a quote that is not closed"),
    ("dogs -vehicle", {"words": ("dog",), "without": (("vehicl",),)}, "a word that must not be"),
    ('dogs -"big cats"', {"words": ("dog",), "without": (("big", "cat"),)}, "nor a phrase"),
    ("taser - use", {"words": ("taser", "use")}, "a dash alone is no minus"),
    ("s31", {"provisions": ("31",)}, "a section"),
    ("section 31", {"provisions": ("31",)}, "a section in words"),
    ("adran 31", {"provisions": ("31",)}, "a section in Welsh"),
    ("s.31(1)(a)", {"provisions": ("31(1)(a)",)}, "a limb"),
    ("31(1)(a)", {"provisions": ("31(1)(a)",)}, "a limb alone"),
    ("31 (1) (a)", {"provisions": ("31(1)(a)",)}, "a limb with spaces"),
    ('"section 31"', {"provisions": ("31",)}, "a section in quotes"),
    ("-s31 dogs", {"words": ("dog",), "without_provisions": ("31",)}, "a section that must not be"),
    ("sections 31 and 40(2) refusals", {"words": ("refus",), "provisions": ("31", "40(2)")}, "two"),
    ("regulation 12(4)(b)", {"provisions": ("EIR 12(4)(b)",)}, "an exception of the EIR"),
    ("42", {"words": ("42",)}, "a number alone is a number"),
    ("", {}, "nothing"),
    ('" - ?! ""', {}, "only marks"),
    ("\0\ud800", {}, "what cannot be written"),
]
PARTS = ("words", "phrases", "provisions", "without", "without_provisions")


@pytest.mark.parametrize(
    ("text", "parts", "because"), UNDERSTOOD, ids=[row[2] for row in UNDERSTOOD]
)
def test_a_text_is_understood(text, parts, because):
    understood = asked(text)

    assert {part: said for part in PARTS if (said := getattr(understood, part))} == parts


REFERENCES = [
    ("5023075", "5023075"),
    ("FOI-2024/0123", "foi20240123"),
    ("foi 2024 0123", "foi20240123"),
    ("Ref: 5023075", "5023075"),
    ("our reference no. 5023075", "5023075"),
    ("31", None),
    ("contact centre", None),
    ("5023075 or another one of them all", None),
]


@pytest.mark.parametrize(("text", "reference"), REFERENCES)
def test_a_reference_is_known_by_its_figures(text, reference):
    assert asked(text).reference == reference


@pytest.mark.parametrize("text", ["word " * 200_000, " ".join(map(str, range(500))), '"a b" ' * 90])
def test_a_text_that_is_too_long_is_cut_and_says_so(text):
    understood = asked(text)

    assert understood.is_cut
    assert len(understood.words) <= MOST_WORDS
    assert len(understood.title) <= LONGEST


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=400))
def test_any_text_is_understood_somehow(text):
    assert asked(text).is_empty in (True, False)
