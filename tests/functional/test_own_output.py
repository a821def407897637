"""What the system itself writes passes the gate that everybody's files pass: letters, logs, folders, tables."""

import io
import zipfile

import pytest

from answerable.actions.follow_links import follow_link
from answerable.inspecting import Severity, Verdict, inspect_bytes
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import EXTENSIONS, kind_of
from answerable.publishing.formats import FORMATS, publish
from answerable.records.casework.models import Letter, Request
from tests.functional.casework.conftest import _second_factor_is_optional, as_, october, office  # noqa: F401
from tests.functional.following.conftest import path_of, token_of
from tests.support import scenes
from tests.support.casework import AT, AUDITOR, REF
from tests.support.publications import sample_publication

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def stopped(files):
    """Return what stops a release in files whose kinds the inspector knows, and which kinds those are."""
    found, kinds = [], set()
    for name, data in files.items():
        if not _is_known(name, data):
            continue
        inspection = inspect_bytes(data, name=name)
        kinds.add(inspection.kind or name)
        stops = [one for one in inspection.findings if one.severity is Severity.STOP]
        if stops or inspection.verdict is Verdict.CANNOT_SAY:
            found.append((name, inspection.reason, stops))
    return found, kinds


def _is_known(name, data):
    """Return whether the inspector knows the kind: what it does not know yet is held to this once it does."""
    try:
        kind_of(data)
    except CannotSay:
        return False
    return any(name.rpartition(".")[2] in endings for endings in EXTENSIONS.values())


def test_a_log_passes_in_each_of_its_formats():
    publication = sample_publication()
    files = {f"log.{form}": publish(publication, form) for form in FORMATS}

    found, kinds = stopped(files)

    assert found == []
    assert kinds >= {"html", "text"}


def test_a_letter_passes_as_web_page_text_and_pdf(office):  # noqa: F811
    scenes.posted()
    letter = Letter.objects.get()
    files = {
        "letter.html": letter.html.encode(),
        "letter.txt": letter.text.encode(),
        "letter.pdf": bytes(letter.pdf),
    }

    found, kinds = stopped(files)

    assert found == []
    assert kinds >= {"html", "text"}


def test_a_request_that_is_taken_out_whole_passes_but_for_what_came_from_others(as_, office):  # noqa: F811
    scenes.answered()
    answer = as_(AUDITOR).post(f"/requests/{REF}/export/", {"reason": "The auditor asked"})

    found, kinds = stopped(_own(answer.content))

    assert found == []
    assert "html" in kinds


def test_the_evidence_for_who_asked_passes_but_for_what_came_from_them(client, office):  # noqa: F811
    scenes.posted()
    follow_link(Request.objects.get(), at=AT)
    answer = client.get(path_of(token_of(), "evidence.zip"))

    found, kinds = stopped(_own(b"".join(answer)))

    assert found == []
    assert "html" in kinds


def test_a_list_of_requests_passes(as_, office):  # noqa: F811
    scenes.begun()

    found, kinds = stopped({"requests.csv": b"".join(as_(AUDITOR).get("/requests.csv"))})

    assert found == []
    assert kinds == {"csv"}


def _own(packed):
    """Return the files of a folder that the system wrote: what came from others stands as it came."""
    with zipfile.ZipFile(io.BytesIO(packed)) as folder:
        return {
            name.rpartition("/")[2]: folder.read(name)
            for name in folder.namelist()
            if not name.startswith(("messages/", "contributions/", "files/"))
        }
