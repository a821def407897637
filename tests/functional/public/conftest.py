"""A log that is published and indexed, with one entry withdrawn and one held."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from answerable.actions.archive import withdraw_entry
from answerable.actions.search_index import rebuild_index
from answerable.domain.decisions import Outcome
from answerable.domain.disclosure_log import Attachment, Link, Table
from tests.support.entries import OPA, OTHER, keep, make_entry, make_question

HIDDEN = "quokkas"


@pytest.fixture
def log(db):
    return keep_log()


@pytest.fixture(scope="module")
def kept_log(db):
    """Keep the log for all tests of a module, whose `db` is `built_once`: see `standing`."""
    return keep_log()


@pytest.fixture(scope="module")
def kept_index(kept_log):
    """Say where what a module keeps is indexed: a module that keeps more says so itself."""
    return Path(settings.ANSWERABLE_INDEX)


@pytest.fixture
def shut_database(django_db_blocker):
    """Refuse whatever is asked of the database, though a log may stand there for the module's other tests."""
    with django_db_blocker.block():
        yield


@pytest.fixture
def standing(settings, kept_index):
    """Let a test find what its module keeps, with an index of its own, and undo what it does to either."""
    shutil.copytree(kept_index, settings.ANSWERABLE_INDEX)
    with transaction.atomic():
        yield OPA
        transaction.set_rollback(True)


def keep_log():
    """Keep and index a log; return its body."""
    now = timezone.now()
    withheld = make_question(
        label="2",
        text="Which firewall do you use?",
        answer="This is exempt under section 31(1)(a).",
        outcomes=(Outcome.WITHHELD,),
        exemptions=("31(1)(a)",),
    )
    table = Table(
        rows=(("Year", "Tandems"), ("2021", "1,200")), caption="Tandems by year", question="1"
    )
    keep(
        make_entry(
            questions=(make_question(), withheld),
            tables=(table,),
            attachments=(Attachment("Manual of repairs", "Oil the derailleur"),),
            links=(
                Link("Seven", "https://opa.example/bicycles", 3),
                Link("exempt", "javascript:alert(1)"),
            ),
        ),
        make_entry(ref="7000002", title="Tricycles"),
        at=now,
    )
    keep(make_entry(ref="1", title="Bicycle lanes"), body=OTHER, month="2025-12", at=now)
    secret = make_question(text=f"How many {HIDDEN}?", answer=f"Nine {HIDDEN}.")
    hidden = {"questions": (secret,), "tables": (Table(rows=((HIDDEN,),), caption=HIDDEN),)}
    keep(make_entry(ref="7000666", title=f"Of {HIDDEN}", **hidden), name="withdrawn", at=now)
    withdraw_entry("OPA", "7000666", reason="It named a person", by="a manager", at=now)
    later = now + dt.timedelta(days=3)
    keep(make_entry(ref="7000777", title=f"More {HIDDEN}", **hidden), name="held", at=later)
    rebuild_index(at=later)
    return OPA
