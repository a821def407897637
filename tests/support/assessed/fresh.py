"""More layouts of an assessor's report, written before any of them was read once: none was read whole then, all are now."""

import datetime as dt

from tests.support.assessed.parts import as_docx, as_html, as_pdf, as_text, as_untagged_pdf
from tests.support.assessed.truth import STANDARD, Truth, by_criterion, rows_of

TITLES = {
    "1.1.2": "Insight is used to shape the service",
    "2.1.1": "Leaders are committed to customers",
    "3.4.1": "Working with other providers",
    "4.1.2": "Standards are met and monitored",
    "5.3.2": "Timeliness is measured and published",
    "1.3.2": "Satisfaction is measured across the service",
    "2.2.4": "Staff insight shapes policy",
}
TRUTH = Truth(
    organisation="Puddlecombe Library Service",
    assessor="Rosalind Thistlewhite",
    report_type="Annual Review 2",
    number="CSE-7741",
    evidence="21 and 22 November 2022",
    held_on=dt.date(2022, 11, 21),
    round_kind="review 2",
    plus={
        "2.1.1": "The head librarian works at a counter every Friday and writes to readers about what was learnt.",
        "3.4.1": "Books are carried to the prison, the hospital and two hostels together with the parish councils.",
    },
    partial={
        "4.1.2": "Three of eight promises were missed over the summer, and nobody looked into the cause.",
        "5.3.2": "How long a reader waits for a reserved book is known, yet it is displayed nowhere.",
    },
    improvements={
        "1.1.2": "What is known of readers under eleven could be put to work when the hours are set.",
        "1.3.2": "Branches might ask the same three questions, so that they can be put side by side.",
        "2.2.4": "Porters could be asked before the rules of the reading room are written anew.",
    },
    method="Over two days the assessor spoke with 31 members of staff, twelve customers and five partners.",
    figures=frozenset({(31, "members of staff"), (12, "customers"), (5, "partners"), (2, "days")}),
)


def _facts(truth):
    return [
        ("Organisation", truth.organisation),
        ("Assessor", truth.assessor),
        ("Report type", truth.report_type),
        ("Project number", truth.number),
        ("Assessment dates", truth.evidence),
    ]


def a_table_for_each_criterion(truth):
    """A heading and a table for each criterion; a cross below the level; comments under the table by number."""
    parts = [("h", f"{STANDARD}® Assessment Report"), ("table", _facts(truth))]
    parts += [("h", "How the assessment was carried out"), ("p", truth.method)]
    for key, name, rows in by_criterion(truth):
        table = [("No.", "Element", "C+", "C", "PC", "NC")]
        for one, level, _ in rows:
            at = {"plus": 2, "compliant": 3, "partial": 4}[level]
            table.append((one, TITLES[one], *("X" if at == place else "" for place in range(2, 6))))
        parts += [("h3", f"Criterion {key}: {name}"), ("table", table)]
        for one, level, text in rows:
            label = {"plus": "Strength", "compliant": "Area for improvement", "partial": "Partial compliance"}[level]  # fmt: skip
            parts.append(("p", f"{label} ({one}): {text}"))
    return "criteria", parts


def short_names_with_a_key(truth):
    """Levels as short names, with a key above the table."""
    short = {"plus": "CP", "compliant": "C", "partial": "PC"}
    table = [("Ref", "Title", "Score", "Assessor’s findings")]
    table += [(one, TITLES[one], short[level], text) for one, level, text in rows_of(truth)]
    key = "Key: CP = Compliance Plus; C = Compliant; PC = Partially Compliant; NC = Non Compliant"
    return "short", [
        ("h", f"{STANDARD}: {truth.report_type}"),
        *[("p", f"{label}: {text}") for label, text in _facts(truth)],
        ("h", "2 Approach"),
        ("p", truth.method),
        ("h", "3 Findings by element"),
        ("p", key),
        ("table", table),
    ]


def a_letter(truth):
    """A letter to the chief officer, in prose, with the elements named in words."""
    plus, partial = list(truth.plus), list(truth.partial)
    return "letter", [
        ("p", f"{truth.organisation}"),
        ("p", f"{STANDARD} – {truth.report_type}"),
        ("p", f"Our reference: {truth.number}"),
        ("p", f"Date of visit: {truth.evidence}"),
        ("p", "Dear Chief Librarian"),
        ("p", f"Thank you for the welcome that I was given. {truth.method}"),
        ("h", "What you do well"),
        ("p", f"I award Compliance Plus for elements {' and '.join(plus)}."),
        *[("p", f"Element {one}: {text}") for one, text in truth.plus.items()],
        ("h", "Where you partly comply"),
        ("p", f"Elements {' and '.join(partial)} are Partially Compliant."),
        *[("p", f"Element {one}: {text}") for one, text in truth.partial.items()],
        ("h", "What you could do better"),
        *[("p", f"Element {one}: {text}") for one, text in truth.improvements.items()],
        ("p", "Yours sincerely"),
        ("p", f"{truth.assessor}, Assessor"),
    ]


def two_columns(truth):
    """For each criterion a table with what is strong on the left and what can be better on the right."""
    parts = [("h", f"{STANDARD} – Review report"), ("table", _facts(truth))]
    parts += [("h", "1. Methodology"), ("p", truth.method), ("h", "2. Findings")]
    for key, name, rows in by_criterion(truth):
        left = " ".join(f"{text} ({one})" for one, level, text in rows if level == "plus")
        right = " ".join(f"{text} ({one})" for one, level, text in rows if level == "compliant")
        if left or right:
            parts += [
                ("h3", f"Criterion {key} – {name}"),
                (
                    "table",
                    [("Strengths – Compliance Plus", "Areas for improvement"), (left, right)],
                ),
            ]
    parts += [("h", "3. Partial compliances")]
    parts += [("p", f"{text} ({one})") for one, text in truth.partial.items()]
    return "columns", parts


