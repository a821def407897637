"""Nothing of a request that was disposed of is left in any table: every model is walked."""

import pytest
from django.db import transaction

from answerable.actions.casework.retaining.removing import remove_request
from answerable.queries.casework.below import ORDER
from answerable.records.casework.models import Outgoing, Request
from tests.support.filled import AT, below_request, fill, rows_with

pytestmark = pytest.mark.django_db
GOES, STAYS = "quagga", "thylacine"


def test_the_order_names_every_model_that_leads_to_a_request():
    assert {model for model, _ in ORDER} == set(below_request()) - {Request}


def test_nothing_of_it_is_left_in_any_table_and_all_of_another_is():
    went, stayed = fill(GOES), fill(STAYS)
    before = rows_with(STAYS)
    assert len(rows_with(GOES)) >= len(ORDER)

    with transaction.atomic():
        remove_request(Request.objects.get(reference=went))

    # The information owner is asked by other requests, too.
    assert rows_with(GOES) == {"casework_informationowner": 1}
    assert rows_with(STAYS) == before
    assert Request.objects.filter(reference__in=[went, stayed]).get().reference == stayed


def test_a_mail_to_a_colleague_that_names_it_goes_too():
    fill(GOES)
    for key, words in (
        ("one", f"Due today: {GOES}, pens"),
        ("two", "Due today: another"),
        ("three", f"{GOES}1"),
    ):
        Outgoing.objects.create(
            key=key, message_id=key, text=words, address="a@body.example", written_at=AT, next_at=AT
        )

    with transaction.atomic():
        remove_request(Request.objects.get(reference=GOES))

    assert list(Outgoing.objects.order_by("pk").values_list("key", flat=True)) == ["two", "three"]


def test_whoever_asked_something_else_stays():
    fill(GOES)
    first = Request.objects.get(reference=GOES)
    Request.objects.create(
        reference="2025-0009",
        title="Pens",
        requester=first.requester,
        channel="email",
        received_on=AT.date(),
        taken_in_at=AT,
    )

    with transaction.atomic():
        remove_request(first)

    assert Request.objects.get(reference="2025-0009").requester.name == GOES
