"""Casework: what came in, the requests in it, their questions, and what happened to each."""
