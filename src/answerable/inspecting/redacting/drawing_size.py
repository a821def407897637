"""How large pages are drawn."""

POINTS = 72
"""Points an inch."""

DOTS = 200
"""Dots an inch of a page that has to be drawn."""
