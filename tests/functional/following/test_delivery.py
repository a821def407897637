"""Answers that are too large for a mail: the letter goes, and its files are fetched until a day."""

import datetime as dt
import hashlib

import pytest
import time_machine

from answerable.actions.casework import (
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.locking import RequestNotFound
from answerable.actions.following import extend_delivery
from answerable.actions.sending_mail import claim_mail
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.following.links import delivery_token
from answerable.records.casework.models import CaseFile, DeliveryLink, LetterFile
from tests.functional.following.conftest import seen
from tests.support import scenes
from tests.support.casework import AT, CHECKER, DISCLOSED, INTAKE, MANAGER, OFFICER, REF, doing_by
from tests.support.inspecting import cleared, inspect
from tests.support.outbox import later

pytestmark = pytest.mark.django_db


@pytest.fixture
def large(office, settings):
    """A letter with a file left that is more than a mail carries; return its mail."""
    settings.ANSWERABLE_MAIL_LARGEST = 0.00001
    return _leaving()


def _leaving():
    scenes.filed()
    inspect()
    for label in scenes.BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, scenes.BOTH, doing=doing_by(OFFICER))
    check_draft(REF, scenes.BOTH, doing=doing_by(CHECKER))
    clear_draft(REF, scenes.BOTH, doing=doing_by(MANAGER))
    scenes.send_by("email")
    return claim_mail(at=later(minutes=1))


def path(more=""):
    return f"/your-files/{delivery_token(DeliveryLink.objects.get())}/{more}"


def test_a_mail_that_can_carry_all_carries_all(office):
    mail = _leaving()

    assert [one.name for one in mail.enclosures] == ["letter.pdf", "figures.csv"]
    assert "/your-files/" not in mail.text
    assert not DeliveryLink.objects.exists()


def test_a_large_answer_carries_its_letter_and_the_link_to_its_files(client, large):
    assert [one.name for one in large.enclosures] == ["letter.pdf"]
    assert "Until Wednesday 5 November 2025 they can be fetched here" in large.text
    assert path() in large.text

    page = seen(client.get(path()))

    for words in ("figures.csv", "4", CaseFile.objects.get().sha256, "Wednesday 5 November 2025"):
        assert words in page
    assert DeliveryLink.objects.get().opened_at == AT
    file = client.get(path("0"))
    assert file.streaming
    assert b"".join(file.streaming_content) == b"1,2\n"
    assert file.headers["Content-Length"] == "4"
    assert seen(client.get(path("7")), 404)


def test_a_file_of_several_pieces_comes_whole(client, large, monkeypatch):
    monkeypatch.setattr("answerable.queries.following.documents._PIECE", 3)
    data = bytes(range(256)) * 3
    sha256 = hashlib.sha256(data).hexdigest()
    CaseFile.objects.update(data=data, size=len(data), sha256=sha256)
    LetterFile.objects.update(sha256=sha256)
    cleared(CaseFile.objects.get())

    assert b"".join(client.get(path("0")).streaming_content) == data


def test_a_file_whose_bytes_were_changed_is_fetched_by_nobody(client, large):
    assert client.get(path("0")).status_code == 200

    CaseFile.objects.update(data=b"2,1\n")

    assert client.get(path("0")).status_code == 404


def test_after_its_day_a_link_says_so_and_gives_nothing(client, large):
    with time_machine.travel(later(days=31), tick=False):
        for address in (path(), path("0")):
            page = seen(client.get(address), 410)

            assert "can no longer be fetched here" in page
            assert "Ask for a link to the page of your request" in page
            assert "figures.csv" not in page


def test_staff_extend_it_to_a_day_that_comes(client, large):
    until = dt.date(2026, 1, 5)

    extend_delivery(REF, 1, until=until, doing=doing_by(INTAKE))

    with time_machine.travel(later(days=60), tick=False):
        assert "figures.csv" in seen(client.get(path()))
    with pytest.raises(MoveNotAllowed, match="Choose a day from"):
        extend_delivery(REF, 1, until=dt.date(2025, 10, 1), doing=doing_by(INTAKE))
    with pytest.raises(MoveNotAllowed, match="is for"):
        extend_delivery(REF, 1, until=until, doing=doing_by(OFFICER))
    with pytest.raises(RequestNotFound, match="are not fetched by a link"):
        extend_delivery(REF, 2, until=until, doing=doing_by(INTAKE))


def test_a_forged_or_replaced_link_gives_nothing(client, large):
    address = path()
    assert "none of ours" in seen(client.get("/your-files/x/"), 404)
    DeliveryLink.objects.update(nonce="new")

    for more in ("", "0"):
        assert "replaced by a newer one" in seen(client.get(f"{address}{more}"), 410)


def test_no_page_of_the_files_is_kept_or_indexed(client, large):
    for more in ("", "0"):
        answer = client.get(path(more))

        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
