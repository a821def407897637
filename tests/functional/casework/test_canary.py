"""Words that must not leave, put in at the beginning and looked for everywhere else."""

import logging
import subprocess
import sys

import pytest
import time_machine
from gunicorn.config import Config

from answerable.actions.asking import Way, ask
from answerable.actions.casework import (
    Draft,
    accept_request,
    acknowledge_waiting,
    add_note,
    assign_request,
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.api_keys import make_api_key
from answerable.actions.casework.contributing import Asking, ask_owner
from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.actions.casework.owners import add_owner
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.roles.people import MACHINE
from answerable.mail.sending import send_waiting
from answerable.reading.request_forms import RequestForm
from answerable.records.casework.models import Outgoing
from answerable.records.ledger.models import LedgerLine
from answerable.web.casework import moving
from answerable.web.server_log import ServerLog, WithoutData
from tests.functional.casework.conftest import EVERYBODY
from tests.functional.public.conftest import log  # noqa: F401 a fixture
from tests.functional.public.test_hidden import TARGETS
from tests.support.answers import OFFICE
from tests.support.casework import (
    AT,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    TABLE,
    arrive,
    doing_by,
)
from tests.support.contributions import DUE, OWNER, answer, token
from tests.support.knocking import QUALITY
from tests.support.letters import make_mail
from tests.support.mail_server import mail_server
from tests.support.outbox import later
from tests.support.said import said_by
from tests.support.scenes import send_by

pytestmark = [pytest.mark.once, pytest.mark.django_db]

NAME, EMAIL = "Quirina Zephyrine", "quirina.zephyrine@asker.example"
POSTAL, PHONE = "17 Quagga Crescent", "07700 900461"
REQUESTER = ("Quirina", "Zephyrine", "Quagga", "900461")
"""Who asked, by mail and by the form: how they call themselves, where they live, how they are rung up."""
NOTED, DRAFTED, ANSWERED = "Xylotheque", "Wobbegong", "Ombrophile"
"""What a colleague noted, an officer drafted and did not send, and an owner told the office."""
OFFICES = (NOTED, DRAFTED, ANSWERED, "Umbrella-Owner")
TEXT = f"""Dear team of {NAME},

1. How many tandems do you have?
2. Who pays for what {NAME} rides?

Yours,
{NAME}
{POSTAL}
Tel. {PHONE}
{EMAIL}
"""
FILES = ((f"Letter of {NAME}.txt", b"I ask."),)
BY_MAIL, BY_FORM = "2025-0001", "2025-0002"


@pytest.fixture
def written(monkeypatch):
    """Collect what the site's loggers write, and what gunicorn's does."""
    lines = []
    handler = logging.Handler()
    handler.setFormatter(WithoutData())
    handler.emit = lambda record: lines.append(handler.format(record))
    for name in ("django", "allauth", "django-q", "answerable"):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [handler])
    return lines


@pytest.fixture
def post(settings):
    with mail_server() as post:
        post.serve(settings, sender="The FOI team <foi@body.example>")
        yield post


@pytest.fixture
def journey(log, people, october, office, post, written):  # noqa: F811 the fixture above
    """Bring both requests from their arrival to an answer, but for what stays a draft."""
    mail = make_mail(
        text=TEXT, From=f"{NAME} <{EMAIL}>", Subject=f"Tandems, by {NAME}", files=FILES
    )
    arrive(mail)
    form = RequestForm(name=NAME, address=EMAIL, postal=POSTAL, text=TEXT, subject=f"For {POSTAL}")
    ask(form, Way("web", "web form", "k"), at=AT, table=TABLE)
    acknowledge_waiting(office=OFFICE, doing=doing_by(MACHINE))
    add_owner(OWNER, name="Umbrella-Owner", area="Tandems", doing=doing_by(OFFICER))
    for reference in (BY_MAIL, BY_FORM):
        assign_request(reference, officer=OFFICER, doing=doing_by(MANAGER))
        accept_request(reference, doing=doing_by(OFFICER))
        add_note(reference, f"{NOTED}: ask the depot", doing=doing_by(INTAKE))
        ask_owner(reference, "1", OWNER, Asking("How many?", DUE, ""), doing=doing_by(OFFICER))
        answer(f"{ANSWERED}: twelve")
        _decide(reference)
        send_by("email", reference)
    with time_machine.travel(later(minutes=1)):
        send_waiting()
    rebuild_casework_index()


def _decide(reference):
    disclosed = Decision((Outcome.DISCLOSED,))
    drafted = Draft(disclosed, f"{DRAFTED} is not what we send")
    write_decision(reference, "2", drafted, doing=doing_by(OFFICER))
    write_decision(reference, "1", Draft(disclosed, "There are twelve."), doing=doing_by(OFFICER))
    put_forward(reference, ["1"], doing=doing_by(OFFICER))
    check_draft(reference, ["1"], doing=doing_by(CHECKER))
    clear_draft(reference, ["1"], doing=doing_by(MANAGER))


def found_in(said, canaries):
    """Return which canaries stand in a text, in capitals or not."""
    return [one for one in canaries if one.lower() in said.lower()]


def test_nothing_of_a_request_is_public(client, journey):
    addresses = [one for each in TARGETS.values() for one in each]
    searched = [
        f"/search{form}?q={word}"
        for form in ("", ".csv", ".json", ".atom")
        for word in (*REQUESTER, *OFFICES, "tandems")
    ]

    for address in [*addresses, *searched, f"/log/{BY_MAIL}", f"/log/{BY_MAIL}.json"]:
        said = said_by(client.get(address))
        asked = address.partition("q=")[2]
        assert found_in(said.replace(asked, ""), (*REQUESTER, *OFFICES)) == [], address


