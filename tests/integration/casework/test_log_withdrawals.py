"""What is withdrawn from the log is gone from everywhere when this is said, and comes back the same way."""

from dataclasses import replace

import pytest

from answerable.actions.archive import WithdrawalRefused
from answerable.actions.casework.publishing.correcting import correct_by_key
from answerable.actions.casework.publishing.taking_out import (
    restore,
    restore_by_key,
    withdraw,
    withdraw_by_key,
)
from answerable.actions.search_index import rebuild_index
from answerable.domain.disclosure_log import entry_from_json
from answerable.domain.roles import MoveNotAllowed
from answerable.records.archive.models import Removal
from answerable.records.casework.models import LogStep
from tests.support.casework import MANAGER, OFFICER, REF, doing_by
from tests.support.log_drafts import LATER, SOON, found, published, visible, work

pytestmark = pytest.mark.django_db
WHY = "It named a person"


@pytest.fixture(autouse=True)
def _own_body(settings):
    settings.ANSWERABLE_BODY = "OPA"


def test_a_withdrawal_is_whole_when_it_returns(settings):
    draft = published()

    withdraw(REF, reason=WHY, doing=doing_by(MANAGER, at=SOON))

    draft.refresh_from_db()
    assert (visible(), found(settings, "bicycles")) == ([], 0)
    assert (draft.state, Removal.objects.get().reason) == ("withdrawn", WHY)
    assert draft.steps.get(act="withdraw").state == "done"


def test_a_withdrawal_while_the_index_is_made_anew_holds(settings, monkeypatch):
    published()
    seen = []

    def shown(documents):
        for one in documents:
            if not seen:
                withdraw(REF, reason=WHY, doing=doing_by(MANAGER, at=SOON))
            seen.append(one.ref)
            yield one

    rebuild_index(at=LATER, shown=shown)
    between, step = found(settings, "bicycles"), LogStep.objects.get(act="withdraw").state
    work(at=SOON)

    assert (seen, between, step) == ([REF], 1, "stored")
    assert found(settings, "bicycles") == 0
    assert LogStep.objects.get(act="withdraw").state == "done"


def test_what_is_withdrawn_comes_back():
    draft = published()
    withdraw(REF, reason=WHY, doing=doing_by(MANAGER, at=SOON))

    restore(REF, reason="It named nobody", doing=doing_by(MANAGER, at=SOON))

    draft.refresh_from_db()
    assert (visible(), draft.state) == ([REF], "published")


def test_a_withdrawal_that_names_who_asked_is_refused():
    published()

    with pytest.raises(MoveNotAllowed, match="The reason names somebody"):
        withdraw(REF, reason="Jane Quillfeather asked us to", doing=doing_by(MANAGER, at=SOON))

    assert visible() == [REF]


def test_a_return_that_names_who_asked_is_refused_too():
    published()
    withdraw(REF, reason=WHY, doing=doing_by(MANAGER, at=SOON))

    with pytest.raises(MoveNotAllowed, match="The reason names somebody"):
        restore(REF, reason="Jane Quillfeather agrees", doing=doing_by(MANAGER, at=SOON))
    with pytest.raises(WithdrawalRefused, match="The reason names somebody"):
        restore_by_key("OPA", REF, reason="Jane Quillfeather agrees", by="keeper", at=SOON)

    assert visible() == []


def test_only_managers_withdraw():
    published()

    with pytest.raises(MoveNotAllowed, match="is for managers"):
        withdraw(REF, reason=WHY, doing=doing_by(OFFICER, at=SOON))


def test_what_is_done_by_the_command_line_shows_on_the_draft():
    draft = published()
    states = []

    for act in (withdraw_by_key, restore_by_key):
        act("OPA", REF, reason=WHY, by="keeper", at=SOON)
        draft.refresh_from_db()
        states.append(draft.state)
    entry = replace(entry_from_json(draft.content), title="Bikes")
    correct_by_key("OPA", REF, entry, by="keeper", at=SOON, reason="Misspelt")
    draft.refresh_from_db()

    assert states == ["withdrawn", "published"]
    assert (draft.content["title"], draft.number, draft.versions.count()) == ("Bikes", 2, 2)
