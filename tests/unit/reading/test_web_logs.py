"""Logs that bodies keep on their websites: tables, feeds, requests on a platform, lists of letters."""

import datetime as dt
import json

import pytest

from answerable.reading import NotReadable, read_bytes, read_file
from answerable.reading.weblogs import (
    Column,
    Mapping,
    MappingRefused,
    mapping_as_toml,
    mapping_from_toml,
    rows_of,
    suggested,
)
from answerable.reading.weblogs.govuk import attachments_of

TABLE = """Disclosure log 2023-24
Reference,Requester,Date received,Date of response,Subject,Request details,Response,Outcome,Exemptions,Link
FOI-2023/0101,Kim Example,04/04/2023,28/04/2023,Vans,"1. How many vans are there?
2. What do they cost?","1. Twelve.
2. £400,000 in all.",Disclosed,,https://example.org/files/vans.pdf
FOI-2023/0102,Kim Example,5-Apr-23,2-May-23,Badges,A list of badges,It is exempt,Refused in full,s.40(2),
"""


def read(text, name="log", **given):
    return read_bytes(text.encode(), name=name, **given)


def test_a_table_is_a_log_with_an_entry_for_each_row():
    reading = read(TABLE)
    assert (reading.format, reading.kind) == ("csv", "log")
    first, second = reading.entries
    assert (first.ref, first.title) == ("FOI-2023/0101", "Vans")
    assert [(one.label, one.answer) for one in first.questions] == [
        ("1", "Twelve."),
        ("2", "£400,000 in all."),
    ]
    assert (first.received_on, first.answered_on) == (dt.date(2023, 4, 4), dt.date(2023, 4, 28))
    assert (second.received_on, second.answered_on) == (dt.date(2023, 4, 5), dt.date(2023, 5, 2))
    assert [one.value for one in second.outcomes] == ["withheld"]
    assert second.exemptions == ("40(2)",)
    assert [one.title for one in first.attachments] == ["vans.pdf"]


def test_who_asked_is_kept_nowhere():
    reading = read(TABLE)
    assert "Kim" not in repr(reading)


def test_what_no_column_takes_is_unread_and_every_character_counted():
    reading = read(
        TABLE.replace("Link\n", "Mood\n").replace("https://example.org/files/vans.pdf", "glad")
    )
    assert [(one.text, one.reason) for one in reading.unread] == [
        ("Disclosure log 2023-24", "It stands above the table's columns"),
        ("glad", "No field takes the column “Mood”"),
    ]
    counts = reading.coverage
    assert counts.characters == counts.entries + counts.index + counts.furniture + counts.unread


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_columns_are_parted_by_any_usual_sign(separator):
    rows = (("Ref", "Request", "Response"), ("17/23", "How many?", "Nine."), ("18/23", "Why?", "-"))
    reading = read("\n".join(separator.join(row) for row in rows))
    assert [(one.ref, one.request) for one in reading.entries] == [
        ("17/23", "How many?"),
        ("18/23", "Why?"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "First, this is prose, with commas.\nThen it goes on, and on, and on, and on.\nIt ends.",
        "| Ref | Request | Response |\n| --- | --- | --- |\n| 1 | How many? | Nine. |",
        "Name,Height,Colour\nOak,20,green\nElm,18,green",
    ],
)
def test_what_is_no_table_of_requests_is_read_as_text(text):
    assert read(text).format in ("text", "markdown")


def test_a_list_in_json_is_read_by_the_paths_of_its_fields():
    record = {
        "id": "1234",
        "attributes": {
            "title": "Bins",
            "summary": "<p>How many bins?</p>",
            "response": "<ol><li>Seven</li></ol>",
            "created_at": "2022-01-02T00:00:00Z",
            "status": "granted in part",
        },
    }
    reading = read(json.dumps({"count": 1, "results": [record]}))
    entry = reading.entries[0]
    assert (entry.ref, entry.title, entry.request) == ("1234", "Bins", "How many bins?")
    assert entry.received_on == dt.date(2022, 1, 2)
    assert [one.value for one in entry.outcomes] == ["part_disclosed"]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Log</title>
<item><title>FOI 2022/44 - Gritting</title><link>https://example.org/44</link>
<description>&lt;p&gt;We hold no information on grit.&lt;/p&gt;</description>
<pubDate>Tue, 05 Apr 2022 10:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Log</title>
<entry><title>FOI 2022/44: Gritting</title><link href="https://example.org/44"/>
<updated>2022-04-05T10:00:00Z</updated><author><name>Kim Example</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We hold no information on grit.</p></div>
</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_a_feed_gives_an_entry_for_each_item(feed):
    reading = read(feed)
    entry = reading.entries[0]
    assert reading.format == "feed"
    assert (entry.ref, entry.title) == ("FOI 2022/44", "Gritting")
    assert entry.response == "We hold no information on grit."
    assert entry.answered_on == dt.date(2022, 4, 5)
    assert [one.value for one in entry.outcomes] == ["not_held"]
    assert [one.href for one in entry.links] == ["https://example.org/44"]
    assert "Kim" not in repr(reading)


