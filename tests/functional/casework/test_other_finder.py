"""Who found personal data stands on the page of a file, and so does that a finder which was chosen is missing."""

import pytest

from answerable.actions.casework import AttachedFile, attach_file
from answerable.domain.personal.kinds import Certainty, Finder, PersonalKind
from answerable.inspecting import PersonalHit, Place, Verdict
from answerable.jobs import releasing as releasing_jobs
from tests.functional.casework.conftest import seen
from tests.support import scenes
from tests.support.casework import OFFICER, REF, begun, doing_by
from tests.support.inspecting import cleared, the_file

pytestmark = pytest.mark.django_db


def page_of_the_file(browser):
    return seen(browser.get(f"/requests/{REF}/files/{the_file().pk}/"))


def hit(found_by):
    where = (Place("line 3"),)
    return PersonalHit(
        PersonalKind.NAME,
        None,
        Certainty.LIKELY,
        f"{found_by[0].upper()}••••",
        "it was told so",
        1,
        where,
        found_by=found_by,
    )


def test_the_page_says_which_finder_found_what(as_):
    scenes.filed()
    both = (hit(Finder.OWN), hit(Finder.PRESIDIO))
    cleared(the_file(), verdict=Verdict.FINDINGS, personal=both)

    page = page_of_the_file(as_(OFFICER))

    assert "Likely: it was told so. Found by Presidio." in page
    assert page.count("Found by") == 1


@pytest.mark.slow
def test_where_the_chosen_finder_is_missing_the_file_waits_for_somebody(as_, settings):
    settings.ANSWERABLE_PERSONAL_FINDER = Finder.PRESIDIO
    settings.ANSWERABLE_PERSONAL_MODEL = None
    begun()
    letter = b"Dear Mrs Agnes Pemberton,\n"
    attach_file(REF, "1", AttachedFile("letter.txt", "", letter), doing=doing_by(OFFICER))

    said = releasing_jobs.inspect_files()

    page = page_of_the_file(as_(OFFICER))
    assert said.startswith("1 inspected")
    assert "Presidio did not look through it. Presidio has no model" in page
    assert "M•• A•••• P••••••••" in page
