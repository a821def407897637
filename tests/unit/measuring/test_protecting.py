"""Measures under a profile: rounded, withheld with what would give it away, and proved again."""

import dataclasses
import itertools
import json
import random
from decimal import Decimal

import pytest

from answerable.domain.clock.calendars import shipped_holidays
from answerable.domain.measures.as_json import result_as_json, stored_result
from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.measures.results import Missing
from answerable.domain.suppression.controlling import CannotProtect
from answerable.domain.suppression.profiles import profile_named
from answerable.measuring.protecting import Asking, measured_under
from answerable.measuring.proving import Present, prove
from answerable.measuring.showing.tables import shown_table
from tests.support.parquet_rows import AS_AT, write_parquet

pytestmark = pytest.mark.slow
REGISTER = register_of(
    {
        "name": "cases",
        "version": 1,
        "title": "Cases",
        "counts": "case",
        "columns": [
            {"name": "force", "words": "Force", "kind": "text"},
            {"name": "year", "words": "Year", "kind": "financial-year"},
            {"name": "upheld", "words": "Upheld", "kind": "yes-no", "required": False},
            {"name": "days", "words": "Days", "kind": "whole", "required": False},
            {"name": "cost", "words": "Cost (pounds)", "kind": "decimal", "required": False},
        ],
    }
)
CASES = {"name": "cases", "words": "Cases", "statistic": "count"}
UPHELD = {
    "name": "upheld",
    "words": "Upheld",
    "statistic": "count",
    "where": [{"column": "upheld", "among": ["true"]}],
}
SHARE = {**UPHELD, "name": "share", "words": "Share upheld", "statistic": "share"}
MEAN = {"name": "mean", "words": "Mean days", "statistic": "mean", "of": "days", "decimals": 1}
FORCE = {"name": "force", "words": "Force", "of": "force"}
YEAR = {"name": "year", "words": "Year", "of": "year", "across": True}


def measure(*figures, groups=(FORCE,), totals=True):
    return measure_of(
        {
            "name": "cases",
            "version": 1,
            "title": "Cases",
            "register": "cases",
            "figures": list(figures),
            "groups": list(groups),
            "totals": totals,
        }
    )


def rows_of(counts):
    """Return rows: for each force and year as many as are said, every other one upheld."""
    return [
        (force, year, at % 2 == 0, at + 1, Decimal("1.50"))
        for (force, year), count in counts.items()
        for at in range(count)
    ]


def under(name, folder, asked, rows):
    profile = profile_named(name) if isinstance(name, str) else name
    path = folder / "rows.parquet"
    snapshot = write_parquet(REGISTER, rows, path)
    asking = Asking(asked, REGISTER, snapshot, path, {}, AS_AT, shipped_holidays())
    return measured_under(asking, profile), asking


def withheld(result):
    return {(one.row, one.column) for one in result.notes if one.missing is Missing.WITHHELD}


ONE_YEAR = {("East", "2020/21"): 3, ("North", "2020/21"): 24, ("South", "2020/21"): 31}
TWO_YEARS = {
    ("East", "2019/20"): 22,
    ("East", "2020/21"): 3,
    ("North", "2019/20"): 40,
    ("North", "2020/21"): 24,
    ("South", "2019/20"): 17,
    ("South", "2020/21"): 31,
}


def test_under_the_profile_none_a_result_has_the_digest_that_it_always_had(tmp_path):
    found, asking = under("none", tmp_path, measure(CASES), rows_of(ONE_YEAR))

    assert found.changed == ()
    assert found.result.disclosure is None
    assert found.result.rows[0] == ("East", 3)
    data = result_as_json(found.result, measure=asking.measure, register=REGISTER)
    written_before = {key: value for key, value in data.items() if key != "disclosure"}
    assert stored_result(written_before).is_whole
    under_another, _ = under("ons-10", tmp_path, asking.measure, rows_of(ONE_YEAR))
    assert under_another.result.sha256 != found.result.sha256


