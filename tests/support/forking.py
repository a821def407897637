"""Processes of a site that begin quickly: each is forked from one that has loaded what needs no settings.

Loading that takes more than a second. A process that begins here reads its settings, its database and whatever it
is told from its own environment; it has a session of its own, and is killed as every other.
"""

import atexit
import contextlib
import functools
import json
import os
import pkgutil
import selectors
import socket
import subprocess
import sys
import time
from importlib import import_module

_LOADED = (
    "django.core.mail",
    "django.core.management",
    "django.core.serializers.json",
    "django.db.models",
    "django.forms",
    "django.template",
    "duckdb",
    "numpy",
    "requests",
)
_LOADED_WHOLE = ("answerable.domain", "answerable.reading", "answerable.publishing")


class Begun:
    """A process that began: of what `subprocess.Popen` offers, what tests ask for."""

    def __init__(self, pid, stdout, stderr):
        """Take over the ends of pipes from which is read what the process says."""
        self.pid = pid
        self.stdout = os.fdopen(stdout, "rb", buffering=0)
        self.stderr = os.fdopen(stderr, "rb", buffering=0)

    def send_signal(self, number):
        """Send it a signal."""
        os.kill(self.pid, number)

    def communicate(self, timeout=None):
        """Return what it still says, once it and all that it began have ended."""
        said = {self.stdout: b"", self.stderr: b""}
        until = time.monotonic() + (timeout or 600)
        with selectors.DefaultSelector() as waited, self.stdout, self.stderr:
            for one in said:
                waited.register(one, selectors.EVENT_READ)
            while waited.get_map():
                heard = waited.select(until - time.monotonic())
                if not heard:
                    raise subprocess.TimeoutExpired("a process that was forked", timeout)
                for key, _ in heard:
                    more = os.read(key.fd, 65_536)
                    said[key.fileobj] += more
                    if not more:
                        waited.unregister(key.fileobj)
        return tuple(said.values())


def begin(env, function, *words, stdin=subprocess.DEVNULL):
    """Begin a process that calls a function (`module:name`) with words and ends with the code that it returns."""
    if stdin == subprocess.DEVNULL:
        stdin = os.open(os.devnull, os.O_RDONLY)
    (stdout, said), (stderr, complained) = os.pipe(), os.pipe()
    channel, answers = _origin()
    line = json.dumps([env, function, words]).encode() + b"\n"
    socket.send_fds(channel, [line[:1]], [stdin, said, complained])
    channel.sendall(line[1:])
    for one in (stdin, said, complained):
        os.close(one)
    return Begun(int(answers.readline()), stdout, stderr)


@functools.cache
def _origin():
    """Start the process that all are forked from; it ends when nobody holds the other end of its channel."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.forking", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
        )
    atexit.register(process.wait)
    atexit.register(ours.shutdown, socket.SHUT_RDWR)
    return ours, ours.makefile("rb")


def _serve(channel):
    for name in _LOADED:
        import_module(name)
    for name in _LOADED_WHOLE:
        for one in pkgutil.walk_packages(import_module(name).__path__, f"{name}."):
            if one.name.rpartition(".")[2] != "child":
                import_module(one.name)
    while True:
        first, places, _, _ = socket.recv_fds(channel, 1, 3)
        _forget_the_ended()
        if not first:
            return
        line = first
        while not line.endswith(b"\n"):
            line += channel.recv(65_536)
        pid = os.fork()
        if not pid:
            channel.close()
            _become(*json.loads(line), places)
        for one in places:
            os.close(one)
        channel.sendall(b"%d\n" % pid)


def _forget_the_ended():
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _become(env, function, words, places):
    """Be the process that was asked for, to its end."""
    os.setsid()
    for number, place in enumerate(places):
        os.dup2(place, number)
        os.close(place)
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["answerable", *words]
    module, _, name = function.partition(":")
    sys.exit(getattr(import_module(module), name)(words))


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
