"""Where whoever fills in the form finds the link of their request: in our mails, or once on the page."""

import re

import pytest

pytestmark = pytest.mark.django_db


def test_whoever_gives_no_e_mail_address_is_shown_their_link_once(reader):
    page = reader.sent(address="", postal="1 High Street").content.decode()
    assert "This is the only time that we show it" in page
    link = re.search(r'href="[^"]*(/your-request/[^"]+/)"', page)[1]

    same = reader.page.request
    again = reader.client.get(f"{same['PATH_INFO']}?{same['QUERY_STRING']}")

    assert "How many unicycles" in reader.client.get(link).content.decode()
    assert "/your-request/" not in again.content.decode()


def test_whoever_gives_an_e_mail_address_finds_their_link_there(reader):
    page = reader.sent().content.decode()

    assert "by the link at the end of each e-mail" in page
    assert "/your-request/" not in page
