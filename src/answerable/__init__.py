"""Answerable: questions come in, lawful answers go out, and what was answered stays on the record."""

__version__ = "0.1.0"
