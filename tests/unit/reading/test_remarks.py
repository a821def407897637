"""Remarks: what an entry states against the calendar, the clock, its own sums, the law and what was asked."""

import datetime as dt

import pytest

from answerable.domain.clock import shipped_holidays
from answerable.domain.disclosure_log import Entry, Question, Table
from answerable.reading import read_bytes, reading_as_json
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.remarks import remarks_of


def entry(response="Seven.", *, asked="How many are there?", **more):
    question = Question(None, None, asked, response)
    return Entry("7000001", "Bicycles", asked, response, (question,), **more)


def said(one, *, month=None, blocks=()):
    return [
        (remark.what, remark.says)
        for remark in remarks_of([one], [blocks], month=month, table=shipped_holidays)
    ]


DAYS = [
    ("It came on 31 June 2023.", "It names 31 June 2023, and June 2023 had 30 days"),
    ("It came on the 29th of February 2023.", "It names 29th of February 2023, and February 2023 had 28 days"),
    ("It came on Monday 3 May 2022.", "It names Monday 3 May 2022, and that was a Tuesday"),
    ("It came on Tuesday, 3 May 2022.", None),
    ("It came on 29 February 2024.", None),
    ("The 45 May 2020 records are kept.", None),
    ("From Monday 2 to Friday 6 May 2022 it was shut.", None),
]  # fmt: skip


@pytest.mark.parametrize(("response", "says"), DAYS)
def test_a_day_that_does_not_exist_is_remarked_on(response, says):
    assert said(entry(response)) == ([("date", says)] if says else [])


def day(text):
    return dt.date.fromisoformat(text)


CLOCKS = [
    ("2022-03-01", "2022-03-30", "Seven.", None),
    ("2022-03-01", "2022-03-31", "Seven.", "by the clock of the Act an answer was due on 30 March 2022"),
    ("2022-03-01", "2022-05-31", "You clarified your request in April. Seven.", None),
    ("2022-03-01", "2022-02-01", "Seven.", "answered on 1 February 2022, and received later, on 1 March 2022"),
    ("1990-03-01", "1999-03-31", "Seven.", None),
]  # fmt: skip


@pytest.mark.parametrize(("received", "answered", "response", "says"), CLOCKS)
def test_an_answer_after_its_due_date_is_remarked_on(received, answered, response, says):
    found = said(entry(response, received_on=day(received), answered_on=day(answered)))

    assert len(found) == (says is not None)
    assert all(says in one for _, one in found)


def test_a_request_received_after_its_logs_month_is_remarked_on():
    late = entry(received_on=day("2022-04-02"))

    assert said(late, month="2022-04") == []
    assert said(late, month="2022-03") == [
        (
            "date",
            "It says that it was received on 2 April 2022, and stands in the log of March 2022",
        )
    ]


def table(*rows, **more):
    return Table(tuple(tuple(row.split("|")) for row in rows), **more)


SUMS = [
    (("Year|Cars|Vans", "2020|3|1", "2021|4|2", "Total|7|3"), None),
    (("Year|Cars", "2020|3", "2021|4", "Total|10"), "is 10, and its parts add up to 7: a difference of 3"),
    (("Year|Cars", "2020|<5", "2021|4", "Total|10"), None),
    (("Year|Cars", "2020|", "2021|4", "Total|10"), None),
    (("Year|Cost", "2020|£1,200.50", "2021|£1,000.50", "Total|£2,201.00"), None),
    (("Year|Cost", "2020|£1.2", "2021|£1.4", "Total|£2.7"), None),
    (("Year|Average days", "2020|10", "2021|12", "Total|11"), None),
    (("Year|Cars", "2020|10", "2021|20", "2022|15", "Total|50"), None),
    (("Kind|Share", "A|40%", "B|59.6%", "Total|100%"), None),
    (("Kind|Share", "A|40%", "B|50%", "Total|100%"), "add up to 90, and its total says 100 %"),
    (("Force|2020|2021|Total", "A|1|2|3", "B|2|2|4", "C|5|1|7"), "is 7, and its parts add up to 6"),
    (("Force|2020|2021|Total", "A|1|2|30", "B|2|2|40", "C|5|1|6"), None),
    (("Force|Cars|Of which red|Total", "A|3|2|3", "B|4|1|4", "C|5|1|7"), None),
    (("Year|Cars", "2020|3", "Subtotal|3", "2021|4", "Total|9"), None),
    (("Only one column", "1", "2", "Total"), None),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "says"), SUMS)
def test_a_total_that_is_not_its_parts_sum_is_remarked_on(rows, says):
    found = said(entry(tables=(table(*rows),)))

    assert [what for what, _ in found] == (["sum"] if says else [])
    assert all(says in one for _, one in found)


