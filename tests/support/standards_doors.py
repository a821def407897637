"""The doors to the self-assessment: those of the standards read it, quality leads and element owners write in it."""

import datetime as dt
import json
from dataclasses import asdict, replace

from answerable.actions.standards.elements import (
    GivenEvidence,
    add_evidence,
    give_element,
)
from answerable.actions.standards.improving import Plan, plan_action
from answerable.actions.standards.reports import load_report
from answerable.actions.standards.rounds import make_round
from answerable.domain.assurance import known_framework
from answerable.inspecting.version import rules_version
from answerable.records.standards.models import Evidence, MadePack, PackFile, PackPart
from tests.support import scenes
from tests.support.accounts import at_work
from tests.support.casework import AT, ELEMENT_OWNER, QUALITY_LEAD, doing_by
from tests.support.knocking import WHY, Row, get, send
from tests.support.open_standards import closed_round, opened_round

READING = frozenset({"manager", "auditor", "quality lead", "element owner", "standards reader"})
KEEPING = frozenset({"quality lead"})
WRITING = KEEPING | {"element owner"}
"""An element owner writes about their own elements only: the one of the scenes is theirs."""
REPORT = """Organisation: Brindlewick Ferries

Standard: Customer Service Excellence

Report type: Review I

Assessment date: 9 March 2025

1. Summary of strengths

Crews greet whoever comes aboard. This element is awarded Compliance Plus. (2.2.2)

2. Areas for improvement

The following is partially compliant. Sailings leave late more often than is promised. (5.3.2)

Notices could be larger. (3.2.1)
"""
FRAMEWORK = json.dumps(asdict(replace(known_framework("cse"), version="2027")))
"""Another edition of the standard that comes with the product."""
_ELEMENT = {"number": "5.3.2"}
_ROUND = {"number": "{round}"}
PUBLISHING = frozenset({"manager", "quality lead"})
_LATER = {"action-due_on_day": "1", "action-due_on_month": "12", "action-due_on_year": "2026"}
_DAY = {
    "evidence-dated_on_day": "1",
    "evidence-dated_on_month": "9",
    "evidence-dated_on_year": "2025",
}


def loaded():
    """A report that made a round; return the round's number."""
    return load_report("report.txt", REPORT.encode(), doing=doing_by(QUALITY_LEAD)).round_id


def open_round():
    """A round without levels yet."""
    make_round(
        "cse", kind="initial", by="self", held_on=dt.date(2025, 3, 1), doing=doing_by(QUALITY_LEAD)
    )


def two_rounds():
    """A report that made a round, and a round of the office's own before it."""
    loaded()
    open_round()


def packed():
    """A pack that was made, and in which nothing was found."""
    made = MadePack.objects.create(
        framework="cse",
        round_id=loaded(),
        state="made",
        asked_by=QUALITY_LEAD.key,
        asked_at=AT,
        made_at=AT,
    )
    file = {"sha256": "0" * 64, "size": 3, "verdict": "clear", "rules": rules_version()}
    for kind in ("pdf", "csv", "json", "zip"):
        PackPart.objects.create(
            file=PackFile.objects.create(pack=made, kind=kind, **file), place=0, data=b"a,b"
        )


def packed_with_findings():
    """A pack that was made, and in which something was found."""
    packed()
    PackFile.objects.filter(kind="csv").update(verdict="findings")


def shown_by_file():
    """An element that somebody looks after, with a file of evidence and something to be done."""
    at_work(ELEMENT_OWNER)
    doing = doing_by(QUALITY_LEAD)
    give_element("cse", "5.3.2", owner=ELEMENT_OWNER.key, doing=doing)
    given = GivenEvidence(
        "Sailings", dt.date(2025, 9, 1), file_name="sailings.csv", data=b"month,late\n2025-08,3\n"
    )
    add_evidence("cse", "5.3.2", given, doing=doing)
    plan = Plan("Publish it", ELEMENT_OWNER.key, dt.date(2026, 12, 1))
    plan_action("cse", "5.3.2", plan, doing=doing)


