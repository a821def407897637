"""What an officer does in the morning, in a real browser and without a mouse."""

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from answerable.actions.casework.indexing import rebuild_casework_index
from answerable.actions.casework.linking import link_requests
from answerable.actions.casework.watching import watch_request
from answerable.domain.questions.linking import LinkKind
from answerable.records.casework.models import Clash
from tests.browser.conftest import violations
from tests.support.accounts import let_in, make_person
from tests.support.casework import MANAGER, OFFICER, begun, doing_by
from tests.support.clashes import found, refused, told
from tests.support.lists import ask_owner, make_request, send_message, tag

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def manager(visitor, site, settings):
    """A manager who came in, and requests of every look."""
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    let_in(OFFICER)
    person = make_person(MANAGER.key, name=MANAGER.name, roles=("manager", "intake", "officer"))
    begun()
    one = make_request("2025-0101", officer=MANAGER.key, title="Bicycles")
    make_request("2025-0102", named=(MANAGER.key,), title="Quokkas")
    tag(one, "outcome", "withheld")
    send_message(one)
    ask_owner(one, due_on=one.received_on)
    link_requests("2025-0001", "2025-0101", LinkKind.FOLLOWS, doing=doing_by(MANAGER))
    watch_request("2025-0001", doing=doing_by(MANAGER))
    told("7100001")
    refused("7100002")
    found()
    rebuild_casework_index()
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": site}
    visitor.context.add_cookies([cookie])
    return visitor


def test_axe_finds_nothing_on_any_page(manager, settings):
    found = {}
    for address in (
        "/work/",
        "/requests/",
        "/requests/?outcome=withheld&waits=",
        "/requests/?exemption=nonsense",
        "/requests/workload/",
        "/requests/assign/?request=2025-0101&request=2025-0102",
        "/requests/search/?q=printers",
        "/requests/watched/",
        "/requests/2025-0001/",
        "/requests/2025-0001/links/",
        "/requests/2025-0001/links/?other=2025-0101",
        "/requests/2025-0001/assignment/",
        "/account/mail",
        "/contradictions/",
        "/contradictions/?limb=none",
        f"/contradictions/{Clash.objects.get().pk}/",
    ):
        manager.goto(address)
        for details in manager.locator("details").all():
            details.evaluate("node => node.open = true")
        found[address] = violations(manager)

    assert {address: what for address, what in found.items() if what} == {}
    assert manager.complaints == []


def test_requests_are_found_ticked_and_assigned_by_keyboard_alone(manager):
    manager.goto("/work/")
    manager.get_by_role("link", name="Requests", exact=True).focus()
    manager.keyboard.press("Enter")
    manager.locator("summary").focus()
    manager.keyboard.press("Enter")
    manager.get_by_label("Outcome").focus()
    manager.keyboard.type("Withheld")
    manager.get_by_role("button", name="Apply").focus()
    manager.keyboard.press("Enter")
    manager.wait_for_url("**outcome=withheld**")

    manager.get_by_label("2025-0101").focus()
    manager.keyboard.press("Space")
    manager.get_by_role("button", name="Assign those that are ticked").focus()
    manager.keyboard.press("Enter")
    manager.get_by_label("Officer").focus()
    manager.keyboard.type("Olive")
    manager.get_by_role("button", name="See what would happen").focus()
    manager.keyboard.press("Enter")
    manager.get_by_role("button", name="Assign 1 request").focus()
    manager.keyboard.press("Enter")

    assert "1 request was assigned to Olive" in manager.get_by_role("status").first.inner_text()
    assert manager.complaints == []


@pytest.mark.parametrize(
    "address",
    [
        "/work/",
        "/requests/",
        "/requests/2025-0001/",
        "/requests/2025-0001/clearance/",
        "/requests/2025-0001/questions/1/",
        "/contradictions/",
    ],
)
def test_nothing_of_casework_is_cut_off_at_320_pixels(manager, address):
    manager.set_viewport_size({"width": 320, "height": 640})

    manager.goto(address)

    assert manager.evaluate("document.documentElement.scrollWidth") <= 320
