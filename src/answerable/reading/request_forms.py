"""A message in our own form, for what does not come by mail: the same bytes for the same words."""

import base64
import binascii
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from answerable.reading.alphabets import storable
from answerable.reading.mail import MailFile

_MARK = "answerable request 1"


@dataclass(frozen=True, slots=True)
class RequestForm:
    """What somebody asks, as a form, another system or an officer says it.

    `address` is the e-mail address, `postal` the other one; `answer_as` is how they want the answer
    (s.11(1)); `kind` is what they say that it is; `language` is the one in which they asked.
    """

    name: str = ""
    address: str = ""
    postal: str = ""
    subject: str = ""
    text: str = ""
    language: str = "en"
    received_on: dt.date | None = None
    kind: str = "information"
    answer_as: str = ""
    files: tuple[MailFile, ...] = ()


def form_bytes(form: RequestForm) -> bytes:
    """Return a form as bytes: canonical JSON, so that what is the same has the same digest."""
    said = {
        "form": _MARK,
        "name": form.name,
        "address": form.address,
        "postal": form.postal,
        "subject": form.subject,
        "text": form.text,
        "language": form.language,
        "received_on": form.received_on.isoformat() if form.received_on else None,
        "kind": form.kind,
        "answer_as": form.answer_as,
        "files": [
            {
                "name": one.name,
                "content_type": one.content_type,
                "data": base64.b64encode(one.data).decode(),
            }
            for one in form.files
        ],
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def form_of(data: bytes) -> RequestForm | None:
    """Return the form that bytes hold, ready to be stored; None if they hold none of ours."""
    if not data.startswith(b"{"):
        return None
    try:
        said = json.loads(data)
        return _form(said) if said["form"] == _MARK else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        return None


def _form(said: dict[str, Any]) -> RequestForm:
    received_on = said["received_on"]
    return RequestForm(
        name=storable(said["name"]),
        address=storable(said["address"]),
        postal=storable(said["postal"]),
        subject=storable(said["subject"]),
        text=storable(said["text"]),
        language=storable(said["language"]),
        received_on=dt.date.fromisoformat(received_on) if received_on else None,
        kind=storable(said["kind"]),
        answer_as=storable(said["answer_as"]),
        files=tuple(
            MailFile(
                storable(one["name"]),
                storable(one["content_type"]),
                base64.b64decode(one["data"], validate=True),
            )
            for one in said["files"]
        ),
    )
