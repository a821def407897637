"""The pages that are open to everyone."""
