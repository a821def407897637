"""What an invented report says, before it is laid out."""

import datetime as dt
from dataclasses import dataclass, field

STANDARD = "Customer Service Excellence"
CRITERIA = {
    "1": "Customer Insight",
    "2": "The Culture of the Organisation",
    "3": "Information and Access",
    "4": "Delivery",
    "5": "Timeliness and Quality of Service",
}


@dataclass(frozen=True)
class Truth:
    """An invented report: its facts, the levels that it states, and what it says by elements."""

    organisation: str = "Brindlewick Ferries Trust"
    assessor: str = "Q. Quillfeather"
    report_type: str = "Rolling Programme 1"
    number: str = "PX20417"
    evidence: str = "14th and 15th June 2023"
    held_on: dt.date = dt.date(2023, 6, 14)
    round_kind: str = "review 1"
    plus: dict = field(
        default_factory=lambda: {
            "1.1.3": "Islanders without a telephone are met on the quay each week.",
            "2.2.2": "Crews greet whoever comes aboard, and carry what is heavy.",
            "4.2.4": "Skippers of three harbours share what went wrong each quarter.",
        }
    )
    partial: dict = field(
        default_factory=lambda: {
            "5.3.2": "Sailings that leave late are counted, and the count is pinned up nowhere."
        }
    )
    improvements: dict = field(
        default_factory=lambda: {
            "1.3.1": "The trust could ask winter passengers, too, how they liked the crossing.",
            "3.2.1": "Timetables should be printed in larger letters.",
        }
    )
    failing: dict = field(default_factory=dict)
    method: str = "The assessor met 23 staff, nine passengers who are customers, and four partners over two days."
    figures: frozenset = frozenset({(23, "staff"), (9, "customers"), (4, "partners"), (2, "days")})

    @property
    def levels(self):
        """Return the levels above and below the usual one."""
        return {
            **dict.fromkeys(self.plus, "plus"),
            **dict.fromkeys(self.partial, "partial"),
            **dict.fromkeys(self.failing, "non"),
        }


def rows_of(truth):
    """Return each element of which a truth says something, with its level and text, in order."""
    found = {one: ("plus", text) for one, text in truth.plus.items()}
    found |= {one: ("partial", text) for one, text in truth.partial.items()}
    found |= {one: ("non", text) for one, text in truth.failing.items()}
    found |= {one: ("compliant", text) for one, text in truth.improvements.items()}
    return sorted((one, *rest) for one, rest in found.items())


def by_criterion(truth):
    """Return each criterion of which a truth says something, with its rows."""
    for key, name in CRITERIA.items():
        rows = [one for one in rows_of(truth) if one[0].startswith(key)]
        if rows:
            yield key, name, rows


TITLES = {
    "1.1.3": "Hard to reach groups",
    "2.2.2": "Polite and friendly staff",
    "4.2.4": "Learning from best practice",
    "5.3.2": "Meeting timeliness standards",
    "1.3.1": "Measuring satisfaction",
    "3.2.1": "Information in suited forms",
}
NAMES = {"plus": "Compliance Plus", "partial": "Partially Compliant", "compliant": "Compliant"}
