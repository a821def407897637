"""Why a measure is not computed."""


class CannotCompute(ValueError):
    """A measure cannot be computed of a snapshot; the message says why, and what to do."""
