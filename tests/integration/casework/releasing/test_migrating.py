"""What people let leave before files were inspected keeps its meaning when a site is brought up to date."""

from importlib import import_module

import pytest
from django.apps import apps

from answerable.domain.release.standing import Standing
from answerable.queries.casework.releasing.file_pages import file_rows
from answerable.queries.casework.releasing.released import every_released_file
from answerable.records.casework.models import CaseFile, FileInspection, Letter, LetterFile
from tests.support import outbox
from tests.support.casework import AT, REF

pytestmark = pytest.mark.django_db
MIGRATION = import_module("answerable.records.casework.migrations.0008_before_inspections")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("released", "before inspections"),
        ("not inspected", "by inspection"),
        ("kept back", "kept back"),
    ],
)
def test_a_file_says_what_was_said_of_it_and_is_inspected_like_every_other(was, now):
    outbox.leaving_letter(files=[("figures.csv", "text/csv", b"1,2\n")])
    FileInspection.objects.all().delete()
    CaseFile.objects.update(release=was, release_reason="Typed today")
    LetterFile.objects.update(sha256="")

    MIGRATION._tell_apart(apps, None)

    file = CaseFile.objects.get()
    assert (file.release, file.release_reason) == (now, "Typed today")
    assert LetterFile.objects.get().sha256 == file.sha256
    (row,) = file_rows(REF)
    assert row.standing is (Standing.KEPT_BACK if was == "kept back" else Standing.NOT_INSPECTED)
    assert row.was_let_leave is (was == "released")
    Letter.objects.update(state="sent", sent_at=AT, sent_on=AT.date())
    assert [one.before for one in every_released_file()] == [was == "released"]
    MIGRATION._put_back(apps, None)
    assert CaseFile.objects.get().release == was
