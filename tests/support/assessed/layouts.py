"""Layouts of an assessor's report: each gives a file's name and its bytes."""

from tests.support.assessed.parts import as_docx, as_html, as_text
from tests.support.assessed.truth import NAMES, STANDARD, TITLES, Truth, rows_of


def _front(truth):
    return [
        ("h", f"{STANDARD} assessment report"),
        ("p", f"Organisation: {truth.organisation}"),
        ("p", f"Assessor: {truth.assessor}"),
        ("p", f"Type of assessment: {truth.report_type}"),
        ("p", f"Certificate number: {truth.number}"),
        ("p", f"Assessment date(s): {truth.evidence}"),
    ]


def _front_table(truth):
    rows = [
        ("Organisation", truth.organisation),
        ("Lead assessor", truth.assessor),
        ("Assessment type", truth.report_type),
        ("Project number", truth.number),
        ("Date(s) of assessment", truth.evidence),
    ]
    return [("h", f"{STANDARD}: report"), ("table", rows)]


def _method(truth):
    return [("h", "Methodology"), ("p", truth.method)]


def _sections(truth, *, numbered=True):

    def head(at, text):
        return f"{at}. {text}" if numbered else text

    return [
        ("h", head(3, "Areas of strength")),
        *[
            ("p", f"{text} This element is awarded Compliance Plus. ({one})")
            for one, text in truth.plus.items()
        ],
        ("h", head(4, "Partial compliances")),
        *[("p", f"{text} ({one})") for one, text in truth.partial.items()],
        ("h", head(5, "Areas for improvement")),
        *[("p", f"{text} ({one})") for one, text in truth.improvements.items()],
    ]


def table_of_elements(truth):
    """A page with a table: element, level, comment."""
    rows = [("Element", "Level", "Assessor comments")]
    rows += [(one, NAMES[level], text) for one, level, text in rows_of(truth)]
    return "table.html", as_html(
        [*_front_table(truth), *_method(truth), ("h", "Findings"), ("table", rows)]
    )


def table_in_word(truth):
    """A Word document with a table: title beside the number, strengths and improvements apart."""
    rows = [("Element", "Rating", "Strengths", "Areas for improvement")]
    for one, level, text in rows_of(truth):
        better = one not in truth.plus
        rows.append(
            (f"{one} {TITLES[one]}", NAMES[level], "" if better else text, text if better else "")
        )
    return "table.docx", as_docx(
        [*_front_table(truth), *_method(truth), ("h", "Findings"), ("table", rows)]
    )


def headings(truth):
    """A section for each element, with its level in a line."""
    parts = [*_front(truth), *_method(truth), ("h", "Detailed findings")]
    for one, level, text in rows_of(truth):
        parts += [("h3", f"{one} {TITLES[one]}"), ("p", NAMES[level]), ("p", text)]
    return "headings.docx", as_docx(parts, header=f"{STANDARD} – {truth.organisation}")


def headings_with_levels(truth):
    """A heading with number, title and level in one."""
    parts = [*_front(truth), *_method(truth), ("h", "Detailed findings")]
    for one, level, text in rows_of(truth):
        parts += [("h3", f"Element {one}: {TITLES[one]} – {NAMES[level]}"), ("p", text)]
    return "levels.html", as_html(parts)


def brackets(truth):
    """Prose with elements in brackets, in sections with numbers."""
    return "brackets.txt", as_text([*_front(truth), *_method(truth), *_sections(truth)])


def bullets(truth):
    """Bullets that begin with the element, below heads for each level."""
    parts = [
        *_front(truth), *_method(truth),
        ("h", "Compliance Plus"), ("li", [f"{one}: {text}" for one, text in truth.plus.items()]),
        ("h", "Partially Compliant"), ("li", [f"{one}: {text}" for one, text in truth.partial.items()]),
        ("h", "Areas for improvement"), ("li", [f"{one}: {text}" for one, text in truth.improvements.items()]),
    ]  # fmt: skip
    return "bullets.docx", as_docx(parts)


def lists_in_words(truth):
    """Lists of the elements behind the name of their level, then prose."""
    parts = [
        *_front_table(truth), *_method(truth), ("h", "Summary of results"),
        ("p", f"Compliance Plus: {', '.join(truth.plus)}"),
        ("p", f"Partially Compliant: {' & '.join(truth.partial)}"),
        *_sections(truth, numbered=False),
    ]  # fmt: skip
    return "lists.html", as_html(parts)


