"""Jobs: each does what is due however often it runs, one that fails stops no other."""

import logging
from email.utils import format_datetime

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from answerable.actions.casework import Arrival, store_message
from answerable.jobs.running import keep_timetable, run_every_job, run_job
from answerable.jobs.timetable import JOBS
from answerable.records.casework.models import Outgoing, Request
from answerable.web.server_log import WithoutData
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
OFFICE = """
body = "Orchard Protection Authority"
team = "FOI team"
email = "foi@opa.example"
review_contact = "foi@opa.example"
regulator_address = "Wycliffe House"
"""


class Held(Exception):
    """Holds what must not leave."""


def fail():
    raise Held("a.person@example.org asked")


def test_every_job_is_found_where_the_timetable_says_and_says_what_it_did():
    for job in JOBS:
        assert callable(import_string(job.path)), job

    assert [one.has_failed for one in run_every_job()] == [False] * len(JOBS)


def test_what_waits_is_read_and_acknowledged_once(settings, tmp_path):
    settings.ANSWERABLE_OFFICE = tmp_path / "office.toml"
    settings.ANSWERABLE_OFFICE.write_text(OFFICE)
    now = timezone.now()
    store_message(make_mail(Date=format_datetime(now)), Arrival("a"), by="A", at=now)
    names = [job.name for job in JOBS]

    first = dict(zip(names, run_every_job(), strict=True))
    again = dict(zip(names, run_every_job(), strict=True))

    assert first["read messages"].said == "1 read, of which 1 are new requests"
    assert again["read messages"].said == ""
    assert first["acknowledge requests"].said == "1 acknowledged"
    assert (Request.objects.count(), Outgoing.objects.count()) == (1, 1)


def test_nothing_is_acknowledged_before_the_office_says_who_it_is(settings, tmp_path):
    settings.ANSWERABLE_OFFICE = tmp_path / "office.toml"

    said = run_job("acknowledge requests")

    assert said.startswith("The office's facts are not there: write office.toml")


def test_a_job_that_fails_stops_no_other_and_names_nobody(monkeypatch):
    monkeypatch.setattr("answerable.jobs.casework.read_messages", fail)
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(WithoutData().format(record))
    logging.getLogger("answerable").addHandler(handler)
    try:
        done = list(run_every_job())
        said = run_job("read messages")
    finally:
        logging.getLogger("answerable").removeHandler(handler)

    assert [one.job.name for one in done] == [job.name for job in JOBS]
    assert [one.said for one in done if one.has_failed] == [said]
    assert said == "failed (Held): see the log"
    assert [line.split()[2:5] for line in lines] == [
        ["ERROR", "answerable.jobs.casework.read_messages", "Held"]
    ] * 2
    assert "example.org" not in "".join(lines)


def test_a_refusal_of_ours_is_said_in_its_words(settings):
    settings.ANSWERABLE_IMAP = "nonsense"

    done = [one for one in run_every_job() if one.has_failed]

    assert [one.said for one in done] == [
        "ANSWERABLE_IMAP names no mailbox: write imaps://user:password@host:port/FOLDER"
    ]


def test_the_timetable_is_kept_once_and_what_is_no_longer_in_it_goes():
    Schedule.objects.create(name="of another application", func="other.run")
    Schedule.objects.create(name="an old job", func="answerable.jobs.running.run_job")
    keep_timetable()
    Schedule.objects.create(name=JOBS[0].name, func="answerable.jobs.running.run_job")
    moved = Schedule.objects.get(name=JOBS[1].name)

    keep_timetable()

    kept = Schedule.objects.filter(func="answerable.jobs.running.run_job").order_by("pk")
    assert [(one.name, one.minutes) for one in kept] == [(job.name, job.minutes) for job in JOBS]
    assert Schedule.objects.get(name=JOBS[1].name).next_run == moved.next_run
    assert Schedule.objects.filter(func="other.run").exists()


def test_a_job_that_comes_back_comes_back_after_it_was_stopped():
    from django_q.conf import Conf

    assert Conf.RETRY > Conf.TIMEOUT
    assert (Conf.WORKERS, Conf.CATCH_UP, Conf.ORM) == (1, False, "default")
