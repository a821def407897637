"""Two at the same moment: one file is made, one redaction is begun, and no approval is of other marks."""

import threading

import pytest
from django.db import connections

from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.actions.casework.redacting.settling import take_redaction_back
from answerable.records.casework.models import CaseFile, Redaction
from tests.support import redactions
from tests.support.casework import CHECKER, MANAGER, OFFICER, OTHER_OFFICER, REF, doing_by
from tests.support.redactions import apply_with, approve, file, painted

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def together(*tasks):
    """Do some things at the same moment; return how many of them were refused."""
    begin, became = threading.Barrier(len(tasks)), []

    def run(task):
        begin.wait()
        try:
            task()
            became.append(False)
        except RedactionRefused:
            became.append(True)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[one]) for one in tasks]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(became) == len(tasks)
    return sum(became)


def test_two_workers_make_one_file():
    redactions.approved()

    assert together(lambda: apply_with(painted), lambda: apply_with(painted)) == 0

    assert Redaction.objects.get().state == "done"
    assert CaseFile.objects.count() == 2


def test_two_people_begin_one_redaction():
    redactions.filed()
    number = file().pk

    refused = together(
        lambda: begin_redaction(REF, number, doing=doing_by(OFFICER)),
        lambda: begin_redaction(REF, number, doing=doing_by(OTHER_OFFICER)),
    )

    assert refused == 1
    assert Redaction.objects.count() == 1


def test_of_an_approval_and_a_taking_back_one_is_refused():
    redactions.waiting()
    number = file().pk

    refused = together(
        lambda: approve(CHECKER, number),
        lambda: take_redaction_back(REF, number, doing=doing_by(OFFICER)),
    )

    assert refused == 1
    assert Redaction.objects.get().state in ("being made", "being marked")


def test_of_two_approvals_one_counts():
    redactions.waiting()
    number = file().pk

    assert together(lambda: approve(CHECKER, number), lambda: approve(MANAGER, number)) == 1
    assert Redaction.objects.get().state == "being made"
