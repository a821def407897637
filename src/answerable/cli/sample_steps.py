"""What is done with a request of the demo in one step: each is an action that officers take."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from typing import Any

from answerable.actions import casework
from answerable.actions.casework import Arrival, AttachedFile, Doing, Draft
from answerable.actions.casework.campaigning import make_campaign
from answerable.actions.casework.contributing import Asking, answer_contribution, ask_owner
from answerable.actions.casework.publishing.drafting import (
    Decided,
    Edit,
    draft_entry,
    save_entry,
)
from answerable.actions.casework.publishing.steps import publish
from answerable.actions.casework.publishing.validating import validate_entry
from answerable.actions.casework.turning import (
    clarify,
    fee_came,
    let_go,
    withdraw_questions,
    write_notice,
)
from answerable.cli.sample_challenges import CHALLENGES
from answerable.cli.sample_scene import Scene
from answerable.domain.clock import CalendarName, Event, EventKind
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import (
    Balance,
    Decision,
    Ground,
    Likelihood,
    PublicInterestTest,
)
from answerable.domain.decisions.letters import NoticeSaid
from answerable.domain.decisions.notice_kinds import WrittenNotice
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.signposts import Transfer
from answerable.domain.disclosure_log.identifying import Choice
from answerable.domain.law.letters import LetterKind
from answerable.domain.law.limbs import Need
from answerable.queries.casework import request_page
from answerable.queries.casework.bodies import signposts_of
from answerable.queries.casework.letters import ANSWER, drafts_of
from answerable.queries.casework.links import token_of
from answerable.queries.casework.log_drafts import entry_page
from answerable.queries.casework.notices import draft_of_notice

_Step = Mapping[str, Any]


def arrive(arrival: Mapping[str, str], *, doing: Doing) -> str:
    """Bring a message in as it came, read it, and return the reference of its request."""
    is_mail = arrival["channel"] == "email"
    data = _mail(arrival, doing) if is_mail else arrival["text"].encode()
    sender = "" if is_mail else arrival["from"]
    name = "message.eml" if is_mail else "letter.txt"
    came = Arrival(name, arrival["channel"], None if is_mail else doing.on, sender)
    casework.store_message(data, came, by=doing.by.key, at=doing.at)
    (taken,) = casework.read_waiting(doing=doing)
    return taken.reference


def take_step(reference: str, step: _Step, scene: Scene) -> None:
    """Do what a step says with a request."""
    _STEPS[step["do"]](reference, step, scene)


def _mail(arrival: Mapping[str, str], doing: Doing) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = arrival["from"], "foi@iocs.example"
    message["Subject"], message["Date"] = arrival["subject"], doing.at
    _, address = parseaddr(arrival["from"])
    message["Message-ID"] = f"<{doing.at:%Y%m%d%H%M}.{address}>"
    message.set_content(arrival["text"])
    return message.as_bytes()


def _validate(reference: str, step: _Step, scene: Scene) -> None:
    reason = step.get("reason", "")
    casework.validate_request(
        reference, step.get("validity", "valid"), reason=reason, doing=scene.doing
    )


def _record(reference: str, step: _Step, scene: Scene) -> None:
    event = Event(EventKind(step["event"]), scene.doing.on)
    casework.record_events(reference, step.get("questions", ()), [event], doing=scene.doing)


def _ask(reference: str, step: _Step, scene: Scene) -> None:
    calendar = scene.doing.table.calendar(CalendarName.UK_ANY)
    asking = Asking(step["words"], calendar.add(scene.doing.on, step["days"]))
    owner = f"{step['owner']}@iocs.example"
    ask_owner(reference, step.get("question", ""), owner, asking, doing=scene.doing)


def _attach(reference: str, step: _Step, scene: Scene) -> None:
    given = AttachedFile(step["name"], "text/csv", step["text"].encode())
    casework.attach_file(reference, step.get("question"), given, doing=scene.doing)


def _contribute(reference: str, step: _Step, scene: Scene) -> None:
    answer_contribution(token_of(reference, step["question"], 1), step["text"], at=scene.doing.at)


def _decide(reference: str, step: _Step, scene: Scene) -> None:
    draft = Draft(
        _decision(step["decision"]),
        step["answer"],
        step.get("caveats", ""),
        particulars=_particulars(step, scene.doing),
    )
    for label in _labels(reference, step, scene):
        casework.write_decision(reference, label, draft, doing=scene.doing)


def _particulars(step: _Step, doing: Doing) -> Particulars:
    transfer = step.get("transfer")
    return Particulars(
        searches=step.get("searches", ""),
        bodies=signposts_of(step.get("bodies", ())),
        transfer=Transfer(transfer["to"], doing.on) if transfer else None,
    )


def _decision(said: Mapping[str, Any]) -> Decision:
    return Decision(
        outcomes=tuple(map(Outcome, said["outcomes"])),
        grounds=tuple(map(_ground, said.get("grounds", ()))),
        where=said.get("where", ""),
        signposted_to=said.get("signposted_to", ""),
    )


def _ground(said: Mapping[str, Any]) -> Ground:
    weighed = None
    if "for_withholding" in said:
        sides = (tuple(said["for_disclosure"]), tuple(said["for_withholding"]))
        weighed = PublicInterestTest(*sides, Balance.WITHHOLDING)
    return Ground(
        citation=said["citation"],
        why=said["why"],
        likelihood=Likelihood(said["likelihood"]) if "likelihood" in said else None,
        harm=said.get("harm", ""),
        public_interest=weighed,
        recorded={Need(name): text for name, text in said.get("recorded", {}).items()},
    )


def _send(reference: str, step: _Step, scene: Scene) -> None:
    office, doing = scene.office, scene.doing
    drafts = drafts_of(reference, office=office, table=doing.table, on=doing.on)
    ready = casework.rendered(next(one for one in drafts if one.kind == ANSWER))
    casework.send_letter(reference, ANSWER, ready, way=step["way"], office=office, doing=doing)


def _write_entry(reference: str, step: _Step, scene: Scene) -> None:
    seen = draft_entry(reference, doing=scene.doing)
    page = entry_page(reference)
    if page is None or page.entry is None:
        return
    edit = Edit(
        title=step["title"],
        questions={},
        month=page.month,
        choices={
            one.key: Decided(
                Choice.KEEP, reason="It is about the office, and nobody in it is private"
            )
            for one in page.marks
        },
    )
    save_entry(reference, edit, seen=seen, doing=scene.doing)


def _validate_entry(reference: str, _: _Step, scene: Scene) -> None:
    page = entry_page(reference)
    validate_entry(reference, seen=page.number if page else 0, doing=scene.doing)


def _publish(reference: str, _: _Step, scene: Scene) -> None:
    """Ask for it: whoever works the log's steps does it."""
    page = entry_page(reference)
    publish(reference, page.number if page else 0, doing=scene.doing)


