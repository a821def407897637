"""Numbers and addresses that lead to people are told by their check digits and their structure."""

import pytest

from answerable.domain.release.personal import Certainty, PersonalKind, personal_data

K = PersonalKind

FOUND = [
    ("NI AB 12 34 56 C", K.NATIONAL_INSURANCE, "AB 12 34 56 C", Certainty.CERTAIN),
    ("nino: ab123456c", K.NATIONAL_INSURANCE, "ab123456c", Certainty.CERTAIN),
    ("see QQ 12 34 56 C", K.NATIONAL_INSURANCE, "QQ 12 34 56 C", Certainty.LIKELY),
    ("NHS number 123 456 7890", K.NHS, "123 456 7890", Certainty.LIKELY),
    ("card 4929 1234 5678 9012", K.CARD, "4929 1234 5678 9012", Certainty.LIKELY),
    ("It is 943 476 5919.", K.NHS, "943 476 5919", Certainty.CERTAIN),
    ("the patient 9434765919 left", K.NHS, "9434765919", Certainty.LIKELY),
    ("at LS1 4AB only", K.POSTCODE, "LS1 4AB", Certainty.LIKELY),
    ("at EC1V9BX only", K.POSTCODE, "EC1V9BX", Certainty.LIKELY),
    ("at ls1 4ab only", K.POSTCODE, "ls1 4ab", Certainty.LIKELY),
    ("on 07700 900123 now", K.PHONE, "07700 900123", Certainty.CERTAIN),
    ("on (01632) 960 983 now", K.PHONE, "(01632) 960 983", Certainty.CERTAIN),
    ("on +44 (0)20 7946 0018", K.PHONE, "+44 (0)20 7946 0018", Certainty.CERTAIN),
    ("on +353 1 555 0142 now", K.PHONE, "+353 1 555 0142", Certainty.LIKELY),
    ("Tel: 960123", K.PHONE, "960123", Certainty.LIKELY),
    ("to info.ann@post.example", K.EMAIL, "info.ann@post.example", Certainty.CERTAIN),
    ("a man aged 34 fell", K.AGE, "aged 34", Certainty.POSSIBLE),
    ("Anita Quill (34) fell", K.AGE, "34", Certainty.LIKELY),
    ("Anita Quill (03/02/1981)", K.BIRTH, "03/02/1981", Certainty.LIKELY),
    ("DOB: 7 Aug 1988", K.BIRTH, "7 Aug 1988", Certainty.CERTAIN),
    ("born in 1961", K.BIRTH, "1961", Certainty.LIKELY),
    ("vehicle KT08 ZWB", K.VEHICLE, "KT08 ZWB", Certainty.CERTAIN),
    ("saw KT08 ZWB", K.VEHICLE, "KT08 ZWB", Certainty.LIKELY),
    ("a van, N451 DBK", K.VEHICLE, "N451 DBK", Certainty.LIKELY),
    ("registration QLL 7", K.VEHICLE, "QLL 7", Certainty.LIKELY),
    ("sort code 12-34-56", K.BANK, "12-34-56", Certainty.CERTAIN),
    ("pay 12-34-56 12345678", K.BANK, "12-34-56 12345678", Certainty.CERTAIN),
    (
        "to GB29 QUIL 0489 4229 2515 91 AND",
        K.BANK,
        "GB29 QUIL 0489 4229 2515 91",
        Certainty.CERTAIN,
    ),
    ("card 4111 1111 1111 1111", K.CARD, "4111 1111 1111 1111", Certainty.CERTAIN),
    ("passport number is AX4410927", K.PASSPORT, "AX4410927", Certainty.CERTAIN),
    ("QUILL 803142 J9 3KL", K.LICENCE, "QUILL 803142 J9 3KL", Certainty.CERTAIN),
    ("ID 2004/860837C", K.POLICE_ID, "2004/860837C", Certainty.CERTAIN),
    ("CRO 942534/99N", K.POLICE_ID, "942534/99N", Certainty.CERTAIN),
    ("IMEI 353020751491847", K.DEVICE, "353020751491847", Certainty.CERTAIN),
    ("3C:52:82:7F:1A:09", K.DEVICE, "3C:52:82:7F:1A:09", Certainty.CERTAIN),
    ("from 203.0.113.77", K.IP, "203.0.113.77", Certainty.LIKELY),
    ("lease 2001:db8::42:8329", K.IP, "2001:db8::42:8329", Certainty.LIKELY),
    ("PC 1234 said", K.STAFF, "1234", Certainty.LIKELY),
    ("payroll ref 448120", K.STAFF, "448120", Certainty.LIKELY),
    ("insta @sally.quill", K.ONLINE, "@sally.quill", Certainty.LIKELY),
    ("https://x.com/wilf_cobbold", K.ONLINE, "https://x.com/wilf_cobbold", Certainty.CERTAIN),
    ("14 Low Road", K.HOME, "14 Low Road", Certainty.LIKELY),
    ("Rose Cottage, Ulverby LT30 2AA", K.HOME, "Rose Cottage, Ulverby LT30 2AA", Certainty.LIKELY),
    ("at 54.0912831, -2.8771904", K.COORDINATES, "54.0912831, -2.8771904", Certainty.CERTAIN),
    ("grid SK 12345 67890", K.COORDINATES, "SK 12345 67890", Certainty.LIKELY),
    ("///filled.count.soap", K.COORDINATES, "///filled.count.soap", Certainty.LIKELY),
]


@pytest.mark.parametrize(("text", "kind", "words", "certainty"), FOUND)
def test_it_is_found_where_it_stands(text, kind, words, certainty):
    found = {(one.kind, text[one.start : one.end], one.certainty) for one in personal_data(text)}

    assert (kind, words, certainty) in found


@pytest.mark.parametrize(
    "text",
    [
        "It is 943 476 5918.",
        "4111 1111 1111 1112",
        "to GB28 QUIL 0489 4229 2515 91",
        "ID 2004/860837D",
        "353020751491848",
        "QUILL 893142 J9 3KL",
        "version 203.0.113.77",
        "section 4.2.10.1",
        "the call is free on 0800 123 4567",
        "write to foi.requests@council.example",
        "aged 18 to 24",
        "16-year-olds",
        "ward B12 and room A7",
        "3 Crown Court cases",
        "facebook.com/groups",
        "@media print",
        "0.798124 of 1.5",
        "listening on 127.0.0.1",
    ],
)
def test_what_only_looks_like_it_is_not(text):
    assert personal_data(text) == ()


def test_several_numbers_behind_one_label_are_found():
    text = "collar numbers 612, 1440 and 97"

    assert [text[one.start : one.end] for one in personal_data(text)] == ["612", "1440", "97"]


def test_columns_are_read_by_their_heads():
    text = "Name,DOB,Payroll no\nzofia maj,12/12/1971,00123\nNot known,,"

    found = [(one.kind, text[one.start : one.end]) for one in personal_data(text)]

    assert found == [(K.NAME, "zofia maj"), (K.BIRTH, "12/12/1971"), (K.STAFF, "00123")]
