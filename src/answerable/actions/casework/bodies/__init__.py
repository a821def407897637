"""Other bodies: keep their directory, and transfer questions to them."""
