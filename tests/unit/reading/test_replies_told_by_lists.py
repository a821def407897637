"""Letters that say in no known word what was asked: lists that come again, names of questions, and numbers tell it."""

import pytest

from answerable.reading import read_bytes

HEAD = "<p><b>Kelder Water Board</b></p><p>{ref}</p><p>3 May 2023</p>{greeting}<p><b>Harbour lights</b></p>"
LEADS = (
    "We have completed our work on what you sent us on 3 April 2023. It read:",
    "You contacted us on 3 April 2023 and wanted to know:",
)
ASKED = "<p>(a) How many lamps are there?</p><p>(b) The name of the maker</p>"
WAYS = {
    "answers behind the same labels": f"{ASKED}<p>Here is what we found.</p><p>(a) There are 40.</p><p>(b) Tern Works.</p>",
    "questions again above their answers": (
        f"{ASKED}<p>Here is what we found.</p><p><b>(a) How many lamps are there?</b></p><p>There are 40.</p>"
        "<p><b>(b) The name of the maker</b></p><p>Tern Works.</p>"
    ),
    "answers that name their questions": (
        f"{ASKED}<p>Here is what we found.</p><p>In relation to point (a), There are 40.</p>"
        "<p>In relation to point (b), Tern Works.</p>"
    ),
    "each answer below its question": (
        "<p><b>(a) How many lamps are there?</b></p><p>There are 40.</p><p><b>(b) The name of the maker</b></p><p>Tern Works.</p>"
    ),
}  # fmt: skip
END = "<p>Should you wish to appeal, please write to the Head of Governance.</p>"


def entry(ref, greeting, body):
    text = HEAD.format(ref=ref, greeting=greeting) + body + END
    (found,) = read_bytes(text.encode(), name="letter.html").entries
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("greeting", ["<p>Good afternoon</p>", ""])
def test_lists_tell_the_request_of_a_letter_from_its_answers(way, lead, greeting):
    found = entry("Our ref: K-4118", greeting, f"<p>{lead}</p><p>I study harbours.</p>{WAYS[way]}")

    assert (found.ref, found.title) == ("K-4118", "Harbour lights")
    assert [(one.label, one.text, one.answer) for one in found.questions] == [
        ("a", "How many lamps are there?", "There are 40."),
        ("b", "The name of the maker", "Tern Works."),
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "K-4118 – Harbour lights",
        "FOI request (K-4118) Harbour lights",
        "Harbour lights (K-4118)",
        "Harbour lights - Reference K-4118",
    ],
)
def test_a_subject_is_read_without_the_reference_in_it(subject):
    text = (
        "<p>Our ref: K-4118</p><p>3 May 2023</p><p>Dear Applicant</p>"
        f"<p><b>{subject}</b></p><p>Thank you for your request. You asked:</p>{ASKED}"
        "<p><b>Our response</b></p><p>(a) There are 40.</p><p>(b) Tern Works.</p><p>Yours sincerely</p>"
    )

    (found,) = read_bytes(text.encode(), name="letter.html").entries

    assert (found.ref, found.title) == ("K-4118", "Harbour lights")


def test_figures_are_no_labels_of_several_questions():
    body = WAYS["answers behind the same labels"].replace("(a) There are 40.", "(a) 3, 5 and 2.")

    found = entry("Our ref: K-4118", "", f"<p>{LEADS[1]}</p>{body}")

    assert [one.answer for one in found.questions] == ["3, 5 and 2.", "Tern Works."]


def test_letters_of_a_first_column_are_the_labels_of_its_rows():
    rows = "".join(
        f"<tr><td>{label}</td><td>{asked}</td><td>{told}</td></tr>"
        for label, asked, told in (
            ("", "Question", "Answer"),
            ("a.", "How many lamps are there?", "There are 40."),
            ("b.", "The name of the maker", "Tern Works."),
        )
    )
    text = f"<p>Our ref: K-4118</p><p>Dear Applicant</p><p>Thank you for your request.</p><table>{rows}</table><p>Yours sincerely</p>"

    (found,) = read_bytes(text.encode(), name="letter.html").entries

    assert [(one.label, one.answer) for one in found.questions] == [("a", "There are 40."), ("b", "Tern Works.")]  # fmt: skip


def test_somebody_who_asks_in_two_lists_is_not_answered():
    text = (
        "<p>Dear Board</p><p>I am writing under the Freedom of Information Act. Please tell me:</p>"
        "<p>(a) How many lamps are there?</p><p>(b) Who made them?</p><p>Yours sincerely</p>"
    )

    reading = read_bytes(text.encode(), name="letter.html")

    assert reading.kind == "requests"


def row(*cells):
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_a_table_behind_the_signature_answers_by_its_labels_whatever_its_heads_are():
    table = (
        row("", "What you put", "What we say")
        + row("(i)", "How many lamps are there?", "There are 40.")
        + row("(ii)", "The name of the maker", "Tern Works.")
    )
    text = (
        "<p>Our ref: K-4118</p><p>Dear Applicant</p><h2>Harbour lights</h2><p>Thank you for your request of 3 May 2023.</p>"
        f"<p>Our answers stand in the annex.</p><p>Yours faithfully</p><h3>Annex</h3><table>{table}</table>"
    )

    (found,) = read_bytes(text.encode(), name="letter.html").entries

    assert [(one.label, one.text, one.answer) for one in found.questions] == [
        ("i", "How many lamps are there?", "There are 40."),
        ("ii", "The name of the maker", "Tern Works."),
    ]


def test_rows_with_a_reference_stand_above_the_rows_of_their_points():
    rows = row("No.", "Each point", "What was told")
    for ref, title in (("PT4913", "Harbour lights"), ("PT4920", "Lost umbrellas")):
        rows += row(ref, f"<b>{title}</b>", "3 May 2023")
        rows += row("(a)", f"How many {title.lower()}?", "There are 40.")
        rows += row("(b)", "The name of the maker", "Tern Works.")

    found = read_bytes(f"<h1>Register</h1><table>{rows}</table>".encode(), name="log.html").entries

    assert [(one.ref, one.title) for one in found] == [("PT4913", "Harbour lights"), ("PT4920", "Lost umbrellas")]  # fmt: skip
    assert [(one.label, one.answer) for one in found[1].questions] == [("a", "There are 40."), ("b", "Tern Works.")]  # fmt: skip