def asked_for():
    """A report asks something of an element that somebody looks after."""
    loaded()
    at_work(ELEMENT_OWNER)
    give_element("cse", "5.3.2", owner=ELEMENT_OWNER.key, doing=doing_by(QUALITY_LEAD))


def found_out():
    """A file of evidence in whose inspection something was found."""
    shown_by_file()
    Evidence.objects.update(verdict="findings", report={"findings": []})


def _on_element(do, may=WRITING, **data) -> Row:
    return send("element", may, shown_by_file, {"do": do, **data}, about=_ELEMENT)


ASSESSING = [
    get("self-assessment", READING, loaded),
    get("assessment-file", READING, loaded, form="csv"),
    get("readiness", READING, loaded, lack="no-owner"),
    get("element", READING, shown_by_file, **_ELEMENT),
    get("evidence-file", READING, shown_by_file, number="{evidence}"),
    get("framework-load", KEEPING, scenes.nothing),
    send("framework-load", KEEPING, scenes.nothing, {"file": b"key = 1"}, about={}, yes=422, keeps=True),
    send(
        "framework-load", KEEPING, scenes.nothing,
        {"do": "load", "name": "a.json", "text": FRAMEWORK, "beside": "2008"}, about={},
    ),
    get("improvement-actions", READING, shown_by_file),
    get("assessment-packs", KEEPING, loaded),
    send("assessment-packs", KEEPING, loaded, {"round": "{round}"}, about={}),
    get("assessment-pack", KEEPING, packed, number="{pack}"),
    send("assessment-pack", KEEPING, packed, {"do": "take:csv"}, about={"number": "{pack}"}, yes=200),
    send(
        "assessment-pack", KEEPING, packed_with_findings, {"do": "leave-all", "reason": "It is ours"},
        about={"number": "{pack}"},
    ),
    send(
        "assessment-pack", KEEPING, packed_with_findings, {"do": "leave:csv", "reason": "It is ours"},
        about={"number": "{pack}"},
    ),
    get("assessment-rounds", READING, loaded),
    get("assessment-round", READING, loaded, number="{round}"),
    get("assessment-rounds-compared", READING, loaded),
    Row(
        "GET", "assessment-rounds-compared-csv", READING, two_rounds,
        {"from": "{round before}", "to": "{round after}"}, yes=200, keeps=True,
    ),
    get("assessment-round-new", KEEPING, scenes.nothing),
    get("assessment-report", KEEPING, scenes.nothing),
    send(
        "assessment-round-new", KEEPING, scenes.nothing,
        {"kind": "initial", "by": "self", "held_on_day": "1", "held_on_month": "3", "held_on_year": "2025"},
        about={},
    ),
    send("assessment-report", KEEPING, scenes.nothing, {"file": REPORT.encode()}, about={}),
    send(
        "assessment-round", KEEPING, open_round, {"do": "levels", "1.1.1": "compliant"},
        about={"number": "{round}"},
    ),
    send("assessment-round", KEEPING, loaded, {"do": "close"}, about={"number": "{round}"}),
    get("assessment-round-publishing", PUBLISHING, closed_round, **_ROUND),
    send("assessment-round-publishing", PUBLISHING, closed_round, {"do": "publish", **WHY}, about=_ROUND),
    send("assessment-round-publishing", PUBLISHING, opened_round, {"do": "take-back", **WHY}, about=_ROUND),
    _on_element("story", **{"story-text": "Each month is published"}),
    _on_element("evidence", **{"evidence-title": "The page", "evidence-address": "https:" + "//ferry.example", **_DAY}),
    _on_element("action", **{"action-text": "Tell why", "action-owner": ELEMENT_OWNER.key, **_LATER}),
    _on_element("owner", KEEPING, **{"owner-owner": ""}),
    _on_element("take-back", which="{evidence}"),
    _on_element("finish", which="{improvement}"),
    send(
        "element", WRITING, found_out, {"do": "decide", "which": "{evidence}", "reason": "It is ours"},
        about=_ELEMENT,
    ),
    send(
        "element", WRITING, asked_for,
        {"do": "progress", "which": "{round}", "place": "{asked}", "progress": "under way"},
        about=_ELEMENT,
    ),
]  # fmt: skip
