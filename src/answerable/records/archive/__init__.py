"""Published entries: what was read, what it says now, what it said before, and who changed it."""
