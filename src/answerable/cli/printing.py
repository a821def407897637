"""Lines for a terminal that hold what somebody else wrote."""


def harmless(line: str) -> str:
    """Return a line without signs that could command the terminal, or that it cannot print."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "\ufffd" for sign in line)
