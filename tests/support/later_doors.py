"""The doors to what comes before, beside and after an answer; the head of `doors` says what a row is."""

from tests.support import later_scenes, log_entries, scenes
from tests.support.casework import CHECKER
from tests.support.knocking import (
    CHECKERS,
    INTAKE,
    ON,
    ONLY_MANAGER,
    ONLY_OFFICER,
    READERS,
    RELEASERS,
    WHY,
    WORKERS,
    buttons,
    do,
    get,
    send,
)
from tests.support.scenes import REF

_WEIGH = {"reference": REF, "kind": "public-interest-extension"}
_WEIGHING = {"question": "1", "limbs": "31(1)(a)", "why": "It would help burglars."}
TURNING = [
    get("request-notices", scene=later_scenes.noticed, reference=REF),
    get("request-notice-new", reference=REF, kind="fees-notice"),
    get("request-turns", reference=REF),
    send("request-notice-new", ONLY_OFFICER, data=_WEIGHING, about=_WEIGH),
    *buttons(
        "request-notices",
        do("go:1", CHECKERS, later_scenes.noticed, way="email", seen="{noticed}"),
        do("back:1", ONLY_OFFICER, later_scenes.noticed),
    ),
    *buttons(
        "request-turns",
        do("clarified", WORKERS, later_scenes.meaning_asked, question="1",
            **{"clarified-words": "Of ink."}),
        do("paid", WORKERS, later_scenes.fee_asked, question="1"),
        do("withdrawn", WORKERS, question="1"),
        do("moved", ONLY_OFFICER, question="1",
            **{"moved-to": "EIR", "moved-reason": "Boilers"}),
        do("lapsed", frozenset({"officer", "manager"}), later_scenes.waited_long, question="1",
            **{"lapsed-reason": "Silence"}),
    ),
]  # fmt: skip
_CORRECTED = {"seen": "1", "title": "Cycles", "note": "It was misspelt", "text-0": "How many?",
              "answer-0": "Seven."}  # fmt: skip
