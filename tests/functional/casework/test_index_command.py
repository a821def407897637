"""`answerable index --casework`, run as people run it."""

import pytest

from answerable.cli import main
from tests.support.casework import arrive
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


def said(capsys, *words):
    assert main(["index", "--casework", *words]) == 0
    return capsys.readouterr().out


def test_requests_are_indexed_once_and_again_when_they_change(capsys):
    arrive(make_mail())

    assert said(capsys) == "1 request indexed\n"
    assert said(capsys) == "0 requests indexed\n"
    arrive(make_mail(Message_ID="<2@example.org>", From="b@example.org"))
    assert said(capsys) == "1 request indexed\n"
    assert said(capsys, "--rebuild") == "2 requests indexed\n"
