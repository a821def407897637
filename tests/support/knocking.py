"""How a door that only staff reach is knocked at: the roles, a row of the table, and what only a scene knows."""

from collections.abc import Callable
from dataclasses import dataclass, field

from answerable.queries.casework.releasing.standings import key_of, key_of_hit
from answerable.queries.registers.browsing import store
from answerable.records.casework.models import (
    CaseFile,
    Clash,
    ContributionFile,
    FrozenFigures,
    Incident,
    LogStep,
    Message,
    UnlikePair,
)
from answerable.records.registers.models import MeasuredTable, RegisterLoad
from answerable.records.standards.models import (
    AssessmentRound,
    Evidence,
    ImprovementAction,
    MadePack,
    Quotation,
    RoundPassage,
)
from tests.support import (
    earlier,
    import_scenes,
    later_scenes,
    place_redactions,
    redactions,
    releasing,
    scenes,
    turning,
)
from tests.support.scenes import REF

QUALITY = frozenset({"quality lead", "element owner", "standards reader"})
EVERYBODY = (
    frozenset("intake officer checker manager auditor administrator analyst".split()) | QUALITY
)
CASEWORKERS = EVERYBODY - {"analyst"} - QUALITY
READERS = CASEWORKERS - {"administrator"}
WORKERS = frozenset({"intake", "officer", "manager"})
ONLY_OFFICER, ONLY_MANAGER = frozenset({"officer"}), frozenset({"manager"})
CHECKERS = frozenset({"checker", "manager"})
OFFICERS = frozenset({"officer", "manager"})
INTAKE = frozenset({"intake", "officer"})
RELEASERS = frozenset({"officer", "checker", "manager"})
OWNER_KEEPERS = WORKERS | {"administrator"}
LETTER_READERS = frozenset({"intake", "auditor"})
ASSIGNERS = frozenset({"intake", "manager"})
ADMINISTRATOR = frozenset({"administrator"})
TIMERS = frozenset({"manager", "auditor"})


WHY = {"reason": "It was agreed"}
ON = {"on_day": "6", "on_month": "10", "on_year": "2025"}
BOTH = {"question": ["1", "2"]}


@dataclass(frozen=True)
class Row:
    """One way of knocking at one door."""

    method: str
    route: str
    may: frozenset
    scene: Callable = scenes.begun
    data: dict = field(default_factory=dict)
    about: dict = field(default_factory=dict)
    yes: int = 302
    no: int = 403
    keeps: bool = False

    @property
    def do(self):
        """Return the button, without what it is about."""
        return self.data.get("do", "").partition(":")[0]

    @property
    def id(self):
        kind = "of a workbook" if "{workbook}" in self.about.values() else ""
        return " ".join(filter(None, (self.method, self.route, self.do, kind)))

    @property
    def readers(self):
        """Return who is told why not, where others are told that they have no part in it."""
        return READERS if "reference" in self.about else CASEWORKERS


def get(route, may=READERS, scene=scenes.begun, **about):
    return Row("GET", route, may, scene, about=about, yes=200, keeps=True)


def send(route, may, scene=scenes.begun, data=None, **more):
    about = more.pop("about", {"reference": REF})
    return Row("POST", route, may, scene, data or {}, about, **more)


def do(do, may, scene=scenes.begun, **data):
    """A button of one of the pages on which one button does one thing."""
    return may, scene, {"do": do, **data}


def buttons(route, *buttons, **about):
    return [
        send(route, may, scene, data, about={"reference": REF, **about})
        for may, scene, data in buttons
    ]


def known(values):
    """Return values with what only the scene knows put in: {file}, {pdf}, {workbook}, {placed}, {mark}, {marks}, {earlier}, {aside}, {step}, {contributed}, {seen}, {first}, {last}."""
    return {key: _put_in(one) if isinstance(one, str) else one for key, one in values.items()}


def _put_in(value):
    for name, found in _FOUND.items():
        if name in value:
            value = value.replace(name, str(found()))
    return value


def _contributed():
    given = ContributionFile.objects.get()
    return f"{given.contribution_id}/{given.place}"


_FOUND = {
    "{quotation}": lambda: Quotation.objects.get().pk,
    "{run}": import_scenes.run,
    "{load}": lambda: RegisterLoad.objects.get().pk,
    "{table}": lambda: MeasuredTable.objects.get().pk,
    "{snapshot}": lambda: store().find("recommendations").sha256[:16],
    "{doubt}": import_scenes.passage,
    "{clash}": lambda: Clash.objects.get().pk,
    "{frozen}": lambda: FrozenFigures.objects.get().pk,
    "{step}": lambda: LogStep.objects.get().pk,
    "{earlier}": earlier.key,
    "{aside}": lambda: UnlikePair.objects.get().key,
    "{pdf}": lambda: redactions.file().pk,
    "{workbook}": lambda: redactions.file(place_redactions.WORKBOOK).pk,
    "{placed}": place_redactions.mark_number,
    "{mark}": redactions.mark,
    "{marks}": redactions.digest,
    "{file}": lambda: CaseFile.objects.get().pk,
    "{sum}": lambda: CaseFile.objects.get().sha256,
    "{check}": lambda: key_of(releasing.CHECK),
    "{hit}": lambda: key_of_hit(releasing.naming()[0]),
    "{incident}": lambda: Incident.objects.get().pk,
    "{contributed}": _contributed,
    "{outcome}": lambda: later_scenes.outcome().digest,
    "{seen}": lambda: scenes.draft().digest,
    "{noticed}": turning.digest,
    "{round}": lambda: AssessmentRound.objects.get().pk,
    "{round before}": lambda: AssessmentRound.objects.earliest("held_on").pk,
    "{round after}": lambda: AssessmentRound.objects.latest("held_on").pk,
    "{evidence}": lambda: Evidence.objects.get().pk,
    "{asked}": lambda: RoundPassage.objects.get(elements__contains=" 5.3.2 ").place,
    "{improvement}": lambda: ImprovementAction.objects.get().pk,
    "{pack}": lambda: MadePack.objects.get().pk,
    "{first}": lambda: Message.objects.order_by("pk").first().sha256,
    "{last}": lambda: Message.objects.order_by("pk").last().sha256,
}
