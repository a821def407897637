"""A PDF that cannot be redacted at all."""


class CannotRedact(Exception):
    """The file, or a mark, is such that nothing can be redacted; the message says why, and what to do."""
