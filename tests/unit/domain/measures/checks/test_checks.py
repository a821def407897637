"""What does not agree in a printed table, or between two: each check with what it tells and what it leaves alone."""

from fractions import Fraction

import pytest

from answerable.domain.measures.checks.every import table_remarks
from answerable.domain.measures.checks.printed import Kind, PrintedTable, figure_of, plain, said
from answerable.domain.measures.checks.series import period_of
from answerable.domain.measures.checks.shares import about_shares_in_words


def table(*rows, **more):
    return PrintedTable(tuple(tuple(row.split("|")) for row in rows), **more)


def told(*tables, **more):
    return [(one.what, one.says) for one in table_remarks(tables, **more)]


CELLS = [
    ("1,497,965", Kind.NUMBER, 1497965, ""),
    ("£2.50", Kind.NUMBER, Fraction(5, 2), "£"),
    ("39 %", Kind.NUMBER, 39, "%"),
    ("-4", Kind.NUMBER, -4, ""),
    ("12*", Kind.NUMBER, 12, ""),
    ("0", Kind.NUMBER, 0, ""),
    ("n/a", Kind.NOT_AVAILABLE, 0, ""),
    ("Not recorded", Kind.NOT_AVAILABLE, 0, ""),
    ("*", Kind.WITHHELD, 0, ""),
    ("<5", Kind.WITHHELD, 0, ""),
    ("–", Kind.NOTHING, 0, ""),
    ("", Kind.NOTHING, 0, ""),
    ("12 months", Kind.WORDS, 0, ""),
    ("1,23", Kind.WORDS, 0, ""),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit"), CELLS)
def test_what_is_not_available_is_never_nought(text, kind, value, unit):
    figure = figure_of(text)

    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)


PERIODS = [
    ("2011/ 12", "2011/12"),
    ("2019/ /20", "2019/20"),
    ("20/21", "2020/21"),
    ("2019-20", "2019/20"),
    ("FY 2019/2020", "2019/20"),
    ("1999/00", "1999/00"),
    ("2018 to 2021", "2018-2021"),
    ("2020", "2020"),
    ("31/07/2019", None),
    ("225", None),
    ("20", None),
]


@pytest.mark.parametrize(("text", "key"), PERIODS)
def test_years_have_one_spelling(text, key):
    period = period_of(text)

    assert (period and period.key) == key


ALONE = [
    # sums, the rules of readings
    (("Year|Cars", "2020|3", "2021|4", "Total|10"), "sum", "is 10, and its parts add up to 7"),
    (("Year|Cars", "2020|3", "2021|4", "Total|7"), None, ""),
    # percentages
    (("Force|Cases|Share", "A|10|20%", "B|15|30%", "C|24|48%", "D|1|3%", "Total|50|100%"), "share", "1 of 50 (of the total of Cases) is 2.0 %, and the table says 3%"),
    (("Force|Cases|Upheld|% upheld", "A|10|5|50", "B|15|3|20", "C|25|5|20", "D|40|10|35"), "share", "10 of 40 (Upheld of Cases) is 25.0 %, and the table says 35"),
    (("Force|Cases|Upheld|% upheld", "A|10|5|50", "B|15|3|20", "C|25|5|20", "D|40|10|25"), None, ""),
    (("Force|Cases|Upheld|% change", "A|10|5|50", "B|15|3|20", "C|25|5|20", "D|40|10|35"), None, ""),
    (("Force|Cases|Share", "A|10|71%", "B|15|12%", "C|25|33%", "D|3|3%"), None, ""),
    (("Force|Cases|Upheld|% upheld", "A|7|2|28.6", "B|3|1|33.3", "C|8|1|12.5", "D|6|n/a|n/a"), None, ""),
    # periods
    (("Period|2018/ 19|2019/ /20|2020/ 21", "Cars|1|2|3"), "period", "2019/20 is meant"),
    (("Period|2018/19|2019/18|2020/21", "Cars|1|2|3"), "period", "ends before it begins"),
    (("Period|2017/18|2018/19|2020/21", "Cars|1|2|3"), "period", "2019/20 is missing between its years"),
    (("Year|Cars", "2018|1", "2019|2", "2021|3"), "period", "2020 is missing"),
    (("Year|Cars", "2018|1", "2019|2", "2019|3"), "period", "2019 stands twice"),
    (("Year|Kind|Cars", "2018|red|1", "2018|blue|2", "2019|red|3", "2019|blue|3"), None, ""),
    (("Period|2017/18|2018/19|2020", "Cars|1|2|3"), "period", "financial and calendar, in one table"),
    (("Period|2015-2018|2018-2021", "Cars|1|2"), "period", "overlap"),
    (("Period|20/21|19/20|18/19", "Cars|1|2|3"), None, ""),
    (("Period|2011|2021", "Cars|1|2"), None, ""),
    # parts and wholes
    (("Year|2018|2019", "Cars|10|12", "Of which red|3|13"), "part", "“Of which red” is 13, more than the 12 of “Cars”"),
    (("Year|2018|2019", "Cars|10|12", "Of which red|3|n/a", "Of which blue|7|12"), None, ""),
    (("Force|Cars|Of which red", "A|10|11", "B|3|3"), "part", "is 11, more than the 10"),
    # bands and dates
    (("Force|Working days|Age band", "A|126|6 - 9 months", "B|125|6 - 9 months"), "band", "125 working days are not “6 - 9 months”, which are 126 to 188"),
    (("Force|Working days|Age band", "A|252|9 - 12 months", "B|300|over 12 months"), "band", "252 working days are not"),
    (("Force|Working days|Age band", "A|63|under 3 months", "B|63|3 to 6 months", "C|260|1 - 2 years"), "band", "63 working days are not “under 3 months”"),
    (("Force|Calendar days|Age band", "A|1|6 - 9 months"), None, ""),
    (("Force|Received|Closed", "A|01-Feb-2020|31-Jan-2020"), "date", "“Closed” is 31-Jan-2020, before “Received” of 01-Feb-2020"),
    (("Force|Received|Closed", "A|31/02/2024|2024-03-01"), "date", "There is no day “31/02/2024”"),
    (("Printer|Version", "A|10.15.12", "B|12/13/14"), None, ""),
    (("Force|Received|Closed", "A|29/02/2024|2024-03-01"), None, ""),
    # what is missing
    (("Kind|Cars", "red|3", "blue|n/a", "green|4", "Total|7"), "missing", "counts “n/a” as nought"),
    (("Kind|Cars", "red|30", "blue|*", "green|40", "Total|73"), "missing", "“*” can be worked out: the total of 73 less the others is 3"),
    (("Kind|Cars", "red|30", "blue|*", "green|*", "Total|73"), None, ""),
    (("Kind|Cars", "red|3", "blue|n/a", "green|4", "Total|9"), None, ""),
    (("Only one column", "1", "2"), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "what", "says"), ALONE)
