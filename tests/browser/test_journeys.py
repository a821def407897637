"""What people do on the public site, in a real browser."""

import csv
import io

import pikepdf
import pytest

from tests.browser.conftest import violations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PAGES = [
    "/",
    "/search?q=bicycles",
    "/search?q=nothing-like-it",
    "/log",
    "/log/2026-01",
    "/log/7000001",
    "/log/7000001/2",
    "/removals",
    "/accessibility",
    "/log/7000666",
    "/nowhere",
]


def test_from_the_home_page_to_an_answer_and_its_files(visitor):
    visitor.goto("/")
    visitor.get_by_role("searchbox").fill("firewalls bicycles")
    visitor.get_by_role("search").get_by_role("button", name="Search").click()
    visitor.get_by_label("Withheld (1)").check()
    visitor.get_by_role("button", name="Apply").click()

    assert "outcome=withheld" in visitor.url
    assert visitor.locator("mark").count() >= 2
    visitor.get_by_role("heading", name="Bicycles").get_by_role("link").click()
    with visitor.expect_download() as table:
        visitor.get_by_role("link", name="CSV", exact=True).click()
    rows = list(csv.reader(io.StringIO(table.value.path().read_text("utf-8-sig"))))
    assert any("Which firewall do you use?" in row for row in rows)
    with visitor.expect_download() as paper:
        visitor.get_by_role("link", name="PDF", exact=True).click()
    with pikepdf.open(paper.value.path()) as document:
        assert document.Root.Lang == "en-GB" or str(document.Root.Lang).startswith("en")
        assert document.Root.MarkInfo.Marked
        assert str(document.docinfo.Title) == "Bicycles"
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["", "/cy"])
def test_axe_finds_nothing_on_any_page(visitor, language):
    found = {}
    for address in PAGES:
        visitor.goto(f"{language}{address}")
        for details in visitor.locator("details").all():
            details.evaluate("node => node.open = true")
        found[address] = violations(visitor)

    assert {address: what for address, what in found.items() if what} == {}


def test_axe_finds_nothing_where_search_fails(visitor, settings):
    import shutil

    shutil.rmtree(settings.ANSWERABLE_INDEX)
    response = visitor.goto("/search?q=x")

    assert response.status == 503
    assert violations(visitor) == []


def test_everything_is_reached_by_keyboard(visitor):
    visitor.goto("/")
    visitor.keyboard.press("Tab")
    assert visitor.evaluate("document.activeElement.textContent") == "Skip to main content"
    visitor.keyboard.press("Enter")
    visitor.keyboard.press("Tab")
    assert visitor.evaluate("document.activeElement.id") == "q"
    visitor.keyboard.type("bicycles")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/search?q=bicycles")

    reached = set()
    for _ in range(60):
        visitor.keyboard.press("Tab")
        reached.add(visitor.evaluate("document.activeElement.textContent.trim().slice(0, 40)"))
        outline = visitor.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle + s.boxShadow + s.backgroundColor })()"
        )
        assert outline
    assert {"Apply", "Bicycles", "CSV"} <= reached


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_cut_off_at_320_pixels(visitor, address):
    visitor.set_viewport_size({"width": 320, "height": 640})
    visitor.goto(address)

    width = visitor.evaluate("document.documentElement.scrollWidth")

    assert width <= 320


def test_a_reader_turns_to_welsh_and_stays_on_the_page(visitor):
    visitor.goto("/search?q=bicycles")

    visitor.get_by_role("link", name="Cymraeg").click()

    assert visitor.url.endswith("/cy/search?q=bicycles")
    assert visitor.locator("html").get_attribute("lang") == "cy"
    assert visitor.get_by_role("heading", level=1).inner_text() == "Chwilio"
    visitor.get_by_role("heading", name="Bicycles").get_by_role("link").click()
    assert "/cy/log/7000001" in visitor.url
    assert visitor.get_by_text("Cwestiynau ac atebion").is_visible()


def test_pages_work_without_scripts_and_fetch_nothing_from_elsewhere(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/search?q=bicycles")
    page.get_by_role("heading", name="Bicycles").get_by_role("link").click()

    assert page.get_by_text("Tandems by year").first.is_visible()
    assert all(url.startswith(site) for url in asked)
    context.close()
