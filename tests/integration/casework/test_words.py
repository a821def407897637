"""Words that the office teaches: kept with who, when and why, and seen by every process."""

import pytest

from answerable.actions.casework.words import (
    Imported,
    WordsNotFound,
    change_group,
    import_words,
    keep_group,
    keep_name,
    leave_out,
    switch_off,
    take_back,
)
from answerable.domain.precedent.office import OfficeWords
from answerable.domain.precedent.teaching import WordsRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.matching.analysis import stem_of
from answerable.queries import words
from answerable.queries.ledger import ledger_rows
from answerable.queries.precedents import question_digest, question_reader
from answerable.queries.words import office_words
from answerable.records.casework.models import TaughtWords, TaughtWordsVersion
from tests.support.casework import AT, AUDITOR, CHECKER, INTAKE, MANAGER, OFFICER, doing_by

pytestmark = pytest.mark.django_db
WHY = "Askers say both"
BOARDS = ("wobble board", "zorkle")


def keep(*phrases, by=CHECKER, reason=WHY):
    """Keep a group."""
    return keep_group(phrases or BOARDS, reason=reason, doing=doing_by(by))


def stems(text):
    """Return what a question is about, as it is read on this site."""
    return question_reader().asked(text, AT.date()).stems


def test_a_group_counts_from_the_moment_it_is_kept():
    before = question_digest()
    assert stems("zorkles") == {stem_of("zorkles")}

    assert keep() == "wobble-board"

    assert stems("zorkles") == stems("wobble boards")
    assert office_words() == OfficeWords((BOARDS,))
    assert question_digest() != before


def test_every_version_says_who_when_and_why():
    keep()
    change_group("wobble-board", [*BOARDS, "gizmo"], reason="A third", doing=doing_by(MANAGER))
    switch_off("group", "wobble-board", reason="It misled", doing=doing_by(CHECKER))

    found = TaughtWordsVersion.objects.order_by("number")
    assert [(one.by, one.at, one.reason, len(one.words), one.is_on) for one in found] == [
        (CHECKER.key, AT, WHY, 2, True),
        (MANAGER.key, AT, "A third", 3, True),
        (CHECKER.key, AT, "It misled", 3, False),
    ]
    lines = ledger_rows(subject="words wobble-board")
    assert [one.action for one in lines] == ["words kept", "words changed", "words switched off"]
    assert lines[-1].data["reason"] == "It misled"
    assert "zorkle" not in str([one.data for one in lines])


def test_what_is_switched_off_has_no_effect_until_it_is_taken_back():
    keep()
    own = question_digest()

    switch_off("group", "wobble-board", reason=WHY, doing=doing_by())
    assert office_words() == OfficeWords()
    assert stems("zorkles") != stems("wobble boards")

    take_back("group", "wobble-board", reason=WHY, doing=doing_by())
    assert question_digest() == own
    assert stems("zorkles") == stems("wobble boards")


def test_a_name_and_a_group_of_the_product_are_kept_likewise():
    keep_name("The Harbour Watch", reason=WHY, doing=doing_by())
    leave_out("mobile phone", reason=WHY, doing=doing_by())

    assert office_words() == OfficeWords((), ("harbour watch",), ("mobile phone",))
    assert stems("Boats of the Harbour Watch") == {stem_of("boats")}
    assert stems("smartphone") != stems("handset")


def test_a_change_in_another_process_is_seen(monkeypatch):
    keep()
    assert stems("gizmo") != stems("zorkle")
    known_here = dict(words._KNOWN)
    change_group("wobble-board", [*BOARDS, "gizmo"], reason=WHY, doing=doing_by())
    # What another process saved is not known here: only the database tells.
    monkeypatch.setattr(words, "_KNOWN", known_here)

    assert stems("gizmo") == stems("zorkle")
    assert list(known_here) == [office_words().digest]


def test_the_words_are_read_again_only_when_they_changed(django_assert_num_queries):
    keep()
    first = question_reader()

    with django_assert_num_queries(2):
        assert question_reader() is first


