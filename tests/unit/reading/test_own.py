"""Our own published files, damaged or hostile: a result or a plain sentence."""

import json

import pytest

from answerable.domain.decisions import Outcome
from answerable.publishing import publish
from answerable.reading import NotReadable, own_html, own_json, own_markdown
from answerable.reading.own import parted
from tests.support.publications import sample_publication

MARKDOWN_FRONT = "# T\n\nBody: X\nLayout: Answerable log 1\n\n"
HTML_FRONT = '<!DOCTYPE html>\n<html lang="en" data-answerable-log="1" data-body="X">'


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("## A\n### Elsewhere\n", "An entry has no part called 'Elsewhere'"),
        ("## A\nColour: red\n", "'Colour' is no field of this part of an entry"),
        ("## A\nReceived: yesterday\n", "'yesterday' is no day: write it as 2021-11-30"),
        ("## A\nOutcome: perhaps\n", "There is no outcome 'perhaps'"),
        ("## A\nfree words\n", "This line is none of our own layout: 'free words'"),
        ("## A\n> quoted\n", "A quotation stands where none belongs"),
        ("### Request\n> quoted\n", "Something belongs to an entry, but none has begun"),
        ("## A\n### Response\n| a |\n", "Something belongs to a table, but none has begun"),
        ("## A\n### Questions\nPrinted: 1.\n", "belongs to a question, but none has begun"),
        ("## A\n### Attachments\n> text\n", "A quotation stands where none belongs"),
        ("## A\n### Response\nTable\nPlace: far\n", "'far' is no whole number"),
        ("## A\nPages: 3\n", "'' is no whole number"),
        ("## Index\n\n- no link\n", "This line is none of our own layout"),
        ("## A\n### Links\nAddress: x\n", "Something belongs to a link, but none has begun"),
    ],
)
def test_markdown_that_is_not_ours_is_named(lines, sentence):
    with pytest.raises(NotReadable, match=sentence):
        own_markdown.entries_from_own(MARKDOWN_FRONT + lines)


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        ("<section data-item>", "Something belongs to an entry, but none has begun"),
        ("<article data-entry><tr></tr>", "Something belongs to a table"),
        ("<article data-entry data-pages='x-y'>", "'x' is no whole number"),
        ("<article data-entry data-outcomes='maybe'>", "There is no outcome 'maybe'"),
        ("<p data-field='heading'>x</p>", "Something belongs to an entry"),
        ("<p data-field='colour'>x</p>", "'colour' is no field of a published log"),
        ("<article data-entry><div data-field='attachment-text'></div>", "an attachment"),
        ("<article data-entry><p data-field='heading'>x</p>", "belongs to a question"),
    ],
)
def test_html_that_is_not_ours_is_named(tags, sentence):
    with pytest.raises(NotReadable, match=sentence):
        own_html.entries_from_own(HTML_FRONT + tags)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "This is not the JSON of a log"),
        ("[" * 100_000, "This is not the JSON of a log"),
        ("{}", "The field 'body' is missing"),
        ('{"body": {"code": "X"}, "month": null, "index": [], "entries": [3]}', "not the JSON"),
        ('{"body": {"code": "X"}, "month": null, "index": 1, "entries": []}', "not the JSON"),
        ("[]", "not the JSON"),
    ],
)
def test_json_that_is_not_ours_is_named(text, sentence):
    with pytest.raises(NotReadable, match=sentence):
        own_json.entries_from_own(text)


def test_an_outcome_that_is_unknown_is_named():
    document = json.loads(publish(sample_publication(), "json"))
    document["entries"][0]["outcomes"] = ["maybe"]

    with pytest.raises(NotReadable, match="'maybe' is not a valid Outcome"):
        own_json.entries_from_own(json.dumps(document))


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (own_html, HTML_FRONT + "<div>" * 100_000),
        (own_html, HTML_FRONT + "<article data-entry><div data-field='request'>" + "<p>" * 50_000),
        (own_markdown, MARKDOWN_FRONT + "## A\n### Response\n> " + "[" * 200_000),
        (own_markdown, MARKDOWN_FRONT + "## A\n### Response\n> " + "[a](<" * 50_000),
        (own_markdown, MARKDOWN_FRONT + "## A\n### Response\nTable\n|" + " |" * 200_000),
        (own_markdown, MARKDOWN_FRONT + "## " + "\\" * 400_000),
    ],
    ids=["nested tags", "open paragraphs", "brackets", "half links", "bars", "backslashes"],
)
def test_hostile_text_is_one_entry_at_most(reader, text):
    log = reader.entries_from_own(text)

    assert len(log.entries) <= 1


def test_a_cut_file_gives_what_it_holds():
    text = publish(sample_publication(), "html").decode()

    log = own_html.entries_from_own(text[: len(text) // 2])

    assert 0 < len(log.entries) < 6


def test_values_are_parted_as_they_were_joined():
    assert parted("a; b\\, c; \\\\; ") == ("a", "b; c", "\\", "")


def test_every_outcome_is_read_back_by_its_words():
    lines = "".join(f"## A\nOutcome: {words}\n" for words in ("not held; over the cost limit",))

    log = own_markdown.entries_from_own(MARKDOWN_FRONT + lines)

    assert log.entries[0].outcomes == (Outcome.NOT_HELD, Outcome.COST_LIMIT)
