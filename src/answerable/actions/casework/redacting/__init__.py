"""Redact a file of a request: mark it, have it checked by somebody else, and have the redacted file made."""
