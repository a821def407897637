"""References told from what only looks like one."""

import pytest

from answerable.reading.references import is_reference, labelled_reference, reference_in_heading

REFERENCES = [
    "CAS-84648-X2P3",
    "5024007", "FOI-2024/0123", "FOI 2024/0123", "CAS-84648", "1406745", "F-2010-00325", "006753/24",
    "01/FOI/23/004512", "FOI2024-00123", "RFI 1234", "IR-12-345", "24/117", "FOI/2024-25/17", "2024-000123",
    "921A/20", "FS-Case-123456789", "CAS-12345-678901", "EIR 23-114",
]  # fmt: skip


@pytest.mark.parametrize("text", REFERENCES)
def test_a_reference_is_known_by_its_shape(text):
    assert is_reference(text)
    assert reference_in_heading(f"{text}: Parking fines")[:2] == (text, 0)
    assert reference_in_heading(f"Parking fines ({text})")[0] == text
    assert labelled_reference(f"{text} Parking fines")[0] == text


NONE = [
    "3 March 2024", "03/04/2024", "2024-03-01", "01632 960123", "£45,000", "45%", "FOIA 2000", "FOI Act 2000",
    "2024", "2023/24", "2023-24", "2023/2024", "s.40(2)", "section 31", "12", "Covid-19", "03/2024",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_reference_is_not_taken_for_one(text):
    assert not is_reference(text)
    assert reference_in_heading(f"{text} Parking fines") is None
    assert reference_in_heading(f"Parking fines ({text})") is None


BESIDE_A_LABEL = [
    ("2023/24", "2023/24"),
    ("17", "17"),
    ("FOI ref 24/117", "24/117"),
    ("no. 24/117", None),
    ("3 March 2024", None),
    ("123 Parking", "123"),
    ("Parking", None),
]


@pytest.mark.parametrize(("text", "found"), BESIDE_A_LABEL)
def test_a_label_makes_a_reference_of_less(text, found):
    assert (labelled_reference(text) or (None,))[0] == found


def test_a_word_for_it_makes_a_heading_begin_with_a_reference():
    assert reference_in_heading("Request 1406745 Parking") == ("1406745", 0, 15)
    assert reference_in_heading("Parking in 2024") is None
    assert reference_in_heading("1200 permits sold") is None
