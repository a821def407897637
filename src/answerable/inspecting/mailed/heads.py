"""The heads of a message: which of them a mail program shows, and which it keeps to itself."""

import re
from collections import Counter
from collections.abc import Iterable
from email.errors import HeaderParseError
from email.header import decode_header

from answerable.inspecting.commas import look_at_text
from answerable.inspecting.seen import Seen

SHOWN = frozenset(("from", "to", "subject", "date"))
_ONCE = (*SHOWN, "cc", "bcc", "message-id", "content-type")
_THREAD = frozenset(
    "message-id in-reply-to references thread-index x-ms-exchange-messagesentrepresentingtype"
    " x-ms-tnef-correlator resent-message-id".split()
)
_ROUTE = re.compile(
    r"received(?:-spf)?|return-path|arc-.*|dkim-.*|domainkey-.*|authentication-results(?:-original)?|x-mailer"
    r"|user-agent|x-originat\w+-ip|x-ms-.*|x-microsoft-.*|x-forefront-.*|x-eop\w*|x-google-.*|x-gm-.*"
    r"|x-exchange-.*|x-proofpoint-.*|x-mimecast-.*|x-spam-.*|x-virus-.*|x-barracuda-.*|x-ironport-.*"
    r"|x-sg-.*|x-ses-.*|x-mailgun-.*|x-mimeole|x-msmail-priority|x-priority|x-auto-response-suppress"
    r"|x-apple-.*|x-uniform-type-identifier|x-universally-unique-identifier|x-received|x-amp-.*"
    r"|list-(?:unsubscribe(?:-post)?|id|help|post|archive|subscribe|owner)|precedence|auto-submitted"
    r"|feedback-id|x-feedback-id|x-report-abuse.*|x-env-.*|x-clx-.*|x-authority-analysis|importance|priority"
    r"|sensitivity|msip_labels|x-antivirus.*|x-authenticated-sender|x-tmn|x-mozilla-.*|x-account-key|status"
    r"|x-status|x-scanned-by|x-filter.*|cfbl-.*|dl-expansion-history|x-entity-.*|require-recipient-valid-since",
)
_ADDRESSES = frozenset(
    "reply-to sender delivered-to envelope-to x-original-to x-forwarded-to x-forwarded-for x-envelope-from"
    " x-envelope-to resent-from resent-to resent-cc resent-sender resent-date resent-reply-to apparently-to"
    " disposition-notification-to return-receipt-to errors-to x-sender x-rcpt-to x-delivered-to"
    " mail-followup-to x-original-from x-apparently-to x-google-original-from x-sieve-redirected-from".split()
)
_BLIND = frozenset(("bcc", "resent-bcc", "x-bcc", "x-blind-copy"))
_ABOUT_A_PART = frozenset(
    "content-type content-transfer-encoding content-disposition content-id x-attachment-id mime-version"
    " content-language accept-language content-length lines x-content-type content-location".split()
)
_PLAIN = {
    "mime-version": re.compile(
        r"1\.0(?:\s*\((?:Apple Message framework|Mac OS X Mail|Apple)[\w .()]*\))?"
    ),
    "content-transfer-encoding": re.compile(
        r"7bit|8bit|binary|base64|quoted-printable", re.IGNORECASE
    ),
    "content-language": re.compile(r"[A-Za-z]{2}(?:-[A-Za-z]{2,4})?"),
    "accept-language": re.compile(r"[A-Za-z]{2}(?:-[A-Za-z]{2,4})?(?:, [A-Za-z-]{2,7})*"),
    "content-length": re.compile(r"\d+"),
    "lines": re.compile(r"\d+"),
    "date": re.compile(r"[\w,:+\- ]{8,40}(?:\s*\([A-Z]{2,5}\))?"),
}
# A word that is written in a code may say in which language it is (RFC 2231); no program shows that.
_LANGUAGE_OF_A_WORD = re.compile(r"=\?[\w\-]{2,40}\*([^?\s]*)\?[BbQq]\?")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_ADDRESS = re.compile(r"[^\s<>,;()]+@[^\s<>,;()]+")
_REMARK = re.compile(r"\(([^()]*)\)")
_WAY = re.compile(r"<(@[^<>:]*):")
_GROUP = re.compile(r"(?:^|[,;])\s*([^<>@,;:]+):")
_UNDISCLOSED = ("undisclosed-recipients", "undisclosed recipients", "unlisted-recipients")
_MARKS = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg|sv|antw)\s*:\s*)+", re.IGNORECASE)


