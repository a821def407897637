"""Requests for the demo, at every stage: brought there day by day by the actions that officers use."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.timezone import get_current_timezone

from answerable.actions.accounts import add_person
from answerable.actions.casework import Doing, Wording, keep_line
from answerable.actions.casework.bodies.keeping import BodyEntry, add_body, load_directory
from answerable.actions.casework.owners import add_owner
from answerable.cli.sample_scene import Scene
from answerable.cli.sample_steps import arrive, take_step
from answerable.domain.clock import CalendarName, Holidays
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Actor, Role
from answerable.domain.roles.people import keeper

FOLDER = Path(__file__).parent / "sample_requests"
_REVIEWED_DAYS_AGO = 70
_TEN = dt.time(10)


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A request of the demo: how it came, what was done with it, and at which stage that leaves it.

    `day` is counted in working days before today, as are those of its steps.
    """

    name: str
    stage: str
    day: int
    arrival: Mapping[str, str]
    steps: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the demo takes place in: its people by their roles, the calendar, the day, and the office."""

    people: Mapping[str, Actor]
    table: Holidays
    today: dt.date
    office: Office

    def doing(self, by: str, days_ago: int, place: int) -> Doing:
        """Return who does something, so many working days ago, after what was done before on that day."""
        day = working_day_before(self.today, days_ago, self.table)
        at = _at(day) + dt.timedelta(minutes=place)
        return Doing(self.people[by], at, self.table, self.office.authority)


def sample_cases() -> tuple[SampleCase, ...]:
    """Return the requests of the demo, as their files tell them."""
    files = sorted(FOLDER.glob("[0-9]*.toml"))
    return tuple(_case(tomllib.loads(path.read_text(encoding="utf-8"))) for path in files)


def let_people_in(password: str, *, at: dt.datetime) -> Mapping[str, Actor]:
    """Let one person in for each role, all with one password; return them by their roles."""
    people = {}
    for role, row in _facts("people").items():
        person = Actor(row["email"], row["name"], frozenset({Role(role)}))
        add_person(
            person.key,
            name=person.name,
            roles=person.roles,
            password=password,
            by=keeper("demo"),
            at=at,
        )
        people[role] = person
    return people


def build_cases(setting: Setting, *, told: Callable[[str], None]) -> Mapping[str, str]:
    """Bring every request to its stage, one day after another; return their references by their names."""
    references: dict[str, str] = {}
    set_up_on = _at_first(setting, "manager").on
    is_set_up = False
    for case, step, doing in _in_order(setting):
        if not is_set_up and doing.on > set_up_on:
            _set_up(setting)
            is_set_up = True
        if step is None:
            references[case.name] = arrive(case.arrival, doing=doing)
        else:
            scene = Scene(doing, setting.people["officer"], setting.office, references)
            take_step(references[case.name], step, scene)
    for name, reference in sorted(references.items(), key=lambda one: one[1]):
        told(f"{reference}: {name}")
    return references


def working_day_before(today: dt.date, count: int, table: Holidays) -> dt.date:
    """Return the working day so many before a day."""
    calendar, day = table.calendar(CalendarName.UK_ANY), today
    for _ in range(count):
        day = calendar.on_or_before(day - dt.timedelta(days=1))
    return day


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, _TEN, get_current_timezone())


def _case(row: dict[str, Any]) -> SampleCase:
    arrival = {name: str(row.get(name, "")) for name in ("channel", "from", "subject", "text")}
    return SampleCase(row["name"], row["stage"], row["day"], arrival, row.get("steps", ()))


def _in_order(
    setting: Setting,
) -> Iterator[tuple[SampleCase, Mapping[str, Any] | None, Doing]]:
    """Yield what happened in the order of its days, as the ledger of a real office tells it."""
    happened: list[tuple[int, SampleCase, Mapping[str, Any] | None]] = []
    for case in sample_cases():
        happened.append((case.day, case, None))
        happened += [(step["day"], case, step) for step in case.steps]
    # What happened on one day stays in the order in which the files tell it.
    for place, (days_ago, case, step) in enumerate(sorted(happened, key=lambda one: -one[0])):
        yield case, step, setting.doing(step["by"] if step else "intake", days_ago, place)


def _set_up(setting: Setting) -> None:
    _keep_lines(setting)
    _put_owners_on_the_list(setting)
    _fill_directory(setting)


def _keep_lines(setting: Setting) -> None:
    reviewed = _at_first(setting, "checker")
    for name, row in _facts("lines").items():
        expires_on = reviewed.on + dt.timedelta(days=row["days"])
        wording = Wording(row["text"], expires_on, row.get("citation", ""))
        keep_line(name, wording, doing=reviewed)


def _put_owners_on_the_list(setting: Setting) -> None:
    doing = _at_first(setting, "manager")
    for row in _facts("owners").values():
        add_owner(row["email"], name=row["name"], area=row["area"], doing=doing)


def _fill_directory(setting: Setting) -> None:
    doing = _at_first(setting, "manager")
    load_directory(at=doing.at)
    for row in _facts("bodies").values():
        add_body(BodyEntry(**row), doing=doing)


def _at_first(setting: Setting, by: str) -> Doing:
    """Return who sets the office up, before all requests but those that are long over."""
    day = setting.today - dt.timedelta(days=_REVIEWED_DAYS_AGO)
    return Doing(setting.people[by], _at(day), setting.table)


def _facts(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
