"""Two people teach the same words at the same moment: one group stands, and every process knows it."""

import threading

import pytest
from django.db import connections

from answerable.actions.casework.words import keep_group
from answerable.domain.precedent.office import OfficeWords
from answerable.domain.precedent.teaching import WordsRefused
from answerable.queries.words import office_words
from answerable.records.casework.models import TaughtWords, TaughtWordsNow
from tests.support.casework import CHECKER, MANAGER, doing_by
from tests.support.word_doors import BOARDS

pytestmark = pytest.mark.django_db(transaction=True)


def together(*tasks):
    """Do some things at the same moment; return what each was refused with, if it was."""
    begin, became = threading.Barrier(len(tasks)), []

    def run(task):
        begin.wait()
        try:
            task()
            became.append("")
        except WordsRefused as refusal:
            became.append(str(refusal))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[one]) for one in tasks]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(became)


def keeping(who, *phrases):
    return lambda: keep_group(phrases, reason="Askers say both", doing=doing_by(who))


def test_the_same_group_stands_once():
    refusals = together(keeping(CHECKER, *BOARDS), keeping(MANAGER, *BOARDS))

    assert len(refusals) == 2
    assert refusals[0] == ""
    assert "stands in the list already" in refusals[1]
    assert office_words() == OfficeWords((BOARDS,))


def test_of_two_groups_neither_is_lost():
    assert together(keeping(CHECKER, *BOARDS), keeping(MANAGER, "gizmo", "gadget")) == ["", ""]

    assert set(office_words().groups) == {BOARDS, ("gizmo", "gadget")}
    assert TaughtWords.objects.count() == 2
    assert TaughtWordsNow.objects.get().digest == office_words().digest
