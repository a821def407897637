"""What people wrote is looked through: nothing of it stays that was not decided, and no line holds it."""

import json

import pytest

from answerable.actions.standards.reviewing_words import (
    ToShow,
    WordsNotFound,
    keep_words_out,
    reword,
    show_words,
    take_words_back,
)
from answerable.domain.assurance.quotations import WordsRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.archive import change_number
from answerable.queries.standards.published_survey import is_survey_published, published_survey
from answerable.queries.standards.quotations import (
    found_in,
    quotation,
    shown_quotations,
    waiting_quotations,
)
from answerable.records.ledger.models import LedgerLine
from answerable.records.standards.models import Quotation
from tests.support.casework import MANAGER, QUALITY_LEAD, doing_by
from tests.support.survey_scenes import written

pytestmark = pytest.mark.django_db
CAME = "Oswin Tarrant was quick: oswin.tarrant@ferry.example"
LEFT = "They were quick"
BY = doing_by(QUALITY_LEAD)


@pytest.fixture
def ident():
    return str(written(CAME).pk)


def _lines():
    return [(one.action, json.loads(one.data)) for one in LedgerLine.objects.order_by("number")]


def test_words_are_shortened_and_how_they_came_stays_apart_until_they_are_decided(ident):
    reword(ident, LEFT, doing=BY)

    waits = quotation(ident)
    assert (waits.words, waits.written, waits.is_waiting) == (LEFT, CAME, True)

    show_words(ident, ToShow(LEFT), doing=BY)

    kept = Quotation.objects.get()
    assert (kept.words, kept.written, kept.state) == (LEFT, "", "approved")
    assert [one.words for one in shown_quotations()] == [LEFT]
    assert waiting_quotations() == ()


def test_what_is_found_in_words_keeps_them_back_until_each_find_is_explained(ident):
    found = found_in(CAME)
    assert {one.name for one in found} == {"name", "e-mail address"}

    with pytest.raises(WordsRefused, match="e-mail address"):
        show_words(ident, ToShow(CAME, confirmed={found[0].key: "Invented"}), doing=BY)
    assert quotation(ident).written == CAME

    show_words(ident, ToShow(CAME, confirmed={one.key: "Invented" for one in found}), doing=BY)

    assert quotation(ident).confirmed == {one.key: "Invented" for one in found}
    ((action, data),) = _lines()
    assert (action, data["confirmed"], data["reasons"]) == (
        "quotation shown", {"name": 1, "e-mail address": 1}, ["Invented"],
    )  # fmt: skip


def test_words_that_are_kept_out_are_removed_with_how_they_came(ident):
    keep_words_out(ident, reason="It names somebody", doing=BY)

    kept = Quotation.objects.get()
    assert (kept.words, kept.written, kept.state) == ("", "", "kept out")
    assert quotation(ident).reason == "It names somebody"


def test_only_what_is_allowed_for_all_is_public_and_it_can_be_taken_back(ident):
    show_words(str(written("For staff").pk), ToShow("For staff"), doing=BY)
    assert not is_survey_published()
    before = change_number()
    show_words(ident, ToShow(LEFT, is_public=True), doing=BY)
    assert [(one.words, one.year) for one in published_survey().words] == [(LEFT, 2025)]
    assert change_number() == before + 1

    take_words_back(ident, reason="It tells who it is", doing=BY)

    assert not is_survey_published()
    assert change_number() == before + 2
    assert [one.ident for one in waiting_quotations()] == [ident]
    assert quotation(ident).written == ""


def test_no_line_of_the_ledger_holds_words(ident):
    reword(ident, LEFT, doing=BY)
    show_words(ident, ToShow(LEFT), doing=BY)
    take_words_back(ident, reason="Again", doing=BY)
    keep_words_out(ident, reason="Enough", doing=BY)

    said = str(_lines())
    assert [action for action, _ in _lines()] == [
        "quotation reworded", "quotation shown", "quotation taken back", "quotation kept out",
    ]  # fmt: skip
    assert "quick" not in said
    assert "Tarrant" not in said


def test_what_was_decided_is_not_decided_again(ident):
    keep_words_out(ident, reason="Enough", doing=BY)

    for again in (
        lambda: reword(ident, LEFT, doing=BY),
        lambda: show_words(ident, ToShow(LEFT), doing=BY),
        lambda: keep_words_out(ident, reason="Enough", doing=BY),
        lambda: take_words_back(ident, reason="Enough", doing=BY),
    ):
        with pytest.raises(WordsRefused):
            again()


def test_whoever_may_not_review_is_refused_and_a_reason_is_asked(ident):
    with pytest.raises(MoveNotAllowed, match="quality leads"):
        show_words(ident, ToShow(LEFT), doing=doing_by(MANAGER))
    with pytest.raises(WordsRefused, match="Say why"):
        keep_words_out(ident, reason=" ", doing=BY)
    for none in ("nothing", "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(WordsNotFound):
            reword(none, LEFT, doing=BY)
        assert quotation(none) is None