def test_a_feed_opens_nothing_outside():
    feed = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + RSS.replace(
        "Gritting", "&x;"
    )
    assert all("&" not in one.title for one in read(feed).entries)


def test_a_mapping_is_written_read_and_used():
    text = "Was,Sagt,Nummer\nHow many?,Nine.,A-1\nWhy?,Because.,A-2\n"
    mapping = Mapping(
        ((Column.REF, ("Nummer",)), (Column.REQUEST, ("Was",)), (Column.RESPONSE, ("Sagt",)))
    )
    again = mapping_from_toml(mapping_as_toml(mapping), name="m.toml")
    assert again == mapping
    entries = read(text, mapping=again).entries
    assert [(one.ref, one.request, one.response) for one in entries] == [
        ("A-1", "How many?", "Nine."),
        ("A-2", "Why?", "Because."),
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("request = [", "is no mapping of columns"),
        ('color = "x"', "which is no field"),
        ("request = 7", "the name of a column"),
        ('ref = "Nummer"', "neither a request nor a title"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(said, why):
    with pytest.raises(MappingRefused, match=why):
        mapping_from_toml(said, name="m.toml")


def test_a_mapping_that_names_a_column_which_is_not_there_says_which_are():
    mapping = Mapping(((Column.REQUEST, ("Asked",)), (Column.RESPONSE, ("Response",))))
    with pytest.raises(MappingRefused, match="no column 'Asked': the file has Reference"):
        read(TABLE, mapping=mapping, as_format="csv")


def test_a_column_is_taken_for_what_its_name_says_only_if_its_cells_agree():
    rows = rows_of("Date,Title,Response\nn/a,Vans,Twelve\nsoon,Cars,Six\n", form="csv")
    assert suggested(rows).of(Column.RECEIVED) == ()


REQUEST = "Dear Anytown Council,\n\n1. How many trees are there?\n2. Who cuts them?\n\nYours faithfully,\n\nKim Example"
ANSWER = (
    "Dear Kim Example,\n\n1. There are 500.\n2. This is exempt under section 43(2).\n\n"
    "On 2 January Kim Example wrote:\n> 1. How many trees are there?"
)


def platform(*events, **fields):
    data = {
        "id": 77,
        "title": "Trees",
        "described_state": "partially_successful",
        "user": {"name": "Kim Example"},
        "public_body": {"name": "Anytown Council"},
        "info_request_events": list(events),
    }
    return json.dumps({**data, **fields})


def event(kind, day, text, number):
    side = "incoming" if kind == "response" else "outgoing"
    stamp = f"2024-01-{day:02}T10:00:00.000+00:00"
    return {"event_type": kind, "created_at": stamp, f"{side}_message_id": number, "snippet": text}


def test_a_request_on_a_platform_is_one_entry_without_quotations_and_names():
    reading = read(
        platform(
            event("sent", 2, REQUEST, 1),
            event("response", 3, "We have received your request and have logged it.", 5),
            event("followup_sent", 20, "Where is my answer?\n\nKim Example", 2),
            event("comment", 21, "Good luck!", None),
            event("response", 25, ANSWER, 6),
        )
    )
    entry = reading.entries[0]
    assert (reading.body, entry.ref, entry.title) == ("Anytown Council", "77", "Trees")
    assert (entry.received_on, entry.answered_on) == (dt.date(2024, 1, 2), dt.date(2024, 1, 25))
    assert [(one.text, one.answer) for one in entry.questions] == [
        ("How many trees are there?", "There are 500."),
        ("Who cuts them?", "This is exempt under section 43(2)."),
    ]
    assert entry.response.count("trees") == 0
    assert "Kim" not in repr(reading)
    assert [one.reason for one in reading.unread] == [
        "It only acknowledges the request",
        "A later message of who asked: it is no part of the answer",
    ]


def test_a_message_of_which_only_the_beginning_is_there_is_said_to_be_cut():
    reading = read(platform(event("sent", 2, REQUEST, 1), event("response", 9, "We hold 5 …", 2)))
    assert [one.reason for one in reading.unread] == [
        "Only the beginning of this message is in the file: read the whole one"
    ]


def test_an_exchange_in_which_nobody_asks_is_refused():
    with pytest.raises(NotReadable, match="nobody asks"):
        read(platform(event("response", 9, "Hello", 2)))


PLAIN = f"""This is a plain-text version of the Freedom of Information request "Trees".  The latest, full version is available online at http://example.org/request/trees.

-------------------------------
  From: Kim Example
  To: Anytown Council
  Date: 2 January 2024
  {REQUEST}

-------------------------------
  From: Information team, Anytown Council
  To: Kim Example
  Date: 25 January 2024

  {ANSWER}

    Attachment: trees.xlsx (12K)
"""


def test_the_plain_text_of_a_platform_is_read_as_its_messages():
    reading = read(PLAIN)
    entry = reading.entries[0]
    assert (reading.body, entry.title) == ("Anytown Council", "Trees")
    assert [one.answer for one in entry.questions] == [
        "There are 500.",
        "This is exempt under section 43(2).",
    ]
    assert [one.title for one in entry.attachments] == ["trees.xlsx"]
    assert entry.answered_on == dt.date(2024, 1, 25)
    assert "Kim" not in repr(reading)


def publication(**details):
    return json.dumps(
        {
            "base_path": "/government/publications/vans",
            "title": "FOI release: Vans (FOI2023/00042)",
            "description": "How many vans there are.",
            "first_published_at": "2023-05-04T09:30:00.000+00:00",
            "details": {"body": "<p>A request about vans.</p>", **details},
            "links": {"organisations": [{"title": "Department of Vans"}]},
        }
    )


LISTED = [
    {"title": "Letter", "url": "https://example.org/media/1/letter.txt", "filename": "letter.txt"}
]
OLDER = [
    '<section class="attachment"><h2><a href="/uploads/1/letter.txt">Letter</a></h2>'
    '<a href="mailto:alt@example.org">Ask for another format</a></section>'
]


@pytest.mark.parametrize("details", [{"attachments": LISTED}, {"documents": OLDER}])
def test_a_publication_is_an_entry_with_the_files_that_it_lists(details):
    reading = read(publication(**details))
    entry = reading.entries[0]
    assert (reading.body, entry.ref, entry.title) == ("Department of Vans", "FOI2023/00042", "Vans")
    assert entry.answered_on == dt.date(2023, 5, 4)
    assert [one.title for one in entry.attachments] == ["Letter"]
    assert [one.name for one in attachments_of(details)] == ["letter.txt"]


PAGE = """<!DOCTYPE html><html><head><title>x</title></head><body><main>
<h1>FOI release: Vans (FOI2023/00042)</h1><p class="gem-c-lead-paragraph">How many vans there are.</p>
<p>From: <a href="/government/organisations/vans">Department of Vans</a> Published 4 May 2023</p>
<section class="gem-c-attachment"><h3><a href="https://example.org/media/1/letter.txt">Letter</a></h3>
<a href="mailto:alt@example.org">Ask for another format</a></section>
<div class="govspeak"><p>A request about vans.</p></div></main></body></html>"""
LETTER = "Ref: FOI2023/00042\n\nRequest\n\n1. How many vans?\n\nResponse\n\n1. Twelve.\n"


@pytest.mark.parametrize(
    "page", [publication(attachments=LISTED), publication(documents=OLDER), PAGE]
)
def test_the_letter_beside_a_publication_gives_its_questions_and_answers(page, tmp_path):
    (tmp_path / "page").write_text(page)
    (tmp_path / "letter.txt").write_text(LETTER)
    reading = read_file(tmp_path / "page")
    entry = reading.entries[0]
    assert reading.body == "Department of Vans"
    assert (entry.title, entry.answered_on) == ("Vans", dt.date(2023, 5, 4))
    assert [(one.text, one.answer) for one in entry.questions] == [("How many vans?", "Twelve.")]
    assert [one.title for one in entry.attachments] == ["Letter"]


def test_a_publication_never_reaches_out_of_its_folder(tmp_path):
    (tmp_path / "secret.txt").write_text(LETTER)
    inside = tmp_path / "inside"
    inside.mkdir()
    out = [{"title": "Letter", "url": "x", "filename": "../secret.txt"}]
    (inside / "page").write_text(publication(attachments=out))
    assert read_file(inside / "page").entries[0].questions[0].answer != "Twelve."


@pytest.mark.parametrize(
    "text",
    [
        '{"info_request_events": [1, 2]}',
        '{"title": "x", "base_path": "/x", "details": {"attachments": [7]}}',
    ],
)
def test_what_only_looks_like_one_is_one_sentence(text):
    with pytest.raises(NotReadable, match="is not a"):
        read(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ' * 5_000, "[{}]", "[1, 2]", "{}", "<rss"])
def test_strange_text_is_read_as_text_without_entries(text):
    assert read(text).entries == ()
