"""Who may do what with a request, and when: one table for the gate and for the screen."""

from answerable.domain.roles.moves import (
    NO_REQUEST,
    MoveNotAllowed,
    Situation,
    check_move,
    stage_after,
    why_not,
)
from answerable.domain.roles.people import OFFICE_ROLES, REQUESTER, Actor, Role
from answerable.domain.roles.stages import Stage, request_stage
from answerable.domain.roles.table import Move, Rule, rule

__all__ = [
    "NO_REQUEST",
    "OFFICE_ROLES",
    "REQUESTER",
    "Actor",
    "Move",
    "MoveNotAllowed",
    "Role",
    "Rule",
    "Situation",
    "Stage",
    "check_move",
    "request_stage",
    "rule",
    "stage_after",
    "why_not",
]
