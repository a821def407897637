"""Six more kinds of report, measured before any was looked at; three of them never were."""

import datetime as dt

from tests.support.assessed.programmes import TITLES
from tests.support.assessed.truth import CRITERIA, STANDARD, Truth, by_criterion, rows_of

BILINGUAL = Truth(
    organisation="Ymddiriedolaeth Llyfrgelloedd Cwm Derw",
    assessor="Eluned Prydderch",
    report_type="Review 2",
    number="CG-2231",
    evidence="16 March 2022",
    held_on=dt.date(2022, 3, 16),
    round_kind="review 2",
    plus={
        "2.1.1": "The chief librarian spends a day each month at the desk of a branch.",
        "3.3.1": "A reader can borrow by post, by van or by a neighbour's card.",
    },
    partial={"4.1.2": "Opening hours are promised and were not kept in two branches."},
    improvements={"1.1.2": "What is known of readers of Welsh might shape what is bought."},
    method="The assessor met twelve staff, six customers and two partners.",
    figures=frozenset({(12, "staff"), (6, "customers"), (2, "partners")}),
)


def two_languages(truth=BILINGUAL):
    """Headings, labels and levels in Welsh and English beside each other, the text in English."""
    names = {"plus": "Cydymffurfio a Mwy / Compliance Plus", "partial": "Yn Cydymffurfio'n Rhannol / Partially Compliant"}  # fmt: skip
    parts = [("h", f"Rhagoriaeth Gwasanaeth Cwsmeriaid / {STANDARD}"), ("table", [
        ("Sefydliad / Organisation", truth.organisation), ("Asesydd / Assessor", truth.assessor),
        ("Math o asesiad / Assessment type", f"Adolygiad 2 / {truth.report_type}"), ("Rhif prosiect / Project number", truth.number),
        ("Dyddiad yr asesiad / Assessment date", f"16 Mawrth 2022 / {truth.evidence}")]),
        ("h", "Methodoleg / Methodology"), ("p", truth.method), ("h", "Cryfderau / Strengths")]  # fmt: skip
    parts += [("p", f"{one} – {names['plus']}: {text}") for one, text in truth.plus.items()]
    parts += [("h", "Cydymffurfiaeth rannol / Partial compliance")]
    parts += [("p", f"{one} – {names['partial']}: {text}") for one, text in truth.partial.items()]
    parts += [("h", "Meysydd i'w gwella / Areas for improvement")]
    parts += [("p", f"{one}: {text}") for one, text in truth.improvements.items()]
    return truth, parts


SLIPS = Truth(
    organisation="Marlock Vale Enquiry Centre",
    assessor="Winifred Oakshott",
    report_type="Review I",
    number="PN104411",
    evidence="2ND JUN 2021",
    held_on=dt.date(2021, 6, 2),
    round_kind="review 1",
    plus={
        "1.1.3": "Callers who do not hear well are met at the door and written with.",
        "4.2.4": "What goes wrong in one centre is told to the other eleven within the week.",
    },
    partial={"5.3.2": "Calls are timed, and the times are pinned up nowhere."},
    improvements={"3.2.1": "Letters could be set in larger type.", "1.3.1": "Satisfaction might be asked after each call."},
    method="The Assessor interviewed 22 staff and eight customers.",
    figures=frozenset({(22, "staff"), (8, "customers")}),
)  # fmt: skip


def slips_of_a_scanner(truth=SLIPS):
    """Capitals, labels above values, a line at the head and foot of each page, and what a scanner takes for something else."""
    slip = {
        "1.1.3": "l.1.3",
        "4.2.4": "4.2 .4",
        "5.3.2": "5,3.2",
        "3.2.1": "3.2.l",
        "1.3.1": "1.3. 1",
    }
    page = [("p", f"{STANDARD}       Page {{}} of 3")]
    parts = [("p", "ORGANISATION / SERVICE ASSESSED"), ("p", truth.organisation.upper()), ("p", "PREPARED BY"), ("p", f"{truth.assessor.upper()}, ASSESSOR"),
             ("p", "REPORT TYPE"), ("p", "REVIEW l"), ("p", "PROJECT NUMBER"), ("p", truth.number), ("p", "DOCUMENT REVIEW DATE"), ("p", "26TH MAY 202l"),
             ("p", "EVIDENCE GATHERING ACTIVITY DATE"), ("p", "2ND JUN 2O21")]  # fmt: skip
    parts += [(kind, text.format(1)) for kind, text in page]
    parts += [("h", "1. METHODOLOGY"), ("p", truth.method), ("h", "2. SUMMARY OF STRENGTHS")]
    parts += [("p", f"Sections: {', '.join(slip[one] for one in truth.plus)}")]
    parts += [("p", f"{text} This element is awarded Compliancc Plus. ({slip[one]})") for one, text in truth.plus.items()]  # fmt: skip
    parts += [(kind, text.format(2)) for kind, text in page]
    parts += [("h", "3. AREAS FOR CONTlNUOUS IMPROVEMENT"), ("p", f"Sections: {', '.join(slip[one] for one in truth.improvements)}")]  # fmt: skip
    parts += [("p", "The following element is currently awarded Partiai Compliance.")]
    parts += [("p", f"{text} ({slip[one]})") for one, text in truth.partial.items()]
    parts += [("p", "The following elements could be considered for further improvement.")]
    parts += [("p", f"{text} ({slip[one]})") for one, text in truth.improvements.items()]
    return truth, [*parts, *[(kind, text.format(3)) for kind, text in page]]


