"""A process that kills itself at one of the points at which the database is spoken to.

Four kinds of points are counted, in the order in which they come: before a `statement`, after one that was
`stored` by itself, before what a transaction `commits`, and after it is `committed`.
"""

import os
import signal

from django.db import connection

_WRITES = ("INSERT", "UPDATE", "DELETE")


class Faults:
    """Counts the points, and kills the process at the one of a number; without a number, at none."""

    def __init__(self, at=None):
        self.at = at
        self.points = []

    def watch(self):
        """Count on the connection of this process."""
        connection.ensure_connection()
        connection.execute_wrappers.append(self._statement)
        # Here a transaction ends, on every database.
        commit = connection._commit

        def committed():
            self._reach("commits")
            commit()
            self._reach("committed")

        connection._commit = committed
        return self

    def _statement(self, execute, sql, params, many, context):
        self._reach("statement")
        result = execute(sql, params, many, context)
        if not connection.in_atomic_block and sql.startswith(_WRITES):
            self._reach("stored")
        return result

    def _reach(self, kind):
        if len(self.points) == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.points.append(kind)


def dense(points, *, every=40):
    """Return the numbers of the points at every commit, and of some of the statements between."""
    at_commits = {number for number, kind in enumerate(points) if kind != "statement"}
    return sorted(at_commits | set(range(0, len(points), every)))
