"""Six more kinds of report, as certifying bodies lay them out; each layout has facts of its own."""

import datetime as dt

from tests.support.assessed.truth import STANDARD, Truth, by_criterion, rows_of

TITLES = {
    "1.1.2": "What is known of customers is used",
    "1.2.2": "Consultation leads to change",
    "1.3.4": "Targets for satisfaction stretch",
    "2.1.1": "Leaders speak for the customer",
    "2.2.5": "Contributions are valued",
    "3.1.1": "The whole range of services is told",
    "3.3.1": "Easy ways to reach the service",
    "4.1.2": "Standards are met and told",
    "4.2.4": "Good practice is shared",
    "4.3.5": "The complaints procedure is reviewed",
    "5.2.4": "Next steps are explained",
    "5.3.2": "Timeliness is met and published",
}


BOXES = Truth(
    organisation="Wexbury Parking Services",
    assessor="Imelda Farthingale",
    report_type="Rolling Programme 2",
    number="RP-20881",
    evidence="4th & 5th October 2022",
    held_on=dt.date(2022, 10, 4),
    round_kind="review 2",
    plus={
        "1.2.2": "Permit holders sit on the panel that redrew the zones, and were told what came of it.",
        "2.1.1": "The head of service answers the first ten complaints of each month in person.",
    },
    partial={"4.1.2": "Two of six standards were missed for half a year and the website still shows the old figures."},
    improvements={
        "1.3.4": "A target of eighty per cent has been passed for three years: it could be raised.",
        "5.2.4": "Letters about appeals could say how long the adjudicator usually takes.",
    },
    method="Evidence was gathered from 14 staff, five customers and three partners over two days.",
    figures=frozenset({(14, "staff"), (5, "customers"), (3, "partners"), (2, "days")}),
)  # fmt: skip


def tick_boxes(truth=BOXES):
    """By criterion, a table in which each element has all four levels with a box before each, one of them crossed."""
    names = {"plus": "Compliance Plus", "compliant": "Compliant", "partial": "Partially Compliant", "non": "Non Compliant"}  # fmt: skip
    parts = [("h", f"{STANDARD} – Rolling Programme Assessment Report"), ("table", [
        ("Organisation name", truth.organisation), ("Assessor name", truth.assessor), ("Type of assessment", truth.report_type),
        ("Project number", truth.number), ("Date(s) of assessment", truth.evidence)])]  # fmt: skip
    parts += [("h", "Assessment methodology"), ("p", truth.method)]
    for key, name, rows in by_criterion(truth):
        table = [("Element", "Compliance level", "Comments")]
        for one, level, text in rows:
            boxes = " ".join(f"{'☒' if at == level else '☐'} {told}" for at, told in names.items())
            table.append((f"{one} {TITLES[one]}", boxes, "" if level == "compliant" else text))
        parts += [("h3", f"Criterion {key} – {name}"), ("table", table)]
        if better := [f"{text} ({one})" for one, level, text in rows if level == "compliant"]:
            parts += [("p", f"Areas for improvement – Criterion {key}"), ("li", better)]
    return truth, parts


PROSE = Truth(
    organisation="Thornmere Registration Office",
    assessor="Dafydd Penhallow",
    report_type="Annual Review 1",
    number="CSE/4410/B",
    evidence="12/05/2021 – 13/05/2021",
    held_on=dt.date(2021, 5, 12),
    round_kind="review 1",
    plus={
        "2.2.5": "Registrars who think of something better are given a day to try it out.",
        "3.3.1": "Weddings are booked at a kiosk, by telephone or from a van that calls at each village.",
        "4.2.4": "Neighbouring offices send their new registrars here for a week.",
    },
    partial={"5.3.2": "The time that a certificate takes is measured, but has not been published since the move."},
    improvements={
        "1.1.2": "The register of callers could be used to foresee when the counter is busy.",
        "4.3.5": "Those who complained might be asked how the procedure felt to them.",
    },
    method="I met eleven members of staff, six customers and two partners on site and by video.",
    figures=frozenset({(11, "members of staff"), (6, "customers"), (2, "partners")}),
)  # fmt: skip


def plus_in_prose(truth=PROSE):
    """A sentence counts and lists the elements with their titles; then each criterion is told in prose."""
    listed = "; ".join(f"{one} {TITLES[one]}" for one in truth.plus)
    (partial,) = truth.partial
    parts = [("h", f"{STANDARD}"), ("h3", "Annual review report"), ("p", f"Client: {truth.organisation}"),
             ("p", f"Assessor: {truth.assessor}"), ("p", f"Review stage: {truth.report_type}"), ("p", f"Job number: {truth.number}"),
             ("p", f"Dates of review: {truth.evidence}"), ("h", "1 Introduction and methodology"), ("p", truth.method),
             ("h", "2 Outcome"), ("p", "I am pleased to confirm that the Service continues to meet the Standard."),
             ("p", f"Three elements have been assessed as Compliance Plus: {listed}."),
             ("p", f"One element, {partial} ({TITLES[partial]}), remains Partially Compliant. All other elements are Compliant."),
             ("h", "3 Findings")]  # fmt: skip
    for key, name, rows in by_criterion(truth):
        parts.append(("h3", f"Criterion {key}: {name}"))
        for one, level, text in rows:
            head = {"plus": "Strength", "partial": "Partial compliance", "compliant": "Area for improvement"}[level]  # fmt: skip
            parts.append(("p", f"{head}: {text} ({one})"))
    return truth, parts


