"""What a log says stands on its pages: every word of an entry, and in plain view what explains it."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.utils import timezone

import answerable.cli
from answerable.domain.disclosure_log import Attachment, Link, Table
from answerable.queries.archive import all_entries
from answerable.reading import read_file
from tests.support.entries import OPA, import_reading, keep, make_entry, make_question

pytestmark = pytest.mark.django_db

SAMPLES = sorted((Path(answerable.cli.__file__).parent / "sample").glob("log-*"))
DETAILS = re.compile(r"<(details|script).*?</\1>", re.DOTALL)


def words(text):
    return " ".join(text.split())


def shown(html):
    """Return what a page says, without its marks and with single spaces."""
    return words(unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(p|li|td|th|h\d|dd|dt)>", " ", html))))


def said(entry):
    """Return every stretch of words of an entry."""
    yield entry.title
    yield entry.ref or ""
    yield from (entry.request + "\n\n" + entry.response).split("\n\n")
    for one in entry.questions:
        yield from (one.text, one.printed or "", one.heading or "")
        yield from (one.answer or "").split("\n\n")
    for table in entry.tables:
        yield table.caption or ""
        yield from (cell for row in table.rows for cell in row)
    for file in entry.attachments:
        yield from (file.title, *(file.text or "").split("\n\n"))
    yield from (link.text for link in entry.links)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_word_of_an_entry_stands_on_its_page(client, path):
    import_reading(read_file(path), body=OPA, month=None, by="an officer", at=timezone.now())

    entries = list(all_entries(at=timezone.now()))

    assert len(entries) >= 4
    for published in entries:
        html = client.get(f"/log/{published.key}").content.decode()
        page = shown(html)
        missing = [text for text in said(published.entry) if words(text.strip("• ")) not in page]
        assert missing == []
        assert all(link.href in unescape(html) for link in published.entry.links if link.href)


def test_an_explanation_of_the_whole_is_in_plain_view(client):
    opening = "It would take us more than 18 hours, so we refuse all of it under section 12."
    keep(
        make_entry(
            response=f"{opening}\n\n1. How many bicycles do you have?\n\nAnd\n\nSeven.",
            exemptions=("12",),
        )
    )

    html = client.get("/log/7000001").content.decode()

    plain = shown(DETAILS.sub("", html))
    assert opening in plain
    assert plain.count("How many bicycles do you have?") == 2
    assert "Section 12: " in shown(html)


def test_a_table_of_no_known_question_is_shown_once(client):
    questions = (make_question(), make_question(label="2", text="And tricycles?"))
    tables = (Table(rows=(("Year", "Unicycles"),), question="9"), Table(rows=(("Month", "Six"),)))
    keep(make_entry(questions=questions, tables=tables))

    html = client.get("/log/7000001").content.decode()

    assert html.count("Unicycles</th>") == 1
    assert html.count("Six</th>") == 1


def test_a_link_is_where_the_log_had_it_and_not_at_the_same_words_before(client):
    response = "Look here first.\n\nThe figures are here."
    question = make_question(answer="The figures are here.")
    link = Link("here", "https://opa.example/figures", response.rindex("here"))
    keep(make_entry(questions=(question,), response=response, links=(link,)))

    html = client.get("/log/7000001").content.decode()

    assert "Look here first." in html
    anchor = '<a class="govuk-link" href="https://opa.example/figures">here</a>'
    assert f"The figures are {anchor}." in html
    assert f"Look {anchor}" not in html


def test_a_link_outside_the_response_is_listed(client):
    keep(make_entry(links=(Link("Our manual", "https://opa.example/manual"),)))

    html = client.get("/log/7000001").content.decode()

    assert '<a class="govuk-link" href="https://opa.example/manual">Our manual</a>' in html


def test_files_of_one_name_can_be_told_apart(client):
    files = (Attachment("Minutes", "Of May"), Attachment("Minutes", "Of June"))
    keep(make_entry(attachments=files))

    html = client.get("/log/7000001").content.decode()

    assert 'aria-label="1: Minutes"' in html
    assert 'aria-label="2: Minutes"' in html


def test_a_shared_answer_is_told_once_with_its_tables_in_their_places(client):
    answer = "Year by year we had:\n\nThey are blue."
    questions = tuple(
        make_question(label=label, answer=answer, answered_with=others)
        for label, others in (("1", ("2",)), ("2", ("1",)))
    )
    table = Table(rows=(("Year", "Unicycles"), ("2021", "7")), question="1", at=20)
    keep(make_entry(questions=questions, response=answer, tables=(table,)))

    page = client.get("/log/7000001").content.decode()
    own = client.get("/log/7000001/2").content.decode()

    told = shown(DETAILS.sub("", page))
    assert told.count("They are blue.") == 1
    assert told.index("Year by year") < told.index("Unicycles") < told.index("They are blue.")
    assert 'href="#question-1">Answered together with question 1</a>' in page
    assert "They are blue." in shown(own)