def look_at_heads(heads: Iterable[tuple[str, str]], seen: Seen, *, is_part: bool = False) -> None:
    """Find what stands in the heads of a message, or of a part of one, and is not shown."""
    heads = list(heads)
    held = [(name.lower(), said(value)) for name, value in heads]
    for name, count in Counter(name for name, _ in held).items():
        if count > 1 and name in _ONCE:
            seen.add("mail.two-heads", f"“{name}”", count=count - 1)
    subject = next((value for name, value in held if name == "subject"), "")
    for name, value in heads:
        _look_at_languages(name.lower(), str(value), seen)
        if name.lower() in ("from", "to", "cc"):
            _look_beside_addresses(name.lower(), str(value), seen)
    for name, value in held:
        if name == "thread-topic":
            _look_at_topic(value, subject, seen)
        elif name in _PLAIN:
            if not _PLAIN[name].fullmatch(value.strip()):
                seen.add("mail.unknown-head", f"“{name}”", value)
        elif name not in _ABOUT_A_PART:
            _look_at_head(name, value, seen, is_part=is_part)


def _look_at_head(name: str, value: str, seen: Seen, *, is_part: bool) -> None:
    where = f"“{name}”"
    if is_part:
        seen.add("mail.unknown-head", where, value)
    elif name in SHOWN:
        look_at_text(value, seen)
    elif name == "cc":
        seen.add("mail.copied-to", where, value, count=value.count("@") or 1)
    elif name in _BLIND:
        seen.add("mail.blind-copy", where, value, count=value.count("@") or 1)
    elif name in _ADDRESSES:
        seen.add("mail.unshown-address", where, value)
    elif name in _THREAD:
        seen.add("mail.thread", where, value)
    elif _ROUTE.fullmatch(name):
        seen.add("mail.route", where, value)
    else:
        seen.add("mail.unknown-head", where, value)


def _look_at_languages(name: str, value: str, seen: Seen) -> None:
    """Find what stands in place of the language of a word that is written in a code."""
    for language in _LANGUAGE_OF_A_WORD.findall(value):
        if not _PLAIN["content-language"].fullmatch(language):
            seen.add("mail.unknown-head", f"“{name}”", language)


def _look_beside_addresses(name: str, value: str, seen: Seen) -> None:
    """Find remarks, names of groups and ways of addresses: programs show the addresses, and names before them."""
    bare = _QUOTED.sub("", value)
    beside = [*_REMARK.findall(bare), *_WAY.findall(bare)]
    beside += [
        one for one in _GROUP.findall(_REMARK.sub("", bare)) if one.lower() not in _UNDISCLOSED
    ]
    if name == "from" and len(several := _ADDRESS.findall(bare)) > 1:
        # Programs show the first of several senders.
        beside += several[1:]
    for one in beside:
        if one.strip():
            seen.add("mail.unshown-address", f"“{name}”", one.strip())


def _look_at_topic(topic: str, subject: str, seen: Seen) -> None:
    bare = _MARKS.sub("", subject).strip()
    if topic.strip() and _MARKS.sub("", topic).strip().casefold() != bare.casefold():
        seen.add("mail.other-subject", "", topic)


def said(value: object) -> str:
    """Return what a head says, its encoded words decoded."""
    text = str(value)
    try:
        pieces = decode_header(text)
    except HeaderParseError:
        return text
    told = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            told.append(piece)
            continue
        try:
            told.append(piece.decode(charset or "ascii", "replace"))
        except LookupError:
            told.append(piece.decode("latin-1"))
    return "".join(told)
