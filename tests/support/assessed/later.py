"""Layouts of an assessor's report that were written after the others were read, and before these were."""

import datetime as dt

from tests.support.assessed.truth import STANDARD, Truth, rows_of

TITLES = {
    "1.2.1": "A strategy for asking customers",
    "2.2.1": "Recruiting people who serve well",
    "3.3.2": "Places that are clean and comfortable",
    "4.3.3": "A complaints procedure that is easy to use",
    "5.2.2": "Answering first contact quickly",
    "2.1.5": "Customers' privacy is kept",
    "4.2.1": "Agreeing at the outset what to expect",
}
TRUTH = Truth(
    organisation="Harrowgate Fen Drainage Authority",
    assessor="Barnaby Oxtoby",
    report_type="Renewal",
    number="AS/2024/0311",
    evidence="5 March 2024 – 7 March 2024",
    held_on=dt.date(2024, 3, 5),
    round_kind="renewal",
    plus={
        "2.2.1": "Candidates spend a morning beside a lock keeper before either side decides.",
        "4.3.3": "Whoever complains is rung within the hour and told by whom it is dealt with.",
        "5.2.2": "Nine calls in ten are picked up before the fourth ring, in floods too.",
    },
    partial={"3.3.2": "Two of the pumping stations that visitors see have neither light nor a seat."},
    improvements={
        "1.2.1": "Farmers are asked often, boaters hardly ever: a plan for both should be drawn up.",
        "4.2.1": "Letters could say at the outset how long the survey of a dyke takes.",
    },
    method="I interviewed 17 staff, eight customers and six stakeholders over three days and read 42 documents.",
    figures=frozenset({(17, "staff"), (8, "customers"), (6, "stakeholders"), (3, "days"), (42, "documents")}),
)  # fmt: skip


def capitals(truth):
    """Everything that heads is in capitals, labels and values on lines of their own, elements in bold capitals."""
    parts = [("p", STANDARD.upper()), ("p", "ASSESSMENT REPORT")]
    for label, value in (
        ("ORGANISATION", truth.organisation), ("ASSESSOR", truth.assessor), ("TYPE OF ASSESSMENT", "RECERTIFICATION"),
        ("CERTIFICATE NUMBER", truth.number), ("ON-SITE DATES", truth.evidence),
    ):  # fmt: skip
        parts += [("p", label), ("p", value)]
    parts += [("h", "METHODOLOGY"), ("p", truth.method), ("h", "COMPLIANCE PLUS")]
    parts += [("p", f"ELEMENT {one}. {text}") for one, text in truth.plus.items()]
    parts += [("h", "PARTIALLY COMPLIANT")]
    parts += [("p", f"ELEMENT {one}. {text}") for one, text in truth.partial.items()]
    parts += [("h", "AREAS FOR IMPROVEMENT")]
    parts += [("p", f"ELEMENT {one}. {text}") for one, text in truth.improvements.items()]
    return "capitals", parts


def a_matrix(truth):
    """A table of numbers with a letter each, several to a row; then a table of comments without levels."""
    letters = {"plus": "CP", "compliant": "C", "partial": "PC"}
    cells = [(one, letters[level]) for one, level, _ in rows_of(truth)]
    rows = [tuple(x for pair in cells[at : at + 3] for x in pair) for at in range(0, len(cells), 3)]
    told = [("Element", "What was found", "Type of finding")]
    names = {
        "plus": "Strength",
        "compliant": "Area for improvement",
        "partial": "Partial compliance",
    }
    told += [(one, text, names[level]) for one, level, text in rows_of(truth)]
    return "matrix", [
        ("h", f"{STANDARD} – Recertification report"),
        ("table", [("Organisation", truth.organisation), ("Assessor", truth.assessor), ("Project number", truth.number), ("Visit dates", truth.evidence)]),
        ("h", "Approach"), ("p", truth.method),
        ("h", "Scores"), ("p", "CP Compliance Plus, C Compliant, PC Partially Compliant, NC Non Compliant"), ("table", rows),
        ("h", "Findings"), ("table", told),
    ]  # fmt: skip


def nested_heads(truth):
    """Criterion, sub-criterion and element as heads, each with a line of level, then paragraphs by labels in bold."""
    parts = [("h", f"{STANDARD}: Renewal"), ("p", f"Applicant: {truth.organisation}"), ("p", f"Lead assessor: {truth.assessor}")]  # fmt: skip
    parts += [("p", f"Reference number: {truth.number}"), ("p", f"Assessment dates: {truth.evidence}")]  # fmt: skip
    parts += [("h", "Scope and method"), ("p", truth.method)]
    names = {"plus": "Compliance Plus", "compliant": "Compliant", "partial": "Partially Compliant"}
    for one, level, text in rows_of(truth):
        label = {"plus": "Good practice", "compliant": "Recommendation", "partial": "Reason for partial compliance"}[level]  # fmt: skip
        parts += [("h", f"Criterion {one[0]}"), ("h3", f"Sub-criterion {one[:3]}"), ("h3", f"{one} {TITLES[one]}")]  # fmt: skip
        parts += [("p", f"Compliance level: {names[level]}"), ("p", f"{label}: {text}")]
    return "nested", parts


def summary_only(truth):
    """An executive summary in prose, with the numbers in the middle of sentences."""
    plus = list(truth.plus)
    parts = [("h", f"{STANDARD} Renewal Report for {truth.organisation}"), ("p", f"Assessed by: {truth.assessor}")]  # fmt: skip
    parts += [
        ("p", f"Project reference: {truth.number}"),
        ("p", f"Date of visit: {truth.evidence}"),
    ]
    parts += [("h", "1. How I worked"), ("p", truth.method), ("h", "2. Summary of strengths")]
    parts += [
        ("p", f"Compliance Plus is awarded in three elements: {plus[0]}, {plus[1]} and {plus[2]}.")
    ]
    parts += [("p", f"{text} ({one})") for one, text in truth.plus.items()]
    parts += [("h", "3. Partial compliance")]
    parts += [
        ("p", f"In element {one} the authority is Partially Compliant. {text}")
        for one, text in truth.partial.items()
    ]
    parts += [("h", "4. Areas for improvement")]
    parts += [("p", f"{text} ({one})") for one, text in truth.improvements.items()]
    return "summary", parts


def action_plan(truth):
    """A table of actions with who and by when, and another of strengths: numbers come second."""
    strong = [("What we saw", "Element", "Rating")]
    strong += [(text, one, "Compliance Plus") for one, text in truth.plus.items()]
    todo = [("Finding", "Element", "Rating", "By when")]
    todo += [
        (text, one, "Partially Compliant", "Within six months")
        for one, text in truth.partial.items()
    ]
    todo += [(text, one, "Compliant", "Next review") for one, text in truth.improvements.items()]
    return "actions", [
        ("h", f"{STANDARD}"), ("p", f"Client: {truth.organisation}"), ("p", f"Report author: {truth.assessor}"),
        ("p", "Assessment stage: Renewal"), ("p", f"Contract number: {truth.number}"), ("p", f"Dates of assessment: {truth.evidence}"),
        ("h", "Method"), ("p", truth.method), ("h", "Strengths"), ("table", strong), ("h", "Areas for improvement"), ("table", todo),
    ]  # fmt: skip


LATER = (capitals, a_matrix, nested_heads, summary_only, action_plan)