SELF = Truth(
    organisation="Amberley Court Student Services",
    assessor="Cosmo Tredinnick",
    report_type="Annual review (year 1)",
    number="QN/5512",
    evidence="22/02/2023",
    held_on=dt.date(2023, 2, 22),
    round_kind="review 1",
    plus={"1.2.2": "Students chair the board that spends the fund.", "2.2.5": "Porters were given the prize of the year."},
    partial={"4.3.5": "The procedure for complaints has not been looked at since it was written."},
    improvements={"3.1.1": "The counselling service could be named on the first page."},
    method="Ten staff, nine customers and three partners were interviewed.",
    figures=frozenset({(10, "staff"), (9, "customers"), (3, "partners")}),
)  # fmt: skip


def beside_a_self_assessment(truth=SELF):
    """Below each criterion and element: what the applicant thinks of itself, and what the assessor does."""
    names = {"plus": "Compliance Plus", "partial": "Partially Compliant", "compliant": "Compliant"}
    parts = [("h", f"{STANDARD} Assessment Report"), ("p", "Assessment summary"), ("table", [
        ("Applicant", truth.organisation), ("Certificate number", truth.number), ("Assessor", truth.assessor),
        ("Assessment type", truth.report_type), ("Date of assessment", truth.evidence),
        ("Overall self-assessment", "Strong"), ("Overall outcome", "Successful")]),
        ("h", "Overview"), ("p", truth.method)]  # fmt: skip
    for key, name, rows in by_criterion(truth):
        parts += [("h", f"{key}: {name}"), ("table", [(f"Criterion {key} self-assessment", "Strong"), (f"Criterion {key} outcome", "Successful")])]  # fmt: skip
        for one, level, text in rows:
            thinks = "Compliance Plus" if level == "compliant" else "Compliant"
            head = {"plus": "Strengths", "partial": "Reason for partial compliance", "compliant": "Areas for improvement"}[level]  # fmt: skip
            parts += [("h3", f"{one} {TITLES[one]}"), ("p", f"Applicant self-assessment: {thinks}"), ("p", f"Assessor evaluation: {names[level]}"), ("p", f"{head}: {text}")]  # fmt: skip
    return truth, parts


COLUMNS = Truth(
    organisation="Fallowfield Registry of Deeds",
    assessor="Araminta Vole",
    report_type="Renewal",
    number="FR 8821",
    evidence="7th to 8th September 2023",
    held_on=dt.date(2023, 9, 7),
    round_kind="renewal",
    plus={"3.1.1": "All fees stand on one page, and the page is read aloud to whoever rings."},
    partial={"5.2.4": "Whoever waits longer than promised is not told of it."},
    improvements={"1.3.4": "Targets might be raised.", "2.1.1": "Directors could write to staff about customers more often."},
    method="Over two days the assessor spoke to 16 staff and ten customers.",
    figures=frozenset({(2, "days"), (16, "staff"), (10, "customers")}),
)  # fmt: skip


def side_by_side(truth=COLUMNS):
    """The findings run in two columns down the page: what is strong in the left, what can be better in the right."""
    left = [("h3", "Strengths"), *[("p", f"{one} {TITLES[one]}: Compliance Plus. {text}") for one, text in truth.plus.items()]]  # fmt: skip
    right = [("h3", "Partial compliance"), *[("p", f"{one} {TITLES[one]}. {text}") for one, text in truth.partial.items()],
             ("h3", "Areas for improvement"), *[("p", f"{one} {TITLES[one]}. {text}") for one, text in truth.improvements.items()]]  # fmt: skip
    return truth, [
        ("h", f"{STANDARD} – Renewal Report"),
        ("p", f"Organisation: {truth.organisation}"), ("p", f"Assessor: {truth.assessor}"), ("p", f"Type: {truth.report_type}"),
        ("p", f"File number: {truth.number}"), ("p", f"Assessed on: {truth.evidence}"), ("h", "Methodology"), ("p", truth.method),
        ("columns", (left, right)),
    ]  # fmt: skip


