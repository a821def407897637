"""Small counts on the page of a measure, and of a register that undoes them: axe finds nothing, on a small screen too."""

from urllib.parse import urlencode

import pytest

from answerable.domain.roles import Role
from answerable.domain.suppression.withholding import QUESTIONS
from tests.browser.test_statistics import looked_at
from tests.support.accounts import PASSWORD, make_person
from tests.support.site_registers import PROCEEDINGS, loaded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


ASSESSED = {name: f"Said of {name}." for name in QUESTIONS} | {"is_identifying": "yes"}


def test_axe_finds_nothing_where_small_counts_are_assessed(
    visitor, settings, tmp_path, monkeypatch
):
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    make_person("mary@body.example", name="Mary Manager", roles=(Role.MANAGER,))
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]
    given = {"snapshot": snapshot, "p_year": "2019/20", "profile": "ons-10"}
    address = f"/figures/measures/proceedings-directed/?{urlencode(given)}"
    visitor.goto(f"/account/sign-in?next={address.partition('?')[0]}")
    visitor.get_by_label("E-mail address").fill("mary@body.example")
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Small counts").wait_for()

    visitor.set_viewport_size({"width": 320, "height": 800})
    visitor.goto(address)
    asked = looked_at(visitor)
    visitor.get_by_role("button", name="Keep this table").press("Enter")
    visitor.get_by_text("There is a problem").wait_for()
    unanswered = looked_at(visitor)

    assert asked == ([], True)
    assert unanswered == ([], True)


def test_rows_that_undo_a_kept_table_are_decided_on_by_keyboard(
    visitor, client, settings, tmp_path, monkeypatch
):
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))
    settings.ANSWERABLE_SECOND_FACTOR = "optional"
    client.force_login(make_person("mary@body.example", name="Mary Manager", roles=(Role.MANAGER,)))
    snapshot = loaded("misconduct-proceedings", PROCEEDINGS).sha256[:16]
    given = {"snapshot": snapshot, "p_year": "2019/20", "profile": "ons-10", **ASSESSED}
    client.post("/figures/measures/proceedings-directed/", given)
    visitor.goto("/account/sign-in?next=/figures/registers/misconduct-proceedings/")
    visitor.get_by_label("E-mail address").fill("mary@body.example")
    visitor.get_by_label("Password", exact=True).fill(PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_label("Why?").fill("For everybody.")
    visitor.set_viewport_size({"width": 320, "height": 800})

    visitor.get_by_role("button", name="Publish it").press("Enter")
    visitor.get_by_role("heading", name="Tables that its rows undo").wait_for()
    undone = looked_at(visitor)
    visitor.get_by_label("Why may what was found be published?").fill("The rows name nobody.")
    visitor.get_by_role("button", name="Publish it").press("Enter")
    visitor.get_by_text("It is published").wait_for()

    assert undone == ([], True)
