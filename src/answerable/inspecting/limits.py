"""What one inspection may take."""

MOST_SECONDS = 150
"""Seconds of the processor: a PDF of 3,000 pages is drawn twice; all other files take a third at most."""

MOST_WAITED = 400
"""Seconds by the clock: the machine may have other work."""

MOST_MEMORY = 1_200 * 1024 * 1024
"""Bytes of address space, with what Python and lxml take of it."""

MOST_SAID = 8 * 1024 * 1024
"""Bytes of what an inspection may say."""

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of a file that is inspected at all."""

MOST_REBUILT = 256 * 1024 * 1024
"""Bytes of the files that are made of one."""
