"""Fetch what came to the mailbox: kept here first, and only then marked there."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from imaplib import IMAP4

from django.conf import settings
from django.utils import timezone
from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import (
    ImapToolsError,
    MailboxCopyError,
    MailboxFetchError,
    MailboxFlagError,
    MailboxFolderSelectError,
    MailboxLoginError,
    MailboxMoveError,
    UnexpectedCommandStatusError,
)
from imap_tools.utils import check_command_status

from answerable.actions.casework import Arrival, store_message
from answerable.domain.roles.people import MACHINE
from answerable.mail.servers import ImapServer, imap_server

_SECONDS = 60
_LARGEST = 64 * 1024 * 1024
_SIZE = re.compile(rb"RFC822\.SIZE (\d{1,12})")
_MOST = 500
"""How many messages one run takes; the next one goes on."""


class MailboxNotRead(Exception):
    """The mailbox cannot be read now; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one run took from the mailbox, and what stays there: too large, or opened by somebody."""

    taken: int
    too_large: int
    opened: int


def fetch_mail() -> Fetched:
    """Take in every message of the mailbox that nobody has seen; killed anywhere, none is lost.

    A message is marked, or moved, only after it is kept. Whoever is killed in between fetches it once
    more, and the same bytes are kept once.

    :raises ServerNotNamed: if the settings name no mailbox.
    :raises MailboxNotRead: if it cannot be read.
    """
    server = imap_server(settings.ANSWERABLE_IMAP)
    try:
        with _opened(server) as box:
            return _fetched(box, server)
    except UnexpectedCommandStatusError as problem:
        message = f"The mailbox refuses {_refused(problem, server)}: check ANSWERABLE_IMAP"
        raise MailboxNotRead(message) from problem
    except ssl.SSLError as problem:
        message = "The mailbox's server cannot prove who it is: check its certificate"
        raise MailboxNotRead(message) from problem
    except (IMAP4.error, ImapToolsError, OSError) as problem:
        message = (
            f"The mailbox at {server.host}:{server.port} cannot be read: {type(problem).__name__}"
        )
        raise MailboxNotRead(message) from problem


def _refused(problem: UnexpectedCommandStatusError, server: ImapServer) -> str:
    """Return what a server refused, without its own words: they may hold anything."""
    if isinstance(problem, MailboxLoginError):
        return "the name or the password"
    if isinstance(problem, MailboxFolderSelectError):
        return f"to open the folder {server.folder}"
    if isinstance(problem, (MailboxCopyError, MailboxMoveError)):
        return f"to move mail into the folder {server.done}"
    return "what it was asked for"


@contextmanager
def _opened(server: ImapServer) -> Iterator[BaseMailBox]:
    """Yield the mailbox, signed in, in its folder."""
    if server.is_secure:
        context = ssl.create_default_context()
        box: BaseMailBox = MailBox(server.host, server.port, timeout=_SECONDS, ssl_context=context)
    else:
        box = MailBoxUnencrypted(server.host, server.port, timeout=_SECONDS)
    try:
        box.login(server.user, server.password, initial_folder=server.folder)
        # Servers say what they can do only to whom they know, and imaplib asked before that.
        box.client.capabilities = tuple(box.client.capability()[1][-1].decode().upper().split())
        yield box
        box.logout()
    finally:
        # Nothing is left to say: whatever was marked is marked.
        with suppress(OSError):
            box.client.shutdown()


def _fetched(box: BaseMailBox, server: ImapServer) -> Fetched:
    taken = too_large = 0
    # Some servers refuse to search when a character set is named.
    for uid in box.uids("UNSEEN", charset=None)[:_MOST]:
        if _size(box, uid) > _LARGEST:
            too_large += 1
            continue
        for data in _raw(box, uid):
            store_message(data, Arrival(f"mailbox#{uid}"), by=MACHINE.key, at=timezone.now())
            _mark(box, uid, server)
            taken += 1
    opened = len(box.uids("SEEN", charset=None)) if server.done else 0
    return Fetched(taken, too_large, opened)


def _size(box: BaseMailBox, uid: str) -> int:
    """Return how many bytes a message has, 0 if it has gone meanwhile."""
    for part in _answer(box, uid, "(RFC822.SIZE)"):
        found = _SIZE.search(part if isinstance(part, bytes) else b"")
        if found:
            return int(found[1])
    return 0


def _raw(box: BaseMailBox, uid: str) -> Iterator[bytes]:
    """Yield the bytes of a message as the server has them, unless it has gone meanwhile."""
    for part in _answer(box, uid, "(BODY.PEEK[])"):
        if isinstance(part, tuple):
            yield part[1]
            return


def _answer(box: BaseMailBox, uid: str, wanted: str) -> list[bytes | tuple[bytes, bytes] | None]:
    answer = box.client.uid("FETCH", uid, wanted)
    check_command_status(answer, MailboxFetchError)
    return answer[1]


def _mark(box: BaseMailBox, uid: str, server: ImapServer) -> None:
    """Tell the server that a message was taken in."""
    if server.done:
        box.move(uid, server.done)
    else:
        # imap-tools' own `flag` also removes for good what somebody else marked as deleted.
        marked = box.client.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)")
        check_command_status(marked, MailboxFlagError)
