"""A PDF is redacted by one person and checked by another, by keyboard, by pointer and without scripts."""

import hashlib
import io

import pypdfium2
import pytest

from answerable.jobs.redacting import redact_files
from answerable.records.casework.models import CaseFile, Redaction, RedactionMark
from tests.browser.conftest import violations
from tests.support import redactions
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, OFFICER, REF
from tests.support.redactions import GROUND, NAME, file

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(autouse=True)
def _office(settings):
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    let_in(OFFICER)
    let_in(CHECKER)


def address(part=""):
    return f"/requests/{REF}/files/{file().pk}/redact/{part}"


def test_a_pdf_is_marked_by_one_person_checked_by_another_and_holds_the_name_nowhere(at_desk):
    redactions.filed()
    before = file().sha256
    with at_desk(OFFICER) as page:
        page.goto(f"/requests/{REF}/files/")
        page.get_by_role("link", name="Redact letter.pdf").click()
        page.get_by_role("heading", name="Redact letter.pdf", level=1).wait_for()
        looked_at(page)
        page.get_by_role("button", name="Begin to redact it").click()
        page.get_by_text("Begun: mark what is to go").wait_for()
        mark_by_keyboard(page)
        count_and_mark_everywhere(page)
        page.get_by_role("button", name="Put it forward to a second person").click()
        page.get_by_text("Put forward: somebody who marked nothing").wait_for()
        looked_at(page)
    with at_desk(CHECKER) as page:
        approve_page_by_page(page)
        assert redact_files() == "1 redactions settled"
        # The page looks by itself.
        link = page.get_by_role("link", name="letter (redacted).pdf")
        link.wait_for()
        looked_at(page)
        with page.expect_download() as saved:
            link.click()
        is_gone_from(saved.value.path().read_bytes())
        page.goto(address("check/"))
        page.get_by_text("After: the redacted file").wait_for()
        looked_at(page)
    assert file().release == "kept back"
    assert hashlib.sha256(bytes(file().data)).hexdigest() == before


def approve_page_by_page(page):
    page.get_by_role("heading", name="Redactions to check (1)").wait_for()
    page.goto(f"/requests/{REF}/redactions/")
    looked_at(page)
    page.get_by_role("link", name="letter.pdf").click()
    page.get_by_role("button", name="Look at it page by page").click()
    page.get_by_role("heading", name="Check the redaction of letter.pdf", level=1).wait_for()
    looked_at(page)
    page.get_by_role("link", name="Next page with marks").click()
    page.get_by_role("heading", name="Page 2").wait_for()
    page.get_by_role("button", name="Approve it, and make the redacted file").click()
    page.get_by_text("Approved: the redacted file is made next").wait_for()
    looked_at(page)


def mark_by_keyboard(page):
    """Pick a name in the words of a page, type why, and mark it, without a pointer."""
    press_until(page, "document.activeElement.name === 'word'")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    press_until(page, "document.activeElement.name === 'limb'")
    page.keyboard.type(GROUND.limb)
    page.keyboard.press("Tab")
    page.keyboard.type(GROUND.reason)
    press_until(page, "document.activeElement.innerText === 'Mark it'")
    page.keyboard.press("Enter")
    page.get_by_text("1 place marked on page 1").wait_for()
    looked_at(page)
    assert RedactionMark.objects.get().words == "Quillfeather,"


def count_and_mark_everywhere(page):
    page.get_by_role("link", name="Mark words wherever they stand").click()
    page.get_by_role("heading", name="Mark words wherever they stand", level=1).wait_for()
    looked_at(page)
    page.get_by_label("Words that are to go").fill(NAME.lower())
    page.get_by_role("button", name="Count them first").click()
    page.get_by_role("heading", name="Found: 1 place in 1 file").wait_for()
    looked_at(page)
    page.get_by_role("button", name="Mark all of them").click()
    page.get_by_text("Marked: 1 place in 1 file").wait_for()


def is_gone_from(data):
    """Open a file that was handed out, and look for the name in its words and in its bytes."""
    text = ""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        for one in pdf:
            words = one.get_textpage()
            text += words.get_text_range()
            words.close()
            one.close()
    assert "Nothing else stands here." in text
    assert NAME.lower() not in text.lower()
    assert NAME.encode() not in data


def test_a_box_is_dragged_and_words_are_clicked_on_the_page(at_desk):
    redactions.begun_on()
    with at_desk(OFFICER) as page:
        page.goto(address())
        sheet = page.locator("svg[data-sheet]")
        sheet.scroll_into_view_if_needed()
        # The drawing may have room beside the page.
        box = sheet.locator("image").bounding_box()
        scale = box["width"] / 595
        middle = middle_of(page, 2)
        page.mouse.click(*middle)
        assert page.get_by_label("Quillfeather,").is_checked()
        page.mouse.click(*middle)
        assert not page.get_by_label("Quillfeather,").is_checked()
        page.mouse.move(box["x"] + 50 * scale, box["y"] + 66 * scale)
        page.mouse.down()
        page.mouse.move(box["x"] + 120 * scale, box["y"] + 75 * scale, steps=4)
        page.mouse.move(box["x"] + 220 * scale, box["y"] + 84 * scale, steps=4)
        page.mouse.up()
        page.get_by_label("Exemption, to its limb").fill(GROUND.limb)
        page.get_by_label("Why it is to go").fill(GROUND.reason)
        page.get_by_role("button", name="Mark it").click()
        page.get_by_text("1 place marked on page 1").wait_for()
        looked_at(page)
    one = RedactionMark.objects.get()
    assert one.words == "Nothing else stands here."
    assert (one.left, one.bottom) == pytest.approx((50, 84), abs=1.5)


def middle_of(page, word):
    """Return where the middle of a word is on the screen."""
    box = page.locator(f'svg [data-word="{word}"]').bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_without_scripts_everything_can_be_done(at_desk):
    redactions.begun_on()
    with at_desk(OFFICER, scripts=False) as page:
        page.goto(address())
        page.get_by_label("Quillfeather,").check()
        page.get_by_label("Take out their whole lines").check()
        page.get_by_label("Exemption, to its limb").fill(GROUND.limb)
        page.get_by_label("Why it is to go").fill(GROUND.reason)
        page.get_by_role("button", name="Mark it").click()
        page.get_by_text("1 place marked on page 1").wait_for()
        page.get_by_role("button", name="Undo mark 1").click()
        page.get_by_text("Undone: it stays in the list below").wait_for()
        page.get_by_text("1 undone").click()
        page.get_by_role("button", name="Mark it again").click()
        page.get_by_text("Marked again").wait_for()
        page.get_by_role("link", name="Next page").click()
        page.get_by_text("Give a box by its sides").click()
        for side, far in (("left", "20"), ("top", "17"), ("right", "60"), ("bottom", "24")):
            page.locator(f"#id_box-{side}").fill(far)
        page.get_by_role("button", name="Mark it").click()
        page.get_by_text("1 place marked on page 2").wait_for()
        page.get_by_role("button", name="Put it forward").click()
        page.get_by_text("Put forward: somebody").wait_for()
    assert Redaction.objects.get().state == "waiting for a second person"
    assert CaseFile.objects.count() == 1


def press_until(page, there):
    """Go on with Tab until what has the focus is what it should be."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(page.evaluate("document.body.innerText"))


def looked_at(page):
    """Let axe look at a page, and see that it fits a small screen."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1200, "height": 900})
