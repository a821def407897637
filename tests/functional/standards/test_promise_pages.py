"""The pages of service standards: a missed target flags an element, and what is wrong is said at its field."""

import json

import pytest

from answerable.records.standards.models import ServiceStandard
from tests.functional.casework.conftest import done, seen
from tests.support.casework import QUALITY_LEAD, STANDARDS_READER
from tests.support.promise_doors import NEW, promised

pytestmark = pytest.mark.django_db
PAGE = "/standards/service/"


def test_a_missed_target_flags_the_element_that_somebody_ties_on_the_page(as_):
    promised()
    client = as_(QUALITY_LEAD)

    done(
        client.post(
            f"{PAGE}leave/",
            {"do": "tie", "tie-framework": "cse", "tie-elements": "5.3.2"},
            follow=True,
        ),
        "It was kept",
    )

    page = seen(as_(STANDARDS_READER).get(PAGE))
    assert "<strong>5.3.2</strong>" in page
    assert "80% in August 2025, and the target is 90%. Nobody has said why" in page
    assert "Make a service standard" not in page


def test_an_explanation_stands_beside_its_month(as_):
    promised()
    client = as_(QUALITY_LEAD)

    done(
        client.post(
            f"{PAGE}leave/2025-08/",
            {"told": "Two posts were empty", "action": "Both are filled"},
            follow=True,
        ),
        "The explanation was kept",
    )

    assert "Two posts were empty Both are filled" in seen(client.get(f"{PAGE}leave/"))


def test_an_element_that_does_not_exist_is_said_on_the_page(as_):
    promised()

    answer = as_(QUALITY_LEAD).post(
        f"{PAGE}leave/", {"do": "tie", "tie-framework": "cse", "tie-elements": "9.9.9"}
    )

    assert answer.status_code == 409
    assert "has no element 9.9.9" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"target": "many"}, "is no number"),
        ({"target": "120"}, "is more than all"),
        ({"from_month": "April"}, "is no month"),
        ({"source": "the weather"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(as_, wrong, said):
    answer = as_(QUALITY_LEAD).post(f"{PAGE}new/", {**NEW, **wrong})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ServiceStandard.objects.exists()


def test_a_second_standard_of_a_name_is_refused(as_):
    promised()

    answer = as_(QUALITY_LEAD).post(f"{PAGE}new/", NEW)

    assert answer.status_code == 409
    assert "There is a service standard called" in answer.content.decode()


def test_a_month_that_is_not_there_is_not_found(as_):
    promised()
    client = as_(QUALITY_LEAD)

    assert client.get(f"{PAGE}leave/2025-07/").status_code == 404
    assert client.get(f"{PAGE}leave/soon/").status_code == 404
    assert client.get(f"{PAGE}nothing/").status_code == 404


def test_every_month_can_be_taken_away(as_):
    promised()
    client = as_(QUALITY_LEAD)

    rows = json.loads(client.get("/standards/service.json").content)

    assert rows == [
        {
            "standard": "Leave", "month": "2025-08", "figure": "80%", "target": "90%", "met": "no",
            "numerator": "8", "denominator": "10", "as_at": rows[0]["as_at"], "explanation": "", "action": "",
        }
    ]  # fmt: skip
    assert "Leave,2025-08,80%" in client.get("/standards/service.csv").content.decode()
