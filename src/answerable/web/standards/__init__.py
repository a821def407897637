"""The standards that the body is held to, for staff."""