BULLETS = Truth(
    organisation="Quarrystone Pensions Office",
    assessor="Septimus Garrowby",
    report_type="Surveillance 2",
    number="QPO-19-02",
    evidence="21st, 22nd and 23rd June 2022",
    held_on=dt.date(2022, 6, 21),
    round_kind="review 2",
    plus={"1.2.2": "Pensioners rewrote the yearly letter with the office.", "4.2.4": "Errors are told to the whole office on the same day."},
    partial={"5.3.2": "Payments are made on time, yet this is not published."},
    improvements=dict.fromkeys(("1.1.2", "1.3.4"), "Surveys could be told apart by age, with a target for each.")
    | {"3.3.1": "The telephone could be answered on Saturdays."},
    method="I saw 13 staff, eight customers and three partners.",
    figures=frozenset({(13, "staff"), (8, "customers"), (3, "partners")}),
)  # fmt: skip


def bullets_by_criterion(truth=BULLETS):
    """For each criterion a line for its levels, then bullets of strengths and bullets of improvements with numbers behind them."""
    parts = [("h", f"{STANDARD} Surveillance Assessment"), ("p", f"Organisation assessed: {truth.organisation}"), ("p", f"Assessor’s name: {truth.assessor}"),
             ("p", f"Visit type: {truth.report_type}"), ("p", f"Ref: {truth.number}"), ("p", f"Date(s) of visit: {truth.evidence}"),
             ("h", "Assessment process"), ("p", truth.method)]  # fmt: skip
    for key, _, rows in by_criterion(truth):
        at = {
            level: [one for one, given, _ in rows if given == level]
            for level in ("plus", "partial")
        }
        parts += [("h", f"CRITERION {key} – {CRITERIA[key].upper()}"), ("p", f"Compliance Plus: {', '.join(at['plus']) or 'none'}"), ("p", f"Partial Compliance: {', '.join(at['partial']) or 'none'}")]  # fmt: skip
        for head, level in (("Strengths", "plus"), ("Partial compliance", "partial"), ("Areas for improvement", "compliant")):  # fmt: skip
            told = dict.fromkeys(text for _, given, text in rows if given == level)
            if told:
                cited = {
                    text: "; ".join(one for one, _, said in rows if said == text) for text in told
                }
                parts += [("h3", head), ("li", [f"{text} ({cited[text]})" for text in told])]
    return truth, parts


LETTER = Truth(
    organisation="Greywater Tolls Commission",
    assessor="Lavinia Pettibone",
    report_type="Review 1",
    number="GTC/03",
    evidence="11 May 2022",
    held_on=dt.date(2022, 5, 11),
    round_kind="review 1",
    plus={"2.2.5": "Toll keepers have a say in the rota, and thank each other in a book.", "3.3.1": "Drivers can pay in eleven ways."},
    partial={"4.1.2": "The promise to clear a queue in ten minutes was kept in six weeks of ten."},
    failing={"4.3.5": "There has been no procedure for complaints since January."},
    improvements={"5.2.4": "Drivers could be told when a refund will come."},
    method="Seven staff and five customers were seen in one day.",
    figures=frozenset({(7, "staff"), (5, "customers"), (1, "day")}),
)  # fmt: skip


def headed_by_level(truth=LETTER):
    """A count of each level in a sentence, then a heading for each level with its elements as headings of their own."""
    parts = [("p", STANDARD), ("p", f"{truth.report_type} of {truth.organisation}"), ("p", f"Carried out on {truth.evidence} by {truth.assessor}"),
             ("p", f"Reference number {truth.number}"), ("h", "Method"), ("p", truth.method), ("h", "Result"),
             ("p", "Of the 57 elements of the Standard 53 are Compliant, two are Compliance Plus, one is Partially Compliant and one is Non-Compliant.")]  # fmt: skip
    for head, level in (("Elements at Compliance Plus", "plus"), ("Elements at Partial Compliance", "partial"), ("Elements at Non-Compliance", "non"), ("Elements for further development", "compliant")):  # fmt: skip
        parts.append(("h", head))
        for one, given, text in rows_of(truth):
            if given == level:
                parts += [("h3", f"Element {one} – {TITLES[one]}"), ("p", text)]
    return truth, parts


# Measured with the others, and looked at after that.
OPENED = (two_languages, slips_of_a_scanner, beside_a_self_assessment)
KEPT = (side_by_side, bullets_by_criterion, headed_by_level)
