"""Letters that answer: the request quoted, then answered, in the layouts that offices use."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.kinds import parted_as

HEAD = "Northshire Police\nOur ref: FOI2024-00123\nDate: 3 March 2024\n\nMr A Person\n1 High Street\n\nDear Requester\n\n"
TAIL = (
    "\nIf you are dissatisfied with this response you may ask for an internal review.\n\n"
    "Yours sincerely\n\nB Officer\nInformation Manager\n"
)
ANSWERS = "1. We have 12 dogs.\n2. We do not hold this information.\n"
ASKED = "1. How many dogs do you have?\n2. What did they cost?\n"

BODIES = {
    "labels": f"Thank you for your request received on 5 February 2024.\n\nYou asked:\n\n{ASKED}\nOur response:\n\n{ANSWERS}",
    "headings": f"Thank you for your request received on 5 February 2024.\n\nRequest\n\n{ASKED}\nResponse\n\n{ANSWERS}",
    "a lead": "I refer to your request dated 5 February 2024, in which you requested the following information:\n\n"
    f"{ASKED}\nHaving considered your request I can say:\n\n{ANSWERS}",
    "one by one": "Thank you for your email of 5 February 2024. Your questions are answered in turn.\n\n"
    "1. How many dogs do you have?\n\nWe have 12 dogs.\n\n2. What did they cost?\n\nWe do not hold this information.\n",
    "Q and A": "Further to your request dated 5 February 2024, please see below.\n\nQ1: How many dogs do you have?\n"
    "A1: We have 12 dogs.\nQ2: What did they cost?\nA2: We do not hold this information.\n",
    "Question and Answer": "Your request was received on 5 February 2024.\n\nQuestion: How many dogs do you have?\n\n"
    "Answer: We have 12 dogs.\n\nQuestion: What did they cost?\n\nAnswer: We do not hold this information.\n",
    "headed questions": "Your request was received on 5 February 2024.\n\nQuestion 1\nHow many dogs do you have?\n\n"
    "Answer: We have 12 dogs.\n\nQuestion 2\nWhat did they cost?\n\nAnswer: We do not hold this information.\n",
}


@pytest.mark.parametrize("layout", BODIES)
def test_a_letter_is_an_entry_with_its_questions_answered(layout):
    reading = read_bytes((HEAD + BODIES[layout] + TAIL).encode(), name="letter.txt")

    (entry,) = reading.entries
    assert (reading.kind, entry.ref) == ("letter", "FOI2024-00123")
    assert (str(entry.received_on), str(entry.answered_on)) == ("2024-02-05", "2024-03-03")
    assert [(one.label, one.answer) for one in entry.questions] == [
        ("1", "We have 12 dogs."),
        ("2", "We do not hold this information."),
    ]
    assert [one.text for one in entry.questions] == [
        "How many dogs do you have?",
        "What did they cost?",
    ]
    assert [one.outcomes[0].value for one in entry.questions] == ["disclosed", "not_held"]


@pytest.mark.parametrize("layout", BODIES)
def test_no_word_of_a_letter_is_lost(layout):
    text = HEAD + BODIES[layout] + TAIL
    reading = read_bytes(text.encode(), name="letter.txt")

    (entry,) = reading.entries
    said = " ".join(
        [
            str(entry.ref),
            entry.title,
            entry.request,
            entry.response,
            *(one.text for one in reading.unread),
        ]
    )
    frame = {
        "Our",
        "ref:",
        "Date:",
        "3",
        "March",
        "2024",
        "You",
        "asked:",
        "Request",
        "Response",
        "response:",
    }
    assert set(text.split()) - frame <= set(said.split())
    assert "Mr A Person" in [one.text for one in reading.unread]
    assert reading.coverage.unread > 0


def _run(text, **style):
    return (Run(text, **style),)


QUOTED = {
    "italics": _run("How many beds do you have?", italic=True),
    "quotation marks": _run("“How many beds do you have, and where are they?”"),
    "a mail's marks": _run("> Please tell me how many beds you have."),
}


@pytest.mark.parametrize("way", QUOTED)
def test_a_request_that_is_set_apart_is_what_was_asked(way):
    texts = [
        _run("Ref: FOI/2024-25/17"),
        _run("Dear Ms Person"),
        _run("Thank you for your request."),
        QUOTED[way],
        _run("We have 4,000 beds in nine halls."),
        _run("Yours faithfully"),
    ]
    blocks = [
        Block(Kind.PARAGRAPH, runs, place * 100, place * 100 + 90)
        for place, runs in enumerate(texts)
    ]

    parted = parted_as(blocks, "auto")

    (record,) = parted.sections.records
    assert (parted.kind, record.ref) == ("letter", "FOI/2024-25/17")
    assert [block.text for block in record.request] == [QUOTED[way][0].text.strip(">“” ")]
    assert [block.text for block in record.response] == ["We have 4,000 beds in nine halls."]


def test_what_was_asked_in_a_sentence_is_told_from_its_answer():
    text = (
        "Our Ref: 006753/24\n12 April 2024\n\nDear Ms Person,\n\nThank you for your email of 20 March 2024 in which you"
        " asked for the number of tickets issued in 2023. I can confirm that the council issued 4,120 tickets.\n\n"
        "Yours faithfully,\nC Clerk\n"
    )
    (entry,) = read_bytes(text.encode(), name="letter.txt").entries

    assert (entry.ref, entry.title) == ("006753/24", "the number of tickets issued in 2023.")
    assert entry.request == "you asked for the number of tickets issued in 2023."
    assert entry.response == "I can confirm that the council issued 4,120 tickets."
    assert str(entry.received_on) == "2024-03-20"


SUBJECTS = [
    ("RE: Freedom of Information request – police dogs", "police dogs"),
    ("Subject: Police dogs", "Police dogs"),
    ("Freedom of Information Act 2000", "How many dogs do you have?"),
    ("FOI request 24/117: Police dogs", "Police dogs"),
    ("Your request about: Police dogs", "Police dogs"),
    ("Police dogs (our reference UA-2024-117)\n\nThank you for your request.", "Police dogs"),
]


@pytest.mark.parametrize(("subject", "title"), SUBJECTS)
def test_a_subject_names_a_letter_and_a_name_never_does(subject, title):
    text = f"Ada Person\n1 High Street\n\nDear Ada Person\n\n{subject}\n\n{BODIES['labels']}{TAIL}"

    (entry,) = read_bytes(text.encode(), name="letter.txt").entries

    assert entry.title == title


KINDS = [
    ("Dear FOI team\n\nUnder the Freedom of Information Act please tell me:\n\n1. How many dogs?\n2. Why?\n\nMany thanks\nA", "requests"),
    ("Dear colleague\n\nThe meeting is on 3 May. Tea is served.\n\nRegards\nA", "letter"),
    ("Assessor's report\n\nThe assessment looked at each criterion. Evidence of compliance was found. The assessor saw"
     " strengths. Partial compliance was found in two criteria.\n\nCertification follows the assessment.", "assessment"),
    ("Ref: 24/1\nRequest: How many dogs?\nResponse: Twelve.\n", "log"),
    ("Nothing that anybody asked stands here.", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds_are_told_by_what_they_hold(text, kind):
    assert read_bytes(text.encode(), name="file.txt").kind == kind
