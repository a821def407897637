"""Office files compared with their own pages: what can be taken out of a file, less what is seen when it is drawn."""
