"""To whom an alert goes, and what they search for, is shown to nobody of the office."""

import ast
import logging
from pathlib import Path

import pytest
from django.urls import get_resolver

from answerable.actions.search_index import rebuild_index
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Outgoing
from answerable.records.casework.models.alerting import Alert
from tests.functional.casework.conftest import ADMINISTRATOR
from tests.support.accounts import let_in
from tests.support.alerts import DAY, READER, ask, confirmed, publish, tell
from tests.support.casework import AUDITOR, INTAKE, MANAGER
from tests.support.entries import AT

pytestmark = pytest.mark.django_db
SOURCE = Path(__file__).parents[3] / "src/answerable"


@pytest.fixture
def canaries(settings, time_machine):
    """Let alerts be asked for, confirmed and told, and their mails wait, fail and be in doubt."""
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    time_machine.move_to(AT + DAY, tick=False)
    rebuild_index(at=AT)
    for number, state in enumerate(("waiting", "failed", "unsure")):
        address = f"{number}.{READER}"
        confirmed("q=canarysearch", address=address, words="“canarysearch”")
        publish(f"700000{number}", "Bicycles", text="Of canarysearch?", at=AT + DAY)
        tell(AT + DAY)
        Outgoing.objects.filter(address=address).update(state=state)
    ask("q=canarysearch", address=f"9.{READER}", at=AT + DAY)
    return [READER, "canarysearch", *Alert.objects.values_list("owner", flat=True)]


def addresses():
    """Return every address that only staff reach and that names nothing."""
    for one in get_resolver().url_patterns:
        callback = getattr(one, "callback", None)
        if callback and getattr(callback, "login_required", True) and "<" not in str(one.pattern):
            yield f"/{one.pattern}"


@pytest.mark.parametrize("who", [MANAGER, INTAKE, AUDITOR, ADMINISTRATOR], ids=lambda one: one.name)
def test_no_page_file_or_command_of_staff_shows_whom_an_alert_goes_to(
    client, canaries, who, run, caplog
):
    caplog.set_level(logging.DEBUG)
    client.force_login(let_in(who))
    seen = [client.get(address) for address in addresses()]
    pages = [
        b"".join(one.streaming_content) if one.streaming else one.content
        for one in seen
        if one.status_code == 200
    ]

    assert len(pages) > 4
    words = b"".join(pages).decode() + repr(ledger_rows()) + caplog.text
    assert [one for one in canaries if one in words] == []


def test_mail_that_stands_still_is_listed_without_them(client, canaries):
    client.force_login(let_in(MANAGER))

    page = client.get("/mail/").content.decode()

    assert "New answers to your searches" in page
    assert READER not in page


def test_no_command_knows_of_alerts():
    for path in (SOURCE / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            named = getattr(node, "module", "") or ""
            assert "alerting" not in named, path
