"""Pages of the office's own figures: of any period, as at any day, and those that were frozen."""