def test_a_phrase_twice_as_first_has_two_addresses():
    assert keep("zorkle", "wobble board") == "zorkle"
    assert keep("zorkle", "gizmo") == "zorkle-2"
    assert keep("ωμέγα zorkle", "x ray") == "zorkle-3"


def test_what_stands_already_is_not_kept_twice():
    keep()
    keep("gizmo", "gadget")

    with pytest.raises(WordsRefused, match="stands in the list already"):
        keep()
    with pytest.raises(WordsRefused, match="stands in the list already"):
        change_group("gizmo", BOARDS, reason=WHY, doing=doing_by())
    assert TaughtWords.objects.count() == 2


def test_saved_as_it_stands_it_stays_as_it_is():
    keep()

    change_group("wobble-board", BOARDS, reason=WHY, doing=doing_by())
    take_back("group", "wobble-board", reason=WHY, doing=doing_by())

    assert TaughtWordsVersion.objects.count() == 1


def test_what_was_switched_off_and_is_kept_again_is_the_same():
    keep()
    switch_off("group", "wobble-board", reason=WHY, doing=doing_by())

    assert keep() == "wobble-board"
    assert TaughtWords.objects.get().is_on
    assert ledger_rows(subject="words wobble-board")[-1].action == "words taken back"


@pytest.mark.parametrize(
    ("reason", "said"), [(" \0", "Say why"), ("x" * 1_001, "at most 1,000 characters")]
)
def test_a_reason_is_needed(reason, said):
    with pytest.raises(WordsRefused, match=said):
        keep(reason=reason)
    assert not TaughtWords.objects.exists()


def test_there_is_no_group_of_the_product_of_that_name():
    with pytest.raises(WordsRefused, match="No group of the product"):
        leave_out("zorkle", reason=WHY, doing=doing_by())


def test_words_that_are_not_there_cannot_be_changed():
    with pytest.raises(WordsNotFound, match="no such words as gizmo"):
        change_group("gizmo", BOARDS, reason=WHY, doing=doing_by())
    with pytest.raises(WordsNotFound):
        switch_off("name", "gizmo", reason=WHY, doing=doing_by())


@pytest.mark.parametrize("actor", [OFFICER, INTAKE, AUDITOR])
def test_only_checkers_and_managers_teach(actor):
    keep()
    who = doing_by(actor)

    for teach in (
        lambda: keep("a b", "c d", by=actor),
        lambda: keep_name("Harbour Watch", reason=WHY, doing=who),
        lambda: leave_out("mobile phone", reason=WHY, doing=who),
        lambda: change_group("wobble-board", ["a b", "c d"], reason=WHY, doing=who),
        lambda: switch_off("group", "wobble-board", reason=WHY, doing=who),
        lambda: take_back("group", "wobble-board", reason=WHY, doing=who),
        lambda: import_words(OfficeWords(), reason=WHY, doing=who),
    ):
        with pytest.raises(MoveNotAllowed, match="is for checkers and managers"):
            teach()


def test_a_file_adds_what_is_new_and_takes_nothing_away():
    keep()
    keep("gizmo", "gadget")
    switch_off("group", "gizmo", reason=WHY, doing=doing_by())
    given = OfficeWords((BOARDS, ("gizmo", "gadget")), ("harbour watch",), ("mobile phone",))

    assert import_words(given, reason="From the file", doing=doing_by()) == Imported(3, 1)
    assert import_words(given, reason="Again", doing=doing_by()) == Imported(0, 4)
    assert office_words() == given


def test_of_a_file_with_far_too_much_nothing_is_added():
    given = OfficeWords(tuple((f"zorkle {one}", f"gizmo {one}") for one in range(2_001)))

    with pytest.raises(WordsRefused, match="At most 2,000 new ones at once: this file has 2,001"):
        import_words(given, reason=WHY, doing=doing_by())
    assert not TaughtWords.objects.exists()
