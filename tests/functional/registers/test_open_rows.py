"""Tables that withhold figures beside registers that are published: everybody can count the rows that are open."""

import json
import re

import pytest

from answerable.domain.suppression.withholding import QUESTIONS
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import MeasuredTable
from tests.functional.casework.conftest import seen
from tests.support.casework import MANAGER, OFFICER
from tests.support.site_registers import PROCEEDINGS, loaded

pytestmark = pytest.mark.django_db
MEASURE = "/figures/measures/proceedings-directed/"
REGISTER = "/figures/registers/misconduct-proceedings/"
ASSESSED = {name: f"Said of {name}." for name in QUESTIONS} | {"is_identifying": "yes"}
WHY = "The rows name nobody."
OPEN = "has every column of these figures"


def kept(browser, **more):
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]
    given = {"snapshot": snapshot, "p_year": "2019/20", "profile": "ons-10"}
    return browser.post(MEASURE, {**given, **ASSESSED, **more})


def publish(browser, **more):
    return browser.post(REGISTER, {"do": "publish", "reason": "For everybody.", **more})


def told(action):
    return json.loads(LedgerLine.objects.get(action=action).data)


def test_a_table_that_withholds_what_everybody_can_count_needs_a_reason(as_):
    loaded("misconduct-proceedings", PROCEEDINGS)
    publish(as_(MANAGER))
    browser = as_(OFFICER)

    refused = seen(kept(browser), 409)
    none_kept = not MeasuredTable.objects.exists()
    page = seen(browser.get(kept(browser, beside_reason=WHY).url))

    assert "Misconduct proceedings" in refused
    assert OPEN in refused
    assert none_kept
    assert WHY in page
    assert (told("table measured")["gives away"], told("table measured")["reason"]) == (1, WHY)


def test_a_table_that_withholds_nothing_may_be_kept_beside_open_rows(as_):
    loaded("misconduct-proceedings", PROCEEDINGS)
    publish(as_(MANAGER))

    assert kept(as_(OFFICER), profile="none").status_code == 302


def test_rows_that_would_undo_a_kept_table_are_published_only_with_a_reason(as_):
    kept(as_(OFFICER))
    table = MeasuredTable.objects.get()
    browser = as_(MANAGER)

    refused = seen(publish(browser), 409)
    digest = re.search(r'name="digest" value="(\w+)"', refused)[1]
    without = publish(browser, digest=digest, stays=" ").status_code
    done = publish(browser, digest=digest, stays=WHY).status_code

    assert f"Table {table.pk} (" in refused
    assert "Tables that its rows undo" in refused
    assert "Personal data in its texts" not in refused
    assert (without, done) == (409, 302)
    assert told("register published")["tables undone"] == 1
    assert told("register published")["because"] == WHY
    assert "personal" not in told("register published")


def test_rows_without_a_column_of_the_table_undo_nothing(as_, monkeypatch):
    kept(as_(OFFICER))
    row = MeasuredTable.objects.get()
    row.result["register_definition"]["columns"].append(
        {"name": "inside", "words": "Inside", "kind": "text"}
    )
    row.result["definition"]["groups"][0]["of"] = "inside"
    row.save()

    assert publish(as_(MANAGER)).status_code == 302
