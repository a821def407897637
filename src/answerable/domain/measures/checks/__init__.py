"""Checks on tables that were printed, ours or others'; see `every` for all of them."""
