"""The form as a reader without scripts and cookies sends it: each page's fields go back as they are."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest

from answerable.domain.clock import shipped_holidays
from answerable.queries.casework import request_page
from tests.functional.public.conftest import log  # noqa: F401 a fixture

FORM = "application/x-www-form-urlencoded"
OURS = {"origin": "http://testserver"}
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WORDS = {
    "text": "1. How many unicycles do you have?\n2. Who mends them?",
    "name": "Ann Example",
    "address": "ann@example.org",
    "postal": "",
    "answer_as": "",
    "language": "en",
}


class Reader:
    """Somebody who fills in the form."""

    def __init__(self, client, language=""):
        self.client, self.address = client, f"{language}/make-a-request"
        self.page = client.get(self.address)

    @property
    def fields(self):
        """Return the hidden fields of the page that is shown."""
        return {name: unescape(value) for name, value in FIELD.findall(self.page.content.decode())}

    def send(self, headers=OURS, **fields):
        """Send the page's form with what is typed or chosen, and return the next page."""
        said = urlencode({**self.fields, **fields})
        self.page = self.client.post(self.address, said, content_type=FORM, headers=headers)
        return self.page

    def to_words(self, kind="information"):
        """Say what it is."""
        return self.send(kind=kind, go="on")

    def to_check(self, **words):
        """Say what it is, and write a request."""
        self.to_words()
        return self.send(**{**WORDS, **words}, go="on")

    def sent(self, **words):
        """Do all of it, and return the last page."""
        self.to_check(**words)
        self.send(go="send")
        assert self.page.status_code == 303
        self.page = self.client.get(self.page["Location"])
        return self.page


@pytest.fixture
def reader(client, log):  # noqa: F811 the fixture above
    return Reader(client)


@pytest.fixture
def welsh_reader(client, log):  # noqa: F811 the fixture above
    return Reader(client, "/cy")


def taken(reference):
    """Return a request as officers see it."""
    return request_page(reference, table=shipped_holidays())
