"""Declarations of registers and measures: what they may say, and what is refused with the place of the mistake."""

import copy
import datetime as dt
import json

import pytest

from answerable.domain.clock.calendars import CalendarName
from answerable.domain.measures.declarations import (
    Misdeclared,
    as_plain,
    definition_digest,
    measure_of,
    register_of,
)
from answerable.domain.measures.definitions import Bands, Convention, Statistic
from answerable.domain.measures.soundness import sound_measure, sound_register
from answerable.domain.measures.years import NotAYear, days_of, financial_year

REGISTER = {
    "name": "cases",
    "version": 1,
    "title": "Cases",
    "counts": "case",
    "key": ["reference"],
    "columns": [
        {"name": "reference", "words": "Reference", "kind": "text"},
        {
            "name": "kind",
            "words": "Kind",
            "kind": "code",
            "codes": [{"code": "a", "words": "A", "last": dt.date(2020, 1, 31)}],
        },
        {"name": "opened_on", "words": "Opened", "kind": "date"},
        {
            "name": "closed_on",
            "words": "Closed",
            "kind": "date",
            "required": False,
            "not_before": "opened_on",
        },
    ],
    "caveats": [{"ident": "live", "words": "From a live system."}],
}
MEASURE = {
    "name": "days",
    "version": 1,
    "title": "Days",
    "register": "cases",
    "caveats": ["live"],
    "where": [{"column": "opened_on", "least": "$from"}],
    "parameters": [{"name": "from", "words": "Opened from", "kind": "date"}],
    "durations": [
        {
            "name": "days",
            "words": "Working days",
            "start": "opened_on",
            "end": "closed_on",
            "calendar": "ew",
            "convention": "after-start",
        }
    ],
    "bands": [{"name": "ages", "of": "days", "edges": [63, 126], "labels": ["x", "y", "z"]}],
    "groups": [{"name": "kind", "words": "Kind", "of": "kind"}],
    "figures": [{"name": "mean", "words": "Mean", "statistic": "mean", "of": "days"}],
}


def _with(data, path, value):
    changed = copy.deepcopy(data)
    at = changed
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return changed


def _sound(measure):
    return sound_measure(measure_of(measure), sound_register(register_of(REGISTER)))


