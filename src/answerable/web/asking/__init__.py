"""The public form by which everyone can make a request: no script, no cookie, no session."""
