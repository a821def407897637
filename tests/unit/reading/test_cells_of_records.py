"""Tables and lists that a careful reader understands by what their cells hold, and by where their labels stand."""

import pytest

from answerable.domain.decisions import Outcome
from tests.support.record_pages import (
    BEES,
    FERRIES,
    LAMPS,
    MORE,
    SHELVES,
    page,
    read,
    row,
    shown,
    table,
)


def expected(*records, more=True):
    return [
        (ref, title, [(ask, tell), *([MORE[ref]] if more and ref in MORE else [])])
        for ref, title, ask, tell in records
    ]


def over_rows(named, record, *, before=(), after=()):
    """Return the rows of a record whose name reaches over those of its questions."""
    pairs = [record[2:], *([MORE[record[0]]] if record[0] in MORE else [])]
    span = f'<td rowspan="{len(pairs)}">'
    lead = [f"{span}{cell}</td>" for cell in (*before, *named)]
    tail = [f"{span}{cell}</td>" for cell in after]
    return "".join(
        row(*([] if number else lead), *pair, *([] if number else tail))
        for number, pair in enumerate(pairs)
    )


MERGED = {
    "number and title in a cell": page(table(
        row("Enquiry", "Points raised", "What we said"),
        *(over_rows([f"<b>{one[0]}</b><br>{one[1]}"], one) for one in (BEES, LAMPS, FERRIES)),
    )),
    "number and title in two cells": page(table(
        row("Our number", "About", "Points raised", "What we said"),
        *(over_rows(one[:2], one) for one in (BEES, LAMPS, FERRIES)),
    )),
    "heads that every log has": page(table(
        row("Reference", "Subject", "Request", "Response"),
        *(over_rows(one[:2], one) for one in (BEES, LAMPS, FERRIES)),
    )),
    "one record without a second question between": page(table(
        row("Number", "Matter", "Points", "Replies"),
        *(over_rows(one[:2], one) for one in (BEES, FERRIES, SHELVES, LAMPS)),
    )),
    "three columns more": page(table(
        row("Team", "Enquiry", "Matter", "Points raised", "What we said", "Came", "Left"),
        *(
            over_rows(one[:2], one, before=["Parks"], after=["3 May 2031", "9 May 2031"])
            for one in (BEES, LAMPS, FERRIES)
        ),
    )),
}  # fmt: skip
ORDERS = {"one record without a second question between": (BEES, FERRIES, SHELVES, LAMPS)}


@pytest.mark.parametrize("way", MERGED)
def test_a_cell_that_reaches_over_rows_names_all_of_them(way):
    assert shown(read(MERGED[way])) == expected(*ORDERS.get(way, (BEES, LAMPS, FERRIES)))


def test_a_sheet_leaves_the_name_of_a_record_out_below_its_first_row():
    lines = ["Enquiry,Points raised,What we said"]
    for ref, title, ask, tell in (BEES, LAMPS, FERRIES):
        lines.append(f'"{ref}\n{title}",{ask},{tell}')
        lines += [",".join(["", *MORE[ref]])] if ref in MORE else []

    entries = read("\n".join(lines), "log.csv")

    assert shown(entries) == expected(BEES, LAMPS, FERRIES)


def both(record, asked="Request:", told="Response:", form="<p><b>{}</b></p>"):
    return f"{form.format(asked)}<p>{record[2]}</p>{form.format(told)}<p>{record[3]}</p>"


def named(record, *more):
    return "".join(f"<p>{one}</p>" for one in (record[0], f"<b>{record[1]}</b>", *more))


BOTH = {
    "below a head": page(table(
        row("Case", "Request and response"), *(row(named(one), both(one)) for one in (BEES, LAMPS)),
    )),
    "with the month below the title": page(table(
        row("Case", "Asked and answered"),
        *(row(named(one, "May 2031"), both(one)) for one in (BEES, LAMPS, FERRIES)),
    )),
    "the cell in front of its name": page(table(
        row("What passed", "Case"), *(row(both(one), named(one)) for one in (BEES, LAMPS)),
    )),
    "other labels, that are not bold": page(table(
        row("File", "Correspondence"),
        *(row(named(one), both(one, "You asked", "We replied", "<p>{}</p>")) for one in (BEES, LAMPS)),
    )),
    "one record alone": page(table(row("Case", "Request and response"), row(named(BEES), both(BEES)))),
}  # fmt: skip


