"""In what a step of the demo takes place."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.actions.casework import Doing
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Actor


@dataclass(frozen=True, slots=True)
class Scene:
    """In what a step takes place: who does it and when, the officer of the requests, and the office.

    `references` are those of the requests that came before, by their names.
    """

    doing: Doing
    officer: Actor
    office: Office
    references: Mapping[str, str]
