"""The pack for the assessor: what it says, what goes in, and what does not."""

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from answerable.inspecting import Severity, Verdict, inspect_bytes
from answerable.publishing.assurance import pack_zip as zipping
from answerable.publishing.assurance.pack import (
    Pack,
    PackAction,
    PackCriterion,
    PackElement,
    PackEvidence,
    PackMonth,
    PackPassage,
    PackQuotation,
    PackStandard,
    counts_by_criterion,
)
from answerable.publishing.assurance.pack_data import pack_csv, pack_json
from answerable.publishing.assurance.pack_pdf import pack_pdf
from answerable.publishing.assurance.pack_zip import pack_zip
from answerable.publishing.publications import CannotPublish

GUIDE, NOTES = b"How to ask us\n", b"What people told us\n"


def digest(data):
    return hashlib.sha256(data).hexdigest()


def held(*files):
    return {digest(one): one for one in files}.get


def evidence(title="Guide", data=GUIDE, name="guide.txt", **more):
    return PackEvidence(title, date(2026, 3, 2), name, digest(data), verdict="clear", **more)


def pack_of(*pieces, **more):
    element = PackElement(
        "1.1.1",
        "Knowing who the customers are",
        "compliant",
        "partial",
        storyboard="We ask each year.\n\nSee https://council.example/survey.",
        evidence=pieces,
        actions=(PackAction("Ask again", "Quality team", date(2026, 5, 1)),),
        passages=(PackPassage("improvement", "Ask more people.", "Begun in May"),),
        standards=(
            PackStandard(
                "We answer within 20 working days",
                (
                    PackMonth("2026-02", "91%", "90%", is_met=True),
                    PackMonth("2026-03", "88%", "90%", is_met=False),
                    PackMonth("2026-04", "", "90%", is_met=None),
                ),
            ),
            PackStandard("We greet by name"),
        ),
    )
    second = PackElement("2.1.1", "Leading by example", evidence=more.pop("second", ()))
    criteria = (
        PackCriterion("1", "Insight", (replace(element, **more),)),
        PackCriterion("2", "Culture", (second,)),
    )
    return Pack(
        "Sample Excellence (2026)",
        "Estwick Council",
        "annual review",
        date(2026, 6, 9),
        date(2026, 5, 20),
        ("compliance plus", "compliant", "partial", "non-compliant"),
        criteria,
    )


def packed(pack, files):
    into = io.BytesIO()
    told = pack_zip(pack, files, into)
    return told, into.getvalue()


def read(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def rows(data, name):
    return list(csv.DictReader(io.StringIO(read(data, name).decode("utf-8-sig"))))


def names(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sorted(archive.namelist())


def test_elements_are_counted_by_criterion_and_level_and_each_row_adds_up():
    head, counted = counts_by_criterion(pack_of())

    assert head[0] == "Criterion"
    assert head[1:] == (
        "Compliance plus",
        "Compliant",
        "Partial",
        "Non-compliant",
        "No level",
        "Elements",
    )
    assert counted == (
        ("1 Insight", "0", "1", "0", "0", "0", "1"),
        ("2 Culture", "0", "0", "0", "0", "1", "1"),
        ("All criteria", "0", "1", "0", "0", "1", "2"),
    )


def test_a_level_that_the_framework_does_not_name_is_counted_all_the_same():
    head, counted = counts_by_criterion(pack_of(level="pending"))

    assert head[5] == "Pending"
    assert counted[-1] == ("All criteria", "0", "0", "0", "0", "1", "1", "2")


def test_the_grid_has_a_row_for_each_element():
    text = pack_csv(pack_of(evidence(), evidence(why_not="Not settled"))).decode("utf-8-sig")

    first, second = csv.DictReader(io.StringIO(text))

    assert (first["element"], first["level"], first["level_before"]) == (
        "1.1.1",
        "compliant",
        "partial",
    )
    assert (first["evidence"], first["kept_out"], first["actions"]) == ("1", "1", "1")
    assert (second["element"], second["level"], second["storyboard"]) == ("2.1.1", "", "no")


def test_the_data_holds_all_and_days_as_text():
    document = json.loads(pack_json(pack_of(evidence())))

    element = document["criteria"][0]["elements"][0]
    assert document["schema"] == "urn:answerable:pack:1"
    assert document["round_on"] == "2026-06-09"
    assert element["evidence"][0]["sha256"] == digest(GUIDE)
    assert element["standards"][0]["months"][2]["is_met"] is None


def bookmarks(items):
    for one in items:
        yield one.title
        yield from bookmarks(one.children)


def test_the_pdf_is_tagged_and_its_bookmarks_name_each_element():
    with pikepdf.open(io.BytesIO(pack_pdf(pack_of(evidence())))) as document:
        kinds = {
            str(one.get("/S")) for one in document.objects if isinstance(one, pikepdf.Dictionary)
        }
        with document.open_outline() as outline:
            titles = list(bookmarks(outline.root))

    assert {"/H1", "/H2", "/H3", "/H4", "/Table", "/TH", "/BlockQuote"} <= kinds
    assert titles == [
        "Sample Excellence (2026): annual review",
        "Levels by criterion",
        "Criterion 1: Insight",
        "1.1.1 Knowing who the customers are",
        "Criterion 2: Culture",
        "2.1.1 Leading by example",
    ]


def test_words_that_look_like_markup_or_that_the_font_lacks_do_no_harm():
    pack = pack_of(storyboard="#panic() $x$ *a* \x00 \u202e \u6f22", level_before="#let")

    assert pack_pdf(pack).startswith(b"%PDF")


def test_a_pack_that_is_too_long_for_a_pdf_is_refused():
    with pytest.raises(CannotPublish, match="characters"):
        pack_pdf(pack_of(storyboard="x" * 4_000_001))


def test_the_zip_holds_the_pack_the_evidence_and_lists_of_both():
    told, data = packed(pack_of(evidence()), held(GUIDE))

    assert (told.files, told.kept_out) == (1, 0)
    assert names(data) == [
        "evidence/1.1.1 guide.txt",
        "grid.csv",
        "index.csv",
        "kept-out.csv",
        "pack.json",
        "pack.pdf",
    ]
    for row in rows(data, "index.csv"):
        assert digest(read(data, row["path"])) == row["sha256"]
        assert str(len(read(data, row["path"]))) == row["bytes"]


def test_the_same_pack_is_the_same_bytes():
    pack = pack_of(evidence(), evidence("Notes", NOTES, "notes.txt"))

    assert packed(pack, held(GUIDE, NOTES)) == packed(pack, held(GUIDE, NOTES))


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "..\\x", "CON", "a\x00b", "", "." * 9, "x" * 400 + ".txt"]
)
def test_a_name_leads_nowhere_else(name):
    _, data = packed(pack_of(evidence(name=name)), held(GUIDE))

    (path,) = (one for one in names(data) if one.startswith("evidence/"))
    inside = path.removeprefix("evidence/")
    assert inside.startswith("1.1.1")
    assert "/" not in inside
    assert "\\" not in inside
    assert inside.isprintable()
    assert len(inside) <= 101


