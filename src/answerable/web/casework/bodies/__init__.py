"""Pages of other bodies: their directory, and the transfer of a question."""
