"""Measures on the site: asked for, shown with their caveats, kept, and put into the answer to a question."""

import json

import pytest

from answerable.domain.suppression.withholding import QUESTIONS
from answerable.queries.casework.letters import answered_question
from answerable.records.casework.models import DecisionVersion, Question
from answerable.records.ledger.models import LedgerLine
from answerable.records.registers.models import MeasuredTable
from tests.functional.casework.conftest import done, seen
from tests.support.casework import ANALYST, AUDITOR, MANAGER, OFFICER, REF, begun
from tests.support.forms import typed_in as fields_of
from tests.support.site_registers import HIDDEN, PEOPLE, PROCEEDINGS, loaded

pytestmark = pytest.mark.django_db
PAGE = "/figures/measures/"
QUESTION = f"/requests/{REF}/questions/1/"

CONTRACTS = """\
reference,supplier,subject,framework,starts_on,ends_on,value,owner
C-1,Example Telecoms Ltd,Telephones,,2020-04-01,2024-03-31,1000.00,Estates
"""


def digest():
    return loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]


def asked(**more):
    return {"snapshot": digest(), "p_year": "2019/20", **more}


def typed_in(page):
    return {name: values[-1] for name, values in fields_of(page, "data-checks").items()}


def table_of(page):
    return page.split("<tbody", 1)[1].split("</tbody>")[0]


def test_measures_are_listed_for_those_who_may_see_what_they_ask(as_):
    page = seen(as_(OFFICER).get(PAGE))

    assert "Results of directed misconduct proceedings" in page
    assert "People with a case to answer" not in page
    assert "People with a case to answer" in seen(as_(ANALYST).get(PAGE))
    assert as_(OFFICER).get(f"{PAGE}case-to-answer/").status_code == 404


def test_a_measure_asks_for_what_it_needs_and_shows_a_table_with_its_caveats(as_):
    loaded("misconduct-proceedings", PROCEEDINGS)
    empty = seen(as_(OFFICER).get(f"{PAGE}proceedings-directed/"))

    page = seen(as_(OFFICER).get(f"{PAGE}proceedings-directed/", asked()))

    assert '<option value="2019/20"' in empty
    assert "<tbody" not in empty
    assert "Dismissed without notice" in table_of(page)
    assert "No action" not in table_of(page)
    assert "People are counted, not investigations" in page
    assert "Computed from misconduct-proceedings@2024-06-26#" in page


@pytest.mark.parametrize(
    ("changed", "status", "says"),
    [
        ({"p_year": "2031/32"}, 422, "Select a valid choice"),
        ({"snapshot": "0" * 16}, 422, "Select a valid choice"),
        ({"as_at_day": "31", "as_at_month": "2", "as_at_year": "2024"}, 422, "real date"),
    ],
)
def test_what_cannot_be_measured_is_said_beside_its_field(as_, changed, status, says):
    page = seen(as_(OFFICER).get(f"{PAGE}proceedings-directed/", asked(**changed)), status)

    assert says in page
    assert "<tbody" not in page


def test_a_measure_of_a_register_that_is_not_loaded_says_so(as_):
    assert "Nothing of this register is loaded yet" in seen(
        as_(OFFICER).get(f"{PAGE}proceedings-directed/")
    )


def test_a_table_is_a_file_and_its_json_holds_what_proves_it(as_):
    given = asked()
    as_csv = seen(as_(OFFICER).get(f"{PAGE}proceedings-directed.csv", given))
    data = json.loads(seen(as_(OFFICER).get(f"{PAGE}proceedings-directed.json", given)))

    assert "Dismissed without notice,1" in as_csv.replace(",0", "")
    assert data["register"]["sha256"].startswith(given["snapshot"])
    assert data["definition"]["name"] == "proceedings-directed"
    assert HIDDEN not in as_csv
    assert HIDDEN not in json.dumps(data)


def test_a_chart_stands_below_its_table_and_is_a_file_where_there_is_one(as_):
    given = {"snapshot": loaded().sha256[:16]}
    for side, year in (("from", "2023"), ("until", "2025")):
        given |= {f"p_{side}_day": "1", f"p_{side}_month": "1", f"p_{side}_year": year}
    browser = as_(OFFICER)

    page = seen(browser.get(f"{PAGE}recommendations-by-area/", given))
    svg = seen(browser.get(f"{PAGE}recommendations-by-area.svg", given))

    assert page.index("<tbody") < page.index("<svg") < page.index("How to read it")
    assert "chart (SVG)" in page
    assert svg.startswith("<svg")
    assert "style=" not in svg
    assert browser.get(f"{PAGE}proceedings-directed.svg", asked()).status_code == 404
    assert browser.get(f"{PAGE}proceedings-directed.exe", asked()).status_code == 404


