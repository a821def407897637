"""The pages of files that leave: what is in each, what left, and what went wrong."""
