"""Processes apart that begin quickly: each is forked from one that has loaded what they load.

Loading takes most of the time of most of them. Each has its own session, environment and limits, is given its file
and confined as ever, and can be killed; how Python itself begins one is what the tests of inspections look at.
"""

import atexit
import functools
import gc
import json
import os
import selectors
import socket
import subprocess
import sys
import tempfile
from importlib import import_module

import pytest

from answerable.domain.personal.gazetteer import gazetteer
from answerable.inspecting import process

CHILDREN = tuple(
    f"answerable.inspecting.{name}child"
    for name in ("", "labelling.", "personal.", "placed.", "rebuilding.", "redacting.", "sweeping.")
)


@pytest.fixture(autouse=True, scope="module")
def begun_by_forking():
    """Let files be looked into so, in all tests of a module."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(process, "subprocess", Forked)
        yield


class Forked:
    """What `answerable.inspecting.process` asks of the module `subprocess`."""

    DEVNULL = subprocess.DEVNULL
    TimeoutExpired = subprocess.TimeoutExpired

    @staticmethod
    def run(words, *, stdout, env, timeout, **more):
        """Run a module of those as `subprocess.run` would, and any other by that itself."""
        _, flag, *module = words
        if flag != "-m" or module[0] not in CHILDREN:
            return subprocess.run(words, stdout=stdout, env=env, timeout=timeout, **more)  # noqa: PLW1510 it is among the others
        with tempfile.TemporaryFile() as given:
            given.write(more["input"])
            given.seek(0)
            code = _ended(env, module, (given.fileno(), stdout.fileno()), timeout)
        return subprocess.CompletedProcess(words, code)


def _ended(env, words, files, timeout):
    """Return the code with which a process ends that reads one file and writes another."""
    told, says = os.pipe()
    with os.fdopen(told, "rb", buffering=0) as heard:
        line = json.dumps([env, words]).encode()
        with _origin() as channel:
            socket.send_fds(channel, [line], [*files, says])
        os.close(says)
        pid = int(heard.readline())
        with selectors.DefaultSelector() as waited:
            waited.register(heard, selectors.EVENT_READ)
            if not waited.select(timeout):
                os.killpg(pid, 9)
                raise subprocess.TimeoutExpired(words, timeout)
        return int(heard.readline())


def _origin():
    """Return a channel of its own to the process that all are forked from."""
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    channel.connect(_started())
    return channel


@functools.cache
def _started():
    """Start that process, which ends when this one does; return its address."""
    address = f"\0answerable-apart-{os.getpid()}"
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listening.bind(address)
    listening.listen()
    lives, ends = os.pipe()
    words = [sys.executable, "-m", __name__, str(listening.fileno()), str(lives)]
    origin = subprocess.Popen(words, pass_fds=[listening.fileno(), lives])
    listening.close()
    os.close(lives)
    atexit.register(origin.wait)
    atexit.register(os.close, ends)
    return address


def _serve(listening, lives):
    for name in CHILDREN:
        import_module(name)
    gazetteer()
    gc.freeze()
    running = {}
    with selectors.DefaultSelector() as waited:
        waited.register(listening, selectors.EVENT_READ)
        waited.register(lives, selectors.EVENT_READ)
        while True:
            for key, _ in waited.select():
                if key.fd == lives:
                    return
                if key.fileobj is listening:
                    pid, says = _begun(listening)
                    place = os.pidfd_open(pid)
                    running[place] = pid, says
                    waited.register(place, selectors.EVENT_READ)
                    continue
                waited.unregister(key.fd)
                pid, says = running.pop(key.fd)
                code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                os.write(says, b"%d\n" % code)
                os.close(says)
                os.close(key.fd)


def _begun(listening):
    """Fork a process for whoever asks; return it, and where its end is told."""
    channel, _ = listening.accept()
    with channel:
        line, (given, out, says), _, _ = socket.recv_fds(channel, 65_536, 3)
    pid = os.fork()
    if not pid:
        _become(*json.loads(line), given, out)
    os.write(says, b"%d\n" % pid)
    os.close(given)
    os.close(out)
    return pid, says


def _become(env, words, given, out):
    """Be the process that was asked for, to its end."""
    os.setsid()
    for number, place in enumerate((given, out, os.open(os.devnull, os.O_WRONLY))):
        os.dup2(place, number)
    os.closerange(3, 1024)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = words
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    code = 1
    try:
        sys.modules[words[0]].main()
        sys.stdout.flush()
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
