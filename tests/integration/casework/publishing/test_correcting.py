"""A correction is cleansed as every entry is, and waits once."""

import pytest
from django.db import IntegrityError, transaction

from answerable.actions.casework.publishing.correcting import correct
from answerable.records.casework.models import LogStep
from tests.support.casework import AT, OFFICER, REF, doing_by
from tests.support.log_drafts import corrected, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_body(settings):
    settings.ANSWERABLE_BODY = "OPA"


def test_personal_data_in_a_correction_is_taken_out_and_seen_to_be():
    draft = published()
    words = {0: ("How many?", "Eight. Write to bo.quagga@example.org")}

    correct(REF, 1, corrected(questions=words), doing=doing_by(OFFICER))

    draft.refresh_from_db()
    assert "example.org" not in draft.content["response"]
    assert {"field": "answer 1", "kind": "e-mail address", "count": 1} in draft.taken_out


def test_a_step_of_an_act_waits_once_whoever_writes_it():
    draft = published()
    correct(REF, 1, corrected(), doing=doing_by(OFFICER))

    with pytest.raises(IntegrityError), transaction.atomic():
        LogStep.objects.create(
            draft=draft, number=1, act="correct", by="x", asked_at=AT, next_at=AT
        )