def test_a_declaration_becomes_what_it_says():
    register, measure = sound_register(register_of(REGISTER)), _sound(MEASURE)

    assert register.column("kind").codes[0].last == dt.date(2020, 1, 31)
    assert register.column("closed_on").not_before == "opened_on"
    assert measure.durations[0].calendar is CalendarName.EW
    assert measure.durations[0].convention is Convention.AFTER_START
    assert measure.figures[0].statistic is Statistic.MEAN


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["wehre"], [], "there is no 'wehre' here"),
        (["columns", 0, "kind"], "number", "register.columns[1].kind: 'number' is none of text"),
        (["columns", 0, "required"], "no", "write true or false here"),
        (["version"], True, "write a whole number here"),
        (["columns"], {}, "write a list here"),
        (["columns", 1, "codes"], ["a"], "write a table of words and values"),
        (["columns", 0], {"name": "reference"}, "'words' is missing"),
        (["key"], ["number"], "no column 'number'"),
        (["columns", 3, "not_before"], "begun", "no column 'begun'"),
        (["columns", 3, "name"], "opened_on", "declared twice"),
        (["columns", 1, "codes"], [], "codes go with columns of the kind code"),
        (["name"], "../cases", "in small letters, digits and hyphens"),
        (["columns"], [], "say at least one column"),
        (["columns", 3, "name"], "Closed on", "in small letters, digits and _"),
        (["columns", 3, "also_headed"], ["OPENED"], "the heading 'opened' is declared twice"),
        (["columns", 3, "least"], 1, "least and most go with columns of numbers"),
        (["columns", 3, "decimals"], 18, "decimals lie between 0 and 17"),
        (["columns", 3, "not_before"], "kind", "cannot be compared with 'kind'"),
        (["columns", 0, "required"], False, "part of the key, and so must be required"),
    ],
)
def test_a_register_that_cannot_be_is_refused_with_its_place(path, value, says):
    with pytest.raises(Misdeclared) as refused:
        sound_register(register_of(_with(REGISTER, path, value)))

    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["register"], "people", "is of the register 'people'"),
        (["caveats"], ["lively"], "no caveat 'lively'"),
        (["where", 0, "column"], "begun_on", "no column 'begun_on' to ask"),
        (["where", 0, "least"], "$since", "no parameter '$since'"),
        (["where", 0], {"column": "opened_on"}, "says nothing"),
        (["where", 0], {"column": "kind", "among": ["b"]}, "'b' is no code of 'kind'"),
        (["durations", 0, "end"], "kind", "needs a column of dates, which 'kind' is not"),
        (["durations", 0, "name"], "kind", "has the name of a column"),
        (["bands", 0, "of"], "kind", "no duration and no number"),
        (["bands", 0, "edges"], [126, 63], "must ascend"),
        (["bands", 0, "labels"], ["x"], "one label more"),
        (["groups", 0, "of"], "colour", "no column 'colour' to group by"),
        (["groups", 0, "by"], "financial-year", "'kind' has no financial years"),
        (["groups", 0, "by"], "month", "'kind' has no dates"),
        (["groups", 0, "merged"], {"A or B": ["b"]}, "'b' is no code of 'kind' to merge"),
        (["groups", 0, "merged"], {"A": ["a"], "Also A": ["a"]}, "'a' is merged twice"),
        (["groups", 0, "merged"], {"a": ["a"]}, "'a' is a code, and cannot be a label too"),
        (
            ["groups", 0],
            {"name": "m", "words": "M", "of": "opened_on", "by": "month", "merged": {"x": ["y"]}},
            "merges values, and is grouped by something else",
        ),
        (["groups", 0, "by"], "band", "no bands 'kind'"),
        (["figures", 0, "of"], "kind", "no duration and no number"),
        (["figures", 0, "statistic"], "share", "needs a condition for its numerator"),
        (["figures", 0, "statistic"], "percentile", "between 1 and 99"),
        (["figures", 0, "statistic"], "rows", "say which columns"),
        (["figures"], [], "at least one figure"),
    ],
)
def test_a_measure_that_cannot_be_asked_is_refused(path, value, says):
    with pytest.raises(Misdeclared) as refused:
        _sound(_with(MEASURE, path, value))

    assert says in str(refused.value)


def test_a_declaration_is_read_back_from_its_json():
    register, measure = register_of(REGISTER), measure_of(MEASURE)

    assert register_of(json.loads(json.dumps(as_plain(register)))) == register
    assert measure_of(json.loads(json.dumps(as_plain(measure)))) == measure
    with pytest.raises(Misdeclared, match=r"codes\[1\].last: 'soon' is no day"):
        register_of(_with(REGISTER, ["columns", 1, "codes", 0, "last"], "soon"))


def test_the_digest_of_a_definition_is_that_of_what_it_says():
    other_order = dict(reversed(list(MEASURE.items())))

    assert definition_digest(measure_of(MEASURE)) == definition_digest(measure_of(other_order))
    assert definition_digest(measure_of(MEASURE)) != definition_digest(
        measure_of(_with(MEASURE, ["bands", 0, "edges"], [63, 127]))
    )


def test_a_word_that_is_left_out_changes_no_digest():
    # A field that declarations learn later must not make every definition another one.
    said = measure_of({**MEASURE, "totals": False, "note": "", "own_caveats": []})

    assert definition_digest(said) == definition_digest(measure_of(MEASURE))
    assert "note" not in as_plain(said)


@pytest.mark.parametrize(
    ("days", "band"), [(0, "0"), (62, "0"), (63, "3"), (125, "3"), (126, "6"), (999, "6")]
)
def test_an_edge_belongs_to_the_band_above_it(days, band):
    assert Bands("ages", "days", (63, 126), ("0", "3", "6")).label(days) == band


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (dt.date(2020, 3, 31), "2019/20"),
        (dt.date(2020, 4, 1), "2020/21"),
        (dt.date(1999, 12, 31), "1999/00"),
    ],
)
def test_a_financial_year_runs_from_april_to_march(day, year):
    first, last = days_of(year)

    assert financial_year(day) == year
    assert first <= day <= last


@pytest.mark.parametrize("written", ["2019/21", "2019", "2019/ /20", "2019-20", ""])
def test_a_year_that_is_written_otherwise_is_refused(written):
    with pytest.raises(NotAYear):
        days_of(written)
