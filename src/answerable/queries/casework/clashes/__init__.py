"""Contradictions between what was answered: what is on file, what changed since, and what was found."""
