"""Pages on which staff look through registers, load them, measure and publish."""
