"""Parts of mails: their bodies decoded, and words in their heads."""

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesParser

from answerable.inspecting.allowance import Allowance

_MAIL = re.compile(
    rb"^(?:content-(?:type|transfer-encoding)|mime-version|received|from):",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_MAIL = 64 * 1024 * 1024


def parts_of_mail(data: bytes, _: Allowance) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of what may be a mail, decoded, and its heads."""
    if len(data) > _MOST_MAIL or not _MAIL.search(data[:_MOST_LOOKED_AT]):
        return
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for number, part in enumerate(message.walk()):
        heads = [_decoded(str(value)) for _, value in part.items()]
        yield "head", "\n".join(heads).encode("utf-8", "replace")
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body != data:
            yield part.get_filename() or f"part {number}", body
        for text in (part.preamble, part.epilogue):
            yield "between its parts", (text or "").encode("utf-8", "replace")


_MOST_LOOKED_AT = 64 * 1024


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, ValueError, LookupError):
        return value
