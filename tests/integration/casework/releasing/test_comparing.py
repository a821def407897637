"""Files that wait are compared with their pages where LibreOffice is there; where not, the job says how many were not."""

import pytest

from answerable.actions.casework import AttachedFile, attach_file
from answerable.inspecting.compared.apart import Compared
from answerable.jobs.releasing import inspect_files
from answerable.records.casework.models import FileInspection
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import OFFICER, REF, doing_by
from tests.support.inspecting import HONEST, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]


@pytest.fixture(autouse=True)
def no_program(monkeypatch):
    monkeypatch.setattr("answerable.programs.office._PROGRAMS", ())


def waiting():
    scenes.begun()
    for name, data in (("figures.csv", HONEST), ("figures.xlsx", workbook())):
        attach_file(REF, "1", AttachedFile(name, "", data), doing=doing_by(OFFICER))


@pytest.mark.slow
def test_the_job_says_how_many_it_could_not_compare_and_the_others_stand(settings):
    settings.ANSWERABLE_COMPARE = Compared.WHERE_INSTALLED
    waiting()

    said = inspect_files()

    assert said == "2 inspected, 1 not compared with their pages"
    assert {one.verdict for one in FileInspection.objects.all()} == {"clear"}
    assert FileInspection.objects.get(name="figures.xlsx").report["compared_with_pages"] is False


@pytest.mark.slow
def test_where_files_must_be_compared_none_leaves_without(settings):
    settings.ANSWERABLE_COMPARE = Compared.ALWAYS
    waiting()

    inspect_files()

    assert FileInspection.objects.get(name="figures.xlsx").verdict == "cannot_say"
    assert FileInspection.objects.get(name="figures.csv").verdict == "clear"


@pytest.mark.slow
def test_where_files_are_never_compared_nobody_misses_it(settings):
    settings.ANSWERABLE_COMPARE = Compared.NEVER
    waiting()

    assert inspect_files() == "2 inspected"