def _make_campaign(reference: str, step: _Step, scene: Scene) -> None:
    others = [scene.references[name] for name in step["with"]]
    make_campaign(reference, others, name=step["name"], doing=scene.doing)


def _labels(reference: str, step: _Step, scene: Scene) -> list[str]:
    """Return the questions that a step names, or all of the request."""
    if "questions" in step:
        return list(step["questions"])
    page = request_page(reference, table=scene.doing.table)
    return [one.label for one in page.questions] if page else []


def _moved(action: Callable[..., object]) -> Callable[[str, _Step, Scene], None]:
    """Return the step that brings questions on, with its reason where it has one."""

    def move(reference: str, step: _Step, scene: Scene) -> None:
        reason = {"reason": step["reason"]} if "reason" in step else {}
        action(reference, _labels(reference, step, scene), doing=scene.doing, **reason)

    return move


def _notice(reference: str, step: _Step, scene: Scene) -> None:
    """Write a notice: for more time without a date it takes the latest."""
    said = NoticeSaid(
        limbs=tuple(step.get("limbs", ())),
        why=step["why"],
        pounds=Decimal(step.get("pounds", "0")),
    )
    notice = WrittenNotice(LetterKind(step["kind"]), tuple(step["questions"]), said)
    write_notice(reference, notice, doing=scene.doing)


def _let_go(reference: str, _: _Step, scene: Scene) -> None:
    office, doing = scene.office, scene.doing
    draft = draft_of_notice(reference, 1, office=office, table=doing.table, on=doing.on)
    seen = draft.digest if draft else ""
    let_go(reference, 1, seen=seen, way="post", office=office, doing=doing)


_STEPS: dict[str, Callable[[str, _Step, Scene], object]] = {
    **CHALLENGES,
    "validate": _validate,
    "assign": lambda reference, _, scene: casework.assign_request(
        reference, officer=scene.officer, doing=scene.doing
    ),
    "accept": lambda reference, _, scene: casework.accept_request(reference, doing=scene.doing),
    "note": lambda reference, step, scene: casework.add_note(
        reference, step["text"], doing=scene.doing
    ),
    "record": _record,
    "attach": _attach,
    "ask": _ask,
    "contribute": _contribute,
    "decide": _decide,
    "put forward": _moved(casework.put_forward),
    "check": _moved(casework.check_draft),
    "clear": _moved(casework.clear_draft),
    "clear unchecked": _moved(casework.clear_unchecked),
    "send back": _moved(casework.send_back),
    "send": _send,
    "withdraw": lambda reference, step, scene: withdraw_questions(
        reference, (), reason=step["reason"], doing=scene.doing
    ),
    "close": _moved(casework.close_questions),
    "write entry": _write_entry,
    "validate entry": _validate_entry,
    "publish entry": _publish,
    "make campaign": _make_campaign,
    "post": lambda reference, step, scene: casework.record_posted(
        reference, step.get("letter", 1), doing=scene.doing
    ),
    "notice": _notice,
    "let go": _let_go,
    "clarify": lambda reference, step, scene: clarify(
        reference, step["questions"], step["words"], doing=scene.doing
    ),
    "fee came": lambda reference, step, scene: fee_came(
        reference, step["questions"], doing=scene.doing
    ),
    "restrict": lambda reference, step, scene: casework.restrict_request(
        reference, people=(), reason=step["reason"], doing=scene.doing
    ),
}
