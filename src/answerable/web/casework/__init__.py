"""The pages on which officers work on requests."""
