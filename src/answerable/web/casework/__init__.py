"""Pages on which officers work."""
