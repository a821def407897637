"""The roles that people have in the office; somebody may have several."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in the office."""

    INTAKE = "intake"
    OFFICER = "officer"
    CHECKER = "checker"
    MANAGER = "manager"
    ANALYST = "analyst"
    QUALITY_LEAD = "quality lead"
    ELEMENT_OWNER = "element owner"
    STANDARDS_READER = "standards reader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    MACHINE = "machine"
    REQUESTER = "requester"

    @property
    def plural(self) -> str:
        """Return those who have the role, as a refusal names them."""
        return _PLURALS[self]


_PLURALS = {
    Role.INTAKE: "intake staff",
    Role.OFFICER: "officers",
    Role.CHECKER: "checkers",
    Role.MANAGER: "managers",
    Role.ANALYST: "analysts",
    Role.QUALITY_LEAD: "quality leads",
    Role.ELEMENT_OWNER: "element owners",
    Role.STANDARDS_READER: "readers of the standards",
    Role.AUDITOR: "auditors",
    Role.ADMINISTRATOR: "administrators",
    Role.MACHINE: "the system itself",
    Role.REQUESTER: "whoever asked",
}
OFFICE_ROLES = tuple(one for one in Role if one not in (Role.MACHINE, Role.REQUESTER))
"""The roles that people of the office can have."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something: the key never changes, the name is what people read."""

    key: str
    name: str
    roles: frozenset[Role]


MACHINE = Actor("answerable", "Answerable", frozenset({Role.MACHINE}))
"""Who does what nobody does by hand: acknowledgements, reminders, mail that leaves."""
REQUESTER = Actor("requester", "Who asked", frozenset({Role.REQUESTER}))
"""Whoever asked, by the link that they were sent: the request is theirs, and no other is."""


def keeper(key: str) -> Actor:
    """Return somebody who runs the system by its command line: they can do all that people can."""
    return Actor(key, key, frozenset(OFFICE_ROLES))
