"""The job that reads imports: it does what waits, search knows of it, and a stopped run is left alone."""

import datetime as dt

import pytest
from django.conf import settings as site

from answerable.actions.imports import stop_run
from answerable.jobs.imports import read_imports
from answerable.matching.public_index import Search
from answerable.queries.imports import run_progress
from answerable.queries.search import public_index
from tests.support.imports import AT, KEEPER, filled, logs

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


def found():
    return public_index(site.ANSWERABLE_INDEX).search(Search("bicycles")).total


def test_it_reads_every_run_that_waits_and_search_follows():
    runs = [filled(logs(2)), filled(logs(2, first=7000101), name="others")]

    said, again = read_imports(), read_imports()

    assert (said, again) == ("4 files settled", "")
    assert [run_progress(run, at=NOW).run.state for run in runs] == ["done", "done"]
    assert found() == 4


def test_a_run_that_was_stopped_is_left_alone():
    run = filled(logs(2))
    stop_run(run, by=KEEPER, at=AT)

    assert read_imports() == ""
    assert run_progress(run, at=NOW).left == 2
