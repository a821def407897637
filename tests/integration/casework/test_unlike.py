"""Earlier answers that are put aside: for whom, until when, and what is learnt from it."""

import json

import pytest

from answerable.actions.casework import cut_question
from answerable.actions.casework.unlike import put_aside, show_again
from answerable.cli import main
from answerable.domain.precedent.relations import Relation
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.unlike import learnt_pairs
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Question, Request, UnlikePair
from tests.support.casework import AT, CHECKER, OFFICER, OTHER_OFFICER, doing_by
from tests.support.earlier import TEXT, answered, asked, earlier, published, sent, theirs

pytestmark = pytest.mark.django_db
SIGNED = f"{TEXT}\n\nRegards,\nA. Person"


def aside(reference, *, by=OFFICER, relation=None, reason=""):
    """Put the nearest earlier answer to a question aside, and return it."""
    found = earlier(reference)
    first = (*found.usable, *found.alike, *found.theirs)[0]
    put_aside(reference, "", first, relation=relation, reason=reason, doing=doing_by(by))
    return first


def told(reference):
    """Return what the ledger says of a request about earlier answers."""
    lines = ledger_rows(subject=f"request {reference}", last=99)
    return [(one.action, one.data) for one in lines if "earlier answer" in one.action]


def test_what_is_put_aside_is_shown_to_nobody_for_this_question_and_to_all_for_others():
    published()
    own, other = asked(), asked()

    put = aside(own, reason=" Another workshop ")

    for viewer in (OFFICER, OTHER_OFFICER, CHECKER):
        found = earlier(own, viewer=viewer)
        assert (found.usable, found.of_key(put.key)) == ((), None)
    (said,) = earlier(own).aside
    assert (said.answer.key, said.said.at, said.said.reason) == (put.key, AT, "Another workshop")
    assert said.said.by.casefold().startswith("olive")
    assert [one.key for one in earlier(other).usable] == [put.key]
    assert told(own) == [("earlier answer put aside", {"question": "", "answer": put.named})]


def test_a_pair_is_put_aside_in_both_directions():
    first = sent()
    second = asked()
    aside(second)
    # The first is open again after a review, and the second was answered meanwhile.
    Question.objects.filter(request__reference=first).update(stage="open", round=2)
    answered(second)

    found = earlier(first)

    assert found.usable == ()
    assert [one.answer.filed.reference for one in found.aside] == [second]
    assert aside_count() == 1


def aside_count():
    return UnlikePair.objects.count()


def test_what_was_put_aside_is_shown_again():
    first = sent()
    second = asked()
    put = aside(second)

    show_again(second, "", put.key, doing=doing_by(OFFICER))

    assert aside_count() == 0
    assert [one.key for one in earlier(second).usable] == [put.key]
    assert told(second)[-1] == ("earlier answer shown again", {"question": "", "answer": first})


def test_a_pair_is_shown_again_from_its_other_side():
    first = sent()
    second = asked()
    aside(second)
    Question.objects.filter(request__reference=first).update(stage="open", round=2)
    answered(second)

    show_again(first, "", earlier(first).aside[0].answer.key, doing=doing_by(OFFICER))

    assert aside_count() == 0
    assert told(first) == [("earlier answer shown again", {"question": "", "answer": second})]


def test_to_put_aside_twice_or_to_show_what_is_shown_changes_nothing():
    published()
    own = asked()
    found = earlier(own).usable[0]
    for reason in ("First", "Second"):
        put_aside(own, "", found, relation=None, reason=reason, doing=doing_by(OFFICER))
    show_again(own, "", "0" * 16, doing=doing_by(OFFICER))

    assert UnlikePair.objects.get().reason == "First"
    assert len(told(own)) == 1


@pytest.mark.parametrize("who", [OTHER_OFFICER, CHECKER])
def test_only_who_may_write_the_decision_puts_aside(who):
    published()
    own = asked()

    with pytest.raises(MoveNotAllowed):
        aside(own, by=who)
    with pytest.raises(MoveNotAllowed):
        show_again(own, "", "0" * 16, doing=doing_by(who))

    assert aside_count() == 0


def test_what_another_body_decided_can_be_put_aside():
    theirs()
    own = asked()

    aside(own)

    assert earlier(own).theirs == ()
    assert UnlikePair.objects.get().earlier is None


def test_pairs_are_printed_as_tests_read_them_and_without_who_asked(capsys):
    sent(SIGNED)
    own = asked(SIGNED)
    aside(own, relation=Relation.SAME_NEW_SUBJECT, reason="A. Person asks about bells")

    code = main(["pairs", "--json"])

    (line,) = capsys.readouterr().out.splitlines()
    pair = json.loads(line)
    assert code == 0
    assert (pair["relation"], pair["asked_on"], pair["earlier_on"]) == (
        "same_new_subject",
        "2025-10-06",
        "2025-10-06",
    )
    assert pair["asked"].startswith(TEXT)
    assert pair["earlier"].startswith(TEXT)
    assert pair["note"] == "told as same; [the requester] asks about bells"
    assert "Person" not in line
    assert pair["id"].startswith("aside-")


def test_without_a_relation_a_pair_has_nothing_in_common(capsys):
    published()
    aside(asked())

    main(["pairs"])

    assert capsys.readouterr().out.startswith("none, and was told as same\n  How many tandems")


def test_nothing_is_learnt_from_a_restricted_request():
    sent()
    own = asked()
    aside(own)
    for hidden in Request.objects.all():
        Request.objects.update(is_restricted=False)
        Request.objects.filter(pk=hidden.pk).update(is_restricted=True)

        assert list(learnt_pairs()) == []


def test_a_pair_ends_when_its_question_is_cut():
    published()
    own = asked()
    aside(own)

    cut_question(own, "", "tandems", doing=doing_by(OFFICER))

    assert aside_count() == 0
