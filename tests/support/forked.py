"""Do something in a process of its own, which may be killed on the way."""

import os
import sys
import traceback

import time_machine


def in_child(do, *, at=None):
    """Do something in a forked process, at a moment if one is given; return the signal that ended it, 0 if none.

    A child that fails ends the whole process, so that the test sees what it printed.
    """
    pid = os.fork()
    if pid:
        how = os.waitpid(pid, 0)[1]
        if os.WIFEXITED(how) and os.WEXITSTATUS(how):
            sys.exit("A process failed: see above")
        return how
    code = 1
    try:
        if at is None:
            do()
        else:
            with time_machine.travel(at):
                do()
        code = 0
    finally:
        if code:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
