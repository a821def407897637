"""E-mails as documents: subject and day, the words in their best form, what is quoted, what is passed on."""

import pytest

from answerable.reading import NotReadable, read_bytes, readings_in
from answerable.reading.blocks import Kind
from answerable.reading.mailed.history import history_in_text
from answerable.reading.mailed.mail import document_of_mail
from tests.support.letters import make_mail

ANSWER = "Thank you for your request about bicycles. We hold seven of them, and we mend them ourselves.\n"
PLAIN = "A letter that is printed.\n\nFrom: the clerk\nSubject: Bicycles\n\nWords.\n"


def _said(data):
    return [one.text for one in document_of_mail(data, "mail.eml").blocks if one.aside is None]


def test_an_email_is_read_with_its_subject_and_its_day_and_without_its_people():
    data = make_mail(ANSWER, Subject="RE: [EXTERNAL] Fwd: Bicycles (FOI-2024/0123)")
    reading = read_bytes(data, name="mail.eml")

    assert reading.format == "eml"
    assert _said(data)[:2] == ["Subject: Bicycles (FOI-2024/0123)", "Date: 6 October 2025"]
    assert "Person" not in " ".join(_said(data))


def test_a_subject_that_only_sounds_like_a_reply_is_kept():
    assert _said(make_mail(ANSWER, Subject="Software: who mends it"))[0] == (
        "Subject: Software: who mends it"
    )


@pytest.mark.parametrize("data", [PLAIN.encode(), b"Subject: Bicycles\nDate: today\n\nWords\n"])
def test_a_letter_that_somebody_typed_is_text(data):
    assert read_bytes(data, name="letter.txt").format == "text"


def test_tables_of_the_html_are_read_and_not_the_plain_text_that_lost_them():
    rows = "".join(
        f"<tr><td>{year}</td><td>{count}</td></tr>" for year, count in ((2024, 12), (2025, 7))
    )
    html = f"<html><body><p>Cars:</p><table>{rows}</table></body></html>"
    data = make_mail("Cars: 2024 12 2025 7").replace(
        b'Content-Type: text/plain; charset="utf-8"', b'Content-Type: text/html; charset="utf-8"'
    )
    head, _, _ = data.partition(b"\r\n\r\n")
    document = document_of_mail(head + b"\r\n\r\n" + html.encode(), "mail.eml")

    assert [one.rows for one in document.blocks if one.kind is Kind.TABLE] == [
        (("2024", "12"), ("2025", "7"))
    ]


OLDER = "Dear team, how many bicycles are there?\n"
HISTORY = {
    "a ruled line": "-----Original Message-----\n",
    "who wrote when": "On Mon, 6 Oct 2025 at 09:30, A. Person <a.person@example.org> wrote:\n",
    "who wrote when, on two lines": "On Mon, 6 Oct 2025 at 09:30, A. Person\n<a.person@example.org> wrote:\n",
    "headers": "From: A. Person\nSent: 06 October 2025 09:30\nTo: FOI\nSubject: Bicycles\n\n",
    "headers in Welsh": "Oddi wrth: A. Person\nAnfonwyd: 6 Hydref 2025\nAt: FOI\nPwnc: Beiciau\n\n",
}


@pytest.mark.parametrize("what", HISTORY)
def test_the_mails_before_are_set_aside(what):
    document = document_of_mail(make_mail(f"{ANSWER}\n{HISTORY[what]}{OLDER}"), "mail.eml")

    said = " ".join(one.text for one in document.blocks if one.aside is None)
    assert "seven of them" in said
    assert "how many" not in said
    assert [one.was for one in document.repairs] == ["quoted history"]


def test_lines_that_are_quoted_below_the_answer_are_set_aside():
    text = ANSWER + "\n> Dear team,\n> how many bicycles are there?\n>\n"

    assert [text[one.start : one.stop].strip()[:6] for one in history_in_text(text)] == ["> Dear"]


def test_questions_that_are_quoted_between_the_answers_are_kept():
    text = "> How many are there?\nSeven.\n> Who mends them?\nWe do.\n"

    assert history_in_text(text) == []


def test_a_mail_that_is_passed_on_is_read_without_the_head_that_names_people():
    head = "---------- Forwarded message ---------\nFrom: A. Person\nDate: 6 Oct 2025\nSubject: Cars\nTo: FOI\n\n"
    said = " ".join(_said(make_mail(f"See below.\n\n{head}{ANSWER}")))

    assert "seven of them" in said
    assert "Person" not in said


def test_history_in_html_is_set_aside():
    html = (
        f"<html><body><p>{ANSWER}</p><hr><p>From: A. Person<br>Sent: 6 October 2025<br>To: FOI<br>"
        f"Subject: Bicycles</p><p>{OLDER}</p></body></html>"
    )
    data = make_mail("x").replace(b"text/plain", b"text/html").partition(b"\r\n\r\n")[0]
    said = " ".join(_said(data + b"\r\n\r\n" + html.encode()))

    assert "seven of them" in said
    assert "how many" not in said


def test_the_files_of_a_mail_are_documents_of_their_own():
    data = make_mail(ANSWER, files=[("log.txt", b"Words of the log"), ("../x.txt", b"More words")])

    assert [one.source for one in readings_in(data, name="mail.eml")] == [
        "mail.eml",
        "mail.eml/log.txt",
        "mail.eml/x.txt",
    ]


def test_a_mail_that_only_brings_files_is_no_document_itself():
    data = make_mail("", files=[("log.txt", b"Words of the log")])

    (reading,) = readings_in(data, name="mail.eml")
    assert reading.source == "mail.eml/log.txt"


def test_a_mail_without_words_is_refused_in_a_sentence_where_one_document_is_asked_for():
    with pytest.raises(NotReadable, match=r"^mail.eml is an e-mail without words of its own"):
        read_bytes(make_mail("", files=[("log.txt", b"Words")]), name="mail.eml")


def test_a_request_that_came_by_mail_is_read_as_one():
    (entry,) = read_bytes(make_mail(), name="mail.eml", as_kind="requests").entries

    assert entry.title == "Printers"
    assert [one.text for one in entry.questions] == [
        "How many printers do you have?",
        "Who mends them?",
    ]
