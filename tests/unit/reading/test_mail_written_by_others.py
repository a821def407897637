"""What Python's own library writes is read as it was written."""

from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from hypothesis import given
from hypothesis import strategies as st

from answerable.reading.mail import mail_of

LETTERS = st.characters(categories=("L", "N", "P", "S"), exclude_characters='\\"/')
WORD = st.text(LETTERS, min_size=1, max_size=40)
WORDS = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
LINES = st.lists(WORDS, min_size=1, max_size=8).map("\n".join)
NAME = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=120)
FILE = st.tuples(NAME, st.binary(max_size=300), st.booleans())


MAILS = st.fixed_dictionaries(
    {
        "subject": WORDS,
        "name": st.lists(NAME, min_size=1, max_size=3).map(" ".join),
        "text": LINES,
        "files": st.lists(FILE, max_size=4),
        "encoding": st.sampled_from([None, "base64", "quoted-printable", "8bit"]),
        "policy": st.sampled_from([SMTP, SMTPUTF8]),
        "has_html": st.booleans(),
    }
)


@given(MAILS)
def test_what_the_library_writes_is_read_as_it_was_written(mailed):
    mail = mail_of(written(**mailed))

    assert mail.sender == "a.person@example.org"
    # The library loses a space where it folds a line between two encoded words.
    assert joined(mail.sender_name) == joined(mailed["name"])
    assert joined(mail.subject) == joined(mailed["subject"])
    assert mail.text.rstrip("\n") == mailed["text"]
    assert [(one.name, one.data) for one in mail.files] == [
        (name, data) for name, data, _ in mailed["files"]
    ]


def joined(text):
    return text.replace(" ", "")


def written(*, files, policy, has_html, **words):
    """Return the bytes that the library makes of a mail."""
    message = EmailMessage(policy=policy)
    message["From"] = f'"{words["name"]}" <a.person@example.org>'
    message["Subject"] = words["subject"]
    message.set_content(words["text"], cte=words["encoding"])
    if has_html:
        message.add_alternative("<p>Otherwise</p>", subtype="html")
    for file_name, data, is_inline in files:
        message.add_attachment(
            data,
            maintype="application",
            subtype="octet-stream",
            filename=file_name,
            disposition="inline" if is_inline else "attachment",
        )
    return message.as_bytes()
