"""Entries into HTML, PDF, CSV, JSON, Atom and markdown."""