IN_THE_LOG = [
    get("entry-steps", scene=later_scenes.log_waiting, reference=REF),
    *buttons(
        "entry-steps",
        do("withdraw", ONLY_MANAGER, later_scenes.log_published, **WHY),
        do("restore", ONLY_MANAGER, later_scenes.log_withdrawn, **WHY),
        do("stop:{step}", ONLY_MANAGER, later_scenes.log_waiting),
    ),
    get("entry-correction", scene=later_scenes.log_published, reference=REF),
    send("entry-correction", frozenset({"officer", "manager"}), later_scenes.log_published, _CORRECTED),
    get("log-month", scene=later_scenes.log_validated, month="2025-10"),
    send("log-month", ONLY_MANAGER, later_scenes.log_validated, {"do": "publish"},
          about={"month": "2025-10"}),
]  # fmt: skip
_EDITED = {
    "seen": "2", "title": "Pens", "month": "2025-10", "text-0": "How many?", "answer-0": "Twelve.",
    "text-1": "Who pays?", "answer-1": "We do.",
}  # fmt: skip
LOG = [
    get("log-entries"),
    *(
        get(route, scene=log_entries.written, reference=REF)
        for route in ("request-entry", "entry-validation", "entry-keeping-out")
    ),
    *buttons(
        "request-entry",
        do("draft", RELEASERS, log_entries.answered),
        do("anew", RELEASERS, log_entries.written),
        do("save", RELEASERS, log_entries.written, **_EDITED),
    ),
    *buttons(
        "entry-validation",
        do("validate", CHECKERS, log_entries.written, seen="2"),
        do("back", CHECKERS, log_entries.written, seen="2", **WHY),
        do("publish", ONLY_MANAGER, log_entries.validated, seen="2"),
    ),
    *buttons(
        "entry-keeping-out",
        do("keep", ONLY_MANAGER, log_entries.answered, why="PERSONAL", words="One officer"),
        do("let", ONLY_MANAGER, log_entries.kept_out, **WHY),
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
CHALLENGING = [
    get("reviews", scene=later_scenes.challenged),
    *(get(one, COUNTERS, later_scenes.challenged) for one in ("overturned", "overturned-file")),
    get("request-challenges", scene=later_scenes.challenged, reference=REF),
    *buttons(
        "request-challenges",
        do("take:1", RELEASERS, later_scenes.challenged),
        do("hand:1", ONLY_MANAGER, later_scenes.challenged, reviewer=CHECKER.key, **WHY),
        do("withdraw:1", WORKERS, later_scenes.challenged),
        do("close:1", COMPLAINERS, later_scenes.complained),
        do("answered:1:1", COMPLAINERS, later_scenes.complained),
    ),
    get("request-review-new", scene=scenes.posted, reference=REF),
    send("request-review-new", WORKERS, scenes.posted, REVIEW),
    get("request-complaint-new", scene=scenes.posted, reference=REF),
    send("request-complaint-new", COMPLAINERS, scenes.posted, COMPLAINT),
    get("request-review", scene=later_scenes.reviewing, **_CHALLENGE),
    *buttons(
        "request-review",
        do(
            "save",
            ONLY_OFFICER,
            later_scenes.reviewing,
            **{"finding-1": "upheld", "reasons-1": "So"},
        ),
        do("extend", ONLY_OFFICER, later_scenes.reviewing, because="It is long", way="post"),
        do("send", ONLY_OFFICER, later_scenes.reviewing, seen="{outcome}", way="post"),
        number=1,
    ),
    get("request-complaint", scene=later_scenes.complained, **_CHALLENGE),
    *buttons(
        "request-complaint",
        do("enquiry", COMPLAINERS, later_scenes.complained, **ENQUIRY),
        do("ruling", ONLY_MANAGER, later_scenes.complained, **{"finding-1": "overturned"}, **ON),
        number=1,
    ),
]
_DISPOSERS, _LISTED = frozenset({"intake", "manager"}), {"number": 1}
RETAINING = [
    get("request-retention", reference=REF),
    send("request-retention", ONLY_MANAGER, data={"do": "hold", **WHY}),
    send("request-retention", ONLY_MANAGER, later_scenes.held, {"do": "lift", **WHY}),
    get("request-export", reference=REF),
    send("request-export", frozenset({"intake", "manager", "auditor"}), data={"do": "export", **WHY},
          yes=200),
    get("request-merging", reference=REF),
    send("request-merging", WORKERS, later_scenes.doubled, {"do": "merge", "duplicate": "2025-0002"}),
    get("disposals", _DISPOSERS, scenes.nothing),
    get("disposal", _DISPOSERS, later_scenes.disposable, **_LISTED),
    get("disposal-file", _DISPOSERS, later_scenes.disposable, **_LISTED),
    send("disposals", _DISPOSERS, later_scenes.to_list, {"do": "list"}, about={}),
    send("disposal", _DISPOSERS, later_scenes.disposable, {"do": f"spare:{REF}", **WHY}, about=_LISTED),
    send("disposal", _DISPOSERS, later_scenes.disposable, {"do": "drop"}, about=_LISTED),
    send("disposal", ONLY_MANAGER, later_scenes.disposable, {"do": "approve"}, about=_LISTED),
]  # fmt: skip
_MODEL, _OTHER = {"reference": REF}, "2025-0002"
CAMPAIGNS = [
    get("campaigns", READERS, later_scenes.alike),
    send("campaigns", frozenset({"officer", "manager"}), later_scenes.alike,
          {"model": REF, "request": [_OTHER], "name": "Printers"}, about={}),
    get("campaign", scene=later_scenes.campaigning, **_MODEL),
    send("campaign", ONLY_OFFICER, later_scenes.modelled, {"do": "write:now"}, about=_MODEL, yes=200,
          no=200),
    send("campaign", CHECKERS, later_scenes.followed, {"do": "check:now"}, about=_MODEL, yes=200,
          no=200),
    send("campaign", ONLY_MANAGER, later_scenes.followed_checked, {"do": "clear:now"}, about=_MODEL,
          yes=200, no=200),
    send("campaign", INTAKE, later_scenes.followed_cleared, {"do": "send:now"}, about=_MODEL, yes=200,
          no=200),
]  # fmt: skip