def test_counts_are_rounded_and_nothing_else_is_said_of_those_that_stay(tmp_path):
    found, _ = under("round-5", tmp_path, measure(CASES), rows_of(ONE_YEAR))

    assert [row[1] for row in found.result.rows] == [5, 25, 30, 60]
    assert found.changed == (
        ("East", "Cases"),
        ("North", "Cases"),
        ("South", "Cases"),
        ("Total", "Cases"),
    )
    assert "Small counts: counts are given to the nearest 5" in shown_table(found.result).remarks[0]


def test_a_small_count_is_withheld_and_what_would_give_it_away_with_its_reason(tmp_path):
    found, _ = under("ons-10", tmp_path, measure(CASES), rows_of(ONE_YEAR))

    assert found.result.rows == (("East", None), ("North", None), ("South", 31), ("Total", 58))
    assert [one.words for one in found.result.notes] == [
        "A count from 1 to 9 is withheld.",
        "Another withheld figure could be worked out from it.",
    ]


def test_groups_across_and_totals_both_ways_are_one_system_of_sums(tmp_path):
    asked = measure(CASES, groups=(FORCE, YEAR))
    found, _ = under("ons-10", tmp_path, asked, rows_of(TWO_YEARS))

    hidden = withheld(found.result)
    assert (0, 2) in hidden
    # Each line and column with its total has none, or two and more.
    for lines in (
        [[(row, column) for column in (1, 2, 3)] for row in range(4)],
        [[(row, column) for row in range(4)] for column in (1, 2, 3)],
    ):
        assert all(len(hidden & set(line)) != 1 for line in lines)


def test_percentages_come_from_what_is_printed_and_fall_with_their_counts(tmp_path):
    rounded, _ = under("round-5", tmp_path, measure(SHARE), rows_of({("North", "2020/21"): 23}))
    of_few, _ = under("ons-10", tmp_path, measure(SHARE), rows_of(ONE_YEAR))

    # 12 of 23 are 52 %; 10 of 25 are 40 %.
    assert rounded.result.rows[0] == ("North", 40)
    assert rounded.result.parts[0, 1] == (10, 25)
    assert of_few.result.rows[0] == ("East", None)
    assert (0, 1) not in of_few.result.parts
    assert of_few.result.notes[0].words == "One of the counts that it is computed from is withheld."


def test_means_of_too_few_are_withheld_and_never_one_alone(tmp_path):
    found, _ = under("ons-10", tmp_path, measure(MEAN), rows_of(ONE_YEAR))

    assert [row[1] for row in found.result.rows][2:] == [Decimal("16.0"), Decimal("13.8")]
    assert withheld(found.result) == {(0, 1), (1, 1)}


def test_a_profile_that_asks_more_of_means_than_of_counts_withholds_means_alone(tmp_path):
    own = dataclasses.replace(profile_named("none"), name="own", least_for_means=10)
    found, _ = under(own, tmp_path, measure(CASES, MEAN), rows_of(ONE_YEAR))

    assert [row[1] for row in found.result.rows] == [3, 24, 31, 58]
    assert withheld(found.result) == {(0, 2), (1, 2)}
    assert found.changed == (("East", "Mean days"), ("North", "Mean days"))


def test_a_part_that_leaves_a_small_rest_of_its_whole_is_not_printed_beside_it(tmp_path):
    rows = [("North", "2020/21", at > 1, 1, Decimal("1.00")) for at in range(60)]
    found, _ = under("ons-10", tmp_path, measure(CASES, UPHELD, totals=False), rows)

    assert len(withheld(found.result)) == 1


def test_columns_that_add_up_to_another_are_seen_to(tmp_path):
    denied = {
        **UPHELD,
        "name": "denied",
        "words": "Denied",
        "where": [{"column": "upheld", "among": ["false"]}],
    }
    rows = [("North", "2020/21", at > 4, 1, Decimal("1.00")) for at in range(60)]
    found, _ = under("ons-10", tmp_path, measure(CASES, UPHELD, denied, totals=False), rows)

    assert found.result.rows[0][3] is None
    assert len(withheld(found.result)) == 2


