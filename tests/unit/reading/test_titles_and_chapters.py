"""Titles that differ in a number alone, and headings over several records: neither is a label, nor another's title."""

import pytest

from answerable.reading import read_bytes

WARDS = [(f"Ward {number} beds", f"How many beds are on ward {number}?", f"There are {number}0 beds.") for number in (1, 2, 3)]  # fmt: skip
FINES = [(f"Parking fines {year}", f"How many fines were issued in {year}?", f"There were {year - 1980} fines.") for year in (2021, 2022, 2023)]  # fmt: skip
LOST = [("Cats lost", "How many cats were lost?", "Nine were."), ("Dogs lost", "How many dogs were lost?", "Two were."), ("Cows lost", "How many cows were lost?", "None was.")]  # fmt: skip


def shown(body):
    reading = read_bytes(f"<html><body><h1>Log</h1>{body}</body></html>".encode(), name="log.html")
    return [(one.title, one.questions[0].text, one.questions[0].answer) for one in reading.entries]


def plain(records, form="<h2>{}</h2>"):
    return "".join(f"{form.format(title)}<p>{ask}</p><p>{tell}</p>" for title, ask, tell in records)


def labelled(records, asked, told):
    return "".join(
        f"<h2>{title}</h2><p><b>{asked}</b></p><p>{ask}</p><p><b>{told}</b></p><p>{tell}</p>"
        for title, ask, tell in records
    )


@pytest.mark.parametrize("records", [WARDS, FINES])
@pytest.mark.parametrize("form", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_titles_that_differ_in_a_number_alone_are_titles(records, form):
    assert shown(plain(records, form)) == records


@pytest.mark.parametrize("labels", [("What was wanted", "What we told"), ("You asked", "We said")])
@pytest.mark.parametrize("records", [WARDS, FINES])
def test_they_are_so_above_labels_that_come_again(records, labels):
    assert shown(labelled(records, *labels)) == records


def test_a_year_behind_a_title_is_no_reference():
    body = "".join(
        f"<p><b>{title}</b></p><p>FOI 12{number}40</p><p><b>Request</b></p><p>{ask}</p><p><b>Response</b></p><p>{tell}</p>"
        for number, (title, ask, tell) in enumerate(FINES, 11)
    )

    assert shown(body) == FINES


@pytest.mark.parametrize("form", ["<p><b>{}</b></p>", "<p><b>FOI 12340 – {}</b></p>"])
def test_a_heading_over_the_first_of_several_records_is_its_title_neither(form):
    assert shown(f"<h2>January to March</h2>{plain(LOST, form)}") == LOST


def test_a_heading_between_records_is_the_title_of_none():
    form = "<p><b>FOI 12340 – {}</b></p>"
    hens = [("Hens lost", "How many hens were lost?", "One was.")]

    found = shown(
        f"<h2>January to March</h2>{plain(LOST, form)}<h2>April to June</h2>{plain(hens, form)}"
    )

    assert found == [*LOST, *hens]