def test_one_table(rows, what, says):
    found = told(table(*rows))

    assert [one for one, _ in found] == ([what] if what else [])
    assert all(says in one for _, one in found)


def test_a_remark_says_where_and_both_figures():
    (one,) = table_remarks(
        [table("Year|2018|2019", "Cars|10|12", "Of which red|3|13", name="table 4", question="2")]
    )

    assert (one.table, one.row, one.column, one.question) == (
        "table 4",
        "Of which red",
        "2019",
        "2",
    )
    assert (one.printed, one.expected, one.sure.value) == ("13", "12", "certain")


def test_a_month_may_have_other_working_days():
    row = table("Force|Working days|Age band", "A|125|6 - 9 months")

    assert told(row, days_a_month=20) == []
    assert len(told(row)) == 1


RECORDED = table("Period|2018/19|2019/20", "Allegations recorded|120|130", caption="Recorded", source="1")  # fmt: skip


def test_no_more_can_be_available_than_was_recorded():
    available = table("Period|2018/19|2019/20", "Allegations from data available|120|131", caption="Available data", source="1")  # fmt: skip

    (found,) = told(RECORDED, available)

    assert found == (
        "part",
        "“Allegations from data available” is 131 in 2019/20, more than the 130 of “Allegations recorded”",
    )


BEFORE = [
    ("Cases closed|20|31", "Cases by kind", "2", "“Cases closed” is 31 in 2019/20, and 30 was published before (1)"),
    ("Cases closed|20|30", "Cases by kind", "2", None),
    ("Cases closed|20|30.0", "Cases by kind", "2", None),
    ("Cases closed|20|£31", "Cases by kind", "2", None),
    ("Cases closed|20|n/a", "Cases by kind", "2", None),
    ("Cases closed|20|31", "Cases by kind available to us", "2", None),
    ("Cases closed|20|31", "Printers and their volumes", "2", None),
    ("Cases closed|20|31", "Printers and their volumes", "1", None),
]  # fmt: skip


@pytest.mark.parametrize(("row", "caption", "source", "says"), BEFORE)
def test_a_figure_that_was_published_with_another_value_is_told(row, caption, source, says):
    before = table(
        "Period|2018/19|2019/20", "Cases closed|20|30", caption="Cases by kind", source="1"
    )
    after = table("Period|2018/ 19|2019/ 20", row, caption=caption, source=source)

    found = told(before, after)

    assert [what for what, _ in found] == (["published"] if says else [])
    assert all(says in one for _, one in found)


def test_rows_under_one_head_are_told_apart():
    money = table("||20/21|19/20", "FY Spend|Comms|1,497,965|1,451,564", "|Other|332,777|127,998", source="1")  # fmt: skip
    people = table("||20/21|19/20", "Average FTE|Comms|20.1|20.3", "|Other|4.6|2.2", source="2")

    assert money.labels == ("FY Spend Comms", "FY Spend Other")
    assert told(money, people) == []


SENTENCES = [
    ("In 2019/20, we investigated 704 officers. We determined that 39% of these (273) had a case.", None),
    ("In 2019/20, we investigated 704 officers. We determined that 49% of these (273) had a case.", "273 of 704 is 38.8 %"),
    ("Of these, 273 of the 704 officers (39%) had a case to answer.", None),
    ("Of these, 273 of the 704 officers (38.9%) had a case to answer.", "273 of 704 is 38.8 %"),
    # Halves may be rounded either way.
    ("That is 12 per cent (5 of 40).", None),
    ("That is 11 per cent (5 of 40).", "5 of 40 is 12.5 %, and it says"),
    ("That is 13 per cent (5 of 40).", None),
    ("In 2020, 40% of them (12) were closed.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), SENTENCES)
def test_percentages_in_sentences_are_counted_again(text, says):
    found = [one.says for one in about_shares_in_words(text, source="1")]

    assert len(found) == (says is not None)
    assert all(says in one for one in found)


def test_words_are_compared_without_case_or_signs():
    assert plain("Of which: RACE (2019/20)") == "of which race 2019 20"
    assert said(Fraction(1497965)) == "1,497,965"
    assert said(Fraction(201, 10), 1) == "20.1"
