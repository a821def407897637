"""The pages on which files are imported, and what their readings were not sure of is settled."""
