"""How people come in, in a real browser."""

import re
from contextlib import contextmanager

import pytest
from django.core.cache import cache

from answerable.domain.roles import Role
from tests.browser.conftest import violations
from tests.support.accounts import PASSWORD, code_now, make_person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def _second_factor_is_optional(settings, transactional_db):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    cache.clear()


@pytest.fixture
def admin(site):
    return make_person("root@body.example", name="Rita", roles=(Role.ADMINISTRATOR,))


def _sign_in(page, email, password=PASSWORD):
    page.goto("/account/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


@contextmanager
def _authenticator(page):
    """Give the browser a passkey of its own, which says yes whenever it is asked."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    added = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield added["authenticatorId"]
    session.send("WebAuthn.disable")


def test_from_an_invitation_to_signing_in_with_a_code(visitor, admin, settings):
    settings.ANSWERABLE_SECOND_FACTOR = "required"
    _sign_in(visitor, admin.email)
    _set_up_app(visitor)
    visitor.get_by_role("link", name="People").click()
    visitor.get_by_role("button", name="Invite somebody").click()
    visitor.get_by_label("E-mail address").fill("bob@body.example")
    visitor.get_by_label("Name").fill("Bob")
    visitor.get_by_label("Officer").check()
    visitor.get_by_role("button", name="Invite").click()
    address = visitor.locator("#invitation").inner_text()
    visitor.get_by_role("link", name="Sign out").click()
    visitor.get_by_role("button", name="Sign out").click()

    visitor.goto(address)
    visitor.get_by_label("Password").fill("two red unicycles, parked")
    visitor.get_by_role("button", name="Keep this password").click()
    _sign_in(visitor, "bob@body.example", "two red unicycles, parked")
    secret = _set_up_app(visitor)
    assert visitor.get_by_role("heading", level=1).inner_text() == "Bob"
    visitor.get_by_role("link", name="Sign out").click()
    visitor.get_by_role("button", name="Sign out").click()
    _sign_in(visitor, "bob@body.example", "two red unicycles, parked")
    visitor.get_by_label("Code").fill(code_now(secret))
    visitor.get_by_role("button", name="Continue").click()

    visitor.get_by_role("heading", name="My work").wait_for()
    assert visitor.complaints == []


def _set_up_app(page):
    """Set up an app where one is led to it; return its secret."""
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Code").fill(code_now(secret))
    page.get_by_role("button", name="Continue").click()
    assert page.locator(".an-codes li").count() == 10
    page.get_by_role("button", name="I have kept them").click()
    return secret


def test_a_passkey_is_added_and_lets_in_alone(visitor, admin):
    with _authenticator(visitor):
        _sign_in(visitor, admin.email)
        visitor.goto("/account/passkeys/new")
        visitor.get_by_role("button", name="Add a passkey").click()
        visitor.wait_for_url("**/account/recovery-codes")
        visitor.goto("/account/sign-out")
        visitor.get_by_role("button", name="Sign out").click()

        visitor.get_by_role("button", name="Sign in with a passkey").click()
        visitor.wait_for_url("**/account")

    assert visitor.get_by_role("heading", level=1).inner_text() == "Rita"
    assert visitor.complaints == []


def test_a_passkey_is_the_second_factor_behind_a_password(visitor, admin):
    with _authenticator(visitor):
        _sign_in(visitor, admin.email)
        visitor.goto("/account/passkeys/new")
        visitor.get_by_role("button", name="Add a passkey").click()
        visitor.wait_for_url("**/account/recovery-codes")
        visitor.goto("/account/sign-out")
        visitor.get_by_role("button", name="Sign out").click()

        _sign_in(visitor, admin.email)
        visitor.get_by_role("button", name="Use a passkey").click()
        visitor.wait_for_url("**/account")

    assert visitor.get_by_role("heading", level=1).inner_text() == "Rita"


def test_a_passkey_that_is_not_used_is_said_so(visitor, admin):
    with _authenticator(visitor):
        visitor.goto("/account/sign-in")
        assert not visitor.get_by_text("The passkey was not used").is_visible()
        visitor.get_by_role("button", name="Sign in with a passkey").click()

        visitor.get_by_text("The passkey was not used").wait_for()


OPEN = [
    "/account/sign-in",
    "/account/ended",
    "/account/password-reset",
    "/account/password-reset/sent",
    "/account/password-reset/done",
    "/account/password-reset/x-y",
    "/account/single-sign-on/stopped",
    "/invitations/none",
]
CLOSED = [
    "/account",
    "/account/sign-out",
    "/account/password",
    "/account/confirmation",
    "/account/second-factor",
    "/account/second-factor/app",
    "/account/passkeys",
    "/account/passkeys/new",
    "/people",
    "/people/new",
    "/people/root@body.example",
    "/teams",
    "/teams/new",
    "/teams/press-office",
]


def test_axe_finds_nothing_on_any_page_of_people(visitor, admin, settings):
    from answerable.actions import accounts
    from tests.support.accounts import AT, KEEPER

    accounts.make_team("press-office", name="Press office", by=KEEPER, at=AT)
    accounts.invite_person("bob@body.example", name="Bob", roles=["officer"], by=KEEPER, at=AT)
    found = {}

    def look(address):
        visitor.goto(address)
        found[address] = violations(visitor)

    for address in OPEN:
        look(address)
    visitor.goto("/account/sign-in")
    visitor.get_by_role("button", name="Sign in", exact=True).click()
    found["errors"] = violations(visitor)
    _sign_in(visitor, admin.email)
    for address in CLOSED:
        look(address)
    visitor.goto("/people/new")
    visitor.get_by_role("button", name="Invite").click()
    found["more errors"] = violations(visitor)
    visitor.goto("/account/second-factor")
    secret = _set_up_app(visitor)
    for address in (
        "/account/recovery-codes",
        "/account/recovery-codes/new",
        "/account/second-factor/app/removal",
        "/account/confirmation/code",
    ):
        look(address)
    visitor.goto("/account/sign-out")
    visitor.get_by_role("button", name="Sign out").click()
    found["signed out"] = violations(visitor)
    _sign_in(visitor, admin.email)
    found["code"] = violations(visitor)
    visitor.get_by_label("Code").fill(code_now(secret))

    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.parametrize("address", ["/account/sign-in", "/people", "/account/second-factor/app"])
def test_nothing_of_people_is_cut_off_at_320_pixels(visitor, admin, address):
    _sign_in(visitor, admin.email)
    visitor.set_viewport_size({"width": 320, "height": 640})
    visitor.goto(address)

    assert visitor.evaluate("document.documentElement.scrollWidth") <= 320


def test_signing_in_works_without_scripts(browser, site, admin):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    _sign_in(page, admin.email)
    page.goto("/account/second-factor")
    page.get_by_role("link", name="Set up an app").click()

    assert re.fullmatch(r"[A-Z2-7]{32}", page.locator("#authenticator_secret").inner_text())
    page.goto("/account/passkeys/new")
    assert not page.get_by_role("button", name="Add a passkey").is_visible()
    assert page.get_by_text("Passkeys need JavaScript").is_visible()
    context.close()
