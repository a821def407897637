"""Pages, a package for each audience."""