def test_two_files_of_one_name_stand_side_by_side():
    pack = pack_of(evidence(name="A.txt"), evidence("Notes", NOTES, "a.txt"))

    _, data = packed(pack, held(GUIDE, NOTES))

    assert read(data, "evidence/1.1.1 A.txt") == GUIDE
    assert read(data, "evidence/1.1.1 a-2.txt") == NOTES


def test_a_file_for_two_elements_is_written_once_and_listed_for_each():
    told, data = packed(pack_of(evidence(), second=(evidence(),)), held(GUIDE))

    listed = [one for one in rows(data, "index.csv") if one["element"]]
    assert told.files == 1
    assert [one["element"] for one in listed] == ["1.1.1", "2.1.1"]
    assert {one["path"] for one in listed} == {"evidence/1.1.1 guide.txt"}


def test_evidence_that_is_only_an_address_is_listed_without_a_file():
    piece = PackEvidence("Our page", link="https://council.example/ask")

    told, data = packed(pack_of(piece), held())

    assert (told.files, told.kept_out) == (0, 0)
    (row,) = (one for one in rows(data, "index.csv") if one["element"])
    assert (row["path"], row["link"]) == ("", "https://council.example/ask")


@pytest.mark.parametrize(
    ("piece", "files", "why"),
    [
        (evidence(why_not="A finding is not settled"), held(GUIDE), "A finding is not settled"),
        (evidence(), held(), "Its file is not held any more"),
        (evidence(), lambda _: NOTES, "its digest differs"),
        (evidence(), lambda _: bytes(zipping.MOST_BYTES + 1), "larger than 25 MB"),
        (PackEvidence("Nothing"), held(), "neither a file nor an address"),
    ],
    ids=["not settled", "no bytes", "other bytes", "too large", "nothing at all"],
)
def test_what_cannot_go_in_is_kept_out_and_every_part_says_why(piece, files, why):
    told, data = packed(pack_of(piece), files)

    (row,) = rows(data, "kept-out.csv")
    (told_in_data,) = json.loads(read(data, "pack.json"))["criteria"][0]["elements"][0]["evidence"]
    assert (told.files, told.kept_out) == (0, 1)
    assert why in row["why_not"]
    assert told_in_data["why_not"] == row["why_not"]
    assert not [one for one in names(data) if one.startswith("evidence/")]
    assert not [one for one in rows(data, "index.csv") if one["element"]]


@pytest.mark.slow
def test_what_the_system_writes_of_a_pack_passes_the_inspection():
    _, data = packed(pack_of(evidence(), evidence("Gone", NOTES, "n.txt")), held(GUIDE))

    for name in ("pack.pdf", "grid.csv", "index.csv", "kept-out.csv"):
        inspection = inspect_bytes(read(data, name), name=name)
        assert inspection.verdict is not Verdict.CANNOT_SAY, inspection.reason
        assert [one for one in inspection.findings if one.severity is Severity.STOP] == []


def test_what_people_wrote_stands_in_the_pdf_and_the_data_with_its_year_alone():
    said = PackQuotation("They were quick", 2025, elements=("2.2.2",))
    pack = replace(pack_of(), quotations=(said, PackQuotation("Polite", 2024, is_of_report=True)))

    with pikepdf.open(io.BytesIO(pack_pdf(pack))) as document, document.open_outline() as outline:
        titles = list(bookmarks(outline.root))
    data = json.loads(pack_json(pack))["quotations"]

    assert "What people wrote" in titles
    assert [(one["words"], one["year"], one["elements"]) for one in data] == [
        ("They were quick", 2025, ["2.2.2"]),
        ("Polite", 2024, []),
    ]
