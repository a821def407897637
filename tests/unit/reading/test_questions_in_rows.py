"""Questions in rows and lines of their own: what names their record, what labels them, and what answers each."""

import pytest

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.question_rows import question_rows
from tests.support.record_pages import BEES, FERRIES, LAMPS, MORE, page, read, row, shown, table


def expected(*records):
    return [
        (ref, title, [(ask, tell), *([MORE[ref]] if ref in MORE else [])])
        for ref, title, ask, tell in records
    ]


def each_again(*, number=False):
    """Return lines of cells in which each question stands beside the name of its record, and its own number."""
    for ref, title, *pair in (BEES, LAMPS, FERRIES):
        pairs = [pair, *([MORE[ref]] if ref in MORE else [])]
        for count, (ask, tell) in enumerate(pairs, 1):
            yield [ref, title, *([str(count)] if number else []), ask, tell]


@pytest.mark.parametrize("form", ["html", "csv"])
def test_rows_that_name_the_same_record_are_its_questions(form):
    lines = [["Reference", "Subject", "Question", "Answer"], *each_again()]
    written = {
        "html": page(table(*(row(*one) for one in lines))),
        "csv": "\n".join(map(",".join, lines)),
    }

    assert shown(read(written[form], f"log.{form}")) == expected(BEES, LAMPS, FERRIES)


def test_a_column_that_counts_the_questions_of_each_record_holds_their_labels():
    lines = [["Reference", "Subject", "No.", "Question", "Answer"], *each_again(number=True)]

    first, *_ = read(page(table(*(row(*one) for one in lines))))

    assert [one.label for one in first.questions] == ["1", "2"]


def test_a_row_that_only_repeats_another_is_no_second_question():
    lines = [["Reference", "Subject", "Question", "Answer"], BEES, BEES, LAMPS]

    entries = read(page(table(*(row(*one) for one in lines))))

    assert [one.ref for one in entries] == [BEES[0], BEES[0], LAMPS[0]]


def in_a_box(record, *, told="Answer: "):
    """Return a table of one column: the name of a record, its days, then rows for a question and its answer in turn."""
    ref, title, *pair = record
    pairs = [pair, *([MORE[ref]] if ref in MORE else [])]
    lines = [f"{ref} {title}", "Received 3 May 2031; answered 9 May 2031"]
    for label, (ask, tell) in zip("AB", pairs, strict=False):
        lines += [f"{label}. {ask}" if len(pairs) > 1 else ask, f"<b>{told}</b>{tell}"]
    return table(*map(row, lines))


@pytest.mark.parametrize("told", ["Answer: ", "Our reply: "])
def test_questions_below_an_answer_are_asked_too_if_a_reply_follows_each(told):
    entries = read(page(*(in_a_box(one, told=told) for one in (BEES, FERRIES, LAMPS))))

    assert shown(entries) == expected(BEES, FERRIES, LAMPS)
    assert {one.received_on.day for one in entries} == {3}


def under_a_day(record, name, told):
    """Return a record under a bold line of a day and a number, its title in italics, answers that name their questions."""
    ref, title, *pair = record
    pairs = [pair, *([MORE[ref]] if ref in MORE else [])]
    asked = "".join(f"<p>({label}) {ask}</p>" for label, (ask, _) in zip("ab", pairs, strict=False))
    replies = "".join(
        f"<p>In answer to question ({label}): {tell}</p>"
        for label, (_, tell) in zip("ab", pairs, strict=False)
    )
    head = f"<p><b>{name.format(ref=ref)}</b></p><p><i>{title}</i></p><p>I should like to know:</p>"
    return f"{head}{asked}<p><u>{told}</u></p>{replies}"


@pytest.mark.parametrize(
    "name", ["3 May 2031 ({ref})", "3 May 2031 – No. {ref}", "03/05/2031, {ref}"]
)
def test_a_day_in_front_of_a_number_heads_a_record_too(name):
    rats = ("BX/31/241", "Rats", "what rats cost in all", "£1,250, or £31.50 each")

    entries = read(
        page(*(under_a_day(one, name, "What we replied") for one in (BEES, rats, LAMPS)))
    )

    assert [(one.ref, one.title) for one in entries] == [one[:2] for one in (BEES, rats, LAMPS)]
    assert [one.answer for one in entries[0].questions] == [BEES[3], MORE[BEES[0]][1]]
    assert [one.answer for one in entries[1].questions] == [rats[3]]