DASHES = Truth(
    organisation="Lower Dunwick Harbour Board",
    assessor="Prudence Ackerley",
    report_type="Surveillance Visit 1",
    number="SV100-77",
    evidence="Tuesday 7 February 2023",
    held_on=dt.date(2023, 2, 7),
    round_kind="review 1",
    plus={"3.1.1": "All that the harbour offers stands on one board, in six languages and in signs."},
    partial={
        "4.1.2": "Berthing times are promised on the website, and nobody counts whether they are kept.",
        "4.3.5": "The procedure for complaints was last looked at when the old quay still stood.",
    },
    failing={"5.3.2": "No figure of timeliness has been gathered since the system was changed."},
    improvements={"1.1.2": "What skippers say at the fuel berth might be written down and used."},
    method="One day was spent on site; nine staff and four customers were seen.",
    figures=frozenset({(1, "day"), (9, "staff"), (4, "customers")}),
)  # fmt: skip


def dashes_with_part_met(truth=DASHES):
    """A line for each element: number, dash, level in everyday words; below it what was seen."""
    names = {"plus": "Exceeded", "compliant": "Met", "partial": "Met in part", "non": "Not met"}
    parts = [("h", f"{STANDARD} Surveillance Report"), ("p", f"Organisation: {truth.organisation}"), ("p", f"Visit: {truth.report_type}"),
             ("p", f"Contract no: {truth.number}"), ("p", f"Visit date: {truth.evidence}"), ("p", f"Auditor: {truth.assessor}"),
             ("h", "How the visit was carried out"), ("p", truth.method), ("h", "Elements sampled")]  # fmt: skip
    for one, level, text in rows_of(truth):
        label = {"compliant": "Suggestion", "plus": "Strength"}.get(level, "Finding")
        parts += [("p", f"{one} - {names[level]}"), ("p", f"{label}: {text}")]
    return truth, parts


RANGES = Truth(
    organisation="Copperhill Housing Partnership",
    assessor="Tobias Merriweather",
    report_type="Full re-assessment",
    number="20/1177",
    evidence="March 14-16, 2023",
    held_on=dt.date(2023, 3, 14),
    round_kind="renewal",
    plus=dict.fromkeys(("1.2.1", "1.2.2", "1.2.3"), "Tenants write the questions, ask them, and present the answers to the board.")
    | dict.fromkeys(("2.2.4", "2.2.5"), "Caretakers are heard before any policy about the estates is changed."),
    partial=dict.fromkeys(("5.3.1", "5.3.2"), "Repairs are timed from the second call and not from the first."),
    improvements=dict.fromkeys(("3.2.1", "3.2.2", "3.2.3"), "Leaflets could be shorter, and tried out on new tenants."),
    method="During three days we interviewed 26 employees and ten tenants, and reviewed 60 documents.",
    figures=frozenset({(26, "employees"), (10, "tenants"), (3, "days"), (60, "documents")}),
)  # fmt: skip


def ranges(truth=RANGES):
    """Elements in ranges, with a dash or with "to", in a summary and behind each text."""
    spans = {"plus": "1.2.1 – 1.2.3 and 2.2.4–2.2.5", "partial": "5.3.1 to 5.3.2"}
    texts = list(dict.fromkeys(truth.plus.values()))
    return truth, [
        ("h", f"{STANDARD}®: Report of Re-assessment"),
        ("table", [("Name of organisation", truth.organisation), ("Lead Assessor", truth.assessor), ("Stage", truth.report_type),
                   ("Reference", truth.number), ("Dates of assessment", truth.evidence)]),
        ("h", "A. Method"), ("p", truth.method),
        ("h", "B. Summary"),
        ("table", [("Level", "Elements"), ("Compliance Plus", spans["plus"]), ("Partially Compliant", spans["partial"]), ("Non Compliant", "None")]),
        ("h", "C. Strengths (Compliance Plus)"),
        ("p", f"{texts[0]} (1.2.1 – 1.2.3)"), ("p", f"{texts[1]} (2.2.4 and 2.2.5)"),
        ("h", "D. Partial compliance"), ("p", f"{truth.partial['5.3.1']} (5.3.1 to 5.3.2)"),
        ("h", "E. Areas for improvement"), ("p", f"{truth.improvements['3.2.1']} (3.2.1-3.2.3)"),
    ]  # fmt: skip


