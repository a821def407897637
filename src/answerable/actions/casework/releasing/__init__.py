"""Inspect files before they leave, settle what was found, make safe copies, and look back on what left."""