LETTER = (
    "<html><body><p>Bees Board, Holm</p><p>Our ref BX/31/207</p><p>Dear Applicant</p>"
    "<p>Thank you for your request. You asked:</p><p>(i) The number of hives</p><p>(ii) Who keeps them</p>"
    "<p>(iii) The plan of the roof</p><p>What we hold is set out in this table.</p>{table}"
    "<p>If you wish to complain about this reply, write to the Clerk.</p><p>Yours sincerely</p></body></html>"
)


def test_rows_that_begin_with_the_labels_of_questions_answer_them_in_the_column_that_is_called_so():
    link = 'A plan is <a href="https://holm.example/plan">on our site</a>.'
    lines = [
        ("Point", "Held?", "Our answer", "Exemption"),
        ("(i)", "Yes", "Nine hives", "None"),
        ("(ii)", "Yes", "Their names are withheld.", "Section 40(2)"),
        ("(iii)", "Yes", link, "None"),
    ]

    (entry,) = read(LETTER.format(table=table(*(row(*one) for one in lines))))

    assert [one.answer for one in entry.questions] == [
        "Nine hives",
        "Their names are withheld.; Section 40(2)",
        "A plan is on our site.",
    ]
    assert [one.href for one in entry.links] == ["https://holm.example/plan"]


MAIL = """Good afternoon

Thank you for your request, which has the reference BX/31/207. In answer to it:

1. Nine

2. £640

Kind regards

Data Officer

From: A. Requester
Sent: 3 May 2031 09:41
To: Information
Subject: Hives on roofs

Dear Sir or Madam

{asked}

Yours

A. Requester
"""


def test_a_mail_below_asks_what_its_points_are_if_a_letter_replies_behind_the_same_labels():
    (entry,) = read(MAIL.format(asked="1. Number of hives\n\n2. Cost of them"), "mail.txt")

    asked = [(one.text, one.answer) for one in entry.questions]
    assert asked == [("Number of hives", "Nine"), ("Cost of them", "£640")]


def test_words_alone_over_a_head_that_comes_again_belong_to_no_record():
    head = ["Subject", "Request", "Response", "Ref"]
    lines = [
        head,
        *(([*one[1:], one[0]]) for one in (BEES, FERRIES)),
        ["June 2031", "", "", ""],
        head,
        [*LAMPS[1:], LAMPS[0]],
    ]

    entries = read(page(table(*(row(*one) for one in lines))))

    assert shown(entries) == [
        (ref, title, [(ask, tell)]) for ref, title, ask, tell in (BEES, FERRIES, LAMPS)
    ]


def under_headings(record):
    """Return a record whose questions and answers stand each under a heading, counted where there are several."""
    ref, title, *pair = record
    pairs = [pair, *([MORE[ref]] if ref in MORE else [])]
    counts = [f" {number}" if len(pairs) > 1 else "" for number in range(1, len(pairs) + 1)]
    body = "".join(
        f"<h2>Point{count}</h2><p>{ask}</p><h2>Reply{count and f' to point{count}'}</h2><p>{tell}</p>"
        for count, (ask, tell) in zip(counts, pairs, strict=True)
    )
    return f"<h2>{title}</h2><p><i>{ref}, answered on 3 May 2031</i></p>{body}"


def test_what_a_heading_names_above_a_word_for_the_reply_is_what_was_asked():
    jets = ("BX/31/235", "Hired jets", "All emails about the hire of a jet", "There are too many.")

    entries = read(page(*map(under_headings, (BEES, jets, LAMPS))))

    assert shown(entries) == expected(BEES, jets, LAMPS)


FIGURES = (
    ("", "First copies", "Replacements"),
    ("Main site", "", ""),
    ("2021", "4,101", "133"),
    ("2022", "4,288", "151"),
    ("2023", "4,310", "160"),
)


@pytest.mark.parametrize("keeps_cells", [True, False])
def test_a_table_of_figures_keeps_the_rows_that_head_others(keeps_cells):
    cells = tuple(
        tuple((Block(Kind.PARAGRAPH, (Run(words),), 0, 1),) if words else () for words in row)
        for row in FIGURES
    )
    block = Block(Kind.TABLE, (), 0, 1, rows=FIGURES, cells=cells if keeps_cells else ())

    assert question_rows(block) == [block]