CODES = Truth(
    organisation="Brackenfold Revenues and Benefits",
    assessor="Ottoline Greatorex",
    report_type="Initial Assessment",
    number="A0093-1",
    evidence="9 November 2021",
    held_on=dt.date(2021, 11, 9),
    round_kind="initial",
    plus={"3.3.1": "A claim can be begun at the library and ended at home without saying anything twice."},
    partial={"1.3.4": "There is no target for satisfaction.", "5.2.4": "Claimants are not told when they will hear again."},
    improvements={
        "2.1.1": "Directors could be seen at the counter more than once a year.",
        "4.2.4": "What is learnt at the tribunal could be passed on to the landlords' forum.",
    },
    method="The assessor interviewed 20 staff, 15 customers and five stakeholders.",
    figures=frozenset({(20, "staff"), (15, "customers"), (5, "stakeholders")}),
)  # fmt: skip
SUB_CRITERIA = {
    "1.1": 3, "1.2": 3, "1.3": 5, "2.1": 6, "2.2": 5, "3.1": 2, "3.2": 4, "3.3": 3, "3.4": 3,
    "4.1": 3, "4.2": 4, "4.3": 6, "5.1": 2, "5.2": 5, "5.3": 3,
}  # fmt: skip


def codes_for_all(truth=CODES):
    """A row for each of the 57 elements with a code of a letter or two, then strengths and suggestions as bullets."""
    codes = {"plus": "CP", "partial": "PC"}
    table = [("Element no", "Rating")]
    for part, number in SUB_CRITERIA.items():
        for at in range(1, number + 1):
            one = f"{part}.{at}"
            table.append((one, codes.get(truth.levels.get(one), "C")))
    return truth, [
        ("h", f"{STANDARD} Standard: Assessment Report"), ("p", f"Prepared for {truth.organisation}"),
        ("p", f"Prepared by {truth.assessor}"), ("p", f"Assessment type: {truth.report_type}"), ("p", f"Project no. {truth.number}"),
        ("p", f"Date of on-site assessment: {truth.evidence}"), ("h", "Approach"), ("p", truth.method),
        ("h", "Ratings"), ("p", "CP – Compliance Plus   C – Compliant   PC – Partially Compliant   NC – Non Compliant"), ("table", table),
        ("h", "Key strengths"), ("li", [f"{text} [{one}]" for one, text in truth.plus.items()]),
        ("h", "Partial compliances"), ("li", [f"{text} [{one}]" for one, text in truth.partial.items()]),
        ("h", "Suggested improvements"), ("li", [f"{text} [{one}]" for one, text in truth.improvements.items()]),
    ]  # fmt: skip


STATUS = Truth(
    organisation="Saltmarsh Leisure Trust",
    assessor="Hubert Danvers-Coyle",
    report_type="Second year annual review",
    number="PL-330-6",
    evidence="30th November and 1st December 2022",
    held_on=dt.date(2022, 11, 30),
    round_kind="review 2",
    plus={"4.2.4": "Instructors of four trusts meet in a pool each quarter and teach each other."},
    partial={"5.3.2": "Waiting times at the desk are still not shown anywhere."},
    improvements={"2.2.5": "Seasonal staff could be thanked as the others are."},
    method="Interviews were held with 18 staff, seven customers and four partners.",
    figures=frozenset({(18, "staff"), (7, "customers"), (4, "partners")}),
)


def what_it_was_and_is(truth=STATUS):
    """A table with the level that elements had at the last review beside that of this one; others are no longer partial."""
    table = [("Element", "Previous level", "Current level", "Assessor comment")]
    table += [
        (
            "1.2.2",
            "Partially Compliant",
            "Compliant",
            "Members are now told what came of the survey.",
        )
    ]
    table += [
        (
            "3.1.1",
            "Compliance Plus",
            "Compliant",
            "The brochure is good, and no longer better than that of others.",
        )
    ]
    table += [(one, "Compliant", "Compliance Plus", text) for one, text in truth.plus.items()]
    table += [
        (one, "Partially Compliant", "Partially Compliant", text)
        for one, text in truth.partial.items()
    ]
    return truth, [
        ("h", f"{STANDARD}: Rolling Programme Report"),
        ("p", f"Organisation: {truth.organisation}"), ("p", f"Assessor(s): {truth.assessor}"), ("p", f"Assessment type: {truth.report_type}"),
        ("p", f"Project reference: {truth.number}"), ("p", f"Evidence gathering: {truth.evidence}"),
        ("h", "Methodology"), ("p", truth.method), ("h", "Status of elements"), ("table", table),
        ("h", "Areas for further improvement"), ("li", [f"Element {one}: {text}" for one, text in truth.improvements.items()]),
    ]  # fmt: skip


PROGRAMMES = (tick_boxes, plus_in_prose, dashes_with_part_met, ranges, codes_for_all, what_it_was_and_is)  # fmt: skip
