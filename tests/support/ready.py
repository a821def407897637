"""Commands of a site one after another, each in a process that is forked from one which has loaded the product.

Loading it takes more than a second, and most commands a few hundredths. What is killed begins anew instead:
see `tests.support.forking`.
"""

import json
import os
import signal
import sys
from contextlib import contextmanager
from importlib import import_module
from subprocess import CompletedProcess
from tempfile import TemporaryFile

from tests.support.forking import begin

LOADED = ("answerable.cli", "answerable.jobs.running", "answerable.queries.ledger")
MOST_SECONDS = 120


class CommandFailed(Exception):
    """A command ended with another code than 0."""


@contextmanager
def ready(env):
    """Yield what runs a command of the site that an environment describes, and returns what it printed."""
    with commands(env) as command:

        def run(*words):
            done = command(*words)
            if done.returncode:
                message = f"{words} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
                raise CommandFailed(message)
            return done.stdout

        yield run


@contextmanager
def commands(env, folder="."):
    """Yield what runs a command of a site in a folder, and returns its code and what it said, whatever they are."""
    told, asks = os.pipe()
    process = begin(env, "tests.support.ready:serve", str(folder), stdin=told)

    def run(*words):
        os.write(asks, json.dumps([*map(str, words)]).encode() + b"\n")
        return CompletedProcess(words, *json.loads(process.stdout.readline()))

    try:
        yield run
    finally:
        os.close(asks)
        process.communicate()


def serve(words):
    """Do one command in a folder for each line that is asked, until none is."""
    import django

    os.chdir(*words)
    django.setup()
    for name in LOADED:
        import_module(name)
    for line in sys.stdin:
        print(json.dumps(_done(json.loads(line))), flush=True)


def _done(words):
    with TemporaryFile() as said, TemporaryFile() as errors:
        pid = os.fork()
        if not pid:
            signal.alarm(MOST_SECONDS)
            os.dup2(said.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            _end_with(words)
        how = os.waitpid(pid, 0)[1]
        read = []
        for file in (said, errors):
            file.seek(0)
            read.append(file.read().decode())
        return os.waitstatus_to_exitcode(how), *read


def _end_with(words):
    """Run a command, or lines of Python after `-c`, and end this process with its code."""
    import traceback

    from answerable.cli import main

    code = 1
    try:
        if words[0] == "-c":
            exec(words[1], {})  # noqa: S102 lines of a test
            code = 0
        else:
            code = main(words)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 it goes no further than this process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
