"""An assessor's report makes a round: levels that it states, the rest inferred, and refusals in plain words."""

import pytest

from answerable.actions.standards.reports import ReportRefused, load_report
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.ledger import ledger_rows
from answerable.records.standards.models import AssessmentRound, KeptFramework, Quotation
from tests.support.casework import OFFICER, QUALITY_LEAD, doing_by
from tests.support.seeds import needs_seeds, seed_path

pytestmark = pytest.mark.django_db
SMALL = """Organisation: Brindlewick Ferries

Standard: Customer Service Excellence

Report type: Rolling Programme 1

Assessment date: 9 March 2021

1. Summary of strengths

Crews greet whoever comes aboard. This element is awarded Compliance Plus. (2.2.2)

2. Areas for improvement

Notices could be larger. (3.2.1)
"""


def load(text, *, by=QUALITY_LEAD, name="report.txt"):
    """Load a report, of text or of bytes."""
    data = text.encode() if isinstance(text, str) else text
    return load_report(name, data, doing=doing_by(by))


def levels(loaded):
    """Return the stated levels of a round by element."""
    results = AssessmentRound.objects.get(pk=loaded.round_id).results
    return dict(results.filter(is_inferred=False).values_list("element", "level"))


@needs_seeds
def test_the_founding_report_makes_a_round_of_ten_stated_and_47_inferred_levels():
    loaded = load(seed_path("004").read_bytes(), name=seed_path("004").name)

    made = AssessmentRound.objects.get(pk=loaded.round_id)
    assert (made.kind, str(made.held_on), made.project_number) == (
        "review 1",
        "2021-03-09",
        "PNI04894",
    )
    assert [one for one, level in levels(loaded).items() if level == "partial"] == [
        "4.1.2",
        "5.3.2",
    ]
    assert sum(level == "plus" for level in levels(loaded).values()) == 8
    assert made.results.filter(is_inferred=True, level="compliant").count() == 47
    assert made.passages.filter(kind="partial", elements__contains=" 5.3.2 ").count() == 1
    assert Quotation.objects.filter(state="waiting", source="report").count() == 11
    assert made.report["project_number"] == "PNI04894"


def test_a_round_keeps_the_framework_by_which_it_was_made_and_stands_in_the_ledger():
    loaded = load(SMALL)

    assert KeptFramework.objects.get().key == "cse"
    line = ledger_rows()[0]
    assert (line.action, line.subject) == ("report loaded", f"round {loaded.round_id}")


def test_the_same_file_makes_no_second_round():
    first, second = load(SMALL), load(SMALL, name="copy.txt")

    assert (second.round_id, second.doubts, second.is_new) == (first.round_id, first.doubts, False)
    assert AssessmentRound.objects.count() == 1


def test_an_element_that_does_not_exist_is_left_out_and_told():
    loaded = load(SMALL.replace("(2.2.2)", "(2.2.2, 9.9.9)"))

    assert levels(loaded) == {"2.2.2": "plus"}
    assert [one.elements for one in loaded.doubts if one.code == "unknown element"] == [("9.9.9",)]


def test_an_element_with_two_levels_has_none_until_somebody_chooses():
    twice = (
        SMALL + "\nCrews were not greeted. This element is awarded Partial Compliance. (2.2.2)\n"
    )

    loaded = load(twice)

    made = AssessmentRound.objects.get(pk=loaded.round_id)
    assert not made.results.filter(element="2.2.2").exists()
    assert "Compliance Plus and Partially Compliant" in next(
        one.says for one in loaded.doubts if one.code == "two levels"
    )


def test_the_rest_is_not_inferred_where_the_round_is_not_known():
    loaded = load(SMALL.replace("Rolling Programme 1", "Gap analysis"))

    assert (
        not AssessmentRound.objects.get(pk=loaded.round_id)
        .results.filter(is_inferred=True)
        .exists()
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (SMALL.replace("Customer Service Excellence", "ISO 9001").replace("Compliance Plus", "conformity"), "ISO 9001"),
        (SMALL.replace("(2.2.2)", "").replace("(3.2.1)", ""), "No element of Customer Service Excellence"),
        (SMALL.replace("9 March 2021", "in spring"), "no day"),
    ],
)  # fmt: skip
def test_what_makes_no_round_is_refused_with_the_reason(text, why):
    with pytest.raises(ReportRefused, match=why):
        load(text)

    assert not AssessmentRound.objects.exists()


def test_whoever_does_not_keep_the_standards_loads_none():
    with pytest.raises(MoveNotAllowed):
        load(SMALL, by=OFFICER)
