"""The process that reads PDF, with tasks that go wrong as a damaged file makes them go wrong."""

import os
import signal
import sys
import time

from answerable.reading import vocabulary
from answerable.reading.pdf import child


def crash(*_):
    """End as by a fault of a library."""
    os.kill(os.getpid(), signal.SIGSEGV)


def hang(*_):
    """Never come back, and use no processor."""
    while True:
        time.sleep(60)


def spin(*_):
    """Never come back."""
    while True:
        pass


def swell(*_):
    """Ask for more memory than there may be."""
    yield b" " * 2_000_000_000


def fault(*_):
    """Break by a fault of the product, which quotes the file."""
    raise KeyError("Jane Doe")


def half(*_):
    """End after a part of the result."""
    yield b"half"
    os.kill(os.getpid(), signal.SIGKILL)


def chatter(*_):
    """Print among the results."""
    os.write(1, b"warning: odd xref")
    sys.stderr.write("warning" * 100_000)
    yield b"quiet"


def environment(*_):
    """Tell what the process knows of the one that started it, and which it is."""
    yield ",".join(os.environ).encode()
    yield b"%d" % os.getppid()


def size(data, _name, options):
    """Tell how large the file is, as often as is asked."""
    for _ in range(options["times"]):
        yield b"%d" % len(data)


def echo(data, *_):
    """Give the file back."""
    yield data


def patterns(*_):
    """Tell how many patterns of labels a fork finds made."""
    yield b"%d" % vocabulary._label_pattern.cache_info().currsize


def own(*_):
    """Tell which process this is, and go on in it."""
    yield b"%d" % os.getpid()


def grow(*_):
    """Take a lot of memory, give it back, and go on."""
    yield b"%d" % len(bytearray(200_000_000))


def busy(*_):
    """Use the processor for most of a second, and go on."""
    until = time.process_time() + 0.6
    while time.process_time() < until:
        pass
    yield from own()


_left_behind = []


def litter(*_):
    """Leave something behind."""
    _left_behind.append(b"litter")
    yield b"done"


def stumble(*_):
    """Say something, and break where something was left behind."""
    yield b"begun"
    if _left_behind:
        raise KeyError("Jane Doe")


def fall(*_):
    """Say something, and end as by a fault of a library where something was left behind."""
    yield b"begun"
    if _left_behind:
        crash()


def imported(*_):
    """Tell whether a fork finds the module imported that pictures need."""
    yield b"%d" % ("answerable.reading.ocr.tasks" in sys.modules)


TASKS = (
    *(crash, hang, spin, swell, fault, half, chatter, environment, size, echo, patterns, imported),
    *(own, busy, grow, litter, stumble, fall),
)
for task in TASKS:
    child.TASKS[task.__name__] = task
child.SHARED.update(["own", "busy", "grow", "litter"])
child.TASKS["imported for it"] = imported
child.NEEDED["imported for it"] = "answerable.reading.ocr.tasks"

if __name__ == "__main__":
    if "never ready" in sys.argv:
        sys.exit(1)
    child.main()
