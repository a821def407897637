"""Debian's Chromium, driven by Playwright, and a site to visit."""

import os
import shutil
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.functional.conftest import _plain_static  # noqa: F401 a fixture
from tests.functional.public.conftest import log  # noqa: F401 a fixture
from tests.support.accounts import PASSWORD
from tests.support.forked_apart import begun_by_forking  # noqa: F401 a fixture

CHROMIUM = shutil.which("chromium")
IN_CI = os.environ.get("CI") == "true"
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def _database_from_the_browser_thread():
    # Playwright runs an event loop in this thread; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None and not IN_CI:
        pytest.skip("Chromium is not installed: apt install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def site(live_server, transactional_db, log, settings):  # noqa: F811 the fixture above
    settings.ANSWERABLE_ADDRESS = live_server.url
    return live_server.url


@pytest.fixture
def visitor(browser, site):
    context = browser.new_context(
        base_url=site, viewport={"width": 1200, "height": 900}, accept_downloads=True
    )
    page = context.new_page()
    page.complaints = []
    page.on(
        "console",
        lambda message: (
            page.complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def look():
    """Return what lets axe look at a page; whatever it found wrong on any is said in the end."""
    found = []
    yield lambda page: found.extend(violations(page))
    assert found == []


@pytest.fixture
def at_desk(browser, site, look):
    """Return what gives the browser of somebody who signs in."""
    desks = {}

    @contextmanager
    def desk(actor, *, scripts=True):
        if (actor.key, scripts) not in desks:
            context = browser.new_context(base_url=site, java_script_enabled=scripts)
            desks[actor.key, scripts] = page = context.new_page()
            page.look = partial(look, page)
        page = desks[actor.key, scripts]
        page.goto("/work/")
        # Whoever has not been here for a while is asked anew who they are.
        if page.get_by_label("E-mail address").count():
            _sign_in(page, actor)
        page.get_by_role("heading", name="My work").wait_for()
        yield page

    yield desk
    for page in desks.values():
        page.context.close()


def _sign_in(page, actor):
    page.get_by_label("E-mail address").fill(actor.key)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def violations(page):
    """Return what axe finds wrong on a page, once the page is all there.

    A click waits until the next page has begun, and there a document may still be empty.
    """
    page.wait_for_load_state()
    page.evaluate(AXE.read_text())
    result = page.evaluate("() => axe.run()")
    return [
        (page.url, one["id"], [node["target"] for node in one["nodes"]])
        for one in result["violations"]
    ]
