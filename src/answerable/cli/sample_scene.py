"""In what a step of the demo takes place."""

from dataclasses import dataclass

from answerable.actions.casework import Doing
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Scene:
    """In what a step takes place: who does it and when, the officer of the requests, and the office."""

    doing: Doing
    officer: Actor
    office: Office
