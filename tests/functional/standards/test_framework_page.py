"""A framework is loaded on a page: refused with a sentence, shown with what it changes, and then in use."""

import json
from dataclasses import asdict, replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.standards.loading import load_framework
from answerable.domain.assurance import known_framework
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.records.standards.models import KeptFramework
from tests.functional.casework.conftest import seen
from tests.support.casework import MANAGER, QUALITY_LEAD, doing_by
from tests.support.standards_doors import FRAMEWORK, shown_by_file

pytestmark = pytest.mark.django_db
PAGE = "/standards/frameworks/"
CSE = known_framework("cse")


def file(name="cse.json", **changed):
    """What somebody posts who chooses a framework's file."""
    said = json.dumps(asdict(replace(CSE, **changed))).encode()
    return {"file": SimpleUploadedFile(name, said)}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"file": SimpleUploadedFile("a.toml", b"")}, "the file is empty"),
        ({"file": SimpleUploadedFile("a.xlsx", b"key")}, "ends with .toml or .json"),
        ({"file": SimpleUploadedFile("a.toml", b" " * 1_100_000)}, "more than 1 MB"),
        (file(elements=(*CSE.elements, CSE.elements[0])), "1.1.1&#x27; is there 2 times"),
        (file(levels=CSE.levels[:1]), "names the level &#x27;non&#x27;, and there is none"),
        ({}, "Choose the file"),
    ],
    ids=["empty", "wrong format", "huge", "an element twice", "unknown level", "none"],
)
def test_what_is_no_framework_is_refused_in_a_sentence(as_, given, says):
    page = seen(as_(QUALITY_LEAD).post(PAGE, given), 422)

    assert says in page
    assert not KeptFramework.objects.exists()


def test_what_an_edition_changes_is_shown_before_it_is_in_use(as_):
    shown_by_file()
    browser = as_(QUALITY_LEAD)
    kept = [one for one in CSE.elements if one.number != "5.3.2"]
    elements = (replace(kept[0], name="Know who asks"), *kept[1:])

    page = seen(browser.post(PAGE, file(version="2027", elements=elements)))

    assert "The edition is 2027, and was 2008" in page
    assert "1.1.1 Know who asks (was: " in page
    assert "5.3.2 has somebody who looks after it, evidence, actions." in page
    assert not KeptFramework.objects.exists()
    posted = {"do": "load", "name": "cse.json", "beside": "2008"}
    text = json.dumps(asdict(replace(CSE, version="2027", elements=elements)))
    browser.post(PAGE, {**posted, "text": text})
    assert frameworks_in_use()["cse"].element("5.3.2") is None


def test_the_edition_that_is_in_use_changes_nothing(as_):
    page = seen(as_(QUALITY_LEAD).post(PAGE, file()))

    assert "this very text is in use already" in page
    assert "Let it be in use" not in page


def test_an_edition_loaded_meanwhile_is_shown_first(as_):
    load_framework("cse.json", file(version="2026")["file"].read(), doing=doing_by(QUALITY_LEAD))
    posted = {"do": "load", "name": "cse.json", "text": FRAMEWORK, "beside": "2008"}

    page = seen(as_(QUALITY_LEAD).post(PAGE, posted), 409)

    assert "Another edition was loaded meanwhile" in page
    assert "The edition is 2027, and was 2026" in page


def test_an_edition_that_was_replaced_is_refused_before_it_is_confirmed(as_):
    for version in ("a", "b"):
        load_framework(
            "cse.json", file(version=version)["file"].read(), doing=doing_by(QUALITY_LEAD)
        )

    assert "give it a new version" in seen(as_(QUALITY_LEAD).post(PAGE, file(version="a")), 422)


def test_managers_load_none(as_):
    assert as_(MANAGER).get(PAGE).status_code == 403