def numbered_paragraphs(truth):
    """Every paragraph has a number of its own, that looks nearly like an element's."""
    parts = [
        ("h", f"{STANDARD} report"),
        *[("p", f"{label}: {text}") for label, text in _facts(truth)],
    ]
    number = [0]

    def said(section, text):
        number[0] += 1
        return ("p", f"{section}.{number[0]} {text}")

    parts += [("h", "2. Method of assessment"), said(2, truth.method)]
    for section, title, texts, tail in (
        (3, "Areas of strength", truth.plus, " Compliance Plus is awarded."),
        (4, "Areas of partial compliance", truth.partial, ""),
        (5, "Opportunities for improvement", truth.improvements, ""),
    ):
        number[0] = 0
        parts.append(("h", f"{section}. {title}"))
        parts += [said(section, f"{text}{tail} [Element {one}]") for one, text in texts.items()]
    return "numbered", parts


def levels_in_front(truth):
    """Below a heading for the criterion each line begins with a level in square brackets."""
    names = {"plus": "Compliance Plus", "compliant": "Compliant", "partial": "Partial Compliance"}
    parts = [("h", f"{STANDARD} Assessment"), ("table", _facts(truth)), ("h", "Methodology"), ("p", truth.method)]  # fmt: skip
    for key, name, rows in by_criterion(truth):
        parts += [("h3", f"{key} {name}")]
        parts += [
            ("p", f"[{names[level]}] {one} {TITLES[one]}. {text}") for one, level, text in rows
        ]
    return "front", parts


def what_became_of_the_last(truth):
    """First what became of the last review's findings, which awards nothing now; then this review's."""
    return "progress", [
        ("h", f"{STANDARD}: {truth.report_type}"),
        *[("p", f"{label}: {text}") for label, text in _facts(truth)],
        ("h", "1. Methodology"),
        ("p", truth.method),
        ("h", "2. Progress since the last review"),
        ("p", "At the last review element 3.2.1 was Partially Compliant. Leaflets are now reprinted each spring, and it is no longer partial. (3.2.1)"),
        ("h", "3. Strengths"),
        *[("p", f"{text} (Element {one} – Compliance Plus)") for one, text in truth.plus.items()],
        ("h", "4. Elements that are Partially Compliant"),
        *[("p", f"{text} (Element {one})") for one, text in truth.partial.items()],
        ("h", "5. Suggestions for improvement"),
        *[("p", f"{text} (Element {one})") for one, text in truth.improvements.items()],
    ]  # fmt: skip


def a_grid_and_pairs(truth):
    """A grid of numbers by their levels, then for each element its number and title in one row, text in the next."""
    grid = [
        ("Level", "Elements"),
        ("Compliance Plus", ", ".join(truth.plus)),
        ("Partially Compliant", ", ".join(truth.partial)),
        ("Compliant", "All other elements"),
    ]
    parts = [("h", f"{STANDARD} Annual Review"), ("table", _facts(truth)), ("h", "Method"), ("p", truth.method)]  # fmt: skip
    parts += [("h", "Results at a glance"), ("table", grid), ("h", "Observations by element")]
    rows = []
    for one, level, text in rows_of(truth):
        label = {"plus": "Good practice", "compliant": "Area for improvement", "partial": "Partial compliance"}[level]  # fmt: skip
        rows += [(f"{one} {TITLES[one]}", ""), (label, text)]
    return "grid", [*parts, ("table", rows)]


def sentences_behind_dashes(truth):
    """Bullets: number, dash, title in one, the level at the end in brackets, and what is said below."""
    names = {"plus": "Compliance Plus", "compliant": "Fully Compliant", "partial": "Partially Compliant"}  # fmt: skip
    parts = [("h", f"{STANDARD}"), ("p", f"Organisation: {truth.organisation}"), ("p", f"Name of assessor: {truth.assessor}")]  # fmt: skip
    parts += [("p", f"Visit type: {truth.report_type}"), ("p", f"Certificate number: {truth.number}"), ("p", f"Dates of visit: {truth.evidence}")]  # fmt: skip
    parts += [("h", "Assessment approach"), ("p", truth.method), ("h", "Detailed findings")]
    for one, level, text in rows_of(truth):
        head = {"plus": "Strengths", "compliant": "Development points", "partial": "Partial compliance"}[level]  # fmt: skip
        parts += [("li", [f"{one} – {TITLES[one]} ({names[level]})"]), ("p", f"{head}: {text}")]
    return "dashes", parts


FRESH = (
    a_table_for_each_criterion,
    short_names_with_a_key,
    a_letter,
    two_columns,
    numbered_paragraphs,
    levels_in_front,
    what_became_of_the_last,
    a_grid_and_pairs,
    sentences_behind_dashes,
)
# A comment beside an element that is simply compliant may be praise or advice: these do not say which.
SAYS_NO_KIND = (short_names_with_a_key, levels_in_front)
WRITERS = {
    "page.html": as_html,
    "word.docx": as_docx,
    "text.txt": as_text,
    "tagged.pdf": as_pdf,
    "untagged.pdf": as_untagged_pdf,
}
