"""What is published is read back as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.disclosure_log import entry_as_json, entry_from_json
from answerable.publishing import publish
from answerable.publishing.passages import written_entry
from answerable.reading import own_html, own_json, own_markdown
from tests.support.generated_entries import entries
from tests.support.publications import publication_of, sample_publication

READERS = {"html": own_html, "json": own_json, "md": own_markdown}


@pytest.mark.parametrize("form", READERS)
@given(st.lists(entries(), max_size=3))
def test_any_entries_are_read_back_exactly(form, given_entries):
    publication = publication_of(*given_entries)

    text = publish(publication, form).decode()
    log = READERS[form].entries_from_own(text)

    assert READERS[form].reads_own(text)
    assert log.entries == tuple(written_entry(entry) for entry in given_entries)
    assert log.index == tuple(entry.title for entry in log.entries)
    assert (log.body, log.month) == ("IOCS", "2021-11")


@pytest.mark.parametrize("form", READERS)
def test_the_sample_log_is_read_back_to_the_letter(form):
    publication = sample_publication()

    log = READERS[form].entries_from_own(publish(publication, form).decode())

    assert log.entries == tuple(published.entry for published in publication.entries)


@given(entries())
def test_writable_text_keeps_every_place(entry):
    written = written_entry(entry)

    assert len(written.response) == len(entry.response)
    assert entry_from_json(entry_as_json(written)) == written


@pytest.mark.parametrize("form", READERS)
def test_a_reader_leaves_what_others_wrote(form):
    others = {
        "html": "<html><body><p>Log</p></body></html>",
        "json": '{"entries": []}',
        "md": "# Log\n\n## A\n",
    }

    assert not any(READERS[form].reads_own(text) for text in others.values())


@pytest.mark.parametrize("form", READERS)
def test_an_entry_alone_without_a_month_is_read_back(form):
    sample = sample_publication()
    alone = replace(sample, month=None, entries=sample.entries[3:4])

    log = READERS[form].entries_from_own(publish(alone, form).decode())

    assert log.month is None
    assert log.entries == (sample.entries[3].entry,)