@pytest.mark.parametrize(
    ("figure", "profile", "says"),
    [
        (
            {"name": "cost", "words": "Cost", "statistic": "sum", "of": "cost", "decimals": 2},
            "ons-10",
            "leave it out",
        ),
        (
            {"name": "days", "words": "Days", "statistic": "sum", "of": "days"},
            "acro",
            "take another profile",
        ),
    ],
)
def test_what_a_rule_for_counts_does_not_protect_is_refused(tmp_path, figure, profile, says):
    with pytest.raises(CannotProtect, match=says):
        under(profile, tmp_path, measure(figure), rows_of(ONE_YEAR))


def test_rows_one_by_one_are_refused_with_what_to_do(tmp_path):
    listed = measure_of(
        {
            "name": "cases",
            "version": 1,
            "title": "All cases",
            "register": "cases",
            "figures": [{"name": "rows", "words": "Rows", "statistic": "rows"}],
            "rows_shown": ["force", "days"],
            "rows_by": ["force", "days"],
        }
    )
    with pytest.raises(CannotProtect, match="take a measure that counts them"):
        under("ons-10", tmp_path, listed, rows_of(ONE_YEAR))


def test_a_protected_result_is_proved_again_by_the_profile_that_it_holds(tmp_path):
    found, asking = under("ons-10", tmp_path, measure(CASES, MEAN), rows_of(ONE_YEAR))
    written = json.dumps(result_as_json(found.result, measure=asking.measure, register=REGISTER))
    stored = stored_result(json.loads(written))
    rows = (asking.snapshot, asking.path)
    present = Present(rows, rows, shipped_holidays(), shipped_holidays(), asking.measure, REGISTER)
    shown = dataclasses.replace(
        stored,
        result=dataclasses.replace(
            stored.result, rows=(("East", 3, None), *stored.result.rows[1:])
        ),
    )

    assert stored.result.disclosure == profile_named("ons-10")
    assert prove(stored, present).holds
    assert not prove(shown, present).is_proved


def test_no_withheld_count_of_any_group_follows_from_the_others(tmp_path):
    chosen = random.Random(7)  # noqa: S311 the same rows on every run
    counts = {
        (force, f"20{year}/{year + 1}"): chosen.choice([0, 1, 3, 12, 25, 40])
        for force in ("East", "North", "South", "West", "Mid")
        for year in range(18, 22)
    }
    asked = measure(CASES, groups=(FORCE, YEAR))
    found, _ = under("ons-10", tmp_path, asked, rows_of(counts))

    hidden = withheld(found.result)
    for row in range(len(found.result.rows)):
        assert len({place for place in hidden if place[0] == row}) != 1
    for column in range(1, len(found.result.columns)):
        assert len({place for place in hidden if place[1] == column}) != 1


def _possible(result, figure):
    """Return every way in which a figure's column can be filled, for a reader who knows all that is printed."""
    words = {(one.row, one.column): one.words for one in result.notes}
    total = len(result.rows) - 1
    cells = []
    for at, row in enumerate(result.rows):
        why = words.get((at, figure), "")
        if row[figure] is not None:
            cells.append([row[figure]])
        elif why.startswith("A count from"):
            cells.append(range(1, 10))
        else:
            cells.append(range(40))
    for some in itertools.product(*cells[:total]):
        if sum(some) in cells[total]:
            yield (*some, sum(some))


@pytest.mark.parametrize("seed", range(8))
def test_every_table_that_is_printed_the_same_leaves_what_is_withheld_open(tmp_path, seed):
    chosen = random.Random(seed)  # noqa: S311 the same rows on every run
    rows = [
        (force, "2020/21", at < upheld, 1, Decimal("1.00"))
        for force in ("East", "North", "South")
        for count in [chosen.choice([2, 10, 12, 15])]
        for upheld in [chosen.randrange(count + 1)]
        for at in range(count)
    ]
    found, _ = under("ons-10", tmp_path, measure(CASES, UPHELD), rows)

    together = [
        (cases, upheld)
        for cases, upheld in itertools.product(*(_possible(found.result, one) for one in (1, 2)))
        if all(part <= whole for part, whole in zip(upheld, cases, strict=True))
    ]
    for row, column in withheld(found.result):
        values = {some[column - 1][row] for some in together}
        assert max(values) - min(values) >= profile_named("ons-10").protection
