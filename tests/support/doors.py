"""Every address that only staff reach: what is sent there, in which scene, and whose it is.

A row is one method, one address and one button. `may` are the roles that get `yes`; who may read requests
gets `no` otherwise, and everybody else a plain refusal. `keeps` says that a POST changes nothing even for
those who may send it.
"""

from tests.support import (
    clashes,
    earlier,
    figure_doors,
    import_doors,
    later_doors,
    later_scenes,
    redaction_doors,
    scenes,
    word_doors,
)
from tests.support.casework import OFFICER
from tests.support.contributions import OWNER
from tests.support.knocking import (
    ADMINISTRATOR,
    ASSIGNERS,
    BOTH,
    CASEWORKERS,
    CHECKERS,
    EVERYBODY,
    INTAKE,
    LETTER_READERS,
    OFFICERS,
    ON,
    ONLY_MANAGER,
    ONLY_OFFICER,
    OWNER_KEEPERS,
    READERS,
    TIMERS,
    WHY,
    WORKERS,
    Row,
    buttons,
    do,
    get,
    send,
)
from tests.support.promise_doors import PROMISES
from tests.support.register_doors import REGISTERS, kept_for_a_question
from tests.support.releasing_doors import RELEASING
from tests.support.scenes import REF
from tests.support.standards_doors import ASSESSING
from tests.support.survey_doors import SURVEY

LIST = b"a,b\n1,2\n"
READ = {**BOTH, "seen": ["1:1", "2:1"]}
DECIDED = {
    "grounds": "1", "tables": "1", "work": "3", "outcomes": ["disclosed"], "answer": "Twelve.",
}  # fmt: skip
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


