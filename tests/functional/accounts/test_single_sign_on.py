"""Sign-in by the office's own provider: a real one, on this machine."""

import json
import re
import socket
import subprocess
import sys
import time

import pytest
import requests
from allauth.socialaccount.models import SocialAccount

from answerable.actions import accounts
from answerable.records.accounts.models import Person
from tests.support.accounts import AT, KEEPER

pytestmark = pytest.mark.django_db

KNOWN_THERE = (
    {"sub": "1", "email": "ada@body.example", "email_verified": True},
    {"sub": "2", "email": "ada@body.example", "email_verified": False},
    {"sub": "3", "email": "eve@elsewhere.example", "email_verified": True},
)


@pytest.fixture(scope="module")
def running():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    for one in KNOWN_THERE:
        words += ["--user-claims", json.dumps(one)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(words, **quiet)
    address = f"http://localhost:{port}"
    for _ in range(200):
        try:
            requests.get(address, timeout=5)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield address
    server.terminate()
    server.wait()


@pytest.fixture
def provider(running, settings):
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "office",
                    "name": "single sign-on",
                    "client_id": "answerable",
                    "secret": "only for tests",
                    "settings": {"server_url": running},
                }
            ],
        }
    }
    return running


def _come_back(client, sub, asked="/account/single-sign-on"):
    """Go to the provider as a browser does, say who one is there, and come back."""
    away = client.get(asked)
    assert away.status_code == 302
    back = requests.post(away.url, data={"sub": sub}, allow_redirects=False, timeout=10)
    path = re.sub(r"^http://[^/]+", "", back.headers["Location"])
    return client.get(path)


def test_who_is_known_here_comes_in_by_their_confirmed_address(client, officer, provider, settings):
    settings.ANSWERABLE_SECOND_FACTOR = "required"
    page = client.get("/account/sign-in").content.decode()

    came = _come_back(client, "1")

    assert 'href="/account/single-sign-on?process=login' in page
    assert came.url == "/start/"
    # The provider asks for a second factor of its own.
    assert "Ada Officer" in client.get("/account").content.decode()


@pytest.mark.parametrize("sub", ["2", "3"])
def test_who_is_not_known_or_not_confirmed_does_not(client, officer, provider, sub):
    page = _come_back(client, sub)

    assert "You are not known here" in page.content.decode()
    assert client.get("/account").status_code == 302
    assert Person.objects.count() == 1


def test_whose_access_ended_does_not(client, officer, provider):
    accounts.end_access(officer.email, by=KEEPER, at=AT)

    assert _come_back(client, "1").url == "/account/ended"
    assert client.get("/account").status_code == 302


def test_nobody_ties_an_account_from_elsewhere_to_theirs(client, officer, sign_in, provider):
    sign_in(officer)

    answer = _come_back(client, "3", "/account/single-sign-on?process=connect")

    assert answer.status_code == 401
    assert "Single sign-on failed" in answer.content.decode()
    assert not SocialAccount.objects.exists()


def test_a_provider_that_is_down_is_said_to_be(client, provider, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://localhost:1"

    page = client.get("/account/single-sign-on")

    assert "Single sign-on failed" in page.content.decode()


def test_stopping_at_the_provider_signs_nobody_in(client, provider):
    page = client.get("/account/single-sign-on/stopped").content.decode()

    assert "You are not signed in" in page


def test_without_a_provider_there_is_no_such_page(client):
    assert client.get("/account/single-sign-on").status_code == 404
    assert "single sign-on" not in client.get("/account/sign-in").content.decode()
