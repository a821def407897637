"""What cannot be computed is refused in a sentence; what is given is bound, and never becomes part of a statement."""

import dataclasses
import datetime as dt

import pytest

from answerable.domain.measures.declarations import measure_of, register_of
from answerable.domain.measures.parameters import ParameterRefused
from answerable.measuring.computing import CannotCompute, compute
from answerable.measuring.computing import rows as listing
from answerable.measuring.computing.literals import Binds
from answerable.measuring.computing.question import Question
from answerable.measuring.computing.source import opened
from tests.support.measuring import computed
from tests.support.parquet_rows import AS_AT, write_parquet

ODD = 'he said "count(*)"; DROP TABLE kept'
REGISTER = register_of(
    {
        "name": "cases",
        "version": 2,
        "title": "Cases",
        "counts": "case",
        "columns": [
            {"name": ODD, "words": "Subject", "kind": "text"},
            {"name": "year", "words": "Year", "kind": "financial-year"},
            {
                "name": "kind",
                "words": "Kind",
                "kind": "code",
                "codes": [{"code": "a", "words": "A"}, {"code": "b", "words": "B"}],
            },
        ],
    }
)
ROWS = (("x' OR '1'='1", "2019/20", "a"), ("y", "2019/20", "b"), ("y", "2020/21", "b"))


def _measure(**more):
    return measure_of(
        {
            "name": "cases",
            "version": 1,
            "title": "Cases",
            "register": "cases",
            "figures": [{"name": "cases", "words": "Cases", "statistic": "count"}],
            **more,
        }
    )


def _asking(column, kind="text", default=""):
    parameter = {"name": "asked", "words": "What is asked", "kind": kind, "default": default}
    return _measure(parameters=[parameter], where=[{"column": column, "among": ["$asked"]}])


def _given(measure, folder, **parameters):
    return computed(measure, REGISTER, ROWS, folder, parameters=parameters)


@pytest.mark.parametrize(("asked", "count"), [("x' OR '1'='1", 1), ("' OR 1=1 --", 0), ("y", 2)])
def test_what_is_given_is_compared_and_never_run(asked, count, tmp_path):
    assert _given(_asking(ODD), tmp_path, asked=asked).rows == ((count,),)


def test_a_column_is_grouped_by_whatever_its_name_holds(tmp_path):
    groups = [{"name": "by", "words": "By", "of": ODD}]

    assert dict(_given(_measure(groups=groups), tmp_path).rows) == {"x' OR '1'='1": 1, "y": 2}


@pytest.mark.parametrize(
    ("column", "kind", "asked", "says"),
    [
        ("kind", "text", "c", "'c' is no code of kind: there are a, b"),
        ("year", "text", "2019", "'2019' cannot be compared with year: write a financial year"),
    ],
)
def test_a_value_that_a_column_cannot_have_is_refused(column, kind, asked, says, tmp_path):
    with pytest.raises(CannotCompute) as refused:
        _given(_asking(column, kind), tmp_path, asked=asked)

    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        ("text", {}, "Say asked (What is asked): a text"),
        ("date", {"asked": "31/02/2024"}, "asked is '31/02/2024', which is no date like"),
        ("whole", {"asked": "1.5"}, "asked is '1.5', which is no whole number"),
        ("text", {"asks": "x"}, "has no parameter 'asks': there are asked"),
    ],
)
def test_a_parameter_that_is_none_of_its_kind_is_refused(kind, given, says, tmp_path):
    with pytest.raises(ParameterRefused) as refused:
        _given(_asking(ODD, kind), tmp_path, **given)

    assert says in str(refused.value)


def test_a_default_stands_in_for_what_is_not_given(tmp_path):
    result = _given(_asking(ODD, default="y"), tmp_path)

    assert result.rows == ((2,),)
    assert result.parameters == {"asked": "y"}


def test_a_snapshot_without_a_column_is_refused_and_says_which_version_it_is_of(tmp_path):
    older = dataclasses.replace(REGISTER, version=1, columns=REGISTER.columns[:2])
    path = tmp_path / "rows.parquet"
    snapshot = write_parquet(older, [row[:2] for row in ROWS], path)

    with pytest.raises(CannotCompute, match="has no column 'kind': it was loaded by version 1"):
        compute(
            _asking("kind"),
            REGISTER,
            snapshot,
            path,
            parameters={"asked": "a"},
            as_at=AS_AT,
            holidays=None,
        )


def test_a_file_that_is_damaged_or_gone_is_refused_without_its_folder(tmp_path):
    path = tmp_path / "rows.parquet"
    snapshot = write_parquet(REGISTER, ROWS, path)
    path.write_bytes(path.read_bytes()[:50])
    given = {"parameters": {}, "as_at": AS_AT, "holidays": None}

    with pytest.raises(CannotCompute, match="rows cannot be counted") as damaged:
        compute(_measure(), REGISTER, snapshot, path, **given)
    path.unlink()
    with pytest.raises(CannotCompute, match=r"rows of cases@2024-06-26#0000.* are not there"):
        compute(_measure(), REGISTER, snapshot, path, **given)

    assert str(tmp_path) not in str(damaged.value)


def test_a_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "a [b] * 'c'"
    folder.mkdir()
    path = folder / "rows.parquet"
    snapshot = write_parquet(REGISTER, ROWS, tmp_path / "rows.parquet")
    (tmp_path / "rows.parquet").rename(path)
    given = {"parameters": {}, "as_at": AS_AT, "holidays": None}

    assert compute(_measure(), REGISTER, snapshot, path, **given).rows == ((3,),)


def test_a_count_that_takes_long_draws_no_bar_into_what_is_printed(tmp_path):
    path = tmp_path / "rows.parquet"
    snapshot = write_parquet(REGISTER, ROWS, path)
    question = Question(_measure(), REGISTER, {}, AS_AT, None)

    with opened(question, snapshot, path, threads=None, memory="320MB") as source:
        shown = source.asked("SELECT current_setting('enable_progress_bar')", Binds())

    assert shown == [(False,)]


def test_no_more_rows_are_shown_than_somebody_can_read(tmp_path, monkeypatch):
    monkeypatch.setattr(listing, "MOST_ROWS", 2)
    figures = [{"name": "rows", "words": "Rows", "statistic": "rows"}]

    with pytest.raises(CannotCompute, match="would show more than 2 rows: narrow it"):
        _given(_measure(figures=figures, rows_shown=[ODD]), tmp_path)


def test_rows_are_sorted_by_what_the_measure_says_and_show_the_words_of_codes(tmp_path):
    figures = [{"name": "rows", "words": "Rows", "statistic": "rows"}]
    measure = _measure(figures=figures, rows_shown=[ODD, "kind"], rows_by=["year", "kind"])

    result = _given(measure, tmp_path)

    assert result.rows == (("x' OR '1'='1", "A"), ("y", "B"), ("y", "B"))
    assert result.snapshot.as_at == dt.date(2024, 6, 26)
