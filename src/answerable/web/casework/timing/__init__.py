"""Pages about whose time late answers took."""