def test_what_a_response_says_of_its_sums_is_believed():
    wrong = table("Year|Cars", "2020|3", "2021|4", "Total|6")

    assert said(entry("A car may be counted in more than one year.", tables=(wrong,))) == []


SECTIONS = [
    ("This is exempt under section 31(1)(z) of the Act.", "It relies on section 31(1)(z), and the Act has no such provision"),
    ("It is exempt under section 31(4).", "It relies on section 31(4), and the Act has no such provision"),
    ("This is exempt under section 31(1)(a) of the Act.", None),
    ("It is withheld under section 40(2) and section 40(3A)(a).", None),
    ("We refuse under regulation 12(4)(f) of the EIR.", "It relies on regulation 12(4)(f), and the EIR have no such provision"),
    ("It is exempt under section 45 of the Act.", "It calls section 45 an exemption, and that section of the Act exempts nothing"),
    ("You may complain under section 50 of the Act.", None),
    ("This is a refusal notice under section 17(1) of the Act; section 43(2) applies and the public interest is weighed.", None),
    ("They are exempt under section 8 of the Data Protection Act 1998.", None),
    ("He was arrested under section 44(9) of the Terrorism Act 2000.", None),
]  # fmt: skip


@pytest.mark.parametrize(("response", "says"), SECTIONS)
def test_a_section_that_the_law_does_not_have_is_remarked_on(response, says):
    assert said(entry(response)) == ([("section", says)] if says else [])


INTERESTS = [
    ("21", "It is on our site. The public interest test favours withholding it.", "none is weighed there: it is absolute"),
    ("21", "It is on our site. This is absolute, and no public interest test is needed.", None),
    ("31(1)(a)", "This is a refusal notice: the disclosure would help criminals.", "says nothing of the public interest"),
    ("31(1)(a)", "The disclosure would help criminals.", None),
    ("31(1)(a)", "This is a refusal notice. The public interest favours withholding it.", None),
    ("40(2)", "The balance of the public interest favours withholding it.", None),
]  # fmt: skip


@pytest.mark.parametrize(("ground", "response", "says"), INTERESTS)
def test_the_public_interest_is_weighed_where_the_law_asks_for_it(ground, response, says):
    found = said(entry(response, exemptions=(ground,)))

    assert [what for what, _ in found] == (["section"] if says else [])
    assert all(says in one for _, one in found)


YEARS = ("Year|Cars", "2018|1", "2019|2", "2020|3", "2021|4")
PERIODS = [
    ("How many cars from 2018 to 2022?", "Below.", YEARS, "It asks for 2018 to 2022, and the table has 2018 to 2021"),
    ("How many cars from 2018 to 2022?", "We do not hold those of 2022.", YEARS, None),
    ("How many cars from 2018 to 2021?", "Below.", YEARS, None),
    ("How many cars in the last five years?", "Below.", YEARS, "It asks for the last 5 years, and the table has 4: 2018 to 2021"),
    ("How many cars in the last 4 years?", "Below.", YEARS, None),
    ("How many cars in each of the last three financial years?", "Below.", YEARS,
     "It asks for financial years, and the table has 2018 to 2021 without saying of which kind"),
    ("How many cars in each of the last five financial years?", "Below.",
     ("Kind|20/21|19/20|18/19|17/18|16/17", "Cars|1|2|3|4|5"), None),
    ("How many cars in 2019?", "Below.", YEARS, None),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "response", "rows", "says"), PERIODS)
def test_fewer_years_than_were_asked_for_are_remarked_on(asked, response, rows, says):
    found = said(entry(response, asked=asked, tables=(table(*rows),)))

    assert found == ([("period", says)] if says else [])


def words(text, sure):
    return Block(Kind.PARAGRAPH, (Run(text),), 0, len(text), page=3, sure=sure)


def test_words_that_were_read_with_doubt_are_shown_a_few_at_most():
    blocks = [words("Plain words", 0.99), *(words(f"Faint {n}", 0.5 + n / 100) for n in range(5))]

    assert said(entry(), blocks=blocks) == [
        ("unsure", "Read with doubt on page 3 (50% sure): Faint 0"),
        ("unsure", "Read with doubt on page 3 (51% sure): Faint 1"),
        ("unsure", "Read with doubt on page 3 (52% sure): Faint 2"),
        ("unsure", "2 more stretches were read with doubt"),
    ]


def test_remarks_stand_with_their_entry_and_their_question():
    text = (
        "Ref\n7000001\n\nBicycles\n\nRequest\n\n1. How many?\n\n2. Whose?\n\nResponse\n\n"
        "1. Seven.\n\n2. This is exempt under section 31(1)(z) of the Act.\n"
    )
    (found,) = reading_as_json(read_bytes(text.encode(), name="log.txt"))["entries"]

    assert found["remarks"] == [
        {
            "what": "section",
            "says": "It relies on section 31(1)(z), and the Act has no such provision",
            "label": "2",
        }
    ]
