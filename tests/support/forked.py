"""Do something in a process of its own, which may be killed on the way."""

import contextlib
import json
import os
import sys
import traceback
from importlib import import_module

import time_machine


def in_child(do, *, at=None):
    """Do something in a forked process, at a moment if one is given; return the signal that ended it, 0 if none.

    What one that was not killed has loaded is loaded here, so that the next begins with it. A child that
    fails ends the whole process, so that the test sees what it printed.
    """
    loaded, tells = os.pipe()
    pid = os.fork()
    if pid:
        os.close(tells)
        with os.fdopen(loaded) as heard:
            _load(heard.read())
        how = os.waitpid(pid, 0)[1]
        if os.WIFEXITED(how) and os.WEXITSTATUS(how):
            sys.exit("A process failed: see above")
        return how
    before, code = set(sys.modules), 1
    try:
        if at is None:
            do()
        else:
            with time_machine.travel(at):
                do()
        with os.fdopen(tells, "w") as told:
            json.dump([name for name in sys.modules if name not in before], told)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _load(names):
    """Load modules that a child says it has loaded: none, if it was killed."""
    for name in json.loads(names or "[]"):
        # A name may be one that is given to something else while it is loaded.
        with contextlib.suppress(ImportError):
            import_module(name)
