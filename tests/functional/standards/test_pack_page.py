"""The pack on its pages: asked for, watched, and taken."""

import pytest

from answerable.actions.standards.making_packs import make_packs
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import MadePack, PackFile
from tests.functional.casework.conftest import seen
from tests.support.casework import AT, MANAGER, QUALITY_LEAD
from tests.support.standards_doors import loaded, packed, packed_with_findings, shown_by_file

pytestmark = pytest.mark.django_db
PAGE = "/standards/packs/"


def test_a_pack_is_asked_for_watched_and_taken(as_):
    number = loaded()
    shown_by_file()
    browser = as_(QUALITY_LEAD)

    watched = seen(browser.post(PAGE, {"round": number}, follow=True))
    make_packs(clock=lambda: AT)
    one = f"{PAGE}{MadePack.objects.get().pk}/"
    page = seen(browser.get(one))
    answer = browser.post(one, {"do": "take:pdf"})

    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in watched
    assert "data-watched" in watched
    assert "5.3.2</a> Sailings: It waits to be inspected." in page
    assert "data-watched" not in page
    assert answer["Content-Disposition"] == 'attachment; filename="pack.pdf"'
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert LedgerLine.objects.get(action="pack file taken").by == QUALITY_LEAD.key


def test_what_may_be_personal_and_holds_nothing_back_is_not_called_nothing(as_):
    packed()
    one = f"{PAGE}{MadePack.objects.get().pk}/"
    name = {"kind": "name", "sample": "A…", "places": [{"where": "page 1"}]}
    PackFile.objects.filter(kind="pdf").update(report={"personal": [name]})

    page = seen(as_(QUALITY_LEAD).get(one))

    assert "nothing in it holds it back, and some of it is to be looked at" in page
    assert "What was found in it (1)" in page


def test_the_latest_round_is_offered_first(as_):
    number = loaded()

    assert f'<option value="{number}" selected>' in seen(as_(QUALITY_LEAD).get(PAGE))


def test_without_a_round_there_is_nothing_to_choose(as_):
    assert "There is no round yet" in seen(as_(QUALITY_LEAD).get(PAGE))


@pytest.mark.parametrize("number", ["", "99", "x"])
def test_a_round_that_there_is_not_is_refused_in_a_sentence(as_, number):
    loaded()

    assert "Choose" in seen(as_(QUALITY_LEAD).post(PAGE, {"round": number}), 422)


def test_what_was_found_holds_it_back(as_):
    packed_with_findings()
    one, browser = f"{PAGE}{MadePack.objects.get().pk}/", as_(QUALITY_LEAD)

    page = seen(browser.get(one))
    refused = seen(browser.post(one, {"do": "take:csv"}), 409)
    unsaid = seen(browser.post(one, {"do": "leave:csv", "reason": " "}), 409)
    taken_of_another = browser.post(one, {"do": "take:pdf"})
    browser.post(one, {"do": "leave:csv", "reason": "They agreed"})
    after = seen(browser.get(one))

    assert "It has grid.csv in it, which may not leave yet" in page
    assert taken_of_another.status_code == 200
    assert "let it leave: They agreed" in after
    assert "Why may it leave all the same?" not in after
    assert "somebody has to say why it may leave" in refused
    assert "Say why it may leave" in unsaid
    assert browser.post(one, {"do": "take:csv"}).status_code == 200


def test_managers_take_none(as_):
    assert as_(MANAGER).get(PAGE).status_code == 403
    assert as_(QUALITY_LEAD).get(f"{PAGE}9/").status_code == 404
