"""Pages of one record, as bodies put them up: what heads its parts, and where its facts stand."""

import datetime as dt

import pytest

from answerable.reading import read_bytes

ASKED = "How many ponds does the Board keep, and what did each of them cost in the last year?"
TOLD = "The Board keeps nine ponds, and spent £410 on each of them in that year."


def page(*parts):
    return "<main>" + "".join(parts) + "</main>"


def p(text):
    return f"<p>{text}</p>"


def h(text, level=2):
    return f"<h{level}>{text}</h{level}>"


def only(text, *, ending="html"):
    reading = read_bytes(text.encode(), name=f"page.{ending}")
    (entry,) = reading.entries
    return entry


def test_a_decision_in_sentences_is_the_response():
    entry = only(
        page(h("Ponds", 1), h("Request"), p(ASKED), h("Decision"), p(TOLD), p("<b>Reference number</b>"), p("QX/31/12"),
             p("<b>Date request received</b>"), p("8 May 2031"), p("<b>Date of decision</b>"), p("3 June 2031"))
    )  # fmt: skip

    assert (entry.ref, entry.title, entry.request, entry.response) == ("QX/31/12", "Ponds", ASKED, TOLD)  # fmt: skip
    assert (entry.received_on, entry.answered_on) == (dt.date(2031, 5, 8), dt.date(2031, 6, 3))


@pytest.mark.parametrize("outcome", ["Refused", "Information not held", "Disclosed in part"])
def test_a_decision_that_is_an_outcome_stays_one(outcome):
    entry = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Decision"), p(outcome)))

    assert (entry.request, outcome in entry.response) == (ASKED, False)


def test_days_head_what_was_asked_and_what_was_told():
    entry = only(
        page(h("Ponds", 1), p("Request received 8 May 2031"), f"<ul><li>{ASKED}</li></ul>", p("Responded 3 June 2031"), p(TOLD))
    )  # fmt: skip

    assert (entry.title, entry.response) == ("Ponds", TOLD)
    assert [one.text for one in entry.questions] == [ASKED]
    assert (entry.received_on, entry.answered_on) == (dt.date(2031, 5, 8), dt.date(2031, 6, 3))


def test_a_day_behind_the_word_for_a_response_is_its_day():
    entry = only(
        f"FOI request - Ponds\n\nRequest QX/31/12\n\n{ASKED}\n\nResponse 03-06-2031\n\n{TOLD}\n",
        ending="txt",
    )

    assert (entry.response, entry.answered_on) == (TOLD, dt.date(2031, 6, 3))


def test_what_heads_the_page_is_no_request():
    entry = only(
        page(h("FOI request detail", 1), h("Ponds"), p("Request ID: QX-0012-3132"), h("You asked"), p(ASKED), h("We answered"), p(TOLD))
    )  # fmt: skip

    assert (entry.ref, entry.title, entry.request) == ("QX-0012-3132", "Ponds", ASKED)


@pytest.mark.parametrize("title", ["Ponds in parks: FOI release", "Freedom of Information requests in 2031: EIR release"])  # fmt: skip
def test_a_title_stands_above_what_only_says_what_the_page_is(title):
    entry = only(
        f"{title}\n\nInformation request and response under the Freedom of Information Act 2000.\n\n"
        f"FOI reference: QX/31/12\n\nInformation requested\n\n{ASKED}\n\nResponse\n\n{TOLD}\n",
        ending="txt",
    )

    assert (entry.ref, entry.title) == ("QX/31/12", title)


@pytest.mark.parametrize("word", ["Final", "Formal", "Substantive", "Official"])
def test_a_response_of_some_kind_is_one(word):
    entry = only(page(h("FOI / 412 / 2031 - Ponds", 1), p("<b>Initial request:</b>"), p(ASKED), p(f"<b>{word} response:</b>"), p(TOLD)))  # fmt: skip

    assert (entry.ref, entry.title) == ("FOI / 412 / 2031", "Ponds")
    assert (entry.request, entry.response) == (ASKED, TOLD)


def test_an_upper_limit_is_one_of_cost():
    told = "To count them by day would exceed the upper cost limit of £600."
    entry = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Response"), p(told)))

    assert [one.value for one in entry.outcomes] == ["cost_limit"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("not held", "not_held"), ("some not held", "part_disclosed"), ("all information to be supplied", "disclosed")],
)  # fmt: skip
def test_an_outcome_in_brackets_behind_the_word_for_a_response_is_stated(words, outcome):
    entry = only(page(h("Freedom of Information Request", 1), h("Ponds"), p("<b>Received: 8 May 2031</b>"), p(f"1. {ASKED}"),
                      h("Outcome / Documents", 3), f"<ul><li>Response ({words}) - application/pdf - Download</li></ul>"))  # fmt: skip

    assert (entry.title, entry.received_on) == ("Ponds", dt.date(2031, 5, 8))
    assert [one.text for one in entry.questions] == [ASKED]
    assert outcome in [one.value for one in entry.outcomes]


def test_a_subject_in_sentences_is_what_was_asked():
    def record(ref, day):
        return (p(f"<b>Reference: {ref}</b>"), p("<b>Subject:</b>"), p("I am writing a book on ponds, and would like to know:"),
                "<ol><li>How many ponds are there?</li><li>Who cleans them?</li></ol>", p(f"Response date: {day} May 2031"),
                p(f"Response: Letter in reply to {ref}."))  # fmt: skip

    log = read_bytes(page(h("Ponds and lakes", 1), *record("3581953", 8), *record("3581987", 9)).encode(), name="log.html")  # fmt: skip

    assert [(one.ref, one.answered_on, len(one.questions)) for one in log.entries] == [
        ("3581953", dt.date(2031, 5, 8), 2),
        ("3581987", dt.date(2031, 5, 9), 2),
    ]
