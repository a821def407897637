"""Standard lines: reviewed by whoever saves them, for a year at most, and never lost."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    LineNotFound,
    LineRefused,
    Wording,
    change_line,
    keep_line,
    retire_line,
)
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.lines import (
    LineState,
    line_page,
    lines_for,
    lines_to_review,
    standard_lines,
)
from answerable.queries.ledger import ledger_rows
from tests.support.casework import AT, AUDITOR, CHECKER, INTAKE, MANAGER, OFFICER, doing_by

pytestmark = pytest.mark.django_db
TODAY = AT.date()
IN_MARCH = dt.date(2026, 3, 31)


def keep(
    name="Rivals", text="A rival could undercut.", *, citation="", expires_on=IN_MARCH, by=MANAGER
):
    """Keep a line that expires in March."""
    return keep_line(name, Wording(text, expires_on, citation), doing=doing_by(by))


def names(lines):
    """Return the names of lines."""
    return [one.name for one in lines]


def test_a_line_is_reviewed_by_whoever_saves_it():
    keep(by=CHECKER, citation="43(2)")

    (line,) = standard_lines(on=TODAY)
    assert (line.written_by, line.written_on) == (CHECKER.key, TODAY)
    assert (line.reviewed_by, line.reviewed_on) == (CHECKER.key, TODAY)
    assert (line.citation, line.state) == ("43(2)", LineState.USABLE)


@pytest.mark.parametrize("actor", [OFFICER, INTAKE, AUDITOR])
def test_only_checkers_and_managers_keep_lines(actor):
    keep()

    with pytest.raises(MoveNotAllowed, match="is for checkers and managers"):
        keep("Another", by=actor)
    with pytest.raises(MoveNotAllowed):
        change_line("rivals", Wording("Changed.", IN_MARCH), doing=doing_by(actor))
    with pytest.raises(MoveNotAllowed):
        retire_line("rivals", doing=doing_by(actor))


@pytest.mark.parametrize(
    ("about", "given", "words"),
    [
        ("name", {"name": " ?! "}, "says what it is for"),
        ("name", {"name": "New"}, "says what it is for"),
        ("name", {"name": "x" * 101}, "100 characters at most"),
        ("text", {"text": " \0\n"}, "nothing in it"),
        ("text", {"text": "x" * 20_001}, "this one has 20,001"),
        ("expires_on", {"expires_on": TODAY}, "after today"),
        ("expires_on", {"expires_on": dt.date(2026, 10, 7)}, "by 6 October 2026"),
        ("citation", {"citation": "31(1)"}, r"divides into limbs.*31\(1\)\(a\), "),
        ("citation", {"citation": "99"}, "99 is nothing on which"),
    ],
)
def test_a_line_that_cannot_be_kept_says_why(about, given, words):
    with pytest.raises(LineRefused, match=words) as refused:
        keep(**given)

    assert refused.value.about == about
    assert standard_lines(on=TODAY) == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("section 31 (1) (a)", "31(1)(a)"), ("s.40(5B)(a)(i)", "40(5B)(a)(i)"), ("EIR 12(4)(a)",) * 2],
)
def test_a_limb_is_kept_as_decisions_cite_it(given, kept):
    keep(citation=given)

    assert standard_lines(on=TODAY)[0].citation == kept


def test_a_line_may_be_used_for_twelve_months_at_most():
    keep(expires_on=dt.date(2026, 10, 6))

    assert lines_for([""], on=dt.date(2026, 10, 6)).expired == ()


def test_a_line_reviewed_on_a_leap_day_expires_on_the_last_of_february():
    leap = doing_by(MANAGER, at=dt.datetime(2028, 2, 29, 9, tzinfo=dt.UTC))

    with pytest.raises(LineRefused, match="28 February 2029"):
        keep_line("Rivals", Wording("Text.", dt.date(2029, 3, 1)), doing=leap)


def test_two_lines_cannot_have_one_name():
    keep("Small numbers")

    with pytest.raises(LineRefused, match="called Small numbers already"):
        keep("small  Numbers!")


def test_no_text_is_lost_and_the_ledger_has_the_digests():
    keep()
    change_line(
        "rivals", Wording("A rival could outbid.", IN_MARCH, "43(2)"), doing=doing_by(CHECKER)
    )
    retire_line("rivals", doing=doing_by(MANAGER))

    page = line_page("rivals", on=TODAY)
    assert [(one.number, one.text, one.by) for one in page.versions] == [
        (2, "A rival could outbid.", CHECKER.key),
        (1, "A rival could undercut.", MANAGER.key),
    ]
    kept, changed, retired = ledger_rows(subject="line rivals")
    told = [one.action for one in (kept, changed, retired)]
    assert told == ["line kept", "line changed", "line retired"]
    assert kept.data["digest"][1] == changed.data["digest"][0] != changed.data["digest"][1]
    assert retired.data["digest"] == [changed.data["digest"][1], ""]


def test_whoever_only_prolongs_a_line_reviewed_it_and_did_not_write_it():
    keep(by=CHECKER)
    later = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
    longer = Wording("A rival could undercut.", dt.date(2027, 3, 1))
    change_line("rivals", longer, doing=doing_by(MANAGER, at=later))

    (line,) = standard_lines(on=later.date())
    assert (line.written_by, line.reviewed_by) == (CHECKER.key, MANAGER.key)
    assert line.reviewed_on == later.date()


def test_saving_the_same_again_on_the_same_day_changes_nothing():
    keep()
    change_line(
        "rivals", Wording(" A rival could undercut.\r\n", IN_MARCH), doing=doing_by(MANAGER)
    )

    assert len(line_page("rivals", on=TODAY).versions) == 1
    assert len(ledger_rows(subject="line rivals")) == 1


def test_retiring_twice_is_told_once():
    keep()
    retire_line("rivals", doing=doing_by(MANAGER))
    retire_line("rivals", doing=doing_by(MANAGER))

    assert len(ledger_rows(subject="line rivals")) == 2


@pytest.mark.parametrize("act", [change_line, retire_line])
def test_there_must_be_such_a_line(act):
    given = {"wording": Wording("Text.", IN_MARCH)} if act is change_line else {}

    with pytest.raises(LineNotFound, match="no standard line rivals"):
        act("rivals", **given, doing=doing_by(MANAGER))
    assert line_page("rivals", on=TODAY) is None


def test_lines_fit_the_limb_what_stands_above_it_and_answers():
    keep("Any of 21", citation="21(1)")
    keep("Only by law", citation="21(2)(a)")
    keep("Thanks")
    keep("Other", citation="43(2)")

    fitting = lines_for(["", "21(2)(a)", "21(1)(b)"], on=TODAY).usable

    assert [(one.name, one.citation) for one in fitting] == [
        ("Thanks", ""),
        ("Only by law", "21(2)(a)"),
        ("Any of 21", "21(1)(b)"),
    ]


def test_what_has_expired_is_told_apart_and_what_is_retired_not_at_all():
    keep("Old", expires_on=TODAY + dt.timedelta(days=1))
    keep("Fresh")
    keep("Gone")
    retire_line("gone", doing=doing_by(MANAGER))

    found = lines_for([""], on=TODAY + dt.timedelta(days=2))

    assert names(found.usable) == ["Fresh"]
    assert [(one.name, one.expires_on) for one in found.expired] == [
        ("Old", TODAY + dt.timedelta(days=1))
    ]


def test_a_retired_line_that_is_saved_again_is_in_use_again():
    keep()
    retire_line("rivals", doing=doing_by(MANAGER))
    assert standard_lines(on=TODAY)[0].state is LineState.RETIRED

    change_line("rivals", Wording("A rival could undercut.", IN_MARCH), doing=doing_by(MANAGER))

    assert names(lines_for([""], on=TODAY).usable) == ["Rivals"]


@pytest.mark.parametrize(
    ("days", "state", "is_to_review"),
    [
        (31, LineState.USABLE, False),
        (30, LineState.TO_REVIEW, True),
        (0, LineState.TO_REVIEW, True),
        (-1, LineState.EXPIRED, True),
    ],
)
def test_a_line_is_to_review_within_thirty_days_of_its_last(days, state, is_to_review):
    keep()
    on = IN_MARCH - dt.timedelta(days=days)

    assert standard_lines(on=on)[0].state is state
    assert bool(lines_to_review(on=on)) is is_to_review


def test_lists_cost_the_same_however_many_lines_there_are(django_assert_num_queries):
    for number in range(5):
        keep(f"Line {number}", citation="43(2)")

    with django_assert_num_queries(2):
        assert len(standard_lines(on=TODAY)) == 5
    with django_assert_num_queries(1):
        assert len(lines_for(["", "43(2)", "21(1)"], on=TODAY).usable) == 5
