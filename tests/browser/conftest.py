"""Debian's Chromium, driven by Playwright, and a site to visit."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.functional.conftest import _plain_static  # noqa: F401 a fixture
from tests.functional.public.conftest import log  # noqa: F401 a fixture

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
