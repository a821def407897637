"""The files of a request that go out with its answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.casework import AttachedFile, attach_file
from answerable.records.casework.models import CaseFile
from tests.functional.casework.conftest import done, seen
from tests.support.casework import OFFICER, REF, arrive, begun, doing_by
from tests.support.inspecting import inspect
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
PAGE = f"/requests/{REF}/"


def test_a_file_is_attached_and_inspected_and_may_leave(as_):
    begun()
    browser, page = as_(OFFICER), f"{PAGE}files/"
    given = SimpleUploadedFile("figures.csv", b"a,b\n1,2\n")
    done(
        browser.post(page, {"do": "attach", "question": "1", "file": given}, follow=True),
        "being inspected",
    )
    file = CaseFile.objects.get()
    saved = browser.get(f"{page}{file.pk}")
    assert (saved.content, saved["X-Content-Type-Options"]) == (b"a,b\n1,2\n", "nosniff")
    assert saved["Content-Disposition"].startswith("attachment")
    assert "Being inspected" in seen(browser.get(page))
    inspect()
    own = f"{page}{file.pk}/"
    assert "Clear" in seen(browser.get(page))
    assert "It may leave" in seen(browser.get(own))
    assert "Say why" in seen(browser.post(own, {"do": "keep", "reason": ""}), 403)
    done(browser.post(own, {"do": "keep", "reason": "Not asked for"}, follow=True), "stays here")
    assert "Olive: Not asked for" in seen(browser.get(page))


def test_a_file_of_another_request_is_not_handed_out(as_):
    begun()
    attach_file(REF, None, AttachedFile("a.csv", "", b"1"), doing=doing_by(OFFICER))
    arrive(make_mail(Message_ID="<2@x.example>"))
    file = CaseFile.objects.get()

    assert as_(OFFICER).get(f"/requests/2025-0002/files/{file.pk}").status_code == 404