def test_the_same_table_is_kept_once_and_told_in_the_ledger(as_):
    address = f"{PAGE}proceedings-directed/"
    for _ in range(2):
        answer = as_(OFFICER).post(address, asked(), follow=True)
        assert "Measured by" in seen(answer)

    kept = MeasuredTable.objects.get()
    assert LedgerLine.objects.filter(action="table measured").count() == 1
    assert f"/figures/tables/{kept.pk}/" in seen(as_(MANAGER).get(PAGE))
    assert as_(AUDITOR).post(address, asked()).status_code == 403


def test_a_kept_table_of_a_register_that_is_for_others_is_no_table(as_):
    snapshot = loaded("people-investigated", PEOPLE).sha256[:16]
    given = {"snapshot": snapshot, "p_year": "2019/20"}
    as_(ANALYST).post(f"{PAGE}case-to-answer/", given)
    kept = MeasuredTable.objects.get()

    assert "50%" in seen(as_(ANALYST).get(f"/figures/tables/{kept.pk}/"))
    assert as_(OFFICER).get(f"/figures/tables/{kept.pk}/").status_code == 404


def test_a_table_goes_into_an_answer_with_its_caveats_and_its_origin(as_):
    begun()
    browser = as_(OFFICER)
    assert f"/figures/measures/?for={REF}/1" in seen(browser.get(QUESTION))

    answer = browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", asked())
    form = typed_in(seen(browser.get(answer.url)))
    done(browser.post(QUESTION, {**form, "do": "save"}, follow=True), "Saved")

    version = DecisionVersion.objects.get()
    kept = MeasuredTable.objects.get()
    (table,) = version.tables
    assert kept.question == f"{REF} 1"
    assert table["measured"]["sha256"] == kept.sha256
    assert ["Dismissed without notice", "1", "1"] in [
        [cell for cell in row if cell != "0"] for row in table["rows"]
    ]
    assert "People are counted, not investigations" in version.caveats
    said = answered_question(Question.objects.get(label="1"), version, [])
    assert said.tables[0].caption.startswith("Results of directed misconduct proceedings")
    assert "where its figures come from" in seen(browser.get(QUESTION))
    assert "changed by hand" not in seen(browser.get(QUESTION))


def test_one_click_puts_a_kept_table_into_what_is_typed(as_):
    begun()
    browser = as_(OFFICER)
    browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", asked())
    kept = MeasuredTable.objects.get()
    typed = {**typed_in(seen(browser.get(QUESTION))), "answer": "The table says it.", "tables": "1"}

    page = seen(browser.post(QUESTION, {**typed, "do": f"measured:{kept.pk}"}))

    form = typed_in(page)
    assert form["answer"] == "The table says it."
    assert "Dismissed without notice" in form["t0-cells"]
    assert form["t0-measured"]
    assert not DecisionVersion.objects.exists()
    assert "is not found any more" in seen(
        browser.post(QUESTION, {**typed, "do": "measured:999999"}), 409
    )


def test_cells_that_are_changed_by_hand_are_said_to_be(as_):
    begun()
    browser = as_(OFFICER)
    answer = browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", asked())
    form = typed_in(seen(browser.get(answer.url)))

    form["t0-cells"] = form["t0-cells"].replace("1", "7")
    done(browser.post(QUESTION, {**form, "do": "save"}, follow=True), "Saved")

    assert "Its cells were changed by hand since" in seen(browser.get(QUESTION))


def test_an_origin_cannot_be_made_up(as_):
    begun()
    browser = as_(OFFICER)
    form = typed_in(seen(browser.get(QUESTION)))
    made_up = {"t0-caption": "Mine", "t0-cells": "a\tb\n1\t2", "t0-measured": "made:up"}

    done(
        browser.post(QUESTION, {**form, **made_up, "tables": "1", "do": "save"}, follow=True),
        "Saved",
    )

    assert "measured" not in DecisionVersion.objects.get().tables[0]


@pytest.mark.parametrize(
    ("answer", "cells", "says"),
    [
        ("See the table.", "Force\tA\tB\tTotal\nKent\t3\t4\t8\nGwent\t1\t2\t3", "8"),
        ("214 of 223 (89%) were in time.", "", "89"),
    ],
)
def test_numbers_that_do_not_agree_are_told_while_they_are_typed(as_, answer, cells, says):
    begun()
    browser = as_(OFFICER)
    form = typed_in(seen(browser.get(QUESTION)))
    typed = {**form, "answer": answer, "t0-caption": "Cases", "t0-cells": cells, "tables": "1"}

    page = seen(browser.post(QUESTION, {**typed, "do": "check"}))

    told = page.split("Numbers that do not agree")[1].split("</ul>")[0]
    assert says in told
    typed |= {"answer": "See below.", "t0-cells": "Force\tA\tB\tTotal\nKent\t3\t4\t7"}
    assert "Numbers that do not agree" not in seen(browser.post(QUESTION, {**typed, "do": "check"}))


