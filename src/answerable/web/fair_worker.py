"""A worker of gunicorn that lets the others have their share of the connections."""

import gc
import time
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

_WAIT_PER_CONNECTION = 0.000_05
_LONGEST_WAIT = 0.000_5
_ALLOCATIONS = 20_000
"""How many things are made before the youngest are looked through; 700 is a part of one page."""


class FairWorker(ThreadWorker):
    """Takes a new connection the later, the more it has.

    All workers wake for a connection, and whichever is first keeps it for as long as the reader's
    program does. One worker could so hold every connection of a proxy while the others slept: half the
    requests a second on two processors, at twice the processor time for each.
    """

    def run(self) -> None:
        """Answer until told to stop; what was loaded for that is never looked through for waste.

        Without this the collector goes through everything that Django loaded, again and again: one
        part in ten of the time for a page of results.
        """
        gc.collect()
        gc.freeze()
        gc.set_threshold(_ALLOCATIONS, 20, 50)
        super().run()

    def accept(self, listener: Any) -> None:
        """Wait a little, less than a thousandth of a second, and take the connection if it is still there."""
        if self.nr_conns:
            time.sleep(min(_LONGEST_WAIT, self.nr_conns * _WAIT_PER_CONNECTION))
        super().accept(listener)
