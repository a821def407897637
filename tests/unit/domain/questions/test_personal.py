"""Personal data is found in what people write, and not in what requests are full of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.questions import PersonalKind, personal_data_in, split_questions
from answerable.reading import read_file
from tests.support.seeds import needs_seeds, seed_path

FOUND = [
    ("Write to jo.bloggs@mail.example please", PersonalKind.EMAIL, "jo.bloggs@mail.example"),
    ("Siân: siân.wyn@post.example.", PersonalKind.EMAIL, "siân.wyn@post.example"),
    ("Ring me on 07700 900123.", PersonalKind.PHONE, "07700 900123"),
    ("Ring (01632) 960 983", PersonalKind.PHONE, "(01632) 960 983"),
    ("ffôn: +44 (0)20 7946 0018", PersonalKind.PHONE, "+44 (0)20 7946 0018"),
    ("NI number AB 12 34 56 C", PersonalKind.NATIONAL_INSURANCE, "AB 12 34 56 C"),
    ("my number is AB123456C", PersonalKind.NATIONAL_INSURANCE, "AB123456C"),
    ("It is 943 476 5919.", PersonalKind.NHS, "943 476 5919"),
    ("NHS number: 9434765919", PersonalKind.NHS, "NHS number: 9434765919"),
    (
        "I live at 12 Acacia Avenue, Anytown, AB1 2DE",
        PersonalKind.HOME,
        "12 Acacia Avenue, Anytown, AB1 2DE",
    ),
    (
        "Flat 3 High Street\nCardiff\nCF10 3AT",
        PersonalKind.HOME,
        "Flat 3 High Street\nCardiff\nCF10 3AT",
    ),
    ("DOB: 12/03/1980", PersonalKind.BIRTH, "DOB: 12/03/1980"),
    ("I was born on 3rd March 1980 in Leeds", PersonalKind.BIRTH, "I was born on 3rd March 1980"),
    ("Dyddiad geni: 3 Mawrth 1980", PersonalKind.BIRTH, "Dyddiad geni: 3 Mawrth 1980"),
    ("sort code 12-34-56", PersonalKind.BANK, "sort code 12-34-56"),
    ("Account number 12345678", PersonalKind.BANK, "Account number 12345678"),
    ("IBAN GB82 WEST 1234 5698 7654 32", PersonalKind.BANK, "GB82 WEST 1234 5698 7654 32"),
    ("card 4111 1111 1111 1111", PersonalKind.CARD, "4111 1111 1111 1111"),
    ("I suffer from asthma", PersonalKind.HEALTH, "I suffer from"),
    ("because of my diagnosis I", PersonalKind.HEALTH, "my diagnosis"),
    ("I’ve got type 2 diabetes", PersonalKind.HEALTH, "I’ve got type 2 diabetes"),
    ("Rwy’n dioddef o asthma", PersonalKind.HEALTH, "Rwy’n dioddef o"),
    ("oherwydd fy niagnosis", PersonalKind.HEALTH, "fy niagnosis"),
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found_where_it_stands(text, kind, words):
    (found,) = personal_data_in(text)

    assert (found.kind, text[found.start : found.end]) == (kind, words)


NOTHING = [
    "Your reference 5024007, and FOI/2024/0123456",
    "In 2019/20, 2020/21 and 2021-2022 you spent £1,234,567.89",
    "a budget of £07700900123",
    "Reference 943 476 5918",
    "contract number 1234567890",
    "on 12-03-21 and 13/04/2021",
    "section 40(2) and regulation 12(4)(b) of SI 2004/3391",
    "How many people were diagnosed? How many suffer from asthma?",
    "the mental health of officers, and their medical records",
    "4111 1111 1111 1112 units",
    "Please write to foi@council.example or FOI.requests@police.example",
    "Write to Requestinfo@body.example, FOI-team@body.example or dpo@body.example",
    "Call 0300 020 0096 or 0800 123 456",
    "10 officers in each of Leeds, York and Hull",
    "faint o bobl sy’n dioddef o asthma?",
    "between 01/01/2020 and 31/12/2023",
    "12 Questions About Postcodes Such As LS1",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_requests_are_full_of_is_no_personal_data(text):
    assert personal_data_in(text) == ()


def test_a_sample_gives_little_away():
    samples = [personal_data_in(text)[0].sample for text, *_ in FOUND]

    assert samples[0] == "jo.••••••@••••.•••••••"
    assert samples[2] == "07••• ••••••"
    assert samples[11] == "DOB: ••/••/••••"
    assert not any(char.isdigit() for one in samples for char in one[2:])


def test_every_kind_says_why():
    assert all(kind.why.endswith(".") for kind in PersonalKind)
    assert len({kind.why for kind in PersonalKind}) == len(PersonalKind)


def test_what_overlaps_is_said_once():
    found = personal_data_in("NHS number 943 476 5919, card 4111111111111111, 07700 900123")

    assert [one.kind for one in found] == [
        PersonalKind.NHS,
        PersonalKind.CARD,
        PersonalKind.PHONE,
    ]


@given(st.text(alphabet="0123456789 -/@.ABCDé\n\x00", max_size=300))
def test_any_text_is_looked_through(text):
    found = personal_data_in(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_a_long_text_is_looked_through_without_going_back_over_it():
    text = "I have 12 Acacia Avenue, " * 4_000 + "0" * 50_000 + "a@" * 10_000

    assert personal_data_in(text) == ()


@needs_seeds
@pytest.mark.parametrize("seed", ["000", "002", "003"])
def test_the_requests_of_published_logs_raise_no_alarm(seed):
    asked = [
        one.text
        for entry in read_file(seed_path(seed)).entries
        for one in split_questions(entry.request).questions
    ]

    assert asked
    assert [(one.kind, one.sample) for text in asked for one in personal_data_in(text)] == []
