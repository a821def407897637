"""Logs of other bodies are kept under their own codes and names, and two of them are never mixed up."""

from dataclasses import replace

import pytest

from answerable.actions.archive import ImportRefused
from answerable.queries.archive.naming import body_named
from answerable.records.archive.models import Body, Entry
from tests.support.entries import OPA, OTHER, keep, make_entry

pytestmark = pytest.mark.django_db
NAMES = ["Northshire County Council", "  northshire COUNTY   council ", "NCC", "ncc"]


@pytest.mark.parametrize("called", NAMES)
def test_a_body_is_found_by_its_code_and_by_its_name_in_any_case(called):
    keep(make_entry(), body=OTHER)

    found = body_named(called)

    assert (found.code, found.prefix) == ("NCC", "ncc")


def test_a_body_that_is_not_known_gets_its_own_place(settings):
    settings.ANSWERABLE_BODY = "OPA"

    assert body_named("MET", name="Metropolitan Police").prefix == "met"
    assert [body_named(one).prefix for one in (None, "OPA", "opa")] == ["", "", ""]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_another_body_has_is_refused(name):
    keep(make_entry(), body=OTHER)

    with pytest.raises(ImportRefused, match="is the name of NCC already"):
        keep(make_entry(), name="second", body=replace(OTHER, code="NOR", prefix="nor", name=name))

    assert Entry.objects.count() == 1


def test_a_body_does_not_change_its_name_to_that_of_another(settings):
    keep(make_entry(), body=OPA)
    keep(make_entry(), body=OTHER)

    with pytest.raises(ImportRefused, match="is the name of OPA already"):
        keep(make_entry(), name="second", body=replace(OTHER, name=OPA.name))

    assert Body.objects.get(code="NCC").name == OTHER.name


def test_the_offices_own_name_is_taken_before_its_log_has_begun(settings, tmp_path):
    settings.ANSWERABLE_BODY, settings.ANSWERABLE_OFFICE = "OPA", tmp_path / "office.toml"
    settings.ANSWERABLE_OFFICE.write_text(
        'body = "Office for Public Answers"\nteam = "T"\nemail = "foi@opa.example"\n'
        'review_contact = "R"\nregulator_address = "A"\n'
    )

    with pytest.raises(ImportRefused, match="is the name of OPA already"):
        keep(make_entry(), body=replace(OTHER, name="Office for Public Answers"))


@pytest.mark.parametrize("code", ["N/C", "***", "A" * 21, "Northshire County Council"])
def test_what_is_no_code_is_refused_with_what_to_do(code):
    with pytest.raises(ImportRefused, match="give a code of at most 20 letters and digits"):
        keep(make_entry(), body=body_named(code))
