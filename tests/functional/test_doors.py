"""Which doors are open to everybody: these, and no other."""

from urllib.parse import quote

import pytest
from django.urls import get_resolver, reverse

pytestmark = pytest.mark.django_db

PUBLISHED = {
    "home",
    "search",
    "removals",
    "accessibility",
    "log",
    "month",
    "entry",
    "question",
    "search-file",
    "log-file",
    "month-file",
    "entry-file",
    "table-file",
    "entry-attachment",
    "sitemap",
    "sitemap-part",
    "robots",
    "opensearch",
    "open-registers",
    "open-register",
    "open-register-file",
    "performance",
    "performance-period",
    "performance-as-at",
    "performance-file",
    "open-standards",
    "open-standard",
    "open-standard-file",
    "open-assessment",
    "open-assessment-file",
    "satisfaction",
    "satisfaction-file",
}
"""What readers see: what is published, and nothing else."""

ENTRANCE = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "invitation",
}
"""How staff come in, and out."""

ASKING = {
    "make-request",
    "contribution",
    "contribution-sent",
    "contribution-not-for-me",
    "api-description",
    "bring_request_in",
    "ask_how_far",
}
"""Where people and other systems make requests, and where information owners answer by their link."""

ALERTS = {"alert", "alert-asked", "alert-confirmation", "alerts", "alerts-end"}
"""Where readers say that they want to be told of new answers, and end it."""

SURVEY = {"survey", "survey-thanks"}
"""Where whoever was answered says how it was, once, by a link that nobody can guess."""

FOLLOWING = {
    "new-link",
    "followed",
    "followed-clarification",
    "followed-withdrawal",
    "followed-review",
    "followed-message",
    "followed-evidence",
    "followed-letter-pdf",
    "followed-letter-page",
    "followed-file",
    "delivery",
    "delivered-file",
}
"""Where whoever asked follows their request, by a link that nobody can guess."""


def _routes(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _routes(one.url_patterns)
        else:
            yield one


ROUTES = list(_routes(get_resolver().url_patterns))
CLOSED = [one for one in ROUTES if getattr(one.callback, "login_required", True)]


def test_these_doors_are_open_and_no_other():
    open_now = {one.name for one in ROUTES if one not in CLOSED}

    assert open_now == PUBLISHED | ENTRANCE | ASKING | FOLLOWING | ALERTS | SURVEY


def test_every_route_has_a_name_of_its_own():
    names = [one.name for one in ROUTES]

    assert len(names) == len(set(names))
    assert None not in names


@pytest.mark.parametrize("route", CLOSED, ids=[one.name for one in CLOSED])
def test_a_closed_door_leads_to_sign_in(client, route):
    # Whatever stands there: the door comes before what is behind it.
    address = reverse(route.name, kwargs=dict.fromkeys(route.pattern.converters, 1))

    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 302
        assert answer.url == f"/account/sign-in?next={quote(address)}"


@pytest.mark.parametrize(
    "address",
    [
        "/account/signup",
        "/account/sign-up",
        "/accounts/login/",
        "/accounts/signup/",
        "/account/login/",
        "/account/email",
        "/accounts/social/connections/",
        "/admin/",
    ],
)
def test_there_is_no_other_way_in(client, address):
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_pages_of_staff_are_in_english_only(client):
    assert client.get("/cy/account/sign-in").status_code == 404