def test_an_information_owner_learns_nothing_of_who_asked_nor_of_what_the_office_wrote(
    client, journey
):
    link = f"/contributions/{token()}/"

    for page in ("", "not-for-me/", "sent/"):
        said = said_by(client.get(f"{link}{page}"))
        assert found_in(said, (*REQUESTER, NOTED, DRAFTED)) == [], page
    for mail in Outgoing.objects.filter(address=OWNER):
        assert found_in(f"{mail.subject}{mail.text}", (*REQUESTER, NOTED, DRAFTED)) == []


def test_another_system_is_told_how_far_a_request_is_and_no_more(client, journey):
    key = make_api_key("a form", doing=doing_by())

    for reference in (BY_MAIL, BY_FORM):
        headers = {"authorization": f"Bearer {key}"}
        said = said_by(client.get(f"/api/requests/{reference}", headers=headers))
        assert found_in(said, (*REQUESTER, *OFFICES)) == []


def test_the_ledger_and_the_logs_name_nobody_who_asked(journey, written, caplog):
    for line in LedgerLine.objects.all():
        said = " ".join((line.by, line.action, line.subject, line.data))
        assert found_in(said, (*REQUESTER, NOTED, DRAFTED, ANSWERED)) == []

    assert found_in("\n".join([*written, caplog.text]), (*REQUESTER, *OFFICES)) == []


PAGES = (
    *(
        f"/requests/{reference}/{page}"
        for reference in (BY_MAIL, BY_FORM)
        for page in (
            "", "assignment/", "validity/", "events/", "requester/", "restriction/", "questions/",
            "questions/1/", "questions/2/", "questions/2/?version=1", "questions/1/?from=1",
            "questions/1/contributions/", "questions/1/contributions/1/", "clearance/", "files/",
            "letter/",
        )
    ),
    "/work/", "/work/?all=drafted", "/requests/", "/requests/?stage=open", "/requests.csv",
    "/requests/workload/", "/requests/search/?q=tandems", "/requests/search/?q=pays&kind=question",
    "/requests/search/?q=Yours", "/requests/search/?q=depot", "/mail/", "/information-owners/",
    f"/information-owners/{OWNER}/", "/standard-lines/",
)  # fmt: skip


@pytest.mark.parametrize("role", EVERYBODY)
def test_no_page_of_the_office_says_who_asked(visit, journey, role):
    shown = 0
    for address in PAGES:
        page = visit(EVERYBODY[role], address)
        assert page.status_code in (200, 403), address
        shown += page.status_code == 200
        assert found_in(said_by(page), REQUESTER) == [], address

    # Analysts and whoever keeps the standards have no part in requests: they see none of these pages.
    assert shown > {"administrator": 2, "analyst": -1, **dict.fromkeys(QUALITY, -1)}.get(role, 25)


def test_deciders_cannot_search_for_who_asked(visit, journey):
    for word in (NAME, EMAIL, "Zephyrine", "Quagga", "900461"):
        said = said_by(visit(CHECKER, f"/requests/search/?q={word.replace(' ', '+')}"))
        assert BY_MAIL not in said, word
        assert BY_FORM not in said, word


def test_who_asked_is_shown_to_whoever_says_why_and_nowhere_else(visit, journey):
    page = visit(INTAKE, f"/requests/{BY_FORM}/requester/", reason="The letter came back")
    assert found_in(said_by(page), REQUESTER[:3]) == list(REQUESTER[:3])

    after = visit(INTAKE, f"/requests/{BY_FORM}/")

    assert found_in(said_by(after), REQUESTER) == []
    assert found_in(said_by(after), ["The letter came back"])


def test_the_letter_holds_nothing_that_was_noted_or_drafted(journey, post):
    letters = [content for _, to, content in post.taken if to == [EMAIL]]

    assert len(letters) == 4
    for content in letters:
        assert found_in(content.decode(), OFFICES) == []


def test_a_page_that_breaks_says_and_writes_nothing_of_anybody(
    client, people, journey, written, monkeypatch, capsys
):
    def break_down(*_words, **_more):
        raise ValueError(f"{NAME} {EMAIL} {NOTED}")

    monkeypatch.setattr(moving, "case_page", break_down)
    client.raise_request_exception = False
    client.force_login(people[OFFICER.key])
    written.clear()

    for page in (
        client.get(f"/requests/{BY_MAIL}/events/?q={NAME}", headers={"user-agent": NAME}),
        client.post(f"/requests/{BY_MAIL}/notes/?q={EMAIL}", {"text": f"{PHONE} {NAME}"}),
    ):
        assert page.status_code == 500
        assert found_in(said_by(page), (*REQUESTER, *OFFICES)) == []
    server = ServerLog(Config())
    try:
        break_down()
    except ValueError:
        server.exception("Error handling request %s", f"/requests/?q={NAME}")

    said = "\n".join([*written, capsys.readouterr().err])
    assert said.count("ValueError at") == 3
    assert found_in(said, (*REQUESTER, *OFFICES)) == []


def test_what_a_library_says_of_a_document_is_not_written_either():
    lines = (
        "import django, logging",
        "django.setup()",
        f"logging.getLogger('a.library').warning('%s is malformed', {NAME!r})",
        f"logging.getLogger('a.library').error('%s is malformed', {NAME!r})",
    )
    command = [sys.executable, "-c", "\n".join(lines)]

    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert found_in(done.stdout + done.stderr, REQUESTER) == []
    assert "ERROR a.library" in done.stderr
