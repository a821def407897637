"""Python's looking for circles among what is in memory, paused where much is made and no circles are."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python not look for circles meanwhile: it looks at all that was made, again and again as more is made.

    What is not used any more goes all the same, unless it hangs together in a circle; that goes afterwards. Of
    several threads that pause it at once, the first that goes on may let it begin again for the others.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
