"""Whether somebody may do something now: a refusal says why, in words that stand on the screen too."""

from dataclasses import dataclass

from answerable.domain.roles.people import Actor, Role
from answerable.domain.roles.stages import Stage
from answerable.domain.roles.table import Condition, Move, Rule, rule

_VERBS = {
    Move.CHECK: "check it",
    Move.CLEAR: "clear it",
    Move.BYPASS: "clear it",
    Move.LET_GO: "let it go",
    Move.VALIDATE_ENTRY: "validate it",
    Move.APPROVE_DISPOSAL: "approve it",
    Move.OVERRIDE: "let it through",
    Move.APPROVE_REDACTION: "check it",
    Move.PUBLISH_FIGURES: "publish it",
}


class MoveNotAllowed(Exception):
    """Somebody may not do this with this request now; the message says why."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the table is asked about: how far a question is, and through whose hands it went.

    People stand by their keys. `deciders` are all who wrote the decision; `named` are those who may
    see a restricted request; `hands` are all who had a part in an answer; `writers` are those who
    wrote what is looked at: a notice, an entry for the log, a list, the marks of a redaction, frozen figures. `askers` asked
    that a file leaves which cannot be released.
    """

    stage: Stage
    officer: str = ""
    is_accepted: bool = False
    deciders: frozenset[str] = frozenset()
    checked_by: str = ""
    is_restricted: bool = False
    named: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()


NO_REQUEST = Situation(Stage.OPEN)
"""What is about no one request: whether somebody may do it depends on their roles alone."""


def check_move(move: Move, *, actor: Actor, situation: Situation, reason: str = "-") -> None:
    """Do nothing if somebody may do this now.

    :raises MoveNotAllowed: if not; the message is the first reason why.
    """
    refusal = why_not(move, actor=actor, situation=situation, reason=reason)
    if refusal:
        raise MoveNotAllowed(refusal)


def why_not(move: Move, *, actor: Actor, situation: Situation, reason: str = "-") -> str:
    """Return why somebody may not do this now, as a sentence; nothing if they may."""
    row = rule(move)
    if not actor.roles & set(row.roles):
        return f"{row.doing} is for {_listed([one.plural for one in row.roles])}"
    hidden = situation.is_restricted and actor.key not in situation.named
    if hidden and not may_see_hidden(actor):
        return "This request is restricted to people who are named in it, and you are not"
    if row.stages and situation.stage not in row.stages:
        stages = _listed([one.value for one in row.stages], "or")
        return f"It is {situation.stage}: only what is {stages} can be {row.done}"
    return _unmet(row, actor, situation, reason)


def may_see_hidden(actor: Actor) -> bool:
    """Return whether no restriction keeps a request from somebody.

    The system itself reads nothing to anybody, so that its mail goes on; who asked knows their own.
    """
    return bool(actor.roles & {Role.MACHINE, Role.REQUESTER})


def stage_after(move: Move, stage: Stage) -> Stage:
    """Return the stage to which a move brings a question."""
    return rule(move).to or stage


def _unmet(row: Rule, actor: Actor, situation: Situation, reason: str) -> str:
    """Return the first condition that is not met, as a sentence."""
    refusals = (_refusal(one, row, actor, situation, reason) for one in row.conditions)
    return next((one for one in refusals if one), "")


def _refusal(
    condition: Condition, row: Rule, actor: Actor, situation: Situation, reason: str
) -> str:
    match condition:
        case Condition.OWN:
            return _not_own(actor, situation)
        case Condition.OFFERED:
            return "" if actor.key == situation.officer else "It was not assigned to you"
        case Condition.UNASSIGNED:
            return f"{situation.officer} has it already" if situation.officer else ""
        case Condition.REASON:
            return "" if reason.strip() else "Say why: the reason is kept in the ledger"
        case _:
            return _own_work(condition, row, actor, situation)


_NO_PART = "You had a part in the answer: somebody else must review it"


def _own_work(condition: Condition, row: Rule, actor: Actor, situation: Situation) -> str:
    match condition:
        case Condition.NO_PART:
            return _NO_PART if actor.key in situation.hands else ""
        case Condition.NOT_DRAFTER:
            did = "decided" if actor.key in situation.deciders else ""
        case Condition.NOT_WRITER:
            did = "wrote" if actor.key in situation.writers else ""
        case Condition.NOT_ASKER:
            did = "asked for" if actor.key in situation.askers else ""
        case Condition.NOT_MARKER:
            did = "had a part in marking" if actor.key in situation.writers else ""
        case Condition.NOT_CHECKER:
            did = "checked" if actor.key == situation.checked_by else ""
        case _:
            did = ""
    return f"You {did} it: somebody else must {_VERBS[row.move]}" if did else ""


def _not_own(actor: Actor, situation: Situation) -> str:
    if not situation.officer:
        return "Nobody has it yet: take it, or have it assigned to you"
    if actor.key != situation.officer:
        return f"{situation.officer} has it: ask a manager to assign it to you"
    if not situation.is_accepted:
        return "You have not accepted it yet"
    return ""


def _listed(words: list[str], last: str = "and") -> str:
    if len(words) < 2:  # noqa: PLR2004 a list of one needs no "and"
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
