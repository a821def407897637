"""What staff take away before anybody assessed it says so, and stands in the ledger; so does what the command loads."""

import json
import os

import pytest

from answerable.cli import command_parser
from answerable.cli.register import load_register
from answerable.domain.measures.as_json import stored_result
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import MeasuredTable
from tests.functional.casework.conftest import seen
from tests.support.casework import ANALYST, OFFICER
from tests.support.site_registers import HIDDEN, PROCEEDINGS, RECOMMENDATIONS, loaded

pytestmark = pytest.mark.django_db
PAGE = "/figures/measures/proceedings-directed"


def asked():
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]
    return {"snapshot": snapshot, "p_year": "2019/20"}


def told(action):
    line = LedgerLine.objects.get(action=action)
    return line.by, json.loads(line.data)


def test_a_table_that_nobody_assessed_says_so_first_and_in_its_name(as_):
    answer = as_(OFFICER).get(f"{PAGE}.csv", asked())

    text = seen(answer)
    caveats = [line for line in text.splitlines() if line.startswith("Caveat")]
    assert "proceedings-directed-2024-06-26-not-assessed.csv" in answer["Content-Disposition"]
    assert "For use inside the office only" in caveats[0]
    by, data = told("figures taken away unassessed")
    assert by == OFFICER.key
    assert data["form"] == "csv"
    assert len(data["result"]) == 64


def test_its_json_says_so_and_still_proves_the_table(as_):
    data = json.loads(seen(as_(OFFICER).get(f"{PAGE}.json", asked())))

    assert data["not_assessed"].startswith("For use inside the office only")
    assert stored_result(data).is_whole


def test_a_table_that_was_kept_is_taken_away_without_that(as_):
    browser = as_(OFFICER)
    browser.post(f"{PAGE}/", asked())

    answer = browser.get(f"/figures/tables/{MeasuredTable.objects.get().pk}.csv")

    assert "not-assessed" not in answer["Content-Disposition"]
    assert "inside the office only" not in seen(answer)
    assert not LedgerLine.objects.filter(action="figures taken away unassessed").exists()


def test_rows_that_are_taken_away_are_told_without_what_they_hold(as_):
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS)
    given = {"result": "dismissed"}

    answer = as_(ANALYST).get("/figures/registers/misconduct-proceedings.csv", given)

    rows = b"".join(answer.streaming_content).decode()
    by, data = told("register rows taken away")
    assert HIDDEN in rows
    assert "-rows-for-staff.csv" in answer["Content-Disposition"]
    assert by == ANALYST.key
    assert data["snapshot"] == snapshot.sha256
    assert data["narrowed by"] == ["result"]
    assert HIDDEN not in json.dumps(data)


def test_what_the_command_loads_into_a_sites_store_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(os.environ, "ANSWERABLE_DATABASE", "is set up already")
    monkeypatch.setattr("answerable.cli.register.open_site", lambda: None)
    file = tmp_path / "rows.csv"
    file.write_text(RECOMMENDATIONS)
    words = ["register", "load", "recommendations", str(file), "--as-at", "2024-06-26"]

    code = load_register(command_parser("register").parse_args(words))

    _, data = told("register loaded")
    assert code == 0
    assert (data["as_at"], data["rows"], len(data["snapshot"]), len(data["file"])) == (
        "2024-06-26",
        3,
        64,
        64,
    )
    assert "Kent" not in json.dumps(data)
    load_register(command_parser("register").parse_args([*words, "--store", str(tmp_path / "s")]))
    assert LedgerLine.objects.filter(action="register loaded").count() == 1
