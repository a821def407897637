"""A small IMAP server on this machine (RFC 3501, RFC 6851), which stalls or breaks where a test says."""

import re
import socketserver
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

_PARTS = re.compile(rb'"((?:[^"\\]|\\.)*)"|(\([^)]*\))|(\S+)')
USER, PASSWORD = "foi", 'pass "word'


@dataclass
class Kept:
    """A message in a folder."""

    uid: int
    data: bytes
    flags: set


@dataclass
class Mailbox:
    """What a server holds: `on` says for a command what happens: "stall", "drop", or a reply."""

    port: int = 0
    can_move: bool = True
    folders: dict = field(default_factory=lambda: {"INBOX": [], "Done": []})
    on: dict = field(default_factory=dict)
    commands: list = field(default_factory=list)
    last: int = 0
    size: int | None = None

    def put(self, data, *, folder="INBOX", flags=()):
        """Deliver a message."""
        self.last += 1
        self.folders[folder].append(Kept(self.last, data, set(flags)))

    def flags(self, folder="INBOX"):
        """Return the flags of each message of a folder."""
        return [sorted(one.flags) for one in self.folders[folder]]

    def address(self, query=""):
        """Return the mailbox as the settings name it."""
        return f"imap://{USER}:pass%20%22word@127.0.0.1:{self.port}/INBOX{query}"


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.folder, self.is_known = [], False
        self._say("* OK ready")
        while line := self.rfile.readline():
            tag, name, *words = [_word(*one) for one in _PARTS.findall(line)]
            name = name.upper()
            if name == "UID":
                name = f"UID {words.pop(0).upper()}"
            if not self._answer(tag, name, words):
                return

    def _answer(self, tag, name, words):
        box = self.server.box
        box.commands.append(name)
        fault = box.on.get(name)
        while box.on.get(name) == "stall":
            time.sleep(0.02)
        if fault in ("stall", "drop"):
            return False
        said = fault or getattr(self, "do_" + name.lower().replace(" ", "_"))(words) or "OK done"
        self._say(f"{tag} {said}")
        return name != "LOGOUT"

    def _say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def _chosen(self, words):
        return [one for one in self.folder if str(one.uid) in words[0].split(",")]

    def do_capability(self, _words):
        # Dovecot says what it can do only after the sign-in.
        can_move = self.is_known and self.server.box.can_move
        self._say("* CAPABILITY IMAP4rev1" + (" MOVE" if can_move else ""))

    def do_login(self, words):
        self.is_known = words == [USER, PASSWORD]
        return "OK welcome" if self.is_known else "NO wrong"

    def do_select(self, words):
        if words[0] not in self.server.box.folders:
            return "NO there is no such folder"
        self.folder = self.server.box.folders[words[0]]
        self._say(f"* {len(self.folder)} EXISTS")
        return "OK [READ-WRITE] selected"

    def do_uid_search(self, words):
        is_seen = words == ["SEEN"]
        found = [str(one.uid) for one in self.folder if ("\\Seen" in one.flags) is is_seen]
        self._say(" ".join(["* SEARCH", *found]))

    def do_uid_fetch(self, words):
        for one in self._chosen(words):
            place = self.folder.index(one) + 1
            if "SIZE" in words[1]:
                size = self.server.box.size or len(one.data)
                self._say(f"* {place} FETCH (UID {one.uid} RFC822.SIZE {size})")
            else:
                self.wfile.write(f"* {place} FETCH (UID {one.uid} BODY[] ".encode())
                self.wfile.write(b"{%d}\r\n%b)\r\n" % (len(one.data), one.data))

    def do_uid_store(self, words):
        for one in self._chosen(words):
            one.flags.update(words[2].strip("()").split())

    def do_uid_copy(self, words):
        if words[1] not in self.server.box.folders:
            return "NO [TRYCREATE] there is no such folder"
        for one in self._chosen(words):
            self.server.box.put(one.data, folder=words[1], flags=one.flags)
        return None

    def do_uid_move(self, words):
        problem = self.do_uid_copy(words)
        if problem is None:
            self.folder[:] = [one for one in self.folder if one not in self._chosen(words)]
        return problem

    def do_expunge(self, _words):
        self.folder[:] = [one for one in self.folder if "\\Deleted" not in one.flags]

    def do_logout(self, _words):
        self._say("* BYE")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


def _word(quoted, listed, plain):
    """Return a word of a command as it is meant."""
    return re.sub(r"\\(.)", r"\1", quoted.decode()) if quoted else (listed or plain).decode()


@contextmanager
def imap_mailbox(**options):
    """Yield a mailbox behind a server that listens."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.box = Mailbox(server.server_address[1], **options)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.box
        finally:
            server.box.on.clear()
            server.shutdown()
            thread.join()