@pytest.mark.parametrize("way", BOTH)
def test_a_cell_with_request_and_response_is_cut_at_its_labels(way):
    records = (BEES, LAMPS, FERRIES)[: BOTH[way].count("BX/")]

    assert shown(read(BOTH[way])) == expected(*records, more=False)


def form(record, heads, values, *, asked="What was asked", told="What was answered"):
    across = f'<td colspan="{len(heads)}">'
    return table(
        row(*(f"<b>{head}</b>" for head in heads)),
        row(*values),
        row(f"{across}<b>{asked}</b><p>{record[2]}</p></td>"),
        row(f"{across}<b>{told}</b><p>{record[3]}</p></td>"),
    )


FORMS = {
    "four labels": (("Reference", "Title", "Received", "Answered"), lambda r: (*r[:2], "3 May 2031", "9 May 2031")),
    "in another order": (("Received on", "Date answered", "Case number", "Subject"), lambda r: ("3 May 2031", "9 May 2031", *r[:2])),
    "a label that nobody knows": (("Case number", "Subject", "Received", "Date answered", "Shelf"), lambda r: (*r[:2], "3 May 2031", "9 May 2031", "A4")),
    "more labels": (
        ("Ref", "Subject", "Date received", "Date answered", "Team", "Outcome"),
        lambda r: (*r[:2], "3 May 2031", "9 May 2031", "Parks", "Disclosed"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", FORMS)
@pytest.mark.parametrize(
    "labels", [{}, {"asked": "Request", "told": "Response"}, {"told": "The outcome of our search"}]
)
def test_labels_stand_above_their_values(way, labels):
    heads, values = FORMS[way]
    text = page(*(form(one, heads, values(one), **labels) for one in (BEES, LAMPS, FERRIES)))

    entries = read(text)

    assert shown(entries) == expected(BEES, LAMPS, FERRIES, more=False)
    assert {(str(one.received_on), str(one.answered_on)) for one in entries} == {
        ("2031-05-03", "2031-05-09")
    }


LINES = {
    "asked known": "{ref}: {title}\n\nRequest: {ask}\n\nWhat the search brought\n\n{tell}\n\n",
    "told known": "{ref}: {title}\n\nThe matter put to us\n\n{ask}\n\nResponse: {tell}\n\n",
    "a day's label over words": "{ref}: {title}\n\nAsked: {ask}\n\nAnswered:\n\n{tell}\n\n",
    "below a word that comes again": "{ref}: {title}\n\nRequest\n\n{ask}\n\nHerewith\n\n{tell}\n\nDocuments\n\nNone\n\n",
}


@pytest.mark.parametrize("way", LINES)
def test_a_line_that_comes_again_in_each_record_is_a_label(way):
    text = "Log\n\n" + "".join(
        LINES[way].format(ref=ref, title=title, ask=ask, tell=tell)
        for ref, title, ask, tell in (BEES, LAMPS, FERRIES)
    )

    entries = read(text, "log.txt")

    assert [(one.ref, one.title, one.request) for one in entries] == [
        record[:3] for record in (BEES, LAMPS, FERRIES)
    ]
    assert all(
        one.response.startswith(told[3])
        for one, told in zip(entries, (BEES, LAMPS, FERRIES), strict=True)
    )


HEADED = (
    "Subject line: {title}\n\nCase: {ref}\n\n",
    "Case: {ref}\n\nConcerning: {title}\n\n",
    "Written by: a reader\n\nConcerning: {title}\n\nCase: {ref}\n\n",
    "Case: {ref}\n\nTitle: {title}\n\nShelf: A4\n\nWay in: post\n\n",
)


@pytest.mark.parametrize("head", HEADED)
def test_words_with_a_colon_that_come_again_over_requests_are_labels(head):
    body = "Request\n\n{ask}\n\nThe reply that was given\n\n{tell}\n\n"
    text = "".join(
        (head + body).format(ref=ref, title=title, ask=ask, tell=tell)
        for ref, title, ask, tell in (BEES, LAMPS, FERRIES)
    )

    assert shown(read(text, "log.txt")) == expected(BEES, LAMPS, FERRIES, more=False)


NILS = (
    ("Quarter 2", "Nil return"),
    ("June 2031", "None"),
    ("July to September 2031", "No requests were received in this time."),
    ("Autumn 2031", "Nothing to report."),
)


@pytest.mark.parametrize("nil", NILS)
@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_time_without_requests_is_no_part_of_the_record_above_it(nil, ending):
    heads = {"html": "<h2>{}</h2><p>{}</p>", "txt": "{}\n\n{}\n\n"}[ending]
    forms = {
        "html": "<h3>{}: {}</h3><p>Request: {}</p><p>Response: {}</p>",
        "txt": "{}: {}\n\nRequest: {}\n\nResponse: {}\n\n",
    }
    parts = [forms[ending].format(*one) for one in (BEES, LAMPS)]
    text = "".join([parts[0], heads.format(*nil), parts[1], heads.format(*nil)])

    entries = read(text if ending == "txt" else page(text), f"log.{ending}")

    assert shown(entries) == expected(BEES, LAMPS, more=False)


def test_an_answer_by_quarters_keeps_those_with_nothing():
    answer = "<p>By quarter:</p><h4>Quarter 1</h4><p>None</p><h4>Quarter 2</h4><p>Five lamps.</p>"
    text = page(*(f"<h2>{one[0]}: {one[1]}</h2><h3>Request</h3><p>{one[2]}</p><h3>Response</h3>{answer}" for one in (BEES, LAMPS)))  # fmt: skip

    kept = ["None" in one.response and "Five lamps." in one.response for one in read(text)]
    assert kept == [True, True]


SENTENCES = (
    "Request {}, answered on 9 May 2031",
    "Request {} (answered 9 May 2031)",
    "Request {} was answered on 9 May 2031",
    "Enquiry {}; sent on 9 May 2031",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_may_name_the_reference_and_the_day(sentence):
    text = page(*(
        f"<h2>{one[1]}</h2><p>{sentence.format(one[0])}</p>"
        + table(row("You asked", "We replied"), row(*one[2:]), row(*MORE[one[0]]))
        for one in (BEES, LAMPS)
    ))  # fmt: skip

    entries = read(text)

    assert shown(entries) == expected(BEES, LAMPS)
    assert {str(one.answered_on) for one in entries} == {"2031-05-09"}


HEADS = {
    "two heads": (("What came", "", "", "", "What left", ""), ("No.", "On", "Matter", "Wording", "Came to", "Relied on")),
    "one head": (("Our number", "Day", "Matter", "Wording", "Came to", "Relied on"),),
    "a head over some columns": (("No.", "", "Matter", "", "Ending", ""), ("No.", "On", "", "Wording", "Result", "Grounds")),
}  # fmt: skip


@pytest.mark.parametrize("way", HEADS)
@pytest.mark.parametrize("ending", ["html", "csv"])
def test_columns_tell_by_what_they_hold_what_they_are(way, ending):
    rows = [
        *HEADS[way],
        (BEES[0], "3/5/2031", *BEES[1:3], "Disclosed", ""),
        (LAMPS[0], "4/5/2031", *LAMPS[1:3], "Refused", "Section 43(2)"),
        (FERRIES[0], "5/5/2031", *FERRIES[1:3], "Refused", "12"),
    ]
    text = page(table(*(row(*one) for one in rows)))
    lines = "\n".join(",".join(one) for one in rows)

    entries = read(lines if ending == "csv" else text, f"log.{ending}")

    assert [(one.ref, one.title, one.request) for one in entries] == [
        one[:3] for one in (BEES, LAMPS, FERRIES)
    ]
    assert [(one.outcomes, one.exemptions) for one in entries] == [
        ((Outcome.DISCLOSED,), ()),
        ((Outcome.WITHHELD,), ("43(2)",)),
        ((Outcome.WITHHELD,), ("12",)),
    ]


@pytest.mark.parametrize("ref", ["CAS-4410-X2", "FOI 22/118-B7", "FOI-2031-0042/3", "RFI1190-K2-5"])
def test_a_reference_ends_where_its_word_ends(ref):
    text = page(*(
        f"<h2>{title}</h2><p>Reference: {number}</p><h3>Request</h3><p>{ask}</p><h3>Response</h3><p>{tell}</p>"
        for number, (_, title, ask, tell) in ((ref, BEES), (ref[:-1] + "9", LAMPS))
    ))  # fmt: skip

    assert [(one.ref, one.title) for one in read(text)] == [
        (ref, BEES[1]), (ref[:-1] + "9", LAMPS[1]),
    ]  # fmt: skip


@pytest.mark.parametrize("told", ["<p><i>{}</i></p>", "<blockquote><i>{}</i></blockquote>"])
@pytest.mark.parametrize("lead", ["My enquiry is about this matter.", "I have these points:"])
def test_questions_may_stand_only_among_the_answers(told, lead):
    def record(one):
        pairs = (one[2:], MORE[one[0]])
        below = "".join(f"<ul><li>{ask}</li></ul>{told.format(tell)}" for ask, tell in pairs)
        return f"<h2>{one[0]}: {one[1]}</h2><p><b>Request:</b> {lead}</p><p><b>Response:</b></p>{below}"

    assert shown(read(page(*map(record, (BEES, LAMPS))))) == expected(BEES, LAMPS)


FEET = (
    "(Our ref {ref}, answered in May)",
    "Reference: {ref}",
    "[{ref} – answered in May]",
    "Our reference {ref}.",
)


@pytest.mark.parametrize("foot", FEET)
def test_the_reference_may_end_a_record(foot):
    text = page(*(
        f"<h2>{title}</h2><p>You asked: {ask}</p><p>We said: {tell}</p><p>{foot.format(ref=number)}</p>"
        for number, (_, title, ask, tell) in (("FOI 2031/45", BEES), ("FOI 2031/70", LAMPS))
    ))  # fmt: skip

    assert [(one.ref, one.title, one.response) for one in read(text)] == [
        ("FOI 2031/45", BEES[1], BEES[3]), ("FOI 2031/70", LAMPS[1], LAMPS[3]),
    ]  # fmt: skip


SET = (
    "<p><b>{}. {}</b></p>",
    "<p><b>({}) {}</b></p>",
    "<p><i>({}) {}</i></p>",
    "<p><b>Q{} {}</b></p>",
)


@pytest.mark.parametrize("form", SET)
@pytest.mark.parametrize("lead", ["<p>I am writing a study of this.</p>", ""])
def test_what_is_set_as_the_first_question_asks_too(form, lead):
    asked = ("How many hives are there?", "The cost of all of them", "Any guidance for keepers")
    told = ("Nine.", "£640 in all.", "We hold none.")
    pairs = [
        f"{form.format(number, ask)}<p>{tell}</p>"
        for number, (ask, tell) in enumerate(zip(asked, told, strict=True), 1)
    ]
    text = page(*(f"<h2>{one[0]}: {one[1]}</h2>{lead}{''.join(pairs)}" for one in (BEES, LAMPS)))

    assert shown(read(text)) == [
        (one[0], one[1], [*zip(asked, told, strict=True)]) for one in (BEES, LAMPS)
    ]


FACTS = (
    "Exemptions applied: None",
    "Answered on: 9 May 2031",
    "Outcome: Disclosed",
    "Date of response: 9 May 2031",
)


@pytest.mark.parametrize("fact", FACTS)
def test_facts_below_a_table_of_questions_are_none_of_its_answers(fact):
    text = page(*(
        f"<h2>{one[1]}</h2><p>Reference: {one[0]}</p>"
        + table(row("Question", "Answer"), row(*one[2:]), row(*MORE[one[0]]))
        + f"<p>{fact}</p>"
        for one in (BEES, LAMPS)
    ))  # fmt: skip

    assert shown(read(text)) == expected(BEES, LAMPS)


def test_a_figure_that_an_answer_begins_with_stays():
    text = page(*(
        f"<h2>{one[0]}: {one[1]}</h2><h3>Request</h3><p>1. {one[2]}</p><p>2. {MORE[one[0]][0]}</p>"
        "<h3>Response</h3><p>1. Nine of them.</p><p>2. 11.4 posts in all.</p>" for one in (BEES, LAMPS)
    ))  # fmt: skip

    assert [one.questions[1].answer for one in read(text)] == ["11.4 posts in all."] * 2
