"""Read what a message says, whatever its form: an e-mail, a letter, or a form of our own."""

from collections.abc import Iterator
from dataclasses import replace

from answerable.reading import NotReadable, read_bytes
from answerable.reading.mail import Mail, mail_of
from answerable.reading.request_forms import RequestForm, form_of
from answerable.records.casework.models import Channel, Message

UNREAD = Mail(
    "", (), "", "", "", None, "", (), ("The message could not be read: look at the raw message",)
)
"""What is taken of a message that cannot be read, or whose words cannot be stored."""

_WELSH = "cy"
_LONGEST_NAME, _LONGEST_TYPE = 200, 100


def read_again(message: Message) -> Mail:
    """Return what a message says, whatever it does to its reader."""
    raw = bytes(message.raw)
    try:
        if message.channel == Channel.EMAIL:
            return mail_of(raw)
        form = form_of(raw)
        return mail_of_form(form) if form else _letter(message, raw)
    except Exception:  # noqa: BLE001 no request is lost, whatever a message does to its reader
        return replace(UNREAD, sender_name=message.said_by)


def mail_of_form(form: RequestForm) -> Mail:
    """Return what a form says as if it had come by mail, with what an officer should know of it."""
    return Mail(
        message_id="",
        answers=(),
        sender=form.address.strip().lower(),
        sender_name=form.name,
        subject=" ".join(form.subject.split()),
        received_at=None,
        text=form.text,
        files=tuple(
            replace(
                one, name=one.name[:_LONGEST_NAME], content_type=one.content_type[:_LONGEST_TYPE]
            )
            for one in form.files
        ),
        problems=tuple(_problems(form)),
        postal=form.postal,
        language=_WELSH if form.language == _WELSH else "en",
        is_request=True,
    )


def _letter(message: Message, raw: bytes) -> Mail:
    problems: tuple[str, ...] = ()
    try:
        entries = read_bytes(raw, name=message.name or "letter", as_kind="requests").entries
        text = entries[0].request if entries else ""
    except NotReadable as problem:
        text, problems = "", (str(problem),)
    return Mail("", (), "", message.said_by, "", None, text, (), problems)


def _problems(form: RequestForm) -> Iterator[str]:
    """Yield what is missing of a form, and what it asks for besides information."""
    if not form.name.strip():
        yield "It gives no name: a request needs the real name of who asks (s.8(1)(b))"
    if not form.address.strip() and not form.postal.strip():
        yield "It gives no address: find out where to answer"
    if not form.text.strip():
        yield "It holds no text: look at the files that came with it"
    if form.kind == "own data":
        yield "They ask for their own data: see whether it is subject access, which has its own clock"
    if form.kind == "complaint":
        yield "They call it a complaint: see whether it asks for information at all"
    if form.answer_as.strip():
        yield f"They would like the answer in this form (s.11): {' '.join(form.answer_as.split())}"