_ONE = {"reference": REF, "part": "1"}
_ASKED = {**_ONE, "number": 1}
_REQUESTS = [
    *(
        get(route, reference=REF)
        for route in (
            "request", "request-assignment", "request-validity", "request-events",
            "request-requester", "request-restriction", "request-questions", "request-clearance",
            "request-asked-before",
        )
    ),
    *buttons(
        "request-assignment",
        do("assign", ASSIGNERS, scenes.arrived, officer=OFFICER.key),
        do("take", ONLY_OFFICER, scenes.arrived),
        do("accept", ONLY_OFFICER, scenes.offered),
        do("decline", ONLY_OFFICER, scenes.offered, **WHY),
    ),
    send("request-validity", WORKERS, data={"validity": "valid"}),
    send("request-events", WORKERS, data={"kind": "clarification_requested", **ON}),
    send("request-notes", READERS - {"auditor"}, data={"text": "Ask the print room"}, no=302),
    send("request-messages", WORKERS, data={"do": "seen"}, no=302),
    send("request-messages", WORKERS, data={"do": "own", "message": "{last}"}, no=302),
    get("message-file", reference=REF, digest="{first}", place=0),
    send("request-requester", WORKERS, data=WHY, yes=200),
    send("request-restriction", ONLY_MANAGER, data=WHY),
    send("request-restriction", ONLY_MANAGER, data={"do": "lift", **WHY}),
    *buttons(
        "request-questions",
        do("merge", WORKERS, **BOTH),
        do("cut:1", WORKERS, **{"words-1": "do you have"}),
        do("reword:1", WORKERS, **{"text-1": "How many pens?"}),
        do("up:2", WORKERS),
        do("down:1", WORKERS),
    ),
    *buttons(
        "request-clearance",
        do("check", CHECKERS, scenes.drafted, **READ),
        do("clear", ONLY_MANAGER, scenes.checked, **READ),
        do("bypass", ONLY_MANAGER, scenes.drafted, **READ, **WHY),
        do("send_back", CHECKERS, scenes.drafted, **BOTH, **WHY),
        do("take_back", ONLY_OFFICER, scenes.drafted, **BOTH),
        do("close", WORKERS, scenes.begun, **BOTH, **WHY),
        do("reopen", ONLY_MANAGER, scenes.closed, **BOTH, **WHY),
    ),
]  # fmt: skip
_DECIDING = [
    get("question-decision", reference=REF, part="1"),
    *buttons(
        "question-decision",
        do("save", ONLY_OFFICER, **DECIDED),
        do("forward", ONLY_OFFICER, **DECIDED),
        part="1",
    ),
    *(
        send("question-decision", READERS, data={**DECIDED, "do": do}, about=_ONE, yes=200,
              keeps=True)
        for do in ("check", "add-grounds", "add-tables", "add-work", "add-together", "line:answer:Thank you.")
    ),
    *(
        send("question-decision", ONLY_OFFICER, earlier.answered_before, {**DECIDED, "do": do},
              about=_ONE, yes=200, keeps=True)
        for do in ("use:{earlier}", "decide:{earlier}", "own")
    ),
    send("question-decision", ONLY_OFFICER, kept_for_a_question,
         {**DECIDED, "do": "measured:{table}"}, about=_ONE, yes=200, keeps=True),
    *(
        send("question-decision", ONLY_OFFICER, scene, {**DECIDED, "do": do}, about=_ONE, yes=200)
        for do, scene in (
            ("aside:{earlier}", earlier.answered_before), ("again:{aside}", earlier.put_apart),
        )
    ),
    get("question-transfer", scene=later_scenes.transferring, **_ONE),
    get("question-contributions", **_ONE),
    send("question-contributions", ONLY_OFFICER, scenes.listed, {"owner": OWNER, **ASKING},
          about=_ONE, no=422),
    get("question-contribution", scene=scenes.asked, **_ASKED),
    send("question-contribution", ONLY_OFFICER, scenes.asked, ASKING, about=_ASKED, no=422),
    send("contribution-reminder", ONLY_OFFICER, scenes.asked, about=_ASKED, no=302),
    send("contribution-withdrawal", ONLY_OFFICER, scenes.asked, about=_ASKED, no=302),
    get("contribution-file", scene=scenes.answered, **_ASKED, place=1),
]  # fmt: skip
_SENDING = [
    get("request-files", reference=REF),
    get("request-file", scene=scenes.filed, reference=REF, number="{file}"),
    *buttons(
        "request-files",
        do("attach", INTAKE, question="1", file=LIST),
        do("contributed:{contributed}", INTAKE, scenes.answered),
    ),
    get("request-letter", scene=scenes.cleared, reference=REF),
    get("letter-draft-pdf", scene=scenes.cleared, reference=REF, kind="answer"),
    get("letter-pdf", LETTER_READERS, scenes.posted, reference=REF, number=1),
    *buttons(
        "request-letter",
        do("send:answer", INTAKE, scenes.cleared, way="email", seen="{seen}"),
        do("posted:1", INTAKE, scenes.posting),
        do("stop:1", WORKERS, scenes.mailing, **WHY),
    ),
]
_LISTS = [
    Row("GET", "start", EVERYBODY, scenes.nothing, keeps=True),
    *(get(one) for one in ("work", "requests", "workload", "request-search")),
    Row("GET", "whose-time", TIMERS, later_scenes.answered_late, yes=200, keeps=True),
    Row("GET", "whose-time-file", TIMERS, later_scenes.answered_late, yes=200),
    Row("GET", "requests-file", READERS - {"checker"}, yes=200),
    Row("GET", "requests-assign", ASSIGNERS, data={"request": REF}, yes=200, keeps=True),
    send("requests-assign", ASSIGNERS, scenes.arrived,
          {"request": REF, "officer": OFFICER.key, "confirm": "1"}, about={}),
    send("request-filters", READERS, data={"name": "Mine", "stage": "open"}, about={}),
    send("request-filter-removal", READERS, scenes.with_filters, {"name": "Mine"}, about={}),
    get("request-new", WORKERS, scenes.nothing),
    send("request-new", WORKERS, scenes.nothing, ENTERED, about={}),
    get("outgoing", OWNER_KEEPERS, scenes.in_doubt),
    send("outgoing", OWNER_KEEPERS, scenes.in_doubt, {"do": "went", **DOUBTED}, about={}),
    send("outgoing", OWNER_KEEPERS, scenes.in_doubt, {"do": "again", **DOUBTED}, about={}),
]  # fmt: skip
_LINE, _OWNER = {"slug": "plain"}, {"email": OWNER}
_BODY = {"slug": "office-of-pens"}
_KEEPING = [
    get("standard-lines", scene=scenes.with_line),
    get("standard-line-new", CHECKERS, scenes.nothing),
    send("standard-line-new", CHECKERS, scenes.nothing,
          {"name": "Thanks", "text": "Thank you.", **UNTIL}, about={}),
    get("standard-line", scene=scenes.with_line, **_LINE),
    send("standard-line", CHECKERS, scenes.with_line, {"text": "Other words.", **UNTIL},
          about=_LINE),
    send("standard-line-retirement", CHECKERS, scenes.with_line, about=_LINE),
    get("other-bodies", CASEWORKERS, later_scenes.directed),
    get("other-body-new", CASEWORKERS, scenes.nothing),
    send("other-body-new", OWNER_KEEPERS, scenes.nothing, {"name": "Office of Ink"}, about={},
          no=422),
    get("other-body", CASEWORKERS, later_scenes.directed, **_BODY),
    send("other-body", OWNER_KEEPERS, later_scenes.directed, {"do": "change", "name": "Pens"},
          about=_BODY, no=422),
    send("other-body", OWNER_KEEPERS, later_scenes.directed, {"do": "retire"}, about=_BODY, no=302),
    send("other-body", OWNER_KEEPERS, later_scenes.retired_body, {"do": "restore"}, about=_BODY,
          no=302),
    get("information-owners", CASEWORKERS, scenes.listed),
    get("information-owner-new", CASEWORKERS, scenes.nothing),
    send("information-owner-new", OWNER_KEEPERS, scenes.nothing,
          {"email": "o@body.example", "name": "O"}, about={}, no=422),
    get("information-owner", CASEWORKERS, scenes.listed, **_OWNER),
    send("information-owner", OWNER_KEEPERS, scenes.listed, {"name": "Wilma"}, about=_OWNER,
          no=422),
    send("information-owner-end", OWNER_KEEPERS, scenes.listed, about=_OWNER, no=302),
]  # fmt: skip
_PAT, _TEAM = {"email": "pat@body.example"}, {"code": "press"}
_PEOPLE = [
    *(get(one, ADMINISTRATOR, scenes.nothing) for one in ("people", "people-new")),
    *(get(one, ADMINISTRATOR, scenes.nothing) for one in ("teams", "teams-new")),
    send("people-new", ADMINISTRATOR, scenes.nothing,
          {"email": "new@body.example", "name": "New", "roles": ["officer"]}, about={}, yes=200),
    get("person", ADMINISTRATOR, scenes.with_person, **_PAT),
    send("person", ADMINISTRATOR, scenes.with_person, {"roles": ["manager"]}, about=_PAT),
    send("person-access", ADMINISTRATOR, scenes.with_person, about=_PAT),
    send("person-password", ADMINISTRATOR, scenes.with_person, about=_PAT, yes=200),
    send("person-second-factors", ADMINISTRATOR, scenes.with_app, about=_PAT),
    send("teams-new", ADMINISTRATOR, scenes.nothing, {"name": "Press", "code": "press"}, about={}),
    get("team", ADMINISTRATOR, scenes.with_team, **_TEAM),
    send("team", ADMINISTRATOR, scenes.with_team, {"name": "Presses", "is_active": "on"},
          about=_TEAM),
]  # fmt: skip
_TOGETHER = [
    get("request-links", reference=REF),
    send("request-links", WORKERS, scenes.two,
          {"do": "link", "other": "2025-0002", "kind": "same subject"}),
    send("request-links", WORKERS, scenes.linked,
          {"do": "unlink", "other": "2025-0002", "kind": "same subject"}),
    get("request-follow-link", reference=REF),
    send("request-follow-link", ASSIGNERS, data={"do": "send"}),
    send("request-follow-link", ASSIGNERS, later_scenes.delivered, {"do": "extend:1"}),
    get("requests-watched"),
    send("request-watching", READERS, data={"do": "watch"}),
]  # fmt: skip
_CLASHING = [
    get("contradictions", scene=clashes.both),
    Row("GET", "contradictions-file", READERS - {"checker"}, clashes.both, yes=200),
    get("contradiction", scene=clashes.both, number="{clash}"),
    send("contradiction", OFFICERS, clashes.both,
          {"do": "settle", "because": "other", "words": "It was agreed"}, about={"number": "{clash}"}),
    send("contradiction", OFFICERS, clashes.settled, {"do": "reopen", **WHY},
          about={"number": "{clash}"}),
]  # fmt: skip
_OWN = [
    get("account-mail", EVERYBODY, scenes.nothing),
    send("account-mail", EVERYBODY, scenes.nothing, MAIL_CHOSEN, about={}),
    get("account", EVERYBODY, scenes.nothing),
    send("account-sessions", EVERYBODY, scenes.nothing, about={}),
]
ROWS = [
    *_REQUESTS,
    *_DECIDING,
    *_SENDING,
    *RELEASING,
    *REGISTERS,
    *PROMISES,
    *ASSESSING,
    *SURVEY,
    *later_doors.TURNING,
    *_LISTS,
    *_KEEPING,
    *_PEOPLE,
    *_TOGETHER,
    *later_doors.CHALLENGING,
    *later_doors.CAMPAIGNS,
    *later_doors.RETAINING,
    *later_doors.LOG,
    *later_doors.IN_THE_LOG,
    *import_doors.IMPORTS,
    *word_doors.WORDS,
    *redaction_doors.REDACTING,
    *_CLASHING,
    *figure_doors.FIGURES,
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
