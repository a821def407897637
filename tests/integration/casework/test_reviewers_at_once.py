"""Two people take the same review at the same moment: one has it, the other is told who was quicker."""

import threading

import pytest
from django.db import connections

from answerable.actions.casework.challenging import take_review
from answerable.domain.roles import MoveNotAllowed
from answerable.records.casework.models import Challenge
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import scenes
from tests.support.casework import REF, doing_by
from tests.support.challenges import OTHER_REVIEWER, REVIEWER, ask

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_two_reviewers_has_it(office):  # noqa: F811 the fixture above
    scenes.posted()
    number = ask("1")
    begin, became = threading.Barrier(2), {}

    def take(who):
        begin.wait()
        try:
            take_review(REF, number, doing=doing_by(who))
            became[who.key] = ""
        except MoveNotAllowed as refusal:
            became[who.key] = str(refusal)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=[who]) for who in (REVIEWER, OTHER_REVIEWER)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    (winner,) = [key for key, refusal in became.items() if not refusal]
    (refusal,) = [refusal for refusal in became.values() if refusal]
    assert Challenge.objects.get().reviewer == winner
    assert f"{winner} has taken it already" in refusal
