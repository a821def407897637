"""The tables of published answers, recomputed to the cell from the sample registers."""

from decimal import Decimal

import pytest

from answerable.domain.measures.results import Missing
from answerable.measuring.samples.published import COMPLAINT_YEARS, MET, PROSECUTED
from tests.support.measuring import measured

pytestmark = pytest.mark.slow


def test_5024920_investigations_started_in_2023_took_153_and_236_working_days(tmp_path):
    result = measured(
        "investigation-durations", tmp_path, **{"from": "2023-01-01", "until": "2023-12-31"}
    )

    assert [(row[0], row[2]) for row in result.rows] == [
        ("Independent", 153),
        ("Directed or managed", 236),
    ]
    assert [caveat.ident for caveat in result.caveats] == [
        "illustrative",
        "completed",
        "duration",
        "live",
        "rules-2020",
    ]
    assert result.calendars == ("ew@2026-11-22",)


def test_5023086_seven_people_with_their_days_and_bands(tmp_path):
    result = measured(
        "criminal-proceedings-by-theme",
        tmp_path,
        **{"theme": "abuse-for-sexual-purpose", "from": "2018/19", "until": "2020/21"},
    )

    assert [(row[0], row[1], row[7], row[8]) for row in result.rows] == [
        (person.force, person.referred_on.isoformat(), person.days, band)
        for person, band in zip(
            PROSECUTED,
            [
                "9 - 12 months",
                "9 - 12 months",
                "6 - 9 months",
                "9 - 12 months",
                "6 - 9 months",
                "6 - 9 months",
                "9 - 12 months",
            ],
            strict=True,
        )
    ]


def test_5023102_table_1_ten_years_of_complaints_and_allegations(tmp_path):
    cases = measured("complaints-recorded", tmp_path, force=MET)
    allegations = measured("allegations-recorded", tmp_path, force=MET)

    years = [year.year for year in COMPLAINT_YEARS]
    assert [column.words for column in cases.columns] == ["Figure", *years]
    assert cases.rows[0][1:] == tuple(year.cases for year in COMPLAINT_YEARS)
    assert allegations.rows[0][1:] == tuple(year.allegations for year in COMPLAINT_YEARS)
    assert allegations.rows[1][1:] == tuple(year.discrimination for year in COMPLAINT_YEARS)


def test_5023102_table_2_race_in_2019_20_is_not_available_and_never_nought(tmp_path):
    result = measured("allegations-available", tmp_path, force=MET)

    (note,) = result.notes
    assert result.rows[0][1:] == tuple(year.available for year in COMPLAINT_YEARS)
    assert result.rows[1][1:] == tuple(year.discrimination_available for year in COMPLAINT_YEARS)
    assert result.rows[2][1:] == tuple(year.race for year in COMPLAINT_YEARS)
    assert (note.row, result.columns[note.column].words) == (2, "2019/20")
    assert note.missing is Missing.NOT_AVAILABLE
    assert note.words == "Kinds of discrimination were not kept for 2019/20."


def test_5023070_spend_and_staff_of_two_teams_in_five_years(tmp_path):
    years = {"from": "2016/17", "until": "2020/21"}

    spend = measured("spend-by-team", tmp_path, **years)
    staff = measured("staff-by-team", tmp_path, **years)

    assert spend.rows[0][1:] == (1133505, 1331779, 1362249, 1451564, 1497965)
    assert spend.rows[1][1:] == (115638, 124167, 108175, 127998, 332777)
    assert [str(cell) for cell in staff.rows[0][1:]] == ["18.8", "21.1", "21.1", "20.3", "20.1"]
    assert staff.rows[1][1:] == tuple(map(Decimal, ("2.0", "2.3", "2.1", "2.2", "4.6")))


def test_5023101_273_of_704_people_had_a_case_to_answer_which_is_39_in_a_hundred(tmp_path):
    result = measured("case-to-answer", tmp_path, year="2019/20")

    assert result.rows[0][:3] == (704, 273, 39)
    assert result.parts[0, 2] == (273, 704)
