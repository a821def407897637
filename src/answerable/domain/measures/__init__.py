"""Figures with their definition: registers, measures over them, and what may be said of a result."""
