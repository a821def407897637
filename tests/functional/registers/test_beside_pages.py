"""Measured tables set beside those that were kept before, on the site: told before they leave, and in the ledger."""

import json

import pytest

from answerable.domain.measures.as_json import stored_result
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import MeasuredTable
from tests.functional.casework.conftest import seen
from tests.support.casework import AUDITOR, OFFICER, REF, begun
from tests.support.forms import typed_in as fields_of
from tests.support.site_registers import loaded

pytestmark = pytest.mark.django_db
PAGE = "/figures/measures/recommendations-by-area/"
QUESTION = f"/requests/{REF}/questions/1/"
WHY = "The earlier table never left."
JANUARY, FEBRUARY = (31, 1), (29, 2)


def asked(until, **more):
    days = {"from": (1, 4, 2023), "until": (*until, 2024)}
    given = {
        f"p_{name}_{part}": str(value)
        for name, day in days.items()
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    return {"snapshot": loaded().sha256[:16], **given, **more}


def kept(browser, until, **more):
    return browser.post(PAGE, asked(until, **more))


def test_a_table_that_gives_a_month_away_is_not_kept_before_somebody_says_why(as_):
    browser = as_(OFFICER)
    kept(browser, JANUARY)

    refused = seen(kept(browser, FEBRUARY), 409)

    earlier = MeasuredTable.objects.get()
    assert f"this table and table {earlier.pk} (" in refused
    assert "2024-02-01..2024-02-29" in refused
    assert "choose a profile" in refused
    assert "Why may it leave all the same?" in refused
    assert kept(browser, FEBRUARY, beside_reason=" ").status_code == 409
    assert MeasuredTable.objects.count() == 1


def test_the_reason_is_kept_with_the_table_and_told_in_the_ledger(as_):
    browser = as_(OFFICER)
    kept(browser, JANUARY)

    page = seen(browser.post(PAGE, asked(FEBRUARY, beside_reason=WHY), follow=True))

    later = MeasuredTable.objects.latest("pk")
    told = json.loads(LedgerLine.objects.filter(action="table measured").latest("number").data)
    assert WHY in page
    assert later.beside["reason"] == told["reason"] == WHY
    assert told["gives away"] == len(later.beside["found"]) > 0
    assert "2024-02" not in json.dumps(told)
    assert later.released[0]["counts"] == "rows of recommendations"
    # Said once, it is not asked again of the same table.
    assert kept(browser, FEBRUARY).status_code == 302


def test_a_table_that_was_kept_first_is_looked_at_again_when_it_goes_into_an_answer(as_):
    begun()
    browser = as_(OFFICER)
    browser.post(f"{PAGE}?for={REF}/1", asked(JANUARY))
    first = MeasuredTable.objects.get()
    kept(browser, FEBRUARY, beside_reason=WHY)
    form = fields_of(seen(browser.get(QUESTION)), "data-checks")
    typed = {name: values[-1] for name, values in form.items()} | {"do": f"measured:{first.pk}"}

    refused = seen(browser.post(QUESTION, typed), 409)
    page = seen(browser.get(f"/figures/tables/{first.pk}/"))
    empty = browser.post(f"/figures/tables/{first.pk}/", {"beside_reason": ""})
    browser.post(f"/figures/tables/{first.pk}/", {"beside_reason": WHY})

    assert "gives something away beside tables that were kept since" in refused
    assert "Beside tables that were kept before" in page
    assert empty.status_code == 409
    assert LedgerLine.objects.filter(action="table let leave").count() == 1
    assert "Results" not in seen(browser.post(QUESTION, typed))
    assert WHY in seen(browser.get(f"/figures/tables/{first.pk}/"))


def test_a_file_of_a_table_that_gives_something_away_says_so_until_somebody_says_why(
    as_,
):
    browser = as_(OFFICER)
    kept(browser, JANUARY)
    first = MeasuredTable.objects.get()
    kept(browser, FEBRUARY, beside_reason=WHY)
    page = f"/figures/tables/{first.pk}"

    csv, data = browser.get(f"{page}.csv"), json.loads(seen(browser.get(f"{page}.json")))
    told = json.loads(LedgerLine.objects.filter(action="figures taken away unassessed")[0].data)
    browser.post(f"{page}/", {"beside_reason": WHY})
    settled = browser.get(f"{page}.csv")

    assert "-not-for-release.csv" in csv["Content-Disposition"]
    assert "For use inside the office only" in seen(csv)
    assert "gives away" in data["not_for_release"]
    assert stored_result(data).is_whole
    assert (told["table"], told["form"]) == (first.pk, "csv")
    assert "not-for-release" not in settled["Content-Disposition"]
    assert "inside the office only" not in seen(settled)


def test_a_table_that_was_kept_before_others_were_compared_is_worked_out_from_its_result(as_):
    browser = as_(OFFICER)
    kept(browser, JANUARY)
    MeasuredTable.objects.update(released=None)

    assert "2024-02-01..2024-02-29" in seen(kept(browser, FEBRUARY), 409)


def test_whoever_only_looks_is_not_asked_why(as_):
    browser = as_(OFFICER)
    kept(browser, JANUARY)
    kept(browser, FEBRUARY, beside_reason=WHY)
    first = MeasuredTable.objects.order_by("pk").first()

    page = seen(as_(AUDITOR).get(f"/figures/tables/{first.pk}/"))

    assert "give away" in page
    assert "Let it leave" not in page
    assert (
        as_(AUDITOR).post(f"/figures/tables/{first.pk}/", {"beside_reason": WHY}).status_code == 403
    )