ASSESSED = {name: f"Said of {name}." for name in QUESTIONS} | {"is_identifying": "yes"}


def protected(**more):
    return asked(profile="ons-10", **more)


def test_small_counts_are_assessed_before_a_table_is_kept_that_withholds_some(as_):
    address = f"{PAGE}proceedings-directed/"
    browser = as_(OFFICER)

    page = seen(browser.get(address, protected()))
    unanswered = seen(browser.post(address, protected(who_might_look="The press")), 422)
    denied = seen(browser.post(address, protected(**{**ASSESSED, "is_identifying": "no"})), 409)

    assert "Whom would these figures identify?" in page
    assert "withheld" in table_of(page)
    assert "Answer this: Which living people would be identified" in unanswered
    assert "The press</textarea>" in unanswered
    assert 'name="profile" value="ons-10"' in unanswered
    assert "publish these as they were counted" in denied
    assert not MeasuredTable.objects.exists()
    assert "Whom would these figures identify?" not in seen(browser.get(address, asked()))


def test_the_assessment_is_kept_with_the_table_and_the_ledger_has_its_digest(as_):
    browser = as_(OFFICER)
    page = seen(browser.post(f"{PAGE}proceedings-directed/", protected(**ASSESSED), follow=True))

    kept = MeasuredTable.objects.get()
    line = LedgerLine.objects.get(action="table measured")
    told = json.loads(line.data)
    assert kept.result["disclosure"]["name"] == "ons-10"
    assert kept.assessment["who_might_look"] == "Said of who_might_look."
    assert "Said of who_might_look." in page
    assert told["profile"] == "ons-10"
    assert len(told["assessment"]) == 64
    assert "Said of" not in line.data
    again = {**ASSESSED, "why_no_less": "Said again."}
    browser.post(f"{PAGE}proceedings-directed/", protected(**again))
    assert MeasuredTable.objects.get().assessment["why_no_less"] == "Said again."
    assert LedgerLine.objects.filter(action="table assessed").count() == 1


def test_rows_one_by_one_are_not_protected_and_the_page_says_what_to_do(as_):
    snapshot = loaded("contracts", CONTRACTS).sha256[:16]
    days = {"p_from": ("1", "1", "2024"), "p_until": ("31", "12", "2024")}
    given = {
        f"{name}_{part}": value
        for name, day in days.items()
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }

    page = seen(
        as_(ANALYST).get(
            f"{PAGE}contracts-ending/", {"snapshot": snapshot, "profile": "ons-10", **given}
        ),
        409,
    )

    assert "take a measure that counts them" in page
    assert "<tbody" not in page


def test_a_table_that_withholds_brings_its_refusal_into_the_answer(as_):
    begun()
    browser = as_(OFFICER)

    answer = browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", protected(**ASSESSED))
    page = seen(browser.get(answer.url))

    form = fields_of(page, "data-checks")
    assert form["g0-citation"] == ["40(2)"]
    assert "Who would be identified: Said of who_would_be_identified." in form["g0-why"][0]
    assert "Results of directed misconduct proceedings" in form["g0-taken_out"][0]
    assert form["outcomes"] == ["part_disclosed"]
    assert "withheld" in form["t0-cells"][0]
    assert not DecisionVersion.objects.exists()


def test_the_refusal_goes_beside_the_grounds_that_are_typed_and_once(as_):
    begun()
    browser = as_(OFFICER)
    browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", protected(**ASSESSED))
    kept = MeasuredTable.objects.get()
    typed = {
        **typed_in(seen(browser.get(QUESTION))),
        "outcomes": ["disclosed"],
        "grounds": "1",
        "g0-citation": "31(1)(a)",
        "g0-why": "Mine.",
        "do": f"measured:{kept.pk}",
    }

    form = fields_of(seen(browser.post(QUESTION, typed)), "data-checks")
    cited = {**typed, "g0-citation": "s.40(2)"}
    as_cited = fields_of(seen(browser.post(QUESTION, cited)), "data-checks")

    assert (form["g0-citation"], form["g0-why"]) == (["31(1)(a)"], ["Mine."])
    assert form["g1-citation"] == ["40(2)"]
    assert form["outcomes"] == ["disclosed", "part_disclosed"]
    assert as_cited["g0-why"] == ["Mine."]
    assert "g1-citation" not in as_cited


def test_an_answer_that_withholds_figures_in_silence_is_not_put_forward(as_):
    begun()
    browser = as_(OFFICER)
    answer = browser.post(f"{PAGE}proceedings-directed/?for={REF}/1", protected(**ASSESSED))
    form = typed_in(seen(browser.get(answer.url)))
    silent = {**form, "outcomes": "disclosed", "g0-citation": "", "answer": "See the table."}

    page = seen(browser.post(QUESTION, {**silent, "do": "forward"}), 409)

    assert "withholds or rounds figures, which refuses them: cite 40(2)" in page
