"""Sample registers: whole rows, the same each time, and the published totals counted by plain Python."""

import csv
import datetime as dt
from collections import Counter
from fractions import Fraction

import pytest

from answerable.domain.clock.calendars import CalendarName, shipped_holidays
from answerable.domain.measures.registers import ColumnKind
from answerable.domain.measures.years import financial_year
from answerable.measuring.samples.published import COMPLAINT_YEARS, MET, PROSECUTED
from answerable.measuring.samples.registers import SAMPLES, write_sample
from answerable.measuring.samples.spreading import with_sum
from answerable.measuring.shipped import shipped_registers


def _rows(name):
    columns = [column.name for column in shipped_registers()[name].columns]
    return [dict(zip(columns, row, strict=True)) for row in SAMPLES[name].rows()]


def test_each_shipped_register_has_a_sample():
    assert set(SAMPLES) == set(shipped_registers())


@pytest.mark.parametrize("name", SAMPLES)
def test_the_rows_of_a_sample_keep_to_their_declaration(name):
    register = shipped_registers()[name]
    rows = _rows(name)
    keys = [tuple(row[column] for column in register.key) for row in rows]

    assert rows
    assert len(set(keys)) == len(keys)
    for column in register.columns:
        values = {row[column.name] for row in rows}
        if column.required:
            assert None not in values, column.name
        if column.kind is ColumnKind.CODE:
            assert values - {None} <= {code.code for code in column.codes}, column.name
        if column.not_before:
            pairs = [(row[column.not_before], row[column.name]) for row in rows]
            assert all(first <= last for first, last in pairs if last and first), column.name


def test_investigations_started_in_2023_took_153_and_236_working_days_on_average():
    calendar = shipped_holidays().calendar(CalendarName.EW)
    lengths = {"independent": [], "directed": []}
    for row in _rows("investigations"):
        if row["started_on"].year == 2023 and row["report_approved_on"]:
            assert row["report_approved_on"] <= dt.date(2024, 6, 26)
            days = calendar.count(row["referral_received_on"], row["report_approved_on"])
            lengths[row["kind"]].append(days)

    assert {kind: Fraction(sum(days), len(days)) for kind, days in lengths.items()} == {
        "independent": 153,
        "directed": 236,
    }
    assert all(len(set(days)) > len(days) // 2 for days in lengths.values())


def test_complaints_and_allegations_have_the_published_totals_of_each_year():
    cases = Counter(
        financial_year(row["recorded_on"]) for row in _rows("complaints") if row["force"] == MET
    )
    rows = [row for row in _rows("allegations") if row["force"] == MET]
    counted = {
        year.year: (
            cases[year.year],
            len(own := [row for row in rows if financial_year(row["recorded_on"]) == year.year]),
            sum(row["category"] == "F" for row in own),
            len(known := [row for row in own if row["detail_available"]]),
            sum(row["category"] == "F" for row in known),
            sum(row["sub_category"] == "race" for row in known),
        )
        for year in COMPLAINT_YEARS
    }

    assert counted == {
        year.year: (
            year.cases,
            year.allegations,
            year.discrimination,
            year.available,
            year.discrimination_available,
            year.race or 0,
        )
        for year in COMPLAINT_YEARS
    }


def test_reports_on_people_who_were_prosecuted_came_after_the_published_days():
    calendar = shipped_holidays().calendar(CalendarName.EW)
    days = [
        calendar.count(row["referral_received_on"], row["report_approved_on"])
        for row in _rows("criminal-proceedings")
    ]

    assert days == [person.days for person in PROSECUTED] == [225, 223, 168, 203, 169, 126, 217]


def test_273_of_704_people_had_a_case_to_answer_and_eight_of_19_directed_proceedings_proved_one():
    people = _rows("people-investigated")
    directed = [row for row in _rows("misconduct-proceedings") if row["directed"]]

    assert len(people) == 704
    assert sum(row["case_to_answer"] != "none" for row in people) == 273
    assert len(directed) == 19
    assert sum(row["proven"] != "nothing" for row in directed) == 8


def test_a_sample_is_written_with_the_same_bytes_each_time(tmp_path):
    first = write_sample(SAMPLES["investigations"], tmp_path).read_bytes()
    second = write_sample(SAMPLES["investigations"], tmp_path).read_bytes()
    rows = list(csv.reader(first.decode().splitlines()))

    assert first == second
    assert rows[0][0] == "reference"
    assert len(rows) == 1 + len(list(SAMPLES["investigations"].rows()))


def test_values_are_moved_within_their_limits_or_refused():
    assert with_sum([5, 5, 5], [0, 5, 0], [9, 5, 9], 21) == [8, 5, 8]
    with pytest.raises(ValueError, match="cannot add up to 30"):
        with_sum([5, 5], [0, 0], [9, 9], 30)
