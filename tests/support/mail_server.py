"""A real mail server on this machine that does as a test tells it."""

import asyncio
import socket
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller

STEPS = ("MAIL", "RCPT", "DATA")


@dataclass
class Post:
    """What a server took, and what it says at each step: a reply, "drop", "stall", after taking it or not."""

    port: int
    taken: list = field(default_factory=list)
    says: dict = field(default_factory=dict)
    reached: list = field(default_factory=list)
    seconds: float = 0

    @property
    def address(self):
        """Return the server as the environment names it."""
        return f"smtp://127.0.0.1:{self.port}"

    def serve(self, settings, *, sender):
        """Let the site's mail leave by this server."""
        settings.ANSWERABLE_SENDS_MAIL, settings.DEFAULT_FROM_EMAIL = True, sender
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", self.port

    async def handle_MAIL(self, server, _session, envelope, address, _options):  # noqa: N802
        envelope.mail_from = address
        return await self._say("MAIL", server)

    async def handle_RCPT(self, server, _session, envelope, address, _options):  # noqa: N802
        envelope.rcpt_tos.append(address)
        return await self._say("RCPT", server)

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802
        if self.says.get("DATA") in ("drop after taking", "take and stall"):
            self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        said = await self._say("DATA", server)
        if said.startswith("250"):
            self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return said

    async def _say(self, step, server):
        self.reached.append(step)
        await asyncio.sleep(self.seconds)
        said = self.says.get(step, "250 OK")
        if said.startswith("drop"):
            server.transport.abort()
            return "421 Gone"
        while said.endswith("stall") and self.says.get(step) == said:
            await asyncio.sleep(0.02)
        return "421 Later" if said.endswith("stall") else said


@contextmanager
def mail_server(**options):
    """Yield a mail server that takes everything, until it is told otherwise."""
    post = Post(free_port())
    controller = Controller(post, hostname="127.0.0.1", port=post.port, **options)
    controller.start()
    try:
        yield post
    finally:
        post.says.clear()
        controller.stop()


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
