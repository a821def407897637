"""docs/reference/roles.md says who may do what, and every role at every stage is held to it."""

import pytest

from answerable.domain.roles import (
    OFFICE_ROLES,
    REQUESTER,
    Actor,
    Move,
    MoveNotAllowed,
    Role,
    Situation,
    Stage,
    check_move,
    stage_after,
    why_not,
)
from answerable.domain.roles.table import Condition, rules
from tests.support.pages import table

PAGE = "reference/roles.md"
ROWS = {row["move"]: row for row in table(PAGE, "Moves")}
WHO = "a@body.example"


def listed(cell):
    return [] if cell in ("–", "always") else [one.strip() for one in cell.split(",")]


def fitting(move, stage):
    """A situation in which every condition of a move is met."""
    conditions = rules()[move].conditions
    has_it = {Condition.OWN, Condition.OFFERED} & set(conditions)
    return Situation(
        stage,
        officer=WHO if has_it else "",
        is_accepted=bool(has_it),
        deciders=frozenset({"somebody else"}),
        checked_by="a third",
    )


@pytest.mark.parametrize("move", Move)
def test_the_page_says_what_the_table_says(move):
    row, rule = ROWS[move.value], rules()[move]

    assert listed(row["who"]) == list(rule.roles)
    assert listed(row["when it is"]) == list(rule.stages)
    assert listed(row["becomes"]) == ([rule.to] if rule.to else [])
    assert listed(row["if"]) == list(rule.conditions)


def test_the_page_has_every_move_role_and_stage():
    assert list(ROWS) == [move.value for move in Move]
    assert [row["role"] for row in table(PAGE, "Roles")] == list(Role)
    assert [row["stage"] for row in table(PAGE, "Stages")] == list(Stage)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("stage", Stage)
def test_every_role_at_every_stage_may_or_is_told_why_not(stage, move):
    row, is_wrong = ROWS[move.value], []
    becomes = (listed(row["becomes"]) or [stage])[0]
    is_time = not listed(row["when it is"]) or stage in listed(row["when it is"])
    for role in Role:
        actor = Actor(WHO, "A", frozenset({role}))
        refusal = why_not(move, actor=actor, situation=fitting(move, stage))
        if role not in listed(row["who"]):
            told = refusal.startswith(f"{rules()[move].doing} is for ")
            is_right = told and role.plural not in refusal
        elif is_time:
            is_right = refusal == "" and stage_after(move, stage) == becomes
        else:
            told = refusal.startswith(f"It is {stage}: only what is ")
            is_right = told and all(one in refusal for one in listed(row["when it is"]))
        if not is_right:
            is_wrong.append((role, refusal))

    assert is_wrong == []


SITUATIONS = [
    (Move.WRITE, Situation(Stage.OPEN), "own"),
    (Move.ACCEPT, Situation(Stage.OPEN, officer="b@body.example"), "offered"),
    (Move.TAKE, Situation(Stage.OPEN, officer="b@body.example"), "unassigned"),
    (
        Move.CLEAR,
        Situation(Stage.CHECKED, deciders=frozenset({WHO, "d"}), checked_by="c"),
        "not drafter",
    ),
    (
        Move.CLEAR,
        Situation(Stage.CHECKED, deciders=frozenset({"c"}), checked_by=WHO),
        "not checker",
    ),
    (Move.BYPASS, Situation(Stage.DRAFTED, deciders=frozenset({WHO, "d"})), "not drafter"),
    (Move.CHECK, Situation(Stage.DRAFTED, deciders=frozenset({WHO, "d"})), "not drafter"),
    (Move.TAKE_REVIEW, Situation(Stage.SENT, hands=frozenset({WHO})), "no part"),
    (Move.VALIDATE_ENTRY, Situation(Stage.SENT, writers=frozenset({WHO})), "not writer"),
    (Move.OVERRIDE, Situation(Stage.CLEARED, askers=frozenset({WHO, "a"})), "not asker"),
]


@pytest.mark.parametrize(("move", "situation", "condition"), SITUATIONS)
def test_a_condition_that_is_not_met_is_said(move, situation, condition):
    actor = Actor(WHO, "A", frozenset(Role))
    row = next(one for one in table(PAGE, "Conditions") if one["condition"] == condition)

    refusal = why_not(move, actor=actor, situation=situation)

    assert refusal.replace("check it", "clear it") == row["refused with"] or (
        condition == "not drafter" and refusal == "You decided it: somebody else must check it"
    )


def test_a_reason_is_asked_for_where_the_ledger_keeps_one():
    actor = Actor(WHO, "A", frozenset(Role))

    with pytest.raises(MoveNotAllowed, match="Say why"):
        check_move(Move.CLOSE, actor=actor, situation=Situation(Stage.OPEN), reason="  ")


def test_what_was_assigned_must_be_accepted_before_it_is_worked_on():
    actor = Actor(WHO, "A", frozenset({Role.OFFICER}))

    assert why_not(Move.WRITE, actor=actor, situation=Situation(Stage.OPEN, officer=WHO)) == (
        "You have not accepted it yet"
    )
    assert why_not(Move.WRITE, actor=actor, situation=Situation(Stage.OPEN, officer="b")) == (
        "b has it: ask a manager to assign it to you"
    )


@pytest.mark.parametrize("move", Move)
def test_a_restricted_request_is_closed_to_everybody_who_is_not_named(move):
    roles = frozenset(OFFICE_ROLES)
    if not roles & set(rules()[move].roles):
        pytest.skip("nobody of the office makes this move")
    hidden = Situation(Stage.OPEN, is_restricted=True, named=frozenset({"b@body.example"}))

    refusal = why_not(move, actor=Actor(WHO, "A", roles), situation=hidden)

    assert "restricted" in refusal


def test_whoever_asked_follows_their_own_request_restricted_or_not():
    hidden = Situation(Stage.OPEN, is_restricted=True, named=frozenset({WHO}))

    assert why_not(Move.CLARIFY, actor=REQUESTER, situation=hidden) == ""


def test_a_restricted_requests_own_mail_still_leaves():
    machine = Actor("answerable", "Answerable", frozenset({Role.MACHINE}))
    hidden = Situation(Stage.LEAVING, is_restricted=True, named=frozenset({WHO}))

    assert why_not(Move.DELIVER, actor=machine, situation=hidden) == ""
