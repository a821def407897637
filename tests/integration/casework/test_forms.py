"""What comes in by a form of ours: a request of its own, once under its key."""

import datetime as dt

import pytest

from answerable.actions.casework import Arrival, read_waiting
from answerable.actions.casework.taking_in import keep_message
from answerable.reading.mail import MailFile
from answerable.reading.request_forms import RequestForm, form_bytes
from answerable.records.casework.models import Message, Request
from tests.support.casework import AT, arrive, doing_by, page
from tests.support.letters import ASKED, make_mail

pytestmark = pytest.mark.django_db

ANN = RequestForm(name="Ann", address="Ann@Example.org", text=ASKED)


def bring(form, *, channel="web", key="", source="web form", on=None):
    """Bring a form in and read what waits; return what became of it."""
    arrival = Arrival("", channel, on, form.name, source, key)
    keep_message(form_bytes(form), arrival, by=source, at=AT)
    return list(read_waiting(doing=doing_by()))


def test_a_form_becomes_a_request_with_all_that_it_says():
    form = RequestForm(
        name="Siân Ŵyn",
        postal="1 Stryd Fawr\nBangor",
        text="1. Faint o ddronau? 🚁\n2. Pwy sy’n talu?",
        language="cy",
        kind="own data",
        answer_as="Large print",
        files=(MailFile("scan.pdf", "application/pdf", b"%PDF"),),
    )

    (taken,) = bring(form, channel="post", on=dt.date(2025, 10, 2))

    request = Request.objects.select_related("requester").get()
    assert (taken.is_new, taken.questions) == (True, 2)
    assert (request.language, request.received_on) == ("cy", dt.date(2025, 10, 2))
    assert (request.requester.name, request.requester.postal) == ("Siân Ŵyn", form.postal)
    assert page().messages[0].files == ("scan.pdf",)
    assert [one.split(":")[0] for one in taken.problems] == [
        "They ask for their own data",
        "They would like the answer in this form (s.11)",
    ]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (RequestForm(address="a@example.org", text="How many?"), "gives no name"),
        (RequestForm(name="A", text="How many?"), "gives no address"),
        (RequestForm(name="A", address="a@example.org"), "holds no text"),
        (RequestForm(name="A", address="a@example.org", text="Hm", kind="complaint"), "complaint"),
        (RequestForm(name="A\0", address="a@example.org", text="How\0 many?\0"), ""),
        (RequestForm(name="", text=""), "gives no name"),
        (RequestForm(name="N" * 5000, address="a" * 5000, subject="s" * 5000, text="?"), ""),
        (RequestForm(name="A", address="a@x.example", text="w " * 2_500_000), ""),
    ],
    ids=range(8),
)
def test_whatever_a_form_holds_becomes_a_request(form, words):
    (taken,) = bring(form)

    assert taken.is_new
    assert any(words in one for one in taken.problems) if words else taken.problems == ()
    assert bytes(Message.objects.get().raw) == form_bytes(form)


def test_under_one_key_it_comes_in_once_whatever_it_says():
    first = bring(ANN, key="k")
    again = keep_message(
        form_bytes(RequestForm(text="other words")),
        Arrival("", "web", None, "", "web form", "k"),
        by="web form",
        at=AT,
    )

    assert (again.reference, bring(ANN, key="k")) == (first[0].reference, [])
    assert Request.objects.count() == 1


def test_a_key_belongs_to_its_source():
    bring(ANN, key="k")
    bring(ANN, key="k", source="another")

    assert Request.objects.count() == 2


def test_a_form_is_a_request_of_its_own_even_where_it_names_another():
    arrive(make_mail(From="ann@example.org"))

    (taken,) = bring(RequestForm(name="A", address="ann@example.org", text="Like 2025-0001: why?"))

    assert (taken.reference, taken.is_new) == ("2025-0002", True)
    assert taken.problems == ("It names 2025-0001: check where it belongs",)


def test_people_who_share_an_address_stay_different_people():
    bring(ANN, key="1")
    bring(RequestForm(name="Bob", address="ann@example.org", text="How many pens?"), key="2")
    bring(ANN, key="3")

    who = Request.objects.order_by("pk").values_list("requester__name", "requester")
    assert [name for name, _ in who] == ["Ann", "Bob", "Ann"]
    assert who[0] == who[2]


def test_a_letter_that_only_looks_like_a_form_is_read_as_a_letter():
    (taken,) = arrive(b'{"form": "answerable request 1"}', name="a.txt", channel="post")

    assert (taken.is_new, page().questions[0].text) == (True, '{"form": "answerable request 1"}')
