"""Why a file was not loaded."""


class CannotLoad(ValueError):
    """A file cannot be loaded as a snapshot; nothing was loaded. The message says why, and what to do."""
