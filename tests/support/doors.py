"""Every address that only staff reach: what is sent there, in which scene, and whose it is.

A row is one method, one address and one button. `may` are the roles that get `yes`; who may read requests
gets `no` otherwise, and everybody else a plain refusal. `keeps` says that a POST changes nothing even for
those who may send it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from answerable.records.casework.models import CaseFile, ContributionFile, LogStep, Message
from tests.support import log_entries, scenes, turning
from tests.support.casework import CHECKER, OFFICER
from tests.support.contributions import OWNER
from tests.support.scenes import REF

EVERYBODY = frozenset("intake officer checker manager auditor administrator".split())
READERS = EVERYBODY - {"administrator"}
WORKERS = frozenset({"intake", "officer", "manager"})
ONLY_OFFICER, ONLY_MANAGER = frozenset({"officer"}), frozenset({"manager"})
CHECKERS = frozenset({"checker", "manager"})
INTAKE = frozenset({"intake", "officer"})
RELEASERS = frozenset({"officer", "checker", "manager"})
OWNER_KEEPERS = WORKERS | {"administrator"}
LETTER_READERS = frozenset({"intake", "auditor"})
ASSIGNERS = frozenset({"intake", "manager"})
ADMINISTRATOR = frozenset({"administrator"})
TIMERS = frozenset({"manager", "auditor"})

LIST = b"a,b\n1,2\n"
WHY = {"reason": "It was agreed"}
BOTH = {"question": ["1", "2"]}
READ = {**BOTH, "seen": ["1:1", "2:1"]}
DECIDED = {
    "grounds": "1", "tables": "1", "work": "3", "outcomes": ["disclosed"], "answer": "Twelve.",
}  # fmt: skip
ON = {"on_day": "6", "on_month": "10", "on_year": "2025"}
UNTIL = {"expires_on_day": "1", "expires_on_month": "3", "expires_on_year": "2026"}
ASKING = {
    "words": "How many?", "due_on_day": "15", "due_on_month": "10", "due_on_year": "2025",
}  # fmt: skip
ENTERED = {
    "key": "k", "channel": "post", "received_on_day": "6", "received_on_month": "10",
    "received_on_year": "2025", "text": "How many?", "kind": "information", "language": "en",
}  # fmt: skip
MAIL_CHOSEN = {"soon_days": "3", "when": "morning", "changes": "on"}
DOUBTED = {"mail": "hello", **WHY}


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
        return f"{self.method} {self.route} {self.do}".strip()

    @property
    def readers(self):
        """Return who is told why not, where others are told that they have no part in it."""
        return READERS if "reference" in self.about else EVERYBODY


def _get(route, may=READERS, scene=scenes.begun, **about):
    return Row("GET", route, may, scene, about=about, yes=200, keeps=True)


def _post(route, may, scene=scenes.begun, data=None, **more):
    about = more.pop("about", {"reference": REF})
    return Row("POST", route, may, scene, data or {}, about, **more)


def _do(do, may, scene=scenes.begun, **data):
    """A button of one of the pages on which one button does one thing."""
    return may, scene, {"do": do, **data}


def _buttons(route, *buttons, **about):
    return [
        _post(route, may, scene, data, about={"reference": REF, **about})
        for may, scene, data in buttons
    ]


def known(values):
    """Return values with what only the scene knows put in: {file}, {step}, {contributed}, {seen}, {first}, {last}."""
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
    "{step}": lambda: LogStep.objects.get().pk,
    "{file}": lambda: CaseFile.objects.get().pk,
    "{contributed}": _contributed,
    "{outcome}": lambda: scenes.outcome().digest,
    "{seen}": lambda: scenes.draft().digest,
    "{noticed}": turning.digest,
    "{first}": lambda: Message.objects.order_by("pk").first().sha256,
    "{last}": lambda: Message.objects.order_by("pk").last().sha256,
}

_ONE = {"reference": REF, "part": "1"}
_ASKED = {**_ONE, "number": 1}
_REQUESTS = [
    *(
        _get(route, reference=REF)
        for route in (
            "request", "request-assignment", "request-validity", "request-events",
            "request-requester", "request-restriction", "request-questions", "request-clearance",
        )
    ),
    *_buttons(
        "request-assignment",
        _do("assign", ASSIGNERS, scenes.arrived, officer=OFFICER.key),
        _do("take", ONLY_OFFICER, scenes.arrived),
        _do("accept", ONLY_OFFICER, scenes.offered),
        _do("decline", ONLY_OFFICER, scenes.offered, **WHY),
    ),
    _post("request-validity", WORKERS, data={"validity": "valid"}),
    _post("request-events", WORKERS, data={"kind": "clarification_requested", **ON}),
    _post("request-notes", READERS - {"auditor"}, data={"text": "Ask the print room"}, no=302),
    _post("request-messages", WORKERS, data={"do": "seen"}, no=302),
    _post("request-messages", WORKERS, data={"do": "own", "message": "{last}"}, no=302),
    _get("message-file", reference=REF, digest="{first}", place=0),
    _post("request-requester", WORKERS, data=WHY, yes=200),
    _post("request-restriction", ONLY_MANAGER, data=WHY),
    _post("request-restriction", ONLY_MANAGER, data={"do": "lift", **WHY}),
    *_buttons(
        "request-questions",
        _do("merge", WORKERS, **BOTH),
        _do("cut:1", WORKERS, **{"words-1": "do you have"}),
        _do("reword:1", WORKERS, **{"text-1": "How many pens?"}),
        _do("up:2", WORKERS),
        _do("down:1", WORKERS),
    ),
    *_buttons(
        "request-clearance",
        _do("check", CHECKERS, scenes.drafted, **READ),
        _do("clear", ONLY_MANAGER, scenes.checked, **READ),
        _do("bypass", ONLY_MANAGER, scenes.drafted, **READ, **WHY),
        _do("send_back", CHECKERS, scenes.drafted, **BOTH, **WHY),
        _do("take_back", ONLY_OFFICER, scenes.drafted, **BOTH),
        _do("close", WORKERS, scenes.begun, **BOTH, **WHY),
        _do("reopen", ONLY_MANAGER, scenes.closed, **BOTH, **WHY),
    ),
]  # fmt: skip
_DECIDING = [
    _get("question-decision", reference=REF, part="1"),
    *_buttons(
        "question-decision",
        _do("save", ONLY_OFFICER, **DECIDED),
        _do("forward", ONLY_OFFICER, **DECIDED),
        part="1",
    ),
    *(
        _post("question-decision", READERS, data={**DECIDED, "do": do}, about=_ONE, yes=200,
              keeps=True)
        for do in ("check", "add-grounds", "add-tables", "add-work", "add-together", "line:answer:Thank you.")
    ),
    _get("question-transfer", scene=scenes.transferring, **_ONE),
    _get("question-contributions", **_ONE),
    _post("question-contributions", ONLY_OFFICER, scenes.listed, {"owner": OWNER, **ASKING},
          about=_ONE, no=422),
    _get("question-contribution", scene=scenes.asked, **_ASKED),
    _post("question-contribution", ONLY_OFFICER, scenes.asked, ASKING, about=_ASKED, no=422),
    _post("contribution-reminder", ONLY_OFFICER, scenes.asked, about=_ASKED, no=302),
    _post("contribution-withdrawal", ONLY_OFFICER, scenes.asked, about=_ASKED, no=302),
    _get("contribution-file", scene=scenes.answered, **_ASKED, place=1),
]  # fmt: skip
_SENDING = [
    _get("request-files", reference=REF),
    _get("request-file", scene=scenes.filed, reference=REF, number="{file}"),
    *_buttons(
        "request-files",
        _do("attach", INTAKE, question="1", file=LIST),
        _do("contributed:{contributed}", INTAKE, scenes.answered),
        _do("release:{file}", RELEASERS, scenes.filed, **WHY),
        _do("keep:{file}", RELEASERS, scenes.filed, **WHY),
    ),
    _get("request-letter", scene=scenes.cleared, reference=REF),
    _get("letter-draft-pdf", scene=scenes.cleared, reference=REF, kind="answer"),
    _get("letter-pdf", LETTER_READERS, scenes.posted, reference=REF, number=1),
    *_buttons(
        "request-letter",
        _do("send:answer", INTAKE, scenes.cleared, way="email", seen="{seen}"),
        _do("posted:1", INTAKE, scenes.posting),
        _do("stop:1", WORKERS, scenes.mailing, **WHY),
    ),
]
_WEIGH = {"reference": REF, "kind": "public-interest-extension"}
_WEIGHING = {"question": "1", "limbs": "31(1)(a)", "why": "It would help burglars."}
_TURNING = [
    _get("request-notices", scene=scenes.noticed, reference=REF),
    _get("request-notice-new", reference=REF, kind="fees-notice"),
    _get("request-turns", reference=REF),
    _post("request-notice-new", ONLY_OFFICER, data=_WEIGHING, about=_WEIGH),
    *_buttons(
        "request-notices",
        _do("go:1", CHECKERS, scenes.noticed, way="email", seen="{noticed}"),
        _do("back:1", ONLY_OFFICER, scenes.noticed),
    ),
    *_buttons(
        "request-turns",
        _do("clarified", WORKERS, scenes.meaning_asked, question="1",
            **{"clarified-words": "Of ink."}),
        _do("paid", WORKERS, scenes.fee_asked, question="1"),
        _do("withdrawn", WORKERS, question="1"),
        _do("moved", ONLY_OFFICER, question="1",
            **{"moved-to": "EIR", "moved-reason": "Boilers"}),
        _do("lapsed", frozenset({"officer", "manager"}), scenes.waited_long, question="1",
            **{"lapsed-reason": "Silence"}),
    ),
]  # fmt: skip
_LISTS = [
    Row("GET", "start", EVERYBODY, scenes.nothing, keeps=True),
    *(_get(one) for one in ("work", "requests", "workload", "request-search")),
    Row("GET", "whose-time", TIMERS, scenes.answered_late, yes=200, keeps=True),
    Row("GET", "whose-time-file", TIMERS, scenes.answered_late, yes=200),
    Row("GET", "requests-file", READERS - {"checker"}, yes=200),
    Row("GET", "requests-assign", ASSIGNERS, data={"request": REF}, yes=200, keeps=True),
    _post("requests-assign", ASSIGNERS, scenes.arrived,
          {"request": REF, "officer": OFFICER.key, "confirm": "1"}, about={}),
    _post("request-filters", READERS, data={"name": "Mine", "stage": "open"}, about={}),
    _post("request-filter-removal", READERS, scenes.with_filters, {"name": "Mine"}, about={}),
    _get("request-new", WORKERS, scenes.nothing),
    _post("request-new", WORKERS, scenes.nothing, ENTERED, about={}),
    _get("outgoing", OWNER_KEEPERS, scenes.in_doubt),
    _post("outgoing", OWNER_KEEPERS, scenes.in_doubt, {"do": "went", **DOUBTED}, about={}),
    _post("outgoing", OWNER_KEEPERS, scenes.in_doubt, {"do": "again", **DOUBTED}, about={}),
]  # fmt: skip
_LINE, _OWNER = {"slug": "plain"}, {"email": OWNER}
_BODY = {"slug": "office-of-pens"}
_KEEPING = [
    _get("standard-lines", scene=scenes.with_line),
    _get("standard-line-new", CHECKERS, scenes.nothing),
    _post("standard-line-new", CHECKERS, scenes.nothing,
          {"name": "Thanks", "text": "Thank you.", **UNTIL}, about={}),
    _get("standard-line", scene=scenes.with_line, **_LINE),
    _post("standard-line", CHECKERS, scenes.with_line, {"text": "Other words.", **UNTIL},
          about=_LINE),
    _post("standard-line-retirement", CHECKERS, scenes.with_line, about=_LINE),
    _get("other-bodies", EVERYBODY, scenes.directed),
    _get("other-body-new", EVERYBODY, scenes.nothing),
    _post("other-body-new", OWNER_KEEPERS, scenes.nothing, {"name": "Office of Ink"}, about={},
          no=422),
    _get("other-body", EVERYBODY, scenes.directed, **_BODY),
    _post("other-body", OWNER_KEEPERS, scenes.directed, {"do": "change", "name": "Pens"},
          about=_BODY, no=422),
    _post("other-body", OWNER_KEEPERS, scenes.directed, {"do": "retire"}, about=_BODY, no=302),
    _post("other-body", OWNER_KEEPERS, scenes.retired_body, {"do": "restore"}, about=_BODY,
          no=302),
    _get("information-owners", EVERYBODY, scenes.listed),
    _get("information-owner-new", EVERYBODY, scenes.nothing),
    _post("information-owner-new", OWNER_KEEPERS, scenes.nothing,
          {"email": "o@body.example", "name": "O"}, about={}, no=422),
    _get("information-owner", EVERYBODY, scenes.listed, **_OWNER),
    _post("information-owner", OWNER_KEEPERS, scenes.listed, {"name": "Wilma"}, about=_OWNER,
          no=422),
    _post("information-owner-end", OWNER_KEEPERS, scenes.listed, about=_OWNER, no=302),
]  # fmt: skip
_PAT, _TEAM = {"email": "pat@body.example"}, {"code": "press"}
_PEOPLE = [
    *(_get(one, ADMINISTRATOR, scenes.nothing) for one in ("people", "people-new")),
    *(_get(one, ADMINISTRATOR, scenes.nothing) for one in ("teams", "teams-new")),
    _post("people-new", ADMINISTRATOR, scenes.nothing,
          {"email": "new@body.example", "name": "New", "roles": ["officer"]}, about={}, yes=200),
    _get("person", ADMINISTRATOR, scenes.with_person, **_PAT),
    _post("person", ADMINISTRATOR, scenes.with_person, {"roles": ["manager"]}, about=_PAT),
    _post("person-access", ADMINISTRATOR, scenes.with_person, about=_PAT),
    _post("person-password", ADMINISTRATOR, scenes.with_person, about=_PAT, yes=200),
    _post("person-second-factors", ADMINISTRATOR, scenes.with_app, about=_PAT),
    _post("teams-new", ADMINISTRATOR, scenes.nothing, {"name": "Press", "code": "press"}, about={}),
    _get("team", ADMINISTRATOR, scenes.with_team, **_TEAM),
    _post("team", ADMINISTRATOR, scenes.with_team, {"name": "Presses", "is_active": "on"},
          about=_TEAM),
]  # fmt: skip
_TOGETHER = [
    _get("request-links", reference=REF),
    _post("request-links", WORKERS, scenes.two,
          {"do": "link", "other": "2025-0002", "kind": "same subject"}),
    _post("request-links", WORKERS, scenes.linked,
          {"do": "unlink", "other": "2025-0002", "kind": "same subject"}),
    _get("request-follow-link", reference=REF),
    _post("request-follow-link", ASSIGNERS, data={"do": "send"}),
    _post("request-follow-link", ASSIGNERS, scenes.delivered, {"do": "extend:1"}),
    _get("requests-watched"),
    _post("request-watching", READERS, data={"do": "watch"}),
]  # fmt: skip
_CORRECTED = {"seen": "1", "title": "Cycles", "note": "It was misspelt", "text-0": "How many?",
              "answer-0": "Seven."}  # fmt: skip
_IN_THE_LOG = [
    _get("entry-steps", scene=scenes.log_waiting, reference=REF),
    *_buttons(
        "entry-steps",
        _do("withdraw", ONLY_MANAGER, scenes.log_published, **WHY),
        _do("restore", ONLY_MANAGER, scenes.log_withdrawn, **WHY),
        _do("stop:{step}", ONLY_MANAGER, scenes.log_waiting),
    ),
    _get("entry-correction", scene=scenes.log_published, reference=REF),
    _post("entry-correction", frozenset({"officer", "manager"}), scenes.log_published, _CORRECTED),
    _get("log-month", scene=scenes.log_validated, month="2025-10"),
    _post("log-month", ONLY_MANAGER, scenes.log_validated, {"do": "publish"},
          about={"month": "2025-10"}),
]  # fmt: skip
_EDITED = {
    "seen": "2", "title": "Pens", "month": "2025-10", "text-0": "How many?", "answer-0": "Twelve.",
    "text-1": "Who pays?", "answer-1": "We do.",
}  # fmt: skip
_LOG = [
    _get("log-entries"),
    *(
        _get(route, scene=log_entries.written, reference=REF)
        for route in ("request-entry", "entry-validation", "entry-keeping-out")
    ),
    *_buttons(
        "request-entry",
        _do("draft", RELEASERS, log_entries.answered),
        _do("anew", RELEASERS, log_entries.written),
        _do("save", RELEASERS, log_entries.written, **_EDITED),
    ),
    *_buttons(
        "entry-validation",
        _do("validate", CHECKERS, log_entries.written, seen="2"),
        _do("back", CHECKERS, log_entries.written, seen="2", **WHY),
        _do("publish", ONLY_MANAGER, log_entries.validated, seen="2"),
    ),
    *_buttons(
        "entry-keeping-out",
        _do("keep", ONLY_MANAGER, log_entries.answered, why="PERSONAL", words="One officer"),
        _do("let", ONLY_MANAGER, log_entries.kept_out, **WHY),
    ),
]
COUNTERS, COMPLAINERS = frozenset({"manager", "auditor"}), frozenset({"officer", "manager"})
REVIEW = {"grounds-1": ["decision"], "asked_on_day": "6", "asked_on_month": "10",
          "asked_on_year": "2025"}  # fmt: skip
COMPLAINT = {"grounds-1": ["decision"], "kind": "complaint", "brought_by": "requester",
             "their_reference": "IC-1", **ON}  # fmt: skip
ENQUIRY = {"enquiry-what": "Notes", "enquiry-asked_on_day": "6", "enquiry-asked_on_month": "10",
           "enquiry-asked_on_year": "2025"}  # fmt: skip
_CHALLENGE = {"reference": REF, "number": 1}
_CHALLENGING = [
    _get("reviews", scene=scenes.challenged),
    *(_get(one, COUNTERS, scenes.challenged) for one in ("overturned", "overturned-file")),
    _get("request-challenges", scene=scenes.challenged, reference=REF),
    *_buttons(
        "request-challenges",
        _do("take:1", RELEASERS, scenes.challenged),
        _do("hand:1", ONLY_MANAGER, scenes.challenged, reviewer=CHECKER.key, **WHY),
        _do("withdraw:1", WORKERS, scenes.challenged),
        _do("close:1", COMPLAINERS, scenes.complained),
        _do("answered:1:1", COMPLAINERS, scenes.complained),
    ),
    _get("request-review-new", scene=scenes.posted, reference=REF),
    _post("request-review-new", WORKERS, scenes.posted, REVIEW),
    _get("request-complaint-new", scene=scenes.posted, reference=REF),
    _post("request-complaint-new", COMPLAINERS, scenes.posted, COMPLAINT),
    _get("request-review", scene=scenes.reviewing, **_CHALLENGE),
    *_buttons(
        "request-review",
        _do("save", ONLY_OFFICER, scenes.reviewing, **{"finding-1": "upheld", "reasons-1": "So"}),
        _do("extend", ONLY_OFFICER, scenes.reviewing, because="It is long", way="post"),
        _do("send", ONLY_OFFICER, scenes.reviewing, seen="{outcome}", way="post"),
        number=1,
    ),
    _get("request-complaint", scene=scenes.complained, **_CHALLENGE),
    *_buttons(
        "request-complaint",
        _do("enquiry", COMPLAINERS, scenes.complained, **ENQUIRY),
        _do("ruling", ONLY_MANAGER, scenes.complained, **{"finding-1": "overturned"}, **ON),
        number=1,
    ),
]
_EDITED = {
    "seen": "2", "title": "Pens", "month": "2025-10", "text-0": "How many?", "answer-0": "Twelve.",
    "text-1": "Who pays?", "answer-1": "We do.",
}  # fmt: skip
_LOG = [
    _get("log-entries"),
    *(
        _get(route, scene=log_entries.written, reference=REF)
        for route in ("request-entry", "entry-validation", "entry-keeping-out")
    ),
    *_buttons(
        "request-entry",
        _do("draft", RELEASERS, log_entries.answered),
        _do("anew", RELEASERS, log_entries.written),
        _do("save", RELEASERS, log_entries.written, **_EDITED),
    ),
    *_buttons(
        "entry-validation",
        _do("validate", CHECKERS, log_entries.written, seen="2"),
        _do("back", CHECKERS, log_entries.written, seen="2", **WHY),
        _do("publish", ONLY_MANAGER, log_entries.validated, seen="2"),
    ),
    *_buttons(
        "entry-keeping-out",
        _do("keep", ONLY_MANAGER, log_entries.answered, why="PERSONAL", words="One officer"),
        _do("let", ONLY_MANAGER, log_entries.kept_out, **WHY),
    ),
]
_OWN = [
    _get("account-mail", EVERYBODY, scenes.nothing),
    _post("account-mail", EVERYBODY, scenes.nothing, MAIL_CHOSEN, about={}),
    _get("account", EVERYBODY, scenes.nothing),
    _post("account-sessions", EVERYBODY, scenes.nothing, about={}),
]
_DISPOSERS, _LISTED = frozenset({"intake", "manager"}), {"number": 1}
_RETAINING = [
    _get("request-retention", reference=REF),
    _post("request-retention", ONLY_MANAGER, data={"do": "hold", **WHY}),
    _post("request-retention", ONLY_MANAGER, scenes.held, {"do": "lift", **WHY}),
    _get("request-export", reference=REF),
    _post("request-export", frozenset({"intake", "manager", "auditor"}), data={"do": "export", **WHY},
          yes=200),
    _get("request-merging", reference=REF),
    _post("request-merging", WORKERS, scenes.doubled, {"do": "merge", "duplicate": "2025-0002"}),
    _get("disposals", _DISPOSERS, scenes.nothing),
    _get("disposal", _DISPOSERS, scenes.disposable, **_LISTED),
    _get("disposal-file", _DISPOSERS, scenes.disposable, **_LISTED),
    _post("disposals", _DISPOSERS, scenes.to_list, {"do": "list"}, about={}),
    _post("disposal", _DISPOSERS, scenes.disposable, {"do": f"spare:{REF}", **WHY}, about=_LISTED),
    _post("disposal", _DISPOSERS, scenes.disposable, {"do": "drop"}, about=_LISTED),
    _post("disposal", ONLY_MANAGER, scenes.disposable, {"do": "approve"}, about=_LISTED),
]  # fmt: skip
_MODEL, _OTHER = {"reference": REF}, "2025-0002"
_CAMPAIGNS = [
    _get("campaigns", READERS, scenes.alike),
    _post("campaigns", frozenset({"officer", "manager"}), scenes.alike,
          {"model": REF, "request": [_OTHER], "name": "Printers"}, about={}),
    _get("campaign", scene=scenes.campaigning, **_MODEL),
    _post("campaign", ONLY_OFFICER, scenes.modelled, {"do": "write:now"}, about=_MODEL, yes=200,
          no=200),
    _post("campaign", CHECKERS, scenes.followed, {"do": "check:now"}, about=_MODEL, yes=200,
          no=200),
    _post("campaign", ONLY_MANAGER, scenes.followed_checked, {"do": "clear:now"}, about=_MODEL,
          yes=200, no=200),
    _post("campaign", INTAKE, scenes.followed_cleared, {"do": "send:now"}, about=_MODEL, yes=200,
          no=200),
]  # fmt: skip
ROWS = [
    *_CAMPAIGNS,
    *_REQUESTS,
    *_RETAINING,
    *_DECIDING,
    *_SENDING,
    *_TURNING,
    *_LISTS,
    *_KEEPING,
    *_PEOPLE,
    *_TOGETHER,
    *_CHALLENGING,
    *_RETAINING,
    *_LOG,
    *_IN_THE_LOG,
    *_LOG,
    *_OWN,
]
"""Rows of our own pages; those of the library for sign-in lead everybody to their own account."""

LIBRARY = frozenset(
    "account_change_password account_reauthenticate mfa_reauthenticate "
    "mfa_reauthenticate_webauthn mfa_index mfa_activate_totp mfa_deactivate_totp "
    "mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes "
    "mfa_list_webauthn mfa_add_webauthn mfa_remove_webauthn mfa_edit_webauthn".split()
)
"""What the library for sign-in shows everybody of themselves: tests/functional/accounts holds it."""
