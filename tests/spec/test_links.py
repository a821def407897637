"""docs/how-to/link-requests.md says how both pages name a link."""

import pytest

from answerable.domain.questions.linking import LinkKind
from tests.support.pages import tables_with

ROWS = tables_with("how-to/link-requests.md", "link")


def test_the_page_has_every_kind_of_link():
    assert [row["link"] for row in ROWS] == list(LinkKind)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["link"])
def test_both_pages_say_what_the_document_says(row):
    kind = LinkKind(row["link"])

    assert kind.words == row["the page of the one says"]
    assert kind.words_back == row["the page of the other says"]
    assert kind.is_mutual == (kind.words == kind.words_back)
