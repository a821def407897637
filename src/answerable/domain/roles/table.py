"""The table: which role may make which move at which stage, and on what conditions."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from answerable.domain.roles.people import Role
from answerable.domain.roles.stages import Stage


class Move(StrEnum):
    """Something that can be done with a request or with a question of it."""

    SEE = "see"
    SEE_REQUESTER = "see requester"
    READ_LETTER = "read letter"
    TAKE_IN = "take in"
    VALIDATE = "validate"
    ACKNOWLEDGE = "acknowledge"
    ASSIGN = "assign"
    TAKE = "take"
    ACCEPT = "accept"
    DECLINE = "decline"
    EDIT = "edit"
    RECORD = "record"
    LOOK = "look"
    NOTE = "note"
    LINK = "link"
    ATTACH = "attach"
    RELEASE = "release"
    MAKE_SAFE_COPY = "make safe copy"
    ASK_OVERRIDE = "ask override"
    OVERRIDE = "override"
    RESTRICT = "restrict"
    ASK_OWNER = "ask owner"
    CHASE = "chase"
    ASK_CLARIFICATION = "ask clarification"
    WRITE = "write"
    PUT_FORWARD = "put forward"
    TAKE_BACK = "take back"
    CHECK = "check"
    CLEAR = "clear"
    BYPASS = "bypass"
    SEND_BACK = "send back"
    SEND = "send"
    STOP = "stop"
    DELIVER = "deliver"
    SETTLE = "settle"
    CLOSE = "close"
    REOPEN = "reopen"
    EXPORT = "export"
    READ_LEDGER = "read ledger"
    KEEP_OWNERS = "keep owners"
    KEEP_LINES = "keep lines"
    KEEP_PEOPLE = "keep people"
    NOTIFY = "notify"
    LET_GO = "let go"
    CHANGE_REGIME = "change regime"
    CLARIFY = "clarify"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    KEEP_DIRECTORY = "keep directory"
    SEE_TIMES = "see times"
    SEND_LINK = "send link"
    ASK_REVIEW = "ask review"
    TAKE_REVIEW = "take review"
    HAND_REVIEW = "hand over review"
    DECIDE_REVIEW = "decide review"
    READ_OVERTURNED = "read overturned"
    RECORD_COMPLAINT = "record complaint"
    RECORD_RULING = "record ruling"
    DRAFT_ENTRY = "draft entry"
    VALIDATE_ENTRY = "validate entry"
    PUBLISH_ENTRY = "publish entry"
    KEEP_OUT = "keep out"
    CORRECT_ENTRY = "correct entry"
    WITHDRAW_ENTRY = "withdraw entry"
    HOLD = "hold"
    LIST_DISPOSAL = "list disposal"
    APPROVE_DISPOSAL = "approve disposal"
    DISPOSE = "dispose"
    MERGE_REQUESTS = "merge requests"
    EXPORT_REQUEST = "export request"
    ANSWER_ALIKE = "answer alike"
    IMPORT_LOG = "import log"
    SETTLE_DOUBT = "settle doubt"
    KEEP_WORDS = "keep words"
    SETTLE_CONTRADICTION = "settle contradiction"
    SEE_RELEASED = "see released"
    LOOK_BACK = "look back"
    HANDLE_INCIDENT = "handle incident"
    MARK_REDACTION = "mark redaction"
    APPROVE_REDACTION = "approve redaction"
    RETURN_REDACTION = "return redaction"
    SEE_REGISTERS = "see registers"
    LOAD_REGISTER = "load register"
    MEASURE = "measure"
    PUBLISH_REGISTER = "publish register"
    FREEZE_FIGURES = "freeze figures"
    PUBLISH_FIGURES = "publish figures"
    SEE_STANDARDS = "see standards"
    KEEP_STANDARDS = "keep standards"
    WRITE_ELEMENT = "write element"
    KEEP_PROMISES = "keep service standards"
    REVIEW_QUOTATION = "review quotation"
    EXPORT_PACK = "export pack"
    PUBLISH_STANDARDS = "publish standards"


class Condition(StrEnum):
    """What must be so besides role and stage."""

    OWN = "own"
    OFFERED = "offered"
    UNASSIGNED = "unassigned"
    NOT_DRAFTER = "not drafter"
    NOT_CHECKER = "not checker"
    REASON = "reason"
    NO_PART = "no part"
    NOT_WRITER = "not writer"
    NOT_ASKER = "not asker"
    NOT_MARKER = "not marker"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table.

    `doing` completes "… is for officers"; `done` completes "a question that is open can be …".
    Without stages, a move does not depend on any; without `to`, it leaves the stage as it is.
    """

    move: Move
    doing: str
    done: str
    roles: tuple[Role, ...]
    stages: tuple[Stage, ...]
    to: Stage | None
    conditions: tuple[Condition, ...]


def rule(move: Move) -> Rule:
    """Return the row of a move."""
    return rules()[move]


@cache
def rules() -> Mapping[Move, Rule]:
    """Return the whole table, in its order."""
    text = resources.files(__package__).joinpath("moves.toml").read_text(encoding="utf-8")
    return {Move(name): _rule(Move(name), row) for name, row in tomllib.loads(text).items()}


def _rule(move: Move, row: Mapping[str, Any]) -> Rule:
    return Rule(
        move=move,
        doing=row["doing"],
        done=row["done"],
        roles=tuple(map(Role, row["roles"])),
        stages=tuple(map(Stage, row.get("stages", ()))),
        to=Stage(row["to"]) if "to" in row else None,
        conditions=tuple(map(Condition, row.get("conditions", ()))),
    )
