"""A form of ours is the same bytes for the same words, and whatever is none is no form."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.reading.mail import MailFile
from answerable.reading.request_forms import RequestForm, form_bytes, form_of

WHOLE = RequestForm(
    name="Siân Ŵyn",
    address="s@example.org",
    postal="1 Stryd Fawr",
    subject="Drones",
    text="Faint o ddronau? 🚁 \u202eשלם",
    language="cy",
    received_on=dt.date(2026, 11, 2),
    kind="own data",
    answer_as="Large print",
    files=(MailFile("scan.pdf", "application/pdf", b"%PDF\x00\xff"),),
)


def test_what_is_written_is_read_again():
    assert form_of(form_bytes(WHOLE)) == WHOLE
    assert form_bytes(WHOLE) == form_bytes(form_of(form_bytes(WHOLE)))


@given(st.builds(RequestForm, name=st.text(), text=st.text(), subject=st.text()))
def test_any_text_can_be_said_and_is_ready_to_be_stored(form):
    read = form_of(form_bytes(form))

    assert "\0" not in read.text + read.name
    assert read.text == form.text.replace("\0", " ")


def _without(name):
    said = json.loads(form_bytes(WHOLE))
    del said[name]
    return json.dumps(said).encode()


def _with(**said):
    return json.dumps({**json.loads(form_bytes(WHOLE)), **said}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"How many printers?",
        b"{",
        b"{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"form": "another"}',
        b"{\xff}",
        _without("text"),
        _with(text=None),
        _with(text=7),
        _with(received_on="yesterday"),
        _with(received_on=20260101),
        _with(files=[{"name": "a", "content_type": "b", "data": "***"}]),
        _with(files=7),
        _with(form="answerable request 2"),
    ],
    ids=range(16),
)
def test_whatever_else_comes_is_no_form(data):
    assert form_of(data) is None
