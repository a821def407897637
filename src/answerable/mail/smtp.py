"""One talk with a mail server, in the two halves between which a hand-over is written down."""

import contextlib
import re
import smtplib
import ssl
from functools import partial
from types import TracebackType

from answerable.mail.servers import SmtpServer

_CONNECT_SECONDS = 30
_REPLY_SECONDS = 60
_TAKING_SECONDS = 600
"""RFC 5321 4.5.3.2.6: a server may think for ten minutes over what it was given."""
_READY, _GO_AHEAD, _ENDS_THE_TALK = 250, 354, 421
_ACCEPTED = (250, 251)
_PERMANENT = 500
_TOO_LARGE = 552
_LONGEST_WORDS = 300
_ADDRESS = re.compile(r"<[^<>]*>|\S*@\S*")
_LINE_START = re.compile(rb"(?m)^\.")
_LINE_END = re.compile(rb"\r\n|\r|\n")


class NotReached(Exception):
    """The mail server cannot be used now, for any mail; the message says why."""


class Refused(Exception):
    """The server said no to this mail, for good if `is_permanent`; the message says what it said."""

    def __init__(self, words: str, *, is_permanent: bool) -> None:
        """Keep what the server said."""
        super().__init__(words)
        self.is_permanent = is_permanent


class Lost(Exception):
    """The connection broke after the mail was given: nobody can know whether the server took it."""


class Session:
    """A talk with a mail server that begins with the first mail, and serves many."""

    def __init__(self, server: SmtpServer, *, host: str) -> None:
        """Name the server, and the host that speaks to it."""
        self._server = server
        self._host = host
        self._talk: smtplib.SMTP | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._end()

    def announce(self, sender: str, address: str, *, size: int) -> None:
        """Ask the server whether it would take a mail from here to there.

        :raises NotReached: if it cannot be used now.
        :raises Refused: if it does not want this mail.
        """
        try:
            talk = self._talk or self._begun()
            options = [f"SIZE={size}"] if talk.has_extn("size") else []
            code, words = talk.mail(sender, options)
            if code == _TOO_LARGE:
                self._refuse(code, words, address)
            if code != _READY:
                raise NotReached(f"It takes no mail from this office: {_said(code, words, sender)}")
            code, words = talk.rcpt(address)
        except (OSError, ValueError) as problem:
            self._end()
            raise NotReached(_why(problem, self._server)) from problem
        if code not in _ACCEPTED:
            self._refuse(code, words, address)

    def give(self, data: bytes, *, address: str) -> None:
        """Give the server the mail that was announced; it is taken when this returns.

        :raises NotReached: if the talk broke before anything was given.
        :raises Refused: if the server does not take it.
        :raises Lost: if the talk broke afterwards.
        """
        talk = self._talk
        if talk is None:
            raise NotReached("Nothing was announced")
        try:
            code, words = talk.docmd("DATA")
        except OSError as problem:
            self._end()
            raise NotReached(_why(problem, self._server)) from problem
        if code != _GO_AHEAD:
            self._refuse(code, words, address)
        code, words = self._given(talk, data)
        if code != _READY:
            self._refuse(code, words, address)

    def forget(self) -> None:
        """Take back what was announced, so that the next mail can be."""
        if self._talk is not None:
            try:
                self._talk.rset()
            except OSError:
                self._end()

    def _begun(self) -> smtplib.SMTP:
        """Return a new talk: greeted, hidden and signed in, as far as the settings ask for it."""
        server = self._server
        is_hidden = server.is_secure or server.starts_tls
        # All authorities that this machine trusts are loaded for it: that is slow.
        context = ssl.create_default_context() if is_hidden else None
        kind = partial(smtplib.SMTP_SSL, context=context) if server.is_secure else smtplib.SMTP
        talk = kind(server.host, server.port, local_hostname=self._host, timeout=_CONNECT_SECONDS)
        self._talk = talk
        _wait_for(talk, _REPLY_SECONDS)
        talk.ehlo_or_helo_if_needed()
        if server.starts_tls:
            talk.starttls(context=context)
            talk.ehlo_or_helo_if_needed()
        if server.user:
            talk.login(server.user, server.password)
        return talk

    def _given(self, talk: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
        _wait_for(talk, _TAKING_SECONDS)
        try:
            talk.send(_quoted(data))
            code, words = talk.getreply()
        except OSError as problem:
            self._end()
            raise Lost from problem
        _wait_for(talk, _REPLY_SECONDS)
        return code, words

    def _refuse(self, code: int, words: bytes, address: str) -> None:
        """Raise what a server's no means."""
        if code == _ENDS_THE_TALK:
            self._end()
            raise NotReached(f"It ends the talk: {_said(code, words, address)}")
        self.forget()
        raise Refused(_said(code, words, address), is_permanent=code >= _PERMANENT)

    def _end(self) -> None:
        talk, self._talk = self._talk, None
        if talk is not None:
            with contextlib.suppress(OSError):
                talk.quit()
            talk.close()


def _wait_for(talk: smtplib.SMTP, seconds: int) -> None:
    """Let the server have so much time for its next reply."""
    if talk.sock is not None:
        talk.sock.settimeout(seconds)


def _quoted(data: bytes) -> bytes:
    """Return a mail as it stands on the wire: a dot alone on its line would end it (RFC 5321 4.5.2)."""
    lines = _LINE_START.sub(b"..", _LINE_END.sub(b"\r\n", data))
    return (lines if lines.endswith(b"\r\n") else lines + b"\r\n") + b".\r\n"


def _said(code: int, words: bytes, address: str = "") -> str:
    """Return what a server said, on one line and without anybody's address."""
    text = " ".join(words.decode("utf-8", "replace").split())
    text = _ADDRESS.sub("(the address)", text)
    for part in (address, address.rpartition("@")[0]):
        if part:
            text = re.sub(rf"(?i)(?<!\w){re.escape(part)}(?!\w)", "(the address)", text)
    printable = "".join(one if one.isprintable() else " " for one in text)
    return f"{code} {printable}"[:_LONGEST_WORDS]


def _why(problem: Exception, server: SmtpServer) -> str:
    """Return why a server cannot be used, without what it said of anybody."""
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return f"The mail server refuses the name or the password in ANSWERABLE_SMTP ({problem.smtp_code})"
    if isinstance(problem, ssl.SSLError):
        return "The mail server cannot prove who it is, or speaks no TLS: check its certificate"
    if isinstance(problem, smtplib.SMTPNotSupportedError):
        return "The mail server does not offer what ANSWERABLE_SMTP asks for: TLS, or signing in"
    if isinstance(problem, smtplib.SMTPServerDisconnected):
        return "The mail server hung up"
    if isinstance(problem, OSError):
        return f"The mail server at {server.host}:{server.port} cannot be reached"
    return "The mail server speaks in a way that is not understood"
