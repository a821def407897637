"""A result as JSON: whole, exact, and the same again when it is read back."""

import copy
import datetime as dt
import json
from decimal import Decimal

import pytest

from answerable.domain.measures.as_json import NoResult, result_as_json, stored_result
from answerable.domain.measures.declarations import definition_digest, measure_of, register_of
from answerable.domain.measures.registers import Caveat
from answerable.domain.measures.results import CellKind, Missing, Note, Result, ResultColumn
from answerable.domain.measures.snapshots import Snapshot

REGISTER = register_of(
    {
        "name": "cases",
        "version": 2,
        "title": "Cases",
        "counts": "case",
        "columns": [{"name": "kind", "words": "Kind", "kind": "text"}],
        "caveats": [{"ident": "old", "words": "Old.", "last": dt.date(2020, 1, 31)}],
    }
)
MEASURE = measure_of(
    {
        "name": "cases-by-kind",
        "version": 3,
        "title": "Cases by kind",
        "register": "cases",
        "caveats": ["old"],
        "groups": [{"name": "kind", "words": "Kind", "of": "kind"}],
        "figures": [{"name": "share", "words": "Share", "statistic": "share", "decimals": 2}],
    }
)
RESULT = Result(
    measure="cases-by-kind",
    version=3,
    title="Cases by kind",
    as_at=dt.date(2024, 6, 26),
    parameters={"from": "2023-01-01"},
    columns=(
        ResultColumn("kind", "Kind", CellKind.LABEL),
        ResultColumn("share", "Share", CellKind.PERCENT, 2),
        ResultColumn("seen_on", "Seen", CellKind.DATE),
        ResultColumn("open", "Open", CellKind.TEXT),
    ),
    rows=(("12", Decimal("39.00"), "2024-01-02", True), ("13", None, None, False)),
    notes=(Note(1, 1, Missing.WITHHELD, "Withheld under 40(2)."),),
    parts={(0, 1): (273, 700)},
    caveats=(Caveat("old", "Old."),),
    snapshot=Snapshot("cases", 2, dt.date(2024, 6, 26), "ab" * 32, 700, "cases.csv", "cd" * 32),
    calendars=("ew@2026-11-22",),
    definition_sha256=definition_digest(MEASURE),
)


def _as_json():
    return result_as_json(RESULT, measure=MEASURE, register=REGISTER)


def test_a_result_has_the_promised_fields():
    data = _as_json()

    assert (data["measure"], data["version"], data["calendar"]) == (
        "cases-by-kind",
        3,
        "ew@2026-11-22",
    )
    assert data["rows"] == [["12", "39.00", "2024-01-02", True], ["13", None, None, False]]
    assert data["columns"][1] == {
        "name": "share",
        "words": "Share",
        "kind": "percent",
        "decimals": 2,
    }
    assert data["suppressed"] == [{"row": 1, "column": 1}]
    assert data["caveats"] == [{"id": "old", "words": "Old.", "words_cy": ""}]
    assert data["register"]["snapshot"] == "cases@2024-06-26#abababababab"
    assert data["register"]["sha256"] == "ab" * 32
    assert data["definition"]["figures"][0]["statistic"] == "share"
    assert data["result_sha256"] == RESULT.sha256


def test_a_result_is_read_back_from_its_json_with_its_definition():
    stored = stored_result(json.loads(json.dumps(_as_json())))

    assert stored.result == RESULT
    assert (stored.measure, stored.register) == (MEASURE, REGISTER)
    assert stored.is_whole


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["rows", 0, 1], "40.00"),
        (["rows", 1, 3], True),
        (["parameters", "from"], "2022-01-01"),
        (["register", "sha256"], "ef" * 32),
        (["definition", "figures", 0, "decimals"], 1),
        (["calendars", 0], "ew@2020-01-01"),
        (["notes"], []),
    ],
)
def test_a_result_that_was_changed_by_hand_is_not_whole(path, value):
    data = copy.deepcopy(_as_json())
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value

    assert not stored_result(data).is_whole


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"rows": [["12"]]}, "This is no result"),
        ({"rows": [["12", 1.5, "2024-01-02", True]]}, "1.5 is no cell of share"),
        ({"as_at": "soon"}, "This is no result"),
        ({"definition": {"name": "x"}}, "definition cannot be read: measure: 'version' is missing"),
        ({"columns": [{"name": "x"}]}, "This is no result"),
    ],
)
def test_what_is_no_result_is_refused(change, says):
    with pytest.raises(NoResult) as refused:
        stored_result({**_as_json(), **change})

    assert says in str(refused.value)


@pytest.mark.parametrize("data", [None, [], "x", {}])
def test_data_of_another_form_is_no_result(data):
    with pytest.raises(NoResult):
        stored_result(data)
