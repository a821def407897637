"""Personal data in what files show: found in a process apart, told masked, with its place; the rest is asked about."""

import io

import pytest
import typst

from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.domain.release.known_people import KnownPeople
from answerable.domain.release.people import KnownPerson
from answerable.inspecting import Verdict, inspect_bytes, inspection_as_json
from answerable.inspecting.allowance import Allowance
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.personal import apart, finding, with_personal_data
from answerable.inspecting.personal.finding import found_in
from answerable.inspecting.personal.pieces import column_name
from answerable.inspecting.personal.texts import shown_texts
from tests.support.inspecting import HONEST, workbook

pytestmark = pytest.mark.slow
LETTER = b"Dear Mrs Agnes Pemberton,\n\nPlease call 07700 900123.\n"


def found(data, name, *, known=()):
    return found_in(shown_texts(data, name, Allowance()), KnownPeople(known))


def told(data, name):
    return [(one.kind.value, one.places[0].where) for one in found(data, name).hits()]


def zipped(**files):
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("_", "."), data)
    return out.getvalue()


def test_what_a_file_shows_is_looked_through_apart_and_told_masked():
    looked = with_personal_data(inspect_bytes(LETTER, name="letter.txt"), LETTER, ())

    name, phone = looked.personal
    assert looked.verdict is Verdict.FINDINGS
    assert (name.kind, name.certainty, name.sample) == (
        PersonalKind.NAME,
        Certainty.CERTAIN,
        "M•• A•••• P••••••••",
    )
    assert (phone.sample, phone.places[0].where) == ("••••• ••••••", "line 3")
    assert "Pemberton" not in str(inspection_as_json(looked))
    assert inspection_from_json(inspection_as_json(looked)) == looked


def test_a_file_that_names_nobody_stays_clear():
    looked = with_personal_data(inspect_bytes(HONEST, name="figures.csv"), HONEST, ())

    assert (looked.verdict, looked.personal) == (Verdict.CLEAR, ())


def test_words_on_a_page_have_a_box_as_the_page_is_seen():
    data = typst.compile(LETTER)

    hits = found(data, "letter.pdf").hits()

    place = hits[0].places[0]
    left, top, right, bottom = place.box
    assert (place.where, place.page) == ("page 1, line 1", 1)
    assert 60 < left < right < 300
    assert 60 < top < bottom < 120


def test_cells_are_told_by_their_addresses_and_hidden_ones_are_not_looked_at():
    from openpyxl import Workbook

    made = Workbook()
    made.active.title = "Staff"
    made.active.append(["Name", "Number"])
    made.active.append(["Mr Adam Quillfeather", "QQ 12 34 56 C"])
    made.create_sheet("Raw").append(["Mrs Jane Zebedee"])
    made["Raw"].sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)

    assert ("name", "Staff, A2") in told(out.getvalue(), "staff.xlsx")
    assert all("Raw" not in where for _, where in told(out.getvalue(), "staff.xlsx"))
    assert told(workbook(), "figures.xlsx") == []
    assert [column_name(one) for one in (0, 25, 26, 702)] == ["A", "Z", "AA", "AAA"]


def test_files_in_files_are_looked_through_under_their_names():
    data = zipped(letter_txt=LETTER, table_csv=b"Name,Ward\nMr Adam Quillfeather,North\n")

    assert ("name", "letter.txt, line 1") in told(data, "all.zip")
    assert ("name", "table.csv, A2") in told(data, "all.zip")


def test_the_same_words_are_one_hit_with_its_places():
    (hit,) = found(b"Mr Adam Quillfeather\nand Mr Adam Quillfeather\n", "a.txt").hits()

    assert (hit.count, [one.where for one in hit.places]) == (2, ["line 1", "line 2"])


def test_words_that_look_alike_at_one_place_are_told_apart():
    hits = found(b"Mr Adam Quillfeather, Mr Axel Quarrington\n", "a.txt").hits()

    assert [one.number for one in hits if one.sample.startswith("M")] in ([0, 0], [0, 1])
    assert len({(one.sample, one.number) for one in hits}) == len(hits)


def test_of_very_many_the_rest_is_decided_together(monkeypatch):
    monkeypatch.setattr(finding, "MOST_OF_A_KIND", 2)
    text = "\n".join(f"Call 07700 90012{one}" for one in range(5))

    hits = found(text.encode(), "a.txt").hits()

    assert [one.count for one in hits] == [1, 1, 3]
    assert hits[-1].sample == "others, and each of them only in part"


def test_known_people_are_found_however_they_are_written():
    known = (KnownPerson("Vera Quillfeather"),)

    (hit,) = found(b"seen by quillfeather, vera\n", "a.txt", known=known).hits()

    assert hit.certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"{\\rtf1 Mr Adam Quillfeather}", "a.rtf", "files of its kind"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "words in pictures"),
    ],
)
def test_what_nobody_looked_through_is_said(data, name, why):
    looked = found(data, name)

    assert looked.hits() == ()
    assert why in looked.unread[0].why


def test_text_beyond_the_limit_is_said_to_be_unread(monkeypatch):
    monkeypatch.setattr(finding, "MOST_SIGNS", 10)

    assert "not looked through" in found(LETTER, "a.txt").unread[0].why


def test_what_was_not_looked_through_asks_a_person(monkeypatch):
    monkeypatch.setattr(apart, "STARTED_AS", ("-c", "import sys; sys.exit(9)"))

    looked = with_personal_data(inspect_bytes(HONEST, name="figures.csv"), HONEST, ())

    assert [one.code for one in looked.findings] == ["personal.not-looked-through"]
    assert looked.verdict is Verdict.FINDINGS
