"""Files that name people whom the office knows: each is a finding that somebody decides about."""

import pytest

from answerable.domain.release.people import KnownPerson
from answerable.inspecting import Severity, Verdict, inspect_bytes
from answerable.inspecting.known_people import PeopleSought, ways_sought, with_people
from answerable.inspecting.sweeping import traces
from answerable.inspecting.version import rules_version
from tests.support.inspecting import HONEST, workbook
from tests.support.outlook_files import container

ASKER = KnownPerson("Ms Jo Quillfeather", ("jo@quill.example", "12 Inkwell Road"))
STAFF = KnownPerson("Wim Ownerby", ("wim@body.example",))
PEOPLE = PeopleSought((ASKER,), (STAFF,))


def found_in(data, name="a.csv", people=PEOPLE):
    inspection = with_people(inspect_bytes(data, name=name), data, people)
    return inspection.verdict, [(one.code, one.severity) for one in inspection.findings]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("12", []),
        ("Jo Quillfeather", ["sweep.requester"]),
        ("QUILLFEATHER, JO", ["sweep.requester"]),
        ("jo@quill.example", ["sweep.requester"]),
        ("12 Inkwell Road", ["sweep.requester"]),
        ("seen by W. Ownerby", ["sweep.known-person"]),
        ("Quillfeather and Ownerby", ["sweep.requester", "sweep.known-person"]),
    ],
)
def test_who_asked_and_who_works_here_is_found_and_never_stops_a_release(words, codes):
    verdict, found = found_in(HONEST + f"2025,{words}\n".encode())

    assert [code for code, _ in found if code.startswith("sweep.")] == codes
    assert Severity.STOP not in {severity for _, severity in found}
    assert verdict is (Verdict.FINDINGS if codes else Verdict.CLEAR)


@pytest.mark.slow
def test_a_name_in_a_hidden_sheet_is_found_besides_the_sheet():
    _, found = found_in(workbook(hidden="Jo Quillfeather"), "a.xlsx")

    assert found[0] == ("xlsx.hidden-sheet", Severity.STOP)
    assert ("sweep.requester", Severity.CHECK) in found


@pytest.mark.slow
def test_a_finding_of_a_person_repeats_no_name():
    inspection = with_people(
        inspect_bytes(b"Jo Quillfeather\n", name="a.csv"), b"Jo Quillfeather\n", PEOPLE
    )

    assert "uillfeather" not in repr(inspection)


@pytest.mark.slow
def test_what_cannot_be_inspected_stays_so_whoever_is_in_it():
    locked = container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})

    verdict, found = found_in(locked + b"Jo Quillfeather", "a.xlsx")

    assert (verdict, found) == (Verdict.CANNOT_SAY, [])


def test_nobody_is_looked_for_by_a_word_that_means_something_else():
    assert "Price" not in ways_sought(KnownPerson("Ann Price"))
    assert "Ann Price" in ways_sought(KnownPerson("Ann Price"))


def test_the_rules_have_a_version():
    number, _, digest = rules_version().partition("-")

    assert number.isdigit()
    assert len(digest) == 12


@pytest.mark.slow
def test_a_table_of_many_measurements_is_searched_to_its_end():
    numbers = (f"{number},0.{number * 7919:016d}\n" for number in range(21_000))
    data = ("place,measured\n" + "".join(numbers) + "1,Quillfeather\n").encode()

    assert [one.sought for one in traces(data, ["Quillfeather"])] == [0]