def ticks(truth):
    """A table with a tick below the level, and the comments apart."""
    rows = [("Element", "Compliance Plus", "Compliant", "Partially Compliant", "Non Compliant")]
    at = {"plus": 1, "compliant": 2, "partial": 3}
    for one, level, _ in rows_of(truth):
        rows.append((one, *("✓" if place == at[level] else "" for place in range(1, 5))))
    return "ticks.docx", as_docx(
        [*_front(truth), *_method(truth), ("h", "Results"), ("table", rows), *_sections(truth)]
    )


def scanned(truth):
    """The layout of prose, as a scanner slips: spaces in numbers, a bar for a one, labels in capitals."""
    text = as_text([*_front(truth), *_method(truth), *_sections(truth)]).decode()
    for was, now in {
        "(1.1.3)": "(1 .1.3)",
        "(5.3.2)": "(5. 3.2)",
        "(1.3.1)": "(|.3.1)",
        "2023": "2O23",
    }.items():
        text = text.replace(was, now)
    return "scanned.txt", text.replace("Organisation:", "ORGANISATION").replace(
        "Assessor:", "PREPARED BY"
    ).encode()


def pairs(truth):
    """A table of labels and values for each element."""
    parts = [*_front(truth), *_method(truth), ("h", "Findings")]
    for one, level, text in rows_of(truth):
        label = "Area for improvement" if one not in truth.plus else "Strengths"
        parts.append(("table", [("Element", one), ("Level", NAMES[level]), (label, text)]))
    return "pairs.docx", as_docx(parts)


def counts(truth):
    """A table of counts by criterion before the prose, with numbers that agree."""
    rows = [("Criterion", "Compliance Plus", "Compliant", "Partially Compliant")]
    by = {str(part): [0, 0] for part in range(1, 6)}
    for one, level in truth.levels.items():
        by[one[0]][level == "partial"] += 1
    sizes = {"1": 11, "2": 11, "3": 12, "4": 13, "5": 10}
    rows += [(f"{part}", str(p), str(sizes[part] - p - q), str(q)) for part, (p, q) in by.items()]
    return "counts.html", as_html(
        [
            *_front_table(truth),
            *_method(truth),
            ("h", "Summary of results"),
            ("table", rows),
            *_sections(truth),
        ]
    )


def markdown_rows(truth):
    """A table in Markdown: reference, outcome, notes."""
    rows = [("Ref", "Outcome", "Notes")]
    rows += [(one, NAMES[level], text) for one, level, text in rows_of(truth)]
    return "rows.md", as_text([*_front(truth), *_method(truth), ("h", "Findings"), ("table", rows)])


def parts_of_elements(truth):
    """An element's heading, its rating behind a label, and heads for what is good and what is not."""
    parts = [*_front(truth), *_method(truth), ("h", "Findings")]
    for one, level, text in rows_of(truth):
        label = "Areas for improvement" if one not in truth.plus else "Strengths"
        parts += [
            ("h3", f"Element {one}"),
            ("p", f"Rating: {NAMES[level]}"),
            ("p", label),
            ("p", text),
        ]
    return "parts.html", as_html(parts)


def bare_tails(truth):
    """Bullets that end with the element and have no brackets."""

    def ends(texts):
        return [f"{text} – {one}" for one, text in texts.items()]

    parts = [
        *_front(truth), *_method(truth),
        ("h", "Strengths (Compliance Plus)"), ("li", ends(truth.plus)),
        ("h", "Partial compliance"), ("li", ends(truth.partial)),
        ("h", "Recommendations"), ("li", ends(truth.improvements)),
    ]  # fmt: skip
    return "tails.html", as_html(parts)


KNOWN = (
    table_of_elements,
    table_in_word,
    headings,
    headings_with_levels,
    brackets,
    bullets,
    lists_in_words,
)
HELD_BACK = (ticks, scanned, pairs, counts, markdown_rows, parts_of_elements, bare_tails)
LAYOUTS = (*KNOWN, *HELD_BACK)
TRUTH = Truth()
